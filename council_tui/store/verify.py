"""The record checked against itself, in slices: pages, chain, facts, what triggers keep, the schema.

Nothing here is written by name for a kind of fact: a new one is checked like the others.
"""

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from council_tui.domain.ids import MeetingId, Seq
from council_tui.domain.verdicts import MOST, Check, Fault, Wrong
from council_tui.store import compare, file, journal, migrate
from council_tui.store.act import Reader

SLICE = 1_000
"""Entries a slice."""
_ENTRIES = (
    "SELECT seq, CAST(body AS BLOB) AS body, CAST(hash AS BLOB) AS hash"
    f" FROM journal WHERE seq > ? ORDER BY seq LIMIT {SLICE}"
)
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"


def whole(at: Reader) -> Check:
    """The beginning of a check of everything."""
    return Check(file=file_id(at))


def after(at: Reader, seq: int, head: str) -> Check:
    """The beginning of a check of what follows an entry that was checked before."""
    tables = len(at.query(_TABLES))
    return Check(
        seq=seq, head=head, begun=seq, pages=tables, ids=compare.last_rows(at, seq), file=file_id(at)
    )


def advance(at: Reader, check: Check) -> Check:
    """The next slice: one table's pages, or about a thousand entries and their facts."""
    if check.done:
        return check
    try:
        tables = [str(row["name"]) for row in at.query(_TABLES)]
        if check.pages < len(tables):
            return _pages(at, check, tables[check.pages])
        return _settled(at, _entries(at, check))
    except sqlite3.DatabaseError as error:
        if file.busy(error):
            raise
        fault = Fault(Wrong.PAGES, detail=str(error))
        return replace(check, faults=(*check.faults, fault)[:MOST], done=True)


def file_id(at: Reader) -> str:
    """The record book's own id; empty before its first entry."""
    rows = at.query("SELECT body FROM journal WHERE seq = 1 AND json_valid(body)")
    found = at.query("SELECT json_extract(?, '$.file') AS file", [rows[0]["body"]]) if rows else []
    return str(found[0]["file"] or "") if found else ""


def _pages(at: Reader, check: Check, table: str) -> Check:
    said = [str(row[0]) for row in at.query(f"PRAGMA integrity_check('{table}')")]
    faults = [] if said == ["ok"] else [Fault(Wrong.PAGES, table, detail=said[0])]
    return replace(check, pages=check.pages + 1, faults=(*check.faults, *faults)[:MOST])


def _entries(at: Reader, check: Check) -> Check:
    if not check.file:  # the book's first entry may have come since the check began
        check = replace(check, file=file_id(at))
    rows = at.query(_ENTRIES, [check.seq])
    faults = list(_chain(rows, check))
    last = rows[-1]["seq"] if rows else check.seq
    head = rows[-1]["hash"].decode("ascii", "replace") if rows else check.head
    found = compare.entries(at, check.seq + 1, last, check.ids)
    faults += [*found.faults, *compare.derived(at, check.seq + 1, last)]
    check = replace(
        check, seq=last, head=head, ids=found.ids, facts=check.facts + found.facts, done=len(rows) < SLICE
    )
    if check.done:
        faults += _closing(at, check)
        check = replace(check, at=_clock(at, last))
    return _with(check, faults)


def _chain(rows: Iterable[sqlite3.Row], check: Check) -> Iterable[Fault]:
    """Each entry hashes to what is kept beside it, and ends in the hash of the one before."""
    last, before = check.seq, {check.head}
    book = f'"file":"{check.file}"'.encode()
    for row in rows:
        seq, body, kept = row["seq"], row["body"], row["hash"].decode("ascii", "replace")
        hashed = hashlib.sha256(journal.DOMAIN + body).hexdigest()
        ends = tuple(f'"prev":"{prev}","seq":{seq},"v":1}}'.encode() for prev in before)
        if seq != last + 1:
            yield Fault(Wrong.ENTRY_MISSING, "journal", last + 1, Seq(last + 1))
        elif hashed != kept:
            yield Fault(Wrong.ENTRY_CHANGED, "journal", seq, Seq(seq))
        elif not body.endswith(ends) or book not in body:
            yield Fault(Wrong.ENTRY_UNCHAINED, "journal", seq, Seq(seq))
        last, before = seq, {kept, hashed}


def _closing(at: Reader, check: Check) -> Iterable[Fault]:
    """What can only be said when the last entry was read, in the same picture."""
    if at.fingerprint() != migrate.expected():
        yield Fault(Wrong.SCHEMA)
    for row in at.query("SELECT seq FROM journal WHERE seq < 1 LIMIT 20"):
        yield Fault(Wrong.ENTRY_UNCHAINED, "journal", row["seq"], Seq(row["seq"]))
    yield from compare.derived(at, check.seq + 1, journal.LARGEST)
    yield from compare.derived(at, -journal.LARGEST, 0)
    yield from compare.beyond(at, check.ids)
    yield from compare.strays(at, check.ids)


def _with(check: Check, faults: list[Fault]) -> Check:
    """The check with what was found, each thing once."""
    every = tuple(dict.fromkeys([*check.faults, *faults]))[:MOST]
    return replace(check, faults=every, done=check.done or len(every) == MOST)


def _settled(at: Reader, check: Check) -> Check:
    """Say of each fault to which meeting it belongs, once all are found."""
    if not check.done or not check.faults:
        return check
    return replace(check, faults=tuple(_placed(at, fault) for fault in check.faults))


def _clock(at: Reader, seq: int) -> str:
    rows = at.query(
        "SELECT json_extract(body, '$.at') AS at FROM journal WHERE seq = ? AND json_valid(body)", [seq]
    )
    return str(rows[0]["at"]) if rows else ""


_MEETING = """
SELECT coalesce(
  json_extract(j.body, '$.data.meeting[0].id'),
  (SELECT t.value FROM json_tree(j.body, '$.data') AS t WHERE t.key = 'meeting' AND t.type = 'integer'),
  (SELECT v.meeting FROM json_tree(j.body, '$.data') AS t JOIN vote_opened AS v ON v.id = t.value
   WHERE t.key = 'vote'),
  (SELECT m.meeting FROM json_tree(j.body, '$.data') AS t JOIN moved AS m ON m.proposal = t.value
   WHERE t.key = 'proposal'),
  (SELECT s.meeting FROM json_tree(j.body, '$.data') AS t JOIN sealed AS s ON s.id = t.value
   WHERE t.key = 'seal')) AS meeting
FROM journal AS j WHERE j.seq = ? AND json_valid(j.body)"""
"""The first meeting that the facts of an entry speak of."""


def _placed(at: Reader, fault: Fault) -> Fault:
    """The fault, and the meeting its entry speaks of."""
    rows = at.query(_MEETING, [fault.seq])
    id = rows[0]["meeting"] if rows else None
    known = at.query("SELECT id, year, number FROM meeting WHERE id = ?", [id])
    if not known:
        return fault
    found = known[0]
    return replace(fault, meeting=MeetingId(found["id"]), year=found["year"], number=found["number"])
