"""Who was in the room when, from a meeting held through the use cases."""

from pathlib import Path

from council_tui.domain import presence
from council_tui.domain.meeting import present_at
from council_tui.usecases import meetings
from tests import assembly, evenings


def test_presence_is_counted_at_each_moment(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    try:
        meeting = store.reading(meetings.view_meeting, evenings.hard_evening(store).meeting)
    finally:
        store.shut()
    there = {at: present_at(meeting, f"2023-02-08T{at}") for at in ("18:49", "19:00", "19:05", "19:40")}
    assert there == {"18:49": 0, "19:00": 6, "19:05": 7, "19:40": 6}
    assert present_at(meeting, "2023-02-08T19:50:30") == 7
    assert [each.person.name for each in presence.excused(meeting)] == ["乐山😀"]
    assert [each.person.name for each in presence.absent(meeting)] == ["许志刚"]
    assert [each.person.name for each in presence.observers(meeting)] == ["王·军 <i>"]
    assert len(presence.attended(meeting)) == 7
    ((who, steps),) = presence.movements(meeting)
    assert who.person.name == "=李四"
    assert [(str(step.presence), step.at[11:16]) for step in steps] == [
        ("present", "19:05"),
        ("left", "19:40"),
        ("returned", "19:50"),
    ]
