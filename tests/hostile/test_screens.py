"""Everything on the screens that can be typed into takes every hostile text.

What there is to type into is found out from the source; a field that no door leads to fails.
"""

import os
from collections.abc import Iterable
from itertools import cycle
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import TextArea

from council_tui.store.store import Store
from council_tui.wording import catalog
from tests.hostile import strings
from tests.hostile.discover import Site, sites
from tests.hostile.doors import DOORS, STATES, Door
from tests.hostile.robot import Robot, Seen
from tests.tui.screen import opened, press, settled, shown

SIZE = (80, 24)


ROTATING = dict(zip(DOORS[::2], cycle(strings.sample()), strict=False))
"""Of the classes one after the other, each behind another door."""

Turn = tuple[Door, str, bool]
"""A door, a text, and whether it goes also where only a day, a number or a name is taken."""


async def swept(folder: Path, state: str, turns: Iterable[Turn]) -> tuple[list[str], set[Site]]:
    """All that goes wrong behind the doors of a state, and what was typed into."""
    store, seen, waiting = STATES[state](folder), Seen(), list(turns)
    faults: list[str] = []
    try:
        with seen.watching():
            while waiting:
                faults += await typed_through(store, seen, waiting)
    finally:
        store.shut()
        catalog.use("en")
    return faults, seen.tried


async def typed_through(store: Store, seen: Seen, waiting: list[Turn]) -> list[str]:
    """What waits to be typed, until nothing does or the program breaks; all that went wrong."""
    faults: list[str] = []
    try:
        async with opened(store, waiting[0][0].mode).run_test(size=SIZE) as pilot:
            await settled(pilot)
            robot = Robot(pilot, store, seen, faults)
            while waiting:
                door, text, strict = waiting.pop(0)
                await robot.fill(door, text, strict=strict)
    except Exception as error:
        faults.append(f"{door} <- {ascii(text)[:50]} broke it: {error!r}"[:400])
    return faults


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path that is typed may be a path from here."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def together(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the workers of a run share."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    (shared / "typed").mkdir(exist_ok=True)
    return shared / "typed"


def never_typed_into(together: Path, state: str, tried: set[Site]) -> set[Site]:
    """What no state has typed into, as soon as the last of them is through; nothing before."""
    (together / state).write_text("\n".join(map(str, tried)), "utf-8")
    told = list(together.iterdir())
    if len(told) < len(STATES):
        return set()
    typed = {line for each in told for line in each.read_text("utf-8").splitlines()}
    return {each for each in sites() if str(each) not in typed}


@pytest.mark.parametrize("state", STATES)
async def test_a_sample_goes_into_every_field(tmp_path: Path, together: Path, state: str):
    """All that bites in one text, recorded where it can be; and here and there one class, everywhere."""
    doors = [door for door in DOORS if door.state == state]
    turns = [(door, strings.MEDLEY, False) for door in doors]
    turns += [(door, text, True) for door, text in ROTATING.items() if door.state == state]
    faults, tried = await swept(tmp_path, state, turns)
    assert not faults, "\n".join(faults)
    forgotten = never_typed_into(together, state, tried)
    assert not forgotten, "no door leads to what is made at: " + ", ".join(map(str, sorted(forgotten)))


@pytest.mark.long
@pytest.mark.parametrize("state", STATES)
async def test_every_class_goes_into_every_field(tmp_path: Path, state: str):
    texts = (*strings.sample(), strings.LONG[0], strings.LONG[5], strings.MEDLEY)
    turns = [
        (door, text, strict)
        for door in DOORS
        if door.state == state
        for text in texts
        for strict in (True, False)
    ]
    faults, _ = await swept(tmp_path, state, turns)
    assert not faults, "\n".join(faults)


async def test_what_is_too_long_is_refused_in_a_whole_sentence_and_stays(tmp_path: Path):
    """In a field of several lines, when it is recorded; in one of one line, when it is pasted."""
    store = STATES["sitting"](tmp_path)
    async with opened(store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        robot = Robot(pilot, store, Seen(), [])
        await press(pilot, "k", "tab", "tab")
        (text,) = [each for each in robot.fields() if isinstance(each, TextArea)]
        await robot.paste(text, "字" * 100_000)
        await press(pilot, "ctrl+s")
        told = 'x Not recorded: "字字字字字字字字字字.." has 100000 characters, 2000 at most.'
        assert shown(pilot.app)[22].strip() == told
        assert text.text == "字" * 100_000
        await robot.home("agenda")
        await press(pilot, "t")
        await robot.paste(robot.fields()[0], "装灯")
        pilot.app.post_message(Paste("字" * 500))
        await settled(pilot)
        told = "x Not taken: it would be longer than the 400 characters that fit here."
        assert shown(pilot.app)[22].strip() == told
        assert robot.typed() == ["装灯", "", "", "", ""]
    store.shut()
