"""Units and their owners are taken over from a list, or entered one by one; and looked at by windows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from council_tui.domain import plain
from council_tui.domain.areas import BadArea, parse_area
from council_tui.domain.errors import Missing, Unknown, VoteRunning
from council_tui.domain.finding import folded
from council_tui.domain.ids import OwnerId
from council_tui.domain.lazily import dataclass
from council_tui.domain.owners import names_of, owner_key
from council_tui.domain.roster import same_name
from council_tui.domain.unitlists import AreaSource, UnitColumn, UnitRow
from council_tui.domain.units import (
    Owner,
    Standing,
    Totals,
    Unit,
    UnitDifference,
    UnitKnown,
    UnitOwned,
    UnitPlace,
    UnitPreview,
    UnitView,
)
from council_tui.intake import pinyin
from council_tui.intake.units import MOST_LETTERS
from council_tui.store import owners, units
from council_tui.store.act import Act, Reader


def import_units(act: Act, rows: Sequence[UnitRow]) -> int:
    """A list is taken over in one act; how many units it touched. Units it does not name stay.

    Raises VoteRunning while owners are voting: who may answer is found by the units of today.
    """
    _admit_no_vote(act)
    known = _by_number(units.every(act))
    holders = {owner_key(name): id for id, name in units.owners(act).items()}
    touched = 0
    for row in map(_clean, rows):
        before = known.get(same_name(row.unit))
        touched += _take(act, row, before, _owner(act, row.owner, holders))
    return touched


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """What is typed of one unit beside its number."""

    area: str
    """Square metres, with two decimals at most: `89.50`."""
    owner: str | None
    """One name, or those of the co-owners with marks between; None: whose it is stays."""
    source: AreaSource = AreaSource.REGISTER
    counts: bool = True


def add_unit(act: Act, number: str, entry: UnitEntry) -> None:
    """A unit is entered by hand. Raises Missing, BadArea, UnitKnown, VoteRunning."""
    _admit_no_vote(act)
    cleaned = plain.clean_line(number, MOST_LETTERS)
    if not cleaned:
        raise Missing("unit")
    if same_name(cleaned) in _by_number(units.every(act)):
        raise UnitKnown(cleaned)
    _keep(act, cleaned, replace(entry, owner=entry.owner or ""), None)


def change_unit(act: Act, number: str, entry: UnitEntry) -> None:
    """What is known of a unit changes; never its number, by which it is known.

    Raises Unknown, and as `add_unit`.
    """
    _admit_no_vote(act)
    before = _by_number(units.every(act)).get(same_name(number))
    if before is None:
        raise Unknown("unit", 0)
    _keep(act, before.unit.number, entry, before)


def view_preview(at: Reader, rows: Sequence[UnitRow]) -> UnitPreview:
    """What taking a list over would do."""
    known = _by_number(units.every(at))
    holders = {owner_key(name) for name in units.owners(at).values()}
    clean = [_clean(row) for row in rows]
    added = tuple(row for row in clean if same_name(row.unit) not in known)
    differences = [
        difference
        for row in clean
        if (before := known.get(same_name(row.unit)))
        for difference in _differences(row, before)
    ]
    changed = tuple({each.row.line: each.row for each in differences}.values())
    return UnitPreview(
        added=added,
        changed=changed,
        differences=tuple(differences),
        unchanged=len(clean) - len(added) - len(changed),
        absent=len(known) - (len(clean) - len(added)),
        owners=len({owner_key(row.owner) for row in clean} - holders),
    )


def view_units(at: Reader, typed: str, place: UnitPlace, most: int) -> list[UnitView]:
    """A window of the list, so many units on each side of a place."""
    return units.window(at, plain.storable(typed), place, most)


def view_totals(at: Reader) -> Totals:
    """How many units and owners there are."""
    return units.totals(at)


def owner_keys(name: str) -> tuple[str, ...]:
    """What an owner is found by: each name, its pinyin and initials."""
    found = [key for each in names_of(name) for key in (folded(each), *pinyin.keys(each))]
    return tuple(sorted({key for key in found if key}))


def _admit_no_vote(act: Act) -> None:
    if (vote := owners.running(act)) is not None:
        raise VoteRunning(vote)


def _keep(act: Act, number: str, entry: UnitEntry, before: Standing | None) -> None:
    """A unit as it was typed; only what differs is recorded."""
    area = parse_area(entry.area)
    if not area:
        raise BadArea(plain.begins(entry.area))
    fact = Unit(number, area, entry.source, entry.counts, replaces=before.id if before else None)
    if before is None or replace(before.unit, replaces=before.id) != fact:
        act.add(fact)
    owner = before.owner if before is not None and entry.owner is None else _named(act, entry.owner or "")
    if before is None or owner != before.owner:
        act.add(UnitOwned(number, owner, replaces=before.owned if before else None))


def _named(act: Act, name: str) -> OwnerId:
    """The owner of this name, entered if nobody has it. Raises Missing."""
    cleaned = plain.clean_line(name, MOST_LETTERS)
    if not owner_key(cleaned):
        raise Missing("owner")
    return _owner(act, cleaned, {owner_key(each): id for id, each in units.owners(act).items()})


def _by_number(every: Iterable[Standing]) -> dict[str, Standing]:
    return {same_name(each.unit.number): each for each in every}


def _clean(row: UnitRow) -> UnitRow:
    number, owner = plain.clean_line(row.unit, MOST_LETTERS), plain.clean_line(row.owner, MOST_LETTERS)
    return replace(row, unit=number, owner=owner)


def _owner(act: Act, name: str, holders: dict[tuple[str, ...], OwnerId]) -> OwnerId:
    """The owner of this name, entered if nobody has it."""
    key = owner_key(name)
    if key not in holders:
        holders[key] = OwnerId(act.add(Owner(name)))
        act.index_owner(holders[key], owner_keys(name))
    return holders[key]


def _take(act: Act, row: UnitRow, before: Standing | None, owner: OwnerId) -> bool:
    """What differs of one unit is recorded; whether anything did."""
    number = before.unit.number if before else row.unit
    fact = Unit(number, row.area, row.source, row.counts, replaces=before.id if before else None)
    changed = before is None or (fact.area, fact.source, fact.counts) != (
        before.unit.area,
        before.unit.source,
        before.unit.counts,
    )
    sold = before is None or before.owner != owner
    if changed:
        act.add(fact)
    if sold:
        act.add(UnitOwned(number, owner, replaces=before.owned if before else None))
    return changed or sold


def _differences(row: UnitRow, before: Standing) -> Iterable[UnitDifference]:
    if row.area != before.unit.area:
        yield UnitDifference(row, UnitColumn.AREA, str(before.unit.area), str(row.area))
    if owner_key(row.owner) != owner_key(before.name):
        yield UnitDifference(row, UnitColumn.OWNER, before.name, row.owner)
    if row.counts != before.unit.counts:
        yield UnitDifference(row, UnitColumn.COUNTS, str(int(before.unit.counts)), str(int(row.counts)))
    if row.source != before.unit.source:
        yield UnitDifference(row, UnitColumn.SOURCE, before.unit.source, row.source)
