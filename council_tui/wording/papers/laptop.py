"""What papers say of a secret ballot for which the laptop was passed round."""

from council_tui.domain.votes import VoteClosed, VoteView
from council_tui.wording.catalog import _


def laptop_words(vote: VoteView, closed: VoteClosed) -> str:
    """`Secret ballot on the laptop: 17 could vote, 17 voted. No recount is possible.`"""
    text = _("Secret ballot on the laptop: {electorate} could vote, {turnout} voted. No recount is possible.")
    return text.format(electorate=len(vote.opened.electorate), turnout=closed.returned)
