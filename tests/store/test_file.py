"""Opening: what is not ours, damaged, newer or out of reach is refused and left as it was."""

import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from council_tui.domain.failures import CannotOpen, FileMoved, Unfit, ViewOnly
from council_tui.store import file, migrate
from council_tui.store.store import Store
from council_tui.usecases import people, verification
from council_tui.usecases.people import PersonEntry
from tests import assembly


@pytest.fixture
def closed(path: Path) -> Path:
    """A sound file, closed."""
    assembly.found(path).shut()
    return path


def sql(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def written(path: Path, content: bytes) -> None:
    path.write_bytes(content)


SPOILED: dict[str, tuple[Callable[[Path], object], Unfit]] = {
    "text": (lambda path: written(path, b"# minutes\n" * 400), Unfit.FOREIGN),
    "somebody else's database": (
        lambda path: (path.unlink(), sql(path, "CREATE TABLE thing (id INTEGER)")),
        Unfit.FOREIGN,
    ),
    "another application": (lambda path: sql(path, "PRAGMA application_id = 7"), Unfit.FOREIGN),
    "a newer version": (lambda path: sql(path, f"PRAGMA user_version = {migrate.VERSION + 1}"), Unfit.NEWER),
    "a trigger more": (
        lambda path: sql(path, "CREATE TRIGGER trap AFTER INSERT ON ballot BEGIN SELECT 1; END"),
        Unfit.DAMAGED,
    ),
    "a table less": (
        lambda path: sql(path, "PRAGMA foreign_keys = OFF", "DROP TABLE adopted"),
        Unfit.DAMAGED,
    ),
    "an index less": (lambda path: sql(path, "DROP INDEX seated_by_seat"), Unfit.DAMAGED),
    "a view that computes for ever": (
        lambda path: sql(
            path,
            "DROP VIEW ballot_standing",
            "CREATE VIEW ballot_standing AS WITH RECURSIVE t(x) AS"
            " (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT x AS id FROM t",
        ),
        Unfit.DAMAGED,
    ),
    "half of it": (lambda path: written(path, path.read_bytes()[: path.stat().st_size // 2]), Unfit.DAMAGED),
    "zeroes in the middle": (
        lambda path: written(path, path.read_bytes()[:8192] + bytes(40_000) + path.read_bytes()[48192:]),
        Unfit.DAMAGED,
    ),
    "an empty file": (lambda path: written(path, b""), Unfit.MISSING),
    "a folder": (lambda path: (path.unlink(), path.mkdir()), Unfit.FOLDER),
    "a link that leads nowhere": (lambda path: (path.unlink(), path.symlink_to("gone")), Unfit.MISSING),
    "a pipe": (lambda path: (path.unlink(), os.mkfifo(path)), Unfit.FOREIGN),
    "nothing": (lambda path: path.unlink(), Unfit.MISSING),
}


@pytest.mark.parametrize("view_only", [False, True])
@pytest.mark.parametrize("what", SPOILED)
def test_what_is_not_a_sound_file_of_ours_is_refused_and_left_as_it_was(
    closed: Path, what: str, view_only: bool
):
    spoil, why = SPOILED[what]
    spoil(closed)
    before = closed.read_bytes() if closed.is_file() else None
    with pytest.raises(CannotOpen) as refused:
        Store(closed, view_only=view_only)
    assert refused.value.why is why
    assert (closed.read_bytes() if closed.is_file() else None) == before


def test_a_refused_file_leaves_no_lock_held(closed: Path):
    sql(closed, "PRAGMA user_version = 99")
    with pytest.raises(CannotOpen):
        Store(closed)
    sql(closed, f"PRAGMA user_version = {migrate.VERSION}")
    store = Store(closed)
    assert not store.read_only
    store.shut()


def test_every_setting_is_read_back(closed: Path):
    opened = file.open_file(closed)
    for name, _, expected in (*file.PRAGMAS, file.JOURNAL_MODE):
        assert opened.connection.execute(f"PRAGMA {name}").fetchone()[0] == expected
    opened.close()


@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_files_are_nobody_elses_whatever_the_umask(tmp_path: Path, mask: int):
    before = os.umask(mask)
    try:
        store = assembly.found(tmp_path / "deep" / "er" / "council.db")
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in (tmp_path / "deep").rglob("*")}
        store.shut()
    finally:
        os.umask(before)
    assert modes == {"er": 0o700, "council.db": 0o600, "council.db.lock": 0o600}


SWAPS: dict[str, Callable[[Path], object]] = {
    "moved": lambda path: path.rename(path.with_name("elsewhere.db")),
    "deleted": lambda path: path.unlink(),
    "replaced": lambda path: (
        shutil.copyfile(path, path.with_name("twin")) and os.replace(f"{path.parent}/twin", path)
    ),
}


@pytest.mark.parametrize("swap", SWAPS)
def test_a_file_that_is_no_longer_there_takes_no_more(path: Path, swap: str):
    store = assembly.found(path)
    SWAPS[swap](path)
    before = path.read_bytes() if path.exists() else None
    for _ in range(2):
        with pytest.raises(FileMoved):
            store.writing(people.add_person, PersonEntry("未记录"))
    store.shut()
    assert (path.read_bytes() if path.exists() else None) == before


def test_names_of_files_are_only_names(tmp_path: Path):
    for name in ("a b.db", "百分%41号.db", "?mode=memory", "#x", "-f.db", "a'b\".db", "新\n行.db"):
        assembly.found(tmp_path / name, assembly.NAMES[:1]).shut()
        store = Store(tmp_path / name)
        assert len(store.reading(people.view_people)) == 1
        store.shut()


def test_a_link_leads_to_the_file_and_its_lock(closed: Path, tmp_path: Path):
    link = tmp_path / "link.db"
    link.symlink_to(closed)
    first = Store(link)
    second = Store(closed)
    assert (first.read_only, second.read_only) == (False, True)
    second.shut()
    first.shut()


READER = """
import os, sys
from pathlib import Path
from council_tui.store.store import Store
from council_tui.usecases import people, verification
os.setuid(65534)
store = Store(Path(sys.argv[1]))
print(store.read_only, len(store.reading(people.view_people)), verification.check_record(store).sound)
store.shut()
"""


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs to become somebody else")
@pytest.mark.parametrize("folder", [0o555, 0o777])
def test_what_may_not_be_written_opens_for_viewing(folder: int) -> None:
    place = Path("/tmp") / f"council-view-{os.getpid()}-{folder:o}"
    place.mkdir()
    try:
        assembly.found(place / "council.db").shut()
        (place / "council.db").chmod(0o444)
        (place / "council.db.lock").unlink()
        place.chmod(folder)
        run = subprocess.run(
            [sys.executable, "-c", READER, str(place / "council.db")], capture_output=True, text=True
        )
        assert run.stdout.split() == ["True", "9", "True"], run.stderr
    finally:
        shutil.rmtree(place)


def test_a_window_that_only_looks_refuses_acts(closed: Path):
    store = Store(closed, view_only=True)
    with pytest.raises(ViewOnly):
        store.writing(people.add_person, PersonEntry("x"))
    assert verification.check_record(store).sound
    digest = hashlib.sha256(closed.read_bytes()).digest()
    store.shut()
    assert hashlib.sha256(closed.read_bytes()).digest() == digest
