"""The command line for tests: run in this process, and a demo council whose days are known."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from click.testing import CliRunner, Result

from council_tui.cli.demo import build
from council_tui.cli.program import program

EVENING = "2023-03-08T12:00"
"""The demo built on this day was finished on 8 February 2023, the day of the example minutes."""


def run(*words: str | Path) -> Result:
    """A command, as typed; what it raised is raised here."""
    return CliRunner().invoke(program, [*map(str, words)], prog_name="council-tui", catch_exceptions=False)


@contextmanager
def on(day: str) -> Iterator[None]:
    """The program's clock on a day; without `monkeypatch`, so that a whole module may use it."""
    before = os.environ.get("COUNCIL_TUI_CLOCK")
    os.environ["COUNCIL_TUI_CLOCK"] = day
    try:
        yield
    finally:
        if before is None:
            del os.environ["COUNCIL_TUI_CLOCK"]
        else:
            os.environ["COUNCIL_TUI_CLOCK"] = before


def demo(path: Path, folder: Path, day: str = EVENING) -> Path:
    """The demo council's file at `path`, staged in `folder`."""
    with on(day):
        return build(folder, path)
