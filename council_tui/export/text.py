"""A document as plain text: lines that fit, labels and tables that align in wide characters."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from council_tui.domain import plain
from council_tui.domain.anchors import Anchor
from council_tui.domain.lazily import dataclass
from council_tui.export.anchor import anchor_lines
from council_tui.export.forms import form_lines
from council_tui.export.page import Format, Page, encoded
from council_tui.export.tables import table_lines
from council_tui.export.wrap import columns, wrap
from council_tui.wording.catalog import _, speaking
from council_tui.wording.document import (
    Block,
    Boxes,
    Document,
    Heading,
    Labelled,
    Lines,
    Lookup,
    Paragraph,
    Ruled,
    Shown,
    Signatures,
    Table,
    Timed,
    Title,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a language sets its lines."""

    first: int
    """How far a paragraph's first line is set in; and its others."""
    rest: int
    table: int
    capitals: bool
    """Whether headings are in capitals."""
    line: str
    """What a place to sign is filled with."""
    label: int
    """How wide a label is made; a shorter one is spread."""


CHINESE = Layout(first=4, rest=0, table=2, capitals=False, line=" ", label=8)
LATIN = Layout(first=3, rest=3, table=3, capitals=True, line="_", label=0)
TIME = 8
"""The columns of a record's time: `[19:21] `."""
LABEL = 14
"""The columns of a label that is not spread."""


def lines(document: Document, width: int) -> list[str]:
    """The document in lines of at most `width` columns, nothing in them that a terminal would obey."""
    layout = CHINESE if document.lang == "zh" else LATIN
    document = _visible(document)
    found: list[str] = []
    with speaking(document.lang):
        before: Block | None = None
        label = _label_width(document, layout)
        for block in _headed(document, layout):
            if before is not None and _apart(before, block):
                found.append("")
            found += (line.rstrip() for line in _block(block, layout, width, (label, document.whole)))
            before = block
    return found


def write(document: Document, page: Page, anchor: Anchor | None = None) -> bytes:
    """The bytes of the text, with the anchor as its last lines. Raises Unwritable."""
    whole = lines(document, page.columns)
    if anchor is not None:
        whole += ["", *anchor_lines(anchor, page.columns)]
    return encoded("\n".join(whole) + "\n", page)


FORMAT = Format("text", ".txt", write)

_SPACED = (Table, Signatures, Boxes, Lines, Ruled, Lookup)
"""Before each of them an empty line: they are written on, or read in rows."""

_Setting = tuple[int, tuple[str, ...]]
"""How wide the labels are, and the names to be kept whole."""


def _visible(part: T) -> T:
    """The same with every text in it harmless, before it is measured."""
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{field.name: _visible(getattr(part, field.name)) for field in fields(part)})
    if isinstance(part, tuple):
        return type(part)(_visible(each) for each in part)
    return type(part)(plain.visible(part)) if isinstance(part, str) else part


def _headed(document: Document, layout: Layout) -> Iterator[Block]:
    """The blocks; whose paper it is stands in capitals where headings do."""
    for place, block in enumerate(document.blocks):
        if isinstance(block, Title) and layout.capitals and place == 0:
            yield Title(_capitals(block.text))
        else:
            yield block


def _capitals(text: str) -> str:
    """A heading in capitals; what stands in another language stays as it was typed."""
    return text.upper() if columns(text, 1) == len(text) else text


def _apart(before: Block, block: Block) -> bool:
    """Whether an empty line stands between two blocks."""
    if isinstance(block, Heading):
        return not (isinstance(before, Heading) and block.level)
    if isinstance(before, (Table, Boxes, Lines, Ruled, Lookup)) or isinstance(block, _SPACED):
        return True
    if isinstance(before, (Title, Labelled)):
        return type(before) is not type(block)
    return False


def _block(block: Block, layout: Layout, width: int, setting: _Setting) -> list[str]:
    if isinstance(block, (Boxes, Lines, Ruled, Lookup)):
        return form_lines(block, width, layout.table, setting[1])
    return _shown(block, layout, width, setting)


def _shown(block: Shown, layout: Layout, width: int, setting: _Setting) -> list[str]:
    """What is only read."""
    label, names = setting
    match block:
        case Title(text):
            return _centred(text, layout, width)
        case Labelled():
            return _labelled(block, layout, width, setting)
        case Heading():
            return _heading(block, layout, width, names)
        case Paragraph(text):
            return _paragraph(text, layout, width, names)
        case Timed(at, text):
            time = f"[{at}] " if at else ""
            return _hanging(time, text.replace("\n", " "), max(TIME, columns(time)), width, names)
        case Signatures(places):
            return list(_signatures(places, layout, width))
        case Table():
            return table_lines(block, width, layout.table, names)


def _centred(text: str, layout: Layout, width: int) -> list[str]:
    found = wrap(text, width)
    return [" " * ((width - columns(line)) // 2) + line for line in found]


def _heading(block: Heading, layout: Layout, width: int, names: tuple[str, ...]) -> list[str]:
    text = _capitals(block.text) if layout.capitals and not block.level else block.text
    space = " " if layout.rest else ""
    words = space.join(part for part in (block.numeral, text) if part)
    words += f"{space}{block.note}" if block.note else ""
    indent = layout.first if block.level else 0
    hang = max(layout.rest, len(block.numeral) + 1) if layout.rest else 0
    return _set(words, indent, indent + hang if layout.rest else 0, width, names)


def _paragraph(text: str, layout: Layout, width: int, names: tuple[str, ...]) -> list[str]:
    return [line for each in text.split("\n") for line in _set(each, layout.first, layout.rest, width, names)]


def _set(text: str, first: int, rest: int, width: int, names: tuple[str, ...]) -> list[str]:
    """A text whose first line is set in by `first`, and its others by `rest`."""
    top, *more = wrap(text, width - rest, first - rest, names)
    return [" " * first + top, *(" " * rest + line for line in more)]


def _hanging(lead: str, text: str, hang: int, width: int, names: tuple[str, ...]) -> list[str]:
    """A text behind a lead, its other lines below its beginning."""
    top, *more = wrap(text, width - hang, names=names)
    return [lead + " " * (hang - columns(lead)) + top, *(" " * hang + line for line in more)]


def _label_width(document: Document, layout: Layout) -> int:
    """Labels of one paper are as wide as its widest."""
    labels = [_label(block.label, layout) for block in document.blocks if isinstance(block, Labelled)]
    return max((columns(label) for label in labels), default=0)


def _labelled(block: Labelled, layout: Layout, width: int, setting: _Setting) -> list[str]:
    widest, names = setting
    lead = _label(block.label, layout)
    hang = widest if layout.label else max(LABEL, widest)
    if hang > width // 3:
        return _set(f"{lead}{' ' if not layout.label else ''}{block.text}", 0, 4, width, names)
    return _hanging(lead, block.text, hang, width, names)


def _label(label: str, layout: Layout) -> str:
    """A label with its colon; a Chinese one spread to the width of four characters."""
    if layout.label:
        missing = layout.label - columns(label)
        places = len(label) - 1
        if missing > 0 and places > 0:
            label = label[0] + "".join(
                " " * (missing * place // places - missing * (place - 1) // places) + char
                for place, char in enumerate(label[1:], 1)
            )
    return _("{label}: {words}").format(label=label, words="").rstrip()


def _signatures(places: tuple[tuple[str, str], ...], layout: Layout, width: int) -> Iterator[str]:
    """Two places in a line, or one on a narrow page, each long enough for a name."""
    across = 2 if width >= 56 else 1
    room = width // across
    for at in range(0, len(places), across):
        cells = [_place(label, filled, layout, room - 4) for label, filled in places[at : at + across]]
        padded = [cell + " " * (room - columns(cell)) for cell in cells]
        yield "".join(padded).rstrip()


def _place(label: str, filled: str, layout: Layout, room: int) -> str:
    lead = _("{label}: {words}").format(label=label, words=filled)
    return lead if filled else lead + layout.line * max(0, room - columns(lead))
