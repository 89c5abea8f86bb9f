"""What a check of the record finds: that it is sound, or where other hands were at it."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from council_tui.domain.ids import MeetingId, Seq
from council_tui.domain.lazily import dataclass

UNCHAINED = "0" * 64
"""What the first entry follows."""
MOST = 20
"""So many faults are looked for; after them a check ends."""


class Wrong(StrEnum):
    """In which way something is not as it was recorded."""

    SCHEMA = "schema"
    """Tables, views or triggers are not those of this version."""
    PAGES = "pages"
    """SQLite itself finds the file damaged."""
    ENTRY_CHANGED = "entry_changed"
    ENTRY_UNREADABLE = "entry_unreadable"
    ENTRY_MISSING = "entry_missing"
    ENTRY_UNCHAINED = "entry_unchained"
    """It does not follow the entry before it."""
    FACT_CHANGED = "fact_changed"
    FACT_MISSING = "fact_missing"
    FACT_UNNAMED = "fact_unnamed"
    """A row that no entry speaks of."""
    TEXT_CHANGED = "text_changed"
    TEXT_MISSING = "text_missing"
    """A private text is gone, and no entry says that it was erased."""
    TEXT_STRAY = "text_stray"
    """A private text that belongs to no fact, or was to be erased."""
    DERIVED = "derived"
    """A table that triggers keep does not hold what follows from the facts."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where the file is not what its journal says."""

    wrong: Wrong
    table: str = ""
    row: int | None = None
    seq: Seq | None = None
    """The journal's entry."""
    detail: str = ""
    """The field of a private text, or what SQLite said."""
    meeting: MeetingId | None = None
    """The meeting it belongs to, if any; with it its year and its number in the year."""
    year: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """How far a check has come: handed from slice to slice, so that no vote waits for it."""

    seq: int = 0
    """The last entry looked at."""
    head: str = UNCHAINED
    """Its hash."""
    begun: int = 0
    """The entry after which the check began: 0 for all of them."""
    pages: int = 0
    """How many tables' pages were looked at."""
    ids: Mapping[str, int] = field(default_factory=dict)
    """The last row of each fact table that an entry has named."""
    file: str = ""
    """The record book's own id, from its first entry."""
    at: str = ""
    """The clock's value in the last entry looked at, UTC."""
    facts: int = 0
    faults: tuple[Fault, ...] = ()
    done: bool = False

    @property
    def sound(self) -> bool:
        """Whether nothing was found so far."""
        return not self.faults

    @property
    def entries(self) -> int:
        """How many entries were looked at."""
        return self.seq - self.begun
