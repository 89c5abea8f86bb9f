"""Proposals through the keys: written, moved, seconded, amended, reworded, withdrawn, put to the vote."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.items import MotionView
from council_tui.domain.meeting import MeetingView
from council_tui.store.store import Store
from council_tui.usecases import meetings, proposals
from council_tui.usecases.proposals import Wording
from council_tui.wording import catalog
from tests import assembly
from tests.assembly import Floor
from tests.tui.screen import opened, press, settled, shown


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = assembly.found(tmp_path / "council.db")
    yield made
    made.shut()


@pytest.fixture
def floor(store: Store) -> Floor:
    """林晓 has moved, 陈果 [/] has seconded; seven of nine are there."""
    return assembly.convene(store)


def held(store: Store) -> MeetingView:
    found = store.reading(meetings.view_current)
    assert found is not None
    return found


def motions(store: Store) -> tuple[MotionView, ...]:
    return held(store).items[0].motions


async def test_what_an_amendment_changes_is_marked(floor: Floor):
    changed = Wording("修路灯 [b，不超过 900 元", words="800 改为 900 [/]")
    floor.store.writing(proposals.amend, floor.meeting, floor.motion, changed, floor.people[2])
    async with opened(floor.store, "proposals").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "down")
        rows = shown(pilot.app)
    assert "修路灯 [b，不超过 [-800-]{+900+} 元" in rows[4]
    assert rows[2].split("   ")[0] == " Amendment 1  moved by Zhou Yiyi, not seconded"
    assert [row.startswith(">") for row in rows[6:10]] == [False, False, True, False]
    assert "800 改为 900 [/]" in rows[8]
    assert rows[8].endswith("to be voted on")


async def test_before_the_meeting_a_proposal_is_written_in_two_languages(store: Store):
    assembly.plan(store)
    async with opened(store, "proposals").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Nobody has written a proposal yet" in "".join(shown(pilot.app))
        await press(pilot, "0")
        await pilot.press(*"修路灯 [b", "enter", *"Mend [/]")
        await press(pilot, "ctrl+s")
        assert shown(pilot.app)[7].endswith("written")
    (motion,) = motions(store)
    assert (motion.text, motion.text_2, motion.mover) == ("修路灯 [b", "Mend [/]", None)


async def test_nothing_is_moved_before_the_meeting_sits(store: Store):
    _, item = assembly.plan(store)
    store.writing(proposals.write_proposal, item, Wording("修路灯"))
    async with opened(store, "proposals").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "m")
        assert shown(pilot.app)[22].startswith(" x The meeting is not open.")
    assert motions(store)[0].mover is None


async def test_what_was_written_is_moved_and_then_seconded(floor: Floor):
    floor.store.writing(proposals.withdraw, floor.meeting, floor.motion, "先不提")
    floor.store.writing(proposals.write_proposal, floor.item, Wording("改装路灯"))
    async with opened(floor.store, "proposals").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "down", "0")
        await pilot.press("3", "enter", "enter")
        await settled(pilot)
        assert motions(floor.store)[1].mover == floor.people[2]
        await press(pilot, "m")
        await pilot.press(*"陈果", "enter")
        await settled(pilot)
    assert motions(floor.store)[1].seconder == floor.people[1]


async def test_nobody_seconds_their_own_motion_and_the_form_stays(floor: Floor):
    floor.store.writing(proposals.withdraw, floor.meeting, floor.motion, "先不提")
    alone = floor.store.writing(
        proposals.move, floor.meeting, floor.item, Wording("改装路灯"), floor.people[0]
    )
    async with opened(floor.store, "proposals").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "down", "m")
        await press(pilot, *"林晓", "enter")
        rows = shown(pilot.app)
        assert "林晓 moved this and cannot second it as well." in rows[22]
        assert any("林晓" in row for row in rows[:20])
    assert [each.seconder for each in motions(floor.store) if each.id == alone] == [None]


async def test_an_amendment_begins_from_the_text_of_the_motion(floor: Floor):
    async with opened(floor.store, "proposals").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "r")
        await pilot.press("3", "enter", "4", "enter", *"加一句", "enter", "enter", *"急")
        await press(pilot, "ctrl+s")
    made = motions(floor.store)[1]
    assert (made.words, made.mover, made.seconder) == ("加一句", floor.people[2], floor.people[3])
    assert made.text == "急" + assembly.TEXT
    assert made.text_2 == "Mend the lamps"


async def test_a_text_is_reworded_and_every_version_is_kept(floor: Floor):
    async with opened(floor.store, "proposals").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "e")
        await pilot.press("end", *"整")
        await press(pilot, "ctrl+s")
        assert motions(floor.store)[0].text == assembly.TEXT + "整"
        await press(pilot, "enter")
        read = "\n".join(shown(pilot.app))
    assert "Version 1" in read
    assert "Version 2" in read
    assert "800 元{+整+}" in read


async def test_it_is_withdrawn_with_a_reason_only(floor: Floor):
    async with opened(floor.store, "proposals").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "b", "enter")
        assert shown(pilot.app)[22] == " x Please fill in the reason."
        await press(pilot, "b", *"另提 [x]", "enter")
        rows = shown(pilot.app)
    assert motions(floor.store)[0].withdrawn == "另提 [x]"
    assert "Withdrawn: 另提 [x]" in rows[5]
    assert rows[8].endswith("withdrawn")


async def test_the_amendment_is_put_to_the_vote_before_the_motion(floor: Floor):
    changed = Wording("修路灯，900 元", words="九百")
    made = floor.store.writing(proposals.amend, floor.meeting, floor.motion, changed, floor.people[2])
    async with opened(floor.store, "proposals").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert shown(pilot.app)[23].startswith("  0 vote on the amendment")
        await press(pilot, "0", "1")
    opened_vote = held(floor.store).open_vote
    assert opened_vote is not None
    assert opened_vote.opened.proposal == made


@pytest.mark.parametrize(("typed", "found"), [("路灯", 1), ("lin", 1), ("T-1", 0)])
async def test_the_list_is_filtered_by_words_and_by_the_pinyin_of_who_moved(
    floor: Floor, typed: str, found: int
):
    async with opened(floor.store, "proposals").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "/", *typed)
        assert f"{found} of 1" in shown(pilot.app)[2]
        await press(pilot, "escape")
        assert any(row.startswith(">") for row in shown(pilot.app))


async def test_without_a_meeting_the_first_row_says_what_to_do(store: Store):
    async with opened(store, "proposals").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert shown(pilot.app)[3] == " There is no meeting yet. 0: Home, then n: plan one."


async def test_a_wide_window_has_the_full_text_beside_the_list(floor: Floor):
    catalog.use("zh")
    async with opened(floor.store, "proposals").run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        rows = shown(pilot.app)
    assert rows[2].endswith("全文")
    assert any("Mend the lamps" in row for row in rows)
