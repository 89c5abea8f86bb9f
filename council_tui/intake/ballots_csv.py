"""Ballot papers as a table: a column for each candidate, a row for each kind of paper.

    count,Wang Jun,Lin Xiao
    cost,300,200          only where projects cost money
    12,1,0                twelve papers for the first alone

Marks are 0 or 1, or points; an empty cell is 0. A row may begin with `#` and is not read then.
"""

import csv
from collections import Counter
from collections.abc import Sequence

from council_tui.domain.plain import begins
from council_tui.domain.tally.flaws import BadBallots, Flaw
from council_tui.domain.tally.model import Marked
from council_tui.intake import ballots
from council_tui.intake.sheet import DELIMITERS

MOST_CANDIDATES = 2_000
COUNT = {"count", "票数"}
COST = {"cost", "费用"}


def read(data: bytes, ones: bool, points: int | None = None) -> Marked:
    """The papers of a table. Raises BadBallots.

    `ones` where a mark may be only 0 or 1; `points` is the most that one paper may give together.
    """
    lines = ballots.text_of(data).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    start, delimiter, found = _header(lines)
    candidates = ballots.names(((start + 1, name) for name in found), MOST_CANDIDATES)
    papers: Counter[tuple[int, ...]] = Counter()
    costs: tuple[int, ...] = ()
    for line, times in Counter(lines[start + 1 :]).items():
        try:
            cells = _cells(line, delimiter, len(candidates))
            if cells and cells[0].strip().lower() in COST:
                costs = _costs(cells[1:], costs)
            elif cells:
                marks = _marks(cells[1:], ones, points)
                papers[marks] += _number(cells[0]) * times
        except BadBallots as refused:
            refused.line = lines.index(line, start + 1) + 1
            raise
    return Marked(candidates, papers, costs)


def _header(lines: Sequence[str]) -> tuple[int, str, list[str]]:
    """The first row that says anything, by its place; its delimiter; and the names in it."""
    said = (place for place, line in enumerate(lines) if line.strip() and not line.startswith("#"))
    place = next(said, None)
    if place is None:
        raise BadBallots(Flaw.EMPTY)
    line = lines[place]
    for delimiter in DELIMITERS:
        cells = _split(line, delimiter)
        if cells and cells[0].strip().lower() in COUNT and len(cells) > 1:
            return place, delimiter, cells[1:]
    raise BadBallots(Flaw.NO_COUNT, (begins(line.strip()),), place + 1)


def _split(line: str, delimiter: str) -> list[str] | None:
    """The cells of one row; None where its quotation marks do not pair."""
    if '"' not in line:
        return line.split(delimiter)
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error:
        return None


def _cells(line: str, delimiter: str, candidates: int) -> list[str]:
    """The cells of a row, one more than there are candidates; none of a row that says nothing."""
    if not line.strip() or line.startswith("#"):
        return []
    cells = _split(line, delimiter)
    if cells is None:
        raise BadBallots(Flaw.BAD_MARK, (begins(line),))
    if len(cells) != candidates + 1:
        raise BadBallots(Flaw.RAGGED, (len(cells), candidates + 1))
    return cells


def _number(cell: str) -> int:
    """How many papers a row stands for."""
    number = ballots.whole(cell)
    if not number:
        raise BadBallots(Flaw.NO_WEIGHT, (begins(cell.strip()),))
    return number


def _marks(cells: Sequence[str], ones: bool, points: int | None) -> tuple[int, ...]:
    found = []
    for cell in cells:
        mark = ballots.whole(cell)
        if mark is None:
            raise BadBallots(Flaw.BAD_MARK, (begins(cell.strip()),))
        if ones and mark > 1:
            raise BadBallots(Flaw.MARK_NOT_ONE, (mark,))
        found.append(mark)
    if points is not None and sum(found) > points:
        raise BadBallots(Flaw.OVER_POINTS, (sum(found), points))
    return tuple(found)


def _costs(cells: Sequence[str], known: tuple[int, ...]) -> tuple[int, ...]:
    """What projects cost; only one row may say so."""
    found = [ballots.whole(cell) for cell in cells]
    for cell, cost in zip(cells, found, strict=True):
        if not cost or known:
            raise BadBallots(Flaw.BAD_COST, (begins(cell.strip()),))
    return tuple(cost for cost in found if cost)
