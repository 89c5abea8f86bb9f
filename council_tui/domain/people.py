"""People: who they are, and who has a seat and a vote."""

from council_tui.domain.ids import NamedId, PersonId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact, Private
from council_tui.domain.topics import Topic


@dataclass(frozen=True, slots=True)
class Person(Fact):
    """Somebody entered the record."""

    TABLE = "person"
    TOPIC = Topic.PEOPLE


@dataclass(frozen=True, slots=True)
class PersonNamed(Fact):
    """What somebody is called, the post printed behind the name, and whom they speak for."""

    TABLE = "person_named"
    TOPIC = Topic.PEOPLE
    ONE = ("person",)

    person: PersonId
    name: Private[str]
    latin: Private[str]
    """The name in Latin letters, family name first; may be empty."""
    title: str
    title_2: str
    organisation: str
    """Whom they speak for; empty for a resident."""


@dataclass(frozen=True, slots=True)
class PhoneGiven(Fact):
    """Somebody's telephone number."""

    TABLE = "phone_given"
    TOPIC = Topic.PEOPLE
    ONE = ("person",)

    person: PersonId
    phone: Private[str]


@dataclass(frozen=True, slots=True)
class Seated(Fact):
    """Somebody has a seat on the council, or has it no more."""

    TABLE = "seated"
    TOPIC = Topic.PEOPLE
    ONE = ("person",)

    person: PersonId
    seat: int
    category: str
    """A known code (`resident_rep`) or the council's own word."""
    votes: bool
    ended: bool


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as the roster shows them."""

    id: PersonId
    named: NamedId
    name: str
    latin: str
    title: str
    title_2: str
    organisation: str
    phone: str
    seat: int | None
    """None for somebody without a seat on the council."""
    category: str
    votes: bool
    keys: tuple[str, ...]
    """Pinyin and initials to find them by."""
    seated: int | None = None
    """The id of the `seated` fact in force."""
    party: str = ""
    """Which party of a joint meeting they speak for; on a roll, as it was kept."""
