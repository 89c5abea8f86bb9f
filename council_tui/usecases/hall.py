"""The frame of every screen: which meeting is in hand, and what was recorded last."""

from collections.abc import Sequence

from council_tui.domain.agenda import MeetingState
from council_tui.domain.hall import Hall
from council_tui.domain.ids import MeetingId
from council_tui.domain.meeting import MeetingLine
from council_tui.store import council, meeting
from council_tui.store.act import Reader
from council_tui.usecases.record import view_last


def view_hall(at: Reader, chosen: MeetingId | None = None) -> Hall:
    """The frame, with the meeting that runs, else the one chosen, else the one that asks for most."""
    return hall_among(at, meeting.meetings(at), chosen)


def hall_among(at: Reader, lines: Sequence[MeetingLine], chosen: MeetingId | None) -> Hall:
    """The frame, where the meetings are read already."""
    running = [line.id for line in lines if line.state not in {None, MeetingState.ADJOURNED}]
    known = [line.id for line in lines if line.id == chosen]
    pick = (running or known or _waiting(lines))[:1]
    return Hall(council.council(at), meeting.meeting(at, pick[0]) if pick else None, view_last(at))


def _waiting(lines: Sequence[MeetingLine]) -> list[MeetingId]:
    """Held and not signed off, latest first; then planned, the next first; then all that were held."""
    unsealed = [line for line in lines if line.state is MeetingState.ADJOURNED and not line.sealed]
    planned = sorted((line for line in lines if line.state is None), key=lambda line: (line.starts, line.id))
    return [line.id for line in (*unsealed, *planned, *lines)]
