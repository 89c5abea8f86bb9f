"""What `doctor` asks of the store: SQLite, the settings of an open file as they read back, its size."""

import os
import shutil
import sqlite3
from pathlib import Path

from council_tui.domain.lazily import dataclass
from council_tui.store import file
from council_tui.store.act import Reader

UNVERIFIED = ("draft", "name_key")
"""Tables outside the journal that `verify` leaves out: texts being typed, and the index of names."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One pragma: what it should be, and what the open file says."""

    name: str
    wanted: str
    found: str


def sqlite_version() -> tuple[str, bool]:
    """SQLite's version, and whether it is new enough."""
    return sqlite3.sqlite_version, sqlite3.sqlite_version_info >= file.OLDEST


def view_settings(at: Reader) -> tuple[Setting, ...]:
    """Every pragma of the open file, read back."""
    wanted = {name: str(expected) for name, _value, expected in (*file.PRAGMAS, file.JOURNAL_MODE)}
    read = {name: at.query(f"PRAGMA {name}") for name in wanted}
    return tuple(Setting(name, value, str(read[name][0][0])) for name, value in wanted.items() if read[name])


def room(path: Path) -> tuple[int, bool]:
    """The bytes free where a file lies or is to lie, and whether its folder may be written."""
    folder = path.absolute().parent
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free, os.access(folder, os.W_OK)
