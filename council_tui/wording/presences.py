"""What is said of who is there: present, excused, left at which time."""

from council_tui.domain.agenda import Presence
from council_tui.wording.catalog import N_, _
from council_tui.wording.names import clock_time

PRESENCES = {
    Presence.PRESENT: N_("present"),
    Presence.LEFT: N_("left the meeting"),
    Presence.RETURNED: N_("came back"),
    Presence.EXCUSED: N_("excused"),
    Presence.ABSENT: N_("absent"),
    Presence.OBSERVING: N_("observing"),
}

_MOVEMENTS = {
    Presence.PRESENT: N_("arrived {time}"),
    Presence.LEFT: N_("left {time}"),
    Presence.RETURNED: N_("returned {time}"),
    Presence.EXCUSED: N_("left {time}, excused"),
    Presence.ABSENT: N_("marked absent {time}"),
    Presence.OBSERVING: N_("observing from {time}"),
}


def presence_words(presence: Presence) -> str:
    """`present`, `excused`."""
    return _(PRESENCES[presence])


def movement_words(presence: Presence, at: str, day: str = "") -> str:
    """`left 19:40`."""
    return _(_MOVEMENTS[presence]).format(time=clock_time(at, day))
