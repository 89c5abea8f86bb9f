"""The first frame as a terminal gets it: whole, with what was looked up while the program loaded."""

import os
import sys
from pathlib import Path

import pytest

from tests import assembly
from tests.bench.terminal import Timed

PROGRAM = str(Path(sys.executable).with_name("council-tui"))
BEGINS, ENDS = b"\x1b[?2026h", b"\x1b[?2026l"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "council.db"
    store = assembly.found(path)
    assembly.plan(store, starts="2023-02-08T19:00")
    store.shut()
    return path


def first_frame(environment: dict[str, str], *words: str) -> bytes:
    """What is painted first."""
    with Timed([PROGRAM, *words], os.environ | {"TERM": "xterm-256color"} | environment) as app:
        app.first_frame()
    frames = app.sent.replace(b"\x1b[?2026$p", b"").split(BEGINS)[1:]
    return next(each for each in frames if ENDS in each)


@pytest.mark.parametrize("bare", [True, False])
def test_the_first_frame_holds_the_council_and_its_meeting(book: Path, bare: bool):
    by_name = {"COUNCIL_TUI_FILE": str(book)} if bare else {}
    words = [] if bare else ["--file", str(book)]
    painted = first_frame(by_name | {"COUNCIL_TUI_CLOCK": "2023-02-08T18:42"}, *words)
    for found in ("清水社区 [议事会]", "应到", "开始签到"):
        assert found.encode() in painted
