"""Facts held against what their entries say of them: rows, private texts, and rows no entry names."""

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache

from council_tui.domain.ids import Seq
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Erased, Fact
from council_tui.domain.verdicts import MOST, Fault, Wrong
from council_tui.store import guards, shape
from council_tui.store.act import Reader

_SAID = """
SELECT j.seq AS seq, d.key AS name, f.value AS said, json_extract(f.value, '$.id') AS id
FROM journal AS j CROSS JOIN json_each(j.body, '$.data') AS d CROSS JOIN json_each(d.value) AS f
WHERE j.seq BETWEEN ? AND ?"""
"""Every fact that some entries speak of, as the text that is in the entry."""

_TEXTS = """
SELECT t.id AS id, t.entry AS entry, t.{field} AS hash,
  CAST(p.salt AS BLOB) AS salt, CAST(p.value AS BLOB) AS value
FROM {table} AS t LEFT JOIN private AS p ON p.fact = '{table}' AND p.row = t.id AND p.field = '{field}'
WHERE t.id BETWEEN ? AND ?"""


@dataclass(slots=True)
class Found:
    """What comparing some entries came to."""

    ids: dict[str, int]
    """The last row of each table that was named."""
    facts: int = 0
    faults: list[Fault] = field(default_factory=list)


def entries(at: Reader, low: int, high: int, ids: Mapping[str, int]) -> Found:
    """Compare the facts of the entries from `low` to `high` with their rows; `ids` is where they go on."""
    found = Found(dict(ids))
    _entries(at, low, high, found)
    return found


def _entries(at: Reader, low: int, high: int, found: Found) -> None:
    """Halve the stretch where SQLite cannot read it, until the one entry is left that it cannot."""
    before, facts = dict(found.ids), found.facts
    try:
        said: dict[str, list[sqlite3.Row]] = defaultdict(list)
        for row in at.query(_SAID, [low, high]):
            said[str(row["name"])].append(row)
        for table, rows in said.items():
            if table in shape.kinds():
                _table(at, shape.kinds()[table], rows, found)
            else:
                found.faults.append(Fault(Wrong.FACT_MISSING, table, seq=Seq(rows[0]["seq"])))
    except sqlite3.OperationalError:
        found.ids, found.facts = before, facts
        if low == high:
            found.faults.append(Fault(Wrong.ENTRY_UNREADABLE, "journal", low, Seq(low)))
            return
        middle = (low + high) // 2
        _entries(at, low, middle, found)
        _entries(at, middle + 1, high, found)


@cache
def _rows(table: str) -> str:
    """The rows of a stretch, each as the text that its entry should have of it."""
    names = sorted(["id", *(column.name for column in shape.columns(shape.kinds()[table]))])
    pairs = ", ".join(f"'{name}', {name}" for name in names)
    return f"SELECT id, entry, json_object({pairs}) AS kept FROM {table} WHERE id BETWEEN ? AND ?"


@cache
def _alike(table: str) -> str:
    """Whether a row says what an entry says, value by value: an older entry has fewer of them."""
    names = [column.name for column in shape.columns(shape.kinds()[table])]
    same = " AND ".join(f"t.{name} IS json_extract(?1, '$.{name}')" for name in names)
    return f"SELECT {same} AS same FROM {table} AS t WHERE t.id = ?2"


def _table(at: Reader, kind: type[Fact], said: list[sqlite3.Row], found: Found) -> None:
    """One kind of fact: rows run on without a gap, so what is skipped is what no entry names."""
    table = kind.TABLE
    named = [row["id"] for row in said if isinstance(row["id"], int)]
    low, high = min(named, default=1), max(named, default=0)
    rows = {row["id"]: row for row in at.query(_rows(table), [low, high])}
    for each in said:
        wrong = _fact(at, table, each, rows.get(each["id"]))
        if wrong is not None:
            found.faults.append(Fault(wrong, table, each["id"], Seq(each["seq"])))
    last = found.ids.get(table, 0)
    if named != list(range(last + 1, last + 1 + len(said))):
        top = min(max(high, last), last + len(said) + MOST)
        found.faults.extend(_unnamed(at, table, sorted(set(range(last + 1, top + 1)) - set(named))))
    found.ids[table] = max(high, last)
    found.facts += len(said)
    found.faults.extend(_texts(at, kind, last + 1, found.ids[table]))


def _fact(at: Reader, table: str, said: sqlite3.Row, row: sqlite3.Row | None) -> Wrong | None:
    if row is None:
        return Wrong.FACT_MISSING
    if row["entry"] != said["seq"]:
        return Wrong.FACT_CHANGED
    same = row["kept"] == said["said"] or at.query(_alike(table), [said["said"], row["id"]])[0]["same"]
    return None if same else Wrong.FACT_CHANGED


def _unnamed(at: Reader, table: str, ids: list[int]) -> Iterator[Fault]:
    for id in ids[:MOST]:
        for row in at.query(f"SELECT entry FROM {table} WHERE id = ?", [id]):
            yield Fault(Wrong.FACT_UNNAMED, table, id, Seq(row["entry"]))


def _texts(at: Reader, kind: type[Fact], low: int, high: int) -> Iterator[Fault]:
    """The private texts of a stretch of rows: each has its hash, or an entry says it was erased."""
    table = kind.TABLE
    fields = [column.name for column in shape.columns(kind) if column.private]
    if not fields:
        return
    for name in fields:
        for row in at.query(_TEXTS.format(table=table, field=name), [low, high]):
            wrong = _text(at, (table, row["id"], name), row)
            if wrong is not None:
                yield Fault(wrong, table, row["id"], Seq(row["entry"]), name)
    marks = ", ".join("?" * len(fields))
    strays = (
        f"SELECT row, field FROM private WHERE fact = ? AND row BETWEEN ? AND ? AND field NOT IN ({marks})"
    )
    for row in at.query(strays, [table, low, high, *fields]):
        yield Fault(Wrong.TEXT_STRAY, table, row["row"], detail=str(row["field"]))


def _text(at: Reader, place: tuple[str, int, str], row: sqlite3.Row) -> Wrong | None:
    if row["value"] is None:
        erased = at.query("SELECT 1 FROM erased WHERE fact = ? AND row = ? AND field = ?", place)
        return None if erased else Wrong.TEXT_MISSING
    hashed = hashlib.sha256(row["salt"] + row["value"]).hexdigest()
    return None if hashed == row["hash"] else Wrong.TEXT_CHANGED


def last_rows(at: Reader, seq: int) -> dict[str, int]:
    """The last row of each fact table that the entries up to `seq` named."""
    return {
        table: rows[0]["id"]
        for table in shape.kinds()
        if (rows := at.query(f"SELECT id FROM {table} WHERE entry <= ? ORDER BY id DESC LIMIT 1", [seq]))
    }


def beyond(at: Reader, ids: Mapping[str, int]) -> Iterator[Fault]:
    """Rows after the last that an entry named, or before the first possible one."""
    for table in shape.kinds():
        outside = f"SELECT id, entry FROM {table} WHERE id > ? OR id < 1 ORDER BY id LIMIT {MOST}"
        for row in at.query(outside, [ids.get(table, 0)]):
            yield Fault(Wrong.FACT_UNNAMED, table, row["id"], Seq(row["entry"]))


def strays(at: Reader, ids: Mapping[str, int]) -> Iterator[Fault]:
    """Private texts of no fact, and such as were to be erased."""
    fact = ""
    while rows := at.query("SELECT fact FROM private WHERE fact > ? ORDER BY fact LIMIT 1", [fact]):
        fact = rows[0]["fact"]
        outside = "SELECT row, field FROM private WHERE fact = ? AND (row > ? OR row < 1) LIMIT 20"
        for row in at.query(outside, [fact, ids.get(fact, 0) if fact in shape.kinds() else 0]):
            yield Fault(Wrong.TEXT_STRAY, fact, row["row"], detail=str(row["field"]))
    again = (
        f"SELECT p.fact AS fact, p.row AS row, p.field AS field, e.entry AS entry FROM {Erased.TABLE} AS e"
        " JOIN private AS p ON p.fact = e.fact AND p.row = e.row AND p.field = e.field"
    )
    for row in at.query(again):
        yield Fault(Wrong.TEXT_STRAY, row["fact"], row["row"], Seq(row["entry"]), str(row["field"]))


def derived(at: Reader, low: int, high: int) -> Iterator[Fault]:
    """What the trigger-kept table `fallen` holds and should not, or lacks."""
    for one, other in (("fallen", f"({guards.FALLEN})"), (f"({guards.FALLEN})", "fallen")):
        sql = f"SELECT entry FROM {one} WHERE entry BETWEEN ? AND ? EXCEPT SELECT entry FROM {other}"
        for row in at.query(f"{sql} WHERE entry BETWEEN ? AND ?", [low, high, low, high]):
            yield Fault(Wrong.DERIVED, "fallen", row["entry"], Seq(row["entry"]))
