"""The clocks of a meeting: how long it sat, how long an item took, and when it may end."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from council_tui.domain.agenda import MeetingState
from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView

Spell = tuple[datetime, datetime]


def used(meeting: MeetingView, item: ItemView, now: str) -> int:
    """Seconds an item was before the meeting, recesses left out; `now` is local time."""
    spells = [(_read(start), _read(end or now)) for start, end in item.spells]
    return _sitting(meeting, spells, now)


def sat(meeting: MeetingView, now: str) -> int:
    """Seconds since the opening, recesses left out."""
    if not meeting.opened_at:
        return 0
    return _sitting(meeting, [(_read(meeting.opened_at), _read(meeting.adjourned_at or now))], now)


def over(meeting: MeetingView, item: ItemView, now: str) -> int:
    """Seconds beyond the time allotted; 0 within it, and where none was."""
    return max(0, used(meeting, item, now) - item.minutes * 60) if item.minutes else 0


def expected_end(meeting: MeetingView, now: str) -> str:
    """When it ends if what is left keeps its time; an item without a limit counts nothing."""
    left = 0
    for item in meeting.items:
        if item.settled is None and item.minutes:
            left += max(0, item.minutes * 60 - used(meeting, item, now))
    return (_read(now) + timedelta(seconds=left)).isoformat(timespec="seconds")


def remaining(meeting: MeetingView) -> int:
    """How many items have no end yet."""
    return sum(item.settled is None for item in meeting.items)


def _sitting(meeting: MeetingView, spells: Sequence[Spell], now: str) -> int:
    """The length of spells, less what of them was recess."""
    seconds = sum(_length(spell) for spell in spells)
    rests = _recesses(meeting, now)
    return seconds - sum(_length(_shared(spell, rest)) for spell in spells for rest in rests)


def _recesses(meeting: MeetingView, now: str) -> list[Spell]:
    found: list[Spell] = []
    begun: datetime | None = None
    for move in meeting.moves:
        if move.state is MeetingState.RECESS:
            begun = _read(move.at)
        elif begun is not None:
            found.append((begun, _read(move.at)))
            begun = None
    return [*found, (begun, _read(now))] if begun is not None else found


def _shared(one: Spell, other: Spell) -> Spell:
    return max(one[0], other[0]), min(one[1], other[1])


def _length(spell: Spell) -> int:
    return max(0, (spell[1] - spell[0]) // timedelta(seconds=1))


def _read(at: str) -> datetime:
    return datetime.fromisoformat(at)
