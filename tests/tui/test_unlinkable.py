"""The attack on the secret ballot: an evening twice, who pressed what exchanged, every byte compared."""

import asyncio
import random
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from council_tui.domain.ids import PersonId
from council_tui.domain.votes import Choice, Way
from council_tui.store import clock
from council_tui.store.store import Store
from council_tui.tui import safety
from council_tui.tui.app import CouncilApp
from council_tui.tui.count import DESKS
from council_tui.tui.urn import Urn
from council_tui.usecases.record import keep_draft
from tests import attack
from tests.tui.ballots import SIZE, convened
from tests.tui.screen import opened, press, settled

VOTERS = 5
LAPTOP = str(list(DESKS).index(Way.LAPTOP) + 1)
PRESSED = "11231"
"""What each of them presses, by seat: three yes, one no, one abstention."""
SWAPPED = "21131"
"""Seats 1 and 3 exchanged."""
ORDER = (3, 1, 5, 2, 4)
"""In which order they take the laptop."""
BACKED_UP = (1, 3)
"""After which of them a backup is taken."""
CLOSING = 2 + 3 * VOTERS
"""How many copies are made before the close: two at the opening, three of each voter."""
EVENING = datetime.fromisoformat("2023-02-08T19:41:07+08:00")

Leak = Callable[[CouncilApp, Path], Callable[[PersonId, Choice], None]]


@pytest.fixture(autouse=True)
def _same_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: EVENING)
    monkeypatch.setattr(safety, "RECORDERS", frozenset())


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A council's file with a motion before the meeting; both evenings begin with this one."""
    folder = tmp_path_factory.mktemp("before")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("COUNCIL_TUI_CLOCK", "2023-02-08T19:00")
        floor = convened(folder, VOTERS)
    floor.store.shut()
    return floor.store.path


@pytest.fixture
def evening(before: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    """Hold an evening, in a home at the same place each time; the copies made of it."""

    async def held(cast: str, leak: Leak | None = None, *, named: bool = False) -> list[attack.Copies]:
        home = tmp_path / "home"
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            monkeypatch.setenv(name, str(home))
        book = Path(shutil.copyfile(before, home / "council.db"))
        store = Store(book)
        app = opened(store, "votes")
        try:
            async with app.run_test(size=SIZE) as pilot:
                return await _round(pilot, app, cast, leak, named=named)
        finally:
            store.shut()

    return held


async def _round(
    pilot: Pilot[None], app: CouncilApp, cast: str, leak: Leak | None, *, named: bool
) -> list[attack.Copies]:
    """Open, pass it round, close; a copy of all files after every key of it, and backups between."""
    home, made = app.clerk.path.parent, []
    await settled(pilot)
    await press(pilot, "h")
    await press(pilot, LAPTOP)
    made += await _caught(pilot, app, "enter")
    told = leak(app, home) if leak is not None else None
    for place, seat in enumerate(ORDER):
        await press(pilot, str(seat), "enter")
        await press(pilot, cast[seat - 1])
        made.append(attack.copies(home))
        await press(pilot, "enter")
        if told is not None:
            told(PersonId(seat), list(Choice)[int(cast[seat - 1]) - 1])
            await settled(pilot)
        made.append(attack.copies(home))
        await press(pilot, "escape")
        if place in BACKED_UP:
            await app.clerk.backup(home / f"backup-{place}.db")
        made.append(attack.copies(home))
    await press(pilot, "0")
    made += await _caught(pilot, app, "2" if named else "1")
    await press(pilot, "0")
    await app.clerk.backup(home / "backup-after.db")
    return [*made, attack.copies(home)]


async def _caught(pilot: Pilot[None], app: CouncilApp, key: str) -> list[attack.Copies]:
    """A key that writes, pressed while somebody reads: the rollback journal as it lies there, and after."""
    with attack.held_up(app.clerk.path):
        await pilot.press(key)
        seen = await asyncio.to_thread(attack.caught, app.clerk.path, app.clerk.path.parent)
    await settled(pilot)
    return [seen, attack.copies(app.clerk.path.parent)]


@pytest.mark.parametrize(
    "named", [pytest.param(False, id="number", marks=pytest.mark.long), pytest.param(True, id="names")]
)
async def test_nothing_on_the_disk_depends_on_who_pressed_what(evening: Callable[..., object], named: bool):
    first = await evening(PRESSED, named=named)
    second = await evening(SWAPPED, named=named)
    assert attack.tells(first, second) == []
    during = first[1:CLOSING]
    assert len({each["council.db"] for each in during}) == 1  # nothing at all was written: not even who voted
    assert [step for step, each in enumerate(first) if "council.db-journal" in each] == [0, CLOSING]
    assert len(first) == CLOSING + 3


@pytest.mark.long
async def test_nor_on_any_exchange_and_other_totals_are_seen_at_the_close_only(
    evening: Callable[..., object],
):
    first = await evening(PRESSED)
    exchanged = "".join(random.Random(20230208).sample(PRESSED, VOTERS))
    assert exchanged != PRESSED
    assert attack.tells(first, await evening(exchanged)) == []
    found = attack.tells(first, await evening("11131"))
    assert min(step for step, _name in found) == CLOSING + 1


# The attack finds what leaks: each of these is a program one would be sorry to have written.


def running_counter(app: CouncilApp, home: Path) -> Callable[[PersonId, Choice], None]:
    """Totals so far, in a file of the state folder, as a careful programmer keeps them against a crash."""
    so_far = Urn()

    def told(person: PersonId, choice: Choice) -> None:
        so_far.drop(person, choice)
        (home / "poll.json").write_text(str(so_far.figures()))

    return told


def ballot_rows(app: CouncilApp, home: Path) -> Callable[[PersonId, Choice], None]:
    """A row for each answer, without a name, in the council's file."""

    def told(person: PersonId, choice: Choice) -> None:
        app.clerk.send(keep_draft, "votes.laptop", str(len(rows)), choice, look=str)
        rows.append(choice)

    rows: list[Choice] = []
    return told


def forgotten_draft(app: CouncilApp, home: Path) -> Callable[[PersonId, Choice], None]:
    """What is being chosen is a draft until it is confirmed, and overwritten by the next."""
    return lambda person, choice: app.clerk.send(keep_draft, "votes", "choice", choice, look=str) and None


def debug_log(app: CouncilApp, home: Path) -> Callable[[PersonId, Choice], None]:
    """A line for each key, as a log has it."""

    def told(person: PersonId, choice: Choice) -> None:
        with (home / "council-tui.log").open("a") as file:
            file.write(f"key {choice.value[:1]}\n")

    return told


@pytest.mark.parametrize(
    "leak",
    [
        running_counter,
        *(pytest.param(each, marks=pytest.mark.long) for each in (ballot_rows, forgotten_draft, debug_log)),
    ],
)
async def test_a_program_that_leaks_is_found_out(evening: Callable[..., object], leak: Leak):
    found = attack.tells(await evening(PRESSED, leak), await evening(SWAPPED, leak))
    assert found
    assert min(step for step, _name in found) < CLOSING


def test_the_attack_sees_through_sqlites_dice_and_nothing_else():
    head = attack.HEAD.pack(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 1, 7, 3, 512, 512)

    def journal(nonce: int, page: bytes) -> bytes:
        return (
            head[:12]
            + nonce.to_bytes(4, "big")
            + head[16:]
            + bytes(512 - len(head))
            + ((2).to_bytes(4, "big") + page + nonce.to_bytes(4, "big"))
        )

    page = bytes(range(256)) * 2
    assert attack.pages(journal(7, page)) == attack.pages(journal(9, page))
    assert attack.pages(journal(7, page)) != attack.pages(journal(7, page[::-1]))
    assert attack.tells([{"a": b"1"}], [{"a": b"2"}, {}]) == [(1, "(steps)"), (0, "a")]
