"""A time as it is typed at a desk, `19:41`: which moment of which day it means."""

from datetime import datetime, timedelta

from council_tui.domain.agenda import MeetingState
from council_tui.domain.meeting import MeetingView

BEGUN = frozenset({MeetingState.OPEN, MeetingState.TALK, MeetingState.RESUMED})
NIGHT = timedelta(hours=12)
"""So long before the meeting was called to order nothing of it happened: the time is of the next day."""


def typed_moment(meeting: MeetingView, time: str) -> str:
    """The moment of a typed time: of the day on which the meeting was called to order last, or was to be;
    `00:10` after an evening of the night that follows."""
    begun = [move.at for move in meeting.moves if move.state in BEGUN]
    last = begun[-1] if begun else f"{meeting.plan.starts}:00"
    moment = datetime.fromisoformat(f"{last[:10]}T{time}:00")
    if moment <= datetime.fromisoformat(last) - NIGHT:
        moment += timedelta(days=1)
    return moment.isoformat()
