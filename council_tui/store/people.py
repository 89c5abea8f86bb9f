"""People as the roster shows them, and the roll as a meeting kept it."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from council_tui.domain.errors import Unknown
from council_tui.domain.ids import MeetingId, NamedId, PersonId
from council_tui.domain.people import PersonView
from council_tui.domain.record import Both
from council_tui.store.act import Reader

FEW = 200
"""Up to so many people are looked up one by one; more by reading all."""

_PERSON = """
SELECT p.id, n.id AS named, n.name, n.latin, n.title, n.title_2, n.organisation,
  coalesce(t.phone, '') AS phone, s.seat, coalesce(s.category, '') AS category,
  coalesce(s.votes, 0) AS votes, s.id AS seated, coalesce(j.party, '') AS party
FROM person_standing AS p
JOIN person_named_standing AS n ON n.person = p.id
LEFT JOIN seated_standing AS s ON s.person = p.id AND NOT s.ended
LEFT JOIN party_joined_standing AS j ON j.person = p.id
LEFT JOIN phone_given_standing AS t ON t.person = p.id
"""

_ROLL = """
SELECT r.person AS id, n.id AS named,
  coalesce(a.value, '') AS name, coalesce(l.value, '') AS latin,
  n.title, n.title_2, n.organisation, coalesce(t.phone, '') AS phone,
  r.seat, r.category, r.votes, NULL AS seated, coalesce(k.party, '') AS party
FROM roll_member_standing AS r
JOIN person AS p ON p.id = r.person
JOIN person_named AS n ON n.id = r.named
LEFT JOIN private AS a ON a.fact = 'person_named' AND a.row = n.id AND a.field = 'name'
LEFT JOIN private AS l ON l.fact = 'person_named' AND l.row = n.id AND l.field = 'latin'
LEFT JOIN phone_given_standing AS t ON t.person = r.person
LEFT JOIN party_kept_standing AS k ON k.person = r.person AND k.meeting = r.meeting
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
    wanted = sorted(set(ids))
    marks = ", ".join("?" * len(wanted))
    rows = at.query(f"SELECT person, name FROM person_named_standing WHERE person IN ({marks})", wanted)
    return {PersonId(row["person"]): row["name"] for row in rows}


def admit(at: Reader, person: PersonId | None) -> None:
    """Refuse somebody nobody knows; nobody is named by None. Raises Unknown."""
    if person is not None and person not in names(at, [person]):
        raise Unknown("person", person)


def called(at: Reader, ids: Iterable[int]) -> Mapping[int, Both]:
    """What people are called now, and in Latin letters."""
    wanted = sorted(set(ids))
    marks = ", ".join("?" * len(wanted))
    rows = at.query(
        f"SELECT person, name, latin FROM person_named_standing WHERE person IN ({marks})", wanted
    )
    return {row["person"]: (row["name"], row["latin"]) for row in rows}


def holder(at: Reader, seat: int) -> list[PersonId]:
    """Who has a seat; more than one only inside an act that is about to be refused."""
    rows = at.query("SELECT person FROM seated_standing WHERE seat = ? AND NOT ended ORDER BY id", [seat])
    return [PersonId(row["person"]) for row in rows]


def voting(at: Reader) -> int:
    """How many have a seat with a vote."""
    return int(at.query("SELECT count(*) FROM seated_standing WHERE NOT ended AND votes")[0][0])


def next_seat(at: Reader) -> int:
    """The first seat number above all taken ones."""
    return int(at.query("SELECT coalesce(max(seat), 0) + 1 FROM seated_standing WHERE NOT ended")[0][0])


def _views(at: Reader, rows: list[sqlite3.Row]) -> list[PersonView]:
    keys = _keys(at, {row["named"] for row in rows})
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
            party=row["party"],
        )
        for row in rows
    ]


def _keys(at: Reader, named: set[int]) -> Mapping[int, tuple[str, ...]]:
    """What these names are found by: each read by itself while they are few, else all in one go."""
    found: dict[int, list[str]] = defaultdict(list)
    few = len(named) <= FEW
    marks = f"WHERE named IN ({', '.join('?' * len(named))})" if few else ""
    rows = at.query(
        f"SELECT named, key FROM name_key {marks} ORDER BY named, key", sorted(named) if few else ()
    )
    for row in rows:
        found[row["named"]].append(row["key"])
    return {id: tuple(keys) for id, keys in found.items()}
