"""A second pane beside the first, as wide as a paper, where the window is wide enough."""

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len

from council_tui.tui.ink import BLANK, Line, Span, fit, placed, shown

PANES = ((160, 76), (120, 56), (100, 40))
"""From so many columns of a window on, a pane of so many."""
GAP = 2
"""Blank columns before the pane."""


def pane(width: int) -> int:
    """The columns of a second pane; 0 where there is none."""
    return next((columns for least, columns in PANES if width >= least), 0)


def main(width: int) -> int:
    """The columns that are left for the first pane."""
    columns = pane(width)
    return min(width - columns - GAP, 82) if columns else width


def beside(left: Sequence[Line], right: Sequence[Line], width: int) -> list[Line]:
    """Rows of the first pane, with those of the second at its place; as they are without a second one."""
    columns = pane(width)
    if not columns:
        return list(left)
    start = main(width) + GAP
    pairs = zip_longest(left, right, fillvalue=BLANK)
    return [_joined(one, other, start) for one, other in pairs]


def _joined(left: Line, right: Line, start: int) -> Line:
    """A row of both; the ink between the spans of the first ends where it ends."""
    first = _inked(left, start - GAP) if left.fill else [_cut(span, start - GAP) for span in left.spans]
    return Line(
        (*first, *(span._replace(column=start + span.column) for span in right.spans)), "", left.action
    )


def _cut(span: Span, end: int) -> Span:
    """A span as far as the first pane goes; what fits keeps its text, and so its action."""
    fits = span.column + cell_len(shown(span.text)) <= end
    return span if fits else span._replace(text=fit(shown(span.text), max(end - span.column, 0)))


def _inked(row: Line, width: int) -> list[Span]:
    """The spans of a filled row with its blanks as spans too, up to a width."""
    found: list[Span] = []
    at = 0
    for column, words, ink in placed(row, width):
        if column > at:
            found.append(Span(at, " " * (column - at), row.fill))
        found.append(Span(column, words, ink or row.fill))
        at = column + cell_len(words)
    if at < width:
        found.append(Span(at, " " * (width - at), row.fill))
    return found
