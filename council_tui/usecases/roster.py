"""The roster as its screen shows it, and a file against it: what taking that over would do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from council_tui.domain.ids import MeetingId, PersonId
from council_tui.domain.members import PeopleView
from council_tui.domain.people import PersonView
from council_tui.domain.roster import Change, Column, ExistingMember, Preview, Roster, RosterRow, compare
from council_tui.store import people
from council_tui.store.act import Reader
from council_tui.usecases.hall import view_hall
from council_tui.usecases.people import PersonEntry

Changes = Sequence[tuple[PersonId, PersonEntry]]


def view_roster(at: Reader, chosen: MeetingId | None = None) -> PeopleView:
    """Everybody, beside the meeting in hand."""
    return PeopleView(view_hall(at, chosen), tuple(people.people(at)))


def view_preview(at: Reader, roster: Roster) -> tuple[Preview, Sequence[PersonEntry], Changes]:
    """What taking a roster over would do, and the entries with which `import_roster` does it."""
    known = {each.id: each for each in people.people(at)}
    preview = compare(roster, [_member(each) for each in known.values()])
    free = _free_seats(preview, known)
    changed = [(PersonId(each.member.person), _changed(known, each)) for each in preview.changed]
    return preview, [_added(row, free) for row in preview.added], changed


def _member(person: PersonView) -> ExistingMember:
    return ExistingMember(
        person=person.id,
        seat=person.seat,
        name=person.name,
        category=person.category,
        votes=person.votes,
        phone=person.phone or None,
        latin=person.latin or None,
        title=person.title or None,
        party=person.party or None,
    )


def _free_seats(preview: Preview, known: Mapping[PersonId, PersonView]) -> Iterator[int]:
    """Seats above every one taken or asked for: a roster without seat numbers gets them in its order."""
    asked = [row.seat for row in preview.added] + [change.row.seat for change in preview.changed]
    taken = [seat for seat in (*asked, *(each.seat for each in known.values())) if seat is not None]
    return count(max(taken, default=0) + 1)


def _added(row: RosterRow, free: Iterator[int]) -> PersonEntry:
    return PersonEntry(
        name=row.name,
        latin=row.latin or "",
        title=row.title or "",
        phone=row.phone or "",
        seat=row.seat if row.seat is not None else next(free),
        category=row.category,
        votes=row.votes,
        party=row.party or "",
    )


def _changed(known: Mapping[PersonId, PersonView], change: Change) -> PersonEntry:
    person = known[PersonId(change.member.person)]
    entry = entry_of(person)
    if person.seat is None and change.row.seat is not None:
        entry = replace(entry, category=change.row.category, votes=change.row.votes)
    values: dict[str, Any] = {str(each.column): each.new or "" for each in change.differences}
    if Column.VOTES in values:
        values[Column.VOTES] = bool(values[Column.VOTES])
    return replace(entry, **values)


def entry_of(person: PersonView) -> PersonEntry:
    """A person as they would be typed."""
    return PersonEntry(
        name=person.name,
        latin=person.latin,
        title=person.title,
        title_2=person.title_2,
        organisation=person.organisation,
        phone=person.phone,
        seat=person.seat,
        category=person.category,
        votes=person.votes,
        party=person.party,
    )
