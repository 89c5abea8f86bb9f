"""Newer schemas: a verified backup first, one transaction, and a step that fails leaves all as it was."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from council_tui.domain.failures import CannotOpen, Unfit
from council_tui.store import migrate
from council_tui.store.store import Store
from council_tui.usecases import people, verification
from tests import assembly

STEP = """-- A place to write notes into; its trigger holds a semicolon.
CREATE TABLE margin (id INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
CREATE INDEX margin_by_note ON margin (note);
"""


@pytest.fixture
def old(path: Path) -> Path:
    """A file of the version before."""
    assembly.found(path).shut()
    return path


def newer(monkeypatch: pytest.MonkeyPatch, folder: Path, text: str) -> None:
    """A program whose schema has one step more."""
    step = folder / "0002_margin.sql"
    step.write_text(text, encoding="utf-8")
    monkeypatch.setattr(migrate, "STEPS", (*migrate.STEPS, step))
    monkeypatch.setattr(migrate, "VERSION", migrate.VERSION + 1)
    migrate.expected.cache_clear()


@pytest.fixture(autouse=True)
def _as_shipped():
    yield
    migrate.expected.cache_clear()


def test_the_fingerprint_that_a_start_knows_is_the_schemas():
    assert migrate.expected() == migrate.KNOWN, "the schema was changed: change KNOWN with it"


def test_an_older_file_is_kept_as_it_was_and_then_brought_up(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    newer(monkeypatch, tmp_path, STEP)
    mask = os.umask(0)
    try:
        store = Store(old)
    finally:
        os.umask(mask)
    assert store.reading(lambda at: at.query("SELECT count(*) FROM margin")[0][0]) == 0
    assert len(store.reading(people.view_people)) == 9
    assert verification.check_record(store).sound
    store.shut()
    (kept,) = tmp_path.glob("*.backup")
    assert kept.name == f"council.db.v{migrate.VERSION - 1}.1.backup"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    monkeypatch.undo()
    migrate.expected.cache_clear()
    backup = Store(kept, view_only=True)
    assert verification.check_record(backup).sound
    backup.shut()


@pytest.mark.parametrize(
    "broken", ["CREATE TABLE person (id INTEGER);\n", STEP + "INSERT INTO nothing VALUES (1);\n"]
)
def test_a_step_that_fails_leaves_the_file_as_it_was(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
):
    newer(monkeypatch, tmp_path, broken)
    with pytest.raises((CannotOpen, ValueError)):
        Store(old)
    monkeypatch.undo()
    migrate.expected.cache_clear()
    store = Store(old)
    assert len(store.reading(people.view_people)) == 9
    assert verification.check_record(store).sound
    store.shut()


def test_a_damaged_file_is_not_brought_up(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    found = (
        sqlite3.connect(old).execute("SELECT rootpage FROM sqlite_master WHERE name = 'private'").fetchone()
    )
    with old.open("r+b") as raw:
        raw.seek((found[0] - 1) * 4096)
        raw.write(b"\xff" * 4096)
    before = old.read_bytes()
    newer(monkeypatch, tmp_path, STEP)
    with pytest.raises(CannotOpen) as refused:
        Store(old)
    assert refused.value.why is Unfit.DAMAGED
    assert old.read_bytes() == before
    assert list(tmp_path.glob("*.backup")) == []


def test_a_window_that_only_looks_does_not_bring_a_file_up(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    newer(monkeypatch, tmp_path, STEP)
    before = old.read_bytes()
    with pytest.raises(CannotOpen) as refused:
        Store(old, view_only=True)
    assert refused.value.why is Unfit.OLDER
    assert old.read_bytes() == before


def test_triggers_stay_whole_when_a_file_is_split():
    text = "CREATE TABLE a (b);\nCREATE TRIGGER c AFTER INSERT ON a\nBEGIN\n  SELECT 1;\n  SELECT 2;\nEND;\n"
    assert [each.split()[1] for each in migrate.split(text)] == ["TABLE", "TRIGGER"]
