"""Attendance: come, leave, return, excused, absent, observing, standing aside; and wrong lines put right."""

import pytest

from council_tui.domain.agenda import Presence
from council_tui.domain.errors import NeedsReason, NotEntitled, NotOnAgenda, SameStep, Unknown
from council_tui.domain.ids import ItemId, PersonId
from council_tui.store.store import Store
from council_tui.usecases import attendance, meetings, people
from council_tui.usecases.people import PersonEntry
from tests import assembly
from tests.assembly import Floor


def steps(floor: Floor, seat: int) -> list[tuple[str, str]]:
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    return [(step.presence, step.at[11:16]) for step in held.people[floor.people[seat - 1]].steps]


def test_somebody_leaves_and_returns(floor: Floor):
    store, person = floor.store, floor.people[0]
    store.writing(attendance.sign_out, floor.meeting, person, "2023-02-08T20:00")
    assert store.writing(attendance.sign_in, floor.meeting, person, "2023-02-08T20:10") is Presence.RETURNED
    assert steps(floor, 1)[1:] == [("left", "20:00"), ("returned", "20:10")]


def test_nobody_comes_twice_or_leaves_without_having_come(floor: Floor):
    with pytest.raises(SameStep) as refused:
        floor.store.writing(attendance.sign_in, floor.meeting, floor.people[1])
    assert refused.value.name == "陈果 [/]"
    with pytest.raises(SameStep):
        floor.store.writing(attendance.sign_out, floor.meeting, floor.people[7])
    floor.store.writing(attendance.excuse, floor.meeting, floor.people[7], "出差")
    with pytest.raises(SameStep):
        floor.store.writing(attendance.excuse, floor.meeting, floor.people[7], "出差")


def test_excused_and_absent_are_not_present_and_may_come_after_all(floor: Floor):
    store = floor.store
    store.writing(attendance.excuse, floor.meeting, floor.people[7], "出差 [b]")
    store.writing(attendance.mark_absent, floor.meeting, floor.people[8])
    held = store.reading(meetings.view_meeting, floor.meeting)
    assert len(held.present) == 7
    assert held.people[floor.people[7]].reason == "出差 [b]"
    assert store.writing(attendance.sign_in, floor.meeting, floor.people[7]) is Presence.PRESENT


def test_who_has_no_vote_observes(store: Store):
    silent = store.writing(people.add_person, PersonEntry("列席人", seat=30, votes=False))
    floor = assembly.convene(store)
    assert store.writing(attendance.sign_in, floor.meeting, silent) is Presence.OBSERVING
    guest = store.writing(attendance.admit_guest, floor.meeting, PersonEntry("记者 [/]"))
    held = store.reading(meetings.view_meeting, floor.meeting)
    assert (len(held.roll), len(held.present)) == (9, 7)
    assert held.people[guest].presence is Presence.OBSERVING
    store.writing(attendance.sign_out, floor.meeting, guest)
    assert store.writing(attendance.sign_in, floor.meeting, guest) is Presence.OBSERVING


def test_somebody_seated_after_the_opening_observes_this_meeting(floor: Floor):
    new = floor.store.writing(people.add_person, PersonEntry("新来的", seat=10))
    assert floor.store.writing(attendance.sign_in, floor.meeting, new) is Presence.OBSERVING


def test_who_signed_in_before_the_opening_counts_from_the_opening(store: Store):
    meeting, _ = assembly.plan(store)
    first, second, *_ = [person.id for person in store.reading(people.view_people)]
    store.writing(attendance.sign_in, meeting, first)
    store.writing(attendance.sign_in, meeting, second, "2023-02-08T18:45")
    store.writing(meetings.open_meeting, meeting, "2023-02-08T19:00")
    store.writing(attendance.sign_out, meeting, first, "2023-02-08T19:10")
    held = store.reading(meetings.view_meeting, meeting)
    assert [step.at[11:16] for step in held.people[first].steps] == ["19:00", "19:10"]
    assert held.people[second].came[11:16] == "18:45"
    assert len(held.present) == 1


def test_a_step_that_was_forgotten_is_put_in_its_place(floor: Floor):
    store, person = floor.store, floor.people[7]
    store.writing(attendance.sign_in, floor.meeting, person, "2023-02-08T19:40")
    store.writing(attendance.sign_out, floor.meeting, person, "2023-02-08T20:40")
    store.writing(attendance.sign_out, floor.meeting, person, "2023-02-08T20:00")
    store.writing(attendance.sign_in, floor.meeting, person, "2023-02-08T20:10")
    assert steps(floor, 8) == [
        ("present", "19:40"),
        ("left", "20:00"),
        ("returned", "20:10"),
        ("left", "20:40"),
    ]
    with pytest.raises(SameStep):
        store.writing(attendance.sign_out, floor.meeting, person, "2023-02-08T19:00")


def test_a_clock_set_back_changes_nobodys_presence(floor: Floor, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COUNCIL_TUI_CLOCK", "2023-02-08T17:00")
    floor.store.writing(attendance.sign_out, floor.meeting, floor.people[0])
    assert steps(floor, 1)[-1][0] == "left"
    assert len(floor.store.reading(meetings.view_meeting, floor.meeting).present) == 6


def test_a_wrong_line_is_put_right_also_after_the_meeting(floor: Floor):
    store, person = floor.store, floor.people[7]
    store.writing(attendance.sign_in, floor.meeting, person, "2023-02-08T19:40")
    store.writing(meetings.adjourn, floor.meeting)
    wrong = store.reading(meetings.view_meeting, floor.meeting).people[person].steps[0].id
    right = store.writing(
        attendance.correct_step, floor.meeting, wrong, Presence.EXCUSED, "2023-02-08T19:05", "出差"
    )
    assert steps(floor, 8) == [("excused", "19:05")]
    with pytest.raises(Unknown):
        store.writing(attendance.correct_step, floor.meeting, wrong, Presence.LEFT, "2023-02-08T19:05")
    with pytest.raises(NotEntitled):
        store.writing(attendance.correct_step, floor.meeting, right, Presence.OBSERVING, "2023-02-08T19:05")


def test_standing_aside_needs_a_reason_and_a_vote(floor: Floor):
    with pytest.raises(NeedsReason):
        floor.store.writing(attendance.recuse, floor.meeting, floor.item, floor.people[0], "\n ")
    guest = floor.store.writing(attendance.admit_guest, floor.meeting, PersonEntry("记者"))
    with pytest.raises(NotEntitled):
        floor.store.writing(attendance.recuse, floor.meeting, floor.item, guest, "x")
    with pytest.raises(NotOnAgenda):
        floor.store.writing(attendance.recuse, floor.meeting, ItemId(99), floor.people[0], "x")


def test_who_stood_aside_takes_part_again(floor: Floor):
    store = floor.store
    store.writing(attendance.recuse, floor.meeting, floor.item, floor.people[0], "亲属")
    assert store.reading(meetings.view_meeting, floor.meeting).items[0].recused == {floor.people[0]: "亲属"}
    store.writing(attendance.readmit, floor.meeting, floor.item, floor.people[0])
    store.writing(attendance.readmit, floor.meeting, floor.item, floor.people[0])
    assert store.reading(meetings.view_meeting, floor.meeting).items[0].recused == {}


def test_nobody_unknown_comes(floor: Floor):
    with pytest.raises(Unknown):
        floor.store.writing(attendance.sign_in, floor.meeting, PersonId(99))
