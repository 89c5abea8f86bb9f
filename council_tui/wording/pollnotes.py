"""What tells polls of one title apart: which round it is, and which time it was held."""

from council_tui.domain import pollcounts
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import PollView
from council_tui.wording import names
from council_tui.wording.catalog import _, pgettext


def note(meeting: MeetingView, poll: PollView) -> str:
    """`second round`, `poll 2`; empty for a poll that was held once."""
    before = pollcounts.before(meeting.polls, poll)
    time = pollcounts.time(meeting.polls, poll)
    parts = [round_words(before)] if before is not None else []
    parts += [_("poll {number}").format(number=time)] if time else []
    return names.commas(parts)


def round_words(poll: PollView) -> str:
    """What follows a poll that settled nothing: `second round` for want of a majority, `further round` after
    a tie."""
    if pollcounts.to_second_round(poll):
        return pgettext("poll", "second round")
    return pgettext("poll", "further round")


def round_column(poll: PollView) -> str:
    """The same as a column has it."""
    if pollcounts.to_second_round(poll):
        return pgettext("column", "Second round")
    return pgettext("column", "Further round")
