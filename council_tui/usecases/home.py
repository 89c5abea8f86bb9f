"""What Home looks at: every meeting, the next one, and what waits to be done."""

from council_tui.domain.agenda import MeetingState
from council_tui.domain.hall import Hall
from council_tui.domain.home import HomeView, Planning, last_held, next_planned
from council_tui.domain.ids import MeetingId
from council_tui.domain.meeting import MeetingLine, MeetingView
from council_tui.store import council, items, meeting, people, promises, record
from council_tui.store.act import Reader
from council_tui.usecases.hall import hall_among
from council_tui.usecases.meetings import view_next_number


def view_home(at: Reader, chosen: MeetingId | None = None) -> HomeView:
    """Home, with the meeting that runs, else the one chosen, else the next."""
    everything = tuple(meeting.meetings(at, cancelled=True))
    lines = tuple(line for line in everything if not line.cancelled)
    hall = hall_among(at, lines, chosen)
    return HomeView(
        hall=hall,
        meetings=everything,
        coming=_coming(at, hall, lines, chosen),
        members=people.voting(at),
        unfinished=tuple(items.unfinished(at)),
        actions=tuple(promises.waiting(at, last_held(lines))),
        drafts=record.drafted(at),
        now=at.now,
    )


def view_planning(at: Reader, changed: MeetingId | None = None) -> Planning:
    """What a plan is typed with: of the meeting changed, or of a new one after the last."""
    lines = meeting.meetings(at)
    like = changed if changed is not None else lines[0].id if lines else None
    under = council.council(at)
    return Planning(
        people=tuple(people.people(at)),
        like=meeting.meeting(at, like) if like is not None else None,
        number=view_next_number(at, at.moment.year),
        first=not lines,
        provisional=under is not None and under.provisional,
        unfinished=tuple(items.unfinished(at)),
    )


def _coming(
    at: Reader, hall: Hall, lines: tuple[MeetingLine, ...], chosen: MeetingId | None
) -> MeetingView | None:
    """The meeting Home tells the time of; the hall's own where it is the same."""
    running = [line for line in lines if line.state not in {None, MeetingState.ADJOURNED}]
    picked = [line for line in lines if line.id == chosen and line.state is None]
    after = next_planned(lines, at.now)
    found = next(iter([*running, *picked, *([after] if after is not None else [])]), None)
    if found is None or (hall.meeting is not None and hall.meeting.id == found.id):
        return hall.meeting if found is not None else None
    return meeting.meeting(at, found.id)
