"""A table in characters: columns that align, cells that wrap, and rows under one another on a narrow page."""

from collections.abc import Iterator, Sequence

from council_tui.export.wrap import columns, wrap
from council_tui.wording.catalog import _
from council_tui.wording.document import Align, Column, Table

LEAST = 10
"""A column narrower than this is not worth having: the rows are written under one another."""
GAPS = (4, 3, 2)
"""Columns between two cells: the widest that leaves every cell room."""
TIGHT = 1
"""Between cells that would else not stand side by side."""


def table_lines(table: Table, width: int, indent: int, names: tuple[str, ...]) -> list[str]:
    """The table's lines at `width`, set in by `indent`."""
    room = width - indent
    widths, gap = _widths(table, room)
    if not widths:
        return [" " * indent + line for line in _stacked(table, room, names)]
    heads = tuple(column.head for column in table.columns)
    rows = [_row(table.columns, row, widths, gap, names) for row in (heads, *table.rows)]
    rule = "-" * (sum(widths) + gap * (len(widths) - 1))
    lines = [*rows[0], rule, *(line for row in rows[1:] for line in row)]
    return [(" " * indent + line).rstrip() for line in lines]


def _widths(table: Table, room: int) -> tuple[list[int], int]:
    """How wide each column is, and the gap between them; nothing where they cannot stand side by side."""
    natural = [_natural(table, place) for place in range(len(table.columns))]
    shares = [column.share for column in table.columns]
    fixed = sum(wide for wide, share in zip(natural, shares, strict=True) if not share)
    wanted = sum(natural) - fixed
    spares = {gap: room - fixed - gap * (len(natural) - 1) for gap in (*GAPS, TIGHT)}
    roomy = [gap for gap in GAPS if spares[gap] >= wanted]
    for gap in roomy[:1] or [GAPS[-1], TIGHT]:
        shared = _share(natural, shares, spares[gap])
        if all(wide >= min(LEAST, need) for wide, need in zip(shared, natural, strict=True)):
            return shared, gap
    return [], 0


def _natural(table: Table, place: int) -> int:
    """As wide as the widest line of a column's cells."""
    cells = [table.columns[place].head, *(row[place] for row in table.rows)]
    return max(columns(line) for cell in cells for line in cell.split("\n"))


def _share(natural: Sequence[int], shares: Sequence[int], spare: int) -> list[int]:
    """Spare room among the columns that take it: each gets what it needs first, then by its share."""
    whole = sum(shares) or 1
    widths = [
        wide if not share else min(wide, spare * share // whole)
        for wide, share in zip(natural, shares, strict=True)
    ]
    takers = [place for place, share in enumerate(shares) if share]
    left = spare - sum(widths[place] for place in takers)
    for place in sorted(takers, key=lambda taker: widths[taker] - natural[taker]):
        more = min(left, natural[place] - widths[place])
        widths[place] += more
        left -= more
    if takers:
        widths[takers[0]] += max(0, left)
    return widths


def _row(
    heads: Sequence[Column], cells: Sequence[str], widths: Sequence[int], gap: int, names: tuple[str, ...]
) -> list[str]:
    """A row in as many lines as its longest cell takes."""
    wrapped = [wrap(cell, wide, names=names) for cell, wide in zip(cells, widths, strict=True)]
    lines = []
    for place in range(max(map(len, wrapped))):
        parts = [cell[place] if place < len(cell) else "" for cell in wrapped]
        padded = [_padded(part, wide, head) for part, wide, head in zip(parts, widths, heads, strict=True)]
        lines.append((" " * gap).join(padded).rstrip())
    return lines


def _padded(text: str, wide: int, column: Column) -> str:
    blank = " " * (wide - columns(text))
    return blank + text if column.align is Align.RIGHT else text + blank


def _stacked(table: Table, room: int, names: tuple[str, ...]) -> Iterator[str]:
    """Each row: its first cells in a line, what else there is below, by name, as much in a line as fits."""
    text = _("{label}: {words}")
    for row in table.rows:
        lead = 1 if table.columns[0].share else 2
        top, *more = wrap(" ".join(row[:lead]), room - 2, -2, names)
        yield top
        yield from (f"  {line}" for line in more)
        line = ""
        for column, cell in zip(table.columns[lead:], row[lead:], strict=True):
            pair = text.format(label=column.head, words=cell)
            if line and columns(line) + 2 + columns(pair) > room - 2:
                yield from _set_in(line, room, names)
                line = pair
            else:
                line = f"{line}  {pair}" if line else pair
        yield from _set_in(line, room, names)


def _set_in(text: str, room: int, names: tuple[str, ...]) -> Iterator[str]:
    return ("  " + line for line in wrap(text, room - 2, names=names))
