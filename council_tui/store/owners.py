"""An owners' vote as it stands: who may answer, their papers, the figures by heads and area."""

import sqlite3
from collections.abc import Sequence

from council_tui.domain.counts import Count
from council_tui.domain.ids import OwnerId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.owners import MOST_RECENT, Tally
from council_tui.domain.record import Entry
from council_tui.domain.unitlists import Answer
from council_tui.domain.units import (
    AreaCounted,
    Candidate,
    Mended,
    OwnerEntitled,
    Paper,
    PaperCorrected,
    UnitBallot,
)
from council_tui.domain.votes import VoteClosed, VoteOpened, Way
from council_tui.store import shape
from council_tui.store.act import Reader
from council_tui.store.units import LAST, name_key

NAMED = 3
"""So many of an owner's units are named."""

_NAME = """coalesce((SELECT p.value FROM private AS p
  WHERE p.fact = 'owner' AND p.row = e.owner AND p.field = 'name'), '') AS name"""

_PAPERS = f"""
SELECT b.id, b.owner, b.answer, e.units, e.area, {_NAME},
  coalesce((SELECT o.number FROM unit_owned_standing AS o WHERE o.owner = b.owner
    ORDER BY length(o.number), o.number LIMIT 1), '') AS number,
  coalesce((SELECT r.answer FROM unit_ballot AS r WHERE r.id = b.replaces), 'none') AS before
FROM unit_ballot AS b JOIN owner_entitled AS e ON e.vote = b.vote AND e.owner = b.owner
"""


@dataclass(frozen=True, slots=True)
class Place:
    """An owner's place in a vote."""

    open: bool
    entitled: bool
    ballot: int | None
    """The id of their standing paper, one taken back included."""
    answer: Answer
    """What it says; NONE without one."""


def running(at: Reader) -> VoteId | None:
    """The owners' vote that is open; None without one."""
    rows = at.query(
        "SELECT v.id FROM vote_opened_standing AS v WHERE v.way = ?"
        " AND NOT EXISTS (SELECT 1 FROM vote_closed_standing AS c WHERE c.vote = v.id)"
        " AND NOT EXISTS (SELECT 1 FROM vote_abandoned_standing AS a WHERE a.vote = v.id)",
        [str(Way.UNITS)],
    )
    return VoteId(rows[0]["id"]) if rows else None


def place(at: Reader, vote: VoteId, owner: OwnerId) -> Place | None:
    """An owner's place in a vote; None when no such vote of owners stands."""
    opened = at.one(VoteOpened, "id = ?", [vote])
    if opened is None or opened.fact.way is not Way.UNITS:
        return None
    ballot = at.one(UnitBallot, "vote = ? AND owner = ?", [vote, owner])
    return Place(
        open=running(at) == vote,
        entitled=at.one(OwnerEntitled, "vote = ? AND owner = ?", [vote, owner]) is not None,
        ballot=ballot.id if ballot is not None else None,
        answer=ballot.fact.answer if ballot is not None else Answer.NONE,
    )


def tally(at: Reader, vote: VoteId) -> Tally:
    """The papers so far, counted whole: once for a picture, not at every key.

    Who may answer stands as long as the vote does: they are facts of its entry, and never replaced.
    """
    whole = at.query(
        "SELECT count(*) AS heads, coalesce(sum(area), 0) AS area FROM owner_entitled WHERE vote = ?",
        [vote],
    )[0]
    rows = at.query(
        "SELECT b.answer, count(*) AS heads, sum(e.area) AS area FROM unit_ballot_standing AS b"
        " JOIN owner_entitled AS e ON e.vote = b.vote AND e.owner = b.owner WHERE b.vote = ?"
        " GROUP BY b.answer",
        [vote],
    )
    by = {str(row["answer"]): row for row in rows}
    return Tally(
        _count(whole["heads"], by, "heads", area=_count(whole["area"], by, "area")), recent(at, vote)
    )


def _count(roll: int, by: dict[str, sqlite3.Row], measure: str, area: Count | None = None) -> Count:
    """The figures by one measure; present are all whose paper came back."""
    names = ("yes", "no", "abstain", "invalid")
    yes, no, abstain, invalid = (int(by[name][measure]) if name in by else 0 for name in names)
    return Count(roll, yes + no + abstain + invalid, yes, no, abstain, invalid, area=area)


def recent(at: Reader, vote: VoteId) -> tuple[Paper, ...]:
    """The last papers that stand, the newest first; looked for from the end, without the vote's index."""
    rows = at.query(
        f"{_PAPERS} WHERE +b.vote = ? AND b.answer <> 'none'"
        " AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.entry = b.entry)"
        " AND NOT EXISTS (SELECT 1 FROM unit_ballot AS n WHERE n.replaces = b.id"
        " AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.entry = n.entry))"
        f" ORDER BY b.id DESC LIMIT {MOST_RECENT:d}",
        [vote],
    )
    return tuple(map(_paper, rows))


def closed(at: Reader, vote: VoteId, figures: VoteClosed) -> Tally | None:
    """The figures a vote of owners was closed with."""
    area = at.one(AreaCounted, "vote = ?", [vote])
    opened = at.one(VoteOpened, "id = ?", [vote])
    if area is None or opened is None:
        return None
    count = _closed(opened.fact.roll, figures, area=_closed(area.fact.roll, area.fact))
    return Tally(count, (), _mended(at, vote) if figures.replaces is not None else ())


def before(tally: Tally, number: int, figures: VoteClosed) -> Tally:
    """The figures as they stood before one of the corrections; `figures`: those by heads."""
    if number >= len(tally.mended):
        return tally
    area = tally.mended[number].before
    count = _closed(tally.count.roll, figures, area=_closed(area.roll, area))
    return Tally(count, (), tally.mended[:number])


def _mended(at: Reader, vote: VoteId) -> tuple[Mended, ...]:
    """Old and new figures by area of every correction, oldest first; what was announced is never undone."""
    rows = at.query(
        "SELECT * FROM area_counted WHERE vote = ? AND entry NOT IN (SELECT entry FROM fallen) ORDER BY id",
        [vote],
    )
    counted = [shape.fact(AreaCounted, row) for row in rows]
    corrected = at.standing(PaperCorrected, "vote = ?", [vote])
    return tuple(
        Mended(old, new, each.fact.asker)
        for old, new, each in zip(counted, counted[1:], corrected, strict=False)
    )


def counted(at: Reader, vote: VoteId) -> int | None:
    """The id of the standing figures by area."""
    found = at.one(AreaCounted, "vote = ?", [vote])
    return found.id if found is not None else None


def _closed(roll: int, told: VoteClosed | AreaCounted, area: Count | None = None) -> Count:
    present = told.yes + told.no + told.abstain + told.invalid
    return Count(roll, present, told.yes, told.no, told.abstain, told.invalid, area=area)


def papers(at: Reader, entries: Sequence[Entry]) -> list[tuple[Entry, Paper]]:
    """Entries of papers, each with what it says."""
    return [
        (entry, _paper(at.query(f"{_PAPERS} WHERE b.id = ?", [entry.facts[0].id])[0])) for entry in entries
    ]


def candidates(at: Reader, vote: VoteId, typed: str, most: int) -> list[Candidate]:
    """Whom something typed may mean: a unit of exactly that number first, then such as begin so."""
    number, key = typed.strip(), name_key(typed)
    rows = at.query(
        "SELECT owner, min(rank) AS rank, min(size) AS size, min(number) AS number FROM ("
        " SELECT o.owner, o.number <> ?2 AS rank, length(o.number) AS size, o.number"
        " FROM unit_owned_standing AS o WHERE o.number >= ?2 AND o.number < ?3"
        " UNION ALL SELECT k.owner, 2 + (k.key <> ?4), length(k.key), '' FROM owner_key AS k"
        " WHERE k.key >= ?4 AND k.key < ?5 LIMIT 500"
        ") AS f WHERE EXISTS (SELECT 1 FROM owner_entitled AS e WHERE e.vote = ?1 AND e.owner = f.owner)"
        f" GROUP BY owner ORDER BY min(rank), min(size), min(number), owner LIMIT {most:d}",
        [vote, number, number + LAST, key, key + LAST],
    )
    return [_candidate(at, vote, OwnerId(row["owner"]), row["number"]) for row in rows]


def candidate(at: Reader, vote: VoteId, owner: OwnerId) -> Candidate:
    """One owner of a vote."""
    return _candidate(at, vote, owner, "")


def _candidate(at: Reader, vote: VoteId, owner: OwnerId, number: str) -> Candidate:
    entitled = at.query(
        f"SELECT e.units, e.area, {_NAME} FROM owner_entitled AS e WHERE e.vote = ? AND e.owner = ?",
        [vote, owner],
    )[0]
    numbers = at.query(
        "SELECT o.number FROM unit_owned_standing AS o JOIN unit_standing AS u ON u.number = o.number"
        f" WHERE o.owner = ? AND u.counts ORDER BY o.number <> ?, length(o.number), o.number LIMIT {NAMED:d}",
        [owner, number],
    )
    ballot = at.one(UnitBallot, "vote = ? AND owner = ?", [vote, owner])
    return Candidate(
        owner=owner,
        name=entitled["name"],
        numbers=tuple(row["number"] for row in numbers),
        units=entitled["units"],
        area=entitled["area"],
        answer=ballot.fact.answer if ballot is not None else Answer.NONE,
    )


def _paper(row: sqlite3.Row) -> Paper:
    return Paper(
        ballot=row["id"],
        owner=OwnerId(row["owner"]),
        name=row["name"],
        number=row["number"],
        units=row["units"],
        area=row["area"],
        before=Answer(row["before"]),
        answer=Answer(row["answer"]),
    )
