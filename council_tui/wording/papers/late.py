"""What papers say of a vote or a poll that was taken on paper and entered afterwards."""

from council_tui.domain.meeting import MeetingView
from council_tui.wording import names
from council_tui.wording.catalog import _


def late_words(meeting: MeetingView, at: str) -> str:
    """`Entered afterwards, at 20:35.`; empty for what was recorded when it was."""
    time = names.clock_time(at, meeting.plan.starts)
    return _("Entered afterwards, at {time}.").format(time=time) if at else ""
