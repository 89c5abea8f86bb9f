"""Ties: whom they fall on, by an earlier stage or by a drawn lot, never silently.

A lot is an order of candidates, the favoured one first: the first of it that is tied gets the seat, the money
or the earlier transfer; the last of it that is tied is excluded. A lot that does not name every one of the
tied decides nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from council_tui.domain.tally.model import Broken, Round, Stake, Tie


def drawn(between: Collection[int], lot: Sequence[int]) -> tuple[int, ...]:
    """The tied in the order of the lot; nobody where the lot does not name them all."""
    order = tuple(each for each in lot if each in between)
    return order if len(order) == len(between) else ()


def in_order(candidates: Collection[int], figures: Mapping[int, Fraction], lot: Sequence[int]) -> list[int]:
    """Candidates by their figures, the highest first; equal ones by the lot, else by number.

    Only for an order on which nothing hangs.
    """
    places = {each: place for place, each in enumerate(lot)}
    return sorted(candidates, key=lambda each: (-figures[each], places.get(each, len(lot)), each))


def looked_back(between: Collection[int], stages: Sequence[Round], stake: Stake) -> tuple[int, ...]:
    """Who is left of the tied by the most recent stage at which their figures differed.

    The fewest for an exclusion, the most for anything else; one, or those who were equal at every stage.
    """
    left = set(between)
    pick = min if stake is Stake.EXCLUSION else max
    for stage in reversed(stages):
        wanted = pick(stage.figures[each] for each in left)
        left = {each for each in left if stage.figures[each] == wanted}
    return tuple(sorted(left))


def fall(between: Collection[int], stake: Stake, lot: Sequence[int], stages: Sequence[Round]) -> Tie:
    """On whom a tie falls that must fall on one: by an earlier stage, else by the lot, else on nobody.

    `stages` are all of the count so far, the one with the tie last.
    """
    left = looked_back(between, stages[:-1], stake)
    if len(left) == 1:
        return Tie(tuple(sorted(between)), stake, len(stages), Broken.EARLIER, left)
    return by_lot(between, stake, lot, len(stages), left)


def by_lot(
    between: Collection[int], stake: Stake, lot: Sequence[int], round: int, left: Collection[int] = ()
) -> Tie:
    """On whom a tie falls by the lot: one of those `left` after looking at earlier stages, else of all."""
    tied = tuple(sorted(between))
    order = drawn(left or tied, lot)
    if not order:
        return Tie(tied, stake, round, Broken.UNRESOLVED)
    return Tie(tied, stake, round, Broken.LOT, (order[-1 if stake is Stake.EXCLUSION else 0],))


def most(
    figures: Mapping[int, Fraction], seats: int, lot: Sequence[int], stake: Stake = Stake.SEAT
) -> tuple[tuple[int, ...], tuple[Tie, ...]]:
    """Those with the highest figures, as many as there are seats, and the tie for the last seats if any.

    Without a lot those who are tied for them are left out.
    """
    order = in_order(figures, figures, lot)
    if seats >= len(order) or seats < 1:
        return tuple(order[: max(0, seats)]), ()
    edge = figures[order[seats - 1]]
    tied = tuple(sorted(each for each in order if figures[each] == edge))
    above = tuple(each for each in order if figures[each] > edge)
    if len(above) + len(tied) == seats:
        return tuple(order[:seats]), ()
    chosen = drawn(tied, lot)[: seats - len(above)]
    broken = Broken.LOT if chosen else Broken.UNRESOLVED
    return above + chosen, (Tie(tied, stake, 1, broken, chosen),)
