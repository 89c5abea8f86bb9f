"""The record itself: what every fact is, what undoes one, and what may not be undone."""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, ClassVar, Generic, TypeVar

from council_tui.domain.ids import PersonId, Seq
from council_tui.domain.lazily import dataclass
from council_tui.domain.topics import Topic

T = TypeVar("T")
F = TypeVar("F", bound="Fact")

PRIVATE = "private"
Private = Annotated[T, PRIVATE]
"""A field kept apart from the journal, so that it can be erased: only its salted hash is chained."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that was so, or was said to be so: inserted once, never changed."""

    TABLE: ClassVar[str]
    TOPIC: ClassVar[Topic]
    ONE: ClassVar[tuple[str, ...]] = ()
    """Fields for whose values only one fact may stand at a time."""

    replaces: int | None = field(default=None, kw_only=True)
    """The fact of the same kind that this one stands in for."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[F]):
    """A fact as the record keeps it: with its id and the number of its entry."""

    id: int
    entry: Seq
    fact: F


@dataclass(frozen=True, slots=True)
class Reversal(Fact):
    """An entry falls (undo), or stands again (redo)."""

    TABLE = "reversal"
    TOPIC = Topic.COUNCIL

    reversed: Seq
    stands: bool


@dataclass(frozen=True, slots=True)
class Erased(Fact):
    """A private text was erased from the record; its hash stays in the journal."""

    TABLE = "erased"
    TOPIC = Topic.PEOPLE

    fact: str
    """The table of the fact whose text is gone."""
    row: int
    field: str
    why: str


BARRIERS = frozenset(
    {
        "found_council",
        "announce_result",
        "announce_poll",
        "open_secret_vote",
        "close_secret_vote",
        "open_laptop_vote",
        "close_laptop_vote",
        "end_laptop_vote",
        "void_laptop_vote",
        "correct_result",
        "correct_ballot",
        "correct_paper",
        "correct_poll",
        "recount_vote",
        "correct_stand",
        "sign_off",
        "export_paper",
        "erase_text",
    }
)
"""Kinds of act that undo stops at: what was said aloud, printed or counted in secret is corrected."""

REVERSALS = frozenset({"undo", "redo"})
"""Kinds of act that only move the line between what stands and what does not."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One act as the journal keeps it."""

    seq: Seq
    at: str
    """The clock's value, UTC: `2023-02-08T11:41:05Z`."""
    by: PersonId
    kind: str
    facts: tuple[Kept[Fact], ...]
    stands: bool
    undoable: bool


Both = tuple[str, str]
"""A text in the council's language, and in the second one; a name, and in Latin letters. May be empty."""


@dataclass(frozen=True, slots=True)
class Announced:
    """The figures of a vote and what they came to, as they were announced."""

    carried: bool
    tie: bool
    yes: int
    no: int
    abstain: int


@dataclass(frozen=True, slots=True)
class Names:
    """What ids in facts are called: for sentences about entries."""

    people: Mapping[int, Both]
    items: Mapping[int, Both] = field(default_factory=dict)
    proposals: Mapping[int, Both] = field(default_factory=dict)
    votes: Mapping[int, Both] = field(default_factory=dict)
    """Their questions."""
    results: Mapping[int, Announced] = field(default_factory=dict)
    """Of the votes whose results are announced here."""
    lang: str = ""
    """The council's language."""


@dataclass(frozen=True, slots=True)
class History:
    """The newest entries first, with the names their facts speak of."""

    entries: tuple[Entry, ...]
    names: Names
    undo: Seq | None
    """The entry that one `undo` would make fall."""
    redo: Seq | None
    """The entry that one `redo` would make stand."""
