"""What was written down while the laptop was dead is typed in: one time for all screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.meeting import MeetingView
from council_tui.tui.screens.agenda import AgendaScreen
from council_tui.tui.screens.votes import VotesScreen
from council_tui.usecases import meetings
from council_tui.wording import catalog
from council_tui.wording.papers import afterwards
from tests import assembly, late
from tests.assembly import Floor
from tests.meetings import evening
from tests.tui.screen import opened, press, settled, shown

SIZE = 80, 24


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    """The laptop is back at 20:30."""
    with late.returned(tmp_path / "council.db") as made:
        yield made


def held(floor: Floor) -> MeetingView:
    return floor.store.reading(meetings.view_meeting, floor.meeting)


async def test_a_vote_on_paper_is_entered_with_its_time_from_item_to_result(floor: Floor):
    """The time is typed once on the Agenda; put, counted, and announced a minute later on Votes. Asked again,
    the first key replaces it."""
    async with opened(floor.store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "i")
        await pilot.press(*"1941", "enter")
        await press(pilot, "0", "0")
        await settled(pilot)
        await pilot.press("5", "tab", "1", "tab", "1")
        await settled(pilot)
        assert any(
            row.startswith(" ! What is entered now gets the time 19:41 (F3: another).")
            for row in shown(pilot.app)
        )
        await press(pilot, "enter")
        await press(pilot, "i")
        await pilot.press(*"1942", "enter")
        await press(pilot, "0")
        await settled(pilot)
        (vote,) = held(floor).votes
        assert vote.closed is not None
        assert (vote.opened.at[11:16], vote.closed.at[11:16]) == ("19:41", "19:41")
        assert (vote.closed.yes, vote.closed.no, vote.closed.abstain) == (5, 1, 1)
        assert ((vote.announced or "")[11:16], vote.late[11:16]) == ("19:42", "20:30")
        await press(pilot, "i")
        await pilot.press("backspace", "enter")
        await settled(pilot)
        assert not any("gets the time" in row for row in shown(pilot.app))


async def test_another_meeting_and_one_that_is_over_have_the_clocks_time(floor: Floor):
    async with opened(floor.store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "i")
        await pilot.press(*"1941", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, AgendaScreen)
        assert screen.typed_at == "2023-02-08T19:41:00"
        screen.app.clerk.choose(floor.meeting)
        assert screen.typed_at == ""
        screen.app.clerk.type_time(floor.meeting, "20:00")
        await press(pilot, "z", "enter")
        await settled(pilot)
        assert held(floor).adjourned_at == "2023-02-08T20:00:00"
        assert screen.typed_at == ""


async def test_down_the_roll_a_signs_in_all_the_others(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    with evening() as at:
        at("18:50")
        meeting, _item = assembly.plan(store)
        async with opened(store, "agenda").run_test(size=(120, 40)) as pilot:
            await settled(pilot)
            await press(pilot, "tab")
            assert "a all others are here" in shown(pilot.app)[-1]
            await press(pilot, "enter", "enter")
            await press(pilot, "a", "escape")
            assert len(store.reading(meetings.view_meeting, meeting).present) == 1
            await press(pilot, "a", "enter")
            await settled(pilot)
    assert len(store.reading(meetings.view_meeting, meeting).present) == len(assembly.NAMES)
    store.shut()


async def test_a_letter_in_the_field_is_a_letter(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    assembly.plan(store)
    async with opened(store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "a")
        screen = pilot.app.screen
        assert isinstance(screen, AgendaScreen)
        assert screen.typed == "a"
    store.shut()


async def test_in_the_field_of_the_sign_in_f3_asks_for_the_time(tmp_path: Path):
    """A letter is part of a name there; who comes has the typed time."""
    store = assembly.found(tmp_path / "council.db")
    entry = meetings.MeetingEntry("2023-02-08T19:00", "二楼", late=True)
    meeting = store.writing(meetings.plan_meeting, entry)
    async with opened(store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert any("F3 another time" in row for row in shown(pilot.app))
        await press(pilot, "f3")
        await pilot.press(*"1850", "enter")
        await press(pilot, "1", "enter")
        await settled(pilot)
    (came,) = store.reading(meetings.view_meeting, meeting).present
    assert came.came == "2023-02-08T18:50:00"
    store.shut()


NAMED = {
    "i": {"agenda.time", "votes.time"},
    "f3": {"agenda.time", "votes.time"},
    "s": {"agenda.door"},
    "m": {"agenda.move"},
    "a": {"agenda.all"},
    "z": {"agenda.adjourn"},
    "x": {"agenda.sheet", "votes.sheet"},
}
"""The keys that the sheet's last lines speak of."""


def test_the_sheet_names_keys_as_they_are():
    bound = [*AgendaScreen.BINDINGS, *VotesScreen.BINDINGS]
    for key, ids in NAMED.items():
        assert ids <= {each.id for each in bound if key in each.key.split(",")}
    told = " ".join((*afterwards.RETURNED, *afterwards.ON_PAPER))
    for words in ("Home", "Agenda", "Entered late", "held on paper, entered now"):
        assert words in told
    chinese = catalog.texts("zh")
    offered = chinese.pgettext("plan", "held on paper, entered now")
    assert any(offered in chinese.gettext(point) for point in afterwards.ON_PAPER)


async def test_a_typed_time_is_of_its_meeting_and_no_other(floor: Floor):
    async with opened(floor.store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "i")
        await pilot.press(*"2015", "enter")
        await press(pilot, "z", "enter")
        next_, _item = assembly.plan(floor.store, "2023-02-08T20:00")
        floor.store.writing(meetings.open_meeting, next_)
        screen = pilot.app.screen
        assert isinstance(screen, AgendaScreen)
        screen.app.clerk.chosen = next_
        await screen.look()
        assert screen.meeting.id == next_
        assert (screen.typed_at, screen.stamp) == ("", "")
