"""The meetings the papers are made of, held once for all tests of a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.meeting import MeetingView
from council_tui.store.store import Store
from council_tui.usecases import meetings as deeds
from tests import assembly, evenings, meetings, staging


@pytest.fixture(scope="module")
def lights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingView]:
    """The meeting of the two examples."""
    store = Store(tmp_path_factory.mktemp("lights") / "council.db", create=True)
    yield store.reading(deeds.view_meeting, meetings.street_lights(store).meeting)
    store.shut()


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingView]:
    """The meeting in which everything happens."""
    folder: Path = tmp_path_factory.mktemp("evening")
    store = assembly.found(folder / "council.db")
    yield store.reading(deeds.view_meeting, evenings.hard_evening(store).meeting)
    store.shut()


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingView]:
    """The meeting that decides the last stage of a proposal."""
    store = Store(tmp_path_factory.mktemp("staged") / "council.db", create=True)
    yield store.reading(deeds.view_meeting, staging.whole(store).second)
    store.shut()
