"""Results are announced by the chair; what was announced is corrected aloud, with old and new figures."""

from dataclasses import replace

from council_tui.domain import plain
from council_tui.domain.agenda import ItemSettled, Outcome
from council_tui.domain.errors import (
    Announced,
    NeedsReason,
    NotAnnounced,
    NotClosed,
    NotEntitled,
    NotPresent,
    Unknown,
    VoteRunning,
)
from council_tui.domain.figures import Figures, admit_hands, admit_papers
from council_tui.domain.ids import PersonId, VoteId
from council_tui.domain.items import ItemView
from council_tui.domain.laptop import NoRecount
from council_tui.domain.meeting import MeetingView
from council_tui.domain.parties import NotRepresented, speaking
from council_tui.domain.reopenings import BuiltUpon, Reopening, StandsNoLonger, VoteReopened
from council_tui.domain.votes import (
    Ballot,
    Choice,
    PartyStand,
    ResultAnnounced,
    Subject,
    VoteClosed,
    VoteView,
    Way,
)
from council_tui.store import people, votes
from council_tui.store.act import Act
from council_tui.usecases import agenda, meetings
from council_tui.usecases.votes import REASON, closing, reasoned, view_vote


def announce_result(act: Act, vote: VoteId, at: str | None = None) -> None:
    """The chair says the result; of a main motion, it settles the item."""
    told = view_vote(act, vote)
    if told.closed is None:
        raise NotClosed(vote)
    if told.announced:
        raise Announced(vote)
    now = said_at(act, told, at)
    act.add(ResultAnnounced(vote, now))
    _settle(act, told, told.closed.carried, now)


def correct_result(act: Act, vote: VoteId, figures: Figures, why: str, at: str | None = None) -> None:
    """Announced figures were wrong: new ones stand in for them, and both are printed with the reason.

    The figures of a roll call are its answers, those of a joint meeting the parties' stands: these are
    corrected one by one, and so are owners' papers (`owners.correct_paper`).
    """
    told, _before = announced(act, vote)
    cleaned = reason_of(why)
    if told.opened.way in {Way.ROLL_CALL, Way.PARTIES, Way.UNITS}:
        raise Unknown("figures", vote)
    if told.opened.way is Way.LAPTOP:
        raise NoRecount(vote)
    told_so = reasoned(replace(figures, why=why))
    likely = replace(told_so, override=told_so.override or cleaned)
    if told.opened.way is Way.SECRET:
        admit_papers(likely, len(told.opened.electorate))
    else:
        admit_hands(likely, told.answering, asked=told.rules.ask_abstain)
    replace_figures(act, told, told_so, at)


def correct_ballot(
    act: Act, vote: VoteId, person: PersonId, choice: Choice, why: str, at: str | None = None
) -> None:
    """One answer of an announced roll call was taken down wrongly."""
    told, before = announced(act, vote)
    cleaned = reason_of(why)
    if told.opened.way is not Way.ROLL_CALL:
        raise Unknown("ballot", vote)
    if person not in before.presence or person in _item(act, told).recused:
        raise NotEntitled(person, people.names(act, [person]).get(person, ""))
    old = votes.ballot(act, vote, person)
    act.add(Ballot(vote, person, choice, replaces=old.id if old is not None else None))
    count = view_vote(act, vote).tally(len(before.presence))
    figures = Figures(count.yes, count.no, count.abstain, why=cleaned)
    replace_figures(act, told, figures, at)


def correct_stand(act: Act, vote: VoteId, party: str, stand: Choice, why: str, at: str | None = None) -> None:
    """One party's stand was taken down wrongly; who spoke for it stays."""
    told, before = announced(act, vote)
    cleaned = reason_of(why)
    if told.opened.way is not Way.PARTIES or party not in told.rules.parties:
        raise Unknown("stand", vote)
    held, aside = meetings.view(act, told.opened.meeting), _item(act, told).recused
    there = [held.people[person].person for person in before.presence if person not in aside]
    speakers = speaking(party, there)
    if not speakers:
        raise NotRepresented(party)
    old = votes.stand(act, vote, party)
    spoke = old.fact.speaker if old is not None and old.fact.speaker else speakers[0].id
    speaker = None if stand is Choice.NONE else spoke
    act.add(PartyStand(vote, party, stand, speaker, replaces=old.id if old is not None else None))
    count = view_vote(act, vote).tally(before.present)
    told_so = Figures(count.yes, count.no, count.abstain, why=cleaned, represented=before.present)
    replace_figures(act, told, told_so, at)


def annul_vote(act: Act, vote: VoteId, reason: str, at: str | None = None) -> None:
    """The vote was not taken as the rules ask: its result stands no longer, and its figures stay readable."""
    _reopen(act, vote, Reopening.ANNULLED, None, reason, at)


def reconsider_vote(act: Act, vote: VoteId, mover: PersonId, reason: str = "", at: str | None = None) -> None:
    """The council takes a decided question up again, as somebody present moved."""
    held = meetings.sitting(act, view_vote(act, vote).opened.meeting)
    if mover not in {each.person.id for each in held.present}:
        raise NotPresent(mover, people.names(act, [mover]).get(mover, ""))
    _reopen(act, vote, Reopening.RECONSIDERED, mover, reason, at)


def call_second_round(act: Act, vote: VoteId, reason: str = "", at: str | None = None) -> None:
    """The same question is to be put once more: the first result is kept and stands no longer."""
    meetings.sitting(act, view_vote(act, vote).opened.meeting)
    _reopen(act, vote, Reopening.SECOND_ROUND, None, reason, at)


def _reopen(
    act: Act, vote: VoteId, why: Reopening, mover: PersonId | None, reason: str, at: str | None
) -> None:
    told, _closed = announced(act, vote)
    held = meetings.view(act, told.opened.meeting)
    if held.open_vote is not None:
        raise VoteRunning(held.open_vote.id)
    item = agenda.on_agenda(held, told.opened.item)
    decided = any(each.decides and each.id > vote for each in item.votes)
    if told.opened.subject is Subject.AMENDMENT and decided:
        raise BuiltUpon(vote)
    cleaned = reason_of(reason) if why is Reopening.ANNULLED else plain.clean_line(reason, REASON)
    act.add(VoteReopened(vote, why, mover, cleaned, said_at(act, told, at)))


def announced(act: Act, vote: VoteId) -> tuple[VoteView, VoteClosed]:
    """A vote whose result was announced and stands. Raises NotClosed, NotAnnounced or StandsNoLonger."""
    told = view_vote(act, vote)
    if told.closed is None:
        raise NotClosed(vote)
    if not told.announced:
        raise NotAnnounced(vote)
    if told.reopened is not None:
        raise StandsNoLonger(vote)
    return told, told.closed


def reason_of(why: str) -> str:
    """Why, as it is kept. Raises NeedsReason for nothing."""
    cleaned = plain.clean_line(why, REASON)
    if not cleaned:
        raise NeedsReason
    return cleaned


def replace_figures(act: Act, told: VoteView, figures: Figures, at: str | None) -> int:
    """Other figures stand in for those of a closed vote; announced, they end its item anew where the
    result turns and no later motion decided it. The id of the new figures. Raises NotClosed.
    """
    if told.closed is None:
        raise NotClosed(told.id)
    now = said_at(act, told, at)
    fact = closing(told, told.closed.presence, reasoned(figures), now, replaces=told.closed_id)
    id = act.add(fact)
    settle_anew(act, told, fact.carried, at)
    return id


def settle_anew(act: Act, told: VoteView, carried: bool, at: str | None) -> None:
    """An announced result that turned with other figures ends its item anew, where no later motion decided
    it; `told` has the figures before."""
    settled = _item(act, told).settled
    overtaken = settled is not None and settled.vote != told.id
    turned = told.closed is not None and carried is not told.closed.carried
    if told.announced and turned and not overtaken:
        _settle(act, told, carried, said_at(act, told, at))


def _settle(act: Act, told: VoteView, carried: bool, at: str) -> None:
    """The item ends as its main motion did; a carried motion's text is what was resolved."""
    if told.opened.subject is Subject.AMENDMENT:
        return
    act.add(
        ItemSettled(
            told.opened.meeting,
            told.opened.item,
            Outcome.CARRIED if carried else Outcome.LOST,
            told.id,
            told.opened.question if carried else "",
            told.opened.question_2 if carried else "",
            (),
            at,
            replaces=_item(act, told).settled_id,
        )
    )


def said_at(act: Act, told: VoteView, at: str | None) -> str:
    """When something of a vote was said."""
    return afterwards(act, meetings.view(act, told.opened.meeting), at)


def afterwards(act: Act, held: MeetingView, at: str | None) -> str:
    """When something was said of a result; a correction after the meeting has the clock's time."""
    if not at and held.adjourned_at and not held.plan.late:
        return act.now
    return meetings.moment(act, held, at)


def _item(act: Act, told: VoteView) -> ItemView:
    return agenda.on_agenda(meetings.view(act, told.opened.meeting), told.opened.item)
