"""The method of equal shares: each voter gets the same part of the budget, and supporters pay for projects.

Source: Peters, Pierczynski, Skowron, "Proportional Participatory Budgeting with Additive Utilities", 2021.
A supporter's use of a project is its cost (pabutools' `Cost_Sat`). In each round the project is funded whose
supporters pay least per unit of use, all the same amount or all they have left. Nothing completes the
result, unless asked: `Terms.fill` spends what is left on the projects with the most votes (as `greedy`).

Two projects at the same price decide something only where a voter supports both; then the lot says which is
first. Money is counted in whole parts of one common denominator, which grows as payments ask for it.
"""

from collections.abc import Container, Sequence
from dataclasses import replace
from fractions import Fraction
from heapq import heapify, heappop, heappush
from itertools import combinations

from council_tui.domain.tally import greedy, ties
from council_tui.domain.tally.asked import check_money
from council_tui.domain.tally.model import (
    Broken,
    Form,
    Funded,
    Marked,
    Method,
    Result,
    Round,
    Stake,
    Terms,
    Tie,
)
from council_tui.domain.tally.score import totals


class Purses:
    """What voters have left; those with the same paper always have the same."""

    def __init__(self, ballots: Marked, budget: int):
        self.costs = dict(enumerate(ballots.costs, 1))
        self.papers = list(ballots.papers.values())
        self.supporters: dict[int, list[int]] = {each: [] for each in self.costs}
        for group, marks in enumerate(ballots.papers):
            for project, mark in enumerate(marks, 1):
                if mark:
                    self.supporters[project].append(group)
        self.parts = sum(self.papers)
        """So many parts are one unit of money."""
        self.money = [budget] * len(self.papers)
        """What one voter of each group has left, in parts."""

    def payment(self, project: int) -> Fraction | None:
        """The most that one supporter would pay, in parts; None where they cannot pay for it together."""
        groups = sorted((self.money[group], self.papers[group]) for group in self.supporters[project])
        rest = self.costs[project] * self.parts
        payers = sum(papers for _, papers in groups)
        for money, papers in groups:
            if money * payers >= rest:
                return Fraction(rest, payers)
            rest -= money * papers
            payers -= papers
        return None

    def payments(self, without: Container[int]) -> dict[int, Fraction]:
        """What `payment` is of every project that can be paid for, in money."""
        wanted = [each for each, groups in self.supporters.items() if groups and each not in without]
        found = ((each, self.payment(each)) for each in wanted)
        return {
            each: Fraction(most.numerator, most.denominator * self.parts)
            for each, most in found
            if most is not None
        }

    def price(self, project: int) -> Fraction | None:
        """What a supporter pays for each unit of use."""
        payment = self.payment(project)
        if payment is None:
            return None
        return Fraction(payment.numerator, payment.denominator * self.parts * self.costs[project])

    def pay(self, project: int) -> Fraction:
        """Supporters pay; the most that one of them paid, in money."""
        payment = self.payment(project) or Fraction(0)
        finer = payment.denominator
        if finer > 1:
            self.parts *= finer
            self.money = [money * finer for money in self.money]
        most = payment.numerator
        for group in self.supporters[project]:
            self.money[group] = max(0, self.money[group] - most)
        return Fraction(most, self.parts)

    def apart(self, projects: Sequence[int]) -> bool:
        """Whether no voter supports two of these projects: what is paid for one leaves the others alone."""
        found = [set(self.supporters[each]) for each in projects]
        return all(one.isdisjoint(other) for one, other in combinations(found, 2))


class Prices:
    """Projects by price, the cheapest first. Prices only rise, so an old one is a lower bound."""

    def __init__(self, purses: Purses):
        self.purses = purses
        wanted = [each for each, groups in purses.supporters.items() if groups]
        self.heap = [(Fraction(0), each) for each in wanted]
        heapify(self.heap)

    def put(self, project: int, price: Fraction) -> None:
        """A project whose price is at least this."""
        heappush(self.heap, (price, project))

    def cheapest(self) -> tuple[Fraction, list[int]]:
        """The lowest price of all that can be paid for, and the projects that have it; they are taken out."""
        lowest, found = Fraction(0), list[int]()
        while self.heap and (not found or self.heap[0][0] <= lowest):
            project = heappop(self.heap)[1]
            price = self.purses.price(project)
            if price is None:
                continue
            if found and price > lowest:
                self.put(project, price)
            elif found and price == lowest:
                found.append(project)
            else:
                for each in found:
                    self.put(each, lowest)
                lowest, found = price, [project]
        return lowest, sorted(found)


class Count:
    """A count while it runs: what voters and the whole sum have left, and what was funded."""

    def __init__(self, ballots: Marked, terms: Terms):
        self.lot = terms.lot
        self.left = Fraction(terms.budget)
        self.purses = Purses(ballots, terms.budget)
        self.prices = Prices(self.purses)
        self.winners: list[int] = []
        self.rounds = [Round(totals(ballots))]
        self.ties: list[Tie] = []

    def next_round(self) -> bool:
        """The cheapest project is funded, or several that do not touch each other; False at the end."""
        price, cheapest = self.prices.cheapest()
        if len(cheapest) > 1 and not self.purses.apart(cheapest):
            order = ties.drawn(cheapest, self.lot)
            broken = Broken.LOT if order else Broken.UNRESOLVED
            self.ties.append(Tie(tuple(cheapest), Stake.PROJECT, len(self.rounds) + 1, broken, order[:1]))
            for each in order[1:]:
                self.prices.put(each, price)
            cheapest = list(order[:1])
        for each in cheapest:
            self._fund(each)
        return bool(cheapest)

    def _fund(self, project: int) -> None:
        share = self.purses.pay(project)
        cost = self.purses.costs[project]
        self.left -= cost
        self.winners.append(project)
        self.rounds.append(Round({project: share}, (Funded(project, cost, self.left, share),)))

    def fill(self) -> None:
        """Spend what is left on the projects with the most votes."""
        votes = {each: found for each, found in self.rounds[0].figures.items() if each not in self.winners}
        spending = greedy.Spending(self.purses.costs, self.left, Terms(lot=self.lot), len(self.rounds) + 1)
        greedy.spend(votes, spending)
        self.winners += greedy.funded(spending.happened)
        self.ties += spending.ties
        self.rounds.append(Round(votes, tuple(spending.happened)))


def count(ballots: Marked, terms: Terms) -> Result:
    """Spend a budget by equal shares. Raises BadBallots.

    The first round's figures are votes; a later round's what the most that a supporter pays is.
    """
    check_money(ballots, terms)
    running = Count(ballots, terms)
    while running.next_round():
        pass
    if terms.fill and not any(tie.broken is Broken.UNRESOLVED for tie in running.ties):
        running.fill()
    return Result(
        tuple(running.winners), tuple(running.rounds), tuple(running.ties), None, sum(ballots.papers.values())
    )


def in_full(ballots: Marked, budget: int, result: Result) -> Result:
    """The same count with every project's figure in every round in which supporters pay: the most that one of
    its supporters would pay, as that round begins; without those that cannot be paid for, or are already.
    """
    purses, rounds, done = Purses(ballots, budget), list[Round](), set[int]()
    for stage in result.rounds:
        paid = [event for event in stage.events if isinstance(event, Funded) and event.share is not None]
        figures = purses.payments(done) if paid else stage.figures
        rounds.append(replace(stage, figures=figures))
        for event in paid:
            purses.pay(event.project)
            done.add(event.project)
    return replace(result, rounds=tuple(rounds))


METHOD = Method("mes", Form.PRICED, count)
