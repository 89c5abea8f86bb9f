"""Most votes, with or without a majority: elections of one or several seats by marks on a paper.

Three ways: those with the most votes; those with the most votes that also have a minimum share of a base
(`Gate`); a majority, and without one a second round between the first two.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from council_tui.domain.gates import Gate
from council_tui.domain.tally import score, ties
from council_tui.domain.tally.asked import check, check_marks, check_single
from council_tui.domain.tally.flaws import BadBallots, Flaw
from council_tui.domain.tally.model import (
    Broken,
    Elected,
    Event,
    Form,
    Marked,
    Method,
    Result,
    Round,
    SecondRound,
    Stake,
    Terms,
    Tie,
    TooFew,
    Why,
)


def elect(
    votes: Mapping[int, int], seats: int, lot: Sequence[int] = (), least: Gate | None = None, whole: int = 0
) -> Result:
    """Those with the most votes; of them only those who have the minimum share `least` of `whole`.

    Nobody is elected without a vote; a seat for which nobody has enough stays empty.
    """
    figures = {each: Fraction(found) for each, found in votes.items()}
    needed = max(1, least.least(whole)) if least else 1
    enough = {each: found for each, found in figures.items() if found >= needed}
    winners, found = ties.most(enough, seats, lot)
    below = [TooFew(c, figures[c], needed) for c in ties.in_order(figures, figures, lot) if c not in enough]
    happened: list[Event] = [Elected(each, Why.MOST) for each in winners]
    happened += below if least and len(enough) < seats else []
    return Result(winners, (Round(figures, tuple(happened)),), found, None, whole)


def majority(votes: Mapping[int, int], cast: int, lot: Sequence[int] = ()) -> Result:
    """Who has more than half of the papers cast; else the two who go into the second round.

    With a tie for second place the lot decides, and without one the second round is not settled. In a second
    round, of two, call `elect`: the one with more votes has it.
    """
    figures = {each: Fraction(found) for each, found in votes.items()}
    ahead = [each for each, found in figures.items() if 2 * found > cast]
    if ahead:
        return Result((ahead[0],), (Round(figures, (Elected(ahead[0], Why.MAJORITY),)),), (), None, cast)
    some = {each: found for each, found in figures.items() if found}
    first, found = ties.most(some, 2, lot, Stake.SECOND_ROUND)
    happened: tuple[Event, ...] = () if _open(found) else (SecondRound(first),)
    return Result((), (Round(figures, happened),), found, None, cast)


def _open(found: Sequence[Tie]) -> bool:
    return any(tie.broken is Broken.UNRESOLVED for tie in found)


def _votes(ballots: Marked) -> dict[int, int]:
    return {each: int(found) for each, found in score.totals(ballots).items()}


def _check(ballots: Marked, terms: Terms) -> None:
    """Refuse papers with more marks than there are seats. Raises BadBallots."""
    check(ballots, terms)
    check_marks(ballots)
    most = max(map(sum, ballots.papers))
    if most > terms.seats:
        raise BadBallots(Flaw.OVER_MARKS, (most, terms.seats))


def count(ballots: Marked, terms: Terms) -> Result:
    """Most votes for as many seats as there are. Raises BadBallots."""
    _check(ballots, terms)
    return elect(_votes(ballots), terms.seats, terms.lot, whole=sum(ballots.papers.values()))


def count_majority(ballots: Marked, terms: Terms) -> Result:
    """One seat by a majority of the papers, or a second round. Raises BadBallots."""
    check_single(terms)
    _check(ballots, terms)
    return majority(_votes(ballots), sum(ballots.papers.values()), terms.lot)


METHOD = Method("plurality", Form.MARKED, count)
MAJORITY = Method("majority", Form.MARKED, count_majority)
