"""The roll in columns: seat, name and mark of each, down the first column, then the next."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from council_tui.tui.ink import Line, Span, fit, shown

WIDE, WIDEST = 26, 38
"""Columns of one place, and in a wide window."""
MOST = 3
"""Places beside each other."""
NAME, MARK = 5, 8
"""Where in a place its name begins, and its mark, counted from the end."""
DEEP = 7
"""A column is filled so far before the next one begins."""


class Place(NamedTuple):
    """One person on the roll as a screen shows them."""

    seat: int | None
    name: str
    mark: str = ""
    """A sign and a word: `+ yes`, `in 18:45`."""
    ink: str = ""
    """Of the mark."""
    action: str = ""
    """What a click does."""
    name_ink: str = ""


def wide(width: int) -> int:
    """Columns of one place: more for long names where the window has room for them."""
    return max(WIDE, min(WIDEST, width // MOST))


def beside(width: int) -> int:
    """How many places stand beside each other: three, and two on a narrow window."""
    return max(1, min(MOST, width // WIDE))


def tall(count: int, width: int, rows: int) -> int:
    """Rows of a column: as many as the people take, no fewer than seven, no more than there are."""
    return max(1, min(rows, max(DEEP, -(-count // beside(width)))))


def fits(count: int, width: int, rows: int) -> bool:
    """Whether so many people are seen at once."""
    return count <= rows * beside(width)


def roll(places: Sequence[Place], at: int | None, width: int, rows: int) -> list[Line]:
    """The places around the one at the cursor; of more than fit, the page it stands on."""
    if rows <= 0 or not places:
        return []
    high = tall(len(places), width, rows)
    page = high * beside(width)
    first = (at or 0) // page * page
    room = wide(width)
    found: list[list[Span]] = [[] for _ in range(min(high, len(places)))]
    for number, place in enumerate(places[first : first + page], first):
        column, row = divmod(number - first, high)
        found[row] += _spans(place, column * room, room, number == at)
    return [Line(tuple(each)) for each in found]


def step(at: int, count: int, across: int, down: int, size: tuple[int, int]) -> int:
    """Where the cursor goes; `size` is the width and the rows of the roll. At an edge it stays."""
    width, rows = size
    if not count:
        return 0
    wanted = at + across * tall(count, width, rows) + down
    return wanted if 0 <= wanted < count else at


@lru_cache(maxsize=512)
def _spans(place: Place, column: int, wide: int, here: bool) -> tuple[Span, ...]:
    seat = f"{place.seat:>4}" if place.seat is not None else "    "
    mark = wide - MARK
    name = fit(shown(place.name), mark - NAME - 1)
    if here:
        words = set_cell_size(f">{seat[1:]} {name}", mark) + place.mark
        return (Span(column, set_cell_size(words, max(wide - 1, cell_len(words))), "cursor", place.action),)
    return (
        Span(column, seat, "dim", place.action),
        Span(column + NAME, name, place.name_ink, place.action),
        Span(column + mark, place.mark, place.ink, place.action),
    )
