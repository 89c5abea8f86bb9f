"""A paper brought back to the record: whether it is one that left it, and as it left it."""

from enum import StrEnum

from council_tui.domain.lazily import dataclass
from council_tui.domain.minutes import PaperKind


class Trace(StrEnum):
    """What a file turned out to be."""

    WHOLE = "whole"
    """A paper of this record, byte for byte as it was exported."""
    CHANGED = "changed"
    """It names a version of this record, but no export of it has these bytes."""
    FOREIGN = "foreign"
    """It names an entry that this record does not have, or has otherwise."""
    UNSEALED = "unsealed"
    """It names no entry at all: a draft, or another file."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A file, and the paper it is or claims to be; nothing of it for an unsealed one."""

    trace: Trace
    kind: PaperKind | None = None
    lang: str = ""
    columns: int = 0
    entry: int = 0
    """The entry of the journal that it names."""
    year: int = 0
    number: int = 0
    """The meeting's number in the year; 0 where the record has none."""
    version: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with it."""
        return self.trace is Trace.WHOLE
