"""The roster on its screen: found, entered, changed, and taken over from a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.agenda import Role
from council_tui.store.store import Store
from council_tui.tui.app import CouncilApp
from council_tui.usecases import attendance, meetings, people
from council_tui.usecases.people import PersonEntry, view_people
from council_tui.wording import catalog
from tests import assembly
from tests.tui.screen import opened, press, settled, shown

ROSTER = (
    "座号,姓名,身份,表决权,电话\n1,周敏,居民代表,是,13800000001\n2,何佳,社区工作者,,\n,陈果 [/],楼栋长,否,\n"
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = assembly.found(tmp_path / "council.db")
    yield made
    made.shut()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    made = assembly.found(tmp_path / "council.db", names=())
    yield made
    made.shut()


def names(app: CouncilApp) -> list[str]:
    """The names painted, in their column."""
    return [row[7:].split("  ")[0].strip() for row in shown(app)[5:20] if row[2:6].strip().isdigit()]


async def test_an_empty_roster_says_what_to_do(empty: Store):
    async with opened(empty, "people").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        page = "\n".join(shown(pilot.app))
        assert "Nobody is entered yet." in page
        assert "take over a roster" in shown(pilot.app)[23]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("z", ["周一一", "许志刚"]),
        ("zyy", ["周一一"]),
        ("陈", ["陈果 [/]"]),
        ("ouyang", ["欧阳[b]娜"]),
        ("7", ["=李四"]),
        ("o'br", ["O'Brien"]),
    ],
)
async def test_people_are_found_by_name_pinyin_initials_and_seat(
    store: Store, typed: str, expected: list[str]
):
    catalog.use("zh")
    async with opened(store, "people").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "slash", *typed)
        assert names(pilot.app) == expected
        await press(pilot, "escape")
        assert len(names(pilot.app)) == 9


async def test_a_filter_that_fits_nobody_says_so(store: Store):
    async with opened(store, "people").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "slash", *"q[/]")
        assert "Nobody's name begins with q[/]." in "\n".join(shown(pilot.app))


async def test_a_new_person_gets_the_next_seat_and_a_latin_name(store: Store):
    catalog.use("zh")
    async with opened(store, "people").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "n", *"欧阳娜娜")
        assert "Ouyang Nana" in "\n".join(shown(pilot.app))
        await press(pilot, "ctrl+s")
        assert [row for row in shown(pilot.app) if row.startswith(">")][0].split()[1:3] == ["10", "欧阳娜娜"]
    added = store.reading(view_people)[-1]
    assert (added.name, added.latin, added.seat, added.votes) == ("欧阳娜娜", "Ouyang Nana", 10, True)


async def test_a_person_is_changed_and_a_seat_taken_is_refused(store: Store):
    async with opened(store, "people").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "down", "enter", "tab", "tab", "backspace", "3", "ctrl+s")
        assert "Seat 3 belongs to 周一一." in shown(pilot.app)[22]
        await press(pilot, "backspace", *"33", "tab", "tab", "right", "ctrl+s")
    changed = next(each for each in store.reading(view_people) if each.name == "陈果 [/]")
    assert (changed.seat, changed.votes, changed.phone) == (33, False, "13800000002")


async def test_a_seat_is_given_up_after_a_question(store: Store):
    async with opened(store, "people").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "escape")
        assert len(names(pilot.app)) == 9
        await press(pilot, "d", "enter")
        page = shown(pilot.app)
        assert any("Without a seat" in row for row in page)
    assert store.reading(view_people)[-1].name == "林晓"
    assert store.reading(view_people)[-1].seat is None


async def test_a_roster_in_gb18030_is_taken_over_after_a_look(empty: Store, tmp_path: Path):
    path = tmp_path / "名册 [b].csv"
    path.write_bytes(ROSTER.encode("gb18030"))
    async with opened(empty, "people").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "0", "ctrl+u", *path.name, "enter")
        page = "\n".join(shown(pilot.app))
        assert "3 people read (GB18030, comma)." in page
        assert "To add 3, to change 0, unchanged 0, refused 0." in page
        assert empty.reading(view_people) == ()
        await press(pilot, "enter")
    found = [(each.seat, each.name, each.category, each.votes) for each in empty.reading(view_people)]
    assert found == [
        (1, "周敏", "resident_rep", True),
        (2, "何佳", "community_worker", True),
        (3, "陈果 [/]", "building_head", False),
    ]


async def test_a_roster_changes_whom_it_knows(store: Store, tmp_path: Path):
    path = tmp_path / "r.csv"
    path.write_text("姓名,电话,座号\n陈果 [/],13911111111,\n林晓,,20\n")
    async with opened(store, "people").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i", "ctrl+u", *path.name, "enter", "enter")
    found = {each.name: each for each in store.reading(view_people)}
    assert (found["陈果 [/]"].phone, found["陈果 [/]"].seat) == ("13911111111", 2)
    assert (found["林晓"].seat, found["林晓"].phone, found["林晓"].votes) == (20, "13800000001", True)


async def test_a_roster_with_a_fault_names_its_lines_and_nothing_is_taken(empty: Store, tmp_path: Path):
    (tmp_path / "bad.csv").write_bytes("座号,姓名\n1,周敏\n1,何佳\n".encode("gb18030"))
    async with opened(empty, "people").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i", "ctrl+u", ".", "enter", "enter")
        assert "Line 3: seat 1 stands on line 2 already." in "\n".join(shown(pilot.app))
        await press(pilot, "enter", "escape")
    assert empty.reading(view_people) == ()


async def test_a_path_that_is_no_file_is_refused_in_its_row(empty: Store, tmp_path: Path):
    async with opened(empty, "people").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i", "ctrl+u", *"none.csv", "enter")
        assert shown(pilot.app)[22].startswith(" x ")
        assert "Not read (No such file or directory)" in shown(pilot.app)[22]


async def test_phones_are_masked_while_a_meeting_runs_and_stay_when_a_person_is_changed(store: Store):
    floor = assembly.convene(store)
    store.writing(meetings.hand_over, floor.meeting, Role.CHAIR, [floor.people[0]])
    store.writing(attendance.sign_out, floor.meeting, floor.people[1])
    async with opened(store, "people").run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        page = "\n".join(shown(pilot.app))
        assert "13800000" not in page
        assert "Chair" in page
        assert "left " in page
        await press(pilot, "enter")
        assert "13800000" not in "\n".join(shown(pilot.app))
        await press(pilot, "tab", "tab", "tab", "tab", "tab", *"代表 [x]", "ctrl+s")
    changed = store.reading(view_people)[0]
    assert (changed.title, changed.phone) == ("代表 [x]", "13800000001")


async def test_what_is_masked_is_shown_for_a_moment_after_a_question(store: Store):
    assembly.convene(store)
    async with opened(store, "people").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "M", "escape")
        assert "13800000001" not in "\n".join(shown(pilot.app))
        await press(pilot, "M", "enter")
        assert "13800000001" in "\n".join(shown(pilot.app))


async def test_long_names_break_no_column(store: Store):
    store.writing(people.add_person, PersonEntry("欧阳修远先生大名十二字整啊", seat=10, phone="13812345678"))
    catalog.use("zh")
    async with opened(store, "people").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, *["down"] * 9)
        row = next(each for each in shown(pilot.app) if each.startswith(">"))
        assert row.endswith("13812345678")
        assert "居民代表" in row


async def test_one_person_is_shown_in_full_beside_the_list(store: Store):
    async with opened(store, "people").run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "down")
        page = shown(pilot.app)
        assert "Chen Guo" in page[4][64:]
        assert "陈果 [/]" in page[5][64:]


async def test_the_cursor_stays_in_sight_among_two_hundred_people(store: Store):
    entries = [PersonEntry(f"成员{number}", seat=number) for number in range(10, 201)]
    store.writing(people.import_roster, entries, [])
    async with opened(store, "people").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, *["pagedown"] * 12)
        row = next(each for each in shown(pilot.app) if each.startswith(">"))
        assert row.split()[1] == "121"
