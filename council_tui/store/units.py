"""Units and their owners as they stand: windows of the list, what is found, what a list is compared with."""

from collections.abc import Mapping, Sequence

from council_tui.domain.finding import folded
from council_tui.domain.ids import OwnerId
from council_tui.domain.unitlists import AreaSource
from council_tui.domain.units import Owner, Standing, Totals, Unit, UnitPlace, UnitView
from council_tui.store import shape
from council_tui.store.act import Reader

LAST = "\U0010ffff"
"""Behind every text that begins the same."""

_UNITS = """
SELECT u.number, u.area, u.source, u.counts, o.owner,
  coalesce((SELECT p.value FROM private AS p
    WHERE p.fact = 'owner' AND p.row = o.owner AND p.field = 'name'), '') AS name,
  (SELECT count(*) FROM unit_owned_standing AS c WHERE c.owner = o.owner) AS units
FROM unit_standing AS u JOIN unit_owned_standing AS o ON o.number = u.number
"""

_FOUND = """(u.number >= ?3 AND u.number < ?4 OR o.owner IN
  (SELECT k.owner FROM owner_key AS k WHERE k.key >= ?5 AND k.key < ?6))"""


def window(at: Reader, typed: str, place: UnitPlace, most: int) -> list[UnitView]:
    """So many units on each side of a place, in the order of their numbers; only those that fit."""
    fits = f" AND {_FOUND}" if typed.strip() else ""
    values: list[str | int | None] = [*place, *_ranges(typed)] if fits else [*place]
    before = at.query(
        f"{_UNITS} WHERE (length(u.number), u.number) < (?1, ?2){fits}"
        f" ORDER BY length(u.number) DESC, u.number DESC LIMIT {most:d}",
        values,
    )
    after = at.query(
        f"{_UNITS} WHERE (length(u.number), u.number) >= (?1, ?2){fits}"
        f" ORDER BY length(u.number), u.number LIMIT {most:d}",
        values,
    )
    return [
        UnitView(
            row["number"],
            row["area"],
            AreaSource(row["source"]),
            bool(row["counts"]),
            OwnerId(row["owner"]),
            row["name"],
            row["units"],
        )
        for row in [*reversed(before), *after]
    ]


def every(at: Reader) -> list[Standing]:
    """Every unit, in the order of its entry; for an import, never for a screen."""
    rows = at.query(
        "SELECT u.*, o.id AS owned, o.owner, coalesce(p.value, '') AS name"
        " FROM unit_standing AS u JOIN unit_owned_standing AS o ON o.number = u.number"
        " LEFT JOIN private AS p ON p.fact = 'owner' AND p.row = o.owner AND p.field = 'name' ORDER BY u.id"
    )
    return [
        Standing(row["id"], shape.fact(Unit, row), row["owned"], OwnerId(row["owner"]), row["name"])
        for row in rows
    ]


def owners(at: Reader) -> Mapping[OwnerId, str]:
    """Every owner's name; for an import, never for a screen."""
    return {OwnerId(each.id): each.fact.name for each in at.standing(Owner)}


def totals(at: Reader) -> Totals:
    """How many units and owners, and the area that counts."""
    row = at.query(
        "SELECT count(*) AS units, coalesce(sum(counts), 0) AS counting,"
        " coalesce(sum(area * counts), 0) AS area FROM unit_standing"
    )[0]
    found = at.query("SELECT count(DISTINCT owner) AS owners FROM unit_owned_standing")[0]
    return Totals(row["units"], row["counting"], found["owners"], row["area"])


def counting(at: Reader) -> Sequence[tuple[OwnerId, int, int]]:
    """Each owner of units that count, with how many and their area, in the order of the units' entry."""
    rows = at.query(
        "SELECT o.owner, count(*) AS units, sum(u.area) AS area FROM unit_standing AS u"
        " JOIN unit_owned_standing AS o ON o.number = u.number WHERE u.counts"
        " GROUP BY o.owner ORDER BY min(u.id)"
    )
    return [(OwnerId(row["owner"]), row["units"], row["area"]) for row in rows]


def _ranges(typed: str) -> list[str]:
    """From and to of the numbers and of the keys that begin with what was typed."""
    number, key = typed.strip(), folded(typed)
    return [number, number + LAST, key or LAST, (key or LAST) + LAST]
