"""A question is put, answered, closed and announced; after the announcement it is only corrected."""

from collections.abc import Mapping
from dataclasses import replace

from council_tui.domain import plain, rules
from council_tui.domain.agenda import ItemState
from council_tui.domain.attending import counted
from council_tui.domain.casting import Casting, with_casting
from council_tui.domain.errors import (
    NeedsReason,
    NoOneToVote,
    NotClosed,
    NotEntitled,
    NoText,
    NotMoved,
    NotPresent,
    SettledAlready,
    Unknown,
    VoteOver,
)
from council_tui.domain.figures import Figures, admit_hands, admit_papers
from council_tui.domain.ids import MeetingId, PersonId, ProposalId, VoteId
from council_tui.domain.items import ItemView, MotionView, subject_of
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView, admit_idle, by_proxy, represented_under
from council_tui.domain.parties import ByParties, NoParty, represented
from council_tui.domain.stages import StagePut
from council_tui.domain.votes import Ballot, Choice, VoteAbandoned, VoteClosed, VoteOpened, VoteView, Way
from council_tui.store import desk, people, votes
from council_tui.store.act import Act, Reader
from council_tui.usecases import agenda, late, meetings, proposals, proxies

REASON = 200
"""The longest reason, in characters."""


def open_vote(
    act: Act, meeting: MeetingId, proposal: ProposalId, way: Way, rule: str = "", at: str | None = None
) -> VoteId:
    """The question is put; `rule` is JSON text, empty for the rules of the meeting."""
    if way.secret or way is Way.UNITS:
        raise Unknown("way", 0)
    return put_question(act, meeting, proposal, Putting(way, rule, at))


def open_secret_vote(
    act: Act, meeting: MeetingId, proposal: ProposalId, rule: str = "", at: str | None = None
) -> VoteId:
    """The question is put to a secret ballot on paper: the electorate is fixed from here on."""
    return put_question(act, meeting, proposal, Putting(Way.SECRET, rule, at))


def cast_ballot(act: Act, vote: VoteId, person: PersonId, choice: Choice) -> int:
    """A member answers an open roll call; a newer answer stands in for the older. The ballot's id."""
    place = desk.place(act, vote, person)
    if place is None or place.way is not Way.ROLL_CALL:
        raise Unknown("vote", vote)
    if not place.open:
        raise VoteOver(vote)
    if not place.entitled:
        raise NotEntitled(person, people.names(act, [person]).get(person, ""))
    if not place.present and place.ballot is None:
        raise NotPresent(person, people.names(act, [person]).get(person, ""))
    return act.add(Ballot(vote, person, choice, replaces=place.ballot))


def take_back(act: Act, vote: VoteId, person: PersonId) -> None:
    """A member's answer is taken back: nothing is answered yet."""
    before = votes.ballot(act, vote, person)
    if before is not None and before.fact.choice is not Choice.NONE:
        cast_ballot(act, vote, person, Choice.NONE)


def close_hands(act: Act, vote: VoteId, figures: Figures, at: str | None = None) -> None:
    """The three numbers of a show of hands close the vote."""
    end, told = ending(act, vote, Way.HANDS, at), reasoned(figures)
    admit_hands(told, len(end.voters), asked=end.running.rules.ask_abstain)
    conclude(act, end, told)


def close_roll_call(act: Act, vote: VoteId, at: str | None = None) -> None:
    """The answers given close the vote; who gave none is counted as not voting."""
    end = ending(act, vote, Way.ROLL_CALL, at)
    count = end.running.tally(len(end.presence))
    conclude(act, end, Figures(count.yes, count.no, count.abstain))


def close_secret_vote(act: Act, vote: VoteId, figures: Figures, at: str | None = None) -> None:
    """The totals of the papers close the vote; nothing individual is ever written."""
    end, told = ending(act, vote, Way.SECRET, at), reasoned(figures)
    admit_papers(told, len(end.running.opened.electorate))
    conclude(act, end, told)


def close_consent(act: Act, vote: VoteId, at: str | None = None) -> None:
    """Nobody objected: everybody who may answer agrees."""
    end = ending(act, vote, Way.CONSENT, at)
    conclude(act, end, Figures(len(end.voters), 0, 0))


def abandon_vote(act: Act, vote: VoteId, reason: str, at: str | None = None) -> None:
    """An open vote ends without a result: somebody objects to consent, or the room asks for another way.

    A ballot on the laptop ends by `end_laptop_vote`, which is never undone.
    """
    end = ending(act, vote, None, at)
    if end.running.opened.way is Way.LAPTOP:
        raise Unknown("vote", vote)
    cleaned = plain.clean_line(reason, REASON)
    if not cleaned:
        raise NeedsReason
    act.add(VoteAbandoned(vote, cleaned, end.at))


def view_vote(at: Reader, vote: VoteId) -> VoteView:
    """One vote as it stands. Raises Unknown."""
    found = votes.vote(at, vote)
    if found is None:
        raise Unknown("vote", vote)
    return found


def reasoned(figures: Figures) -> Figures:
    """Figures whose reasons are harmless. Raises TooLong."""
    override, why = plain.clean_line(figures.override, REASON), plain.clean_line(figures.why, REASON)
    return replace(figures, override=override, why=why)


@dataclass(frozen=True, slots=True)
class Putting:
    """How a question is put."""

    way: Way
    rule: str = ""
    """JSON text; empty for the rules of the meeting."""
    at: str | None = None
    roll: int | None = None
    """How many may answer outside the room; None: those of the meeting who are there."""


def put_question(act: Act, meeting: MeetingId, proposal: ProposalId, how: Putting) -> VoteId:
    """A question is put; who may answer is fixed as the way asks."""
    held = meetings.sitting(act, meeting)
    item, motion = proposals.find(held, proposal)
    _admit_question(held, item, motion)
    now = meetings.moment(act, held, how.at)
    rule = how.rule or (motion.ladder.rule if motion.ladder is not None else "")
    asked_by = rules.rules_from_text(rule) if rule else held.rules
    _admit_way(held, how.way, asked_by.parties)
    when = meetings.presence_at(act, held, how.at)
    there = held.electorate(item, when, asked_by)
    electorate = there if how.roll is None else ()
    if not electorate and not how.roll:
        raise NoOneToVote(item.id)
    if item.state is not ItemState.OPENED:
        agenda.open_item(act, meeting, item.id, now)
    vote = VoteId(
        act.add(
            VoteOpened(
                meeting,
                item.id,
                proposal,
                how.way,
                *subject_of(item, motion),
                *_asked(item, motion),
                rules.rules_text(asked_by) if rule else held.council.rules,
                len(asked_by.parties or held.roll) if how.roll is None else how.roll,
                electorate,
                now,
            )
        )
    )
    through = by_proxy(held, asked_by, when).items()
    proxies.keep_proxies(act, vote, {person: by for person, by in through if person in electorate})
    late.note(act, held, now, vote=vote)
    if motion.ladder is not None and motion.ladder.next is not None:
        act.add(StagePut(motion.ladder.id, motion.ladder.next.number, vote))
    return vote


def _asked(item: ItemView, motion: MotionView) -> tuple[str, str]:
    """The question in both languages: an amendment's own words where it has some."""
    if motion.amends is None:
        return item.wording(motion)
    return motion.words or motion.text, motion.words_2 or motion.text_2


def _admit_question(held: MeetingView, item: ItemView, motion: MotionView) -> None:
    admit_idle(held)
    if motion.mover is None:
        raise NotMoved(motion.id)
    if not motion.text:
        raise NoText(item.id)
    if motion.carried is not None or motion.withdrawn is not None:
        raise SettledAlready(item.id)
    waiting = [vote for vote in motion.votes if vote.closed is not None and not vote.announced]
    if waiting:
        raise NotClosed(waiting[0].id)


def _admit_way(held: MeetingView, way: Way, parties: tuple[str, ...]) -> None:
    """Parties are asked where the rules have them, and if the roll knows who speaks for any."""
    if (way is Way.PARTIES) is not bool(parties):
        raise ByParties(parties)
    if parties and not represented(parties, (each.person for each in held.roll)):
        raise NoParty(parties)


@dataclass(frozen=True, slots=True)
class End:
    """An open vote at the moment of its end."""

    running: VoteView
    at: str
    presence: tuple[PersonId, ...]
    """Who counts as present."""
    voters: tuple[PersonId, ...]
    """Who of them may answer."""
    through: Mapping[PersonId, PersonId]
    """Who of them is represented by whom."""


def ending(act: Act, vote: VoteId, way: Way | None, at: str | None) -> End:
    """An open vote taken this way, and who is there to answer it."""
    running = view_vote(act, vote)
    if way is not None and running.opened.way is not way:
        raise Unknown("vote", vote)
    if not running.open:
        raise VoteOver(vote)
    held = meetings.view(act, running.opened.meeting)
    item = agenda.on_agenda(held, running.opened.item)
    when = meetings.presence_at(act, held, at) or running.answered_at
    now = meetings.moment(act, held, at)
    through = represented_under(held, running.rules, when)
    if running.rules.takes_proxies:
        through = proxies.answered_through(held, running, through)
    late.note(act, held, now, vote=vote)
    voters = held.electorate(item, when, running.rules)
    return End(running, now, counted(held, item, running, when), voters, through)


def conclude(act: Act, end: End, figures: Figures) -> None:
    """The figures close a vote; who was represented at its end is kept, of papers who was at their issue."""
    act.add(closing(end.running, end.presence, reasoned(figures), end.at))
    if end.running.rules.takes_proxies and not end.running.opened.way.secret:
        there = {person: holder for person, holder in end.through.items() if person in end.presence}
        proxies.keep_proxies(act, end.running.id, there)


def closing(
    running: VoteView,
    presence: tuple[PersonId, ...],
    figures: Figures,
    at: str,
    replaces: int | None = None,
    casting: Casting | None = None,
) -> VoteClosed:
    """The fact that closes a vote: its figures, and what its rule says of them.

    A casting vote that was given stays given; `casting`: one that is given now.
    """
    present = len(presence) if figures.represented is None else figures.represented
    count = rules.Count(
        running.opened.roll, present, figures.yes, figures.no, figures.abstain, figures.invalid
    )
    given = casting or (running.casting.choice if running.casting is not None else None)
    verdict = rules.judge(running.rules, with_casting(count, given))
    return VoteClosed(
        running.id,
        presence,
        figures.yes,
        figures.no,
        figures.abstain,
        count.not_voting,
        figures.invalid,
        figures.issued,
        figures.returned,
        verdict.quorum_met,
        verdict.quorum_needed,
        verdict.carried,
        verdict.needed,
        verdict.tie,
        figures.override,
        figures.why,
        at,
        replaces=replaces,
    )
