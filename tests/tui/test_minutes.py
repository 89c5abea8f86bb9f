"""Minutes through the keys: gaps mended, words changed, signed off, exported, corrected, signed off again."""

import hashlib
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from council_tui.domain.agenda import Outcome, Role
from council_tui.domain.figures import Figures
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import Part
from council_tui.domain.votes import Way
from council_tui.export.text import lines
from council_tui.store import folders
from council_tui.store.store import Store
from council_tui.usecases import agenda, attendance, floor, meetings, minutes, promises, results, votes
from council_tui.usecases.promises import ActionEntry
from council_tui.wording import catalog
from council_tui.wording.minutes import compose_in, sealed_hash
from tests import assembly
from tests.assembly import Floor
from tests.tui.screen import opened, panel, press, settled, shown

SIZE = 80, 24


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Floor]:
    """A meeting that is over: five for, one against, one abstains; chair and recorder are named."""
    store = assembly.found(tmp_path / "council.db")
    made = assembly.convene(store)
    for role, person in ((Role.CHAIR, made.people[0]), (Role.RECORDER, made.people[1])):
        store.writing(meetings.hand_over, made.meeting, role, [person])
    vote = store.writing(votes.open_vote, made.meeting, made.motion, Way.HANDS)
    store.writing(votes.close_hands, vote, Figures(5, 1, 1))
    store.writing(results.announce_result, vote)
    store.writing(floor.note_remark, made.meeting, made.item, "太贵 [/]", made.people[2])
    store.writing(meetings.adjourn, made.meeting)
    yield made
    store.shut()


def view(floor: Floor) -> MeetingView:
    return floor.store.reading(meetings.view_meeting, floor.meeting)


def exports(floor: Floor) -> list[str]:
    return [each.sha256 for each in floor.store.reading(minutes.view_papers).exports]


async def export(pilot: Pilot[None], folder: Path | str, name: str, *more: str) -> None:
    """Type a folder and a name into the dialog, and write."""
    await press(pilot, "x")
    await pilot.press(*["enter"] * 4, *str(folder), "enter", *name, *more)
    await press(pilot, "ctrl+s")
    await settled(pilot)


def paper(rows: list[str]) -> list[str]:
    """The lines of the paper that are seen: all between its head and the rows at the bottom."""
    head = next(n for n, row in enumerate(rows) if row.startswith((" Minutes", " Record", " 纪要")))
    return [row[2:] for row in rows[head + 1 : 21]]


async def test_an_action_without_a_date_is_mended_where_it_is_listed(held: Floor):
    held.store.writing(
        promises.assign_action, held.meeting, held.item, ActionEntry("买灯 [/]", person=held.people[3])
    )
    async with opened(held.store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        rows = shown(pilot.app)
        assert rows[2].startswith(" 1 gap  ")
        assert rows[3].startswith("> An action has no date.")
        assert "买灯 [/]" in rows[3]
        await press(pilot, "0")
        await pilot.press(*["enter"] * 4, *"2023-02-15")
        await press(pilot, "enter")
        assert shown(pilot.app)[2] == " Nothing is missing."
    (action,) = view(held).actions
    assert (action.fact.due, action.fact.person) == ("2023-02-15", held.people[3])


async def test_an_outcome_that_nobody_noted_is_entered_afterwards(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    made = assembly.convene(store)
    store.writing(meetings.adjourn, made.meeting)
    async with opened(store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "down", "down")
        assert shown(pilot.app)[5].startswith("> No outcome was recorded.")
        await press(pilot, "enter", "3")
        await pilot.press(*"知道了")
        await press(pilot, "ctrl+s")
    settled_ = store.reading(meetings.view_meeting, made.meeting).items[0].settled
    store.shut()
    assert settled_ is not None
    assert (settled_.outcome, settled_.resolution) == (Outcome.NOTED, "知道了")


async def test_the_discussion_is_worded_in_one_language_and_figures_stay(held: Floor):
    async with opened(held.store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "l", "e", "enter")
        await pilot.press(*"Two members spoke [b].")
        await press(pilot, "ctrl+s")
    now = view(held)
    said = "Two members spoke [b].Zhou Yiyi: 太贵 [/]."
    assert now.worded == {(held.item, Part.DISCUSSION, "en"): said}
    english = "\n".join(lines(compose_in(now, minutes.PaperKind.MINUTES, "en"), 76))
    chinese = "\n".join(lines(compose_in(now, minutes.PaperKind.MINUTES, "zh"), 76))
    assert "Two members spoke [b]." in english
    assert "太贵 [/]" in chinese
    assert "Two members" not in chinese


async def test_nothing_is_recorded_where_nothing_was_changed(held: Floor):
    before = view(held).head
    async with opened(held.store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "e", "enter", "ctrl+s")
    assert view(held).head == before


async def test_a_remark_is_reworded(held: Floor):
    async with opened(held.store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "e", "2")
        await pilot.press("end", *"再议")
        await press(pilot, "ctrl+s")
    assert [each.fact.text for each in view(held).items[0].remarks] == ["太贵 [/]再议"]


async def test_the_chair_signs_off_what_is_seen(held: Floor):
    async with opened(held.store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0")
        assert any("Chair: Lin Xiao" in row for row in shown(pilot.app))
        await press(pilot, "enter")
        rows = shown(pilot.app)
    (seal,) = view(held).seals
    assert (seal.fact.version, seal.fact.chair) == (1, held.people[0])
    assert seal.fact.sha256 == sealed_hash(view(held))
    assert any(f"version 1, sealed #{seal.entry}" in row for row in rows)


async def test_what_was_signed_off_is_offered_again_only_when_something_has_changed(held: Floor):
    async with opened(held.store, "minutes").run_test(size=(120, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "g", "enter")
        assert "sign off" not in shown(pilot.app)[23]
        await press(pilot, "g")
        assert shown(pilot.app)[22] == " x Nothing has changed since version 1 was signed off."
        await press(pilot, "e", "enter", *"again [/]", "ctrl+s")
        assert "sign off" in shown(pilot.app)[23]
        await press(pilot, "g", "enter")
    assert [each.fact.version for each in view(held).seals] == [1, 2]


async def test_what_came_in_between_is_looked_at_before_it_is_signed(held: Floor):
    async with opened(held.store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "g")
        held.store.writing(minutes.word_part, held.meeting, None, Part.CLOSING, "zh", "谢谢大家")
        await press(pilot, "enter")
        assert "Look again, then repeat." in shown(pilot.app)[22]
        assert view(held).seals == ()
        await press(pilot, "g", "enter")
    assert [each.fact.version for each in view(held).seals] == [1]


async def test_nothing_is_signed_off_before_the_meeting_is_over(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    made = assembly.convene(store)
    async with opened(store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "g")
        assert shown(pilot.app)[22] == " x The meeting is not adjourned yet."
        assert any("draft, writing itself as the meeting runs" in row for row in shown(pilot.app))
    assert store.reading(meetings.view_meeting, made.meeting).seals == ()
    store.shut()


async def test_the_bytes_of_a_sealed_paper_are_the_preview_and_a_fact(held: Floor, tmp_path: Path):
    async with opened(held.store, "minutes").run_test(size=(80, 60)) as pilot:
        await settled(pilot)
        await press(pilot, "g", "enter")
        seen = shown(pilot.app)
        await export(pilot, tmp_path, "纪要 [/]")
        message = "".join(panel(pilot.app))
    head = next(n for n, row in enumerate(seen) if row.startswith(" Minutes"))
    preview = [row[2:] for row in seen[head + 1 : 57]]
    content = (tmp_path / "纪要 [ ].txt").read_bytes()
    assert content.decode("utf-8").splitlines() == "\n".join(preview).rstrip().splitlines()
    assert exports(held) == [hashlib.sha256(content).hexdigest()]
    assert stat.S_IMODE((tmp_path / "纪要 [ ].txt").stat().st_mode) == 0o600
    assert str(tmp_path) in message
    assert f"{len(content):,}" in message
    assert folders.last_folder() == tmp_path


async def test_a_draft_says_so_and_is_no_fact(held: Floor, tmp_path: Path):
    async with opened(held.store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await export(pilot, tmp_path, "draft")
        assert any("Written as a draft: " in row for row in shown(pilot.app))
    assert "（草稿，未签发）" in (tmp_path / "draft.txt").read_text(encoding="utf-8")
    assert exports(held) == []


async def test_another_file_is_replaced_only_when_that_is_wanted(held: Floor, tmp_path: Path):
    other = tmp_path / "draft.txt"
    other.write_text("另一份", encoding="utf-8")
    async with opened(held.store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await export(pilot, tmp_path, "draft")
        assert any("Replace it?" in row for row in shown(pilot.app))
        await press(pilot, "escape")
        assert other.read_text(encoding="utf-8") == "另一份"
        assert "There is a file of that name" in shown(pilot.app)[22]
        await press(pilot, "ctrl+s", "enter")
        await settled(pilot)
    assert "路灯 [/]" in other.read_text(encoding="utf-8")


async def test_the_footer_says_of_the_last_field_that_enter_writes(held: Floor):
    async with opened(held.store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "x", "shift+tab")
        assert shown(pilot.app)[23].startswith("  Enter write it   Right key next choice   Esc")


async def test_a_folder_that_is_not_there_is_said_in_words(held: Floor, tmp_path: Path):
    catalog.use("zh")
    async with opened(held.store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await export(pilot, tmp_path / "x" / "y", "draft")
        rows = shown(pilot.app)
        assert rows[22].startswith(" x 没有写成：没有这个文件夹。")
        assert any("draft" in row for row in rows[:20])
    assert list(tmp_path.glob("x*")) == []


async def test_on_a_drive_that_is_taken_out_a_paper_is_written_for_windows(
    held: Floor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    stick = tmp_path / "media" / "USB [b]"
    stick.mkdir(parents=True)
    monkeypatch.setattr(folders, "SHELVES", (tmp_path / "media",))
    monkeypatch.setattr("os.path.ismount", lambda path: Path(path) == stick)
    async with opened(held.store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "x", "ctrl+s")
        await settled(pilot)
    (written,) = stick.iterdir()
    content = written.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") > 10


async def test_a_correction_after_the_seal_is_a_new_version_and_the_old_one_stays(
    held: Floor, tmp_path: Path
):
    vote = view(held).votes[0]
    async with opened(held.store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "g", "enter")
        await export(pilot, tmp_path, "one")
        await press(pilot, "enter")
        held.store.writing(results.correct_result, vote.id, Figures(4, 2, 1), "点错了")
        pilot.app.clerk.version += 1
        await pilot.app.run_action("go('proposals')")
        await settled(pilot)
        await pilot.app.run_action("go('minutes')")
        await settled(pilot)
        assert any("draft, changed since version 1" in row for row in shown(pilot.app))
        await press(pilot, "0", "enter")
        rows = shown(pilot.app)
        await export(pilot, tmp_path, "two")
    assert [each.fact.version for each in view(held).seals] == [1, 2]
    assert rows[3].startswith(" Version 2   signed off ")
    assert rows[4].startswith(" Version 1   signed off ")
    assert rows[4].endswith("exported 1")
    one, two = (tmp_path / name for name in ("one.txt", "two.txt"))
    assert "点错了" not in one.read_text(encoding="utf-8")
    assert "点错了" in two.read_text(encoding="utf-8")
    assert exports(held) == [hashlib.sha256(each.read_bytes()).hexdigest() for each in (one, two)]


async def test_the_paper_has_a_language_and_a_width_of_its_own(held: Floor):
    async with opened(held.store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "纪要" in "".join(paper(shown(pilot.app)))
        await press(pilot, "l", "left")
        rows = shown(pilot.app)
        assert any(row.startswith(" Minutes  English  56 columns") for row in rows)
        assert "MINUTES" in "".join(paper(rows)).upper()
        await press(pilot, "v")
        assert any(row.startswith(" Record of proceedings  English  56 columns") for row in shown(pilot.app))
        await press(pilot, "pagedown")
        assert any("2 / " in row for row in shown(pilot.app))


async def test_without_a_meeting_the_first_row_says_what_to_do(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    async with opened(store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "g", "x", "e", "v", "down", "enter")
        assert shown(pilot.app)[3] == " There is no meeting yet. 0: Home, then n: plan one."
    store.shut()


async def test_an_office_nobody_was_named_for_is_entered_afterwards(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    made = assembly.convene(store)
    store.writing(agenda.settle_item, made.meeting, made.item, agenda.Settlement(Outcome.NOTED))
    store.writing(meetings.adjourn, made.meeting)
    async with opened(store, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert shown(pilot.app)[3].startswith("> No chair was named.")
        await press(pilot, "enter", "2", "enter")
    assert store.reading(meetings.view_meeting, made.meeting).holders(Role.CHAIR) == (made.people[1],)
    store.shut()


@pytest.mark.parametrize(("size", "columns"), [((100, 24), 40), ((120, 40), 56), ((160, 50), 76)])
async def test_a_wide_window_has_the_paper_beside_what_is_missing(
    held: Floor, size: tuple[int, int], columns: int
):
    async with opened(held.store, "minutes").run_test(size=size) as pilot:
        await settled(pilot)
        rows = shown(pilot.app)
        await press(pilot, "end")
        last = shown(pilot.app)
    assert rows[2].startswith(" Nothing is missing.")
    assert f"{columns} columns" in rows[2]
    assert any("draft, not signed off" in row for row in rows[2:4])
    assert any("（草稿，未签发）" in row for row in rows)
    assert any("通过日期" in row for row in last)


async def test_a_version_that_a_later_meeting_adopted_says_so(held: Floor):
    now = view(held)
    seal = held.store.writing(minutes.sign_off, held.meeting, held.people[0], now.head, sealed_hash(now))
    later, _ = assembly.plan(held.store, "2023-03-08T19:00")
    held.store.writing(attendance.sign_in, later, held.people[0])
    held.store.writing(meetings.open_meeting, later)
    held.store.writing(minutes.adopt_minutes, seal, later)
    held.store.writing(meetings.adjourn, later)
    app = opened(held.store, "minutes")
    app.clerk.chosen = held.meeting
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        rows = shown(pilot.app)
    assert rows[3].endswith("adopted")
    assert any(row.endswith("version 1, adopted") for row in rows)


async def test_a_second_window_hands_a_sealed_paper_out_and_says_that_it_is_not_recorded(
    held: Floor, tmp_path: Path
):
    now = view(held)
    held.store.writing(minutes.sign_off, held.meeting, held.people[0], now.head, sealed_hash(now))
    looking = Store(tmp_path / "council.db", view_only=True)
    async with opened(looking, "minutes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await export(pilot, tmp_path, "copy")
        told = " ".join(panel(pilot.app))
    looking.shut()
    assert (tmp_path / "copy.txt").exists()
    assert "View only" in told
    assert exports(held) == []
