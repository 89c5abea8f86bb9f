"""People as the roster shows them, and the roll as a meeting kept it."""

import sqlite3
from collections.abc import Iterable, Mapping

from council_tui.domain.ids import MeetingId, NamedId, PersonId
from council_tui.domain.people import PersonView
from council_tui.store.act import Reader

_PERSON = """
SELECT p.id, n.id AS named, n.name, n.latin, n.title, n.title_2, p.organisation,
  coalesce(t.phone, '') AS phone, s.seat, coalesce(s.category, '') AS category,
  coalesce(s.votes, 0) AS votes, s.id AS seated
FROM person_standing AS p
JOIN person_named_standing AS n ON n.person = p.id
LEFT JOIN seated_standing AS s ON s.person = p.id AND NOT s.ended
LEFT JOIN phone_given_standing AS t ON t.person = p.id
"""

_ROLL = """
SELECT r.person AS id, n.id AS named,
  coalesce(a.value, '') AS name, coalesce(l.value, '') AS latin,
  n.title, n.title_2, p.organisation, coalesce(t.phone, '') AS phone,
  r.seat, r.category, r.votes, NULL AS seated
FROM roll_member_standing AS r
JOIN person AS p ON p.id = r.person
JOIN person_named AS n ON n.id = r.named
LEFT JOIN private AS a ON a.fact = 'person_named' AND a.row = n.id AND a.field = 'name'
LEFT JOIN private AS l ON l.fact = 'person_named' AND l.row = n.id AND l.field = 'latin'
LEFT JOIN phone_given_standing AS t ON t.person = r.person
WHERE r.meeting = ?
ORDER BY r.seat, r.person
"""


def people(at: Reader) -> list[PersonView]:
    """Everybody, those with a seat first and by seat."""
    rows = at.query(_PERSON + "ORDER BY s.seat IS NULL, s.seat, p.id")
    return _views(at, rows)


def some(at: Reader, ids: Iterable[PersonId]) -> list[PersonView]:
    """These people as they are now."""
    wanted = sorted(set(ids))
    marks = ", ".join("?" * len(wanted))
    return _views(at, at.query(f"{_PERSON} WHERE p.id IN ({marks}) ORDER BY p.id", wanted)) if wanted else []


def person(at: Reader, id: PersonId) -> PersonView | None:
    """One person as they are now."""
    found = some(at, [id])
    return found[0] if found else None


def roll(at: Reader, meeting: MeetingId) -> list[PersonView]:
    """The roll as it stood when the meeting opened, by seat; empty before."""
    return _views(at, at.query(_ROLL, [meeting]))


def names(at: Reader, ids: Iterable[PersonId]) -> Mapping[PersonId, str]:
    """What people are called now."""
    return {view.id: view.name for view in some(at, ids)}


def next_seat(at: Reader) -> int:
    """The first seat number above all taken ones."""
    return int(at.query("SELECT coalesce(max(seat), 0) + 1 FROM seated_standing WHERE NOT ended")[0][0])


def _views(at: Reader, rows: list[sqlite3.Row]) -> list[PersonView]:
    keys = _keys(at, [row["named"] for row in rows])
    return [
        PersonView(
            id=PersonId(row["id"]),
            named=NamedId(row["named"]),
            name=row["name"],
            latin=row["latin"],
            title=row["title"],
            title_2=row["title_2"],
            organisation=row["organisation"],
            phone=row["phone"],
            seat=row["seat"],
            category=row["category"],
            votes=bool(row["votes"]),
            keys=keys.get(row["named"], ()),
            seated=row["seated"],
        )
        for row in rows
    ]


def _keys(at: Reader, named: list[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for row in at.query("SELECT named, key FROM name_key ORDER BY named, key"):
        found[row["named"]] = (*found.get(row["named"], ()), row["key"])
    wanted = set(named)
    return {id: keys for id, keys in found.items() if id in wanted}
