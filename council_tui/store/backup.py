"""Copies of the whole file: always whole, always verified, 0600."""

import contextlib
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from council_tui.store import journal


def copy(connection: sqlite3.Connection, target: Path) -> int:
    """Copy the open database to a new file; its size in bytes.

    Raises FileExistsError when `target` exists, OSError or sqlite3.Error when it cannot be
    written; nothing half-written stays.
    """
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        _fill(connection, target)
        _sync(target)
    except BaseException:
        for path in (target, target.with_name(target.name + "-journal")):
            with contextlib.suppress(OSError):
                path.unlink()
        raise
    return target.stat().st_size


def _fill(connection: sqlite3.Connection, target: Path) -> None:
    made = sqlite3.connect(target, isolation_level=None)
    try:
        connection.backup(made, progress=_patience())
        if made.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("the copy is not whole")
        if journal.head(made) != journal.head(connection):
            raise sqlite3.DatabaseError("the copy is of another moment")
    finally:
        made.close()


def _patience() -> Callable[[int, int, int], None]:
    """Python tries a copy again for ever, also where it waits for itself: give up after five seconds."""
    tries = iter(range(20))

    def progress(status: int, _remaining: int, _total: int) -> None:
        stalled = status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
        if stalled and (status == sqlite3.SQLITE_LOCKED or next(tries, None) is None):
            raise sqlite3.OperationalError("the file is being written")

    return progress


def _sync(target: Path) -> None:
    """See the copy, and on POSIX its name in the folder, onto the disk."""
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def before_migration(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Keep the file as it was before its schema changes, beside it; the copy's path."""
    number = 1
    while True:
        target = path.with_name(f"{path.name}.v{version}.{number}.backup")
        try:
            copy(connection, target)
        except FileExistsError:
            number += 1
        else:
            return target
