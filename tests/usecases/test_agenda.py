"""Agendas: written, ordered, worked through; what is unfinished comes back, as it was left."""

import pytest

from council_tui.domain.agenda import ItemState, Outcome
from council_tui.domain.counts import BadNumber
from council_tui.domain.errors import ItemOpen, Missing, NotOnAgenda, SettledAlready, Unknown, VoteRunning
from council_tui.domain.figures import Figures
from council_tui.domain.ids import ItemId
from council_tui.domain.votes import Subject, Way
from council_tui.store.store import Store
from council_tui.usecases import agenda, attendance, meetings, proposals, results, votes
from council_tui.usecases.agenda import ItemEntry, Settlement
from council_tui.usecases.proposals import Wording
from tests import assembly
from tests.assembly import Floor


def labels(store: Store, floor: Floor) -> list[tuple[str, str]]:
    return [(item.label, item.title) for item in store.reading(meetings.view_meeting, floor.meeting).items]


def test_sub_items_follow_their_item_and_are_numbered_under_it(store: Store):
    meeting, first = assembly.plan(store, title="一")
    store.writing(agenda.add_item, meeting, ItemEntry("二"))
    store.writing(agenda.add_item, meeting, ItemEntry("一之一"), first)
    store.writing(agenda.add_item, meeting, ItemEntry("一之二"), first)
    items = store.reading(meetings.view_meeting, meeting).items
    assert [(item.label, item.title) for item in items] == [
        ("1", "一"),
        ("1.1", "一之一"),
        ("1.2", "一之二"),
        ("2", "二"),
    ]


def test_an_item_needs_a_title_and_minutes_that_can_be(store: Store):
    meeting, item = assembly.plan(store)
    with pytest.raises(Missing):
        store.writing(agenda.add_item, meeting, ItemEntry(" "))
    with pytest.raises(BadNumber):
        store.writing(agenda.add_item, meeting, ItemEntry("x", minutes=-5))
    store.writing(agenda.change_item, item, ItemEntry("改了", source="楼长 [/]", minutes=15))
    changed = store.reading(meetings.view_meeting, meeting).items[0]
    assert (changed.title, changed.source, changed.minutes) == ("改了", "楼长 [/]", 15)
    with pytest.raises(Unknown):
        store.writing(agenda.change_item, ItemId(99), ItemEntry("x"))


def test_printed_numbers_stay_when_items_move_during_the_meeting(floor: Floor):
    store = floor.store
    second = store.writing(agenda.add_item, floor.meeting, ItemEntry("后加"))
    store.writing(agenda.order_agenda, floor.meeting, [(second, 0), (floor.item, 0)])
    store.writing(agenda.add_item, floor.meeting, ItemEntry("后加之一"), second)
    assert labels(store, floor) == [("2", "后加"), ("2.1", "后加之一"), ("1", "路灯 [/]")]


def test_an_order_holds_what_there_is_and_each_once(floor: Floor):
    for order in ([(ItemId(99), 0)], [(floor.item, 0), (floor.item, 0)]):
        with pytest.raises(Unknown):
            floor.store.writing(agenda.order_agenda, floor.meeting, order)


def test_what_was_before_the_meeting_does_not_leave_the_agenda(floor: Floor):
    second = floor.store.writing(agenda.add_item, floor.meeting, ItemEntry("二"))
    floor.store.writing(agenda.open_item, floor.meeting, floor.item)
    with pytest.raises(ItemOpen):
        floor.store.writing(agenda.order_agenda, floor.meeting, [(second, 0)])
    floor.store.writing(agenda.order_agenda, floor.meeting, [(floor.item, 0)])
    assert labels(floor.store, floor) == [("1", "路灯 [/]")]


def test_an_item_makes_room_for_the_next_but_not_while_a_vote_is_open(floor: Floor):
    store = floor.store
    second = store.writing(agenda.add_item, floor.meeting, ItemEntry("二"))
    store.writing(agenda.open_item, floor.meeting, floor.item, "2023-02-08T19:40")
    store.writing(agenda.open_item, floor.meeting, second, "2023-02-08T19:50")
    held = store.reading(meetings.view_meeting, floor.meeting)
    assert [item.state for item in held.items] == [ItemState.CLOSED, ItemState.OPENED]
    assert held.items[0].spells == (("2023-02-08T19:40:00", "2023-02-08T19:50:00"),)
    store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    with pytest.raises(VoteRunning):
        store.writing(agenda.open_item, floor.meeting, second)
    with pytest.raises(NotOnAgenda):
        store.writing(agenda.open_item, floor.meeting, ItemId(99))


def test_an_item_ends_without_a_vote_with_who_agreed(floor: Floor):
    end = Settlement(Outcome.AGREED, "照办", consenting=floor.people[:3])
    floor.store.writing(agenda.settle_item, floor.meeting, floor.item, end)
    settled = floor.store.reading(meetings.view_meeting, floor.meeting).items[0].settled
    assert settled is not None
    assert (settled.outcome, settled.consenting, settled.vote) == (Outcome.AGREED, floor.people[:3], None)


def test_only_a_vote_carries_or_loses(floor: Floor):
    with pytest.raises(Missing):
        floor.store.writing(agenda.settle_item, floor.meeting, floor.item, Settlement(Outcome.CARRIED))
    vote = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.CONSENT)
    with pytest.raises(VoteRunning):
        floor.store.writing(agenda.settle_item, floor.meeting, floor.item, Settlement(Outcome.NOTED))
    floor.store.writing(votes.close_consent, vote)
    floor.store.writing(results.announce_result, vote)
    with pytest.raises(SettledAlready):
        floor.store.writing(agenda.settle_item, floor.meeting, floor.item, Settlement(Outcome.LOST))


def test_what_a_vote_carried_ends_in_no_other_way_and_what_it_lost_may_be_postponed_too(floor: Floor):
    store, place = floor.store, (floor.meeting, floor.item)
    vote = store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    store.writing(votes.close_hands, vote, Figures(5, 2, 0))
    store.writing(results.announce_result, vote)
    with pytest.raises(SettledAlready):
        store.writing(agenda.settle_item, *place, Settlement(Outcome.POSTPONED))
    store.writing(results.correct_result, vote, Figures(2, 5, 0), "数错 [/]")
    store.writing(agenda.settle_item, *place, Settlement(Outcome.POSTPONED))
    settled = store.reading(meetings.view_meeting, floor.meeting).items[0].settled
    assert settled is not None
    assert (settled.outcome, settled.vote) == (Outcome.POSTPONED, vote)
    store.writing(meetings.adjourn, floor.meeting)
    assert [each.item for each in store.reading(agenda.view_unfinished)] == [floor.item]


def test_what_is_unfinished_is_offered_until_an_agenda_holds_it(floor: Floor):
    store = floor.store
    done = store.writing(agenda.add_item, floor.meeting, ItemEntry("办完的"))
    store.writing(agenda.settle_item, floor.meeting, done, Settlement(Outcome.NOTED))
    store.writing(agenda.settle_item, floor.meeting, floor.item, Settlement(Outcome.POSTPONED))
    untouched = store.writing(agenda.add_item, floor.meeting, ItemEntry("没轮到"))
    assert store.reading(agenda.view_unfinished) == ()
    store.writing(meetings.adjourn, floor.meeting)
    offered = store.reading(agenda.view_unfinished)
    assert [(each.item, each.outcome) for each in offered] == [(floor.item, "postponed"), (untouched, "")]
    meeting, new = assembly.plan(store, "2023-03-08T19:00")
    with pytest.raises(Unknown):
        store.writing(agenda.carry_over, meeting, [done])
    store.writing(agenda.carry_over, meeting, [floor.item, floor.item, untouched])
    held = store.reading(meetings.view_meeting, meeting)
    assert [item.id for item in held.items] == [floor.item, untouched, new]
    assert store.reading(agenda.view_unfinished) == ()
    assert held.items[0].settled is None


def test_a_motion_comes_back_as_the_earlier_meeting_amended_it(floor: Floor):
    store = floor.store
    wording = Wording("修五盏灯", words="四改五")
    change = store.writing(
        proposals.amend, floor.meeting, floor.motion, wording, floor.people[1], floor.people[2]
    )
    vote = store.writing(votes.open_vote, floor.meeting, change, Way.CONSENT)
    store.writing(votes.close_consent, vote)
    store.writing(results.announce_result, vote)
    store.writing(agenda.settle_item, floor.meeting, floor.item, Settlement(Outcome.POSTPONED))
    store.writing(meetings.adjourn, floor.meeting)
    meeting, _ = assembly.plan(store, "2023-03-08T19:00")
    store.writing(agenda.carry_over, meeting, [floor.item])
    for person in floor.people[:7]:
        store.writing(attendance.sign_in, meeting, person)
    store.writing(meetings.open_meeting, meeting)
    store.writing(proposals.move_proposal, meeting, floor.motion, floor.people[3])
    vote = store.writing(votes.open_vote, meeting, floor.motion, Way.HANDS)
    opened = store.reading(votes.view_vote, vote).opened
    assert (opened.question, opened.subject) == ("修五盏灯", Subject.MOTION)
    store.writing(votes.close_hands, vote, Figures(7, 0, 0))
    store.writing(results.announce_result, vote)
    earlier = store.reading(meetings.view_meeting, floor.meeting).items[0]
    assert earlier.motions[0].text == assembly.TEXT
    assert earlier.settled is not None
    assert earlier.settled.outcome is Outcome.POSTPONED
