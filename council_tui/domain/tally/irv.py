"""The instant run-off: the lowest is excluded, one at a time, until one has more than half.

More than half is of the papers still in play: those that name somebody who still stands. Equal lowest: where
all of them together have fewer votes than the next one, each will be excluded before anybody else and the
order decides nothing; else the lot. Earlier rounds are not looked at: the laws do not agree on which.
"""

from fractions import Fraction

from council_tui.domain.tally import piles, ties
from council_tui.domain.tally.asked import check, check_single, check_strict
from council_tui.domain.tally.flaws import BadBallots, Flaw
from council_tui.domain.tally.model import (
    Elected,
    Event,
    Excluded,
    Form,
    Method,
    NonTransferable,
    Ranked,
    Result,
    Round,
    Stake,
    Terms,
    Tie,
    Why,
)


class Count:
    """A count while it runs: who stands, whose papers lie where."""

    def __init__(self, ballots: Ranked):
        self.candidates = ballots.standing
        self.standing = piles.places(len(ballots.candidates), ballots.standing)
        self.piles = piles.deal(ballots.papers.items(), self.standing)
        self.piles[piles.NOBODY].clear()
        self.rounds: list[Round] = []
        self.valid = sum(map(piles.number, self.piles))

    def figures(self) -> dict[int, Fraction]:
        """Every candidate's papers; those excluded have none."""
        return {each: Fraction(piles.number(self.piles[each])) for each in self.candidates}

    def exclude(self, candidate: int) -> None:
        """A candidate's papers go to the next on each who still stands."""
        self.standing[candidate] = False
        papers, self.piles[candidate] = self.piles[candidate], []
        for mine, more in zip(self.piles, piles.deal(papers, self.standing), strict=True):
            mine += more

    def close_round(self, happened: list[Event]) -> tuple[dict[int, Fraction], int | None]:
        """The figures of those who stand, and who of them is elected."""
        figures = self.figures()
        standing = {each: figures[each] for each in figures if self.standing[each]}
        in_play = sum(standing.values())
        ahead = [each for each, votes in standing.items() if 2 * votes > in_play or len(standing) == 1]
        happened += [NonTransferable(Fraction(self.valid - in_play))] if self.rounds else []
        happened += [Elected(each, Why.MAJORITY) for each in ahead]
        self.rounds.append(Round(figures, tuple(happened)))
        return standing, ahead[0] if ahead else None


def _lowest(standing: dict[int, Fraction], terms: Terms, round: int) -> tuple[int | None, Tie | None]:
    """Who is excluded, and the tie that had to be broken for it."""
    lowest = min(standing.values())
    tied = [each for each, votes in standing.items() if votes == lowest]
    others = [votes for votes in standing.values() if votes > lowest]
    sure = bool(others) and lowest * len(tied) < min(others)
    if len(tied) == 1 or (sure and not terms.lot):
        return tied[0], None
    tie = ties.by_lot(tied, Stake.EXCLUSION, terms.lot, round)
    if not tie.chosen:
        return (tied[0], None) if sure else (None, tie)
    return tie.chosen[0], tie


def count(ballots: Ranked, terms: Terms) -> Result:
    """Count ranked papers for one seat. Raises BadBallots."""
    check(ballots, terms)
    check_strict(ballots)
    check_single(terms)
    running = Count(ballots)
    if not running.valid:
        raise BadBallots(Flaw.NO_PAPERS)
    found: list[Tie] = []
    standing, winner = running.close_round([])
    while winner is None:
        lowest, tie = _lowest(standing, terms, len(running.rounds))
        found += [tie] if tie else []
        if lowest is None:
            return Result((), tuple(running.rounds), tuple(found), None, running.valid)
        running.exclude(lowest)
        standing, winner = running.close_round([Excluded(lowest, standing[lowest])])
    return Result((winner,), tuple(running.rounds), tuple(found), None, running.valid)


METHOD = Method("irv", Form.RANKED, count)
