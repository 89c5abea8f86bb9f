"""The blank tally sheet by its key: before the meeting, and from the palette beside a running vote."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.votes import Way
from council_tui.store import folders
from council_tui.store.store import Store
from council_tui.tui.export_dialog import ExportForm
from council_tui.usecases import minutes, votes
from tests import assembly
from tests.tui.screen import opened, press, settled, shown

SIZE = 80, 24


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place that is offered."""
    monkeypatch.setattr(folders, "offered", lambda: [tmp_path])
    monkeypatch.setattr(folders, "drives", lambda: [])
    return tmp_path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = assembly.found(tmp_path / "council.db")
    yield store
    store.shut()


async def test_x_on_the_agenda_of_a_planned_meeting_writes_it(store: Store, folder: Path):
    assembly.plan(store, "2099-02-08T19:00")
    async with opened(store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "x")
        assert any("Blank tally sheet" in row and ">" in row for row in shown(pilot.app))
        await press(pilot, "ctrl+s")
        await settled(pilot)
        (written,) = folder.glob("*.txt")
        assert any("Written: " in row for row in shown(pilot.app))
    assert "2099年第1次会议计票记录单" in written.name
    assert "需赋" not in written.read_text("utf-8")
    assert "  到会    6  7  8  9\n  需赞成  4  4  5  5\n" in written.read_text("utf-8")
    assert store.reading(minutes.view_papers).exports == ()


async def test_the_palette_offers_it_at_the_sign_in_and_beside_a_running_vote(store: Store, folder: Path):
    made = assembly.convene(store)
    store.writing(votes.open_vote, made.meeting, made.motion, Way.ROLL_CALL)
    async with opened(store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+p")
        await pilot.press(*"jipiao")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExportForm)
        await press(pilot, "ctrl+s")
        await settled(pilot)
        (written,) = folder.glob("*.txt")
    assert "唱名表决" in written.read_text("utf-8")


async def test_a_file_of_its_name_is_replaced_only_when_asked(store: Store, folder: Path):
    assembly.plan(store, "2099-02-08T19:00")
    name = "清水社区 [议事会] 2099年第1次会议计票记录单.txt"
    (folder / name).write_text("ours", encoding="utf-8")
    async with opened(store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "x", "ctrl+s")
        await settled(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ExportForm)
        assert (folder / name).read_text("utf-8") == "ours"
        await press(pilot, "ctrl+s")
        await settled(pilot)
        await press(pilot, "enter")
        await settled(pilot)
    assert (folder / name).read_text("utf-8") != "ours"
