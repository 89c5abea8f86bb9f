"""How the program begins and ends: what it asks of the terminal and the system, and which signals it obeys.

Nothing here knows what the council does, and nothing loads Textual. POSIX-only parts each have a fallback.
"""

import asyncio
import faulthandler
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from council_tui.wording.catalog import _

ENDED_BY_SIGNAL = 143


def guard_terminal() -> str | None:
    """Why the screens cannot be shown here, as a sentence; None when they can.

    Textual reads from the standard input and paints on the standard error; without a terminal it would hang.
    """
    if not (_terminal(sys.__stdin__) and _terminal(sys.__stderr__)):
        return _("The screens need a terminal window. For scripts there are commands: council-tui --help")
    if os.name == "posix" and os.environ.get("TERM", "") in {"", "dumb", "unknown"}:
        return _("This terminal cannot show screens. Set TERM, for example: TERM=xterm-256color council-tui")
    return None


def _terminal(stream: object) -> bool:
    """Whether a standard stream is there and is a terminal."""
    try:
        return bool(getattr(stream, "isatty", bool)())
    except ValueError:
        return False


TRACES = ("TEXTUAL_LOG", "TEXTUAL_DEBUG", "TEXTUAL_DEVTOOLS", "TEXTUAL_SCREENSHOT", "TEXTUAL_PRESS")
"""How the names of settings begin that write down what is pressed or painted, or press keys themselves."""
RECORDERS = frozenset({"script", "asciinema", "ttyrec", "termrec", "scriptlive"})
"""Programs that record a terminal, by the names they run under."""


def watched() -> str | None:
    """Why no secret ballot can be taken here, as a sentence; None when nothing is known that listens.

    A dishonest program, a camera or a key logger is not seen by this.
    """
    set_ = next((name for name in sorted(os.environ) if name.startswith(TRACES)), None)
    if set_ is not None:
        text = _("{name} is set and would write down what is pressed. Start again without it, or use papers.")
        return text.format(name=set_)
    recorder = next((name for name in _ancestors() if name in RECORDERS), None)
    if recorder is not None:
        text = _("This terminal is recorded by {name}. Start again outside of it, or use papers.")
        return text.format(name=recorder)
    return None


def _ancestors() -> Iterator[str]:
    """The names of the programs this one runs under, the nearest first, where the system tells."""
    number = os.getppid()
    while number > 1:
        try:
            told = Path(f"/proc/{number}/stat").read_text("utf-8", "replace")
        except OSError:
            return
        name, _bracket, rest = told.partition("(")[2].rpartition(")")
        yield name
        number = int(rest.split()[1])


def prepare() -> None:
    """Nothing private is left behind: files for this user only, no memory image, no raw stack on screen."""
    os.umask(0o077)
    for size in ("COLUMNS", "LINES"):  # believed before the window itself, whatever size it has since
        os.environ.pop(size, None)
    faulthandler.disable()
    _no_memory_image()
    for stream in (sys.__stdout__, sys.__stderr__):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _no_memory_image() -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def handle_signals(app: Any) -> None:
    """A closed window or a request to end ends the app in good order; after a stop by force it comes back."""
    loop = asyncio.get_running_loop()
    end = partial(app.exit, return_code=ENDED_BY_SIGNAL)
    deeds = {
        "SIGTERM": end,
        "SIGHUP": end,
        "SIGTSTP": partial(_step_back, app),
        "SIGCONT": partial(_come_back, app),
    }
    for name, deed in deeds.items():
        number = getattr(signal, name, None)
        if number is not None:
            _on_signal(loop, number, deed)


def _step_back(running: Any) -> None:
    """Hand the terminal back and stop, as asked; in the loop, since Textual's own handler may meet a lock."""
    if running._driver is not None:
        running._driver._sigtstp_application()


def _come_back(stopped: Any) -> None:
    """Take the terminal again, and paint all of it.

    After a stop that it was not told of Textual takes it a second time, reads it twice from then on, and
    hands it back as it found it then; and after any stop it paints only what changes.
    """
    driver = stopped._driver
    if driver is None or stopped._exit:
        return
    if not driver._must_signal_resume:
        driver.suspend_application_mode()
    driver.resume_application_mode()
    stopped.refresh(layout=True)


def _on_signal(loop: asyncio.AbstractEventLoop, number: int, deed: Callable[[], None]) -> None:
    """Do something in the loop when a signal comes; the loop takes its handlers with it when it ends.

    The loop's own handler wakes it, and loses a signal among many keys, since both come through one pipe that
    may be full; Python's loses none, and wakes nobody. So both.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    with suppress(NotImplementedError):
        loop.add_signal_handler(number, _wake)
    signal.signal(number, lambda _number, _frame: loop.call_soon_threadsafe(deed))


def _wake() -> None:
    """Nothing more than having been called."""
