"""Signing in by name, pinyin, initials or seat, opening, coming and going; and a full house."""

from pathlib import Path

import pytest
from textual.events import Key

from council_tui.domain.agenda import MeetingState, Presence
from council_tui.domain.meeting import MeetingView
from council_tui.store.store import Store
from council_tui.usecases import agenda, attendance, meetings, people, proposals
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.meetings import MeetingEntry, view_current
from council_tui.usecases.people import PersonEntry
from council_tui.usecases.proposals import Wording
from council_tui.wording import catalog
from tests.assembly import convene, found, plan
from tests.tui.screen import opened, press, settled, shown


def now(store: Store) -> MeetingView:
    held = store.reading(view_current)
    assert held is not None
    return held


def names(store: Store) -> list[str]:
    return [each.person.name for each in now(store).present]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return found(tmp_path / "book.council")


async def run(store: Store, *groups: tuple[str, ...] | str, size: tuple[int, int] = (80, 24)) -> list[str]:
    """Press groups of keys on the Agenda screen, each waited for; what is painted in the end."""
    app = opened(store, "agenda")
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for keys in groups:
            await press(pilot, *keys)
        return shown(app)


async def test_a_name_pinyin_initials_or_a_seat_signs_in(store: Store):
    plan(store)
    rows = await run(store, "林晓", ("enter",), "chenguo", ("enter",), "zyy", ("enter",), "9", ("enter",))
    assert names(store) == ["林晓", "陈果 [/]", "周一一", "许志刚"]
    assert "4 present of 9" in rows[4]
    assert "Quorum 6: 2 more" in rows[5]


async def test_enter_signs_in_only_a_sole_match(store: Store):
    plan(store)
    rows = await run(store, "l", ("enter",))
    assert names(store) == []
    assert rows[10].startswith("   1 Lin Xiao")
    assert "x 4 people fit: choose with the arrows." in rows[22]
    await run(store, "l", ("down", "down", "enter"))
    assert len(names(store)) == 1


async def test_what_could_not_be_taken_is_typed_over(store: Store):
    plan(store)
    await run(
        store,
        "l",
        ("enter",),
        "9",
        ("enter",),
        "9",
        ("enter",),
        "zyy",
        ("enter",),
        "qq",
        ("enter",),
        "8",
        ("enter",),
    )
    assert names(store) == ["周一一", "乐山😀", "许志刚"]


async def test_initials_letter_by_letter_mean_their_owner(store: Store):
    store.writing(people.add_person, PersonEntry("林一笑", seat=10))
    plan(store)
    rows = await run(store, "lx", ("enter",))
    assert names(store) == ["林晓"]
    assert "x " not in rows[22]


async def test_somebody_who_is_here_is_not_signed_in_twice(store: Store):
    plan(store)
    rows = await run(store, "许志刚", ("enter",), "许志刚", ("enter",))
    assert "Xu Zhigang is here already" in rows[22]
    assert [each.presence for each in now(store).roll[8].steps] == [Presence.PRESENT]


async def test_space_ticks_down_the_roll(store: Store):
    plan(store)
    await run(store, ("tab",), ("space", "space", "down", "space"))
    assert names(store) == ["林晓", "陈果 [/]", "欧阳[b]娜"]


async def test_a_nought_in_the_empty_field_opens_the_meeting(store: Store):
    plan(store)
    rows = await run(store, ("tab",), ("space",) * 6, ("tab",), ("0",))
    assert now(store).state is MeetingState.OPEN
    assert "Take up: 1. 路灯 [/]" in "\n".join(rows)


async def test_a_whole_sign_in_may_be_typed_ahead(store: Store):
    plan(store)
    app = opened(store, "agenda")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for key in ("tab", *["space"] * 3, "tab", *"ouyang", "enter", *"l", "enter", "5", "enter"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await settled(pilot)
        assert names(store) == ["林晓", "陈果 [/]", "周一一", "欧阳[b]娜", "O'Brien"]
        for key in ("8", "enter", "0"):
            app.post_message(Key(key, key))
        await settled(pilot)
    assert now(store).state is MeetingState.OPEN


async def test_without_a_quorum_it_is_asked_whether_it_is_a_talk(store: Store):
    plan(store)
    rows = await run(store, "9", ("enter",), ("0",))
    assert now(store).state is None
    assert any("There is no quorum: 6 needed, 1 present." in row for row in rows)
    await run(store, ("0",), ("1",))
    assert now(store).state is MeetingState.TALK


async def test_a_name_nobody_has_is_a_guest_or_a_new_member(store: Store):
    plan(store)
    await run(store, "打错", ("enter",), ("enter",), "王小二", ("enter",), ("2",), "新人", ("enter",), ("3",))
    guest, member = list(now(store).people.values())[-1], now(store).roll[-1]
    assert (guest.person.name, guest.presence) == ("王小二", Presence.OBSERVING)
    assert (member.person.name, member.person.seat, member.present) == ("新人", 10, True)


async def test_coming_and_going_is_one_key_each(store: Store):
    floor = convene(store)
    await run(
        store, ("s",), "林晓", ("enter",), ("1",), ("s",), "乐山", ("enter",), ("3",), "病了", ("enter",)
    )
    held = now(store)
    assert [each.presence for each in held.people[floor.people[0]].steps][-1] is Presence.LEFT
    excused = held.people[floor.people[7]]
    assert (excused.presence, excused.reason) == (Presence.EXCUSED, "病了")


async def test_a_time_can_be_typed_and_put_right(store: Store):
    plan(store)
    await run(store, "9", ("enter",))
    await run(store, "许志刚", ("enter",), ("down", "enter"), ("4",), ("ctrl+u",), "18:42", ("enter",))
    assert now(store).roll[8].came == "2023-02-08T18:42:00"


async def test_a_meeting_entered_afterwards_has_typed_times(store: Store):
    store.writing(meetings.plan_meeting, MeetingEntry("2023-02-08T19:00", "二楼", late=True))
    store.writing(agenda.add_item, now(store).id, ItemEntry("路灯"))
    await run(
        store,
        ("tab",),
        ("space",) * 7,
        ("i",),
        "19:05",
        ("enter",),
        ("0",),
        ("i",),
        ("ctrl+u",),
        "19:12",
        ("enter",),
        ("0",),
    )
    held = now(store)
    assert held.roll[0].came == "2023-02-08T19:00:00"
    assert held.opened_at == "2023-02-08T19:05:00"
    assert held.items[0].spells == (("2023-02-08T19:12:00", None),)


async def test_somebody_known_from_elsewhere_is_found_by_pinyin(store: Store):
    convene(store)
    guest = store.writing(people.add_person, PersonEntry("何师傅", organisation="电力公司"))
    await run(store, ("s",), "hsf", ("enter",), ("1",))
    assert now(store).people[guest].presence is Presence.OBSERVING


async def test_a_click_on_the_roll_signs_in(store: Store):
    plan(store)
    app = opened(store, "agenda")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert shown(app)[12].startswith("   1 Lin Xiao")
        await pilot.click(offset=(8, 13))
        await settled(pilot)
    assert names(store) == ["陈果 [/]"]


async def test_initials_nobody_has_take_nobody_in(store: Store):
    plan(store)
    rows = await run(store, "zzz", ("enter", "enter"))
    assert "To take somebody in, type the whole name." in rows[10]
    assert len(now(store).people) == 9


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 24)])
async def test_long_names_and_titles_break_no_column(tmp_path: Path, lang: str, size: tuple[int, int]):
    many = [f"阿卜杜拉欧阳陈果小明小红{seat}"[-12:] for seat in range(40)]
    full = found(tmp_path / "full.council", many)
    meeting, item = plan(full, title="路" * 200)
    catalog.use(lang)
    rows = await run(full, ("tab",), ("space",) * 3, size=size)
    assert max(len(row.encode("gb18030", "replace")) for row in rows) <= size[0]
    for person in full.reading(people.view_people)[:30]:
        if not now(full).people[person.id].present:
            full.writing(attendance.sign_in, meeting, person.id)
    full.writing(meetings.open_meeting, meeting)
    full.writing(proposals.move, meeting, item, Wording("灯" * 1500), now(full).present[0].person.id)
    rows = await run(full, ("0",), size=size)
    assert max(len(row.encode("gb18030", "replace")) for row in rows) <= size[0]


async def test_an_empty_roll_has_no_place_to_tick(tmp_path: Path):
    store = found(tmp_path / "council.db", ())
    plan(store)
    async with opened(store, "agenda").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "tab", "space", "enter", "s", "f5")
        assert "0 present of 0" in "\n".join(shown(pilot.app))
    store.shut()


async def test_the_mark_on_the_roll_goes_with_the_guest_whose_coming_is_undone(tmp_path: Path):
    """Nine are on the roll; the guest is the tenth place."""
    store = found(tmp_path / "council.db")
    meeting, _item = plan(store)
    store.writing(attendance.admit_guest, meeting, PersonEntry("客人"))
    async with opened(store, "agenda").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "tab", *(["down"] * 9), "u", "enter")
        await press(pilot, "enter")
        assert any("comes in now" in row for row in shown(pilot.app))
        await press(pilot, "escape", "f5", "escape")
    store.shut()
