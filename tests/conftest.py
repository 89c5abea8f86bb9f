"""What every test stands on: how hard hypothesis tries, and a home that is nobody's."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from textual import _wait

from council_tui.store import clock
from council_tui.wording import catalog

settings.register_profile("quick", deadline=None, derandomize="CI" in os.environ)
settings.register_profile("long", deadline=None, max_examples=2000)


def pytest_configure(config: pytest.Config) -> None:
    """`-m long` also tries more examples."""
    chosen = config.option.markexpr
    settings.load_profile("long" if "long" in chosen and "not long" not in chosen else "quick")


def pytest_sessionstart(session: pytest.Session) -> None:
    """What an installation has just written is on the disk before tests wait there for their own writes."""
    if not hasattr(session.config, "workerinput") and hasattr(os, "sync"):
        os.sync()


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are processors: half of the time tests wait, for a disk or a terminal."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def _at_nobodys_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of its own for each test, no settings from outside, and English to begin with."""
    home: Path = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith(("COUNCIL_TUI_", "XDG_", "LC_"))]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("LANG", "C.UTF-8")
    catalog.use("en")


@pytest.fixture(autouse=True)
def _in_no_time() -> Iterator[None]:
    """A set clock begins anew after each test: else the minutes of a slow run would show in later papers."""
    yield
    clock._started.clear()


@pytest.fixture(autouse=True)
def _with_quick_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's pilot waits until the program has been idle for 20 ms, after each of some thousand keys."""
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", 0.005)
    monkeypatch.setattr(_wait, "SLEEP_IDLE", 0.00025)
