"""The schema: its steps, as SQL files counted in `user_version`, and its fingerprint."""

import hashlib
import re
import sqlite3
from collections.abc import Iterable
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
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    ).fetchall()
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    return _digest([(each[0], each[1], each[2], each[3]) for each in objects], application, version)


KNOWN = "80576bd8a52f3030b59eb66506ae6d802f99e09ebd619bfa827afdaed9c469d3"
"""What `expected` gives, so that a start need not work it out; a test holds it fresh."""


def sound(connection: sqlite3.Connection) -> bool:
    """Whether the schema is that of a file of this version."""
    found = fingerprint(connection)
    return found == KNOWN or found == expected()


@cache
def expected() -> str:
    """The fingerprint a sound file of this version has.

    Taken from the texts, because making them in memory costs a tenth of a start; so a step may
    only create things, and widen what a table takes (`_WIDENED`).
    """
    texts = [text for step in STEPS for text in split(step.read_text(encoding="utf-8"))]
    made = [text for text in texts if "PRAGMA writable_schema" not in text]
    widened = [found for text in made if (found := _WIDENED.search(text))]
    objects = [_named(text) for text in [*made, *guards.statements()] if not _WIDENED.search(text)]
    return _digest([_wide(each, widened) for each in objects], APPLICATION, VERSION)


_LITERAL = r"'((?:[^']|'')+)'"
_WIDENED = re.compile(
    rf"UPDATE sqlite_schema\s+SET sql = replace\(sql, {_LITERAL}, {_LITERAL}\)\s+WHERE name = '(\w+)'"
)
"""The one change of a table that a step may make: a constraint takes more than before."""


def _wide(found: tuple[str, str, str, str], widened: Iterable[re.Match[str]]) -> tuple[str, str, str, str]:
    """A statement as it reads after all changes of its table."""
    what, name, table, text = found
    for narrow, wide, of in (each.groups() for each in widened):
        if of == name:
            text = text.replace(narrow.replace("''", "'"), wide.replace("''", "'"))
    return what, name, table, text


_OBJECT = re.compile(r"CREATE (TABLE|VIEW|INDEX|TRIGGER) (\w+)(?: [A-Z ]*ON (\w+))?")


def _named(text: str) -> tuple[str, str, str, str]:
    """What `sqlite_master` says of a statement: type, name, table, text."""
    found = _OBJECT.search(text)
    if found is None:
        raise ValueError(text)
    what, name, table = found.groups()
    return what.lower(), name, table or name, text[found.start() :].rstrip(";")


def _digest(objects: Iterable[tuple[str, str, str, str]], application: int, version: int) -> str:
    text = "\0".join([str(application), str(version), *("\0".join(each) for each in sorted(objects))])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
