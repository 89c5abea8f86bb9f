"""Who held which office in a meeting, and from when."""

from council_tui.domain.agenda import Role
from council_tui.domain.ids import PersonId
from council_tui.domain.meeting import MeetingView
from council_tui.domain.presence import at_minute


def spells(meeting: MeetingView, role: Role) -> tuple[tuple[str, tuple[PersonId, ...]], ...]:
    """The holders of an office one after the other, each with the moment from which on they held it.

    The moment is empty for who held it from the opening: named beforehand, the last word counting, or first
    named by the end of the opening's minute.
    """
    named = [each for each in meeting.officers if each.role is role and each.people]
    first = [each for each in named if not each.at][-1:]
    held = [(each.at, each.people) for each in (*first, *(each for each in named if each.at))]
    if held and at_minute(held[0][0]) <= at_minute(meeting.opened_at):
        held[0] = "", held[0][1]
    return tuple(held)
