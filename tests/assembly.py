"""A small council for tests: people with difficult names, a meeting, an item with a motion.

Everything goes through the use cases, so that what is tested is what the program records.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from council_tui.domain.ids import ItemId, MeetingId, PersonId, ProposalId
from council_tui.domain.rules import floor_text, rules_text
from council_tui.intake.rules import floor_preset, preset
from council_tui.store.store import Store
from council_tui.usecases import agenda, attendance, council, meetings, people, proposals
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.meetings import MeetingEntry
from council_tui.usecases.people import PersonEntry
from council_tui.usecases.proposals import Wording

NAMES = ("林晓", "陈果 [/]", "周一一", "欧阳[b]娜", "O'Brien", "吕 %s", "=李四", "乐山😀", "许志刚")
TEXT = "修路灯 [b，不超过 800 元"
AT = "2023-02-08T19:0{}:00"


def found(
    path: Path, names: Sequence[str] = NAMES, rules: str = "council_default", floor: str = "plain"
) -> Store:
    """A new file with a council and its members, seated from 1 on."""
    store = Store(path, create=True)
    settle(store, names, rules, floor)
    return store


def settle(
    store: Store, names: Sequence[str] = NAMES, rules: str = "council_default", floor: str = "plain"
) -> None:
    """The same in a file that is open and empty."""
    chosen = rules_text(preset(rules)), floor_text(floor_preset(floor))
    store.writing(council.found_council, "清水社区 [议事会]", "zh", *chosen)
    for seat, name in enumerate(names, 1):
        store.writing(people.add_person, PersonEntry(name, phone=f"1380000{seat:04d}", seat=seat))


@dataclass(frozen=True, slots=True)
class Floor:
    """An open meeting with one item and its motion."""

    store: Store
    meeting: MeetingId
    people: tuple[PersonId, ...]
    item: ItemId
    motion: ProposalId


def plan(store: Store, starts: str = "2023-02-08T19:00", title: str = "路灯 [/]") -> tuple[MeetingId, ItemId]:
    """A meeting with one item, planned."""
    meeting = store.writing(meetings.plan_meeting, MeetingEntry(starts, "二楼会议室"))
    return meeting, store.writing(agenda.add_item, meeting, ItemEntry(title))


def convene(store: Store, present: int = 7, starts: str = "2023-02-08T19:00") -> Floor:
    """A meeting held by the first `present` members, with a motion moved."""
    meeting, item = plan(store, starts)
    roll = [person.id for person in store.reading(people.view_people) if person.seat is not None]
    for person in roll[:present]:
        store.writing(attendance.sign_in, meeting, person)
    store.writing(meetings.open_meeting, meeting)
    motion = store.writing(proposals.move, meeting, item, Wording(TEXT, "Mend the lamps"), roll[0], roll[1])
    return Floor(store, meeting, tuple(roll), item, motion)
