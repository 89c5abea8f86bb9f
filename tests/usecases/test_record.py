"""Undo, redo and back to here; barriers; texts half typed; erased texts."""

import pytest

from council_tui.domain.errors import Missing, Unknown
from council_tui.domain.failures import NothingToRedo, NothingToUndo
from council_tui.domain.figures import Figures
from council_tui.domain.ids import MeetingId, Seq
from council_tui.domain.votes import Choice, Way
from council_tui.store.store import Store
from council_tui.usecases import (
    agenda,
    attendance,
    meetings,
    people,
    record,
    results,
    verification,
    votes,
)
from council_tui.usecases import floor as remarks
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.people import PersonEntry
from tests.assembly import Floor


def here(floor: Floor) -> int:
    return len(floor.store.reading(meetings.view_meeting, floor.meeting).present)


def test_undo_goes_back_act_by_act_and_redo_forward(floor: Floor):
    store = floor.store
    store.writing(attendance.sign_in, floor.meeting, floor.people[7])
    store.writing(attendance.sign_in, floor.meeting, floor.people[8])
    assert (store.writing(record.undo), here(floor)) == (1, 8)
    assert (store.writing(record.undo), here(floor)) == (1, 7)
    store.writing(record.redo)
    assert here(floor) == 8
    store.writing(record.redo)
    assert here(floor) == 9
    with pytest.raises(NothingToRedo):
        store.writing(record.redo)


def test_what_is_recorded_after_an_undo_ends_the_redo(floor: Floor):
    store = floor.store
    store.writing(attendance.sign_in, floor.meeting, floor.people[7])
    store.writing(record.undo)
    store.writing(attendance.sign_in, floor.meeting, floor.people[8])
    with pytest.raises(NothingToRedo):
        store.writing(record.redo)
    store.writing(record.undo)
    assert here(floor) == 7
    assert store.reading(record.view_history).redo is not None


def test_back_to_here_undoes_everything_after_and_with_it(floor: Floor):
    store = floor.store
    store.writing(attendance.sign_in, floor.meeting, floor.people[7])
    back = store.reading(record.view_last).entries[0].seq
    store.writing(attendance.sign_in, floor.meeting, floor.people[8])
    store.writing(attendance.sign_out, floor.meeting, floor.people[0])
    assert (store.writing(record.undo, back), here(floor)) == (3, 7)
    for expected in (8, 9, 8):
        store.writing(record.redo)
        assert here(floor) == expected
    with pytest.raises(NothingToUndo):
        store.writing(record.undo, Seq(9_999))


def test_undo_stops_at_what_was_announced_and_the_list_says_so(floor: Floor):
    store = floor.store
    vote = store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    store.writing(votes.close_hands, vote, Figures(5, 1, 1))
    store.writing(results.announce_result, vote)
    barrier = store.reading(record.view_last).entries[0].seq
    store.writing(attendance.sign_in, floor.meeting, floor.people[7])
    history = store.reading(record.view_history, 4)
    assert [(entry.kind, entry.undoable) for entry in history.entries] == [
        ("sign_in", True),
        ("announce_result", False),
        ("close_hands", False),
        ("open_vote", False),
    ]
    for until in (barrier, Seq(barrier - 1)):
        with pytest.raises(NothingToUndo):
            store.writing(record.undo, until)
    store.writing(record.undo)
    with pytest.raises(NothingToUndo):
        store.writing(record.undo)
    store.writing(record.redo)
    assert here(floor) == 8


def test_the_founding_is_never_undone(store: Store):
    for _ in range(9):
        store.writing(record.undo)
    with pytest.raises(NothingToUndo):
        store.writing(record.undo)
    assert store.reading(people.view_people) == ()


@pytest.mark.parametrize("way", ["open", "close"])
def test_a_secret_vote_is_a_barrier_when_opened_and_when_closed(floor: Floor, way: str):
    vote = floor.store.writing(votes.open_secret_vote, floor.meeting, floor.motion)
    if way == "close":
        floor.store.writing(votes.close_secret_vote, vote, Figures(7, 0, 0, 7, 7, 0))
    with pytest.raises(NothingToUndo):
        floor.store.writing(record.undo)


def test_an_answer_undone_gives_way_to_the_one_before(floor: Floor):
    store = floor.store
    vote = store.writing(votes.open_vote, floor.meeting, floor.motion, Way.ROLL_CALL)
    store.writing(votes.cast_ballot, vote, floor.people[0], Choice.YES)
    store.writing(votes.cast_ballot, vote, floor.people[0], Choice.NO)
    store.writing(record.undo)
    answers = store.reading(votes.view_vote, vote).answers
    assert answers[floor.people[0]][1] is Choice.YES
    store.writing(votes.cast_ballot, vote, floor.people[0], Choice.ABSTAIN)
    with pytest.raises(NothingToRedo):
        store.writing(record.redo)


def test_a_meeting_undone_is_gone_and_its_number_free(floor: Floor):
    store = floor.store
    second = store.writing(meetings.plan_meeting, meetings.MeetingEntry("2023-03-08T19:00", "二楼"))
    store.writing(record.undo)
    with pytest.raises(Unknown):
        store.reading(meetings.view_meeting, second)
    assert store.reading(meetings.view_next_number, 2023) == 2
    again = store.writing(meetings.plan_meeting, meetings.MeetingEntry("2023-03-08T19:00", "二楼"))
    assert again == MeetingId(second + 1)


def test_the_history_names_whom_it_speaks_of(floor: Floor):
    history = floor.store.reading(record.view_history, 1)
    assert history.entries[0].kind == "move"
    assert history.names.people[floor.people[0]] == ("林晓", "Lin Xiao")
    assert history.names.items[floor.item] == ("路灯 [/]", "")


def test_a_text_half_typed_is_kept_outside_the_record(floor: Floor):
    store = floor.store
    before = store.reading(record.view_last).entries[0].seq
    store.writing(record.keep_draft, "minutes", "remark-1", "灯太 [b")
    store.writing(record.keep_draft, "minutes", "remark-2", "x")
    store.writing(record.keep_draft, "minutes", "remark-2", "")
    assert store.reading(record.view_drafts, "minutes") == {"remark-1": "灯太 [b"}
    assert store.reading(record.view_last).entries[0].seq == before


def test_an_erased_text_is_gone_everywhere_and_the_record_is_sound(floor: Floor):
    store = floor.store
    said = "说了算数的话"
    remark = store.writing(remarks.note_remark, floor.meeting, floor.item, said, floor.people[2])
    store.writing(record.erase_text, "remark", remark, "text", "本人要求")
    person = store.reading(people.view_people)[8]
    store.writing(record.erase_text, "person_named", person.named, "name", "本人要求")
    shown = next(each for each in store.reading(people.view_people) if each.id == person.id)
    assert (shown.name, shown.keys) == ("", ())
    assert store.reading(meetings.view_meeting, floor.meeting).items[0].remarks == ()
    assert verification.check_record(store).sound
    store.shut()
    left = store.path.read_bytes()
    assert [text for text in (said, "许志刚", "xuzhigang") if text.encode() in left] == []
    assert "本人要求".encode() in left


def test_only_a_private_text_that_is_there_is_erased(floor: Floor):
    store = floor.store
    store.writing(record.erase_text, "phone_given", 1, "phone", "x")
    with pytest.raises(NothingToUndo):
        store.writing(record.undo)
    places = [
        ("nothing", 1, "text"),
        ("person", 1, "id"),
        ("remark", 99, "text"),
        ("phone_given", 1, "phone"),
    ]
    for table, row, field in places:
        with pytest.raises(Unknown):
            store.writing(record.erase_text, table, row, field, "x")


def test_a_remark_is_reworded_and_taken_back(floor: Floor):
    store = floor.store
    with pytest.raises(Missing):
        store.writing(remarks.note_remark, floor.meeting, floor.item, "  ")
    remark = store.writing(remarks.note_remark, floor.meeting, floor.item, "太暗 [/]")
    store.writing(remarks.change_remark, remark, "太暗了", "Too dark")
    kept = store.reading(meetings.view_meeting, floor.meeting).items[0].remarks
    assert [(each.fact.text, each.fact.text_2) for each in kept] == [("太暗了", "Too dark")]
    with pytest.raises(Unknown):
        store.writing(remarks.change_remark, remark, "x")
    store.writing(remarks.change_remark, kept[0].id, "")
    assert store.reading(meetings.view_meeting, floor.meeting).items[0].remarks == ()


def test_a_refused_act_records_nothing(floor: Floor):
    before = floor.store.reading(meetings.view_meeting, floor.meeting).head
    with pytest.raises(Missing):
        floor.store.writing(agenda.add_item, floor.meeting, ItemEntry(""))
    with pytest.raises(Missing):
        floor.store.writing(attendance.admit_guest, floor.meeting, PersonEntry(" "))
    assert floor.store.reading(meetings.view_meeting, floor.meeting).head == before
