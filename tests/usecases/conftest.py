"""A council's file, an open meeting, and the clock of its evening."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.store.store import Store
from tests import assembly
from tests.assembly import Floor


@pytest.fixture(autouse=True)
def _an_evening(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNCIL_TUI_CLOCK", "2023-02-08T19:30")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A council of nine with nothing planned."""
    store = assembly.found(tmp_path / "council.db")
    yield store
    store.shut()


@pytest.fixture
def floor(store: Store) -> Floor:
    """Seven of nine are present; the meeting is open and a motion moved."""
    return assembly.convene(store)
