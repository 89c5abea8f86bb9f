"""The file: found, judged, opened with every pragma read back, and still ours before each commit."""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from council_tui.store import backup, lock, migrate
from council_tui.store.errors import CannotOpen, FileMoved, Unfit, Waiting

MAGIC = b"SQLite format 3\0"
OLDEST = (3, 37, 0)
"""STRICT tables."""

PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("busy_timeout", "3000", 3000),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("fullfsync", "ON", 1),
)
"""Name, value to set, value to read back: why each, `shared/reliability.md` 3.1."""


@dataclass(slots=True)
class Opened:
    """An open file: the connection, and the lock when this window may write."""

    path: Path
    connection: sqlite3.Connection
    held: IO[bytes] | None
    identity: tuple[int, int]

    @property
    def read_only(self) -> bool:
        """Whether this window only looks."""
        return self.held is None

    def check_ours(self) -> None:
        """Raise FileMoved unless the path still leads to the file that was opened."""
        try:
            found = os.stat(self.path)
        except OSError as error:
            raise FileMoved(str(self.path)) from error
        if (found.st_dev, found.st_ino) != self.identity:
            raise FileMoved(str(self.path))

    def close(self) -> None:
        """Close the connection, then let the lock go."""
        self.connection.close()
        if self.held is not None:
            self.held.close()


def open_file(path: Path, *, create: bool = False, view_only: bool = False) -> Opened:
    """Open a council's file; make it first when `create` and there is none.

    Raises CannotOpen (the file is untouched) or Waiting.
    """
    _judge_place(path, create)
    held = None if view_only else _lock(path)
    try:
        connection = _connect(path, read_only=held is None)
        try:
            _prepare(path, connection, read_only=held is None)
        except BaseException:
            connection.close()
            raise
    except sqlite3.DatabaseError as error:
        _release(held)
        raise _why(path, error) from error
    except BaseException:
        _release(held)
        raise
    found = os.stat(path)
    return Opened(path, connection, held, (found.st_dev, found.st_ino))


def _release(held: IO[bytes] | None) -> None:
    if held is not None:
        held.close()


def _judge_place(path: Path, create: bool) -> None:
    if sqlite3.sqlite_version_info < OLDEST:
        raise CannotOpen(str(path), Unfit.OLD_SQLITE, sqlite3.sqlite_version)
    try:
        if path.is_dir():
            raise CannotOpen(str(path), Unfit.FOLDER)
        if not path.exists():
            if not create:
                raise CannotOpen(str(path), Unfit.MISSING)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            return
        with path.open("rb") as file:
            head = file.read(100)
    except (OSError, ValueError) as error:
        raise CannotOpen(str(path), Unfit.UNREADABLE, str(error)) from error
    if head and not head.startswith(MAGIC):
        raise CannotOpen(str(path), Unfit.FOREIGN)


def _lock(path: Path) -> IO[bytes] | None:
    if not os.access(path, os.W_OK):
        return None
    try:
        return lock.take(path)
    except OSError:
        return None


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    where = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
    connection = sqlite3.connect(where, uri=True, timeout=3.0, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def _prepare(path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
    for name, value, expected in PRAGMAS:
        if read_only and name == "journal_mode":
            continue
        connection.execute(f"PRAGMA {name} = {value}")
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != expected:
            raise CannotOpen(str(path), Unfit.DAMAGED, f"{name} = {found}")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    _judge_schema(path, connection, read_only=read_only)


def _judge_schema(path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if tables and application != migrate.APPLICATION:
        raise CannotOpen(str(path), Unfit.FOREIGN)
    if version > migrate.VERSION:
        raise CannotOpen(str(path), Unfit.NEWER, str(version))
    if version < migrate.VERSION:
        if read_only:
            raise CannotOpen(str(path), Unfit.UNREADABLE, f"version {version}")
        if tables:
            _check_pages(path, connection)
            backup.before_migration(connection, path, version)
        connection.execute("BEGIN IMMEDIATE")
        migrate.apply(connection)
        connection.execute("COMMIT")
    _check_pages(path, connection)
    if migrate.fingerprint(connection) != migrate.expected():
        raise CannotOpen(str(path), Unfit.DAMAGED, "schema")


def _check_pages(path: Path, connection: sqlite3.Connection) -> None:
    """SQLite's own check of every page."""
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise CannotOpen(str(path), Unfit.DAMAGED, str(found))


def _why(path: Path, error: sqlite3.DatabaseError) -> CannotOpen | Waiting:
    code = getattr(error, "sqlite_errorcode", 0)
    if (
        code & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
        or code == sqlite3.SQLITE_READONLY_ROLLBACK
    ):
        return Waiting(str(path))
    if code & 0xFF == sqlite3.SQLITE_FULL:
        return CannotOpen(str(path), Unfit.NO_ROOM, str(error))
    if code & 0xFF in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR}:
        return CannotOpen(str(path), Unfit.UNREADABLE, str(error))
    return CannotOpen(str(path), Unfit.DAMAGED, str(error))
