"""An announced poll is corrected paper by paper, annulled, or its question is taken up again."""

from dataclasses import replace

from council_tui.domain import plain, pollcounts
from council_tui.domain.agenda import ItemSettled, Outcome
from council_tui.domain.errors import NotPresent, Unknown
from council_tui.domain.ids import PersonId, PollId
from council_tui.domain.items import ItemView
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView, admit_idle
from council_tui.domain.pollmending import PollMend, mended
from council_tui.domain.polls import PollLot, PollPaper, PollRunning, PollView, under
from council_tui.domain.recounts import NoSuchPaper, PollCorrected
from council_tui.domain.reopenings import FollowedUp, PollReopened, PollStandsNoLonger, Reopening
from council_tui.store import people, polls
from council_tui.store.act import Act
from council_tui.usecases import agenda, meetings, results
from council_tui.usecases.polls import checked_paper, view_poll
from council_tui.usecases.votes import REASON


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a result is to stand no longer, and what is left of its item's resolution without it."""

    reason: str
    mover: PersonId | None = None
    """Who asked for it, or moved it."""
    text: str = ""
    text_2: str = ""


def annul_poll(act: Act, poll: PollId, doubt: Doubt, at: str | None = None) -> None:
    """The poll was not held as the rules ask: its result stands no longer, and its count stays readable.

    Raises NeedsReason, Unknown for somebody nobody knows, PollRunning while anything is counted or not
    announced, PollStandsNoLonger, and FollowedUp where a further round stands.
    """
    results.reason_of(doubt.reason)
    people.admit(act, doubt.mover)
    _reopen(act, poll, Reopening.ANNULLED, doubt, at)


def reconsider_poll(act: Act, poll: PollId, doubt: Doubt, at: str | None = None) -> None:
    """The council takes a decided poll up again, as somebody present moved. Raises NotPresent too."""
    held = meetings.sitting(act, view_poll(act, poll).opened.meeting)
    mover = doubt.mover
    if mover is None:
        raise Unknown("person", 0)
    if mover not in {each.person.id for each in held.present}:
        raise NotPresent(mover, people.names(act, [mover]).get(mover, ""))
    _reopen(act, poll, Reopening.RECONSIDERED, doubt, at)


def _reopen(act: Act, poll: PollId, why: Reopening, doubt: Doubt, at: str | None) -> None:
    told, held = _standing(act, poll)
    now = results.afterwards(act, held, at)
    ended = _resettle(act, told, None, (doubt.text, doubt.text_2), now)
    reason = plain.clean_line(doubt.reason, REASON)
    act.add(PollReopened(poll, why, doubt.mover, reason, ended, now))


def correct_poll(act: Act, poll: PollId, mend: PollMend, at: str | None = None) -> None:
    """One paper of an announced poll was typed wrongly: it is counted once more, and both counts are kept.

    Raises NeedsReason, Unknown for an asker nobody knows, what `pollmending.mended` does, and as
    `annul_poll` where the poll does not stand or was followed by a further round.
    """
    reason = results.reason_of(mend.reason)
    people.admit(act, mend.asker)
    told, held = _standing(act, poll)
    now = results.afterwards(act, held, at)
    after = mended(told, mend, now)
    _retype(act, told, mend)
    if mend.lot:
        act.add(PollLot(poll, mend.lot, now))
    before = polls.closed_id(act, poll)
    if after.closed is None or before is None:
        raise Unknown("poll", poll)
    figures = act.add(replace(after.closed, replaces=before))
    ended = _resettle(act, told, after, (mend.text, mend.text_2), now)
    act.add(PollCorrected(poll, figures, mend.asker, reason, ended, now))


def _standing(act: Act, poll: PollId) -> tuple[PollView, MeetingView]:
    """A poll whose result stands, and its meeting, in which nothing else is being counted."""
    told = view_poll(act, poll)
    if told.closed is None or not told.announced:
        raise PollRunning(poll)
    if told.reopened is not None:
        raise PollStandsNoLonger(poll)
    held = meetings.view(act, told.opened.meeting)
    admit_idle(held)
    for each in under(held.polls, told.opened.item):
        if each.opened.follows == poll and each.abandoned is None and each.reopened is None:
            raise FollowedUp(each.id)
    return told, held


def _retype(act: Act, told: PollView, mend: PollMend) -> None:
    """One paper fewer of what it was, and one more of what it is."""
    if mend.was == mend.now:
        return
    if mend.was is not None:
        sort, marks = mend.was
        typed = polls.typed(act, told.id, sort, marks)
        if typed is None:
            raise NoSuchPaper(marks)
        act.add(PollPaper(told.id, sort, marks, typed.fact.count - 1, replaces=typed.id))
    if mend.now is not None:
        act.add(checked_paper(told, PollPaper(told.id, *mend.now, 1)))


def _resettle(
    act: Act, told: PollView, after: PollView | None, texts: tuple[str, str], at: str
) -> int | None:
    """The item ends as its polls have it now, `after` instead of `told`; the id of an end that nothing is
    left of."""
    held = meetings.view(act, told.opened.meeting)
    item = agenda.on_agenda(held, told.opened.item)
    ended = _ended_by_polls(item)
    brought = decided(told) or (after is not None and decided(after))
    if not brought or not (ended or item.settled is None):
        return None
    others = [each for each in pollcounts.standing(held.polls, item.id) if each.id != told.id]
    left = others if after is None else [*others, after]
    if not any(map(decided, left)):
        return item.settled_id if ended else None
    elected = any(each.winners for each in left)
    own, second = (plain.clean_text(each, agenda.TEXT) if elected else "" for each in texts)
    outcome = Outcome.CARRIED if elected else Outcome.LOST
    act.add(ItemSettled(held.id, item.id, outcome, None, own, second, (), at, replaces=item.settled_id))
    return None


def decided(poll: PollView) -> bool:
    """Whether an announced poll ended its item: it was not void, and no further round follows."""
    return poll.closed is not None and not poll.closed.void and poll.further is None


def _ended_by_polls(item: ItemView) -> bool:
    settled = item.settled
    return settled is not None and settled.vote is None and settled.outcome in {Outcome.CARRIED, Outcome.LOST}
