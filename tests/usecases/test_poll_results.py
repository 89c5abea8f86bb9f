"""An announced poll that stands no longer: its item is open again, its count kept, and it is held anew."""

import pytest

from council_tui.domain import pollcounts
from council_tui.domain.agenda import Outcome
from council_tui.domain.errors import NeedsReason, NotPresent, Unknown
from council_tui.domain.ids import ItemId, PersonId, PollId
from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import PollEntry, PollRunning
from council_tui.domain.reopenings import FollowedUp, PollStandsNoLonger
from council_tui.domain.steps import Next, next_deed
from council_tui.store.store import Store
from council_tui.usecases import agenda, meetings, polls, record, verification
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.poll_results import Doubt, annul_poll, reconsider_poll
from council_tui.wording import polls as words
from tests import assembly
from tests.assembly import Floor
from tests.polled import TRIO, announce, held, open_, type_

WHY = "票箱未封 [/]"


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


def annul(floor: Floor, poll: PollId, why: str = WHY, mover: PersonId | None = None) -> None:
    view = meeting(floor)
    left = words.resolutions_without(view, next(each for each in view.polls if each.id == poll))
    floor.store.writing(annul_poll, poll, Doubt(why, mover, *left))


def test_an_annulled_poll_leaves_its_item_open_and_can_be_held_again(office: tuple[Floor, ItemId]):
    """3, 2, 1: A is elected; held again, 1 to 4: B."""
    floor, place = office
    first = held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"111223"], place)
    assert item(floor, place).settled is not None
    annul(floor, first.id)
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
    annul(floor, second.id)
    settled = item(floor, place).settled
    assert settled is not None
    assert (settled.resolution, settled.resolution_2) == ("主任：甲 [/]当选。", "Chair: elected A [/].")
    annul(floor, meeting(floor).polls[0].id)
    assert item(floor, place).settled is None


def test_of_a_first_round_its_second_is_reopened_first(office: tuple[Floor, ItemId]):
    """3, 2, 1 of six have no majority of 4; then 2 to 4. The second round alone is held again."""
    floor, place = office
    first = held(floor, PollEntry("主任", "Chair", "majority", TRIO), [*"111223"], place)
    assert first.further is not None
    second = held(floor, first.further, [*"112222"], place)
    with pytest.raises(FollowedUp):
        annul(floor, first.id)
    annul(floor, second.id)
    deed = next_deed(meeting(floor))
    assert (deed.next, deed.poll and deed.poll.id) == (Next.POLL_AGAIN, second.id)
    assert deed.poll is not None
    again = pollcounts.following(deed.poll)
    assert again is not None
    assert (again.follows, len(again.candidates)) == (first.id, 2)
    annul(floor, first.id)
    assert item(floor, place).settled is None


def test_a_void_poll_is_annulled_and_changes_no_outcome(office: tuple[Floor, ItemId]):
    floor, place = office
    held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"111"], place)
    poll = open_(floor, PollEntry("副主任", "Deputy", "plurality", TRIO), place)
    type_(floor.store, poll, ["1"] * 8)
    floor.store.writing(polls.close_poll, poll, 9)
    announce(floor.store, poll)
    annul(floor, poll)
    settled = item(floor, place).settled
    assert settled is not None
    assert settled.resolution == "主任：甲 [/]当选。"


def test_an_annulment_is_undone_and_the_outcome_stands_again(office: tuple[Floor, ItemId]):
    floor, place = office
    poll = held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"112"], place)
    annul(floor, poll.id)
    floor.store.writing(record.undo)
    assert item(floor, place).settled is not None
    assert meeting(floor).polls[0].reopened is None


def test_an_item_that_was_annulled_waits_for_another_meeting(office: tuple[Floor, ItemId]):
    floor, place = office
    poll = held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"112"], place)
    floor.store.writing(meetings.adjourn, floor.meeting)
    assert place not in {each.item for each in floor.store.reading(agenda.view_unfinished)}
    annul(floor, poll.id)
    assert place in {each.item for each in floor.store.reading(agenda.view_unfinished)}


def test_what_is_asked_of_whoever_doubts_a_poll(office: tuple[Floor, ItemId]):
    floor, place = office
    poll = open_(floor, PollEntry("主任", "Chair", "plurality", TRIO), place)
    with pytest.raises(PollRunning):
        annul(floor, poll)
    floor.store.writing(polls.abandon_poll, poll, "撕毁")
    done = held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"112"], place).id
    with pytest.raises(NeedsReason):
        annul(floor, done, " ")
    with pytest.raises(Unknown):
        annul(floor, done, WHY, PersonId(999))
    with pytest.raises(NotPresent):
        floor.store.writing(reconsider_poll, done, Doubt("", floor.people[8]))
    floor.store.writing(reconsider_poll, done, Doubt("", floor.people[1]))
    with pytest.raises(PollStandsNoLonger):
        annul(floor, done)
