"""Every screen as text: empty, in a meeting, with a full house, with a dialog open; two sizes, two languages.

`WRITE_GOLDENS=1 pytest tests/tui/test_goldens.py` writes them anew, to be read before they are committed.
"""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from council_tui.store.store import Store
from council_tui.wording import catalog
from tests.meetings import evening
from tests.tui import scenes
from tests.tui.screen import opened, press, settled, shown

GOLDEN = Path(__file__).parent.parent / "golden" / "screens"
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
LANGUAGES = "zh", "en"
HASHED = re.compile(r"\b[0-9a-f]{4}(?:[ -]?[0-9a-f]{4}){3,15}\b")
"""Hashes differ from file to file: each holds salts of its own."""

Steps = tuple[tuple[str, tuple[str, ...]], ...]
"""Keys that are pressed, and the name of what is then seen; a nameless step is only a way."""

ESC = ("", ("escape",))
OPENING = frozenset({"enter", "escape", "h"})
"""Keys after which other keys may work: they are waited for."""

RUNS: dict[str, tuple[str, str, Steps]] = {
    "blank": (
        "home",
        "18:30",
        (("welcome-empty", ()), ("welcome-full", (*scenes.NAME, "tab", "tab", "right"))),
    ),
    "founded": (
        "home",
        "18:30",
        (
            ("home-empty", ()),
            ("proposals-empty", ("3",)),
            ("agenda-empty", ("4",)),
            ("votes-empty", ("5",)),
            ("minutes-empty", ("6",)),
            ("people-empty", ("8",)),
            ("rules-empty", ("9",)),
            ("rules-filtered", ("/", *"nc")),
        ),
    ),
    "ruled": (
        "rules",
        "18:30",
        (
            ("rules", ()),
            ("rules-full-text", ("enter",)),
            ESC,
            ("", ("t",)),
            ("rules-what-if", (*"21", "tab", *"17", "tab", "9", "tab", "8")),
            ESC,
            ("rules-dialog", ("e",)),
            ("rules-dialog-refused", ("tab", "tab", "x")),
        ),
    ),
    "planned": (
        "home",
        "18:42",
        (
            ("home-planned", ()),
            ("home-dialog", ("n",)),
            ESC,
            ("signin-empty", ("4",)),
            ("signin-empty-dialog", ("0",)),
            ESC,
            ("agenda-planned", ("escape",)),
        ),
    ),
    "arriving": (
        "agenda",
        "18:56",
        (
            ("signin", ()),
            ("signin-found", tuple("wgq")),
            ("signin-several", ("escape", "l")),
            ("signin-ticking", ("escape", "tab", "down")),
            ("signin-dialog", ("enter",)),
        ),
    ),
    "represented": (
        "agenda",
        "18:56",
        (
            ("proxies", ()),
            ("proxies-dialog", ("tab", "down", "f5")),
            ESC,
            ("proxies-opened", ("0", "0")),
            ("", ("m", *"lx", "tab", *"cg", "tab", *"修", "ctrl+s")),
            ("proxies-roll-call", ("h", "2", "0")),
            ("proxies-answered", ("1", "2", "3", "1")),
        ),
    ),
    "midway": (
        "agenda",
        "19:41",
        (
            ("agenda", ()),
            ("agenda-dialog", ("o",)),
            ESC,
            ("agenda-help", ("?",)),
            ESC,
            ("agenda-palette", ("ctrl+p",)),
            ESC,
            ("agenda-undo", ("u",)),
            ESC,
            ("home", ("1",)),
            ("proposals", ("3", "down")),
            ("proposals-dialog", ("n",)),
            ESC,
            ("votes", ("5",)),
            ("votes-dialog", ("h",)),
            ESC,
            ("minutes", ("6",)),
            ("minutes-dialog", ("x",)),
            ESC,
            ("people", ("8",)),
            ("people-filtered", ("/", *"zh")),
            ("people-dialog", ("escape", "enter")),
            ESC,
            ("hands", ("4", "0")),
            ("hands-counted", (*"14", "tab", "1", "tab", "2")),
            ("hands-dialog", ("b",)),
            ("", (*"x", "enter")),
            ("roll-call", ("h", "2")),
            ("roll-call-midway", (*"1112", "3", "1", "1")),
            ("roll-call-full-text", ("f2",)),
            ESC,
            ("", ("b", "x", "enter")),
            ("consent", ("h", "4")),
            ("consent-dialog", ("2",)),
            ESC,
            ("", ("b", "x", "enter")),
            ("secret", ("h", "3")),
            ("secret-counted", (*"17", "tab", *"17", "tab", "0", "tab", "8", "tab", "8", "tab", "1")),
            ("result-tied", ("enter",)),
            ("result-announced", ("0",)),
            ("result-dialog", ("c",)),
            ESC,
            ("result-recount-form", ("r",)),
            ESC,
            ("result-reopen-dialog", ("o",)),
            ("result-reopen-form", ("1",)),
            ESC,
            ("result-annulled", ("o", "2", *"x", "enter")),
        ),
    ),
    "passed": (
        "votes",
        "19:41",
        (
            ("laptop-dialog", ("h", "5")),
            ("laptop", ("enter",)),
            ("laptop-seat", ("5",)),
            ("laptop-kiosk", ("enter",)),
            ("laptop-kiosk-done", ("1", "enter")),
            ("laptop-midway", ("escape",)),
            ("laptop-closing", ("0",)),
            ("laptop-closed", ("enter",)),
        ),
    ),
    "void": ("votes", "19:41", (("laptop-void", ()),)),
    "over": (
        "home",
        "20:48",
        (
            ("home-over", ()),
            ("agenda-over", ("4",)),
            ("votes-over", ("5",)),
            ("votes-picked", ("down", "enter")),
            ("minutes-over", ("6",)),
            ("minutes-dialog-mend", ("0",)),
            ESC,
            ("people-over", ("8",)),
        ),
    ),
    "sealed": ("minutes", "20:55", (("minutes-sealed", ()), ("minutes-export", ("0",)))),
    "staged": (
        "proposals",
        "19:30",
        (
            ("stages-begun", ()),
            ("stages-dialog", ("s",)),
            ("stages-form", ("2",)),
            ESC,
            ("stages-reports", ("d",)),
            ("stages-report", ("3",)),
            ESC,
            ("stages-agenda", ("4",)),
        ),
    ),
    "stages": (
        "proposals",
        "19:21",
        (("stages-later", ()), ("stages-full-text", ("enter",)), ESC, ("stages-vote", ("5",))),
    ),
    "thronged": (
        "home",
        "18:56",
        (
            ("home-full", ()),
            ("signin-full", ("4",)),
            ("signin-full-several", tuple("g")),
            ("signin-full-ticking", ("escape", "tab", "down", "down")),
        ),
    ),
    "full": (
        "agenda",
        "21:29",
        (
            ("agenda-full", ()),
            ("agenda-full-dialog", ("t",)),
            ESC,
            ("agenda-full-undo", ("u",)),
            ESC,
            ("home-full-running", ("1",)),
            ("proposals-full", ("3", *["down"] * 12)),
            ("proposals-full-dialog", ("e",)),
            ESC,
            ("votes-full", ("5",)),
            ("minutes-full", ("6",)),
            ("people-full", ("8", "down", "down", "down")),
            ("people-full-dialog", ("enter",)),
            ESC,
            ("roll-call-full", ("5", "h", "2")),
            ("roll-call-full-midway", (*"1112", "3", *"1" * 24)),
            ("roll-call-full-dialog", ("b",)),
            ("hands-full", ("x", "enter", "h", "3")),
            ("hands-full-counted", (*"20", "tab", *"10", "tab", "4")),
            ("result-full", ("enter",)),
            ("result-full-announced", ("0",)),
            ("secret-full", ("escape", "5", "h", "1")),
        ),
    ),
    "owned": (
        "votes",
        "19:41",
        (
            ("owners-dialog", ("h", "6")),
            ("owners", ("1",)),
            ("owners-found", tuple("1-1")),
            ("owners-answer", tuple("01")),
            ("", ("1", *"1-102", "2", *"oynn", "enter", "1", *"1-103", "1", *"1-104", "1", *"1-105", "4")),
            ("owners-midway", (*"1-106", "3", *"1-107", "1")),
            ("owners-dialog-replace", (*"1-107", "2")),
            ("owners-between", ("escape", "escape", "escape")),
            ("owners-dialog-issued", ("0",)),
            ("owners-result", ("enter",)),
            ("owners-announced", ("0",)),
            ("owners-full-text", ("f2",)),
        ),
    ),
    "joined": (
        "votes",
        "19:41",
        (
            ("parties", ("0",)),
            ("parties-speaker", ("right",)),
            ("parties-midway", ("1", "3")),
            ("parties-result", ("1", "0")),
            ("parties-announced", ("0",)),
            ("parties-full-text", ("f2",)),
        ),
    ),
    "tied": (
        "votes",
        "19:41",
        (
            ("", ("h", "2", *"111")),
            ("roll-call-what-if", ("f4", "2")),
            ("", ("escape", *"222", "0")),
            ("result-casting-due", ()),
            ("result-casting-dialog", ("0",)),
            ("result-casting", ("1",)),
        ),
    ),
    "elected": (
        "votes",
        "19:41",
        (
            ("poll", ()),
            ("poll-paper", ("1", "enter", "2", "enter", "0", "enter", "2")),
            ("", ("enter", "3", "enter", "1", "enter", "-", "1")),
            ("poll-invalid", ("2", "enter")),
            ("", ("backspace", "backspace")),
            ("poll-dialog-issued", ("enter",)),
            ("poll-result", ("enter",)),
            ("poll-announced", ("0",)),
            ("poll-further", ("0",)),
            ("poll-full-text", ("f2",)),
        ),
    ),
    "ranked": (
        "votes",
        "19:41",
        (
            ("ranked", ()),
            ("", tuple(key for paper in ("12", "12", "21", "21", "3", "42") for key in (*paper, "enter"))),
            ("ranked-paper", ("3", "1")),
            ("", ("enter", "enter", "enter")),
            ("ranked-dialog-tied", ()),
            ("ranked-dialog-lot", ("1",)),
            ("ranked-result", (*"3,2,1", "enter")),
            ("ranked-rounds", ("pagedown",)),
        ),
    ),
}
"""By file: the screen seen first, the time, and the keys."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Every file, written when it is first wanted."""
    folder = tmp_path_factory.mktemp("goldens")

    def written(name: str) -> Path:
        path = folder / f"{name}.db"
        if not path.exists():
            scenes.build(name, path)
        return path

    return written


def pictured(app: App[Any], at: Callable[[str], None], time: str) -> str:
    """What is seen at a time, as a golden holds it."""
    at(time)
    for screen in app.screen_stack:
        if callable(paint := getattr(screen, "paint", None)):
            paint()
    rows = (HASHED.sub(lambda found: re.sub("[0-9a-f]", "x", found[0]), row) for row in shown(app))
    return "\n".join(rows) + "\n"


@dataclass(frozen=True)
class Case:
    """A file under one size and one language."""

    file: str
    size: str
    lang: str

    def __str__(self) -> str:
        return f"{self.file}-{self.size}-{self.lang}"

    def names(self) -> list[str]:
        """The goldens it holds."""
        return [self.named(name) for name, _ in RUNS[self.file][2] if name]

    def named(self, name: str) -> str:
        """One golden."""
        return f"{name}.{self.size}.{self.lang}.txt"


CASES = [Case(name, size, lang) for name in RUNS for size in SIZES for lang in LANGUAGES]


async def pressed(pilot: Pilot[Any], keys: Sequence[str]) -> None:
    """Press keys as somebody does who looks at the screen."""
    for key in keys:
        await (press if key in OPENING else Pilot.press)(pilot, key)
    await settled(pilot)


async def walked(app: App[Any], case: Case) -> dict[str, str]:
    """What is seen on the way through a file's screens, by golden."""
    _, time, steps = RUNS[case.file]
    found = {}
    with evening() as at:
        at(time)
        async with app.run_test(size=SIZES[case.size]) as pilot:
            await settled(pilot)
            for name, keys in steps:
                at(time)
                await pressed(pilot, keys)
                found[case.named(name)] = pictured(app, at, time)
    return {name: found[name] for name in case.names()}


@pytest.mark.parametrize("case", CASES, ids=str)
async def test_every_screen_is_as_it_was_read(
    case: Case, built: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    catalog.use(case.lang)
    monkeypatch.setenv("HOME", "/home/hejia")
    store = Store(copyfile(built(case.file), tmp_path / "council.db"))
    found = await walked(opened(store, RUNS[case.file][0]), case)
    for name, text in found.items():
        if os.environ.get("WRITE_GOLDENS"):
            (GOLDEN / name).write_text(text, encoding="utf-8")
        assert text == (GOLDEN / name).read_text(encoding="utf-8"), name


def test_every_golden_is_of_a_screen_that_is_still_seen():
    assert {path.name for path in GOLDEN.iterdir()} == {name for case in CASES for name in case.names()}
