"""Figures five rows tall, seen from across the room: dots of two cells, painted by their background.

A dot is `##` in one colour on itself, so that it is solid where there are colours and still a dot under
`NO_COLOR`.
"""

from collections.abc import Sequence
from itertools import groupby

from council_tui.tui.ink import Line, Span

TALL = 5
"""Rows of a figure."""
DOT = "##"
LARGEST = 99
"""Above it a number is set plain and bold."""

_DIGITS = (
    ("###", "# #", "# #", "# #", "###"),
    (" # ", "## ", " # ", " # ", "###"),
    ("###", "  #", "###", "#  ", "###"),
    ("###", "  #", "###", "  #", "###"),
    ("# #", "# #", "###", "  #", "  #"),
    ("###", "#  ", "###", "  #", "###"),
    ("###", "#  ", "###", "# #", "###"),
    ("###", "  #", "  #", "  #", "  #"),
    ("###", "# #", "###", "# #", "###"),
    ("###", "# #", "###", "  #", "###"),
)
TICK = ("    #", "   ##", "# ## ", "###  ", " #   ")
CROSS = ("#   #", " # # ", "  #  ", " # # ", "#   #")

Figure = tuple[tuple[Span, ...], ...]
"""Five rows of spans."""


def figure(number: int, column: int, ink: str = "text") -> Figure:
    """A number from a column on, in `for`, `against`, `abstain` or `text`; a nought is quiet."""
    ink = ink if number else "zero"
    if number > LARGEST:
        plain = "bold" if ink == "text" else ink
        return ((), (), (Span(column, str(number), plain),), (), ())
    shapes = [_DIGITS[int(digit)] for digit in str(number)]
    wholes = [" ".join(shape[row] for shape in shapes) for row in range(TALL)]
    return sign(wholes, column, ink)


def sign(shape: Sequence[str], column: int, ink: str) -> Figure:
    """Any shape of dots: `TICK`, `CROSS`, a digit."""
    return tuple(tuple(_runs(row, column, f"big-{ink}")) for row in shape)


def beside(*figures: Figure) -> list[Line]:
    """Figures next to each other, as five rows."""
    return [Line(tuple(span for each in figures for span in each[row])) for row in range(TALL)]


def _runs(row: str, column: int, ink: str) -> list[Span]:
    """The dots of one row, neighbours as one span."""
    found, at = [], column
    for dot, run in groupby(row):
        count = len(list(run))
        if dot == "#":
            found.append(Span(at, DOT * count, ink))
        at += len(DOT) * count
    return found
