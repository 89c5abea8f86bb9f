"""The single writer's lock: on `<file>.lock`, never on the database.

POSIX drops SQLite's own locks whenever this process closes any handle of the same file,
so nothing here ever opens the database itself.
"""

import os
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]
try:
    import msvcrt
except ImportError:
    msvcrt = None  # type: ignore[assignment]


def take(path: Path) -> IO[bytes] | None:
    """The lock of a council's file, held until it is closed; None when another window has it.

    Raises OSError when the lock file cannot be made (a read-only folder).
    """
    descriptor = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    file = os.fdopen(descriptor, "r+b")
    try:
        _hold(file)
    except OSError:
        file.close()
        return None
    return file


def _hold(file: IO[bytes]) -> None:
    if fcntl is not None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    elif msvcrt is not None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
