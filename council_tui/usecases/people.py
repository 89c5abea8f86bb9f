"""People are entered, renamed, seated and unseated; a roster is taken over whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from council_tui.domain import plain
from council_tui.domain.errors import Missing, SeatTaken, Unknown
from council_tui.domain.ids import NamedId, PersonId
from council_tui.domain.people import Person, PersonNamed, PersonView, PhoneGiven, Seated
from council_tui.intake import pinyin
from council_tui.store import people
from council_tui.store.act import Act, Reader

NAME, TITLE, PHONE = 60, 120, 40
"""The longest texts, in characters."""


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """What is typed about a person; `seat` None for somebody without a seat."""

    name: str
    latin: str = ""
    title: str = ""
    title_2: str = ""
    organisation: str = ""
    phone: str = ""
    seat: int | None = None
    category: str = "resident_rep"
    votes: bool = True


def add_person(act: Act, entry: PersonEntry) -> PersonId:
    """Somebody is entered; with a seat, as a member."""
    clean = _clean(entry)
    id = PersonId(act.add(Person(clean.organisation)))
    _name(act, id, clean, None)
    if clean.phone:
        act.add(PhoneGiven(id, clean.phone))
    if clean.seat is not None:
        _check_seat(act, clean.seat, id)
        act.add(Seated(id, clean.seat, clean.category, clean.votes, ended=False))
    return id


def change_person(act: Act, id: PersonId, entry: PersonEntry) -> None:
    """What is known of somebody changes; only what differs is recorded."""
    before = _person(act, id)
    clean = _clean(entry)
    if (clean.name, clean.latin, clean.title, clean.title_2) != (
        before.name,
        before.latin,
        before.title,
        before.title_2,
    ):
        _name(act, id, clean, before.named)
    if clean.phone != before.phone:
        old = act.one(PhoneGiven, "person = ?", [id])
        act.add(PhoneGiven(id, clean.phone, replaces=old.id if old else None))
    _reseat(act, before, clean)


def import_roster(
    act: Act, added: Sequence[PersonEntry], changed: Sequence[tuple[PersonId, PersonEntry]]
) -> int:
    """A roster is taken over in one act; how many people it touched."""
    for id, entry in changed:
        change_person(act, id, entry)
    for entry in added:
        add_person(act, entry)
    return len(added) + len(changed)


def end_seat(act: Act, id: PersonId) -> None:
    """Somebody gives up their seat; meetings held before keep it."""
    before = _person(act, id)
    if before.seat is not None:
        act.add(Seated(id, before.seat, before.category, before.votes, ended=True, replaces=before.seated))


def view_people(at: Reader) -> tuple[PersonView, ...]:
    """Everybody, those with a seat first and by seat."""
    return tuple(people.people(at))


def view_next_seat(at: Reader) -> int:
    """The seat offered to a new member."""
    return people.next_seat(at)


def _person(act: Act, id: PersonId) -> PersonView:
    found = people.person(act, id)
    if found is None:
        raise Unknown("person", id)
    return found


def _clean(entry: PersonEntry) -> PersonEntry:
    name = plain.clean_line(entry.name, NAME)
    if not name:
        raise Missing("name")
    return replace(
        entry,
        name=name,
        latin=plain.clean_line(entry.latin, NAME) or pinyin.latin(name),
        title=plain.clean_line(entry.title, TITLE),
        title_2=plain.clean_line(entry.title_2, TITLE),
        organisation=plain.clean_line(entry.organisation, TITLE),
        phone=plain.clean_line(entry.phone, PHONE),
        category=plain.clean_line(entry.category, NAME),
    )


def _name(act: Act, id: PersonId, entry: PersonEntry, before: NamedId | None) -> None:
    fact = PersonNamed(id, entry.name, entry.latin, entry.title, entry.title_2, replaces=before)
    named = act.add(fact)
    act.index_name(named, sorted({*pinyin.keys(entry.name), *pinyin.keys(entry.latin)}))


def _check_seat(act: Act, seat: int, id: PersonId) -> None:
    for other in people.people(act):
        if other.seat == seat and other.id != id:
            raise SeatTaken(seat, other.id, other.name)


def _reseat(act: Act, before: PersonView, entry: PersonEntry) -> None:
    if (entry.seat, entry.category, entry.votes) == (before.seat, before.category, before.votes):
        return
    if entry.seat is None:
        if before.seat is not None:
            end_seat(act, before.id)
        return
    _check_seat(act, entry.seat, before.id)
    ended = act.one(Seated, "person = ?", [before.id])
    replaces = ended.id if ended else None
    act.add(Seated(before.id, entry.seat, entry.category, entry.votes, ended=False, replaces=replaces))
