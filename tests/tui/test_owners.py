"""Owners' papers typed at the desk: a unit or a name, Enter, one digit; both measures at every key."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.unitlists import AreaSource, UnitRow
from council_tui.domain.votes import Way
from council_tui.store.store import Store
from council_tui.tui import clerk
from council_tui.tui.ime import ImeInput
from council_tui.usecases import units
from council_tui.wording import catalog
from tests.assembly import Floor
from tests.assembly import found as found_council
from tests.bench import units as bench
from tests.tui.ballots import SIZE, convened, figures, typed_ahead, votes
from tests.tui.screen import opened, panel, press, settled, shown


def rows() -> list[UnitRow]:
    """Nine owners of 100 sq m, the last of four units."""
    found = [(f"1-10{n}", f"业主{n} [/]") for n in range(1, 9)]
    found += [(f"2-10{n}", "欧阳[b]娜") for n in range(1, 5)]
    return [
        UnitRow(line, unit, 10_000, owner, True, None, None, AreaSource.REGISTER)
        for line, (unit, owner) in enumerate(found, 2)
    ]


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = convened(tmp_path, 7)
    made.store.writing(units.import_units, rows())
    yield made
    made.store.shut()


def counted(store: Store) -> tuple[int, int, int, int]:
    tally = votes(store)[-1].owners
    assert tally is not None
    assert tally.count.area is not None
    return tally.count.present, tally.count.yes, tally.count.area.present, tally.count.area.yes


UNITS = "6"
"""Its place among the ways where no parties are asked."""


async def put(pilot, rule: str = "1") -> None:
    await press(pilot, "h")
    await press(pilot, UNITS)
    await press(pilot, rule)


async def test_papers_are_entered_and_close_the_vote(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot)
        assert votes(floor.store)[-1].opened.way is Way.UNITS
        await press(pilot, *"1-101", "enter", "1")
        await press(pilot, *"oybn", "enter", "1")
        # 2 of 9 heads and 500 of 1200 sq m take part; 6 heads and 800 sq m are needed: 4 and 300 more
        text = "\n".join(shown(pilot.app))
        assert "4 owners and 300.00 sq m more needed" in text
        assert counted(floor.store) == (2, 2, 50_000, 50_000)
        for unit in ("1-102", "1-103", "1-104", "1-105"):
            await press(pilot, *unit, "2")
        await press(pilot, "escape", "0")
        await press(pilot, "enter")
        told = shown(pilot.app)
        assert any("L O S T" in row for row in told)
        await press(pilot, "0")
    vote = votes(floor.store)[-1]
    assert figures(vote) == (2, 4, 0, False)
    assert vote.announced is not None


async def test_another_answer_is_asked_first_and_backspace_takes_back_the_last(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot)
        await press(pilot, *"1-101", "1")
        await press(pilot, *"1-101", "2")
        assert "业主1 [/] answered yes. Replace it by no?" in panel(pilot.app)
        await press(pilot, "escape")
        assert counted(floor.store) == (1, 1, 10_000, 10_000)
        await press(pilot, "2")
        await press(pilot, "enter")
        assert counted(floor.store) == (1, 0, 10_000, 0)
        await press(pilot, *"1-102", "4")
        await press(pilot, "backspace")
        assert counted(floor.store) == (1, 0, 10_000, 0)
        assert any("1-102  业主2 [/]" in row for row in shown(pilot.app))
        await press(pilot, "3")
        assert counted(floor.store) == (2, 0, 20_000, 0)


async def test_keys_typed_ahead_are_all_recorded(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot)
        await typed_ahead(pilot.app, [*"1-101", "1", *"1-102", "2", *"oybn", "enter", "1", *"1-10"])
        await settled(pilot)
        await settled(pilot)
    assert counted(floor.store) == (3, 2, 60_000, 50_000)


async def test_without_units_it_is_said_what_to_do(tmp_path: Path):
    made = convened(tmp_path, 7)
    async with opened(made.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot)
        assert "No unit that counts is entered" in shown(pilot.app)[22]
    assert votes(made.store) == ()
    made.store.shut()


async def test_the_desk_speaks_chinese(floor: Floor):
    catalog.use("zh")
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot)
        await press(pilot, *"1-101")
        text = "\n".join(shown(pilot.app))
    assert "1 赞成   2 反对   3 弃权   4 无效" in text
    assert "参加表决：还差6人且800.00 平方米" in text


async def test_without_units_the_people_screen_says_how_they_come(tmp_path: Path):
    made = convened(tmp_path, 7)
    async with opened(made.store, "people").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "v")
        assert "council-tui units import units.csv" in panel(pilot.app)
    made.store.shut()


@pytest.mark.parametrize("count", [300, pytest.param(13_000, marks=pytest.mark.long)])
async def test_units_are_walked_and_found_a_window_at_a_time(tmp_path: Path, count: int):
    store = found_council(tmp_path / "council.db")
    store.writing(units.import_units, bench.rows(count))
    async with opened(store, "people").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "v")
        assert any("1-101" in row and "开发商" in row for row in panel(pilot.app))
        await press(pilot, *["pagedown"] * 9, *["down"] * 5)
        # 9 times 9 and 5: the 87th of the first house, 101 + 86
        assert any(row.startswith("> 1-187 ") for row in panel(pilot.app))
        await press(pilot, *["up"] * 5)
        assert any(row.startswith("> 1-182 ") for row in panel(pilot.app))
        await press(pilot, *"2-130")
        assert any(row.startswith("> 2-130 ") and "王小明149" in row for row in panel(pilot.app))
        await press(pilot, *["backspace"] * 5, *"wangxiaoming17")
        assert any("王小明17" in row for row in panel(pilot.app))
        await press(pilot, *["backspace"] * 14, *"zz")
        assert "No unit and no owner begins with zz." in panel(pilot.app)
    store.shut()


async def test_while_a_meeting_is_open_owners_are_masked_in_the_list(floor: Floor):
    async with opened(floor.store, "people").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "v")
        told = "\n".join(panel(pilot.app))
    assert "***" in told
    assert "业主1" not in told


async def test_after_the_announcement_one_paper_is_corrected_and_the_result_turns(floor: Floor):
    """6 of 9 owners and 900 of 1200 sq m take part; 5 yes, 800 sq m, then 4 and 400: at most half of 900."""
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot)
        await press(pilot, *"2-101", "1")
        for unit in ("1-101", "1-102", "1-103", "1-104"):
            await press(pilot, *unit, "1")
        await press(pilot, *"1-105", "2")
        await press(pilot, "escape", "0", "enter", "0")
        assert figures(votes(floor.store)[-1]) == (5, 1, 0, True)
        await press(pilot, "c", *"nobody", "enter")
        assert shown(pilot.app)[22] == " x Nobody who may answer fits."
        await press(pilot, "c", *"oybn", "enter")
        assert "欧阳[b]娜" in panel(pilot.app)[1]
        await press(pilot, "right", "tab", "tab", *"misread", "ctrl+s")
        text = "\n".join(shown(pilot.app))
        assert "L O S T" in text
        assert "yes 5 to 4 (800.00 to 400.00 sq m)" in text
    assert figures(votes(floor.store)[-1]) == (4, 2, 0, False)


async def test_an_owner_is_found_by_a_number_in_wide_figures(floor: Floor):
    """`2-101` as a Chinese input method may send it."""
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot)
        await press(pilot, *"2-101", "1", "escape", "0", "enter", "0", "c")
        pilot.app.screen.query_one(ImeInput).insert_text_at_cursor("\uff12\uff0d\uff11\uff10\uff11")
        await press(pilot, "enter")
        assert "2-101" in panel(pilot.app)[1]


async def test_owners_shown_for_a_moment_are_masked_again_in_the_list(
    floor: Floor, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(clerk, "UNMASKED", 1)
    async with opened(floor.store, "people").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "M", "enter", "v")
        assert "业主1" in "\n".join(panel(pilot.app))
        await pilot.pause(2.2)
        assert "业主1" not in "\n".join(panel(pilot.app))
