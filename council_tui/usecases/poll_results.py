"""An announced result of a poll stands no longer: annulled with a reason, or its question taken up again."""

from council_tui.domain import plain, pollcounts
from council_tui.domain.agenda import ItemSettled, Outcome
from council_tui.domain.errors import NeedsReason, NotPresent, Unknown
from council_tui.domain.ids import PersonId, PollId
from council_tui.domain.items import ItemView
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView, admit_idle
from council_tui.domain.polls import PollRunning, PollView, under
from council_tui.domain.reopenings import FollowedUp, PollReopened, PollStandsNoLonger, Reopening
from council_tui.store import people
from council_tui.store.act import Act
from council_tui.usecases import agenda, meetings, results
from council_tui.usecases.polls import view_poll
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
    if not plain.clean_line(doubt.reason, REASON):
        raise NeedsReason
    if doubt.mover is not None and doubt.mover not in people.names(act, [doubt.mover]):
        raise Unknown("person", doubt.mover)
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
    now = results.afterwards(act, held, at)
    ended = _unsettle(act, held, told, doubt, now)
    reason = plain.clean_line(doubt.reason, REASON)
    act.add(PollReopened(poll, why, doubt.mover, reason, ended, now))


def _unsettle(act: Act, held: MeetingView, told: PollView, doubt: Doubt, at: str) -> int | None:
    """What the other polls of the item brought is what is left; the id of an end that nothing is left of."""
    item = agenda.on_agenda(held, told.opened.item)
    if not _ended_by_polls(item) or not decided(told):
        return None
    others = [each for each in pollcounts.standing(held.polls, item.id) if each.id != told.id]
    left = [each for each in others if decided(each)]
    if not left:
        return item.settled_id
    elected = any(each.winners for each in others)
    own, second = (
        plain.clean_text(each, agenda.TEXT) if elected else "" for each in (doubt.text, doubt.text_2)
    )
    outcome = Outcome.CARRIED if elected else Outcome.LOST
    act.add(ItemSettled(held.id, item.id, outcome, None, own, second, (), at, replaces=item.settled_id))
    return None


def decided(poll: PollView) -> bool:
    """Whether an announced poll ended its item: it was not void, and no further round follows."""
    return poll.closed is not None and not poll.closed.void and poll.further is None


def _ended_by_polls(item: ItemView) -> bool:
    settled = item.settled
    return settled is not None and settled.vote is None and settled.outcome in {Outcome.CARRIED, Outcome.LOST}
