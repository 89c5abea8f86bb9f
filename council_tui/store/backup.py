"""Copies of the whole file: always whole, always verified, 0600."""

import contextlib
import os
import sqlite3
from pathlib import Path


def copy(connection: sqlite3.Connection, target: Path) -> int:
    """Copy the open database to a new file; its size in bytes.

    Raises FileExistsError when `target` exists, OSError or sqlite3.Error when it cannot be
    written; nothing half-written stays.
    """
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        _fill(connection, target)
    except BaseException:
        with contextlib.suppress(OSError):
            target.unlink()
        raise
    return target.stat().st_size


def _fill(connection: sqlite3.Connection, target: Path) -> None:
    made = sqlite3.connect(target, isolation_level=None)
    try:
        connection.backup(made)
        if made.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("the copy is not whole")
    finally:
        made.close()
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def before_migration(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Keep the file as it was before its schema changes, beside it; the copy's path."""
    target = path.with_name(f"{path.name}.v{version}.backup")
    if not target.exists():
        copy(connection, target)
    return target
