"""The battery goes flat while the roll is called, again and again: what was called recorded is there."""

import random
import re
import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from council_tui.domain.votes import Way
from council_tui.store.store import Store
from council_tui.usecases import votes
from council_tui.usecases.verification import check_record
from tests.assembly import convene, found
from tests.meetings import evening
from tests.road.keyboard import step, window
from tests.road.terminal import Terminal

CALLED = 17
SCRIPT = "12311213112111321"
"""What each of them answers, in the order in which they are asked."""
ANSWERS = {"1": "yes", "2": "no", "3": "abstain"}
RECORDED = re.compile(r"已记录 #(\d+)  \d\d:\d\d  表态".encode())
"""The number of an answer's entry, painted whole."""
RHYTHMS = (0.0, 0.003, 0.02)
"""Seconds from key to key: typed ahead, faster than a hand, about as fast as what it waits for."""
MOST, LONGEST = 8, 0.06
"""How many answers are begun at most, and within how many seconds from the first the power goes."""


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """A meeting in which the first of seventeen is about to be asked; its file."""
    path = tmp_path / "asked.db"
    with evening() as at:
        at("19:00")
        store = found(path, [f"成员{seat}" for seat in range(1, CALLED + 1)])
        held = convene(store, CALLED)
        store.writing(votes.open_vote, held.meeting, held.motion, Way.ROLL_CALL)
        store.shut()
    return path


@pytest.mark.parametrize("kills", [20, pytest.param(1000, marks=pytest.mark.long)])
def test_what_the_screen_has_called_recorded_is_there_once_after_any_kill(asked: Path, kills: int):
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    storm(asked, kills, random.Random(seed))


def storm(asked: Path, kills: int, chance: random.Random) -> None:
    """Kill and restart; when all have answered, another meeting begins."""
    book, told = asked.with_name("council.db"), set[int]()
    shutil.copyfile(asked, book)
    while True:
        with window(book.parent, "--file", str(book), clock="2023-02-08T19:10:00") as terminal:
            count = restarted(terminal, book, told)
            if not kills:
                return
            if count < CALLED:
                told |= cut_short(terminal, SCRIPT[count:], chance)
                kills -= 1
                continue
        shutil.copyfile(asked, book)
        told = set()


def restarted(terminal: Terminal, book: Path, told: set[int]) -> int:
    """How many have answered: the program and its file agree, and nothing that was told is missing."""
    step(terminal, "回到会议", "下一步  继续计票")
    stored = ballots(book)
    given = [(person, ANSWERS[key]) for person, key in enumerate(SCRIPT[: len(stored)], 1)]
    assert [ballot[1:] for ballot in stored] == given
    assert told <= {entry for entry, _person, _choice in stored}
    assert sound(book)
    terminal.send("0")
    terminal.wait_for(f"未答 {CALLED - len(stored)}")
    return len(stored)


def ballots(book: Path) -> list[tuple[int, int, str]]:
    """Every ballot in the file: its entry, who gave it, what it says."""
    connection = sqlite3.connect(f"file:{book}?mode=ro", uri=True)
    try:
        return connection.execute("SELECT entry, person, choice FROM ballot ORDER BY id").fetchall()
    finally:
        connection.close()


def sound(book: Path) -> bool:
    """Whether the whole record is as it was written."""
    store = Store(book, view_only=True)
    try:
        return check_record(store).sound
    finally:
        store.shut()


def cut_short(terminal: Terminal, keys: str, chance: random.Random) -> set[int]:
    """Answer until the power goes; the entries that the screen has called recorded by then."""
    begun, rhythm = len(terminal.sent), chance.choice(RHYTHMS)
    end = time.monotonic() + chance.uniform(0, LONGEST)
    for key in keys[: chance.randint(1, MOST)]:
        terminal.send(key)
        terminal.watch(min(rhythm, end - time.monotonic()))
    terminal.watch(end - time.monotonic())
    terminal.kill()
    terminal.screen_text()
    return {int(number) for number in RECORDED.findall(terminal.sent[begun:])}
