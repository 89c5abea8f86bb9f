"""A moment of the record of proceedings: when it was, and what is printed of it."""

from council_tui.domain.meeting import MeetingView
from council_tui.wording import names
from council_tui.wording.catalog import _
from council_tui.wording.document import Block, Timed

Moment = tuple[str, Block]
"""When, and what is printed."""


def line(meeting: MeetingView, at: str, words: str) -> Moment:
    """A line behind its time."""
    return at, Timed(names.clock_time(at, meeting.plan.starts), words)


def labelled(meeting: MeetingView, at: str, label: str, words: str) -> Moment:
    """The same of something that has a name: `Motion: ...`"""
    return line(meeting, at, _("{label}: {words}").format(label=label, words=words))


def second(at: str) -> str:
    """Where a moment stands among others: a typed minute counts as its beginning."""
    return at if len(at) > 16 else f"{at}:00"
