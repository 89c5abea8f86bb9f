"""Other hands at a council's file: what somebody with the sqlite3 command line could do to it."""

import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path


def copied(path: Path, name: str = "copy.db") -> Path:
    """A copy of a closed file."""
    target = path.with_name(name)
    shutil.copyfile(path, target)
    return target


def edit(path: Path, *statements: str, values: Sequence[object] = ()) -> None:
    """Run SQL on a file with every trigger out of the way, and put them back so that nothing shows."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN")
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement, values)
    for _, sql in triggers:
        connection.execute(sql)
    connection.execute("COMMIT")
    connection.close()
