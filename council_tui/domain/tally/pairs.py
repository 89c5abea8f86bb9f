"""Pairwise comparison: how many papers prefer each candidate to each other."""

from collections import Counter

from council_tui.domain.tally.model import Ranked

Pairs = list[list[int]]
"""A row for each candidate, from 0: how many papers put it above the other."""


def preferences(ballots: Ranked) -> Pairs:
    """The pairs of all candidates; whoever is not on a paper stands below all who are.

    Each paper is first added to (candidate, the set of those not below it), of which there are few;
    every such cell is spread over the candidates below it once.
    """
    size = len(ballots.candidates)
    bits = [1 << each for each in range(size + 1)]
    cells: list[Counter[int]] = [Counter() for _ in bits]
    for ranking, papers in ballots.papers.items():
        seen = 0
        for rank in ranking:
            seen |= sum(map(bits.__getitem__, rank))
            for each in rank:
                cells[each][seen] += papers
    return [_row(found, bits[1:]) for found in cells[1:]]


def _row(cells: Counter[int], bits: list[int]) -> list[int]:
    """How many papers put one candidate above each: `cells` counts papers by those not below it."""
    return [sum(papers for seen, papers in cells.items() if not seen & bit) for bit in bits]


def strongest_paths(pairs: Pairs) -> Pairs:
    """The strength of the strongest path from each candidate to each other, by winning votes.

    A step counts what the winner of the pair has, and nothing where the pair is lost or equal;
    a path is as strong as its weakest step.
    """
    among = range(len(pairs))
    paths = [[pairs[a][b] if pairs[a][b] > pairs[b][a] else 0 for b in among] for a in among]
    for through in among:
        onward = paths[through]
        paths = [
            [max(straight, min(row[through], on)) for straight, on in zip(row, onward, strict=True)]
            for row in paths
        ]
    return [[0 if a == b else paths[a][b] for b in among] for a in among]
