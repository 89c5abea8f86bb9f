"""Who held which office from when, from a meeting held through the use cases."""

from pathlib import Path

from council_tui.domain import offices
from council_tui.domain.agenda import Role
from council_tui.domain.meeting import MeetingView
from council_tui.usecases import meetings
from tests import assembly, evenings
from tests.meetings import evening


def test_the_chair_of_the_opening_has_no_time_and_who_took_over_has_theirs(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    meeting = store.reading(meetings.view_meeting, evenings.hard_evening(store).meeting)
    store.shut()
    found = [(at, [meeting.people[each].person.name for each in people]) for at, people in held(meeting)]
    assert found == [("", ["林晓"]), ("2023-02-08T20:10:00", ["陈果 [/]"])]


def held(meeting: MeetingView, role: Role = Role.CHAIR) -> list[tuple[str, tuple[int, ...]]]:
    return [(at, tuple(people)) for at, people in offices.spells(meeting, role)]


def test_who_is_named_in_the_minute_of_the_opening_held_it_from_the_opening(tmp_path: Path):
    with evening() as at:
        at("19:00")
        made = assembly.convene(assembly.found(tmp_path / "council.db"))
        made.store.writing(meetings.hand_over, made.meeting, Role.CHAIR, [made.people[1]])
        at("19:10")
        made.store.writing(meetings.hand_over, made.meeting, Role.RECORDER, [made.people[2]])
    meeting = made.store.reading(meetings.view_meeting, made.meeting)
    made.store.shut()
    assert held(meeting) == [("", (2,))]
    assert held(meeting, Role.RECORDER) == [("2023-02-08T19:10:00", (3,))]
    assert held(meeting, Role.TELLERS) == []
