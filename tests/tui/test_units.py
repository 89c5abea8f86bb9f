"""Units at the keyboard: a list from a file, shown before it is taken; one entered, one changed; undone."""

import asyncio
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from council_tui.store.store import Store
from council_tui.tui.aside import Busy
from council_tui.usecases import units
from tests import assembly
from tests.tui.ballots import SIZE, convened
from tests.tui.screen import opened, panel, press, settled, shown


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = assembly.found(tmp_path / "council.db")
    yield made
    made.shut()


def known(store: Store) -> list[tuple[str, int, str, bool]]:
    look = partial(units.view_units, typed="", place=(0, ""), most=50)
    return [(each.number, each.area, each.name, each.counts) for each in store.reading(look)]


async def chosen(pilot, path: Path) -> None:
    """The path of a file, put into the field."""
    pilot.app.screen.query_one("ImeInput").value = str(path)
    await press(pilot, "enter")


async def test_a_list_is_previewed_then_taken_over_and_undone(store: Store, tmp_path: Path):
    sheet = tmp_path / "units.csv"
    sheet.write_text("房号,面积,业主\n1-101,89.50,王芳 [/]\n1-102,100,王芳 [/]\n", "utf-8")
    async with opened(store, "people").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "v", "ctrl+o")
        await chosen(pilot, sheet)
        assert "New 2, changed 0, unchanged 0; new owners 1." in "\n".join(panel(pilot.app))
        assert known(store) == []
        await press(pilot, "enter")
        assert any("1-102" in row and "王芳 [/] (2 units)" in row for row in panel(pilot.app))
        await press(pilot, "escape", "u", "enter")
    assert known(store) == []


async def test_what_is_wrong_with_a_list_is_said_line_by_line(store: Store, tmp_path: Path):
    sheet = tmp_path / "units.csv"
    sheet.write_text("房号,面积,业主\n1-101,89.555,王芳\n1-101,x,王芳\n", "utf-8")
    async with opened(store, "people").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "v", "ctrl+o")
        await chosen(pilot, sheet)
        text = "\n".join(panel(pilot.app))
        assert "Line 2: '89.555' is no floor area" in text
        assert "Line 3:" in text
        await press(pilot, "escape", "ctrl+o")
        await chosen(pilot, tmp_path / "none.csv")
        assert shown(pilot.app)[22].startswith(" x Not read")
    assert known(store) == []


async def test_a_unit_is_entered_and_changed_where_the_cursor_is(store: Store):
    async with opened(store, "people").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "v", "ctrl+n")
        assert panel(pilot.app)[1] == "New unit"
        await press(pilot, *"1-101", "tab", *"89.5", "tab", "tab", "tab", *"Wang", "ctrl+s")
        await press(pilot, "ctrl+n", *"1-102", "tab", *"100", "tab", "tab", "tab", *"Li", "ctrl+s")
        assert known(store) == [("1-101", 8950, "Wang", True), ("1-102", 10_000, "Li", True)]
        await press(pilot, "down", "enter")
        assert panel(pilot.app)[1] == "Unit 1-102"
        await press(pilot, "end", "backspace", "5", "tab", "tab", "right", "ctrl+s")
        assert any(row.startswith("> 1-102") and "not counted" in row for row in panel(pilot.app))
    assert known(store) == [("1-101", 8950, "Wang", True), ("1-102", 10_005, "Li", False)]


async def test_a_refused_unit_stays_in_its_form(store: Store):
    async with opened(store, "people").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "v", "ctrl+n", *"1-101", "tab", *"big", "tab", "tab", "tab", *"Wang", "ctrl+s")
        assert "big" in shown(pilot.app)[22]
        assert panel(pilot.app)[1] == "New unit"
    assert known(store) == []


async def test_while_the_room_may_look_whose_a_unit_is_is_not_asked_and_stays(tmp_path: Path):
    floor = convened(tmp_path, 7)
    floor.store.writing(units.add_unit, "1-101", units.UnitEntry("89.5", "王芳 [/]"))
    async with opened(floor.store, "people").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "v", "enter")
        text = "\n".join(panel(pilot.app))
        assert "Unit 1-101" in text
        assert "王芳" not in text
        assert "Owner" not in text
        await press(pilot, "end", "backspace", "1", "ctrl+s")
    assert known(floor.store) == [("1-101", 8951, "王芳 [/]", True)]
    floor.store.shut()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe stands in for a slow disk")
async def test_while_a_file_is_slow_that_is_said_and_no_key_is_taken(store: Store, tmp_path: Path):
    sheet = tmp_path / "units.csv"
    os.mkfifo(sheet)
    async with opened(store, "people").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "v", "ctrl+o")
        pilot.app.screen.query_one("ImeInput").value = str(sheet)
        await pilot.press("enter")
        while not isinstance(pilot.app.screen, Busy):
            await pilot.pause(0.05)
        assert "One moment: the disk is being read or written ..." in panel(pilot.app)
        await pilot.press("4", "escape", "q")
        assert isinstance(pilot.app.screen, Busy)
        await asyncio.to_thread(sheet.write_text, "房号,面积,业主\n1-101,89.50,王芳\n", "utf-8")
        await settled(pilot)
        assert "New 1, changed 0, unchanged 0; new owners 1." in "\n".join(panel(pilot.app))
