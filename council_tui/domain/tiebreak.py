"""Who may break a tie, and whether there is one to break."""

from council_tui.domain.agenda import Role
from council_tui.domain.ids import PersonId
from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.rulesets import ChairVotes
from council_tui.domain.votes import VoteView


def tie_breaker(meeting: MeetingView, item: ItemView, vote: VoteView) -> PersonId | None:
    """The chair who may give a casting vote now; None where there is nothing to break or nobody to do it.

    A tie with a quorum, closed and not announced, under rules that give the chair a vote only then; the
    chair was present at it as a voting member, in person, and does not stand aside.
    """
    closed = vote.closed
    if vote.rules.chair_votes is not ChairVotes.TIE_ONLY or closed is None or vote.announced:
        return None
    if not (closed.tie and closed.quorum_met) or vote.casting is not None:
        return None
    there = [each for each in meeting.holders(Role.CHAIR) if each in closed.presence]
    return next((each for each in there if each not in {*item.recused, *vote.represented}), None)
