"""Borda: points for places.

With n candidates standing the first place of a paper is worth n - 1 points, the next n - 2, the last none.
Candidates on one place share the points of the places they take; those not on the paper stand together
on the last ones and share theirs, so every paper gives the same sum.
"""

from fractions import Fraction

from council_tui.domain.tally import ties
from council_tui.domain.tally.asked import check
from council_tui.domain.tally.model import Elected, Form, Method, Ranked, Ranking, Result, Round, Terms, Why


def _ranks(ranking: Ranking, ballots: Ranked) -> list[list[int]]:
    """The places of a paper, the last of them for those not on it; without those who withdrew."""
    places = [[each for each in rank if each not in ballots.withdrawn] for rank in ranking]
    named = {each for rank in places for each in rank}
    return [*filter(None, places), [each for each in ballots.standing if each not in named]]


def points(ballots: Ranked) -> dict[int, Fraction]:
    """What each candidate has from all papers."""
    twice = dict.fromkeys(ballots.standing, 0)
    for ranking, papers in ballots.papers.items():
        best = 2 * (len(ballots.standing) - 1)
        for rank in _ranks(ranking, ballots):
            for each in rank:
                twice[each] += (best - (len(rank) - 1)) * papers
            best -= 2 * len(rank)
    return {each: Fraction(found, 2) for each, found in twice.items()}


def count(ballots: Ranked, terms: Terms) -> Result:
    """Count ranked papers by points. Raises BadBallots."""
    check(ballots, terms)
    figures = points(ballots)
    winners, found = ties.most(figures, terms.seats, terms.lot)
    happened = tuple(Elected(each, Why.MOST) for each in winners)
    return Result(winners, (Round(figures, happened),), found, None, sum(ballots.papers.values()))


METHOD = Method("borda", Form.RANKED, count, equal_ranks=True)
