"""Two windows on one file: one writes, the other looks; crashes are rolled back, and nothing is half seen."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from council_tui.domain.failures import CannotCopy, ViewOnly, Waiting
from council_tui.store.act import Act, Reader
from council_tui.store.store import Store
from council_tui.usecases import people, record, verification
from council_tui.usecases.people import PersonEntry
from tests import assembly

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(path: Path) -> Iterator[Start]:
    """Start another process at the file."""
    started: list[subprocess.Popen[str]] = []

    def begin(what: str, *more: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.store.other", what, str(path), *more]
        pipe = subprocess.PIPE
        started.append(subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True))
        return started[-1]

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def tell(process: subprocess.Popen[str], text: str) -> str:
    assert process.stdin is not None
    process.stdin.write(text + "\n")
    process.stdin.flush()
    return line(process)


def names(store: Store) -> list[str]:
    return [person.name for person in store.reading(people.view_people)]


def test_a_second_window_looks_and_says_so(store: Store, start: Start):
    second = start("window")
    assert line(second) == "looks"
    assert tell(second, "张三") == "ViewOnly"


async def test_a_second_window_sees_what_the_first_records(path: Path, start: Start):
    assembly.found(path).shut()
    first = start("window")
    assert line(first) == "writes"
    looking = Store(path)
    assert looking.read_only
    before = await looking.read(Reader.data_version)
    assert tell(first, "陈果 [/] 二") == "10"
    assert await looking.read(Reader.data_version) != before
    assert names(looking)[-1] == "陈果 [/] 二"
    with pytest.raises(ViewOnly):
        await looking.write(people.add_person, PersonEntry("x"))
    with pytest.raises(ViewOnly):
        await looking.write(record.keep_draft, "a", "b", "c")
    await looking.close()


def test_the_lock_is_free_again_when_the_first_window_ends(path: Path, start: Start):
    assembly.found(path).shut()
    first = start("window")
    assert line(first) == "writes"
    first.communicate()
    store = Store(path)
    assert not store.read_only
    store.shut()


def test_looking_opening_and_copying_drop_none_of_sqlites_locks(store: Store, start: Start, tmp_path: Path):
    """POSIX drops a process's locks on a file when it closes any handle of it."""
    answer = []
    store.reading(Reader.copy_to, tmp_path / "copy.db")

    def deed(act: Act) -> None:
        act.draft("a", "b", "c")
        Store(store.path, view_only=True).shut()
        with pytest.raises(CannotCopy):
            act.copy_to(tmp_path / "another.db")
        store.path.stat()
        answer.append(line(start("rude")))

    store.writing(deed)
    assert answer == ["database is locked"]


def test_a_plain_open_and_close_would_let_a_second_writer_in(store: Store, start: Start):
    answer = []

    def deed(act: Act) -> None:
        act.draft("a", "b", "c")
        store.path.open("rb").close()
        answer.append(line(start("rude")))

    if sys.platform == "linux":
        store.writing(deed)
        assert answer == ["wrote"]


def test_what_a_crash_left_half_written_is_rolled_back_by_who_looks(path: Path, start: Start):
    assembly.found(path).shut()
    looking = Store(path, view_only=True)
    crashing = start("crash")
    assert line(crashing) == "half"
    crashing.kill()
    crashing.wait()
    assert path.with_name("council.db-journal").stat().st_size > 0
    assert names(looking) == list(assembly.NAMES)
    assert looking.reading(record.view_drafts, "crash") == {}
    assert not path.with_name("council.db-journal").exists()
    looking.shut()


@pytest.mark.parametrize("view_only", [False, True])
def test_a_window_opened_after_a_crash_rolls_it_back(path: Path, start: Start, view_only: bool):
    assembly.found(path).shut()
    crashing = start("crash")
    assert line(crashing) == "half"
    crashing.kill()
    crashing.wait()
    store = Store(path, view_only=view_only)
    assert store.read_only is view_only
    assert names(store) == list(assembly.NAMES)
    assert verification.check_record(store).sound
    store.shut()


def test_while_the_main_window_is_in_the_way_a_look_waits(
    path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
):
    assembly.found(path).shut()
    looking = Store(path, view_only=True)
    main = start("window")
    assert line(main) == "writes"
    crashing = start("crash")
    assert line(crashing) == "half"
    crashing.kill()
    crashing.wait()
    with pytest.raises(Waiting):
        looking.reading(people.view_people)
    with pytest.raises(Waiting):
        Store(path, view_only=True)
    assert tell(main, "进来的") == "10"
    assert names(looking)[-1] == "进来的"
    looking.shut()


def test_a_full_disk_is_said_and_what_was_acknowledged_is_there(path: Path, start: Start):
    assembly.found(path).shut()
    told, _ = start("full").communicate(timeout=120)
    *acknowledged, first, second = told.split()
    assert (first, second) == ("NotRecorded", "NotRecorded")
    store = Store(path)
    assert verification.check_record(store).sound
    stored = [person.id for person in store.reading(people.view_people)]
    assert stored[9:] == [int(each) for each in acknowledged]
    store.writing(people.add_person, PersonEntry("又有地方了"))
    store.shut()


@pytest.mark.parametrize("kills", [6, pytest.param(200, marks=pytest.mark.long)])
def test_after_kill_9_every_acknowledged_act_is_there_once(path: Path, start: Start, kills: int):
    assembly.found(path).shut()
    acknowledged = []
    for number in range(kills):
        writing = start("write", str(number))
        for _ in range(1 + (number * 7) % 23):
            acknowledged.append(f"acked {line(writing)} of {number}")
        writing.kill()
        rest, _ = writing.communicate()
        acknowledged += [f"acked {each} of {number}" for each in rest.split()]
    store = Store(path)
    assert verification.check_record(store).faults == ()
    stored = names(store)
    store.shut()
    assert [name for name in acknowledged if stored.count(name) != 1] == []
    assert len(stored) <= len(assembly.NAMES) + len(acknowledged) + kills
