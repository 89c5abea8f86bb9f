"""The counting desk: the votes of the meeting in hand, who is asked, and whom the keys go to."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import Generic, TypeVar

from council_tui.domain.agenda import Role
from council_tui.domain.attending import counted
from council_tui.domain.hall import Hall
from council_tui.domain.ids import PersonId, Seq, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView, by_proxy, latest
from council_tui.domain.parties import speaking
from council_tui.domain.people import PersonView
from council_tui.domain.polls import PollView, running
from council_tui.domain.record import Entry, History, Names
from council_tui.domain.rulesets import ChairVotes
from council_tui.domain.units import Paper
from council_tui.domain.votes import Ballot, Choice, PartyStand, VoteView

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class VotesView:
    """What the Votes screen shows: the frame, and the open vote with who may answer it."""

    hall: Hall
    seq: Seq
    """The last entry of the journal when this picture was taken."""
    running: VoteView | None
    """The open vote with its answers so far; `hall` may still have older ones."""
    asked: tuple[PersonId, ...]
    """Who may answer it, by seat: those in the room, and anybody whose answer stands."""
    present: int
    """How many count as present at it."""
    through: Mapping[PersonId, PersonId] = field(default_factory=dict)
    """Who of those asked is represented by whom."""

    @property
    def meeting(self) -> MeetingView | None:
        """The meeting in hand."""
        return self.hall.meeting

    @property
    def poll(self) -> PollView | None:
        """The poll whose papers are typed."""
        return running(self.meeting.polls) if self.meeting is not None else None

    def vote(self, id: VoteId | None) -> VoteView | None:
        """A vote of the meeting in hand."""
        if self.running is not None and self.running.id == id:
            return self.running
        found = self.meeting.votes if self.meeting is not None else ()
        return next((vote for vote in found if vote.id == id), None)

    @property
    def waiting(self) -> VoteView | None:
        """A closed vote whose result was not announced."""
        found = self.meeting.votes if self.meeting is not None else ()
        return next((vote for vote in found if vote.closed is not None and not vote.announced), None)

    @property
    def unanswered(self) -> tuple[PersonId, ...]:
        """Who has not answered the open vote yet."""
        given = self.running.answers if self.running is not None else {}
        return tuple(person for person in self.asked if person not in given)


def votes_view(hall: Hall, seq: Seq, running: VoteView | None) -> VotesView:
    """The picture, with who may answer worked out."""
    meeting = hall.meeting
    item = meeting.item(running.opened.item) if meeting is not None and running is not None else None
    if meeting is None or running is None or item is None:
        return VotesView(hall, seq, running, (), 0)
    at = latest(meeting) if meeting.plan.late else running.answered_at
    here = set(meeting.electorate(item, at, running.rules)) | set(running.answers)
    asked = tuple(each.person.id for each in meeting.roll if each.person.id in here)
    through = _through(meeting, running, at, here)
    return VotesView(hall, seq, running, asked, len(counted(meeting, item, running, at)), through)


def _through(
    meeting: MeetingView, running: VoteView, at: str | None, asked: set[PersonId]
) -> Mapping[PersonId, PersonId]:
    """Who of those asked is represented by whom: of papers, as it was when they were issued."""
    if running.opened.way.secret:
        return running.proxies
    found = by_proxy(meeting, running.rules, at).items()
    return {person: holder for person, holder in found if person in asked}


def with_answers(view: VotesView, entries: Sequence[Entry]) -> VotesView:
    """The picture after some more answers to its open vote: nothing else has changed."""
    if view.running is None or not entries:
        return view
    answers = dict(view.running.answers)
    for kept in (kept for entry in entries for kept in entry.facts):
        if isinstance(ballot := kept.fact, Ballot):
            answers.pop(ballot.person, None)
            if ballot.choice is not Choice.NONE:
                answers[ballot.person] = kept.id, ballot.choice
    last = entries[-1]
    hall = replace(view.hall, last=History((last,), _names(view.meeting, last), last.seq, None))
    running = replace(view.running, answers=answers)
    if view.running.answers.keys() <= answers.keys() <= set(view.asked):
        # nobody else was asked: as many as before are counted
        return replace(view, hall=hall, seq=last.seq, running=running)
    return votes_view(hall, last.seq, running)


def with_papers(view: VotesView, papers: Sequence[tuple[Entry, Paper]]) -> VotesView:
    """The picture after some more papers of owners: nothing else has changed."""
    if view.running is None or view.running.owners is None or not papers:
        return view
    from council_tui.domain.owners import with_paper

    tally = view.running.owners
    for _entry, paper in papers:
        tally = with_paper(tally, paper)
    last = papers[-1][0]
    hall = replace(view.hall, last=History((last,), Names({}), last.seq, None))
    return replace(view, hall=hall, seq=last.seq, running=replace(view.running, owners=tally))


def _names(meeting: MeetingView | None, answered: Entry) -> Names:
    """What those who answered are called."""
    people = meeting.people if meeting is not None else {}
    given = {kept.fact.person for kept in answered.facts if isinstance(kept.fact, Ballot)}
    found = [people[person].person for person in given if person in people]
    return Names({int(each.id): (each.name, each.latin) for each in found})


@dataclass(frozen=True, slots=True)
class Side:
    """A party at an open vote: who may speak for it, and what it has said."""

    party: str
    here: tuple[PersonView, ...]
    """Voting members in the room who do not stand aside, by seat."""
    stand: PartyStand | None

    @property
    def represented(self) -> bool:
        """Whether somebody is there to speak for it, or has spoken."""
        return bool(self.here) or self.stand is not None


def sides(view: VotesView) -> tuple[Side, ...]:
    """The parties of the open vote, in the order of its rules."""
    meeting, vote = view.meeting, view.running
    if meeting is None or vote is None:
        return ()
    people = [meeting.people[each].person for each in view.asked]
    stands = {party: stand for party, (_id, stand) in vote.stands.items()}
    return tuple(Side(each, speaking(each, people), stands.get(each)) for each in vote.rules.parties)


def calling_order(meeting: MeetingView, vote: VoteView, asked: Sequence[PersonId]) -> tuple[PersonId, ...]:
    """The order in which members are asked: by seat; the chair last where the rules say so."""
    last = set(meeting.holders(Role.CHAIR)) if vote.rules.chair_votes is ChairVotes.LAST else set()
    return (*(each for each in asked if each not in last), *(each for each in asked if each in last))


@dataclass(frozen=True, slots=True)
class Calling(Generic[T]):
    """Whom the keys go to, members or parties: moved in memory, ahead of what is recorded."""

    order: tuple[T, ...]
    answered: frozenset[T]
    """Recorded, or on its way to be."""
    at: T | None
    """Who is asked; None when all have answered."""
    trail: tuple[T, ...] = ()
    """Who answered, the latest last: the way back."""

    def answer(self) -> "Calling[T]":
        """The one who is asked has answered: the next without an answer is asked, round to the first."""
        if self.at is None:
            return self
        answered = self.answered | {self.at}
        trail = (*(each for each in self.trail if each != self.at), self.at)
        return Calling(self.order, answered, _next(self.order, answered, self.at), trail)

    def skip(self) -> "Calling[T]":
        """Ask the next without an answer; who was skipped is asked again after the others."""
        if self.at is None:
            return self
        return replace(self, at=_next(self.order, self.answered, self.at) or self.at)

    def back(self) -> "Calling[T]":
        """Ask the last who answered again; their answer is taken back. Unchanged when nobody has."""
        if not self.trail:
            return self
        last = self.trail[-1]
        return Calling(self.order, self.answered - {last}, last, self.trail[:-1])

    def ask(self, person: T) -> "Calling[T]":
        """Ask this one, whether they have answered or not."""
        return replace(self, at=person) if person in self.order else self

    def follow(self, order: tuple[T, ...], answered: frozenset[T]) -> "Calling[T]":
        """The same after others came or went: who is asked stays, if they are still there."""
        at = self.at if self.at in order else None
        trail = tuple(each for each in self.trail if each in answered)
        return Calling(order, answered, at or _next(order, answered, None), trail)


def begin(order: tuple[T, ...], given: Mapping[T, tuple[int, object]]) -> Calling[T]:
    """The calling as it was left: the first without an answer is asked. `given`: answers with their ids."""
    trail = sorted(given, key=lambda each: given[each][0])
    answered = frozenset(trail)
    return Calling(order, answered, _next(order, answered, None), tuple(trail))


def _next(order: Sequence[T], answered: frozenset[T], after: T | None) -> T | None:
    """The next without an answer, round to the first; None when all have one."""
    place = order.index(after) + 1 if after is not None and after in order else 0
    return next((each for each in (*order[place:], *order[:place]) if each not in answered), None)
