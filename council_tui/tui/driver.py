"""The terminal as Textual reads and writes it: no faster than it goes, and only as long as it is there.

Textual spins on a terminal that is gone, whose end of input it takes for a pause, and waits for ever for room
in what is to be written to it.
"""

import asyncio
import os
import signal
import threading
import time
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.drivers._writer_thread import WriterThread
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

CORNER = "\x1b[1;1H"
"""What a whole frame begins with: to the upper left."""

WAITING = 500
"""So many keys may wait for the program: more than anybody types ahead."""


def forgiving(encoding: str) -> Callable[[], Any]:
    """A decoder that shows what it cannot read, and goes on, until there is no terminal to read from."""
    decoder: Any = getincrementaldecoder(encoding)

    class Forgiving(decoder):  # type: ignore[misc]
        """Text from bytes as they come."""

        def decode(self, typed: bytes, final: bool = False) -> Any:
            """The text; EOFError for a read that brought nothing, as it is once the window is gone."""
            if not typed and not final:
                raise EOFError
            return super().decode(typed, final)

    kind: Any = Forgiving
    return partial(kind, errors="replace")


def paced(driver: Any) -> Any:
    """A driver that reads no faster than its app can follow, so that what waits never fills the memory."""

    class Paced(driver):  # type: ignore[misc]
        """Reads a terminal; a text pasted without brackets waits in the terminal."""

        def start_application_mode(self) -> None:
            """Take the terminal, and follow the size of its window."""
            super().start_application_mode()
            _follow_size(self)

        def run_input_thread(self) -> None:
            """Read until the end; a terminal that is gone is no error of ours, anything else is."""
            try:
                super().run_input_thread()
            except (OSError, EOFError):
                raise
            except Exception as error:
                self._app.call_later(self._app._handle_exception, error)

        def process_message(self, message: Message) -> None:
            """Hand a key or click on, when there is room."""
            while _waiting(self._app) > WAITING and not self.exit_event.is_set():
                time.sleep(0.005)
            super().process_message(message)

    return Paced


def _waiting(running: Any) -> int:
    """How many messages wait for the app and the field in focus; at the end there is no field."""
    from textual.app import ScreenStackError

    try:
        field = running.focused
    except (KeyError, ScreenStackError):
        return 0
    return sum(each._message_queue.qsize() for each in (running, field) if each is not None)


def _follow_size(driver: Any) -> None:
    """Tell the app every new size of the window, read when its turn comes.

    Textual reads it in the signal: where the next signal interrupts that, the newer size is told first, and
    the older one stays. And it paints nothing for a size that has come back, though the terminal has cut off
    what it showed.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()

    def tell() -> None:
        """At the end the app has no screens any more."""
        size = Size(*driver._get_terminal_size())
        driver._writer_thread.forget()
        driver._app.post_message(Resize(size, size))
        with suppress(KeyError):
            driver._app.refresh(layout=True)

    signal.signal(signal.SIGWINCH, lambda _number, _frame: loop.call_soon_threadsafe(tell))


class Brush(WriterThread):
    """Paints as long as there is a terminal; afterwards it takes what it is given, so that nobody waits.

    What the terminal shows already is not painted again: Textual's first frame comes twice.
    """

    _begun = ""
    """A frame's first bytes, held until it has others."""
    _shown = ""
    """What was painted last."""

    def write(self, text: str) -> None:
        """Paint a text, or a frame begun before it and ended after it."""
        if text == SYNC_START:
            self._begun = text
        elif text == SYNC_END and self._begun:
            self._begun = ""
        elif text != self._shown or not text.startswith(CORNER):
            super().write(self._begun + text)
            self._begun, self._shown = "", text if text != SYNC_END else self._shown

    def forget(self) -> None:
        """The terminal may show anything now."""
        self._shown = ""

    def run(self) -> None:
        """Paint until told to stop; what cannot be painted goes nowhere, as does all after it."""
        try:
            super().run()
        except OSError:
            _go_nowhere(self._file.fileno())
            while self._queue.get() is not None:
                continue


def _go_nowhere(number: int) -> None:
    """Whatever is still written under this file number is lost, and is no error."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)
