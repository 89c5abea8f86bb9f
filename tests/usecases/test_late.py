"""Votes taken on paper while the laptop was dead, entered the same evening with typed times (补录)."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from council_tui.domain.errors import NotPresent
from council_tui.domain.figures import Figures
from council_tui.domain.ids import VoteId
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind
from council_tui.domain.polls import PollEntry, Sort
from council_tui.domain.typed_times import typed_moment
from council_tui.domain.votes import Choice, VoteView, Way
from council_tui.export import Page
from council_tui.export.text import write
from council_tui.usecases import agenda, attendance, desk, meetings, polls, proposals, results, votes
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.proposals import Wording
from council_tui.wording.minutes import compose_in
from tests import assembly, late, polled
from tests.assembly import Floor
from tests.meetings import evening

NOW = "2023-02-08T20:30:00"


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    """The laptop is back at 20:30."""
    with late.returned(tmp_path / "council.db") as made:
        yield made


def typed(time: str, floor: Floor, deed: Callable[..., Any], *args: Any) -> Any:
    """Record with a typed time, as the screens do."""

    def timed(act: Any) -> Any:
        act.typed = f"2023-02-08T{time}:00"
        return deed(act, *args)

    timed.__name__ = deed.__name__
    return floor.store.writing(timed)


def view(floor: Floor) -> MeetingView:
    return floor.store.reading(meetings.view_meeting, floor.meeting)


def vote(floor: Floor, id: VoteId) -> VoteView:
    return floor.store.reading(votes.view_vote, id)


def paper(floor: Floor, kind: PaperKind, lang: str) -> str:
    content = write(compose_in(view(floor), kind, lang), Page(76)).decode("utf-8")
    return " ".join(content.split()) if lang == "en" else "".join(content.split())


def by_hands(floor: Floor) -> VoteId:
    """Put, counted and announced with 19:41."""
    id: VoteId = typed("19:41", floor, votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    typed("19:41", floor, votes.close_hands, id, Figures(5, 1, 1))
    typed("19:42", floor, results.announce_result, id)
    return id


def test_it_has_the_typed_times_and_says_when_it_was_entered(floor: Floor):
    found = vote(floor, by_hands(floor))
    assert found.closed is not None
    assert (found.opened.at, found.closed.at) == ("2023-02-08T19:41:00", "2023-02-08T19:41:00")
    assert (found.announced, found.late[:16]) == ("2023-02-08T19:42:00", NOW[:16])


@pytest.mark.parametrize("kind", PaperKind)
def test_minutes_and_record_mark_it_in_both_languages(floor: Floor, kind: PaperKind):
    by_hands(floor)
    assert paper(floor, kind, "en").count("Entered late (20:30).") == 1
    assert paper(floor, kind, "zh").count("补录（20:30）。") == 1
    if kind is PaperKind.RECORD:
        assert "[19:41]表决议题（举手表决）" in paper(floor, kind, "zh")


def test_what_was_entered_when_it_happened_is_not_marked(floor: Floor):
    id = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    floor.store.writing(votes.close_hands, id, Figures(5, 1, 1))
    typed("20:30", floor, results.announce_result, id)
    assert vote(floor, id).late == ""
    assert "ntered late" not in paper(floor, PaperKind.MINUTES, "en")


def test_a_vote_that_ran_when_the_laptop_died_is_late_by_its_close(floor: Floor):
    id = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    assert vote(floor, id).late == ""
    typed("20:10", floor, votes.close_hands, id, Figures(5, 1, 1))
    assert vote(floor, id).late[:16] == NOW[:16]


def test_a_whole_meeting_entered_afterwards_marks_no_vote_by_itself(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    entry = meetings.MeetingEntry("2023-02-08T19:00", "二楼", late=True)
    meeting = store.writing(meetings.plan_meeting, entry)
    item = store.writing(agenda.add_item, meeting, ItemEntry("路灯"))
    for person in range(1, 8):
        store.writing(attendance.sign_in, meeting, person)
    store.writing(meetings.open_meeting, meeting)
    motion = store.writing(proposals.move, meeting, item, Wording("修灯"), 1)
    made = Floor(store, meeting, tuple(range(1, 10)), item, motion)
    found = vote(made, by_hands(made))
    assert (found.late, found.opened.at) == ("", "2023-02-08T19:41:00")
    assert "补录" in paper(made, PaperKind.MINUTES, "zh")
    store.shut()


def test_who_left_since_is_asked_in_a_late_roll_call_and_who_came_since_is_not(floor: Floor):
    """At 19:41 the first seven were there; 林晓 left at 20:00, 许志刚 came at 20:10."""
    gone, came = floor.people[0], floor.people[8]
    typed("20:00", floor, attendance.sign_out, floor.meeting, gone)
    typed("20:10", floor, attendance.sign_in, floor.meeting, came)
    id = typed("19:41", floor, votes.open_vote, floor.meeting, floor.motion, Way.ROLL_CALL)
    asked = floor.store.reading(desk.view_desk).asked
    assert asked == floor.people[:7]
    for person in asked:
        typed("19:41", floor, votes.cast_ballot, id, person, Choice.YES)
    typed("19:41", floor, votes.close_roll_call, id)
    found = vote(floor, id)
    assert found.closed is not None
    assert (found.closed.yes, found.closed.presence) == (7, floor.people[:7])


def test_who_was_never_there_has_no_answer_in_a_late_roll_call(floor: Floor):
    id = typed("19:41", floor, votes.open_vote, floor.meeting, floor.motion, Way.ROLL_CALL)
    with pytest.raises(NotPresent):
        typed("19:41", floor, votes.cast_ballot, id, floor.people[8], Choice.YES)


@pytest.mark.parametrize("kind", PaperKind)
def test_a_poll_counted_on_paper_is_marked_too(floor: Floor, kind: PaperKind):
    entry = PollEntry("谁 [/]", "Who", "plurality", polled.TRIO)
    id = typed("19:50", floor, polls.open_poll, floor.meeting, floor.item, entry)
    for paper_ in ("1", "1", "2", "1", "3"):
        marks = polled.pollpapers.typed_marks(floor.store.reading(polls.view_poll, id), paper_)
        typed("19:50", floor, polls.add_paper, id, Sort.MARKED, marks)
    typed("19:55", floor, polls.close_poll, id, 7)
    found = floor.store.reading(polls.view_poll, id)
    assert found.closed is not None
    assert (found.closed.at, found.late[:16]) == ("2023-02-08T19:55:00", NOW[:16])
    assert paper(floor, kind, "zh").count("补录（20:30）。") == 1


def test_all_of_an_evening_has_its_typed_time(floor: Floor):
    """A motion and its seconder too: nothing on paper stands in the record after what followed it."""
    item = floor.store.writing(agenda.add_item, floor.meeting, ItemEntry("门禁"))
    typed("19:45", floor, agenda.open_item, floor.meeting, item)
    typed("19:46", floor, proposals.move, floor.meeting, item, Wording("换门禁"), floor.people[1])
    moved = view(floor).items[-1].motions[0]
    assert moved.moved_at == "2023-02-08T19:46:00"


def test_all_the_others_are_signed_in_at_once_and_it_is_one_entry(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    meeting, _item = assembly.plan(store)
    store.writing(attendance.excuse, meeting, 3, "出差")
    store.writing(attendance.sign_in, meeting, 4)
    assert store.writing(attendance.sign_in_rest, meeting, "2023-02-08T18:50:00") == 7
    held = store.reading(meetings.view_meeting, meeting)
    assert [each.person.id for each in held.present] == [1, 2, 4, 5, 6, 7, 8, 9]
    assert {held.people[each].came for each in (1, 2, 5, 9)} == {"2023-02-08T18:50:00"}
    assert store.writing(attendance.sign_in_rest, meeting) == 0
    store.shut()


def test_a_typed_time_is_of_the_day_the_meeting_was_called_to_order_last(tmp_path: Path):
    """Opened on the 8th at 19:00; resumed on the 9th at 19:10; past midnight it is the 10th."""
    store = assembly.found(tmp_path / "council.db")
    with evening() as at:
        at("19:00")
        floor = assembly.convene(store)

        def meant(time: str) -> str:
            return typed_moment(store.reading(meetings.view_meeting, floor.meeting), time)

        assert (meant("18:50"), meant("00:10")) == ("2023-02-08T18:50:00", "2023-02-09T00:10:00")
        store.writing(meetings.recess, floor.meeting, "2023-02-08T21:00:00")
        assert meant("21:05") == "2023-02-08T21:05:00"
        store.writing(meetings.resume, floor.meeting, "2023-02-09T19:10:00")
        assert (meant("19:15"), meant("00:10")) == ("2023-02-09T19:15:00", "2023-02-10T00:10:00")
    store.shut()
