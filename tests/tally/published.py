"""Elections with published counts, restated in `elections/` with their sources, as papers."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from council_tui.domain.tally.model import Marked, Ranked

FOLDER = Path(__file__).parent / "elections"


@dataclass(frozen=True)
class Published:
    """One election: its papers, and what was published of its count."""

    id: str
    method: str
    seats: int
    ballots: Any
    expect: dict[str, Any]
    budget: int


def ranked(candidates: str | list[str], papers: str) -> Ranked:
    """Papers as `3:1 2;2:2=3 1`: so many with this order; `=` puts two on one place."""
    names = tuple(candidates.split() if isinstance(candidates, str) else candidates)
    found: dict[tuple[tuple[int, ...], ...], int] = {}
    for each in papers.split(";"):
        count, order = each.split(":")
        ranking = tuple(tuple(map(int, rank.split("="))) for rank in order.split())
        found[ranking] = found.get(ranking, 0) + int(count)
    return Ranked(names, found)


def chosen(candidates: str | list[str], papers: str, costs: tuple[int, ...] = ()) -> Marked:
    """Papers as `3:1 2`: so many with marks for these."""
    names = tuple(candidates.split() if isinstance(candidates, str) else candidates)
    found: dict[tuple[int, ...], int] = {}
    for each in papers.split(";"):
        count, numbers = each.split(":")
        marks = tuple(int(str(place) in numbers.split()) for place in range(1, len(names) + 1))
        found[marks] = found.get(marks, 0) + int(count)
    return Marked(names, found, costs)


def read(id: str) -> Published:
    """An election by the name of its file."""
    told = json.loads((FOLDER / f"{id}.json").read_text("utf-8"))
    if told["kind"] == "ranked":
        ballots: Any = ranked(told["candidates"], told["ballots"])
    else:
        ballots = chosen(told["candidates"], told["ballots"], tuple(told.get("costs", ())))
    return Published(
        id, told.get("method", ""), told.get("seats", 1), ballots, told["expect"], told.get("budget", 0)
    )


def blt(election: Published) -> str:
    """The same election as a BLT file."""
    lines = [f"{len(election.ballots.candidates)} {election.seats}"]
    for ranking, count in election.ballots.papers.items():
        lines.append(" ".join([str(count), *("=".join(map(str, rank)) for rank in ranking), "0"]))
    lines += ["0", *(f'"{name}"' for name in election.ballots.candidates), '"title"']
    return "\n".join(lines) + "\n"


def sheet(election: Published) -> str:
    """The same election as a CSV file."""
    lines = [",".join(["count", *election.ballots.candidates])]
    if election.ballots.costs:
        lines.append(",".join(["cost", *map(str, election.ballots.costs)]))
    lines += [",".join(map(str, [count, *marks])) for marks, count in election.ballots.papers.items()]
    return "\n".join(lines) + "\n"
