"""What every fact table gets besides its columns: guards, its standing view, its "only one may stand".

Made anew by each migration from `domain.facts`, so that a new kind of fact cannot lack them.
"""

import sqlite3
from collections.abc import Callable

from council_tui.domain.facts import FACTS
from council_tui.domain.record import Fact
from council_tui.store import shape

_NEVER = """
CREATE TRIGGER {table}_never_changed BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, 'a fact is never changed'); END"""

_KEPT = """
CREATE TRIGGER {table}_never_deleted BEFORE DELETE ON {table}
BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END"""

_NEW = """
CREATE TRIGGER {table}_never_overwritten BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})
BEGIN SELECT RAISE(ABORT, 'a fact is never overwritten'); END"""

_ONE = """
CREATE TRIGGER {table}_one_stands BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table}_standing AS s WHERE {same} AND s.id IS NOT NEW.replaces)
BEGIN SELECT RAISE(ABORT, 'only one may stand: {table}'); END"""

_REPLACED = """
CREATE TRIGGER {table}_replaces_what_stands BEFORE INSERT ON {table}
WHEN NEW.replaces IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM {table}_standing AS s WHERE s.id = NEW.replaces{same})
BEGIN SELECT RAISE(ABORT, 'only one may stand: {table}'); END"""

_STANDING = """
CREATE VIEW {table}_standing AS
SELECT f.id, f.entry, {columns}
FROM {table} AS f
WHERE NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.entry = f.entry)
  AND NOT EXISTS (
    SELECT 1 FROM {table} AS newer
    WHERE newer.replaces = f.id AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.entry = newer.entry))"""

_STANDING_AMONG = """
SELECT f.id, f.entry, {columns}
FROM {table} AS f
WHERE {it} AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.entry = f.entry)
  AND NOT EXISTS (
    SELECT 1 FROM {table} AS newer WHERE newer.replaces = f.id AND {newer}
      AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.entry = newer.entry))"""

_PRIVATE = (
    "COALESCE((SELECT p.value FROM private AS p"
    " WHERE p.fact = '{table}' AND p.row = f.id AND p.field = '{field}'), '') AS {field}"
)

FALLEN = """
SELECT reversed AS entry FROM reversal AS r
WHERE r.id = (SELECT max(id) FROM reversal WHERE reversed = r.reversed) AND NOT r.stands"""
"""What the table `fallen` must hold: entries whose last reversal made them fall."""

_FALL = f"""
CREATE TRIGGER reversal_moves AFTER INSERT ON reversal
BEGIN
  DELETE FROM fallen WHERE entry = NEW.reversed;
  INSERT INTO fallen (entry) SELECT entry FROM ({FALLEN}) WHERE entry = NEW.reversed;
END"""


def _standing(kind: type[Fact]) -> str:
    return _STANDING.format(table=kind.TABLE, columns=_columns(kind))


def standing_among(kind: type[Fact], read: Callable[..., str]) -> str:
    """What would stand of a kind if only some of its facts had been recorded, as a query.

    `read`: the condition by which a row (`read(row="f")`) is one of them.
    """
    return _STANDING_AMONG.format(
        table=kind.TABLE, columns=_columns(kind), it=read(row="f"), newer=read(row="newer")
    )


def _columns(kind: type[Fact]) -> str:
    columns = [
        _PRIVATE.format(table=kind.TABLE, field=column.name) if column.private else f"f.{column.name}"
        for column in shape.columns(kind)
    ]
    return ", ".join(columns)


def statements() -> list[str]:
    """The views and triggers, in the order in which they can be made."""
    made = [text.format(table="journal", key="seq") for text in (_NEVER, _KEPT, _NEW)]
    for kind in FACTS:
        made += [text.format(table=kind.TABLE, key="id") for text in (_NEVER, _KEPT, _NEW)]
        made.append(_standing(kind))
        same = [f"s.{name} IS NEW.{name}" for name in kind.ONE]
        made.append(_REPLACED.format(table=kind.TABLE, same="".join(f" AND {each}" for each in same)))
        if same:
            made.append(_ONE.format(table=kind.TABLE, same=" AND ".join(same)))
    return [text.strip() for text in [*made, _FALL]]


def renew(connection: sqlite3.Connection) -> None:
    """Drop every view and trigger of the file and make them again, inside the caller's transaction."""
    old = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type IN ('view', 'trigger')"
    ).fetchall()
    for what, name in sorted(tuple(each) for each in old):
        connection.execute(f'DROP {what} IF EXISTS "{name}"')
    for text in statements():
        connection.execute(text)
