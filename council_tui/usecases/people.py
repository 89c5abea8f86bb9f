"""People are entered, renamed, seated and unseated; a roster is taken over whole."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from council_tui.domain import plain
from council_tui.domain.errors import Missing, SeatTaken, Unknown
from council_tui.domain.ids import NOBODY, NamedId, PersonId
from council_tui.domain.lazily import dataclass
from council_tui.domain.parties import PartyJoined, PartyKept
from council_tui.domain.people import Person, PersonNamed, PersonView, PhoneGiven, Seated
from council_tui.intake import pinyin
from council_tui.store import people
from council_tui.store.act import Act, Reader
from council_tui.usecases import meetings

NAME, TITLE, PHONE = 60, 120, 40
"""The longest texts, in characters."""
NAMED = ("name", "latin", "title", "title_2", "organisation")
"""What stands in one fact, and is kept by the roll of a meeting."""


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
    party: str = ""
    """Which party of a joint meeting they speak for."""


def add_person(act: Act, entry: PersonEntry) -> PersonId:
    """Somebody is entered; with a seat, as a member."""
    id = _add(act, entry)
    _check_seats(act, [entry.seat])
    return id


def change_person(act: Act, id: PersonId, entry: PersonEntry) -> None:
    """What is known of somebody changes; only what differs is recorded."""
    _change(act, id, entry)
    _check_seats(act, [entry.seat])


def _add(act: Act, entry: PersonEntry) -> PersonId:
    clean = _clean(entry)
    id = PersonId(act.add(Person()))
    _name(act, id, clean, None)
    if clean.phone:
        act.add(PhoneGiven(id, clean.phone))
    if clean.seat is not None:
        act.add(Seated(id, clean.seat, clean.category, clean.votes, ended=False))
    if clean.party:
        act.add(PartyJoined(id, clean.party))
    return id


def _change(act: Act, id: PersonId, entry: PersonEntry) -> None:
    before = _person(act, id)
    clean = _clean(entry)
    if any(getattr(clean, field) != getattr(before, field) for field in NAMED):
        _name(act, id, clean, before.named)
    if clean.phone != before.phone:
        old = act.one(PhoneGiven, "person = ?", [id])
        act.add(PhoneGiven(id, clean.phone, replaces=old.id if old else None))
    if clean.party != before.party:
        _join(act, id, clean.party)
    _reseat(act, before, clean)


def import_roster(
    act: Act, added: Sequence[PersonEntry], changed: Sequence[tuple[PersonId, PersonEntry]]
) -> int:
    """A roster is taken over in one act, seats exchanged too; how many people it touched."""
    for id, entry in changed:
        _change(act, id, entry)
    for entry in added:
        _add(act, entry)
    _check_seats(act, [entry.seat for entry in (*(entry for _, entry in changed), *added)])
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
        party=plain.clean_line(entry.party, NAME),
        seat=None if entry.seat is None else meetings.a_number(entry.seat),
    )


def _name(act: Act, id: PersonId, entry: PersonEntry, before: NamedId | None) -> None:
    fact = PersonNamed(id, *(getattr(entry, field) for field in NAMED), replaces=before)
    named = act.add(fact)
    act.index_name(named, sorted({*pinyin.keys(entry.name), *pinyin.keys(entry.latin)}))


def _join(act: Act, id: PersonId, party: str) -> None:
    """Somebody speaks for a party. A meeting that runs takes it over, if its roll kept none for them: it
    was forgotten before the opening; what its roll kept stays."""
    joined = act.one(PartyJoined, "person = ?", [id])
    act.add(PartyJoined(id, party, replaces=joined.id if joined else None))
    held = meetings.view_current(act)
    if held is None or not held.running or not party:
        return
    member = held.people.get(id)
    if member is not None and member.on_roll and not member.person.party:
        act.add(PartyKept(held.id, id, party))


def _check_seats(act: Act, seats: Iterable[int | None]) -> None:
    """Refuse a seat that two have, once all is written."""
    for seat in {seat for seat in seats if seat is not None}:
        first, *others = people.holder(act, seat) or [NOBODY]
        if others:
            raise SeatTaken(seat, first, people.names(act, [first]).get(first, ""))


def _reseat(act: Act, before: PersonView, entry: PersonEntry) -> None:
    if (entry.seat, entry.category, entry.votes) == (before.seat, before.category, before.votes):
        return
    if entry.seat is None:
        if before.seat is not None:
            end_seat(act, before.id)
        return
    ended = act.one(Seated, "person = ?", [before.id])
    replaces = ended.id if ended else None
    act.add(Seated(before.id, entry.seat, entry.category, entry.votes, ended=False, replaces=replaces))
