"""The first frame as a terminal gets it: whole, and once."""

import os
import sys
from pathlib import Path

import pytest

from council_tui.store.store import Store
from tests import assembly
from tests.bench.terminal import Timed

PROGRAM = str(Path(sys.executable).with_name("council-tui"))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "council.db"
    store: Store = assembly.found(path)
    assembly.plan(store, starts="2023-02-08T19:00")
    store.shut()
    return path


def test_home_is_painted_once_with_all_that_stands_on_it(book: Path):
    environment = os.environ | {"TERM": "xterm-256color", "COUNCIL_TUI_CLOCK": "2023-02-08T18:42"}
    with Timed([PROGRAM, "--lang", "en", "--file", str(book)], environment) as app:
        app.first_frame()
    words = ("1 Home", "2023-02-08", assembly.NAME)
    print([app.sent.count(each.encode()) for each in words])
    assert app.sent.count(b"Home") == 1
