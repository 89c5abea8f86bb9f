"""Home, as the person at the keyboard sees it: what comes next, what waits, and what is recorded."""

import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from textual import _time

from council_tui.domain.agenda import MeetingState, Role
from council_tui.domain.ids import MeetingId
from council_tui.store.store import Store
from council_tui.tui.app import CouncilApp
from council_tui.usecases import agenda, attendance, meetings, promises
from council_tui.usecases.agenda import Settlement, view_unfinished
from council_tui.usecases.council import view_council
from council_tui.usecases.meetings import MeetingEntry, plan_meeting, view_meeting, view_meetings
from council_tui.usecases.people import view_people
from council_tui.usecases.promises import ActionEntry
from council_tui.usecases.record import keep_draft
from council_tui.wording import catalog
from tests import assembly
from tests.tui.screen import press, settled, shown

TODAY = "2023-02-08T18:42"


@pytest.fixture(autouse=True)
def _evening(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNCIL_TUI_CLOCK", TODAY)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = assembly.found(tmp_path / "council.db")
    yield made
    made.shut()


def row(app: CouncilApp, words: str) -> str:
    """The first painted row with these words."""
    return next((each for each in shown(app) if words in each), "")


def held(store: Store) -> MeetingId:
    """A meeting of January that left its item open and gave two actions, one of them to nobody."""
    floor = assembly.convene(store, starts="2023-01-04T19:00")
    first = ActionEntry("提交申请", person=floor.people[0], due="2023-02-01")
    store.writing(promises.assign_action, floor.meeting, floor.item, first)
    store.writing(promises.assign_action, floor.meeting, floor.item, ActionEntry("没人管 [b]"))
    store.writing(meetings.adjourn, floor.meeting)
    return floor.meeting


async def test_a_machine_that_is_busy_for_a_moment_paints_the_next_screen_all_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    """Textual's timers skip what is over when they begin: of one millisecond the whole."""
    late = count()
    monkeypatch.setattr(_time, "get_time", lambda: time.monotonic() + 0.0015 * next(late))
    catalog.use("zh")
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "8")
        await settled(pilot)
        assert pilot.app._batch_count == 0


async def test_the_next_meeting_is_told_with_its_time_and_what_is_left_until_then(store: Store):
    meeting, _item = assembly.plan(store, starts="2023-02-08T19:00")
    people = store.reading(view_people)
    store.writing(meetings.hand_over, meeting, Role.CONVENER, [people[1].id])
    catalog.use("zh")
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        rows = shown(pilot.app)
        assert rows[3].split() == ["今天", "19:00", "2023年第1次会议", "还有", "18", "分钟"]
        assert rows[4].split() == ["二楼会议室", "召集人", "陈果", "[/]", "应到", "9", "人"]
        assert "开始签到" in rows[6]
        assert "议题 1 项，通知还没发" in rows[6]
        assert rows[23].startswith("  0 开始签到")


@pytest.mark.parametrize(
    ("clock", "told"),
    [
        ("2023-02-08T17:00", "in 2 h 0 min"),
        ("2023-02-08T18:59", "in 1 minute"),
        ("2023-02-08T19:12", "12 minutes late"),
        ("2023-02-05T20:00", "in 3 days"),
        ("2023-02-07T23:30", "in 19 h 30 min"),
    ],
)
async def test_the_countdown_speaks_of_minutes_hours_and_days(
    store: Store, monkeypatch: pytest.MonkeyPatch, clock: str, told: str
):
    monkeypatch.setenv("COUNCIL_TUI_CLOCK", clock)
    assembly.plan(store, starts="2023-02-08T19:00")
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert shown(pilot.app)[3].endswith(told)


async def test_what_waits_is_counted_with_its_earliest_day(store: Store):
    held(store)
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert row(pilot.app, "Items left unfinished").split()[-3:] == ["1", "4", "January"]
        assert row(pilot.app, "Minutes to be signed off").split()[-3:] == ["1", "4", "January"]
        assert row(pilot.app, "Actions without owner or date").split()[-1] == "1"
        assert row(pilot.app, "Actions due since").split()[-3:] == ["1", "1", "February"]
        assert row(pilot.app, "Rules not yet adopted").split()[-1] == "1"
        assert "sign off the minutes" in shown(pilot.app)[23]


async def test_a_meeting_is_planned_with_its_offices_by_pinyin_and_its_notice(store: Store):
    held(store)
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "n", "enter", "enter", *"2/15", "enter", "enter", *"二楼 [/]", "enter", "enter")
        await press(pilot, "enter", *"lx", "enter", *"cg", "enter", *"3", "enter", "enter", *"2/13", "enter")
        assert "unfinished" in "\n".join(shown(pilot.app))
        await press(pilot, "enter")
    line = store.reading(view_meetings)[0]
    plan = store.reading(view_meeting, line.id)
    assert (plan.plan.starts, plan.plan.place) == ("2023-02-15T19:00", "二楼会议室二楼 [/]")
    people = store.reading(view_people)
    offices = [plan.holders(role) for role in (Role.CONVENER, Role.CHAIR, Role.RECORDER)]
    assert offices == [(people[0].id,), (people[1].id,), (people[2].id,)]
    assert (plan.notice, plan.number, plan.plan.late) == ("2023-02-13", 2, False)
    assert [item.title for item in plan.items] == ["路灯 [/]"]


async def test_a_meeting_on_paper_is_planned_as_entered_afterwards(store: Store):
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "n", "tab", "tab", *"2023-01-04", *["tab"] * 8, "right", "ctrl+s", "escape")
        line = store.reading(view_meetings)[0]
        assert (line.starts, line.late) == ("2023-01-04T19:00", True)
        assert "entered afterwards" in shown(pilot.app)[4]


async def test_the_first_agenda_begins_with_the_councils_rules(store: Store):
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "n", "tab", "tab", *"2/15", "ctrl+s")
        assert 'Put "Adopt our rules" on the agenda as item 1?' in "\n".join(shown(pilot.app))
        await press(pilot, "enter")
    item = store.reading(view_meeting, store.reading(view_meetings)[0].id).items[0]
    assert (item.title, item.title_2) == ("通过本会议事规则", "Adopt our rules")
    assert "Neighbourhood council (general)" in item.motions[0].text_2
    assert "居民议事会（通用）" in item.motions[0].text


async def test_rules_not_yet_adopted_are_put_on_the_next_agenda(store: Store):
    meeting, _item = assembly.plan(store, starts="2023-02-15T19:00")
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert 'Put "Adopt our rules" on the agenda as item 1?' in "\n".join(shown(pilot.app))
        await press(pilot, "enter")
    assert store.reading(view_meeting, meeting).items[0].title == "通过本会议事规则"
    council = store.reading(view_council)
    assert council is not None
    assert council.provisional


async def test_a_plan_is_changed_and_only_what_differs_is_recorded(store: Store):
    meeting, _item = assembly.plan(store, starts="2023-02-15T19:00")
    before = store.reading(view_meeting, meeting).head[0]
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "e", "tab", *["backspace"] * 5, *"20:00", "ctrl+s")
    plan = store.reading(view_meeting, meeting)
    assert plan.plan.starts == "2023-02-15T20:00"
    assert (plan.head[0] - before, plan.plan.place, plan.holders(Role.CHAIR)) == (1, "二楼会议室", ())


async def test_the_list_says_the_place_in_the_language_spoken_where_it_is_known(store: Store):
    store.writing(plan_meeting, MeetingEntry("2023-02-15T19:00", "二楼 [/]", "Upstairs [b]"))
    store.writing(plan_meeting, MeetingEntry("2023-03-15T19:00", "院子 [/]"))
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        rows = "\n".join(shown(pilot.app)[9:])
        assert "Upstairs [b]" in rows
        assert "院子 [/]" in rows
        assert "二楼 [/]" not in rows
        await press(pilot, "/", *"upst")
        assert "1 of 2" in "\n".join(shown(pilot.app))


async def test_a_planned_meeting_is_cancelled_from_the_palette_and_stays_in_the_list(store: Store):
    meeting, _item = assembly.plan(store, starts="2023-02-15T19:00")
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+p", *"cancel the m", "enter")
        await press(pilot, *"no power [/]", "enter")
        rows = shown(pilot.app)
        assert any("2023-02-15 19:00" in row and row.endswith("cancelled") for row in rows)
        assert "Meeting cancelled: no power [/]" in rows[22]
        assert "No meeting is planned." in "\n".join(rows)
        await press(pilot, *["down"] * 9, "enter")
        assert shown(pilot.app)[22].startswith(" x This meeting was cancelled.")
        await press(pilot, "delete")
        assert shown(pilot.app)[22].startswith(" x This meeting was cancelled.")
        await press(pilot, "u", "enter")
        assert any(row.endswith("planned") and "2023-02-15" in row for row in shown(pilot.app))
    assert store.reading(view_meeting, meeting).state is None


async def test_the_plan_of_a_meeting_that_is_over_is_not_changed(store: Store):
    held(store)
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, *["down"] * 9, "e")
        assert shown(pilot.app)[22].startswith(" x The meeting is adjourned.")


async def test_while_a_meeting_runs_only_counts_are_shown(store: Store):
    held(store)
    assembly.convene(store, starts="2023-02-08T18:30")
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        page = "\n".join(shown(pilot.app))
        assert row(pilot.app, "Actions due since").split()[-1] == "1"
        assert "2023-01-04" not in page
        assert "January" not in page
        assert "back to the meeting" in shown(pilot.app)[23]


async def test_what_is_left_unfinished_is_put_on_the_next_agenda(store: Store):
    earlier = held(store)
    second = store.writing(agenda.add_item, assembly.convene(store).meeting, agenda.ItemEntry("充电棚 [b"))
    running = store.reading(view_meetings)[0].id
    store.writing(agenda.open_item, running, second)
    store.writing(agenda.settle_item, running, second, Settlement(agenda.Outcome.POSTPONED))
    store.writing(meetings.adjourn, running)
    meeting, _item = assembly.plan(store, starts="2023-03-08T19:00")
    assert len(store.reading(view_unfinished)) == 3
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert "all 3 items" in "\n".join(shown(pilot.app))
        await press(pilot, "4")
    titles = [item.title for item in store.reading(view_meeting, meeting).items]
    assert titles == ["充电棚 [b", "路灯 [/]"]
    assert earlier in {each.meeting for each in store.reading(view_unfinished)}


async def test_who_sits_at_the_keyboard_is_found_by_pinyin(store: Store):
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "o", *"cg", "enter")
        assert "At the keyboard: Chen Guo" in shown(pilot.app)[22]
    council = store.reading(view_council)
    assert council is not None
    assert council.operator == store.reading(view_people)[1].id


async def test_the_council_is_renamed_and_speaks_another_language(store: Store):
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "c", "tab", *"Clear [water]", "tab", "left", "ctrl+s")
        assert "Clear [water]" not in shown(pilot.app)[0]
    council = store.reading(view_council)
    assert council is not None
    assert (council.name_2, council.lang) == ("Clear [water]", "en")


async def test_a_backup_is_whole_and_never_written_over_another_file(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "copy.db"
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "b")
        await press(pilot, "ctrl+u", *target.name, "enter")
        assert "Copied to" in shown(pilot.app)[22]
        await press(pilot, "b", "ctrl+u", *target.name, "enter")
        assert "There is a file at" in shown(pilot.app)[22]
    copy = Store(target)
    assert [each.name for each in copy.reading(view_people)] == list(assembly.NAMES)
    copy.shut()


async def test_meetings_are_found_by_their_date(store: Store):
    held(store)
    assembly.plan(store, starts="2023-02-15T19:00")
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "slash", *"2023-02")
        page = "\n".join(shown(pilot.app))
        assert "2023-02-15 19:00" in page
        assert "2023-01-04 19:00" not in page
        await press(pilot, "escape")
        assert "2023-01-04 19:00" in "\n".join(shown(pilot.app))


async def test_what_was_half_typed_is_told_and_put_back(store: Store):
    store.writing(keep_draft, "home.meeting", "place", "三楼 [b")
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert row(pilot.app, "Texts half typed").split()[-1] == "1"
        await press(pilot, "n")
        assert "三楼 [b" in "\n".join(shown(pilot.app))


async def test_a_meeting_signed_in_for_goes_on_signing_in(store: Store):
    meeting, _item = assembly.plan(store, starts="2023-02-08T19:00")
    store.writing(attendance.sign_in, meeting, store.reading(view_people)[0].id)
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "go on signing in" in shown(pilot.app)[23]
    assert store.reading(view_meetings)[0].state is not MeetingState.OPEN
