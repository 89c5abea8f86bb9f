"""Stages through the keys: set, decided here and elsewhere, before their time, annulled, undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.stages import Ladder
from council_tui.store.store import Store
from council_tui.usecases import meetings
from council_tui.wording import catalog
from tests import assembly, staging
from tests.assembly import Floor
from tests.meetings import evening
from tests.tui.screen import opened, panel, press, settled, shown

SIZE = (80, 24)


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    """林晓 has moved, 陈果 [/] has seconded; seven of nine are there."""
    store = assembly.found(tmp_path / "council.db")
    yield assembly.convene(store)
    store.shut()


def ladder(floor: Floor) -> Ladder | None:
    return floor.store.reading(meetings.view_meeting, floor.meeting).items[0].motions[0].ladder


async def test_four_discussions_are_set_with_three_keys(floor: Floor):
    async with opened(floor.store, "proposals").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "s", "1", "ctrl+s")
        rows = shown(pilot.app)
    assert rows[5] == " Stages  * 1  Party branch proposes        open now"
    assert rows[6] == "         . 2  The two committees discuss   after stage 1"
    assert rows[8].startswith("         . 4  Village representatives re..")
    found = ladder(floor)
    assert found is not None
    assert [rung.stage.days for rung in found.rungs] == [7, 7, 7, 0]


async def test_four_discussions_are_set_in_chinese(floor: Floor):
    catalog.use("zh")
    async with opened(floor.store, "proposals").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "s", "1", "ctrl+s")
        rows = shown(pilot.app)
    assert rows[5] == " 步骤    * 1  支部会提议                   可以进行"
    assert rows[8] == "         . 4  村民代表会议决议             待第1步通过"


async def test_a_council_defines_its_own_stages_and_what_is_empty_is_none(floor: Floor):
    async with opened(floor.store, "proposals").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "s", "2")
        await pilot.press(*"业委会", "enter", *"Owners [/]", "enter", "right", "enter", *"3", "enter", *"7")
        await press(pilot, "ctrl+s")
        assert shown(pilot.app)[5] == " Stages  * 1  Owners [/]                   open now"
    found = ladder(floor)
    assert found is not None
    (rung,) = found.rungs
    assert (rung.stage.body, rung.stage.days, rung.stage.roll) == ("业委会", 3, 7)


async def test_no_stage_at_all_is_refused_and_the_form_stays(floor: Floor):
    async with opened(floor.store, "proposals").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "s", "2", "ctrl+s")
        rows = shown(pilot.app)
        assert rows[22] == " x Please fill in the stages."
        assert any("1 Body" in row for row in rows)
    assert ladder(floor) is None


async def test_what_another_body_decided_is_entered_with_its_figures(floor: Floor):
    async with opened(floor.store, "proposals").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "s", "1", "ctrl+s", "d", "3")
        for typed in ("31", "21", "16", "5", "0", "2023-03-02", "活动室", "王军 [/]"):
            await pilot.press(*typed, "enter")
        await settled(pilot)
        assert shown(pilot.app)[7].endswith("carried  16 of 31, needed 16")
        await press(pilot, "enter")
        told = " ".join(" ".join(panel(pilot.app)).split())
    assert "31 on the roll, half or more is 16; yes 16, no 5, abstain 0: carried." in told
    assert "It was decided before its time: stage 1 is not carried." in told


async def test_impossible_figures_are_refused_and_the_form_stays(floor: Floor):
    async with opened(floor.store, "proposals").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "s", "1", "ctrl+s", "d", "3")
        for typed in ("31", "21", "22", "5", "0", "2023-03-02"):
            await pilot.press(*typed, "enter")
        await press(pilot, "ctrl+s")
        assert shown(pilot.app)[22] == " x 22 + 5 + 0 = 27, but 21 are present."


async def test_a_publication_is_noted_with_its_day(floor: Floor):
    async with opened(floor.store, "proposals").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "s", "1", "ctrl+s", "d", "5", *"2023-04-01", "enter", *"公示栏", "enter")
        await press(pilot, "enter", "down")
        told = " ".join(panel(pilot.app))
    assert "Resolution made public, 1 April 2023, 公示栏." in told


async def test_a_vote_decides_its_stage_and_annulled_it_opens_again(floor: Floor):
    async with opened(floor.store, "proposals").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "s", "1", "ctrl+s", "4", "0")
        rows = shown(pilot.app)
        assert rows[3].startswith("         stage 1 of 4: Party branch proposes   moved Lin Xiao")
        assert any("hands, by: Party branch members' meeting" in row for row in rows)
        await press(pilot, "0")
        assert shown(pilot.app)[2].startswith(" 1. Motion (stage 1 of 4)  show of hands")
        await press(pilot, "6", "tab", "1", "enter", "0", "4", "3")
        assert shown(pilot.app)[5].endswith("carried  6 of 9, needed 5")
        await press(pilot, "5", "o", "2", *"guests", "enter", "4", "3")
        assert shown(pilot.app)[5].endswith("open now")


async def test_the_stages_are_undone_with_one_key(floor: Floor):
    async with opened(floor.store, "proposals").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "s", "1", "ctrl+s", "u", "enter")
        assert "Stages" not in shown(pilot.app)[5]
    assert ladder(floor) is None


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "Stage 4 is before its time: it opens on 10 March 2023."),
        ("zh", "第4步未到时间：2023年3月10日起方可进行。"),
    ],
)
async def test_a_stage_before_its_time_is_warned_of_and_put_all_the_same(
    tmp_path: Path, lang: str, told: str
):
    catalog.use(lang)
    store = Store(tmp_path / "council.db", create=True)
    found = staging.moved_again(store)
    with evening("2023-03-08") as at:
        at("19:20")
        async with opened(store, "agenda").run_test(size=SIZE) as pilot:
            await settled(pilot)
            assert shown(pilot.app)[21].startswith(f" ! {told}")
            await press(pilot, "0")
    item = store.reading(meetings.view_meeting, found.second).items[0]
    store.shut()
    assert [vote.open for vote in item.votes] == [True]


async def test_the_keys_work_on_a_proposal_only(floor: Floor):
    async with opened(floor.store, "proposals").run_test(size=SIZE) as pilot:
        await settled(pilot)
        before = shown(pilot.app)
        await press(pilot, "d")
        assert shown(pilot.app) == before
