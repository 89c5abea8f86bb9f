"""What is filled in by hand, in characters: boxes, lines to write on, empty cells, figures to look up."""

from collections.abc import Iterator, Sequence

from council_tui.export.wrap import columns, wrap
from council_tui.wording.catalog import _
from council_tui.wording.document import TICK, Align, Boxes, Column, Form, Lines, Lookup, Ruled

BOX = "[      ]"
LEAST, LONGEST = 8, 24
"""How long a line to write on is at least, and in a row at most."""
NARROW = 10
"""A text narrower than this is not worth wrapping in its column."""
GAP = 2


def form_lines(form: Form, width: int, indent: int, names: tuple[str, ...]) -> list[str]:
    """A form's lines at `width`, set in by `indent`."""
    room = width - indent
    match form:
        case Boxes(labels, tick):
            found = _flowing([_box(label, tick=tick) for label in labels], room, names)
        case Lines():
            found = _to_write_on(form, room, names)
        case Ruled():
            found = _ruled(form, room, names)
        case Lookup():
            found = _looked_up(form, room)
    return [(" " * indent + line).rstrip() for line in found]


def _box(label: str, *, tick: bool) -> str:
    return f"{TICK} {label}" if tick else f"{label} {BOX}"


def _flowing(parts: Sequence[str], room: int, names: tuple[str, ...]) -> Iterator[str]:
    """As many in a line as fit; one that is too long for any line is wrapped."""
    line = ""
    for part in parts:
        joined = f"{line}   {part}" if line else part
        if columns(joined) <= room:
            line = joined
            continue
        if line:
            yield line
        *above, line = wrap(part, room, names=names)
        yield from above
    yield line


def _to_write_on(form: Lines, room: int, names: tuple[str, ...]) -> Iterator[str]:
    """Each label with a line as long as the page leaves, then lines of the page's width."""
    leads = [_("{label}: {words}").format(label=label, words="").rstrip() for label in form.labels]
    half = (room - GAP) // 2
    beside = len(leads) > 1 and all(columns(lead) + 1 + LEAST <= half for lead in leads)
    across, wide = (2, half) if beside else (1, room)
    for first in range(0, len(leads), across):
        if first:
            yield ""
        *above, last = wrap(leads[first], wide - LEAST, names=names)
        yield from above
        yield (" " * GAP).join(_with_line(lead, wide) for lead in (last, *leads[first + 1 : first + across]))
    for _line in range(form.more):
        yield from ("", "_" * room)


def _with_line(lead: str, wide: int) -> str:
    """A label and its line; behind a full-width colon there is room enough."""
    lead = lead if columns(lead[-1:]) > 1 else f"{lead} "
    return lead + "_" * (wide - columns(lead))


def _ruled(form: Ruled, room: int, names: tuple[str, ...]) -> Iterator[str]:
    """Rows below their heads; on a page too narrow for them each row's empty cells by name below it."""
    widths = _widths(form, room)
    if not widths:
        for place, row in enumerate(form.rows):
            yield from [""] * (form.spaced and place > 0)
            yield from _stacked(form.columns, row, room, names)
        return
    yield from _row(form.columns, tuple(column.head for column in form.columns), widths, names)
    yield "-" * (sum(widths) + GAP * (len(widths) - 1))
    for row in form.rows:
        yield from [""] * form.spaced
        yield from _row(form.columns, row, widths, names)


def _widths(form: Ruled, room: int) -> list[int]:
    """As wide as their cells; what is written on shares what is left, the widest gives what is wanting."""
    cells = list(zip(*form.rows, strict=True)) or [() for _column in form.columns]
    found = [
        max(columns(column.head), *(columns(cell) or LEAST for cell in below))
        for column, below in zip(form.columns, cells, strict=True)
    ]
    spare = room - sum(found) - GAP * (len(found) - 1)
    if spare < 0:
        widest = found.index(max(found))
        found[widest] += spare
        return found if found[widest] >= NARROW else []
    takers = [place for place, column in enumerate(form.columns) if column.share]
    for place in takers:
        found[place] += max(0, min(spare // len(takers), LONGEST - found[place]))
    return found


def _row(
    heads: Sequence[Column], cells: Sequence[str], widths: Sequence[int], names: tuple[str, ...]
) -> Iterator[str]:
    """A row in as many lines as its longest text takes; what is written on stands in the first."""
    wrapped = [
        wrap(cell, wide, names=names) if cell else ["_" * wide]
        for cell, wide in zip(cells, widths, strict=True)
    ]
    for place in range(max(map(len, wrapped))):
        parts = (cell[place] if place < len(cell) else "" for cell in wrapped)
        yield (" " * GAP).join(
            _padded(part, wide, column) for part, wide, column in zip(parts, widths, heads, strict=True)
        )


def _padded(text: str, wide: int, column: Column) -> str:
    blank = " " * (wide - columns(text))
    return blank + text if column.align is Align.RIGHT else text + blank


def _stacked(
    heads: Sequence[Column], cells: Sequence[str], room: int, names: tuple[str, ...]
) -> Iterator[str]:
    """What is printed in a line, and what is filled in by name below it."""
    text = _("{label}: {words}")
    said = " ".join(cell for cell in cells if cell and cell != TICK)
    first, *more = wrap(said, room - 2, -2, names)
    yield first
    yield from (f"  {line}" for line in more)
    pairs = [
        text.format(label=column.head, words=cell or "_" * LEAST)
        for column, cell in zip(heads, cells, strict=True)
        if not cell or cell == TICK
    ]
    yield from (f"  {line}" for line in _flowing(pairs, room - 2, names))


def _looked_up(form: Lookup, room: int) -> Iterator[str]:
    """As many pairs side by side as fit, and the others below, under the labels again."""
    label = max(columns(form.above), columns(form.below))
    wide = max(columns(figure) for pair in form.pairs for figure in pair)
    fit = max(1, (room - label) // (wide + GAP))
    for first in range(0, len(form.pairs), fit):
        if first:
            yield ""
        pairs = form.pairs[first : first + fit]
        for words, place in ((form.above, 0), (form.below, 1)):
            figures = "".join(" " * GAP + pair[place].rjust(wide) for pair in pairs)
            yield words + " " * (label - columns(words)) + figures
