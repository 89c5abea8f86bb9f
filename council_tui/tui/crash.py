"""What happens when the program breaks: a report without names, and a page in words.

Textual would print the values of variables, a secret answer among them. No value, no message of an error
and no folder of anybody's leaves this file; only kinds of errors and places in the source do.
"""

import os
import platform
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from types import TracebackType
from typing import Any

from rich.cells import cell_len, set_cell_size
from textual.app import App
from textual.worker import WorkerFailed

import council_tui
from council_tui.store import clock, places
from council_tui.tui.ink import shown
from council_tui.tui.safety import ENDED_BY_SIGNAL
from council_tui.wording.catalog import _

PACKAGES = PurePath(council_tui.__file__).parent.parent
BROKEN = 1
"""The exit code."""


class Composed(App[None]):
    """An app that keeps its composure: whatever breaks, it ends, reports where, and shows nobody's data."""

    _report: Path | None = None

    async def run_async(self, **settings: Any) -> None:
        """Run; what breaks while the app ends is reported too, and the terminal is handed back."""
        try:
            await super().run_async(**settings)
        except Exception as error:
            self._report = self._report or write_report(error)
            if not self._exit:
                self._return_code = BROKEN
            if self._driver is not None:
                self._driver.close()

    def _handle_exception(self, error: Exception) -> None:
        """End, with a report; Pilot still finds the error where it looks for it.

        What breaks when the end was asked for already is reported, and the end stays the one asked for.
        """
        if not self._exit:
            self._return_code = BROKEN
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self._report = write_report(error)
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        """End, and show no stack."""
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:
        """The terminal can no longer be read, as when its window is closed: end in good order."""
        if not self._exit:
            self._return_code = ENDED_BY_SIGNAL
        self._close_messages_no_wait()


def report_of(ended: Composed) -> Path | None:
    """The report an app that broke has left; None if it did not break, or nothing could be written."""
    return ended._report


def write_report(error: BaseException) -> Path | None:
    """Write down where an error came from; None where nothing can be written, and nothing more is broken."""
    folder = places.state_folder()
    path = folder / clock.now().strftime("report-%Y-%m-%d-%H%M.txt")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(report(error))
    except OSError:
        return None
    return path


def report(error: BaseException) -> str:
    """Versions, then each error in the order they led to each other: its kind, and the places it passed."""
    from importlib.metadata import version

    lines = [
        f"council-tui {council_tui.__version__}, textual {version('textual')}, rich {version('rich')}",
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        clock.stamp(clock.now()),
    ]
    for each in _led(error):
        lines += ["", type(each).__qualname__, *(f"  {place}" for place in _places(each.__traceback__))]
    return "\n".join(lines) + "\n\n"


def _led(error: BaseException) -> Iterator[BaseException]:
    """The error, and what it came from, the first cause last; a worker's failure is its error's."""
    seen: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and at not in seen:
        seen.append(at)
        yield at
        at = at.error if isinstance(at, WorkerFailed) else at.__cause__ or at.__context__


def _places(stack: TracebackType | None) -> Iterator[str]:
    """`council_tui/tui/app.py:88 action_go`, the innermost last; foreign code by package and file."""
    for frame, line in traceback.walk_tb(stack):
        path = PurePath(frame.f_code.co_filename)
        ours = path.is_relative_to(PACKAGES) and "site-packages" not in path.parts
        name = path.relative_to(PACKAGES).as_posix() if ours else "/".join(path.parts[-2:])
        yield f"{name}:{line} {frame.f_code.co_name}"


def crash_page(report: Path | None, *, last: str = "", checked: str = "", meeting: str = "") -> str:
    """What is said on the bare terminal after the program broke, and the two ways on.

    `last`: the last entry of the record, in words; `checked`: what the check of the record found;
    `meeting`: the meeting and item that opening again leads back to. What is not known is left out.
    """
    kept = [
        (_("Last entry"), last),
        (_("Half typed"), _("kept as a draft; you are asked when it is open again")),
        (_("Check"), checked),
    ]
    ways = [
        (
            _("Enter"),
            _("open again, back to: {meeting}").format(meeting=meeting) if meeting else _("open again"),
        ),
        ("q", _("quit")),
    ]
    told = [_("What went wrong is written in {path}; no names and no texts stand in it.").format(path=report)]
    parts = [
        [_("The program broke and stopped. The record is not lost.")],
        _columns([(label, text) for label, text in kept if text]),
        _columns(ways),
        told if report is not None else [],
    ]
    return "\n" + "\n".join(f" {shown(row)}".rstrip() for part in parts for row in [*part, ""])


def _columns(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Labels, and what stands beside them, aligned."""
    wide = max(cell_len(label) for label, _text in rows) + 3
    return [set_cell_size(label, wide) + text for label, text in rows]


def wanted_again(page: str) -> bool:
    """Show the page and ask: True for opening again, False for quitting."""
    print(page)
    try:
        answer = input(" > ")
    except (EOFError, KeyboardInterrupt, OSError):
        return False
    return answer.strip().lower() not in {"q", "\uff51"}
