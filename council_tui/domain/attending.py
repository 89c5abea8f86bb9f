"""Who counts as present at a vote."""

from council_tui.domain.agenda import Role
from council_tui.domain.ids import PersonId
from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView, aside, present_under
from council_tui.domain.rules import Recused
from council_tui.domain.rulesets import PresentBasis
from council_tui.domain.votes import VoteView


def counted(
    meeting: MeetingView, item: ItemView, vote: VoteView, at: str | None = None
) -> tuple[PersonId, ...]:
    """Who counts as present at a vote: members in the room or by proxy and not recused (recused too where its
    rules count them), and anyone whose answer stands. `at`: the moment of its close; None: now.

    For a secret ballot the electorate is fixed when it opens (`shared/product.md`, "Counting words").
    """
    apart = aside(meeting, item, vote.rules, at)
    silent = set() if vote.rules.chair_answers else set(meeting.holders(Role.CHAIR))
    if vote.rules.recused is Recused.COUNTED:
        silent |= apart
    here = present_under(meeting, vote.rules, at)
    if vote.opened.way.secret:
        stayed = here if vote.rules.present_basis is PresentBasis.AT_OPENING else set()
        now = set(vote.opened.electorate) | (here & silent) | (stayed - apart)
    else:
        spoke = {stand.speaker for _, stand in vote.stands.values() if stand.speaker is not None}
        now = (here - (apart - silent)) | set(vote.answers) | spoke
    return tuple(each.person.id for each in meeting.roll if each.person.id in now)
