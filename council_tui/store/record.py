"""The journal read back: what was done, what stands, and how far undo reaches."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from council_tui.domain.ids import PersonId, Seq, VoteId
from council_tui.domain.record import BARRIERS, REVERSALS, Announced, Both, Entry, Fact, Kept, Names
from council_tui.domain.votes import ResultAnnounced
from council_tui.store import council, people, shape
from council_tui.store.act import Reader

_ENTRIES = (
    "SELECT j.seq, j.body, f.entry AS fallen FROM journal AS j LEFT JOIN fallen AS f ON f.entry = j.seq"
)

_FELL = """
SELECT min(r.reversed) AS entry FROM reversal AS r JOIN fallen AS f ON f.entry = r.reversed
WHERE r.id > coalesce((SELECT b.id FROM reversal AS b WHERE b.entry <= ? ORDER BY b.id DESC LIMIT 1), 0)"""
"""The oldest entry that was made to fall after another entry."""


def entries(at: Reader, limit: int, before: int | None = None) -> tuple[Entry, ...]:
    """The newest entries first, reversals left out."""
    found: list[Entry] = []
    undoable = True
    for row in _backwards(at, before):
        body = json.loads(row["body"])
        if body["kind"] in REVERSALS:
            continue
        stands = row["fallen"] is None
        undoable = undoable and body["kind"] not in BARRIERS
        found.append(_entry(at, body, stands=stands, undoable=undoable and stands))
        if len(found) >= limit:
            break
    return tuple(found)


def undo_from(at: Reader) -> Seq | None:
    """The entry that undo would make fall: the last standing one, unless it is a barrier."""
    for row in _backwards(at, None):
        kind = json.loads(row["body"])["kind"]
        if kind in REVERSALS or (row["fallen"] is not None and kind not in BARRIERS):
            continue
        return None if kind in BARRIERS else Seq(row["seq"])
    return None


def redo_from(at: Reader) -> Seq | None:
    """The entry that redo would make stand: the first that fell since anything new was recorded."""
    last = next(
        (row for row in _backwards(at, None) if json.loads(row["body"])["kind"] not in REVERSALS), None
    )
    if last is None:
        return None
    rows = at.query(_FELL, [last["seq"]])
    return Seq(rows[0]["entry"]) if rows[0]["entry"] is not None else None


def reaching(at: Reader, until: Seq) -> list[Seq]:
    """The standing entries from the newest back to `until`, newest first; empty across a barrier."""
    found: list[Seq] = []
    for row in _backwards(at, None):
        kind = json.loads(row["body"])["kind"]
        if kind in REVERSALS or row["fallen"] is not None:
            continue
        if kind in BARRIERS or row["seq"] < until:
            break
        found.append(Seq(row["seq"]))
    return found if found and found[-1] == until else []


def holds(at: Reader, table: str, row: int, field: str) -> bool:
    """Whether a private text is there."""
    return bool(
        at.query("SELECT 1 FROM private WHERE fact = ? AND row = ? AND field = ?", [table, row, field])
    )


def hash_of(at: Reader, seq: int) -> str:
    """The hash kept beside an entry of the journal; empty where there is no such entry."""
    rows = at.query("SELECT hash FROM journal WHERE seq = ?", [seq])
    return str(rows[0]["hash"]) if rows else ""


def drafts(at: Reader, screen: str) -> Mapping[str, str]:
    """Texts that were being typed on a screen, by field."""
    return {
        row["field"]: row["text"]
        for row in at.query("SELECT field, text FROM draft WHERE screen = ?", [screen])
    }


def drafted(at: Reader) -> tuple[str, ...]:
    """The forms in which texts lie half typed."""
    return tuple(row["screen"] for row in at.query("SELECT DISTINCT screen FROM draft ORDER BY screen"))


_PERSONS = frozenset({"mover", "seconder", "presenter", "chair", "asker", "holder"})
"""Fields beside `person` that hold one."""


def names(at: Reader, facts: Sequence[Fact]) -> Names:
    """What the people, items, proposals and votes in some facts are called."""
    named = council.named(at)
    seen: dict[str, set[int]] = {"person": set(), "item": set(), "proposal": set(), "vote": set()}
    for fact in facts:
        for column in shape.columns(type(fact)):
            value = getattr(fact, column.name)
            kind = "person" if column.name in _PERSONS else column.name
            if kind in seen and isinstance(value, int):
                seen[kind].add(value)
            if isinstance(value, tuple) and column.name in {"people", "consenting"}:
                seen["person"].update(value)
    return Names(
        people=people.called(at, seen["person"]),
        items=_texts(at, "item_written", "item", "title", seen["item"]),
        proposals=_texts(at, "proposal_written", "proposal", "text", seen["proposal"]),
        votes=_texts(at, "vote_opened", "id", "question", seen["vote"]),
        results=_results(at, {fact.vote for fact in facts if isinstance(fact, ResultAnnounced)}),
        lang=named.fact.lang if named is not None else "",
    )


def _texts(at: Reader, table: str, key: str, text: str, ids: set[int]) -> Mapping[int, Both]:
    marks = ", ".join("?" * len(ids))
    rows = at.query(
        f"SELECT {key}, {text}, {text}_2 FROM {table} WHERE {key} IN ({marks}) ORDER BY id", sorted(ids)
    )
    return {row[key]: (row[text], row[f"{text}_2"]) for row in rows}


def _results(at: Reader, votes: set[VoteId]) -> Mapping[int, Announced]:
    """What was announced: the figures that no correction had touched yet."""
    marks = ", ".join("?" * len(votes))
    rows = at.query(
        f"SELECT vote, carried, tie, yes, no, abstain FROM vote_closed AS c WHERE vote IN ({marks})"
        " AND entry < (SELECT max(a.entry) FROM result_announced AS a WHERE a.vote = c.vote)"
        " AND entry NOT IN (SELECT entry FROM fallen) ORDER BY id",
        sorted(votes),
    )
    return {
        row["vote"]: Announced(bool(row["carried"]), bool(row["tie"]), row["yes"], row["no"], row["abstain"])
        for row in rows
    }


def _backwards(at: Reader, before: int | None) -> Iterable[Any]:
    """The journal from its end, in pages of 64: undo mostly needs the last few."""
    last = before if before is not None else 2**53
    while rows := at.query(f"{_ENTRIES} WHERE j.seq < ? ORDER BY j.seq DESC LIMIT 64", [last]):
        yield from rows
        last = rows[-1]["seq"]


def _entry(at: Reader, body: dict[str, Any], *, stands: bool, undoable: bool) -> Entry:
    facts = tuple(
        Kept(row["id"], Seq(body["seq"]), _fact(at, table, row["id"]))
        for table, rows in sorted(body["data"].items())
        for row in rows
    )
    return Entry(
        seq=Seq(body["seq"]),
        at=body["at"],
        by=PersonId(body["by"]),
        kind=body["kind"],
        facts=facts,
        stands=stands,
        undoable=undoable,
    )


def _fact(at: Reader, table: str, id: int) -> Fact:
    """A fact whether it stands or not, its private texts put back."""
    kind = shape.kinds()[table]
    row = dict(at.query(f"SELECT * FROM {table} WHERE id = ?", [id])[0])
    for hidden in at.query("SELECT field, value FROM private WHERE fact = ? AND row = ?", [table, id]):
        row[hidden["field"]] = hidden["value"]
    return shape.fact(kind, row)
