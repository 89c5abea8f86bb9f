"""A sum of money spent greedily: projects by their votes, each that still fits is funded.

What does not fit is passed over, and smaller ones further down may still be funded. A project without a vote
is never funded. Equal votes decide something only where not all of them fit; then the lot gives their order.
"""

from collections.abc import Collection, Mapping
from fractions import Fraction

from council_tui.domain.tally import ties
from council_tui.domain.tally.asked import check_money
from council_tui.domain.tally.model import (
    Broken,
    Event,
    Form,
    Funded,
    Marked,
    Method,
    Result,
    Round,
    Stake,
    Terms,
    Tie,
    TooDear,
)
from council_tui.domain.tally.score import totals


class Spending:
    """A sum of money while it is spent."""

    def __init__(self, costs: Mapping[int, int], left: Fraction, terms: Terms, round: int):
        self.costs = costs
        self.left = left
        self.lot = terms.lot
        self.round = round
        self.happened: list[Event] = []
        self.ties: list[Tie] = []

    def take(self, equal: Collection[int]) -> bool:
        """The turn of projects with equal votes; False where a tie stops the count."""
        fitting = [each for each in equal if self.costs[each] <= self.left]
        if sum(self.costs[each] for each in fitting) > self.left:
            return self._draw(fitting)
        for each in equal:
            self._one(each)
        return True

    def _draw(self, tied: Collection[int]) -> bool:
        """Projects of which not all fit, in the order of the lot."""
        order = ties.drawn(tied, self.lot)
        for each in order:
            self._one(each)
        chosen = tuple(each for each in funded(self.happened) if each in tied)
        broken = Broken.LOT if order else Broken.UNRESOLVED
        self.ties.append(Tie(tuple(tied), Stake.PROJECT, self.round, broken, chosen))
        return bool(order)

    def _one(self, project: int) -> None:
        cost = self.costs[project]
        if cost > self.left:
            self.happened.append(TooDear(project, cost, self.left))
            return
        self.left -= cost
        self.happened.append(Funded(project, cost, self.left))


def funded(events: Collection[Event]) -> tuple[int, ...]:
    """The projects that got their money, in order."""
    return tuple(event.project for event in events if isinstance(event, Funded))


def spend(votes: Mapping[int, Fraction], spending: Spending) -> None:
    """Every project with a vote has its turn, until a tie stops it."""
    for wanted in sorted(set(votes.values()) - {Fraction(0)}, reverse=True):
        if not spending.take([each for each in votes if votes[each] == wanted]):
            return


def count(ballots: Marked, terms: Terms) -> Result:
    """Spend a budget by votes. Raises BadBallots."""
    check_money(ballots, terms)
    votes = totals(ballots)
    spending = Spending(dict(enumerate(ballots.costs, 1)), Fraction(terms.budget), terms, 1)
    spend(votes, spending)
    rounds = (Round(votes, tuple(spending.happened)),)
    return Result(funded(spending.happened), rounds, tuple(spending.ties), None, sum(ballots.papers.values()))


METHOD = Method("greedy", Form.PRICED, count)
