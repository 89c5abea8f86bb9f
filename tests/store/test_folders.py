"""Where a paper may go: the last folder first, then the usual ones, then drives that are plugged in."""

import stat
from pathlib import Path

import pytest

from council_tui.store import folders, places


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shelf with one stick of a user's, one of nobody's, and a folder that is no drive."""
    shelf = tmp_path / "media"
    sticks = [shelf / "周敏" / "USB [b]", shelf / "STICK"]
    for each in [*sticks, shelf / "周敏" / "empty"]:
        each.mkdir(parents=True)
    monkeypatch.setattr(folders, "SHELVES", (shelf, tmp_path / "none"))
    monkeypatch.setattr("os.path.ismount", lambda path: Path(path) in sticks)
    return shelf


def test_drives_are_found_and_folders_that_are_none_are_not(shelf: Path):
    assert folders.drives() == [shelf / "STICK", shelf / "周敏" / "USB [b]"]


def test_the_last_folder_is_offered_first(shelf: Path, tmp_path: Path):
    assert folders.last_folder() is None
    folders.keep_folder(tmp_path)
    assert folders.offered() == [tmp_path, shelf / "STICK", shelf / "周敏" / "USB [b]"]
    assert stat.S_IMODE((places.state_folder() / "export-folder").stat().st_mode) == 0o600


def test_a_folder_that_is_gone_is_not_offered(shelf: Path, tmp_path: Path):
    gone = tmp_path / "gone"
    gone.mkdir()
    folders.keep_folder(gone)
    gone.rmdir()
    assert folders.last_folder() is None


def test_without_any_folder_there_is_still_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(folders, "SHELVES", ())
    assert folders.offered() == [Path.home()]


def test_a_state_folder_that_cannot_be_used_is_as_an_empty_one(tmp_path: Path):
    places.state_folder().parent.mkdir(parents=True)
    places.state_folder().write_text("in the way", encoding="utf-8")
    folders.keep_folder(tmp_path)
    assert folders.last_folder() is None


def test_a_folder_lies_on_a_drive_or_not(shelf: Path):
    drives = folders.drives()
    assert folders.removable(shelf / "STICK" / "2023", drives)
    assert not folders.removable(shelf, drives)
