"""People: entered, found by pinyin, renamed, seated; a roster taken over whole or not at all."""

import pytest

from council_tui.domain.counts import BadNumber
from council_tui.domain.errors import Missing, SeatTaken, TooLong, Unknown
from council_tui.domain.ids import PersonId
from council_tui.domain.people import PersonView
from council_tui.store.store import Store
from council_tui.usecases import people, record
from council_tui.usecases.people import PersonEntry


def seated(store: Store) -> dict[int, str]:
    return {each.seat: each.name for each in store.reading(people.view_people) if each.seat is not None}


def one(store: Store, person: PersonId) -> PersonView:
    return next(each for each in store.reading(people.view_people) if each.id == person)


def test_a_person_is_found_by_pinyin_and_initials(store: Store):
    person = store.writing(people.add_person, PersonEntry("吕小燕", seat=10))
    assert {"lvxiaoyan", "lxy"} <= set(one(store, person).keys)
    assert one(store, person).latin


def test_a_name_is_needed_and_has_its_length(store: Store):
    with pytest.raises(Missing):
        store.writing(people.add_person, PersonEntry(" \n"))
    with pytest.raises(TooLong):
        store.writing(people.add_person, PersonEntry("长" * 61))
    with pytest.raises(BadNumber):
        store.writing(people.add_person, PersonEntry("x", seat=0))


def test_a_seat_is_one_persons(store: Store):
    with pytest.raises(SeatTaken) as refused:
        store.writing(people.add_person, PersonEntry("x", seat=2))
    assert (refused.value.seat, refused.value.name) == (2, "陈果 [/]")
    with pytest.raises(SeatTaken) as refused:
        store.writing(people.change_person, PersonId(1), PersonEntry("林晓", seat=2))
    assert refused.value.name == "陈果 [/]"
    assert store.reading(people.view_next_seat) == 10


def test_what_differs_is_recorded_and_nothing_else(store: Store):
    before = store.reading(record.view_last).entries[0].seq
    same = PersonEntry("林晓", latin=one(store, PersonId(1)).latin, phone="13800000001", seat=1)
    store.writing(people.change_person, PersonId(1), same)
    assert store.reading(record.view_last).entries[0].seq == before
    store.writing(
        people.change_person,
        PersonId(1),
        PersonEntry("林小", title="楼长", organisation="物业", phone="", seat=12),
    )
    changed = one(store, PersonId(1))
    assert (changed.name, changed.title, changed.organisation) == ("林小", "楼长", "物业")
    assert (changed.phone, changed.seat) == ("", 12)
    with pytest.raises(Unknown):
        store.writing(people.change_person, PersonId(99), PersonEntry("x"))


def test_a_seat_given_up_is_free_and_may_be_taken_again(store: Store):
    store.writing(people.end_seat, PersonId(2))
    store.writing(people.end_seat, PersonId(2))
    assert one(store, PersonId(2)).seat is None
    store.writing(people.add_person, PersonEntry("接任的", seat=2))
    store.writing(people.change_person, PersonId(2), PersonEntry("陈果 [/]", seat=20))
    assert seated(store)[20] == "陈果 [/]"
    store.writing(people.change_person, PersonId(2), PersonEntry("陈果 [/]", seat=None))
    assert 20 not in seated(store)


def test_a_roster_exchanges_seats_in_one_act(store: Store):
    changed = [
        (PersonId(1), PersonEntry("林晓", seat=2)),
        (PersonId(2), PersonEntry("陈果 [/]", seat=1)),
    ]
    assert store.writing(people.import_roster, [PersonEntry("新人", seat=10)], changed) == 3
    assert (seated(store)[1], seated(store)[2], seated(store)[10]) == ("陈果 [/]", "林晓", "新人")
    assert store.reading(record.view_last).entries[0].kind == "import_roster"
    store.writing(record.undo)
    assert (seated(store)[1], 10 in seated(store)) == ("林晓", False)


def test_a_roster_with_a_seat_twice_is_refused_whole(store: Store):
    with pytest.raises(SeatTaken):
        store.writing(people.import_roster, [PersonEntry("甲", seat=10), PersonEntry("乙", seat=10)], [])
    assert len(seated(store)) == 9
