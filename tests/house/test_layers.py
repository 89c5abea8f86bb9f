"""What import-linter cannot see: a pure domain, SQL in one place, POSIX in two."""

import ast
import re
import sys

import pytest

from tests.house.source import Source, called, calls, sources, strings, written

IMPURE = frozenset(
    {"os", "io", "pathlib", "sqlite3", "time", "random", "secrets", "uuid", "locale", "gettext", "asyncio"}
    | {"ctypes", "glob", "logging", "shutil", "signal", "socket", "subprocess", "tempfile", "threading"}
)
"""Parts of the standard library that know a clock, a file, a language, a process or chance."""
OUTSIDE = frozenset({"now", "today", "utcnow", "open", "float"})
"""Calls that ask the world, or count inexactly."""

SQL = re.compile(
    r"\b(SELECT\s.*\b(FROM|WHERE)\b|SELECT \w+\(|INSERT (OR \w+ )?INTO|DELETE FROM|UPDATE \S+ SET|PRAGMA \w|"
    r"(CREATE|DROP|ALTER) (TEMP )?(TABLE|VIEW|INDEX|TRIGGER)|BEGIN IMMEDIATE|VACUUM|SAVEPOINT|ROLLBACK TO)",
    re.DOTALL,
)

POSIX = frozenset({"fcntl", "grp", "pty", "pwd", "resource", "termios", "tty"})
POSIX_HOMES = frozenset({"tui/safety.py", "store/lock.py"})
"""The two files with POSIX-only calls, each with a fallback."""


def imports(tree: ast.AST) -> list[str]:
    """The full name of every module imported."""
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found += [name.name for name in names]
            case ast.ImportFrom(module=module, level=level):
                found.append("." * level + (module or ""))
    return found


def impure(source: Source) -> list[str]:
    """What a file of the domain imports or calls, and may not."""
    pure = sys.stdlib_module_names - IMPURE
    found = [
        name
        for name in imports(source.tree)
        if name.split(".")[0] not in pure and not f"{name}.".startswith("council_tui.domain.")
    ]
    return found + [f"{called(call)}()" for call in calls(source.tree) if called(call) in OUTSIDE]


def sql(source: Source) -> list[str]:
    """Texts that are SQL."""
    return [str(node.value)[:40] for node in strings(source.tree) if SQL.search(str(node.value))]


def posix(source: Source) -> list[str]:
    """Modules imported that Windows has not."""
    return [name for name in imports(source.tree) if name in POSIX]


@pytest.mark.parametrize(
    "source", [each for each in sources() if each.layer == "domain"], ids=lambda s: s.name
)
def test_the_domain_is_pure(source: Source):
    assert impure(source) == []


@pytest.mark.parametrize(
    "source", [each for each in sources() if each.layer != "store"], ids=lambda s: s.name
)
def test_sql_stands_in_the_store_only(source: Source):
    assert sql(source) == []


@pytest.mark.parametrize("source", [s for s in sources() if s.name not in POSIX_HOMES], ids=lambda s: s.name)
def test_what_windows_has_not_is_imported_in_two_files_only(source: Source):
    assert posix(source) == []


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("import os", ["os"]),
        ("from sqlite3 import connect", ["sqlite3"]),
        ("def f():\n    import time", ["time"]),
        ("import rich", ["rich"]),
        ("from council_tui.store import act", ["council_tui.store"]),
        ("from council_tui import store", ["council_tui"]),
        ("from . import votes", ["."]),
        ("a = datetime.now()", ["now()"]),
        ("a = date.today()", ["today()"]),
        ("a = open('b')", ["open()"]),
        ("a = float('1')", ["float()"]),
        ("import re\nfrom datetime import date\nfrom council_tui.domain import votes\nimport hashlib", []),
    ],
)
def test_what_is_impure_is_found(text: str, problems: list[str]):
    assert impure(written("domain/a.py", text)) == problems


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a = 'SELECT * FROM vote'", True),
        ("a = f'''SELECT choice\nFROM {table}'''", True),
        ("a = 'SELECT count(*)'", True),
        ("a = 'INSERT OR IGNORE INTO vote'", True),
        ("a = 'DELETE FROM vote'", True),
        ("a = 'UPDATE vote SET choice = 1'", True),
        ("a = 'PRAGMA user_version'", True),
        ("a = 'CREATE TABLE vote'", True),
        ("a = 'BEGIN IMMEDIATE'", True),
        ("a = 'Select a person from the list.'", False),
        ("a = 'Begin the meeting, and update it.'", False),
        ("def f():\n    '''Runs a SELECT a FROM b.'''", False),
    ],
)
def test_sql_is_told_from_a_sentence(text: str, found: bool):
    assert bool(sql(written("usecases/a.py", text))) is found


def test_a_module_of_posix_is_found():
    assert posix(written("cli/a.py", "try:\n    import fcntl\nexcept ImportError:\n    pass")) == ["fcntl"]
