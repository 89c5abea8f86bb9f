"""Papers in piles: each goes to the first candidate on it who still stands."""

from collections.abc import Iterable, Sequence
from operator import itemgetter

from council_tui.domain.tally.model import Ranking

Paper = tuple[Ranking, int]
"""A list of preferences, and how many papers carry it."""

NOBODY = 0
"""The pile of those without a further preference."""


def deal(papers: Iterable[Paper], standing: Sequence[bool]) -> list[list[Paper]]:
    """Papers without equal ranks by their next available preference: a pile for each, and one for nobody.

    `standing` says of each number whether a paper can go to it; of `NOBODY` it says no.
    """
    piles: list[list[Paper]] = [[] for _ in standing]
    put = [pile.append for pile in piles]
    for paper in papers:
        for (each,) in paper[0]:
            if standing[each]:
                put[each](paper)
                break
        else:
            put[NOBODY](paper)
    return piles


def number(pile: Iterable[Paper]) -> int:
    """How many papers lie on a pile."""
    return sum(map(itemgetter(1), pile))


def places(candidates: int, among: Iterable[int]) -> list[bool]:
    """For each number from 0 whether it is one of `among`."""
    found = [False] * (candidates + 1)
    for each in among:
        found[each] = True
    return found
