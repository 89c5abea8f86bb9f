"""Looking and acting: `Reader` reads one picture, `Act` is one act in its transaction.

A function that takes a `Reader` cannot write, and the type checker knows it.
"""

import hashlib
import os
import sqlite3
from collections.abc import Sequence
from dataclasses import field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from council_tui.domain.errors import Unknown
from council_tui.domain.failures import CannotCopy, Doubled
from council_tui.domain.ids import PersonId, Seq
from council_tui.domain.lazily import dataclass
from council_tui.domain.people import PersonNamed
from council_tui.domain.record import Fact, Kept
from council_tui.domain.topics import Topic
from council_tui.domain.units import Owner
from council_tui.store import backup, clock, journal, migrate, shape

F = TypeVar("F", bound=Fact)
Value = str | int | None


class Reader:
    """One picture of the record. Views are functions of it."""

    def __init__(self, connection: sqlite3.Connection, moment: datetime):
        self._connection = connection
        self.moment = moment
        """The clock when this picture was taken: local, aware."""

    @property
    def now(self) -> str:
        """The moment as facts have it: `2023-02-08T19:41:05`."""
        return clock.local(self.moment)

    def query(self, sql: str, values: Sequence[Value] = ()) -> list[sqlite3.Row]:
        """All rows of a reading."""
        return self._connection.execute(sql, values).fetchall()

    def standing(self, kind: type[F], where: str = "1", values: Sequence[Value] = ()) -> list[Kept[F]]:
        """The standing facts of a kind, in the order in which they were recorded."""
        rows = self.query(f"SELECT * FROM {kind.TABLE}_standing WHERE {where} ORDER BY id", values)
        return [Kept(row["id"], Seq(row["entry"]), shape.fact(kind, row)) for row in rows]

    def one(self, kind: type[F], where: str, values: Sequence[Value]) -> Kept[F] | None:
        """The newest standing fact of a kind that fits; None when there is none."""
        rows = self.query(
            f"SELECT * FROM {kind.TABLE}_standing WHERE {where} ORDER BY id DESC LIMIT 1", values
        )
        return Kept(rows[0]["id"], Seq(rows[0]["entry"]), shape.fact(kind, rows[0])) if rows else None

    def recorded(self, kind: type[F], id: int) -> Kept[F] | None:
        """A fact as it was recorded, whether it stands or another one has replaced it since.

        Its private texts are left as their hashes.
        """
        rows = self.query(f"SELECT * FROM {kind.TABLE} WHERE id = ?", [id])
        return Kept(rows[0]["id"], Seq(rows[0]["entry"]), shape.fact(kind, rows[0])) if rows else None

    def copy_to(self, target: Path) -> int:
        """Copy the whole file to a new one, whole and verified; its size in bytes. Raises CannotCopy."""
        try:
            return backup.copy(self._connection, target)
        except (OSError, sqlite3.Error) as error:
            raise CannotCopy(str(target), isinstance(error, FileExistsError), str(error)) from error

    def data_version(self) -> int:
        """A number that changes when another process has committed."""
        return int(self.query("PRAGMA data_version")[0][0])

    def fingerprint(self) -> str:
        """What the schema is made of in this picture (`migrate.expected` says what it should be)."""
        return migrate.fingerprint(self._connection)


@dataclass(slots=True)
class Written:
    """What an act has put into the record so far."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    topics: set[Topic] = field(default_factory=set)


class Act(Reader):
    """One act: facts are added, and become durable together with their entry, or not at all."""

    def __init__(self, connection: sqlite3.Connection, moment: datetime):
        super().__init__(connection, moment)
        self.typed = ""
        """The time that was typed for what is recorded, a local moment; empty: the clock's."""
        self.written = Written()
        self.seq = Seq(journal.head(connection)[0] + 1)
        """The number of the entry this act will be."""

    def add(self, fact: Fact) -> int:
        """Keep a fact: its row, and the same values in the entry. Returns its id.

        Raises Doubled when only one such fact may stand and another does, Unknown when it speaks
        of something that is not there, BadNumber for a number no entry can hold.
        """
        kind = type(fact)
        id = self._next(kind.TABLE)
        plain: dict[str, Any] = {"id": id}
        for column in shape.columns(kind):
            value = column.plain(getattr(fact, column.name))
            plain[column.name] = self._hide(kind.TABLE, id, column.name, value) if column.private else value
        try:
            self._connection.execute(shape.insert(kind), [id, self.seq, *list(plain.values())[1:]])
        except sqlite3.IntegrityError as error:
            if str(error).startswith("only one may stand"):
                raise Doubled(kind.TABLE) from error
            if str(error).startswith("FOREIGN KEY"):
                raise Unknown(kind.TABLE, id) from error
            raise
        self.written.rows.setdefault(kind.TABLE, []).append(plain)
        self.written.topics.add(kind.TOPIC)
        return id

    def erase(self, table: str, row: int, field: str) -> None:
        """Forget a private text, and what it is found by; its hash stays. The caller adds `Erased`."""
        self._connection.execute(
            "DELETE FROM private WHERE fact = ? AND row = ? AND field = ?", [table, row, field]
        )
        if table == PersonNamed.TABLE:
            self._connection.execute("DELETE FROM name_key WHERE named = ?", [row])
        if table == Owner.TABLE:
            self._connection.execute("DELETE FROM owner_key WHERE owner = ?", [row])

    def index_name(self, named: int, keys: Sequence[str]) -> None:
        """Keep the keys a name is found by (a rebuildable index, outside the journal)."""
        self._connection.execute("DELETE FROM name_key WHERE named = ?", [named])
        self._connection.executemany("INSERT INTO name_key VALUES (?, ?)", [(named, key) for key in keys])

    def index_owner(self, owner: int, keys: Sequence[str]) -> None:
        """Keep the keys an owner is found by (a rebuildable index, outside the journal)."""
        self._connection.executemany("INSERT INTO owner_key VALUES (?, ?)", [(key, owner) for key in keys])

    def draft(self, screen: str, field: str, text: str) -> None:
        """Keep a text that is being typed, outside the journal; an empty one is forgotten."""
        if text:
            self._connection.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", [screen, field, text])
        else:
            self._connection.execute("DELETE FROM draft WHERE screen = ? AND field = ?", [screen, field])

    def finish(self, kind: str, by: PersonId, file: str) -> bool:
        """Append the entry of this act; False when it recorded nothing."""
        if not self.written.rows:
            return False
        journal.append(
            self._connection,
            {
                "at": clock.stamp(self.moment),
                "by": by,
                "data": self.written.rows,
                "file": file,
                "kind": kind,
                "seq": self.seq,
            },
        )
        return True

    def _next(self, table: str) -> int:
        return int(self.query(f"SELECT coalesce(max(id), 0) + 1 FROM {table}")[0][0])

    def _hide(self, table: str, row: int, field: str, value: Value) -> str:
        journal.check_text(str(value))
        salt = os.urandom(16).hex()
        self._connection.execute(
            "INSERT INTO private VALUES (?, ?, ?, ?, ?)", [table, row, field, salt, value]
        )
        return hidden(salt, str(value))


def hidden(salt: str, value: str) -> str:
    """What stands in the entry instead of a private text: SHA-256 of salt and text."""
    return hashlib.sha256((salt + value).encode("utf-8")).hexdigest()
