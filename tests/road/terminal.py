"""A terminal that a test can read: the program in a real pseudo-terminal, and what it paints as a screen.

A test waits for what a user would wait for (`wait_for`), never for time to pass. Every byte the program
sent is kept in `sent`, for audits of what data may cause.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import pyte
from rich.cells import cell_len

from tests.road.audit import left_on
from tests.road.glass import Glass

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
"""Seconds until a wait is given up: far more than it takes, since other tests run beside."""

SETTINGS = ("COUNCIL_TUI_", "XDG_", "LC_", "TEXTUAL", "PYTEST_", "NO_COLOR", "LANGUAGE", "COLUMNS", "LINES")
"""What somebody may have set, and no test wants to depend on."""

KEYS: Mapping[str, bytes] = {
    "enter": b"\r",
    "escape": b"\x1b",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "backspace": b"\x7f",
    "delete": b"\x1b[3~",
    "space": b" ",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "f1": b"\x1bOP",
    "f2": b"\x1bOQ",
    "f3": b"\x1bOR",
    "f4": b"\x1bOS",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
    "f7": b"\x1b[18~",
    "f8": b"\x1b[19~",
    **{f"ctrl+{chr(code + 96)}": bytes([code]) for code in range(1, 27)},
}
"""What an xterm sends for a key that has no character of its own."""


class Terminal:
    """The program in a window and a home of its own. Use it in a `with`: it is killed at the end."""

    def __init__(
        self,
        *words: str,
        home: Path,
        size: tuple[int, int] = (80, 24),
        clock: str | None = None,
        environment: Mapping[str, str] | None = None,
        command: Sequence[str] = (sys.executable, "-m", "council_tui"),
    ):
        """`words` follow `council-tui`; `size`: columns and rows; `clock`: where its clock starts."""
        self.home = home
        self.sent = bytearray()
        """Every byte the program has written to the terminal."""
        self._glass = Glass(*size)
        self._stream = pyte.ByteStream(self._glass)
        settings = _environment(home) | dict(environment or {})
        if clock:
            settings["COUNCIL_TUI_CLOCK"] = clock
        self._fd, inside = pty.openpty()
        self.resize(*size)
        self._before = termios.tcgetattr(self._fd)
        self.process = subprocess.Popen(
            [*command, *words],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            cwd=home,
            env=settings,
            start_new_session=True,
            preexec_fn=_own_the_terminal,  # noqa: PLW1509 - a hang-up goes only to whose terminal it is
        )
        os.close(inside)
        os.set_blocking(self._fd, False)
        self._open = True

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_error: object) -> None:
        self.kill()
        self.close()

    # What a user does.

    def send(self, *keys: str) -> None:
        """Press keys: `"1"`, `"enter"`, `"ctrl+s"`. After `"escape"` wait for what it does first."""
        for key in keys:
            self.write(KEYS[key] if len(key) > 1 else key.encode())

    def type(self, text: str) -> None:
        """Type a text, as an input method commits it: all at once."""
        self.write(text.encode("utf-8", "surrogatepass"))

    def fill(self, text: str) -> None:
        """Type a text and wait until its end is seen, so that a key may follow."""
        self.type(text)
        self.wait_for(text[-6:])

    def paste(self, text: str) -> None:
        """Paste a text, as a terminal brackets it."""
        self.write(b"\x1b[200~" + text.encode("utf-8", "surrogatepass") + b"\x1b[201~")

    def write(self, data: bytes) -> None:
        """Send bytes as they are; what the program paints meanwhile is read."""
        deadline = time.monotonic() + PATIENCE
        while data:
            self._look(0)
            _read, ready, _odd = select.select([], [self._fd], [], 0.05)
            if ready:
                data = data[os.write(self._fd, data[:4096]) :]
            elif time.monotonic() > deadline:
                raise AssertionError(f"The program takes no more: {len(data)} bytes left.\n{self}")

    def resize(self, columns: int, rows: int) -> None:
        """Make the window larger or smaller."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._glass.resize(rows, columns)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program and whatever it started."""
        os.killpg(self.process.pid, number)

    def close(self) -> None:
        """Close the window, whatever runs in it."""
        if self._open:
            self._open = False
            os.close(self._fd)

    def kill(self) -> None:
        """Kill the program as a flat battery would."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    # What a user sees.

    def wait_for(self, *wanted: str | re.Pattern[str], within: float = PATIENCE) -> str:
        """Wait until all of this stands on the screen, texts or patterns; the screen then."""
        return self._wait(lambda text: all(_found(each, text) for each in wanted), wanted, within)

    def wait_without(self, *gone: str | re.Pattern[str], within: float = PATIENCE) -> str:
        """Wait until none of this stands on the screen; the screen then."""
        return self._wait(lambda text: not any(_found(each, text) for each in gone), gone, within)

    def wait_for_cursor(self, column: int, row: int, within: float = PATIENCE) -> None:
        """Wait until the terminal's own cursor, which an input method follows, stands here; from 0."""
        self._wait(lambda _text: self.cursor == (column, row), [f"the cursor at {column}, {row}"], within)

    def wait_for_end(self, within: float = PATIENCE) -> int:
        """Wait until the program has ended; its exit code, below 0 for a signal."""
        deadline = time.monotonic() + within
        while self.process.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError(f"The program has not ended.\n{self}")
            if self._open:
                self._look(0.05)
            else:
                time.sleep(0.01)
        if self._open:
            self._look(0.05)
        return self.process.returncode

    def wait_until(self, is_so: Callable[[], bool], within: float = PATIENCE) -> None:
        """Wait until something is so; what is painted meanwhile is read."""
        self._wait(lambda _text: is_so(), [is_so], within)

    def watch(self, seconds: float) -> None:
        """Look on for so long, as one who presses no key."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0 and self.process.poll() is None:
            self._look(left)

    def is_held(self) -> bool:
        """Whether the program is held, as by SIGSTOP."""
        state = Path(f"/proc/{self.process.pid}/stat").read_text("utf-8")
        return state.rpartition(")")[2].split()[0] == "T"

    def screen_text(self) -> str:
        """What stands on the screen now, blanks at the ends of rows cut."""
        self._look(0)
        return "\n".join(self._glass.rows())

    def row(self, number: int) -> str:
        """One row of the screen, counted from 1 as `screens.md` does."""
        return self._glass.rows()[number - 1]

    def is_reversed(self, number: int, words: str) -> bool:
        """Whether a text in a row stands out against the rest of it, as the active tab does."""
        row = self._glass.buffer[number - 1]
        at = cell_len(self.row(number).partition(words)[0]) if words in self.row(number) else -1
        return at >= 0 and row[at].bg != row[0].bg

    @property
    def cursor(self) -> tuple[int, int]:
        """Where the terminal's own cursor stands: column and row, from 0."""
        self._look(0)
        return self._glass.cursor.x, self._glass.cursor.y

    def left_behind(self) -> list[str]:
        """What an ended program has not put back: terminal modes, and the settings of the line."""
        found = left_on(self.sent)
        return found + (["line settings"] if termios.tcgetattr(self._fd)[:4] != self._before[:4] else [])

    def __str__(self) -> str:
        frame = "-" * self._glass.columns
        return "\n".join([frame, *self._glass.rows(), frame, f"exit code: {self.process.poll()}"])

    # Within.

    def _wait(self, is_there: Callable[[str], bool], wanted: Iterable[object], within: float) -> str:
        deadline = time.monotonic() + within
        while not is_there(text := self.screen_text()):
            ended = self.process.poll() is not None
            if (not self._look(0.05) and ended) or time.monotonic() > deadline:
                raise AssertionError(f"Waited for {list(wanted)} in vain.\n{self}")
        return text

    def _look(self, patience: float) -> bool:
        """Read what the program has painted by now; whether there was anything."""
        seen = False
        while select.select([self._fd], [], [], 0 if seen else patience)[0]:
            try:
                read = os.read(self._fd, 65536)
            except OSError:
                return seen
            if not read:
                return seen
            seen = True
            self.sent += read
            self._stream.feed(read.replace(b"\x1b[<u", b""))
        return seen


def _found(wanted: str | re.Pattern[str], text: str) -> bool:
    return wanted in text if isinstance(wanted, str) else wanted.search(text) is not None


def _own_the_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _environment(home: Path) -> dict[str, str]:
    """The program's surroundings: this machine's, without anybody's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(SETTINGS)}
    return kept | {"HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
