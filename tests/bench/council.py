"""A council's file after two years, and the same in the middle of a roll call: made through the use cases."""

import asyncio
import os
import shutil
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from council_tui.domain.agenda import Outcome
from council_tui.domain.figures import Figures
from council_tui.domain.floor import Stance
from council_tui.domain.ids import ItemId, MeetingId, PersonId, VoteId
from council_tui.domain.rules import floor_text, rules_text
from council_tui.domain.votes import Choice, Way
from council_tui.intake.rules import floor_preset, preset
from council_tui.store.store import Store
from council_tui.usecases import (
    agenda,
    attendance,
    council,
    floor,
    meetings,
    minutes,
    people,
    promises,
    proposals,
    results,
    votes,
)
from council_tui.usecases.agenda import ItemEntry, Settlement
from council_tui.usecases.meetings import MeetingEntry
from council_tui.usecases.people import PersonEntry
from council_tui.usecases.promises import ActionEntry
from council_tui.usecases.proposals import Wording

MEMBERS = 64
FIRST = date(2023, 1, 4)
COMING = "2025-01-08T19:00"
"""The meeting after the two years; the programs that are timed believe it is half an hour before."""
NOW = "2025-01-08T18:30"
FAMILIES, GIVEN = "赵钱孙李周吴郑王", "建国秀英卫东玉梅明义桂兰志刚德福"
TITLES = ("小区门口加装路灯", "南墙设置电动自行车充电棚", "楼道堆物清理", "通报上次会议决议办理情况")


def two_years(path: Path, count: int = 48) -> None:
    """So many meetings held, each with four items and two roll calls, and the next one planned."""
    store = Store(path, create=True)
    chosen = rules_text(preset("council_default")), floor_text(floor_preset("plain"))
    store.writing(council.found_council, "梧桐里社区邻里议事会", "zh", *chosen)
    members = [_member(store, seat) for seat in range(1, MEMBERS + 1)]
    for number in range(count):
        day = FIRST + timedelta(days=730 * number // count)
        _held(store, members, day.isoformat(), _planned(store, members, f"{day}T19:00"))
    os.environ["COUNCIL_TUI_CLOCK"] = NOW
    _planned(store, members, COMING)
    store.shut()


def at_the_roll_call(before: Path, path: Path) -> int:
    """A copy in which the next meeting sits and a roll call is open; its entries so far."""
    shutil.copyfile(before, path)
    os.environ["COUNCIL_TUI_CLOCK"] = NOW
    store = Store(path)
    members = [each.id for each in store.reading(people.view_people)]
    held = store.reading(meetings.view_current)
    assert held is not None
    _sign_in(store, held.id, members)
    store.writing(meetings.open_meeting, held.id)
    _put(store, held.id, held.items[0].id, members, Way.ROLL_CALL)
    head = store.reading(meetings.view_meeting, held.id).head
    store.shut()
    return head[0]


def _member(store: Store, seat: int) -> PersonId:
    name = f"{FAMILIES[seat % 8]}{GIVEN[seat // 4 % 8 * 2 :][:2]}{seat}"
    return store.writing(people.add_person, PersonEntry(name, seat=seat))


def _planned(store: Store, members: list[PersonId], starts: str) -> MeetingId:
    os.environ["COUNCIL_TUI_CLOCK"] = starts
    entry = MeetingEntry(starts, "二楼议事厅", chair=members[0], recorder=members[1])
    meeting = store.writing(meetings.plan_meeting, entry)
    for title in TITLES:
        store.writing(agenda.add_item, meeting, ItemEntry(title, minutes=15))
    return meeting


def _held(store: Store, members: list[PersonId], day: str, meeting: MeetingId) -> None:
    _sign_in(store, meeting, members)
    store.writing(meetings.open_meeting, meeting)
    items = [each.id for each in store.reading(meetings.view_meeting, meeting).items]
    for item, way in zip(items, (Way.ROLL_CALL, Way.HANDS, Way.ROLL_CALL), strict=False):
        vote = _put(store, meeting, item, members, way)
        if way is Way.HANDS:
            store.writing(votes.close_hands, vote, Figures(40, 9, 3))
        else:
            _together(store, [(votes.cast_ballot, vote, person, Choice.YES) for person in members[:60]])
            store.writing(votes.close_roll_call, vote)
        store.writing(results.announce_result, vote)
        store.writing(promises.assign_action, meeting, item, ActionEntry("去办", person=members[5], due=day))
    store.writing(agenda.settle_item, meeting, items[3], Settlement(Outcome.NOTED, "已通报"))
    store.writing(meetings.adjourn, meeting)
    head = store.reading(meetings.view_meeting, meeting).head
    store.writing(minutes.sign_off, meeting, members[0], head, "0" * 64)


def _put(store: Store, meeting: MeetingId, item: ItemId, members: list[PersonId], way: Way) -> VoteId:
    """An item is opened, spoken to, and its motion put to the vote."""
    store.writing(agenda.open_item, meeting, item)
    motion = store.writing(
        proposals.move, meeting, item, Wording("由居委会申请，本月底前完成。"), *members[2:4]
    )
    for person in members[6:9]:
        store.writing(floor.note_remark, meeting, item, "同意，但要加遮光罩。", person, Stance.PRO)
    return store.writing(votes.open_vote, meeting, motion, way)


def _sign_in(store: Store, meeting: MeetingId, members: list[PersonId]) -> None:
    _together(store, [(attendance.sign_in, meeting, person) for person in members[:60]])


def _together(store: Store, deeds: Iterable[tuple[Any, ...]]) -> None:
    """Acts that wait for one another's commit, as keys typed ahead do."""

    async def acts() -> None:
        await asyncio.gather(*(store.write(*deed) for deed in deeds))

    asyncio.run(acts())
