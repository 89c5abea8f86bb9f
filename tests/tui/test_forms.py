"""Forms at the keyboard: one deed each, however often it is asked for."""

from pathlib import Path

import pytest

from council_tui.store.store import Store
from council_tui.usecases.meetings import view_current, view_meetings
from council_tui.usecases.record import view_drafts
from tests.assembly import convene, found, plan
from tests.tui.screen import opened, press, settled, shown


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return found(tmp_path / "book.council")


async def test_enter_twice_on_the_last_field_records_once(store: Store):
    plan(store)
    async with opened(store, "agenda").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "escape", "n", *"充电棚 [/]", *["tab"] * 6, "enter", "enter", "ctrl+s", "escape")
    held = store.reading(view_current)
    assert held is not None
    assert [item.title for item in held.items] == ["路灯 [/]", "充电棚 [/]"]
    assert store.reading(view_drafts, "agenda.item") == {}


async def test_a_date_that_may_be_two_days_names_both(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COUNCIL_TUI_CLOCK", "2023-01-20T19:00")
    async with opened(store, "home").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "n", "tab", "tab", *"2/3")
        assert "02-03 or 03-02?" in "\n".join(shown(pilot.app))
        await press(pilot, "ctrl+s")
        assert (
            "x 2/3 may be 3 February 2023 or 2 March 2023. Type it like 2023-02-15." in shown(pilot.app)[22]
        )


async def test_what_was_refused_is_said_until_something_else_is_typed(store: Store):
    async with opened(store, "home").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "n", "tab", "tab", *"2023-02-30", "ctrl+s")
        assert shown(pilot.app)[22].startswith(" x ")
        await press(pilot, "tab", "shift+tab")
        assert shown(pilot.app)[22].startswith(" x ")
        await press(pilot, "backspace")
        assert shown(pilot.app)[22].startswith(" Not recorded yet")


async def test_the_footer_says_of_the_last_field_that_enter_records(store: Store):
    convene(store)
    async with opened(store, "agenda").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "n")
        assert shown(pilot.app)[23] == "  Enter next field   ctrl+s record   Esc not now"
        await press(pilot, "shift+tab")
        assert shown(pilot.app)[23].startswith("  Enter record   Right key next choice   Esc")


async def test_a_time_that_stands_there_is_replaced_by_what_is_typed(store: Store):
    async with opened(store, "home").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "n", "tab", "tab", *"2023-02-15", "tab")
        assert "[19:00 " in "\n".join(shown(pilot.app))
        await press(pilot, *"18:30", "tab", "H", "a", "l", "l", "ctrl+s")
    (meeting,) = store.reading(view_meetings)
    assert meeting.starts == "2023-02-15T18:30"


async def test_the_language_changes_over_a_long_text_and_nothing_typed_is_lost(store: Store):
    convene(store)
    async with opened(store, "agenda").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "k", "tab", "tab", *"灯灭了 [/]", "f6", *"两遍")
        assert any("灯灭了 [/]两遍" in row for row in shown(pilot.app))
        assert "尚未记录" in shown(pilot.app)[22]


async def test_help_and_commands_over_a_field_name_no_key_of_a_cursor(store: Store):
    convene(store)
    async with opened(store, "agenda").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "k", "tab", "tab", "f1")
        assert "Cursor" not in "\n".join(shown(pilot.app))
        await press(pilot, "escape", "ctrl+p")
        assert "Cursor" not in "\n".join(shown(pilot.app))


async def test_in_a_form_too_low_for_all_its_fields_the_one_that_is_typed_in_is_seen(store: Store):
    convene(store)
    async with opened(store, "proposals").run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        await press(pilot, "s", "1", *["enter"] * 20, *"业委会 [/]")
        assert any("业委会 [/]" in row for row in shown(pilot.app)[:16])
        await press(pilot, *["shift+tab"] * 20, "end", *"甲")
        assert any("支部会提议甲" in row for row in shown(pilot.app)[:16])


async def test_a_form_calls_people_as_the_language_does_and_namesakes_by_their_seats(tmp_path: Path):
    """Two are called 张伟, so their name alone would mean either; nobody else is 林晓, Lin Xiao."""
    store = found(tmp_path / "namesakes.council", ("张伟", "林晓", "张伟"))
    floor = convene(store, 3)
    async with opened(store, "agenda").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "0", "r")
        await press(pilot, *"zhangw", "ctrl+s")
        assert shown(pilot.app)[22].startswith(" x Which one? 1 Zhang Wei   3 Zhang Wei")
        await press(pilot, "down", "enter", *"lx")
        assert "Lin Xiao   林晓" in "\n".join(shown(pilot.app))
        await press(pilot, "enter")
        form = "\n".join(shown(pilot.app))
        assert "Mover        [3                   ] Zhang Wei" in form
        assert "Seconder     [Lin Xiao            ] Lin Xiao" in form
        await press(pilot, *"另装 2 盏", "tab", "tab", *"；另装 2 盏", "ctrl+s")
    held = store.reading(view_current)
    assert held is not None
    assert [each.mover for each in held.items[0].motions] == [floor.people[0], floor.people[2]]
