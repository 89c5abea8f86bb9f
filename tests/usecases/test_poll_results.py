"""An announced poll that stands no longer: its item is open again, its count kept, and it is held anew."""

import pytest

from council_tui.domain import pollcounts
from council_tui.domain.agenda import Outcome
from council_tui.domain.errors import NeedsReason, NotPresent, Unknown
from council_tui.domain.failures import NothingToUndo
from council_tui.domain.ids import ItemId, PersonId
from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import (
    MorePapers,
    PollEntry,
    PollPaper,
    PollRunning,
    Sort,
    TieStands,
    TooManyMarks,
)
from council_tui.domain.recounts import NoSuchPaper, NothingChanges
from council_tui.domain.reopenings import FollowedUp, PollStandsNoLonger
from council_tui.domain.steps import Next, next_deed
from council_tui.store.store import Store
from council_tui.usecases import agenda, meetings, polls, record, verification
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.poll_results import Doubt, reconsider_poll
from tests import assembly
from tests.assembly import Floor
from tests.mended import WHY, mend, reopen
from tests.polled import TRIO, announce, held, open_, type_


@pytest.fixture
def office(store: Store) -> tuple[Floor, ItemId]:
    """An item for an election, without any motion."""
    floor = assembly.convene(store)
    return floor, store.writing(agenda.add_item, floor.meeting, ItemEntry("主任", "Chair"))


def meeting(floor: Floor) -> MeetingView:
    return floor.store.reading(meetings.view_meeting, floor.meeting)


def item(floor: Floor, id: ItemId) -> ItemView:
    found = meeting(floor).item(id)
    assert found is not None
    return found


def test_an_annulled_poll_leaves_its_item_open_and_can_be_held_again(office: tuple[Floor, ItemId]):
    """3, 2, 1: A is elected; held again, 1 to 4: B."""
    floor, place = office
    first = held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"111223"], place)
    assert item(floor, place).settled is not None
    reopen(floor, first.id)
    assert item(floor, place).settled is None
    deed = next_deed(meeting(floor))
    assert (deed.next, deed.poll and deed.poll.id) == (Next.POLL_AGAIN, first.id)
    assert deed.poll is not None
    again = pollcounts.following(deed.poll)
    assert again is not None
    assert (again.title, again.method, again.candidates, again.follows) == ("主任", "plurality", TRIO, None)
    held(floor, again, [*"12222"], place)
    settled = item(floor, place).settled
    assert settled is not None
    assert (settled.outcome, settled.resolution) == (Outcome.CARRIED, "主任：乙当选。")
    assert [poll.winners for poll in meeting(floor).polls] == [(1,), (2,)]
    assert verification.check_record(floor.store).sound


def test_of_two_polls_the_other_one_is_left(office: tuple[Floor, ItemId]):
    floor, place = office
    held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"111"], place)
    second = held(floor, PollEntry("副主任", "Deputy", "plurality", TRIO), [*"333"], place)
    reopen(floor, second.id)
    settled = item(floor, place).settled
    assert settled is not None
    assert (settled.resolution, settled.resolution_2) == ("主任：甲 [/]当选。", "Chair: elected A [/].")
    reopen(floor, meeting(floor).polls[0].id)
    assert item(floor, place).settled is None


def test_of_a_first_round_its_second_is_reopened_first(office: tuple[Floor, ItemId]):
    """3, 2, 1 of six have no majority of 4; then 2 to 4. The second round alone is held again."""
    floor, place = office
    first = held(floor, PollEntry("主任", "Chair", "majority", TRIO), [*"111223"], place)
    assert first.further is not None
    second = held(floor, first.further, [*"112222"], place)
    with pytest.raises(FollowedUp):
        reopen(floor, first.id)
    reopen(floor, second.id)
    deed = next_deed(meeting(floor))
    assert (deed.next, deed.poll and deed.poll.id) == (Next.POLL_AGAIN, second.id)
    assert deed.poll is not None
    again = pollcounts.following(deed.poll)
    assert again is not None
    assert (again.follows, len(again.candidates)) == (first.id, 2)
    reopen(floor, first.id)
    assert item(floor, place).settled is None


def test_a_void_poll_is_annulled_and_changes_no_outcome(office: tuple[Floor, ItemId]):
    floor, place = office
    held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"111"], place)
    poll = open_(floor, PollEntry("副主任", "Deputy", "plurality", TRIO), place)
    type_(floor.store, poll, ["1"] * 8)
    floor.store.writing(polls.close_poll, poll, 9)
    announce(floor.store, poll)
    reopen(floor, poll)
    settled = item(floor, place).settled
    assert settled is not None
    assert settled.resolution == "主任：甲 [/]当选。"


def test_an_annulment_is_undone_and_the_outcome_stands_again(office: tuple[Floor, ItemId]):
    floor, place = office
    poll = held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"112"], place)
    reopen(floor, poll.id)
    floor.store.writing(record.undo)
    assert item(floor, place).settled is not None
    assert meeting(floor).polls[0].reopened is None


def test_an_item_that_was_annulled_waits_for_another_meeting(office: tuple[Floor, ItemId]):
    floor, place = office
    poll = held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"112"], place)
    floor.store.writing(meetings.adjourn, floor.meeting)
    assert place not in {each.item for each in floor.store.reading(agenda.view_unfinished)}
    reopen(floor, poll.id)
    assert place in {each.item for each in floor.store.reading(agenda.view_unfinished)}


def test_what_is_asked_of_whoever_doubts_a_poll(office: tuple[Floor, ItemId]):
    floor, place = office
    poll = open_(floor, PollEntry("主任", "Chair", "plurality", TRIO), place)
    with pytest.raises(PollRunning):
        reopen(floor, poll)
    floor.store.writing(polls.abandon_poll, poll, "撕毁")
    done = held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"112"], place).id
    with pytest.raises(NeedsReason):
        reopen(floor, done, " ")
    with pytest.raises(Unknown):
        reopen(floor, done, WHY, PersonId(999))
    with pytest.raises(NotPresent):
        floor.store.writing(reconsider_poll, done, Doubt("", floor.people[8]))
    floor.store.writing(reconsider_poll, done, Doubt("", floor.people[1]))
    with pytest.raises(PollStandsNoLonger):
        reopen(floor, done)


def test_a_corrected_paper_is_counted_once_more_and_the_item_says_who_was_elected(
    office: tuple[Floor, ItemId],
):
    """A 3, B 2, C 1, a blank: one for A was for B, so B has 3 and A 2."""
    floor, place = office
    first = held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"1112230"], place)
    found = mend(floor, first.id, "1", "2")
    assert (found.papers, found.blank) == ({"1 0 0": 2, "0 1 0": 3, "0 0 1": 1}, 1)
    assert found.winners == (2,)
    ((before, fact),) = found.corrections
    assert (before.winners, before.returned, fact.reason, fact.asker) == ((1,), 7, WHY, floor.people[1])
    assert (before.papers, before.blank) == ({"1 0 0": 3, "0 1 0": 2, "0 0 1": 1}, 1)
    settled = item(floor, place).settled
    assert settled is not None
    assert settled.resolution == "主任：乙当选。"
    assert verification.check_record(floor.store).sound
    with pytest.raises(NothingToUndo):
        floor.store.writing(record.undo)


def test_a_paper_left_out_or_typed_twice_and_how_many_were_issued(office: tuple[Floor, ItemId]):
    floor, place = office
    first = held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"11122-"], place)
    found = mend(floor, first.id, "-", "")
    assert (found.returned, found.invalid) == (5, 0)
    found = mend(floor, first.id, "", "2")
    assert found.papers == {"1 0 0": 3, "0 1 0": 3}
    assert found.further is not None  # a tie for the one seat: a further round, as nobody drew lots
    assert item(floor, place).settled is None
    assert next_deed(meeting(floor)).next is Next.RUN_OFF
    found = mend(floor, first.id, "2", "0", issued=6)
    assert (found.winners, found.closed and found.closed.issued) == ((1,), 6)
    assert item(floor, place).settled is not None
    assert [before.returned for before, _fact in found.corrections] == [6, 5, 6]


def test_a_tie_that_comes_of_a_correction_is_decided_by_the_lot_that_was_drawn(office: tuple[Floor, ItemId]):
    floor, place = office
    first = held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"11122"], place)
    with pytest.raises(TieStands):  # drawn between others
        mend(floor, first.id, "", "2", lot=(2, 3))
    found = mend(floor, first.id, "", "2", lot=(2, 1))
    assert (found.winners, found.lots) == ((2,), ((2, 1),))
    ((before, _fact),) = found.corrections
    assert (before.winners, before.lots) == ((1,), ())


def test_what_a_correction_of_a_poll_is_refused_for(office: tuple[Floor, ItemId]):
    floor, place = office
    first = held(floor, PollEntry("主任", "Chair", "majority", TRIO), [*"111223"], place)
    for was, now, issued, refusal in (
        ("0", "1", 7, NoSuchPaper),
        ("1", "1", 7, NothingChanges),
        ("", "", 7, NothingChanges),
        ("1", "2", 5, MorePapers),
        ("12", "2", 7, TooManyMarks),
    ):
        with pytest.raises(refusal):
            mend(floor, first.id, was, now, issued)
    assert first.further is not None
    held(floor, first.further, [*"112222"], place)
    with pytest.raises(FollowedUp):
        mend(floor, first.id, "1", "2")


def test_papers_read_from_a_file_are_corrected_one_at_a_time(office: tuple[Floor, ItemId]):
    floor, place = office
    poll = open_(floor, PollEntry("主任", "Chair", "plurality", TRIO), place)
    alike = (PollPaper(poll, Sort.MARKED, "1 0 0", 4), PollPaper(poll, Sort.MARKED, "0 1 0", 2))
    floor.store.writing(polls.read_papers, poll, alike)
    floor.store.writing(polls.close_poll, poll, 7)
    announce(floor.store, poll)
    assert mend(floor, poll, "1", "3").papers == {"1 0 0": 3, "0 1 0": 2, "0 0 1": 1}
