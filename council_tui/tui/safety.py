"""Between the program and the terminal: what goes in, what comes out, and how it ends.

Nothing here knows what the council does. POSIX-only parts each have a fallback.
"""

import asyncio
import faulthandler
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from io import TextIOWrapper
from typing import Any

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual._xterm_parser import XTermParser
from textual.color import Color
from textual.filter import LineFilter
from textual.message import Message

from council_tui.domain.plain import visible
from council_tui.wording.catalog import _

PASTED = 100_000
"""So many characters of one paste are taken in: more than any text may have, so that the rest is refused
and never kept in part."""

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"

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


def install_input_gate() -> None:
    """From now on no byte that is typed or pasted can stop the program or press a key it is not."""
    try:
        from textual.drivers import linux_driver
    except ImportError:
        return
    drivers: Any = linux_driver
    if drivers.XTermParser is not PasteGate:
        from council_tui.tui import driver

        drivers.getincrementaldecoder = driver.forgiving
        drivers.XTermParser = PasteGate
        drivers.WriterThread = driver.Brush
        drivers.LinuxDriver = driver.paced(drivers.LinuxDriver)


class PasteFilter:
    """What a terminal sends, with nothing in a paste but text: no escapes, no controls, no end of patience.

    Textual gives up on an escape sequence it does not know after 32 characters and presses them as keys.
    """

    def __init__(self) -> None:
        self._pasting = False
        self._held = ""
        """The last characters, which may be part of a mark that arrives in two pieces."""
        self._room = 0

    def passed(self, text: str) -> str:
        """What of `text` may go on."""
        return "".join(self._parts(text))

    def _parts(self, text: str) -> Iterator[str]:
        while text:
            part, text = self._pasted(text) if self._pasting else self._typed(text)
            yield part

    def _typed(self, text: str) -> tuple[str, str]:
        """What goes on at once, up to the beginning of a paste; and what follows."""
        seen = len(self._held)
        before, begins, after = (self._held + text).partition(PASTE_BEGINS)
        if begins:
            self._pasting, self._held, self._room = True, "", PASTED
            return (before + begins)[seen:], after
        self._held = before[-len(PASTE_BEGINS) + 1 :]
        return text, ""

    def _pasted(self, text: str) -> tuple[str, str]:
        """The text of a paste, as far as there is room; and what follows its end."""
        inside, ends, after = (self._held + text).partition(PASTE_ENDS)
        self._pasting, self._held = not ends, ""
        if not ends:
            kept = _begun(inside)
            inside, self._held = inside[: len(inside) - kept], inside[len(inside) - kept :]
        clean = inside[: self._room] if inside.isprintable() else _text_only(inside, self._room)
        self._room -= len(clean)
        return clean + ends, after


class PasteGate(XTermParser):
    """Textual's parser of what a terminal sends, behind a `PasteFilter`."""

    def __init__(self, debug: bool = False):
        super().__init__(debug)
        self._filter = PasteFilter()

    def feed(self, data: str) -> Iterable[Message]:
        """The messages that what arrived amounts to; an empty text means that the terminal is gone."""
        passed = self._filter.passed(data)
        if passed or not data:
            yield from super().feed(passed)


def _begun(text: str) -> int:
    """How many characters at the end of `text` may be the beginning of a paste's end."""
    return next((n for n in range(len(PASTE_ENDS) - 1, 0, -1) if text.endswith(PASTE_ENDS[:n])), 0)


def _text_only(text: str, room: int) -> str:
    """At most `room` characters, without controls other than breaks and tabs."""
    kept = (char for char in text if char >= " " and not "\x7f" <= char <= "\x9f" or char in "\n\r\t")
    return "".join(kept)[:room]


class OutputGate(LineFilter):
    """The last look at every line before it is painted: no control and no link of anybody's goes out.

    What is replaced took no room when the line was laid out; the line's blanks at its end make up for it.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The line as it may be painted; mostly itself."""
        if all(text.isprintable() and not (style and style.link) for text, style, _ in segments):
            return segments
        passed = [_harmless(segment) for segment in segments]
        return _narrowed(passed, _width(passed) - _width(segments))


def _harmless(segment: Segment) -> Segment:
    text, style, _control = segment
    if style and style.link:
        style = style.update_link(None)
    return Segment(visible(text).replace("\n", "\u240a"), style)


def _width(segments: Iterable[Segment]) -> int:
    return sum(cell_len(text) for text, _style, _control in segments)


def _narrowed(segments: list[Segment], excess: int) -> list[Segment]:
    """A line that lost `excess` cells from its end: blanks, before anything else."""
    narrowed = list(segments)
    for cut in (_blanks, cell_len):
        for at in range(len(narrowed) - 1, -1, -1):
            text, style, _control = narrowed[at]
            off = min(excess, cut(text))
            if off > 0:
                narrowed[at] = Segment(set_cell_size(text, cell_len(text) - off), style)
                excess -= off
    return narrowed


def _blanks(text: str) -> int:
    return len(text) - len(text.rstrip(" "))


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
