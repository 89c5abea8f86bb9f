"""The clocks of a meeting: what an item took without the recess, and when it all may end."""

from pathlib import Path

from council_tui.domain import clocks
from council_tui.domain.agenda import Outcome
from council_tui.usecases import agenda, attendance, meetings, people
from council_tui.usecases.agenda import ItemEntry, Settlement
from council_tui.usecases.meetings import view_meeting
from tests.assembly import found, plan

DAY = "2023-02-08T"


def test_a_recess_is_nobodys_time(tmp_path: Path):
    store = found(tmp_path / "book.council")
    meeting, first = plan(store)
    second = store.writing(agenda.add_item, meeting, ItemEntry("充电棚", minutes=15))
    for person in store.reading(people.view_people)[:6]:
        store.writing(attendance.sign_in, meeting, person.id, f"{DAY}18:50:00")
    store.writing(meetings.open_meeting, meeting, f"{DAY}19:00:00")
    store.writing(agenda.open_item, meeting, first, f"{DAY}19:05:00")
    store.writing(meetings.recess, meeting, f"{DAY}19:10:00")
    store.writing(meetings.resume, meeting, f"{DAY}19:13:00")
    store.writing(agenda.settle_item, meeting, first, Settlement(Outcome.NOTED), f"{DAY}19:20:00")
    store.writing(agenda.open_item, meeting, second, f"{DAY}19:20:00")
    held = store.reading(view_meeting, meeting)
    now = f"{DAY}19:24:30"
    assert [clocks.used(held, item, now) for item in held.items] == [12 * 60, 4 * 60 + 30]
    assert clocks.sat(held, now) == 21 * 60 + 30
    assert clocks.expected_end(held, now) == f"{DAY}19:35:00"
    assert clocks.remaining(held) == 1
    assert clocks.over(held, held.items[1], f"{DAY}19:38:20") == 3 * 60 + 20
    assert clocks.over(held, held.items[0], f"{DAY}23:00:00") == 0


def test_before_the_opening_nothing_runs(tmp_path: Path):
    store = found(tmp_path / "book.council")
    meeting, _ = plan(store)
    assert clocks.sat(store.reading(view_meeting, meeting), f"{DAY}19:24:30") == 0
