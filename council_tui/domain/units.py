"""Dwelling units, their floor area and owners; and the facts of an owners' vote."""

from council_tui.domain.errors import Refusal
from council_tui.domain.ids import OwnerId, PersonId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact, Private
from council_tui.domain.topics import Topic
from council_tui.domain.unitlists import Answer, AreaSource, UnitColumn, UnitRow


@dataclass(frozen=True, slots=True)
class Unit(Fact):
    """A dwelling unit, known by its number; a later one with that number replaces it."""

    TABLE = "unit"
    TOPIC = Topic.PEOPLE
    ONE = ("number",)

    number: str
    area: int
    """Hundredths of a square metre."""
    source: AreaSource
    counts: bool
    """Whether it counts in a vote."""


@dataclass(frozen=True, slots=True)
class Owner(Fact):
    """Who owns units: one person, or co-owners together; one head however many units."""

    TABLE = "owner"
    TOPIC = Topic.PEOPLE

    name: Private[str]


@dataclass(frozen=True, slots=True)
class UnitOwned(Fact):
    """Whose a unit is; a later one of that unit replaces it."""

    TABLE = "unit_owned"
    TOPIC = Topic.PEOPLE
    ONE = ("number",)

    number: str
    owner: OwnerId


@dataclass(frozen=True, slots=True)
class OwnerEntitled(Fact):
    """An owner may answer a vote, with the units and the area they had when it was opened."""

    TABLE = "owner_entitled"
    TOPIC = Topic.VOTES
    ONE = ("vote", "owner")

    vote: VoteId
    owner: OwnerId
    units: int
    """How many of theirs count."""
    area: int
    """Of those, in hundredths of a square metre."""


@dataclass(frozen=True, slots=True)
class UnitBallot(Fact):
    """An owner's paper: what it says holds for all units of theirs that count."""

    TABLE = "unit_ballot"
    TOPIC = Topic.VOTES
    ONE = ("vote", "owner")

    vote: VoteId
    owner: OwnerId
    answer: Answer


@dataclass(frozen=True, slots=True)
class AreaCounted(Fact):
    """The figures of an owners' vote by floor area, in hundredths of a square metre."""

    TABLE = "area_counted"
    TOPIC = Topic.VOTES
    ONE = ("vote",)

    vote: VoteId
    roll: int
    yes: int
    no: int
    abstain: int
    invalid: int
    quorum_needed: int | None
    needed: int | None

    @property
    def returned(self) -> int:
        """Of all papers that came back."""
        return self.yes + self.no + self.abstain + self.invalid


@dataclass(frozen=True, slots=True)
class PaperCorrected(Fact):
    """One owner's paper was taken down wrongly, which came out after the announcement."""

    TABLE = "paper_corrected"
    TOPIC = Topic.VOTES
    ONE = ("figures",)

    vote: VoteId
    figures: int
    """The id of the `vote_closed` fact with the new figures and the reason; it replaces those before."""
    ballot: int | None
    """The id of the `unit_ballot` fact with what the paper says; None where only the number of papers
    given out was wrong."""
    asker: PersonId | None
    """Who asked for it; None where nobody is named."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The figures by floor area before and after a correction, and who asked for it."""

    before: AreaCounted
    after: AreaCounted
    asker: PersonId | None


@dataclass
class UnitKnown(Refusal):
    """A unit of that number is entered already."""

    number: str


@dataclass
class NoUnits(Refusal):
    """No unit that counts is entered: no owner could answer."""


@dataclass
class NotByArea(Refusal):
    """A vote of owners needs rules by heads and floor area."""

    id: str


UnitPlace = tuple[int, str]
"""Where a unit stands in the list: the length of its number, and the number."""


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit as a list shows it."""

    number: str
    area: int
    source: AreaSource
    counts: bool
    owner: OwnerId
    name: str
    """The owner's."""
    units: int = 1
    """How many the owner has."""


@dataclass(frozen=True, slots=True)
class UnitDifference:
    """One thing that a list says otherwise of a known unit."""

    row: UnitRow
    column: UnitColumn
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class UnitPreview:
    """What taking a list of units over would do; nothing of it is written yet."""

    added: tuple[UnitRow, ...]
    changed: tuple[UnitRow, ...]
    differences: tuple[UnitDifference, ...]
    """Of those that change, in the order of the list."""
    unchanged: int
    absent: int
    """Units known that the list does not name: they stay as they are."""
    owners: int
    """How many owners are new."""


@dataclass(frozen=True, slots=True)
class Totals:
    """How many units, of these counting, owners, and the area of those that count."""

    units: int
    counting: int
    owners: int
    area: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """An owner whom something typed at the desk may mean."""

    owner: OwnerId
    name: str
    numbers: tuple[str, ...]
    """Some of their units, the one that was typed first."""
    units: int
    area: int
    answer: Answer
    """What stands; NONE where no paper was entered."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it was entered."""

    ballot: int
    owner: OwnerId
    name: str
    number: str
    """One of the owner's units."""
    units: int
    area: int
    before: Answer
    answer: Answer


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit as it stands, with the facts that say so."""

    id: int
    unit: Unit
    owned: int
    owner: OwnerId
    name: str
