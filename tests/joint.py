"""A joint meeting for tests: three parties, six people with difficult names, a motion before them.

林晓 and 陈果 [/] speak for the community, 周一一 for the property company, O'Brien and =李四 for the
owners, 吕 %s for nobody.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from council_tui.domain.agenda import Role
from council_tui.domain.ids import PersonId
from council_tui.domain.parties import Party
from council_tui.store.store import Store
from council_tui.usecases import agenda, attendance, meetings, people, proposals
from council_tui.usecases.proposals import Wording
from council_tui.usecases.roster import entry_of
from tests import assembly
from tests.assembly import Floor

COMMUNITY, PROPERTY, OWNERS = Party
LIN, CHEN, ZHOU, OBRIEN, LI, LU = "林晓", "陈果 [/]", "周一一", "O'Brien", "=李四", "吕 %s"
SPEAK = {LIN: COMMUNITY, CHEN: COMMUNITY, ZHOU: PROPERTY, OBRIEN: OWNERS, LI: OWNERS}


def known(store: Store) -> dict[str, PersonId]:
    """Everybody by name."""
    return {each.name: each.id for each in store.reading(people.view_people)}


def joins(store: Store, name: str, party: str) -> None:
    """Somebody speaks for a party from now on."""
    person = next(each for each in store.reading(people.view_people) if each.name == name)
    store.writing(people.change_person, person.id, replace(entry_of(person), party=party))


def founded(path: Path, rules: str = "joint_meeting") -> Store:
    """A council of six, each with the party they speak for."""
    store = Store(path, create=True)
    settle(store, rules)
    return store


def settle(store: Store, rules: str = "joint_meeting") -> None:
    """The same in a file that is open and empty."""
    assembly.settle(store, (LIN, CHEN, ZHOU, OBRIEN, LI, LU), rules)
    for name, party in SPEAK.items():
        joins(store, name, party)


def held(store: Store, present: Sequence[str] = (*SPEAK, LU)) -> Floor:
    """A meeting held by those named; its item is taken up, and a motion moved."""
    meeting, item = assembly.plan(store)
    ids = known(store)
    for name in present:
        store.writing(attendance.sign_in, meeting, ids[name])
    store.writing(meetings.open_meeting, meeting)
    store.writing(meetings.hand_over, meeting, Role.CHAIR, [ids[LIN]])
    store.writing(agenda.open_item, meeting, item)
    wording = Wording(assembly.TEXT, "Mend the lamps")
    motion = store.writing(proposals.move, meeting, item, wording, ids[LIN], ids[ZHOU])
    return Floor(store, meeting, tuple(ids.values()), item, motion)
