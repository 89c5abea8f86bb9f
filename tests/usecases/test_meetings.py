"""Meetings: planned, opened with everything kept, held as talks, put into recess, entered afterwards."""

import pytest

from council_tui.domain.agenda import MeetingState, Presence, Role
from council_tui.domain.counts import BadNumber
from council_tui.domain.errors import (
    AlreadyOpen,
    EmptyRoll,
    MeetingNotOpen,
    MeetingOver,
    MeetingRunning,
    Missing,
    NotADay,
    NumberTaken,
    Unknown,
)
from council_tui.domain.figures import Figures
from council_tui.domain.ids import MeetingId, PersonId
from council_tui.domain.plans import CalledOff
from council_tui.domain.rules import rules_text
from council_tui.domain.votes import Way
from council_tui.intake.rules import preset
from council_tui.store.store import Store
from council_tui.usecases import (
    agenda,
    attendance,
    council,
    meetings,
    people,
    proposals,
    record,
    results,
    votes,
)
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.meetings import MeetingEntry
from council_tui.usecases.people import PersonEntry
from council_tui.usecases.proposals import Wording
from tests import assembly
from tests.assembly import Floor


def test_meetings_are_numbered_by_the_year_and_a_number_is_given_once(store: Store):
    first = store.writing(meetings.plan_meeting, MeetingEntry("2023-02-08T19:00", "二楼 [/]"))
    store.writing(meetings.plan_meeting, MeetingEntry("2023-03-08T19:00", "二楼", number=7))
    third = store.writing(meetings.plan_meeting, MeetingEntry("2023-04-08T19:00", "二楼"))
    next_year = store.writing(meetings.plan_meeting, MeetingEntry("2024-01-08T19:00", "二楼"))
    numbers = {line.id: line.number for line in store.reading(meetings.view_meetings)}
    assert (numbers[first], numbers[third], numbers[next_year]) == (1, 8, 1)
    with pytest.raises(NumberTaken):
        store.writing(meetings.plan_meeting, MeetingEntry("2023-05-08T19:00", "二楼", number=7))


@pytest.mark.parametrize("number", [0, -3, 10**30])
def test_a_number_that_cannot_be_is_refused(store: Store, number: int):
    with pytest.raises(BadNumber):
        store.writing(meetings.plan_meeting, MeetingEntry("2023-05-08T19:00", "二楼", number=number))


@pytest.mark.parametrize("starts", ["", "2023-02-30T19:00", "周五", "19:00"])
def test_a_day_that_does_not_exist_is_refused(store: Store, starts: str):
    with pytest.raises(NotADay):
        store.writing(meetings.plan_meeting, MeetingEntry(starts, "二楼"))


def test_a_plan_is_changed_and_its_notice_posted(store: Store):
    meeting, _ = assembly.plan(store)
    store.writing(meetings.change_plan, meeting, MeetingEntry("2023-02-09T14:30", "三楼"))
    store.writing(meetings.post_notice, meeting, "20230201")
    held = store.reading(meetings.view_meeting, meeting)
    assert (held.plan.starts, held.plan.place, held.notice) == ("2023-02-09T14:30", "三楼", "2023-02-01")
    with pytest.raises(NotADay):
        store.writing(meetings.post_notice, meeting, "2023-02-31")


def test_the_roll_the_rules_and_the_numbers_stay_as_they_were_at_the_opening(store: Store):
    floor = assembly.convene(store)
    store.writing(people.change_person, floor.people[0], PersonEntry("林小", seat=1))
    store.writing(people.end_seat, floor.people[1])
    store.writing(people.add_person, PersonEntry("新来的", seat=2))
    current = store.reading(council.view_council)
    store.writing(council.choose_rules, rules_text(preset("robert_simple")), current.floor, False)
    late = store.writing(agenda.add_item, floor.meeting, ItemEntry("临时"))
    store.writing(agenda.order_agenda, floor.meeting, [(late, 0), (floor.item, 0)])
    held = store.reading(meetings.view_meeting, floor.meeting)
    assert [each.person.name for each in held.roll] == list(assembly.NAMES)
    assert held.rules.id == "council_default"
    assert [(item.id, item.label) for item in held.items] == [(late, "2"), (floor.item, "1")]
    assert held.council.provisional


def test_before_the_opening_the_roll_and_rules_are_todays(store: Store):
    meeting, _ = assembly.plan(store)
    store.writing(people.add_person, PersonEntry("新来的", seat=10))
    held = store.reading(meetings.view_meeting, meeting)
    assert (len(held.roll), held.quorum_needed, held.quorate) == (10, 7, False)


def test_a_meeting_is_opened_once_and_only_one_runs(floor: Floor):
    with pytest.raises(AlreadyOpen):
        floor.store.writing(meetings.open_meeting, floor.meeting)
    other, _ = assembly.plan(floor.store, "2023-03-08T19:00")
    with pytest.raises(MeetingRunning) as refused:
        floor.store.writing(meetings.open_meeting, other)
    assert refused.value.number == 1


def test_without_members_there_is_no_meeting(store: Store):
    for person in store.reading(people.view_people):
        store.writing(people.end_seat, person.id)
    meeting, _ = assembly.plan(store)
    with pytest.raises(EmptyRoll):
        store.writing(meetings.open_meeting, meeting)


def test_a_talk_becomes_a_meeting_even_after_a_recess(store: Store):
    meeting, _ = assembly.plan(store)
    store.writing(meetings.start_talk, meeting)
    with pytest.raises(AlreadyOpen):
        store.writing(meetings.start_talk, meeting)
    store.writing(meetings.recess, meeting)
    store.writing(meetings.resume, meeting)
    store.writing(meetings.open_meeting, meeting)
    held = store.reading(meetings.view_meeting, meeting)
    assert [move.state for move in held.moves] == ["talk", "recess", "resumed", "open"]
    assert len(held.roll) == 9
    with pytest.raises(AlreadyOpen):
        store.writing(meetings.start_talk, meeting)


def test_in_recess_nothing_is_put_but_people_still_come(floor: Floor):
    floor.store.writing(meetings.recess, floor.meeting)
    with pytest.raises(MeetingNotOpen):
        floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    floor.store.writing(attendance.sign_in, floor.meeting, floor.people[7])
    floor.store.writing(meetings.resume, floor.meeting)
    with pytest.raises(MeetingNotOpen):
        floor.store.writing(meetings.resume, floor.meeting)
    assert len(floor.store.reading(meetings.view_meeting, floor.meeting).present) == 8


def test_an_adjourned_meeting_is_closed_and_its_item_put_away(floor: Floor):
    floor.store.writing(agenda.open_item, floor.meeting, floor.item)
    floor.store.writing(meetings.adjourn, floor.meeting, "2023-02-08T21:05")
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    assert held.adjourned_at == "2023-02-08T21:05:00"
    assert held.items[0].spells[-1][1] == "2023-02-08T21:05:00"
    for deed in (meetings.adjourn, meetings.resume, meetings.open_meeting):
        with pytest.raises(MeetingOver):
            floor.store.writing(deed, floor.meeting)
    with pytest.raises(MeetingOver):
        floor.store.writing(attendance.sign_in, floor.meeting, floor.people[8])


def test_a_meeting_not_opened_is_not_adjourned(store: Store):
    meeting, _ = assembly.plan(store)
    with pytest.raises(MeetingNotOpen):
        store.writing(meetings.adjourn, meeting)
    with pytest.raises(Unknown):
        store.writing(meetings.adjourn, MeetingId(44))


def test_offices_pass_on_with_the_time_and_earlier_holders_stay(floor: Floor):
    floor.store.writing(meetings.hand_over, floor.meeting, Role.CHAIR, [floor.people[0]], "2023-02-08T19:00")
    floor.store.writing(meetings.hand_over, floor.meeting, Role.CHAIR, [floor.people[1]], "2023-02-08T20:00")
    floor.store.writing(meetings.hand_over, floor.meeting, Role.TELLERS, floor.people[2:4])
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    assert held.holders(Role.CHAIR) == (floor.people[1],)
    assert held.holders(Role.TELLERS) == floor.people[2:4]
    assert [(each.people[0], each.at[11:16]) for each in held.officers if each.role is Role.CHAIR] == [
        (floor.people[0], "19:00"),
        (floor.people[1], "20:00"),
    ]
    with pytest.raises(Unknown):
        floor.store.writing(meetings.hand_over, floor.meeting, Role.CHAIR, [PersonId(99)])


def test_the_keyboard_is_the_recorders_while_a_meeting_runs(floor: Floor):
    floor.store.writing(council.choose_operator, floor.people[5])
    floor.store.writing(meetings.hand_over, floor.meeting, Role.RECORDER, [floor.people[1]])
    floor.store.writing(agenda.open_item, floor.meeting, floor.item)
    assert floor.store.reading(record.view_last).entries[0].by == floor.people[1]
    floor.store.writing(meetings.adjourn, floor.meeting)
    floor.store.writing(meetings.post_notice, floor.meeting, "2023-02-01")
    assert floor.store.reading(record.view_last).entries[0].by == floor.people[5]


def test_a_meeting_entered_afterwards_never_has_todays_clock(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COUNCIL_TUI_CLOCK", "2023-05-01T09:00")
    meeting = store.writing(meetings.plan_meeting, MeetingEntry("2023-02-08T19:00", "二楼", late=True))
    item = store.writing(agenda.add_item, meeting, ItemEntry("路灯"))
    roll = [person.id for person in store.reading(people.view_people)]
    for person in roll[:7]:
        store.writing(attendance.sign_in, meeting, person)
    store.writing(meetings.open_meeting, meeting, "2023-02-08T19:10")
    store.writing(attendance.sign_out, meeting, roll[6], "2023-02-08T20:00")
    motion = store.writing(proposals.move, meeting, item, Wording("修"), roll[0])
    vote = store.writing(votes.open_vote, meeting, motion, Way.HANDS, "", "2023-02-08T19:40")
    store.writing(votes.close_hands, vote, Figures(7, 0, 0))
    store.writing(results.announce_result, vote)
    store.writing(meetings.adjourn, meeting, "2023-02-08T20:30")
    held = store.reading(meetings.view_meeting, meeting)
    closed = held.votes[0].closed
    assert closed is not None
    assert (len(closed.presence), closed.at) == (7, "2023-02-08T19:40:00")
    assert {step.at[:10] for who in held.people.values() for step in who.steps} == {"2023-02-08"}
    assert held.items[0].settled is not None
    assert held.items[0].settled.at == "2023-02-08T19:40:00"


def test_a_roll_call_entered_afterwards_takes_those_who_were_there_then(store: Store):
    meeting = store.writing(meetings.plan_meeting, MeetingEntry("2023-02-08T19:00", "二楼", late=True))
    item = store.writing(agenda.add_item, meeting, ItemEntry("路灯"))
    roll = [person.id for person in store.reading(people.view_people)]
    for person in roll[:7]:
        store.writing(attendance.sign_in, meeting, person)
    store.writing(meetings.open_meeting, meeting)
    store.writing(attendance.sign_out, meeting, roll[6], "2023-02-08T20:00")
    motion = store.writing(proposals.move, meeting, item, Wording("修"), roll[0])
    vote = store.writing(votes.open_vote, meeting, motion, Way.ROLL_CALL, "", "2023-02-08T19:40")
    store.writing(votes.cast_ballot, vote, roll[6], votes.Choice.YES)
    store.writing(votes.close_roll_call, vote)
    closed = store.reading(votes.view_vote, vote).closed
    assert closed is not None
    assert closed.presence == tuple(roll[:7])


def test_the_current_meeting_is_the_open_one_else_the_next_planned(floor: Floor):
    assembly.plan(floor.store, "2023-01-08T19:00")
    current = floor.store.reading(meetings.view_current)
    assert current is not None
    assert (current.id, current.state) == (floor.meeting, MeetingState.OPEN)
    floor.store.writing(meetings.adjourn, floor.meeting)
    following = floor.store.reading(meetings.view_current)
    assert following is not None
    assert following.plan.starts == "2023-01-08T19:00"
    assert Presence.PRESENT == "present"


def test_a_planned_meeting_is_cancelled_with_a_reason_and_its_items_and_number_are_free_again(floor: Floor):
    store = floor.store
    with pytest.raises(AlreadyOpen):
        store.writing(meetings.cancel_meeting, floor.meeting, "停电")
    store.writing(meetings.adjourn, floor.meeting)
    with pytest.raises(MeetingOver):
        store.writing(meetings.cancel_meeting, floor.meeting, "停电")
    later, own = assembly.plan(store, "2023-03-08T19:00", "停车 [/]")
    store.writing(agenda.carry_over, later, [floor.item])
    with pytest.raises(Missing):
        store.writing(meetings.cancel_meeting, later, "  ")
    store.writing(meetings.cancel_meeting, later, "停电 [/]")
    for deed in (meetings.open_meeting, meetings.start_talk):
        with pytest.raises(CalledOff):
            store.writing(deed, later)
    with pytest.raises(CalledOff):
        store.writing(meetings.cancel_meeting, later, "又停电")
    assert [line.id for line in store.reading(meetings.view_meetings)] == [floor.meeting]
    both = store.reading(meetings.view_meetings, cancelled=True)
    assert [(line.id, line.cancelled) for line in both] == [(later, True), (floor.meeting, False)]
    assert [each.item for each in store.reading(agenda.view_unfinished)] == [floor.item, own]
    assert store.reading(meetings.view_next_number, 2023) == 2
    store.writing(record.undo)
    assert [line.id for line in store.reading(meetings.view_meetings)] == [later, floor.meeting]
    assert store.reading(agenda.view_unfinished) == ()
    store.writing(record.redo)
    assert store.writing(meetings.plan_meeting, MeetingEntry("2023-03-15T19:00", "", number=2)) != later
