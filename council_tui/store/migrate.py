"""The schema: its steps, as SQL files counted in `user_version`, and its fingerprint."""

import hashlib
import sqlite3
from functools import cache
from pathlib import Path

from council_tui.store import guards

STEPS = tuple(sorted((Path(__file__).parent / "schema").glob("[0-9]*.sql")))
VERSION = len(STEPS)
APPLICATION = 0x636F7569
"""`application_id` of our files: "coui"."""


def split(text: str) -> list[str]:
    """The statements of an SQL file; triggers stay whole. (`executescript` would commit.)"""
    found, current = [], ""
    for line in text.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            found.append(current.strip())
            current = ""
    return found


def apply(connection: sqlite3.Connection) -> None:
    """Bring a file to the newest schema, inside the caller's transaction."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    for step in STEPS[version:]:
        for statement in split(step.read_text(encoding="utf-8")):
            connection.execute(statement)
    guards.renew(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def fingerprint(connection: sqlite3.Connection) -> str:
    """SHA-256 over every table, index, view and trigger, and the two numbers in the file's head."""
    objects = connection.execute(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master"
        " WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name"
    ).fetchall()
    numbers = [
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    ]
    return hashlib.sha256(repr(([tuple(each) for each in objects], numbers)).encode("utf-8")).hexdigest()


@cache
def expected() -> str:
    """The fingerprint a sound file of this version has, from one made in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        apply(connection)
        return fingerprint(connection)
    finally:
        connection.close()
