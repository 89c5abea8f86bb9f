"""Points: each paper gives points to candidates, and those with the most are elected.

Dots within a budget are the same, with a limit on the points of one paper (`Terms.points`).
Nobody is elected without a point.
"""

from fractions import Fraction

from council_tui.domain.tally import ties
from council_tui.domain.tally.asked import check, check_points
from council_tui.domain.tally.model import Elected, Form, Marked, Method, Result, Round, Terms, Why


def totals(ballots: Marked) -> dict[int, Fraction]:
    """The sum of each candidate's marks."""
    sums = [0] * len(ballots.candidates)
    for marks, papers in ballots.papers.items():
        for place, mark in enumerate(marks):
            if mark:
                sums[place] += mark * papers
    return {each: Fraction(found) for each, found in enumerate(sums, 1)}


def highest(ballots: Marked, terms: Terms) -> Result:
    """Those with the most, as many as there are seats."""
    figures = totals(ballots)
    some = {each: votes for each, votes in figures.items() if votes}
    winners, found = ties.most(some, terms.seats, terms.lot)
    happened = tuple(Elected(each, Why.MOST) for each in winners)
    return Result(winners, (Round(figures, happened),), found, None, sum(ballots.papers.values()))


def count(ballots: Marked, terms: Terms) -> Result:
    """Add up points. Raises BadBallots."""
    check(ballots, terms)
    if terms.points is not None:
        check_points(ballots, terms.points)
    return highest(ballots, terms)


METHOD = Method("score", Form.MARKED, count, points=True)
