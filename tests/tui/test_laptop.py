"""The laptop passed round: what the recorder sees, what a voter sees, and what nobody sees."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from council_tui.domain.votes import VoteView, Way
from council_tui.store.store import Store
from council_tui.tui import safety
from council_tui.tui.count import DESKS, kiosk
from council_tui.wording import catalog
from tests.assembly import Floor
from tests.road.terminal import ROOT
from tests.tui.ballots import SIZE, convened, figures, typed_ahead, votes
from tests.tui.screen import opened, press, settled, shown

LAPTOP = str(list(DESKS).index(Way.LAPTOP) + 1)


@pytest.fixture(autouse=True)
def _an_evening(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNCIL_TUI_CLOCK", "2023-02-08T19:30")
    for name in ("TEXTUAL_LOG", "TEXTUAL_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(safety, "RECORDERS", frozenset())


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    """Seven of nine are there: four are more than half."""
    made = convened(tmp_path, 7)
    yield made
    made.store.shut()


async def begun(pilot: Pilot[None]) -> None:
    """Put what waits to a ballot on the laptop."""
    await settled(pilot)
    await press(pilot, "h")
    await press(pilot, LAPTOP)
    await press(pilot, "enter")


async def cast(pilot: Pilot[None], *pressed: str) -> None:
    """Seat 1 presses the first key, seat 2 the second."""
    for seat, key in enumerate(pressed, 1):
        await press(pilot, str(seat), "enter")
        await press(pilot, key, "enter", "escape")


def whole(floor: Floor) -> VoteView:
    return votes(floor.store)[-1]


async def test_it_is_said_first_what_it_cannot_do_and_nothing_is_opened_without_a_yes(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "h")
        await press(pilot, LAPTOP)
        said = " ".join(row.strip() for row in shown(pilot.app))
        for words in ("No recount is possible", "fewer than 5", "all vote alike", "elections of persons"):
            assert words in said
        await press(pilot, "escape")
        assert votes(floor.store) == ()


async def test_seven_pass_it_round_and_the_totals_are_written_at_the_close_only(floor: Floor):
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await begun(pilot)
        await cast(pilot, "1", "1", "1", "1", "2", "2", "3")
        rows = shown(app)
        assert rows[7] == "   7 of 7 have voted."
        assert rows[23].startswith("  0 close ")
        assert whole(floor).closed is None
        await press(pilot, "0")
        await press(pilot, "enter")
        assert app.clerk.urn is None
    vote = whole(floor)
    assert figures(vote) == (4, 2, 1, True)
    assert (vote.ticked, dict(vote.answers)) == ((), {})


async def test_who_voted_is_kept_where_the_body_wants_it(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await begun(pilot)
        for seat, key in (("5", "1"), ("2", "2"), ("4", "1")):
            await press(pilot, seat, "enter")
            await press(pilot, key, "enter", "escape")
        assert shown(pilot.app)[8] == "   Still to vote, by seat: 1, 3, 6, 7"
        await press(pilot, "0")
        await press(pilot, "2")
    vote = whole(floor)
    assert vote.ticked == (floor.people[1], floor.people[3], floor.people[4])
    assert figures(vote) == (2, 1, 0, False)


async def test_nobody_votes_twice_and_nobody_else_votes(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await begun(pilot)
        await cast(pilot, "1")
        await press(pilot, "1", "enter")
        assert shown(pilot.app)[22] == " x Seat 1 has voted already."
        await press(pilot, "backspace", "9", "enter")
        assert shown(pilot.app)[22] == " x Type the seat number of somebody who may vote."
        assert shown(pilot.app)[7] == "   1 of 7 has voted."


async def test_a_choice_is_taken_back_before_enter_and_never_after(floor: Floor):
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await begun(pilot)
        await press(pilot, "1", "enter")
        await press(pilot, "enter")
        assert shown(app)[22] == " x Nothing is chosen yet: press a number first."
        await press(pilot, "1", "backspace", "enter", "2", "enter")
        await press(pilot, "backspace", "1", "enter", "3", "enter")  # too late: it is in the count
        assert "Thank you" in shown(app)[22]
        await press(pilot, "escape", "0")
        await press(pilot, "enter")
    assert figures(whole(floor)) == (0, 1, 0, False)


async def test_the_laptop_that_comes_back_without_a_vote_counts_nothing(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await begun(pilot)
        await press(pilot, "3", "enter")
        await press(pilot, "1", "escape")
        assert shown(pilot.app)[22].startswith(" x The laptop came back without a vote")
        assert shown(pilot.app)[7] == "   0 of 7 have voted."


@pytest.mark.parametrize("lang", ["en", pytest.param("zh", marks=pytest.mark.long)])
async def test_a_voter_sees_the_same_whatever_they_press_and_for_no_longer_than_said(
    floor: Floor, lang: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(kiosk, "SEEN", 0.3)
    catalog.use(lang)
    app = opened(floor.store, "votes")
    seen: dict[str, list[list[str]]] = {}
    async with app.run_test(size=SIZE) as pilot:
        await begun(pilot)
        for seat, key in enumerate("123", 1):
            await press(pilot, str(seat), "enter")
            pictures = [shown(app)]
            await press(pilot, key)
            pictures.append(shown(app))
            await asyncio.sleep(0.4)
            await settled(pilot)
            pictures.append(shown(app))
            await press(pilot, "enter")
            pictures.append(shown(app))
            seen[key] = pictures
            await press(pilot, "escape")
    for place in (0, 2, 3):
        assert seen["1"][place] == seen["2"][place] == seen["3"][place]
    for other in "23":
        differing = [n for n, (a, b) in enumerate(zip(seen["1"][1], seen[other][1], strict=True)) if a != b]
        assert len(differing) == 1
        a, b = seen["1"][1][differing[0]], seen[other][1][differing[0]]
        assert (len(a), len(a.encode())) == (len(b), len(b.encode()))
    assert max(len(row) for pictures in seen.values() for each in pictures for row in each) <= 80


async def test_no_other_key_leads_a_voter_away(floor: Floor):
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await begun(pilot)
        await press(pilot, "1", "enter")
        before = shown(app)
        await press(
            pilot, "q", "ctrl+q", "u", "U", "0", "4", "9", "b", "h", "w", "question_mark", "tab", "ctrl+p"
        )
        assert shown(app) == before
        assert (len(app.screen_stack), app.current_mode) == (2, "votes")


async def test_a_second_enter_opens_no_second_ballot(floor: Floor):
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await begun(pilot)
        await typed_ahead(app, ["1", "enter", "enter", "enter"])
        await settled(pilot)
        assert len(app.screen_stack) == 2
        await press(pilot, "1", "enter", "escape")
        assert shown(app)[7] == "   1 of 7 has voted."


@pytest.mark.parametrize(("tab", "keys"), [("agenda", ("h",)), ("proposals", ("0",))])
async def test_it_is_put_from_other_screens_as_well(floor: Floor, tab: str, keys: tuple[str, ...]):
    app = opened(floor.store, tab)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, *keys)
        await press(pilot, LAPTOP)
        if tab == "agenda":
            await press(pilot, "0")
        await press(pilot, "enter")
        assert app.current_mode == "votes"
        assert shown(app)[7] == "   0 of 7 have voted."


async def test_the_counters_survive_other_screens_and_are_seen_on_none(floor: Floor):
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await begun(pilot)
        await cast(pilot, "1", "1", "2")
        await press(pilot, "escape")
        for tab in "134689":
            await press(pilot, tab)
            rows = shown(app)
            assert not [row for row in rows if "+2" in row or "yes 2" in row or "3 of 7" in row]
        await press(pilot, "5")
        assert shown(app)[7] == "   3 of 7 have voted."
        await press(pilot, "0")
        await press(pilot, "enter")
    assert figures(whole(floor)) == (2, 1, 0, False)


async def test_whoever_quits_is_told_and_at_the_next_start_the_ballot_is_void(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await begun(pilot)
        await cast(pilot, "1", "1")
        await press(pilot, "q")
        assert "void" in " ".join(shown(pilot.app))
        await press(pilot, "enter")
    floor.store.shut()
    store = Store(floor.store.path)
    app = opened(store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "This ballot is void" in shown(app)[5]
        await press(pilot, "1", "0")  # nothing is taken, nothing is closed
        assert votes(store)[-1].open
        await press(pilot, "enter")
        await press(pilot, "enter")
        assert shown(app)[7] == "   0 of 7 have voted."
    first, second = votes(store)
    store.shut()
    assert first.abandoned is not None
    assert (first.closed, second.open, second.opened.way) == (None, True, Way.LAPTOP)


async def test_it_is_ended_with_a_reason_and_its_counters_are_gone(floor: Floor):
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await begun(pilot)
        await cast(pilot, "1", "1")
        await press(pilot, "b")
        await press(pilot, *"dark", "enter")
        assert app.clerk.urn is None
        await press(pilot, "u")
        await press(pilot, "enter")
    vote = whole(floor)
    assert vote.abandoned is not None
    assert vote.abandoned.reason == "dark"


async def test_a_window_that_only_looks_says_neither_turnout_nor_that_it_is_void(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await begun(pilot)
        await cast(pilot, "1")
        looking = Store(floor.store.path, view_only=True)
        app = opened(looking, "votes")
        async with app.run_test(size=SIZE) as second:
            await settled(second)
            rows = shown(app)
            assert rows[5] == "   The ballot is taken in the other window."
            assert not [row for row in rows if "void" in row or "1 of 7" in row]
        looking.shut()


async def test_fewer_than_five_are_asked_twice(tmp_path: Path):
    floor = convened(tmp_path, 4)
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await begun(pilot)
        assert votes(floor.store) == ()
        assert "Only 4 may vote" in " ".join(shown(pilot.app))
        await press(pilot, "enter")
    assert votes(floor.store)[-1].open
    floor.store.shut()


@pytest.mark.parametrize(
    "name", ["TEXTUAL_LOG", "TEXTUAL_DEBUG", "TEXTUAL_DEVTOOLS_PORT", "TEXTUAL_SCREENSHOT", "TEXTUAL_PRESS"]
)
async def test_it_is_refused_where_a_setting_would_write_down_what_is_pressed(
    floor: Floor, name: str, monkeypatch: pytest.MonkeyPatch
):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        monkeypatch.setenv(name, "x")
        await begun(pilot)
        assert shown(pilot.app)[22].startswith(f" x {name} is set and would write down")
    assert votes(floor.store) == ()


async def test_a_program_that_breaks_in_a_voters_hands_reports_nothing_of_the_vote(
    floor: Floor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(kiosk.Kiosk, "action_confirm", _broken)
    with pytest.raises(RuntimeError):
        await _broken_off(floor)
    reports = list((tmp_path / "state").rglob("report-*"))
    assert len(reports) == 1
    told = reports[0].read_text("utf-8")
    assert "_broken" in told
    assert not [word for word in ("abstain", "ABSTAIN", "Choice", "Urn", "林晓") if word in told]
    assert whole(floor).open


async def _broken_off(floor: Floor) -> None:
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await begun(pilot)
        await press(pilot, "1", "enter")
        await press(pilot, "3", "enter")


def _broken(self: kiosk.Kiosk) -> None:
    picked = self._picked
    raise RuntimeError(picked)


@pytest.mark.skipif(shutil.which("script") is None or sys.platform != "linux", reason="no util-linux here")
def test_it_is_refused_in_a_terminal_that_is_recorded():
    code = "from council_tui.tui import safety; print(safety.watched())"
    command = ["script", "--quiet", "--return", "--command", f"{sys.executable} -c '{code}'", os.devnull]
    told = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout
    assert told.strip() == "This terminal is recorded by script. Start again outside of it, or use papers."


async def test_where_no_abstention_is_asked_three_is_no_key(tmp_path: Path):
    floor = convened(tmp_path, 7, rules="robert_simple")
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await begun(pilot)
        await press(pilot, "1", "enter")
        assert "abstain" not in " ".join(shown(pilot.app))
        await press(pilot, "3", "enter")
        assert shown(pilot.app)[22] == " x Nothing is chosen yet: press a number first."
    floor.store.shut()
