"""Polls through the keys: papers typed in digits, mended and taken back, ties, further rounds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.agenda import Outcome
from council_tui.domain.polls import PollEntry, PollView
from council_tui.domain.votes import Way
from council_tui.store.store import Store
from council_tui.usecases import meetings, votes
from council_tui.wording import catalog
from tests import late
from tests.assembly import Floor
from tests.polled import FOUR, PROJECTS, TRIO, held, item, open_
from tests.tui.ballots import SIZE, convened, typed_ahead
from tests.tui.screen import opened, panel, press, settled, shown


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    """Seven of nine are there."""
    made = convened(tmp_path, 7)
    yield made
    made.store.shut()


def polls(store: Store) -> tuple[PollView, ...]:
    found = store.reading(meetings.view_current)
    assert found is not None
    return found.polls


async def test_an_election_from_the_form_to_the_outcome_of_the_item(floor: Floor):
    """3, 2 and 1 of six marked papers; most votes."""
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "e")
        await press(pilot, "2")
        assert panel(pilot.app)[1] == "New poll: Most votes"
        await press(pilot, *(["tab"] * 5), *"1,2,lx", "ctrl+s")
        for paper in "1", "2", "1", "3", "1", "2":
            await press(pilot, paper, "enter")
        await press(pilot, "0", "enter")
        await press(pilot, "minus")
        rows = shown(pilot.app)
        assert "8 papers typed: 6 marked, 1 blank, 1 invalid. 7 may vote." in "\n".join(rows)
    assert [each.name for each in polls(floor.store)[0].candidates][:1] == [""]
    assert polls(floor.store)[0].papers == {"1 0 0": 3, "0 1 0": 2, "0 0 1": 1}


async def test_papers_typed_ahead_are_each_recorded(floor: Floor):
    open_(floor, PollEntry("主任", "Chair", "approval", FOUR, 2))
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await typed_ahead(
            app, ["1", "2", "enter", "2", "space", "4", "enter", "fullwidth_digit_one", "enter"]
        )
        await settled(pilot)
    assert polls(floor.store)[0].papers == {"1 1 0 0": 1, "0 1 0 1": 1, "1 0 0 0": 1}


async def test_backspace_brings_the_last_paper_back_into_the_line(floor: Floor):
    open_(floor, PollEntry("代表", "Delegates", "stv", FOUR, 2))
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "3", "1", "enter", "2", "4", "enter")
        await press(pilot, "backspace")
        assert polls(floor.store)[0].papers == {"3 1": 1}
        await press(pilot, "backspace", "1", "enter")
    assert polls(floor.store)[0].papers == {"3 1": 1, "2 1": 1}


async def test_too_many_marks_are_a_slip_or_at_the_second_enter_an_invalid_paper(floor: Floor):
    open_(floor, PollEntry("主任", "Chair", "plurality", TRIO))
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "1", "2", "enter")
        assert shown(pilot.app)[22].startswith(" x 2 marked, at most 1: the paper is invalid.")
        assert polls(floor.store)[0].returned == 0
        await press(pilot, "backspace", "enter", "1", "2", "enter", "enter")
    assert (polls(floor.store)[0].papers, polls(floor.store)[0].invalid) == ({"1 0 0": 1}, 1)


async def test_points_are_a_digit_for_each_candidate(floor: Floor):
    open_(floor, PollEntry("日子", "Day", "score", TRIO))
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "5", "3", "enter")
        assert shown(pilot.app)[22] == " x 2 figures typed; there are 3, one for each candidate."
        await press(pilot, "0", "enter")
    assert polls(floor.store)[0].papers == {"5 3 0": 1}


async def test_a_majority_or_a_second_round_and_the_item_is_carried(floor: Floor):
    """3, 2, 1 of six: more than half is 4. Then 2 against 4."""
    open_(floor, PollEntry("主任", "Chair", "majority", TRIO))
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        for paper in "111223":
            await press(pilot, paper, "enter")
        await press(pilot, "enter")
        await press(pilot, "enter")
        text = "\n".join(shown(pilot.app))
        assert "-  Nobody has more than half. Second round: A [/], B." in text
        assert "More than half of the papers (6) is 4." in text
        await press(pilot, "0")
        await press(pilot, "0")
        for paper in "112222":
            await press(pilot, paper, "enter")
        await press(pilot, "enter")
        await press(pilot, "enter")
        assert "+  B elected." in "\n".join(shown(pilot.app))
        await press(pilot, "0")
    found = floor.store.reading(meetings.view_current)
    assert found is not None
    assert found.items[0].settled is not None
    assert (found.items[0].settled.outcome, found.items[0].settled.resolution) == (
        Outcome.CARRIED,
        "主任：乙当选。",
    )


async def test_a_tie_asks_for_the_order_drawn_and_goes_on(floor: Floor):
    open_(floor, PollEntry("主任", "Chair", "plurality", TRIO))
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        for paper in "1122":
            await press(pilot, paper, "enter")
        await press(pilot, "enter")
        await press(pilot, "enter")
        assert panel(pilot.app)[1] == "Tied: A [/], B. What decides?"
        await press(pilot, "1")
        await press(pilot, "2", "1", "enter")
        text = "\n".join(shown(pilot.app))
    assert "+  B elected." in text
    assert "The lot elects B." in text
    assert polls(floor.store)[0].lots == ((2, 1),)


async def test_more_papers_than_issued_are_refused_and_more_than_people_void(floor: Floor):
    open_(floor, PollEntry("主任", "Chair", "plurality", TRIO))
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        for paper in "11111111":
            await press(pilot, paper, "enter")
        assert "the whole poll is void" in "\n".join(shown(pilot.app))
        await press(pilot, "enter")
        await press(pilot, "enter")
        assert shown(pilot.app)[22] == " x Not recorded: 8 papers were typed, but 7 were issued."
        await press(pilot, "enter")
        await press(pilot, "backspace", "9", "enter")
        assert "-  The poll is void: 8 papers came back, but 7 may vote" in "\n".join(shown(pilot.app))


async def test_a_long_count_is_turned_by_pages_and_read_whole(floor: Floor):
    open_(floor, PollEntry("代表", "Delegates", "stv", FOUR, 2))
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        for paper in ["12", "12", "12", "12", "3", "3", "43"]:
            await press(pilot, *paper, "enter")
        await press(pilot, "enter")
        await press(pilot, "enter")
        assert "The quota is 3." in "\n".join(shown(pilot.app))
        before = shown(pilot.app)
        await press(pilot, "pagedown")
        assert shown(pilot.app)[:7] == before[:7]
        assert shown(pilot.app)[8:] != before[8:]
        await press(pilot, *["pagedown"] * 9)
        assert "A [/], C elected, in this order." in shown(pilot.app)[5]
        end = shown(pilot.app)
        await press(pilot, "up")
        assert shown(pilot.app) != end
        await press(pilot, "enter")
        assert panel(pilot.app)[1] == "Delegates"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80])
async def test_a_desk_of_projects_fits(floor: Floor, lang: str, width: int):
    catalog.use(lang)
    open_(floor, PollEntry("微心愿", "Small wishes", "mes", PROJECTS * 6, budget=120_000))
    async with opened(floor.store, "votes").run_test(size=(width, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "1", "8", "space", "1", "enter")
        rows = shown(pilot.app)
    assert polls(floor.store)[0].papers == {" ".join(["1", *"0" * 16, "1"]): 1}
    assert any("18" in row and ("雨棚" in row or "Canopy" in row) for row in rows)


async def test_an_open_poll_waits_while_the_chair_looks_elsewhere_and_ends_with_a_reason(floor: Floor):
    open_(floor, PollEntry("主任", "Chair", "plurality", TRIO))
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "1", "enter", "escape")
        await press(pilot, "0")
        assert "1 paper typed" in "\n".join(shown(pilot.app))
        await press(pilot, "b")
        await press(pilot, *"torn", "enter")
        assert "Ended without a result: torn." in "\n".join(shown(pilot.app))
        await press(pilot, "escape")
        await press(pilot, "5")
        assert "no result" in "\n".join(shown(pilot.app))


async def test_papers_come_from_a_file_and_a_broken_one_is_refused(floor: Floor, tmp_path: Path):
    open_(floor, PollEntry("微心愿", "Small wishes", "greedy", PROJECTS, budget=120_000))
    sound, broken = tmp_path / "a.csv", tmp_path / "b.csv"
    sound.write_text("count,Lamps,Bench,Canopy\n2,1,1,0\n1,0,0,1\n", "utf-8")
    broken.write_text("count,Lamps,Bench,Canopy\n2,1,7,0\n", "utf-8")
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        for path in tmp_path / "none.csv", broken, sound:
            await press(pilot, "f")
            pilot.app.screen.query_one("ImeInput").value = str(path)  # type: ignore[attr-defined]
            await press(pilot, "enter")
            told = shown(pilot.app)[22]
            if path is broken:
                assert told == " x Line 2: a mark is 0 or 1 here, not 7."
    assert polls(floor.store)[0].papers == {"1 1 0": 2, "0 0 1": 1}


async def test_of_a_vote_and_a_poll_with_one_time_that_of_the_later_item_stands_first(tmp_path: Path):
    """As when both are typed in afterwards: the clock stands still at 20:30."""
    with late.returned(tmp_path / "council.db") as floor:
        vote = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
        floor.store.writing(votes.abandon_vote, vote, "停电")
        chair = PollEntry("主任", "Chair", "approval", FOUR, 2)
        held(floor, chair, ["1", "12"], item(floor, "选举", "Election"))
        async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
            await settled(pilot)
            await press(pilot, "escape")
            listed = [row for row in shown(pilot.app) if row.rstrip().endswith(("no result", "Decided"))]
    assert [row[2] for row in listed] == ["2", "1"]
