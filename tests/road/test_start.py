"""The program's start: without a word the council's own file is opened, with one the file that was named."""

from pathlib import Path

import pytest

from tests import assembly
from tests.road.terminal import Terminal


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "council.db"
    store = assembly.found(path)
    assembly.plan(store, starts="2023-02-08T19:00")
    store.shut()
    return path


@pytest.mark.parametrize("bare", [True, False], ids=["bare", "named"])
def test_home_shows_the_council_and_its_meeting(book: Path, bare: bool):
    words = [] if bare else ["--file", str(book)]
    environment = {"COUNCIL_TUI_FILE": str(book)} if bare else {}
    clock = "2023-02-08T18:42:00"
    with Terminal(*words, home=book.parent, clock=clock, environment=environment) as terminal:
        terminal.wait_for("清水社区 [议事会]", "应到  9", "今天 19:00", "开始签到")
