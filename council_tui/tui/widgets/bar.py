"""The bar of answers: `+` from the left, `-` from the right, `.` and `=` between, `|` after the votes needed.

To scale where people are many, and then never rounded across the mark.
"""

from council_tui.domain.lazily import dataclass
from council_tui.tui.ink import Span

ROOM = 38
"""Columns of a bar with its mark: two cells a person up to 18, one up to 37."""


@dataclass(frozen=True, slots=True)
class Parts:
    """How many answered what, or came."""

    yes: int
    no: int = 0
    abstain: int = 0
    rest: int = 0
    """Not yet, or not at all."""

    @property
    def whole(self) -> int:
        """All of them."""
        return self.yes + self.no + self.abstain + self.rest


def bar(
    parts: Parts, needed: int | None, column: int, room: int = ROOM, plus: str = "fill-for"
) -> list[Span]:
    """The bar from a column on; without a mark where no number would do, or more than there are."""
    whole = parts.whole
    mark = needed if needed is not None and 0 < needed <= whole else None
    ends = [
        (parts.yes, "+", plus),
        (whole - parts.no - parts.abstain, ".", ""),
        (whole - parts.no, "=", "fill-abstain"),
        (whole, "-", "fill-against"),
    ]
    marked = _cell(mark, whole, mark, room) if mark is not None else None
    spans: list[Span] = []
    done = 0
    for count, letter, ink in ends:
        end = _cell(count, whole, mark, room)
        spans += _part(letter, ink, (done, end), marked, column)
        done = end
    if marked is not None:
        spans.append(Span(column + marked, "|", "bold"))
    return spans


def _part(letter: str, ink: str, cells: tuple[int, int], marked: int | None, column: int) -> list[Span]:
    """One letter's cells, those behind the mark moved on by one."""
    start, end = cells
    if marked is None or end <= marked:
        pieces = [(start, end, 0)]
    elif start >= marked:
        pieces = [(start, end, 1)]
    else:
        pieces = [(start, marked, 0), (marked, end, 1)]
    return [
        Span(column + first + by, letter * (last - first), ink) for first, last, by in pieces if last > first
    ]


def _cell(count: int, whole: int, mark: int | None, room: int) -> int:
    """After which cell the first `count` people end.

    Where a person has no cell of their own, who is short of the mark stays before it, and a single one
    is seen.
    """
    cells = room - 1
    for each in (2, 1):
        if whole * each <= cells:
            return count * each
    if mark is None:
        return count * cells // whole
    marked = max(min(_nearest(mark * cells, whole), cells - (mark < whole)), 2 if mark > 1 else 1)
    if count >= mark:
        return marked + ((count - mark) * (cells - marked) // (whole - mark) if whole > mark else 0)
    return min(-(-count * marked // mark), marked - 1)


def _nearest(share: int, whole: int) -> int:
    """The nearest whole number to `share / whole`, a half up."""
    return (2 * share + whole) // (2 * whole)
