"""A secret ballot on the laptop in a real terminal: attacked from outside, and cut off by a flat battery."""

import random
import shutil
import sqlite3
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from council_tui.store.store import Store
from council_tui.usecases.verification import check_record
from tests import attack
from tests.meetings import evening
from tests.road.terminal import Terminal
from tests.tui.ballots import convened

VOTERS = 7
PRESSED, EXCHANGED = "1121231", "2111231"
ORDER = (3, 1, 7, 2, 6, 5, 4)
FROZEN = """
import datetime
from council_tui.store import clock
EVENING = datetime.datetime(2023, 2, 8, 19, 41, 7).astimezone()
clock.now = lambda: EVENING
from council_tui.__main__ import main
main()
"""
"""The program as it is started, with a clock that stands still: two evenings have the same times."""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A council's file with a motion before the meeting."""
    folder = tmp_path_factory.mktemp("before")
    with evening() as at:
        at("19:00")
        floor = convened(folder, VOTERS)
        floor.store.shut()
    return floor.store.path


def started(home: Path, book: Path) -> Terminal:
    """The program on a council's file."""
    command = (sys.executable, "-c", FROZEN)
    return Terminal("--file", str(book), "--lang", "en", home=home, command=command)


def put(terminal: Terminal) -> None:
    """Go to the votes, and as far as the question whether to open the ballot."""
    terminal.wait_for("back to the meeting")
    terminal.send("5")
    terminal.wait_for("h another way")
    terminal.send("h")
    terminal.wait_for("secret ballot by laptop")
    terminal.send("5")
    terminal.wait_for("Open the secret ballot on")


def handed(terminal: Terminal, seat: int) -> None:
    """A member takes the laptop."""
    terminal.send(str(seat))
    terminal.wait_for(f"[{seat:>4}_]")
    terminal.send("enter")
    terminal.wait_for("Press a number, then Enter.")


def confirmed(terminal: Terminal, key: str) -> None:
    """And votes."""
    terminal.send(key)
    terminal.wait_for("Enter: final")
    terminal.send("enter")
    terminal.wait_for("Thank you")


def returned(terminal: Terminal, count: int) -> None:
    """And the laptop is back at the desk."""
    terminal.send("escape")
    terminal.wait_for(f"{count} of {VOTERS} ha")


def looked_through(home: Path) -> None:
    """Wait until the start has looked through the file: which entry was its last is remembered."""
    deadline = time.monotonic() + 20
    while not list(home.rglob("heads/*.json")):
        assert time.monotonic() < deadline, "the head of the file was not remembered"
        time.sleep(0.05)


def held(before: Path, home: Path, pressed: str) -> list[attack.Copies]:
    """A whole ballot; a copy of everything in the home after each key that could betray something."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    book = Path(shutil.copyfile(before, home / "council.db"))
    made = []
    with started(home, book) as terminal:
        looked_through(home)
        put(terminal)
        with attack.held_up(book):
            terminal.send("enter")
            made.append(attack.caught(book, home))
        terminal.wait_for(f"0 of {VOTERS} have voted")
        for place, seat in enumerate(ORDER, 1):
            handed(terminal, seat)
            confirmed(terminal, pressed[seat - 1])
            made.append(attack.copies(home))
            returned(terminal, place)
            made.append(attack.copies(home))
        terminal.send("0")
        terminal.wait_for("Close the ballot?")
        with attack.held_up(book):
            terminal.send("1")
            made.append(attack.caught(book, home))
        terminal.wait_for("not announced yet", "yes 4, no 2, abstain 1")
        terminal.send("q")
        terminal.wait_for("Quit all the same?")
        terminal.send("enter")
        assert terminal.wait_for_end() == 0
    return [*made, attack.copies(home)]


def test_nothing_in_the_home_depends_on_who_pressed_what(before: Path, tmp_path: Path):
    home = tmp_path / "home"
    first, second = held(before, home, PRESSED), held(before, home, EXCHANGED)
    assert attack.tells(first, second) == []
    assert len(first) == 2 + 2 * VOTERS + 1
    assert [name for name in first[-1] if name.endswith(".json")]  # the remembered head was compared as well


SEEN = {"en": ("yes", "no", "abstain"), "zh": ("赞成", "反对", "弃权")}
ASKED = {"en": "Press a number, then Enter.", "zh": "请按数字"}
THANKS = {"en": "Thank you", "zh": "谢谢"}


@pytest.mark.parametrize("lang", ["en", pytest.param("zh", marks=pytest.mark.long)])
def test_as_many_bytes_are_painted_whatever_is_pressed(before: Path, tmp_path: Path, lang: str):
    book, painted = Path(shutil.copyfile(before, tmp_path / "council.db")), []
    with started(tmp_path, book) as terminal:
        put(terminal)
        terminal.send("enter")
        terminal.wait_for(f"0 of {VOTERS} have voted")
        if lang == "zh":
            terminal.send("f6")
        for seat, words in enumerate(SEEN[lang], 1):
            terminal.send(str(seat))
            terminal.wait_for(f"[{seat:>4}_]")
            terminal.send("enter")
            terminal.wait_for(ASKED[lang])
            terminal.watch(0.3)
            begun = len(terminal.sent)
            terminal.send(str(seat))
            terminal.wait_for(f"[ {words}")
            terminal.wait_without(f"[ {words}", within=2.0)  # seconds, at most: `shared/reliability.md`, 3.2
            terminal.send("enter")
            terminal.wait_for(THANKS[lang])
            terminal.watch(0.3)
            painted.append(len(terminal.sent) - begun)
            terminal.send("escape")
            terminal.wait_without(THANKS[lang])
    assert len(set(painted)) == 1


def closed(book: Path) -> Sequence[tuple[int, int, int]]:
    """The totals that stand in the file."""
    with closing(sqlite3.connect(f"file:{book}?mode=ro", uri=True)) as looking:
        return looking.execute("SELECT yes, no, abstain FROM vote_closed").fetchall()


def sound(book: Path) -> bool:
    """Whether the record is as it was written."""
    store = Store(book)
    try:
        return check_record(store).sound
    finally:
        store.shut()


def test_a_flat_battery_voids_the_ballot_and_a_new_round_is_offered(before: Path, tmp_path: Path):
    book = Path(shutil.copyfile(before, tmp_path / "council.db"))
    with started(tmp_path, book) as terminal:
        put(terminal)
        terminal.send("enter")
        terminal.wait_for(f"0 of {VOTERS} have voted")
        for place, seat in enumerate(ORDER[:3], 1):
            handed(terminal, seat)
            confirmed(terminal, "1")
            returned(terminal, place)
        handed(terminal, ORDER[3])
        terminal.send("1")
        terminal.wait_for("Enter: final")
        terminal.kill()
    assert closed(book) == []
    with started(tmp_path, book) as again:
        again.wait_for("back to the meeting")
        again.send("5")
        again.wait_for("This ballot is void: the program ended while it ran")
        again.send("enter")
        again.wait_for("Open the secret ballot on")
        again.send("enter")
        again.wait_for(f"0 of {VOTERS} have voted", "Still to vote, by seat: 1, 2, 3, 4, 5, 6, 7")
        again.kill()
    assert closed(book) == []
    assert sound(book)


@pytest.mark.parametrize("kills", [3, pytest.param(100, marks=pytest.mark.long)])
def test_a_flat_battery_at_the_close_leaves_all_of_the_count_or_none(
    before: Path, tmp_path: Path, kills: int
):
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    for _ in range(kills):
        book = Path(shutil.copyfile(before, tmp_path / "council.db"))
        with started(tmp_path, book) as terminal:
            put(terminal)
            terminal.send("enter")
            terminal.wait_for(f"0 of {VOTERS} have voted")
            for place, seat in enumerate(ORDER[:2], 1):
                handed(terminal, seat)
                confirmed(terminal, "1")
                returned(terminal, place)
            terminal.send("0")
            terminal.wait_for("Close the ballot?")
            terminal.send("2")
            time.sleep(chance.uniform(0, 0.08))
            terminal.kill()
        assert sound(book)  # whoever looks first finishes what was begun, or takes it back
        assert closed(book) in ([], [(2, 0, 0)])
