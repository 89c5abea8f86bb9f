"""What the store cannot do with its file, as facts: they cross into words and screens."""

from enum import StrEnum

from council_tui.domain.errors import Refusal
from council_tui.domain.lazily import dataclass


class Unfit(StrEnum):
    """Why a file cannot be opened."""

    MISSING = "missing"
    FOREIGN = "foreign"
    DAMAGED = "damaged"
    NEWER = "newer"
    OLDER = "older"
    """Not brought up to date yet, and only to be looked at."""
    UNREADABLE = "unreadable"
    FOLDER = "folder"
    OLD_SQLITE = "old_sqlite"
    NO_ROOM = "no_room"


@dataclass
class CannotOpen(Refusal):
    """A file that is not ours to open; it was left as it was."""

    path: str
    why: Unfit
    detail: str = ""


@dataclass
class NotRecorded(Refusal):
    """A commit failed: nothing of the act is on the disk, and no more acts are taken."""

    detail: str


@dataclass
class FileMoved(Refusal):
    """The file was moved, replaced or deleted while it was open; no more acts are taken."""

    path: str


@dataclass
class ViewOnly(Refusal):
    """The file is open for viewing: another window writes, or the disk may not be written."""

    path: str


@dataclass
class Waiting(Refusal):
    """The file cannot be read at this moment: the main window has to finish first."""

    path: str


@dataclass
class NothingToUndo(Refusal):
    """No entry stands between the last barrier and now."""


@dataclass
class NothingToRedo(Refusal):
    """Nothing was undone since the last thing recorded."""


@dataclass
class Doubled(Refusal):
    """Only one may stand, and one stands already."""

    table: str


@dataclass
class CannotCopy(Refusal):
    """A copy of the file cannot be written; nothing half-written stays."""

    path: str
    exists: bool
    """Whether another file is there already; it was left as it was."""
    detail: str = ""


@dataclass
class OlderFile(Refusal):
    """A warning: the file ends before, or differs from, what was seen of it on this machine before."""

    found: int
    """Its last entry."""
    remembered: int
    """The last entry seen before."""
    at: str
    """When that one was recorded, UTC: `2023-02-08T11:41:05Z`."""

    @property
    def forked(self) -> bool:
        """Whether it holds that many entries, but others."""
        return self.found >= self.remembered
