"""A fact and its table say the same: columns, types, and the words a column may hold."""

import re
import sqlite3
import types
import typing
from dataclasses import FrozenInstanceError, fields, is_dataclass
from enum import StrEnum
from typing import Annotated, Any

import pytest

from council_tui.domain.facts import FACTS
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact, Private
from council_tui.store import migrate

Shape = tuple[str, bool, frozenset[str]]
"""A column's type in SQL, whether it may be NULL, and the words it is held to."""


def plain(hint: Any) -> tuple[Any, bool]:
    """A field's bare type, and whether it may be None."""
    if typing.get_origin(hint) is Annotated:
        hint = typing.get_args(hint)[0]
    parts = typing.get_args(hint) if typing.get_origin(hint) in {types.UnionType, typing.Union} else (hint,)
    bare = next(part for part in parts if part is not type(None))
    while hasattr(bare, "__supertype__"):
        bare = bare.__supertype__
    return typing.get_origin(bare) or bare, type(None) in parts


def of_field(hint: Any) -> Shape:
    """What a field's column has to be."""
    bare, optional = plain(hint)
    if bare is bool:
        return "INTEGER", optional, frozenset({"0", "1"})
    if issubclass(bare, StrEnum):
        return "TEXT", optional, frozenset(str(word) for word in bare)
    return "INTEGER" if issubclass(bare, int) else "TEXT", optional, frozenset()


def wanted(kind: type[Fact]) -> dict[str, Shape]:
    """The columns a kind of fact asks for."""
    hints = typing.get_type_hints(kind, include_extras=True)
    own = {"id": ("INTEGER", True, frozenset[str]()), "entry": ("INTEGER", False, frozenset[str]())}
    return own | {field.name: of_field(hints[field.name]) for field in fields(kind)}


def held(sql: str, column: str) -> frozenset[str]:
    """The words of `CHECK (column IN (...))`."""
    match = re.search(rf"CHECK \({column} IN \(([^)]*)\)\)", sql)
    return frozenset(word.strip().strip("'") for word in match[1].split(",")) if match else frozenset()


def made(connection: sqlite3.Connection, table: str) -> dict[str, Shape]:
    """The columns a table has."""
    sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", [table]).fetchone()
    rows = connection.execute('SELECT name, type, "notnull" FROM pragma_table_info(?)', [table]).fetchall()
    return {name: (kind, not notnull, held(sql[0], name)) for name, kind, notnull in rows}


@pytest.fixture(scope="module")
def schema() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate.apply(connection)
    return connection


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.TABLE)
def test_a_fact_and_its_table_agree(kind: type[Fact], schema: sqlite3.Connection):
    assert made(schema, kind.TABLE) == wanted(kind)


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.TABLE)
def test_a_fact_is_frozen_and_its_table_strict(kind: type[Fact], schema: sqlite3.Connection):
    assert is_dataclass(kind)
    with pytest.raises(FrozenInstanceError):
        object.__new__(kind).replaces = 1  # type: ignore[misc]
    assert not hasattr(kind, "__dict__") or "__slots__" in vars(kind)
    strict = schema.execute("SELECT strict FROM pragma_table_list WHERE name = ?", [kind.TABLE]).fetchone()
    assert strict == (1,)


def test_no_two_facts_share_a_table():
    assert len({kind.TABLE for kind in FACTS}) == len(FACTS)


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Planted(Fact):
    TABLE = "planted"

    name: Private[str]
    colour: Colour | None
    lit: bool
    order: tuple[int, ...]


RIGHT = """CREATE TABLE planted (id INTEGER PRIMARY KEY, entry INTEGER NOT NULL, replaces INTEGER,
name TEXT NOT NULL, colour TEXT CHECK (colour IN ('red', 'blue')), lit INTEGER NOT NULL CHECK (lit IN (0, 1)),
"order" TEXT NOT NULL) STRICT"""


@pytest.mark.parametrize(
    ("old", "new", "agrees"),
    [
        ("", "", True),
        ("'red', 'blue'", "'red'", False),
        ("'red', 'blue'", "'red', 'blue', 'green'", False),
        (" CHECK (colour IN ('red', 'blue'))", "", False),
        (" CHECK (lit IN (0, 1))", "", False),
        ("name TEXT NOT NULL", "name TEXT", False),
        ("name TEXT NOT NULL,", "", False),
        ('"order" TEXT', '"order" INTEGER', False),
        ("lit INTEGER", "more TEXT, lit INTEGER", False),
    ],
)
def test_a_table_that_differs_is_found(old: str, new: str, agrees: bool):
    connection = sqlite3.connect(":memory:")
    connection.execute(RIGHT.replace(old, new) if old else RIGHT)
    assert (made(connection, "planted") == wanted(Planted)) is agrees
