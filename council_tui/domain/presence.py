"""Who was in the room when: what the papers say of coming and going."""

from council_tui.domain.agenda import IN_THE_ROOM, Presence
from council_tui.domain.attendees import Attendee, Step
from council_tui.domain.meeting import MeetingView, present_at
from council_tui.domain.parties import represented
from council_tui.domain.representing import ever_represented


def at_minute(at: str) -> str:
    """A moment without its seconds: typed times have none."""
    return at[:16]


def attending_at(meeting: MeetingView, at: str) -> int:
    """How many count for the quorum at a moment: voting members, or the parties they speak for."""
    if not meeting.rules.parties:
        return present_at(meeting, at)
    return len(represented(meeting.rules.parties, (each.person for each in meeting.roll if each.there(at))))


def attended(meeting: MeetingView) -> tuple[Attendee, ...]:
    """The voting members who were there at any time (实到)."""
    return tuple(each for each in meeting.roll if each.attended)


def only_represented(meeting: MeetingView) -> tuple[Attendee, ...]:
    """The voting members who never came themselves, and were represented by somebody who was there."""
    found = ever_represented(meeting)
    return tuple(each for each in meeting.roll if each.person.id in found and not each.attended)


def excused(meeting: MeetingView) -> tuple[Attendee, ...]:
    """The voting members who never came, were not represented, and had sent word."""
    return tuple(each for each in _away(meeting) if each.presence is Presence.EXCUSED)


def absent(meeting: MeetingView) -> tuple[Attendee, ...]:
    """The voting members who never came, without a word; before the opening nobody is absent yet."""
    if not meeting.moves:
        return ()
    return tuple(each for each in _away(meeting) if each.presence is not Presence.EXCUSED)


def _away(meeting: MeetingView) -> tuple[Attendee, ...]:
    found = ever_represented(meeting)
    return tuple(each for each in meeting.roll if not each.attended and each.person.id not in found)


def observers(meeting: MeetingView) -> tuple[Attendee, ...]:
    """Those who were there without a vote."""
    seen = IN_THE_ROOM | {Presence.OBSERVING}
    others = (each for each in meeting.people.values() if not (each.on_roll and each.person.votes))
    return tuple(each for each in others if any(step.presence in seen for step in each.steps))


def movements(meeting: MeetingView) -> tuple[tuple[Attendee, tuple[Step, ...]], ...]:
    """Voting members who came late, left or returned after the opening, each with those steps."""
    opened = at_minute(meeting.opened_at)
    if not opened:
        return ()
    found = ((each, _steps_after(each, opened)) for each in attended(meeting))
    return tuple((each, steps) for each, steps in found if steps)


def _steps_after(who: Attendee, opened: str) -> tuple[Step, ...]:
    """From the first coming on, what happened later than the opening."""
    return tuple(step for step in who.steps if at_minute(step.at) > opened and step.at >= who.came)
