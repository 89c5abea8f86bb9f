"""Approval: each paper approves of any number of candidates; those with the most approvals are elected."""

from council_tui.domain.tally import score
from council_tui.domain.tally.asked import check, check_marks
from council_tui.domain.tally.model import Form, Marked, Method, Result, Terms


def count(ballots: Marked, terms: Terms) -> Result:
    """Add up approvals. Nobody is elected without one. Raises BadBallots."""
    check(ballots, terms)
    check_marks(ballots)
    return score.highest(ballots, terms)


METHOD = Method("approval", Form.MARKED, count)
