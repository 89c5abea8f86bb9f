"""The remembered head: only what is new is checked at the start, and an older file is noticed."""

import json
import os
import shutil
import stat
from pathlib import Path

import pytest

from council_tui.store import places
from council_tui.store.store import Store
from council_tui.usecases import people, verification
from council_tui.usecases.people import PersonEntry
from tests import assembly
from tests.store.tampering import edit


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "council.db"
    assembly.found(path).shut()
    return path


def used(path: Path, *names: str) -> None:
    """A session at the file: opened, checked, worked in, remembered."""
    store = Store(path)
    for name in names:
        store.writing(people.add_person, PersonEntry(name))
    verification.leave(store)
    store.shut()


def aged(path: Path) -> tuple[int, int, bool] | None:
    store = Store(path, view_only=True)
    found = store.reading(verification.view_age)
    store.shut()
    return (found.found, found.remembered, found.forked) if found is not None else None


def test_only_what_follows_the_remembered_head_is_checked(path: Path):
    used(path, "甲")
    store = Store(path)
    store.writing(people.add_person, PersonEntry("乙"))
    tail = verification.check_record(store, tail=True)
    assert (tail.begun, tail.entries, tail.sound) == (11, 1, True)
    assert verification.check_record(store).entries == 12
    store.shut()


def test_a_fault_in_the_tail_is_found_at_the_start(path: Path):
    used(path, "甲")
    store = Store(path)
    store.writing(people.add_person, PersonEntry("乙", seat=20))
    store.shut()
    edit(path, "UPDATE seated SET seat = 21 WHERE seat = 20")
    store = Store(path)
    check = verification.check_record(store, tail=True)
    verification.remember(check)
    assert [(fault.table, fault.row) for fault in check.faults] == [("seated", 10)]
    assert verification.check_record(store, tail=True).begun == 11
    store.shut()


def test_rows_that_no_entry_named_are_found_though_the_tail_is_empty(path: Path):
    used(path, "甲")
    edit(path, "INSERT INTO person SELECT 77, 12, NULL")
    store = Store(path)
    assert [fault.row for fault in verification.check_record(store, tail=True).faults] == [77]
    store.shut()


def test_an_older_copy_is_noticed_with_its_figures(path: Path, tmp_path: Path):
    used(path)
    shutil.copyfile(path, tmp_path / "yesterday.db")
    used(path, "甲", "乙")
    assert aged(path) is None
    assert aged(tmp_path / "yesterday.db") == (10, 12, False)


def test_opening_an_older_copy_does_not_make_it_the_newest(path: Path, tmp_path: Path):
    shutil.copyfile(path, tmp_path / "yesterday.db")
    used(path, "甲", "乙")
    used(tmp_path / "yesterday.db", "丙")
    assert aged(path) is None
    assert aged(tmp_path / "yesterday.db") == (11, 12, False)


def test_a_copy_that_went_its_own_way_is_noticed(path: Path, tmp_path: Path):
    used(path)
    shutil.copyfile(path, tmp_path / "other.db")
    used(path, "甲")
    store = Store(tmp_path / "other.db")
    for name in ("丙", "丁"):
        store.writing(people.add_person, PersonEntry(name))
    assert verification.check_record(store, tail=True).begun == 0
    store.shut()
    assert aged(tmp_path / "other.db") == (12, 11, True)


def test_what_is_remembered_is_nobody_elses_and_written_whole(path: Path):
    mask = os.umask(0)
    try:
        used(path)
    finally:
        os.umask(mask)
    (kept,) = (places.state_folder() / "heads").iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert json.loads(kept.read_text())["seq"] == 10


@pytest.mark.parametrize("content", ["", "{", "[]", '{"seq": "x", "hash": "", "at": ""}', "\udcff"])
def test_a_memory_that_cannot_be_read_is_none(path: Path, content: str):
    used(path)
    (kept,) = (places.state_folder() / "heads").iterdir()
    kept.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert aged(path) is None


def test_a_state_folder_that_cannot_be_written_is_no_reason_to_stop(path: Path):
    places.state_folder().parent.mkdir(parents=True, exist_ok=True)
    places.state_folder().write_text("a file where the folder should be", encoding="utf-8")
    used(path)
    assert aged(path) is None
