"""What a paper is put on: how wide, in which encoding, and what a format must be able to do."""

from collections.abc import Callable
from enum import StrEnum

from council_tui.domain.anchors import Anchor
from council_tui.domain.errors import Refusal
from council_tui.domain.lazily import dataclass
from council_tui.wording.catalog import _
from council_tui.wording.document import Document
from council_tui.wording.say import sentence

WIDTHS = (76, 56, 40)
"""Columns offered: a sheet, the official measure of 28 characters, a telephone."""


class Encoding(StrEnum):
    """How characters become bytes."""

    UTF_8 = "utf-8"
    UTF_8_BOM = "utf-8-sig"
    """With the mark by which Windows programs know it."""
    GB18030 = "gb18030"


@dataclass(frozen=True, slots=True)
class Page:
    """How a paper is laid out and written."""

    columns: int = WIDTHS[0]
    encoding: Encoding = Encoding.UTF_8
    crlf: bool = False
    """Lines end as on Windows; usual on a removable drive."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way a document becomes bytes."""

    id: str
    suffix: str
    """The end of a file's name: `.txt`."""
    write: Callable[[Document, Page, Anchor | None], bytes]
    """The bytes of a document; the anchor stands at its end when it was sealed."""


@dataclass
class Unwritable(Refusal):
    """A character that an encoding has no bytes for."""

    char: str
    encoding: str


def encoded(text: str, page: Page) -> bytes:
    """The bytes of a text with `\\n` between its lines. Raises Unwritable."""
    if page.crlf:
        text = text.replace("\n", "\r\n")
    try:
        return text.encode(page.encoding)
    except UnicodeEncodeError as error:
        raise Unwritable(f"U+{ord(text[error.start]):04X}", str(page.encoding).upper()) from error


@sentence(Unwritable)
def _unwritable(error: Unwritable) -> str:
    text = _("{encoding} cannot hold the character {char}. Nothing was written; choose UTF-8.")
    return text.format(encoding=error.encoding, char=error.char)
