"""A program in a pseudo-terminal with a stopwatch: when its first frame was whole, how long a key took."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

ROWS, COLUMNS = 36, 120
SILENT, STILL = 0.3, 0.05
"""Seconds without a byte after which the first frame, and what a key painted, is whole."""
PATIENCE = 20.0

ASKED, ANSWERED = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""Whether frames may be sent whole: as most terminals do, this one says yes."""


class Timed:
    """A running program. Use it in a `with`: it is killed at the end."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str]):
        self.started = time.perf_counter()
        pid, self._tty = pty.fork()
        if pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execvpe(words[0], list(words), dict(environment))
        self.pid = pid
        self.sent = b""
        """Everything the program has painted."""

    def __enter__(self) -> "Timed":
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._tty)

    def first_frame(self) -> float:
        """Milliseconds from the start until the last byte of the first frame."""
        return self._until(self._quiet(SILENT) or self.started, self.started)

    def key(self, keys: str, silent: float = STILL) -> float:
        """Milliseconds from a key, or many typed ahead, to the last byte painted. Raises TimeoutError."""
        before = time.perf_counter()
        os.write(self._tty, keys.encode())
        last = self._quiet(silent)
        if last is None:
            raise TimeoutError(f"{keys!r} painted nothing")
        return self._until(last, before)

    def _quiet(self, silent: float) -> float | None:
        """Read until nothing came for so long after the first byte; when the last byte came."""
        last: float | None = None
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            if select.select([self._tty], [], [], PATIENCE if last is None else silent)[0]:
                read = os.read(self._tty, 1 << 18)
                last = time.perf_counter()
                self.sent += read
                if ASKED in read:
                    os.write(self._tty, ANSWERED)
            elif last is not None:
                break
        return last

    def _until(self, last: float, before: float) -> float:
        return (last - before) * 1000
