"""The file: found, judged, opened with every pragma read back, and still ours before each commit.

Only SQLite ever opens the database itself: any other handle of this process, once closed,
would drop SQLite's locks on it.
"""

import os
import sqlite3
import stat
from pathlib import Path
from typing import IO

from council_tui.domain.failures import CannotOpen, FileMoved, Unfit, Waiting
from council_tui.domain.lazily import dataclass
from council_tui.store import backup, lock, migrate

OLDEST = (3, 37, 0)
"""STRICT tables."""
QUICK = 4 * 2**20
"""Bytes up to which every page is checked before the file is used; the start check does larger ones."""

PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("busy_timeout", "3000", 3000),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("fullfsync", "ON", 1),
    ("mmap_size", "0", 0),
)
"""Name, value to set, value to read back: why each, `shared/reliability.md` 3.1."""
JOURNAL_MODE = ("journal_mode", "DELETE", "delete")
"""Set last: it is the first thing that may write, and only into a file that was judged sound."""


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
    if sqlite3.sqlite_version_info < OLDEST:
        raise CannotOpen(str(path), Unfit.OLD_SQLITE, sqlite3.sqlite_version)
    held = None
    try:
        real = _place(path, create)
        _look_first(real)
        held = None if view_only else _lock(real)
        connection = _connect(real, read_only=held is None)
        try:
            _prepare(real, connection, create=create, read_only=held is None)
            found = os.stat(real)
        except BaseException:
            connection.close()
            raise
    except BaseException as error:
        if held is not None:
            held.close()
        raise _why(path, error) from error
    return Opened(real, connection, held, (found.st_dev, found.st_ino))


def recover(path: Path) -> bool:
    """Roll back what a crash left half-written, unless another window has the file; whether it was done."""
    try:
        held = lock.take(path)
    except OSError:
        return False
    if held is None:
        return False
    try:
        connection = _connect(path, read_only=False)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    finally:
        held.close()
    return True


def busy(error: BaseException) -> bool:
    """Whether another process is in the way for now (`SQLITE_BUSY`, `SQLITE_LOCKED`)."""
    return _code(error) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def hot(error: BaseException) -> bool:
    """Whether a crash left a journal that a window which only looks may not roll back."""
    return _code(error) == sqlite3.SQLITE_READONLY_ROLLBACK


def _code(error: BaseException) -> int:
    return getattr(error, "sqlite_errorcode", 0) or 0


def _place(path: Path, create: bool) -> Path:
    """Where the file really is, made empty if it may be."""
    if path.is_symlink() and not path.exists():
        raise CannotOpen(str(path), Unfit.MISSING)
    real = Path(os.path.realpath(path))
    if real.is_dir():
        raise CannotOpen(str(path), Unfit.FOLDER)
    if not real.exists():
        if not create:
            raise CannotOpen(str(path), Unfit.MISSING)
        make_folder(real.parent)
        os.close(os.open(real, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    elif not stat.S_ISREG(real.stat().st_mode):
        raise CannotOpen(str(path), Unfit.FOREIGN)
    return real


def make_folder(folder: Path) -> None:
    """A folder and those above it, 0700 each if new, whatever the umask. Raises OSError."""
    if not folder.exists():
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def _look_first(path: Path) -> None:
    """Judge whose file it is before anything could touch it; one with a hot journal is judged later."""
    connection = _connect(path, read_only=True)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        _judge(path, connection)
    except sqlite3.OperationalError as error:
        if not hot(error):
            raise
    finally:
        connection.close()


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


def _prepare(path: Path, connection: sqlite3.Connection, *, create: bool, read_only: bool) -> None:
    connection.execute("PRAGMA trusted_schema = OFF")
    version = _readable(path, connection)
    for pragma in PRAGMAS:
        _set(path, connection, *pragma)
    if version == 0 and not create:
        raise CannotOpen(str(path), Unfit.MISSING)
    if read_only:
        if version < migrate.VERSION:
            raise CannotOpen(str(path), Unfit.OLDER, str(version))
        connection.execute("PRAGMA query_only = ON")
    else:
        _set(path, connection, *JOURNAL_MODE)
        _migrate(path, connection, version)
    if os.stat(path).st_size <= QUICK:
        _check_pages(path, connection)


def _readable(path: Path, connection: sqlite3.Connection) -> int:
    """The version of a file that is ours; settles a crash's journal first where that is possible."""
    try:
        return _judge(path, connection)
    except sqlite3.OperationalError as error:
        if not hot(error) or not recover(path):
            raise
    return _judge(path, connection)


def _set(path: Path, connection: sqlite3.Connection, name: str, value: str, expected: object) -> None:
    connection.execute(f"PRAGMA {name} = {value}")
    row = connection.execute(f"PRAGMA {name}").fetchone()
    left_out = row is None and name == "mmap_size"  # a SQLite built without it cannot use it
    if not left_out and (row is None or row[0] != expected):
        raise CannotOpen(str(path), Unfit.UNREADABLE, f"{name} = {row and row[0]}")


def _judge(path: Path, connection: sqlite3.Connection) -> int:
    """The schema's version; 0 for a file with nothing in it. Raises CannotOpen."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if not (tables or application or version):
        return 0
    if application != migrate.APPLICATION:
        raise CannotOpen(str(path), Unfit.FOREIGN)
    if version > migrate.VERSION:
        raise CannotOpen(str(path), Unfit.NEWER, str(version))
    if version < 1 or (version == migrate.VERSION and not migrate.sound(connection)):
        raise CannotOpen(str(path), Unfit.DAMAGED, "schema")
    return version


def _migrate(path: Path, connection: sqlite3.Connection, version: int) -> None:
    if version == migrate.VERSION:
        return
    if version:
        _check_pages(path, connection)
        backup.before_migration(connection, path, version)
    connection.execute("BEGIN IMMEDIATE")
    migrate.apply(connection)
    connection.execute("COMMIT")
    if not migrate.sound(connection):
        raise CannotOpen(str(path), Unfit.DAMAGED, "schema")


def _check_pages(path: Path, connection: sqlite3.Connection) -> None:
    """SQLite's own check of every page."""
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise CannotOpen(str(path), Unfit.DAMAGED, str(found))


_FITS = {
    sqlite3.SQLITE_FULL: Unfit.NO_ROOM,
    sqlite3.SQLITE_NOTADB: Unfit.FOREIGN,
    sqlite3.SQLITE_CANTOPEN: Unfit.UNREADABLE,
    sqlite3.SQLITE_PERM: Unfit.UNREADABLE,
    sqlite3.SQLITE_IOERR: Unfit.UNREADABLE,
    sqlite3.SQLITE_READONLY: Unfit.UNREADABLE,
}


def _why(path: Path, error: BaseException) -> BaseException:
    """What opening ended with, as a refusal where it is one."""
    if isinstance(error, sqlite3.DatabaseError):
        if busy(error) or hot(error):
            return Waiting(str(path))
        return CannotOpen(str(path), _FITS.get(_code(error) & 0xFF, Unfit.DAMAGED), str(error))
    if isinstance(error, UnicodeError):
        return CannotOpen(str(path), Unfit.DAMAGED, type(error).__name__)
    if isinstance(error, (OSError, ValueError)):
        return CannotOpen(str(path), Unfit.UNREADABLE, str(error))
    return error
