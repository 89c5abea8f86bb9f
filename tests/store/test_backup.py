"""Copies: whole and verified, 0600, never over another file, and nothing half-written stays."""

import os
import stat
from pathlib import Path

import pytest

from council_tui.domain.failures import CannotCopy
from council_tui.store.act import Reader
from council_tui.store.store import Store
from council_tui.usecases import people, verification
from council_tui.usecases.people import PersonEntry


def test_a_copy_is_whole_sound_and_nobody_elses(store: Store, tmp_path: Path):
    target = tmp_path / "备份 [b].db"
    mask = os.umask(0)
    try:
        size = store.reading(Reader.copy_to, target)
    finally:
        os.umask(mask)
    assert (target.stat().st_size, stat.S_IMODE(target.stat().st_mode)) == (size, 0o600)
    copy = Store(target)
    assert verification.check_record(copy).sound
    assert verification.check_record(copy).head == verification.check_record(store).head
    copy.writing(people.add_person, PersonEntry("在副本里"))
    copy.shut()
    assert len(store.reading(people.view_people)) == 9


@pytest.mark.parametrize("content", [b"", b"# minutes"])
def test_a_copy_never_stands_in_for_another_file(store: Store, tmp_path: Path, content: bytes):
    target = tmp_path / "notes.txt"
    target.write_bytes(content)
    for path in (target, store.path):
        with pytest.raises(CannotCopy) as refused:
            store.reading(Reader.copy_to, path)
        assert refused.value.exists
    assert target.read_bytes() == content
    store.writing(people.add_person, PersonEntry("照常"))


def test_a_copy_that_cannot_be_written_leaves_nothing(store: Store, tmp_path: Path):
    with pytest.raises(CannotCopy) as refused:
        store.reading(Reader.copy_to, tmp_path / "no" / "folder" / "copy.db")
    assert not refused.value.exists
    assert sorted(each.name for each in tmp_path.iterdir()) == ["council.db", "council.db.lock"]


def test_copies_made_while_others_write_are_each_of_one_moment(store: Store, tmp_path: Path):
    for number in range(10):
        store.writing(people.add_person, PersonEntry(f"第{number}"))
        store.reading(Reader.copy_to, tmp_path / f"{number}.db")
    for number in range(10):
        copy = Store(tmp_path / f"{number}.db", view_only=True)
        assert verification.check_record(copy).sound
        assert len(copy.reading(people.view_people)) == 10 + number
        copy.shut()
