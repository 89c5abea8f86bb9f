"""Pabulib (`.pb`): projects with their costs, and votes by approval, as cities publish them.

Three parts, each below a line with its name: META (budget, vote_type), PROJECTS (project_id, cost) and VOTES
(vote). Only votes by approval are read. A project goes by its id, the only name that is sure to be its own.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence

from council_tui.domain.plain import begins
from council_tui.domain.tally.flaws import BadBallots, Flaw
from council_tui.domain.tally.model import Marked
from council_tui.intake import ballots
from council_tui.intake.ballots_csv import MOST_CANDIDATES

META, PROJECTS, VOTES = "META", "PROJECTS", "VOTES"

Row = tuple[int, list[str]]
"""A row's line, counted from 1, and its cells."""


def looks_so(data: bytes) -> bool:
    """Whether a file begins as pabulib's do."""
    return META.encode() in data[:200].replace(b"\0", b"").split()


def read(data: bytes) -> Marked:
    """The projects and votes of a pabulib file. Raises BadBallots."""
    parts = _parts(ballots.text_of(data))
    meta = {cells[0].strip(): (line, cells[-1].strip()) for line, cells in parts[META]}
    line, kind = meta.get("vote_type", (1, ""))
    if kind != "approval":
        raise BadBallots(Flaw.NOT_APPROVAL, (begins(kind),), line)
    line, text = meta.get("budget", (1, ""))
    budget = _money(text)
    if not budget:
        raise BadBallots(Flaw.BAD_BUDGET, (begins(text),), line)
    projects, costs = _projects(parts[PROJECTS])
    return Marked(projects, _papers(parts[VOTES], projects), costs, budget)


def _parts(text: str) -> dict[str, list[Row]]:
    """The rows of each part, with their lines."""
    parts: dict[str, list[Row]] = {}
    rows: list[Row] = []
    for line, cells in _rows(text):
        name = cells[0].strip().upper()
        if len(cells) == 1 and name in {META, PROJECTS, VOTES}:
            rows = parts[name] = []
        else:
            rows.append((line, cells))
    for name in (META, PROJECTS, VOTES):
        if name not in parts:
            raise BadBallots(Flaw.NO_SECTION, (name,), text.count("\n") + 1)
    return parts


def _rows(text: str) -> Iterator[Row]:
    """Every row that says anything."""
    reader = csv.reader(text.splitlines(), delimiter=";", strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise BadBallots(Flaw.BAD_MARK, ("",), line) from None


def _column(header: Row, name: str) -> int:
    cells = [cell.strip().lower() for cell in header[1]]
    if name not in cells:
        raise BadBallots(Flaw.NO_FIELD, (name,), header[0])
    return cells.index(name)


def _money(text: str) -> int | None:
    """A sum as pabulib writes it: whole, or with nothing but zeros behind the point."""
    before, _, after = text.replace(",", ".").partition(".")
    return ballots.whole(before) if not after.strip("0") else None


def _projects(rows: Sequence[Row]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Ids and costs."""
    if not rows:
        raise BadBallots(Flaw.NO_FIELD, ("project_id",))
    own, price = _column(rows[0], "project_id"), _column(rows[0], "cost")
    costs: list[int] = []
    for line, cells in rows[1:]:
        if len(cells) <= max(own, price):
            raise BadBallots(Flaw.RAGGED, (len(cells), len(rows[0][1])), line)
        cost = _money(cells[price])
        if not cost:
            raise BadBallots(Flaw.BAD_COST, (begins(cells[price]),), line)
        costs.append(cost)
    ids = ballots.names(((line, cells[own]) for line, cells in rows[1:]), MOST_CANDIDATES)
    return ids, tuple(costs)


def _papers(rows: Sequence[Row], projects: Sequence[str]) -> Counter[tuple[int, ...]]:
    """The votes, equal ones together."""
    if not rows:
        raise BadBallots(Flaw.NO_FIELD, ("vote",))
    column = _column(rows[0], "vote")
    places = {project: place for place, project in enumerate(projects)}
    papers: Counter[tuple[int, ...]] = Counter()
    first: dict[str, int] = {}
    votes: Counter[str] = Counter()
    for line, cells in rows[1:]:
        if len(cells) <= column:
            raise BadBallots(Flaw.RAGGED, (len(cells), len(rows[0][1])), line)
        votes[cells[column]] += 1
        first.setdefault(cells[column], line)
    for vote, number in votes.items():
        papers[_marks(vote, places, first[vote])] += number
    return papers


def _marks(vote: str, places: dict[str, int], line: int) -> tuple[int, ...]:
    marks = [0] * len(places)
    for each in filter(None, (word.strip() for word in vote.split(","))):
        place = places.get(each)
        if place is None:
            raise BadBallots(Flaw.NO_SUCH_PROJECT, (begins(each),), line)
        if marks[place]:
            raise BadBallots(Flaw.MARKED_TWICE, (begins(each),), line)
        marks[place] = 1
    return tuple(marks)
