"""A council's file in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.store.store import Store
from tests import assembly


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file lies."""
    return tmp_path / "council.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A council of nine, open for writing."""
    store = assembly.found(path)
    yield store
    store.shut()
