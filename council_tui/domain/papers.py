"""A meeting's papers as they stand: which version was signed off, what left the program, what was adopted."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Literal

from council_tui.domain.hall import Hall
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperExported, PaperKind, Sealed
from council_tui.domain.record import Kept

SHEET: Literal["sheet"] = "sheet"
"""The blank tally sheet: handed out as the papers are, and none of the record's."""
Printed = PaperKind | Literal["sheet"]
"""What is handed out of a meeting."""
PRINTED: tuple[Printed, ...] = (*PaperKind, SHEET)


class Standing(StrEnum):
    """How far a meeting's papers have come."""

    WRITING = "writing"
    """The meeting is not over: they write themselves."""
    UNSEALED = "unsealed"
    SEALED = "sealed"
    CHANGED = "changed"
    """Something was recorded since the last version was signed off that the papers show."""
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True)
class PapersView:
    """The frame, and what left the program of the meeting in hand."""

    hall: Hall
    exports: tuple[PaperExported, ...]


def standing(meeting: MeetingView, sha256: str) -> Standing:
    """How far the papers have come whose hash is `sha256` at this moment."""
    if not meeting.adjourned_at:
        return Standing.WRITING
    if not meeting.seals:
        return Standing.UNSEALED
    last = meeting.seals[-1]
    if last.fact.sha256 != sha256:
        return Standing.CHANGED
    return Standing.ADOPTED if any(each.seal == last.id for each in meeting.adopted) else Standing.SEALED


def final(meeting: MeetingView, sha256: str) -> Kept[Sealed] | None:
    """The version that was signed off and is still what the papers say; None while they are a draft."""
    sealed = standing(meeting, sha256) in {Standing.SEALED, Standing.ADOPTED}
    return meeting.seals[-1] if sealed else None


def exported(exports: Sequence[PaperExported], seal: Kept[Sealed]) -> int:
    """How often a version left the program."""
    return sum(each.seal == seal.id for each in exports)
