"""What is asked when the result of a poll is doubted: why it stands no longer."""

from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import PollView
from council_tui.domain.reopenings import Reopening
from council_tui.tui.fields import Field, Kind, Values
from council_tui.tui.pages.proposal_forms import Question
from council_tui.usecases.poll_results import Doubt, annul_poll, reconsider_poll
from council_tui.usecases.votes import REASON
from council_tui.wording import polls
from council_tui.wording.catalog import _


def reopening(meeting: MeetingView, poll: PollView, why: Reopening) -> Question:
    """Why, and who asked for it or moved it."""
    annulled = why is Reopening.ANNULLED
    left = polls.resolutions_without(meeting, poll)

    def told(typed: Values) -> tuple[object, ...]:
        return poll.id, Doubt(typed["why"], typed["mover"], *left)

    if annulled:
        title = _("Annul this poll: its count stays readable, and it can be held again")
        return Question(title, [reason(required=True), asker(meeting)], annul_poll, told)
    people = tuple(each.person for each in meeting.present)
    mover = Field("mover", _("Who moves it"), Kind.PERSON, required=True, people=people)
    title = _("Take the question up again: the poll is held once more")
    return Question(title, [mover, reason(required=False)], reconsider_poll, told)


def reason(*, required: bool) -> Field:
    """Why."""
    return Field("why", _("Reason"), longest=REASON, required=required)


def asker(meeting: MeetingView) -> Field:
    """Who asked for it; nobody need be named."""
    people = tuple(each.person for each in meeting.present)
    return Field("mover", _("Asked by"), Kind.PERSON, people=people)
