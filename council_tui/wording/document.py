"""A paper before any layout: frozen blocks, and the hash of what they say.

It knows no width, no typeface and no file. A format under `export` gives the blocks their looks.
"""

import hashlib
import json
from dataclasses import asdict
from enum import StrEnum

from council_tui.domain.lazily import dataclass

DOMAIN = b"council-document/1\n"


class Align(StrEnum):
    """Where the cells of a column stand."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Title:
    """A line above everything; the first says whose paper it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line of the paper's head: a label and what belongs to it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of an item or a section."""

    numeral: str
    text: str
    note: str = ""
    """What is said behind it: the council's own number for the item."""
    level: int = 0
    """0 for an item, 1 for a sub-item."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text below a heading."""

    text: str


@dataclass(frozen=True, slots=True)
class Timed:
    """A line of a record: what happened, and when."""

    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    head: str
    align: Align = Align.LEFT
    share: int = 0
    """How much of the spare room it takes beside others; 0 for one as wide as its cells."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells below their heads."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign, two in a line; a place may be filled already."""

    places: tuple[tuple[str, str], ...]


TICK = "[ ]"
"""A cell or a place that is a box to be ticked."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """Places for figures, or to tick, side by side."""

    labels: tuple[str, ...]
    tick: bool = False
    """Whether a box is ticked, and stands before its label; else a figure is written into it."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines to write on, each behind its label; two beside one another where the page is wide."""

    labels: tuple[str, ...]
    more: int = 0
    """Lines as wide as the page below them."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """Rows to be filled in by hand: an empty cell is a line to write on."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    spaced: bool = False
    """Whether an empty line follows each row: room for a signature."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Two rows of figures, one above the other: find yours in the first, read the second."""

    above: str
    below: str
    pairs: tuple[tuple[str, str], ...]


Form = Boxes | Lines | Ruled | Lookup
"""What is written on by hand; no paper of the record has any."""
Shown = Title | Labelled | Heading | Paragraph | Timed | Table | Signatures
Block = Shown | Form


@dataclass(frozen=True, slots=True)
class Document:
    """A paper."""

    kind: str
    lang: str
    blocks: tuple[Block, ...]
    whole: tuple[str, ...] = ()
    """Names that no line break may part; no part of what the paper says."""

    @property
    def title(self) -> str:
        """Its titles in one line: for a window, or a file's name."""
        return " ".join(block.text for block in self.blocks if isinstance(block, Title))


def canonical(document: Document) -> str:
    """The one text that stands for what a paper says: layout and line breaks leave no trace in it."""
    blocks = [[type(block).__name__.lower(), asdict(block)] for block in document.blocks]
    whole = {"blocks": blocks, "kind": document.kind, "lang": document.lang, "v": 1}
    return json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def fingerprint(*documents: Document) -> str:
    """SHA-256 of what one paper, or several together, say; lower-case hexadecimal."""
    text = "\n".join(canonical(document) for document in documents)
    return hashlib.sha256(DOMAIN + text.encode("utf-8", "surrogatepass")).hexdigest()
