"""The program's start: without a word the council's own file is opened, with one the file that was named."""

import os
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


def test_a_slow_count_says_so_and_wipes_it_away(tmp_path: Path):
    """A pipe that nobody writes to yet stands in for a slow disk. Two of three papers are more than half."""
    papers = tmp_path / "papers.blt"
    os.mkfifo(papers)
    words = "--lang", "zh", "tally", "--method", "irv", str(papers)
    with Terminal(*words, home=tmp_path) as terminal:
        terminal.wait_for("请稍候……")
        papers.write_text('2 1\n2 1 0\n1 2 0\n0\n"甲"\n"乙"\n"选"\n', "utf-8")
        terminal.wait_for_end()
        assert "当选：甲" in terminal.screen_text()
        assert "请稍候" not in terminal.screen_text()
