"""The votes looked at again and again: the same as if they were read whole each time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.ids import VoteId
from council_tui.domain.votes import Choice, Way
from council_tui.store.store import Store
from council_tui.usecases import attendance, meetings, record, votes
from council_tui.usecases.desk import Watch, view_desk
from tests import assembly
from tests.assembly import Floor


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    store = assembly.found(tmp_path / "council.db")
    yield assembly.convene(store)
    store.shut()


@pytest.fixture
def vote(floor: Floor) -> VoteId:
    return floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.ROLL_CALL)


def agrees(store: Store, watch: Watch) -> None:
    seen, whole = store.reading(watch), store.reading(view_desk)
    assert (seen.running, seen.asked, seen.present, seen.seq) == (
        whole.running,
        whole.asked,
        whole.present,
        whole.seq,
    )
    assert seen.hall.last.entries == whole.hall.last.entries
    assert seen.hall.last.undo == whole.hall.last.undo


def test_answers_are_added_to_what_was_seen(floor: Floor, vote: VoteId):
    watch = Watch()
    agrees(floor.store, watch)
    for person, choice in zip(floor.people, (Choice.YES, Choice.NO, Choice.ABSTAIN), strict=False):
        floor.store.writing(votes.cast_ballot, vote, person, choice)
        agrees(floor.store, watch)
    floor.store.writing(votes.take_back, vote, floor.people[1])
    agrees(floor.store, watch)
    assert floor.store.reading(watch).running.answers.keys() == {floor.people[0], floor.people[2]}


def test_nothing_new_is_the_very_same_picture(floor: Floor, vote: VoteId):
    watch = Watch()
    assert floor.store.reading(watch) is floor.store.reading(watch)


def test_whatever_else_happens_is_seen(floor: Floor, vote: VoteId):
    watch = Watch()
    agrees(floor.store, watch)
    floor.store.writing(votes.cast_ballot, vote, floor.people[0], Choice.YES)
    floor.store.writing(attendance.sign_in, floor.meeting, floor.people[7])
    agrees(floor.store, watch)
    assert floor.store.reading(watch).present == 8
    floor.store.writing(attendance.sign_out, floor.meeting, floor.people[1])
    agrees(floor.store, watch)
    floor.store.writing(record.undo)
    agrees(floor.store, watch)
    floor.store.writing(votes.close_roll_call, vote)
    agrees(floor.store, watch)
    assert floor.store.reading(watch).running is None


def test_another_meeting_is_another_picture(floor: Floor, vote: VoteId):
    watch = Watch()
    floor.store.writing(votes.abandon_vote, vote, "改用举手")
    floor.store.writing(meetings.adjourn, floor.meeting)
    later, _item = assembly.plan(floor.store, "2023-03-08T19:00")
    assert floor.store.reading(watch, chosen=floor.meeting).meeting.id == floor.meeting
    assert floor.store.reading(watch, chosen=later).meeting.id == later
