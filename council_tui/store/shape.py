"""How a fact's fields stand in its table: the one place that knows both dataclass and row."""

import json
import operator
import sqlite3
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from council_tui.domain.counts import BadNumber
from council_tui.domain.facts import FACTS
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import PRIVATE, Fact

F = TypeVar("F", bound=Fact)
Plain = str | int | None
LARGEST = 2**53 - 1
"""The largest number that every reader of JSON holds exactly."""


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a fact and how it is stored."""

    name: str
    type: type
    """`int`, `str`, `bool`, `tuple` or a StrEnum."""
    nullable: bool
    private: bool

    def plain(self, value: Any) -> Plain:
        """The value as SQLite and the journal keep it: a number or a text, and never the one for the other.

        Raises BadNumber, or TypeError: a STRICT column would turn `5` into `"5"`, and the entry would not.
        """
        if value is None:
            return None
        if self.type is tuple:
            return json.dumps([_whole(operator.index(each)) for each in value], separators=(",", ":"))
        if self.type in {int, bool}:
            return _whole(operator.index(value))
        if not isinstance(value, str):
            raise TypeError(f"{self.name}: {value!r} is not a text")
        return str(self.type(value))

    @property
    def reader(self) -> Callable[[Any], Any] | None:
        """What makes the fact's value of a stored one; None where it is the same."""
        if self.type in {int, str}:
            return None
        if self.type is tuple:
            return lambda stored: tuple(json.loads(stored))
        if issubclass(self.type, StrEnum):
            return {str(choice): choice for choice in self.type}.__getitem__
        return self.type


def _whole(value: int) -> int:
    """A number that SQLite and the journal hold exactly. Raises BadNumber."""
    if abs(value) > LARGEST:
        raise BadNumber(value)
    return int(value)


def _bare(hint: Any) -> tuple[type, bool, bool]:
    """A hint's stored type, whether it may be None, whether it is private. No fact's hint is a text."""
    private = PRIVATE in getattr(hint, "__metadata__", ())
    if private:
        hint = typing.get_args(hint)[0]
    nullable = typing.get_origin(hint) in {types.UnionType, typing.Union} and type(None) in typing.get_args(
        hint
    )
    if nullable:
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    if typing.get_origin(hint) is tuple:
        return tuple, nullable, private
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    return hint, nullable, private


@cache
def kinds() -> Mapping[str, type[Fact]]:
    """Every kind of fact by the name of its table."""
    return {kind.TABLE: kind for kind in FACTS}


@cache
def _columns(table: str) -> tuple[Column, ...]:
    kind = kinds()[table]
    return tuple(Column(field.name, *_bare(field.type)) for field in fields(kind))


def columns(kind: type[Fact]) -> tuple[Column, ...]:
    """The columns of a kind of fact, in the order of its fields, `replaces` included."""
    return _columns(kind.TABLE)


@cache
def _names(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in _columns(table))


@cache
def _readers(table: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """Only the columns whose values are made: a view reads thousands of facts."""
    found = ((column.name, column.reader) for column in _columns(table))
    return tuple((name, reader) for name, reader in found if reader is not None)


@cache
def _insert(table: str) -> str:
    names = ["id", "entry", *(column.name for column in _columns(table))]
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


def insert(kind: type[Fact]) -> str:
    """The statement that keeps one fact of this kind: `id`, `entry`, then its columns."""
    return _insert(kind.TABLE)


def fact(kind: type[F], row: sqlite3.Row | dict[str, Any]) -> F:
    """A row of the table, or of its standing view, as the fact it is.

    Raises sqlite3.DatabaseError for a row that no fact can have been.
    """
    values = {name: row[name] for name in _names(kind.TABLE)}
    try:
        for name, read in _readers(kind.TABLE):
            if values[name] is not None:
                values[name] = read(values[name])
        return kind(**values)
    except (ValueError, TypeError, KeyError) as error:
        raise sqlite3.DatabaseError(f"{kind.TABLE} {row['id']}") from error


def choices(column: Column) -> tuple[str, ...]:
    """The words a column may hold; empty when it is free."""
    if isinstance(column.type, type) and issubclass(column.type, StrEnum):
        return tuple(str(choice) for choice in column.type)
    return ()
