"""The Schulze method: whoever has the stronger path to another in a chain of pairs stands above.

Winning votes, strongest paths, equal ranks allowed (Markus Schulze, "A new monotonic, clone-independent,
reversal symmetric, and condorcet-consistent single-winner election method", 2011). Several seats go by the
order of the paths. A candidate is elected where fewer others than there are seats stand above or level, and
is out where as many as there are seats stand above; between those in the middle the lot decides.
"""

from collections.abc import Collection, Sequence
from fractions import Fraction

from council_tui.domain.tally import pairs, ties
from council_tui.domain.tally.asked import check
from council_tui.domain.tally.model import (
    Beats,
    Broken,
    Elected,
    Event,
    Form,
    Method,
    Ranked,
    Result,
    Round,
    Stake,
    Terms,
    Tie,
    Why,
)

Above = dict[int, frozenset[int]]
"""For each candidate those who stand above it."""


def ranks(above: Above) -> tuple[tuple[int, ...], ...]:
    """Candidates by rank: those with nobody left above them, again and again."""
    left, found = set(above), []
    while left:
        rank = tuple(sorted(each for each in left if not above[each] & left))
        found.append(rank)
        left -= set(rank)
    return tuple(found)


def _sure(above: Above, seats: int) -> set[int]:
    """Those with fewer others above or level than there are seats: elected whatever a lot says."""
    below = {each: sum(each in others for others in above.values()) for each in above}
    return {each for each in above if len(above) - 1 - below[each] < seats}


def _by_lot(above: Above, seats: int, lot: Sequence[int]) -> list[int]:
    """Elected one after the other: the first of the lot with nobody left above."""
    left, chosen = list(lot), list[int]()
    while len(chosen) < seats:
        first = next(each for each in left if not above[each] & set(left))
        chosen.append(first)
        left.remove(first)
    return chosen


def _elected(above: Above, terms: Terms) -> tuple[list[int], list[Tie]]:
    """Who is elected in order, and the tie for the last seats if any."""
    place = {each: number for number, rank in enumerate(ranks(above)) for each in rank}
    sure = sorted(_sure(above, terms.seats), key=lambda each: (place[each], each))
    if len(sure) == terms.seats:
        return sure, []
    tied = tuple(sorted(each for each in set(above) - set(sure) if len(above[each]) < terms.seats))
    if not ties.drawn(tied, terms.lot):
        return sure, [Tie(tied, Stake.SEAT, 1, Broken.UNRESOLVED)]
    among = {each: above[each] & set(tied) for each in tied}
    rest = _by_lot(among, terms.seats - len(sure), ties.drawn(tied, terms.lot))
    return sure + rest, [Tie(tied, Stake.SEAT, 1, Broken.LOT, tuple(rest))]


def count(ballots: Ranked, terms: Terms) -> Result:
    """Count ranked papers by pairs. Raises BadBallots.

    A figure is the number of candidates who stand below.
    """
    check(ballots, terms)
    preferred = pairs.preferences(ballots)
    paths = pairs.strongest_paths(_without(preferred, ballots.withdrawn))
    standing = ballots.standing
    beats = [
        Beats(a, b, paths[a - 1][b - 1], paths[b - 1][a - 1])
        for a in standing
        for b in standing
        if paths[a - 1][b - 1] > paths[b - 1][a - 1]
    ]
    above = {each: frozenset(beat.winner for beat in beats if beat.loser == each) for each in standing}
    figures = {each: Fraction(sum(beat.winner == each for beat in beats)) for each in standing}
    elected, found = _elected(above, terms)
    happened: list[Event] = [*beats, *(Elected(each, Why.RANKING) for each in elected)]
    return Result(
        tuple(elected),
        (Round(figures, tuple(happened)),),
        tuple(found),
        None,
        sum(ballots.papers.values()),
        ranks(above),
        tuple(map(tuple, preferred)),
    )


def _without(preferred: pairs.Pairs, withdrawn: Collection[int]) -> pairs.Pairs:
    """The pairs, in which those who withdrew neither win nor lose."""
    among = range(1, len(preferred) + 1)
    return [
        [0 if a in withdrawn or b in withdrawn else preferred[a - 1][b - 1] for b in among] for a in among
    ]


METHOD = Method("schulze", Form.RANKED, count, equal_ranks=True)
