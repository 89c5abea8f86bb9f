"""A poll: candidates or projects, papers as tellers typed them, and what one way of counting made of them.

Never who marked which. A start reads it, so it imports none of the ways of counting (`domain.pollcounts`).
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from council_tui.domain.errors import Refusal
from council_tui.domain.ids import ItemId, MeetingId, PersonId, PollId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact, Kept
from council_tui.domain.recounts import PollCorrected
from council_tui.domain.reopenings import PollReopened
from council_tui.domain.rules import Rules
from council_tui.domain.topics import Topic

if TYPE_CHECKING:
    from council_tui.domain.tally.model import Method, Result


class Sort(StrEnum):
    """What a paper is."""

    MARKED = "marked"
    BLANK = "blank"
    """Nothing is marked on it: an abstention."""
    INVALID = "invalid"
    """Marked against the rules, more than is allowed among them (Electoral Law, article 44)."""


@dataclass(frozen=True, slots=True)
class PollOpened(Fact):
    """A poll was opened: who or what may be marked, how it is counted, and how many may vote."""

    TABLE = "poll_opened"
    TOPIC = Topic.VOTES

    meeting: MeetingId
    item: ItemId
    title: str
    title_2: str
    method: str
    """An id of `tally.METHODS`."""
    seats: int
    marks: int | None
    """The most marks on one paper; None for any number."""
    points: int | None
    """The most points of one paper together; None for any."""
    budget: int | None
    """The sum that may be spent, in hundredths; None where nothing is bought."""
    least: str
    """The share of votes without which nobody is elected, as a gate; empty for none."""
    rules: str
    """The whole of `rules.Rules` as canonical JSON: its quorum holds here too."""
    roll: int
    electorate: int
    candidates: str
    """`pollpapers.candidates_text`: people of the register by id, others and projects by name."""
    follows: int | None
    """The poll of which this is a further round."""
    at: str


@dataclass(frozen=True, slots=True)
class PollPaper(Fact):
    """One paper, or several alike; never whose, and no time of its own."""

    TABLE = "poll_paper"
    TOPIC = Topic.VOTES

    poll: PollId
    sort: Sort
    marks: str
    """As `pollpapers.marks_text` writes them; empty for a blank or an invalid one."""
    count: int
    """How many; none for a paper that was taken back."""


@dataclass(frozen=True, slots=True)
class PollLot(Fact):
    """Lots were drawn for a tie: candidates in the order drawn, the favoured one first."""

    TABLE = "poll_lot"
    TOPIC = Topic.VOTES

    poll: PollId
    drawn: tuple[int, ...]
    at: str


@dataclass(frozen=True, slots=True)
class PollClosed(Fact):
    """The figures of a poll, and the whole count."""

    TABLE = "poll_closed"
    TOPIC = Topic.VOTES
    ONE = ("poll",)

    poll: PollId
    issued: int
    returned: int
    invalid: int
    blank: int
    void: bool
    """More papers came back than people may vote: nothing is counted (Electoral Law, article 44)."""
    quorum_met: bool
    quorum_needed: int | None
    winners: tuple[int, ...]
    """Numbers of candidates in order of election; nobody without a quorum."""
    counted: str
    """`tally.kept.text` of the count, round by round."""
    at: str


@dataclass(frozen=True, slots=True)
class PollAnnounced(Fact):
    """The chair said the result aloud."""

    TABLE = "poll_announced"
    TOPIC = Topic.VOTES
    ONE = ("poll",)

    poll: PollId
    at: str


@dataclass(frozen=True, slots=True)
class PollAbandoned(Fact):
    """A poll ended without a result."""

    TABLE = "poll_abandoned"
    TOPIC = Topic.VOTES
    ONE = ("poll",)

    poll: PollId
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who or what may be marked: somebody of the register, or a name; a project has its cost."""

    name: str
    name_2: str = ""
    person: PersonId | None = None
    cost: int | None = None
    """In hundredths."""


@dataclass(frozen=True, slots=True)
class PollEntry:
    """A poll as it is asked for."""

    title: str
    title_2: str
    method: str
    candidates: tuple[Candidate, ...]
    seats: int = 1
    marks: int | None = None
    points: int | None = None
    budget: int | None = None
    least: str = ""
    follows: PollId | None = None


@dataclass(frozen=True, slots=True)
class PollView:
    """A poll as it stands."""

    id: PollId
    opened: PollOpened
    method: "Method"
    rules: Rules
    candidates: tuple[Candidate, ...]
    papers: Mapping[str, int]
    """Marked papers by their marks, in the order in which each kind came first."""
    blank: int
    invalid: int
    last: Kept[PollPaper] | None
    """The paper typed last."""
    lots: tuple[tuple[int, ...], ...]
    closed: PollClosed | None
    result: "Result | None"
    """The count as it was when the poll was closed."""
    announced: str | None
    abandoned: PollAbandoned | None
    further: PollEntry | None = None
    """The further round that the count asks for (`pollcounts.second_round`)."""
    reopened: PollReopened | None = None
    """Why its result stands no longer."""
    corrections: "tuple[tuple[PollView, PollCorrected], ...]" = ()
    """The poll as it stood before each correction, and the correction; oldest first."""
    late: str = ""
    """When it was entered, where that was afterwards with typed times; mostly empty."""

    @property
    def open(self) -> bool:
        """Whether papers are being typed."""
        return self.closed is None and self.abandoned is None

    @property
    def valid(self) -> int:
        """Marked papers."""
        return sum(self.papers.values())

    @property
    def returned(self) -> int:
        """All papers typed so far."""
        return self.valid + self.blank + self.invalid

    @property
    def winners(self) -> tuple[int, ...]:
        """Who won; nobody before the close."""
        return self.closed.winners if self.closed is not None else ()


def running(polls: Iterable[PollView]) -> PollView | None:
    """The poll whose papers are being typed."""
    return next((poll for poll in polls if poll.open), None)


def under(polls: Iterable[PollView], item: ItemId) -> tuple[PollView, ...]:
    """The polls of one item."""
    return tuple(poll for poll in polls if poll.opened.item == item)


@dataclass
class PollRunning(Refusal):
    """A poll is open or not announced: that is done first."""

    poll: PollId


@dataclass
class PollOver(Refusal):
    """The poll takes no papers any more."""

    poll: PollId


@dataclass
class TooManyMarks(Refusal):
    """A paper with more marks than are allowed: it is void."""

    found: int
    most: int


@dataclass
class ShortPaper(Refusal):
    """Points are missing: there is one figure for each candidate."""

    found: int
    needed: int


@dataclass
class BadMarks(Refusal):
    """Marks that no paper of this poll can have."""

    text: str


@dataclass
class MorePapers(Refusal):
    """More papers were typed than were issued."""

    returned: int
    issued: int


@dataclass
class TieStands(Refusal):
    """Equal candidates of whom only some can be taken: lots are drawn, or there is a further round."""

    poll: PollId
    between: tuple[int, ...]


@dataclass
class BadLot(Refusal):
    """An order drawn that names not all of the tied, or turns around what was drawn before."""


@dataclass
class FewCandidates(Refusal):
    """A poll needs at least two candidates, and at least as many as there are seats."""

    found: int
    needed: int


@dataclass
class OtherCandidates(Refusal):
    """A file of papers with other candidates than the poll's; `name` is one of them, or empty."""

    name: str
