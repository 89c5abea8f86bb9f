"""An evening on which the laptop died, for tests."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from council_tui.domain.figures import Figures
from council_tui.domain.ids import VoteId
from council_tui.domain.votes import Way
from council_tui.usecases import agenda, attendance, meetings, results, votes
from tests import assembly
from tests.assembly import Floor
from tests.meetings import evening


@contextmanager
def returned(path: Path) -> Iterator[Floor]:
    """Seven of nine are there from 19:00 on; the laptop died at 19:30, and it is 20:30 when it is back."""
    store = assembly.found(path)
    with evening() as at:
        at("19:00")
        made = assembly.convene(store)
        store.writing(agenda.open_item, made.meeting, made.item)
        at("20:30")
        yield made
    store.shut()


def typed(time: str, floor: Floor, deed: Callable[..., Any], *args: Any) -> Any:
    """Record with a typed time, as the screens do."""

    def timed(act: Any) -> Any:
        act.typed = f"2023-02-08T{time}:00"
        return deed(act, *args)

    timed.__name__ = deed.__name__
    return floor.store.writing(timed)


def by_hands(floor: Floor) -> VoteId:
    """Put, counted and announced with 19:41."""
    id: VoteId = typed("19:41", floor, votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    typed("19:41", floor, votes.close_hands, id, Figures(5, 1, 1))
    typed("19:42", floor, results.announce_result, id)
    return id


def caught_up(floor: Floor) -> None:
    """The vote of 19:41 is entered at 20:30, and that 吕 %s left at 19:50; then the meeting ends."""
    by_hands(floor)
    typed("19:50", floor, attendance.sign_out, floor.meeting, floor.people[5])
    floor.store.writing(meetings.adjourn, floor.meeting)
