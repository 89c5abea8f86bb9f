"""Refusals: what may not be recorded, as facts. The words for each are in `wording.say`."""

from council_tui.domain.ids import ItemId, MeetingId, PersonId, ProposalId, VoteId
from council_tui.domain.lazily import dataclass


@dataclass
class Refusal(Exception):
    """Something asked for that may not be recorded. Subclasses carry the facts, never a sentence."""

    def __str__(self) -> str:
        """The class and its facts, for logs and tests; people read `wording.say`."""
        return repr(self)


@dataclass
class Missing(Refusal):
    """A required text was left empty."""

    field: str


@dataclass
class Unknown(Refusal):
    """There is no such thing, or it was undone."""

    what: str
    id: int


@dataclass
class SeatTaken(Refusal):
    """A seat number is somebody else's."""

    seat: int
    holder: PersonId
    name: str


@dataclass
class AlreadyFounded(Refusal):
    """The file already holds a council."""

    name: str


@dataclass
class NotADay(Refusal):
    """A date or time that does not exist or cannot be read."""

    text: str


@dataclass
class NumberTaken(Refusal):
    """A meeting of that year already has the number."""

    year: int
    number: int


@dataclass
class MeetingNotOpen(Refusal):
    """The meeting has not been opened, or is in recess."""

    meeting: MeetingId


@dataclass
class MeetingOver(Refusal):
    """The meeting was adjourned: its attendance and votes are closed."""

    meeting: MeetingId


@dataclass
class MeetingRunning(Refusal):
    """Another meeting is open."""

    meeting: MeetingId
    number: int


@dataclass
class AlreadyOpen(Refusal):
    """The meeting was opened already."""

    meeting: MeetingId


@dataclass
class EmptyRoll(Refusal):
    """Nobody has a seat with a vote: there is no roll to open a meeting with."""


@dataclass
class NotOnAgenda(Refusal):
    """The item is not on this meeting's agenda."""

    item: ItemId


@dataclass
class ItemOpen(Refusal):
    """The item is before the meeting and cannot leave the agenda."""

    item: ItemId


@dataclass
class NotPresent(Refusal):
    """A member who is not in the room cannot answer."""

    person: PersonId
    name: str


@dataclass
class NotEntitled(Refusal):
    """Somebody who has no vote, or stands aside, cannot answer."""

    person: PersonId
    name: str


@dataclass
class NotInTheRoom(Refusal):
    """Somebody who did not come cannot move, second or hold an office in the meeting."""

    person: PersonId
    name: str


@dataclass
class SameStep(Refusal):
    """Somebody is already signed in, or already out."""

    person: PersonId
    name: str
    presence: str


@dataclass
class NoText(Refusal):
    """A vote needs the exact text of its question."""

    item: ItemId


@dataclass
class NotMoved(Refusal):
    """A proposal that nobody has moved cannot be put to the vote."""

    proposal: ProposalId


@dataclass
class OwnSecond(Refusal):
    """A mover cannot second their own motion."""

    person: PersonId
    name: str


@dataclass
class AmendmentPending(Refusal):
    """One amendment is pending already: it is voted on first."""

    proposal: ProposalId


@dataclass
class SettledAlready(Refusal):
    """The motion was voted on, withdrawn, or the item settled."""

    item: ItemId


@dataclass
class VoteRunning(Refusal):
    """Answers are being taken: the open vote is closed or abandoned first."""

    vote: VoteId


@dataclass
class VoteOver(Refusal):
    """The vote takes no answers any more."""

    vote: VoteId


@dataclass
class NotClosed(Refusal):
    """A result needs the figures of a closed vote."""

    vote: VoteId


@dataclass
class Announced(Refusal):
    """The result was announced: from now on it is corrected, with a reason."""

    vote: VoteId


@dataclass
class NotAnnounced(Refusal):
    """Before the announcement figures are simply entered again."""

    vote: VoteId


@dataclass
class NoOneToVote(Refusal):
    """Nobody who may answer is in the room."""

    item: ItemId


@dataclass
class TooManyAnswers(Refusal):
    """More answers than people who may answer: somebody present has not signed in."""

    yes: int
    no: int
    abstain: int
    present: int


@dataclass
class PapersDoNotAddUp(Refusal):
    """Returned must be at most issued, and valid plus invalid must be what was returned."""

    issued: int
    returned: int
    invalid: int
    yes: int
    no: int
    abstain: int


@dataclass
class IssuedOverElectorate(Refusal):
    """More papers were issued than there are people who may vote: the whole vote would be void."""

    issued: int
    electorate: int


@dataclass
class Unlikely(Refusal):
    """Possible but unlikely figures: they are taken with a reason."""

    answered: int
    present: int


@dataclass
class NeedsReason(Refusal):
    """This is recorded with a reason only."""


@dataclass
class NotOver(Refusal):
    """The meeting is not adjourned yet."""

    meeting: MeetingId


@dataclass
class NotSealed(Refusal):
    """Only a paper that was signed off is exported as final, or adopted."""

    meeting: MeetingId


@dataclass
class NothingChanged(Refusal):
    """The sealed version is still exactly what would be sealed."""

    version: int


@dataclass
class Stale(Refusal):
    """Something was recorded since this was composed: look at it again."""


@dataclass
class TooLong(Refusal):
    """A text is longer than its place; it is refused, because a cut is a lie."""

    begins: str
    limit: int
    found: int
