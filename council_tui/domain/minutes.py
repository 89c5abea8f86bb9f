"""The papers of a meeting: the recorder's wording, seals, exports and adoption."""

from enum import StrEnum

from council_tui.domain.ids import ItemId, MeetingId, PersonId, SealId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact
from council_tui.domain.topics import Topic


class PaperKind(StrEnum):
    """Which paper of a meeting."""

    MINUTES = "minutes"
    RECORD = "record"


class Part(StrEnum):
    """The part of a paper that the recorder worded."""

    DISCUSSION = "discussion"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Worded(Fact):
    """The recorder's own wording of a part; an empty text gives the composed one back."""

    TABLE = "worded"
    TOPIC = Topic.MINUTES
    ONE = ("meeting", "item", "part", "lang")

    meeting: MeetingId
    item: ItemId | None
    part: Part
    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class Sealed(Fact):
    """The chair signed a version of a meeting's papers off."""

    TABLE = "sealed"
    TOPIC = Topic.MINUTES
    ONE = ("meeting", "version")

    meeting: MeetingId
    version: int
    """From 1; a change after a seal is a new version."""
    chair: PersonId
    head: int
    """The last entry of the journal that the papers were composed from."""
    head_hash: str
    sha256: str
    """Of the canonical document, before any layout."""
    at: str


@dataclass(frozen=True, slots=True)
class PaperExported(Fact):
    """A sealed paper left the program as these bytes."""

    TABLE = "paper_exported"
    TOPIC = Topic.MINUTES

    seal: SealId
    kind: PaperKind
    lang: str
    columns: int
    sha256: str
    """Of the file's bytes."""


@dataclass(frozen=True, slots=True)
class Adopted(Fact):
    """A later meeting adopted a sealed version."""

    TABLE = "adopted"
    TOPIC = Topic.MINUTES
    ONE = ("seal",)

    seal: SealId
    meeting: MeetingId
    at: str
