"""A file is written whole, for its owner alone, and never in place of another unasked."""

import os
import stat
from pathlib import Path

import pytest

from council_tui.export import files
from council_tui.export.files import CannotWrite, FileThere, file_name, write_file
from council_tui.wording import catalog
from council_tui.wording.say import say


def test_a_file_is_written_for_its_owner_alone_and_its_full_path_told(tmp_path: Path):
    path = tmp_path / "纪要 [b].txt"
    assert write_file(path, b"one\n") == path
    assert path.read_bytes() == b"one\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["纪要 [b].txt"]


def test_an_existing_file_stays_unless_it_was_asked(tmp_path: Path):
    path = tmp_path / "minutes.txt"
    path.write_bytes(b"old")
    with pytest.raises(FileThere) as refused:
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert say(refused.value) == f"There is a file at {path} already. Name another."
    write_file(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["minutes.txt"]


def test_a_link_stays_a_link_to_what_is_written(tmp_path: Path):
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    assert write_file(tmp_path / "link.txt", b"new", overwrite=True) == tmp_path / "real.txt"
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_missing_folder_is_refused_in_a_sentence(tmp_path: Path, overwrite: bool):
    path = tmp_path / "gone" / "minutes.txt"
    with pytest.raises(CannotWrite) as refused:
        write_file(path, b"x", overwrite=overwrite)
    assert say(refused.value) == f"Not written: {path} (No such file or directory). Choose another folder."
    catalog.use("zh")
    assert say(refused.value).startswith("没有写成：")


def test_a_folder_is_not_written_over(tmp_path: Path):
    (tmp_path / "minutes").mkdir()
    with pytest.raises(CannotWrite):
        write_file(tmp_path / "minutes", b"x", overwrite=True)
    assert os.listdir(tmp_path) == ["minutes"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, overwrite: bool
):
    path = tmp_path / "minutes.txt"
    if overwrite:
        path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="No space left"):
        write_file(path, b"new", overwrite=overwrite)
    assert {name: (tmp_path / name).read_bytes() for name in os.listdir(tmp_path)} == (
        {"minutes.txt": b"old"} if overwrite else {}
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("梧桐里社区邻里议事会 2023年第3次会议纪要", "梧桐里社区邻里议事会 2023年第3次会议纪要.txt"),
        ("../../etc/passwd", "etc passwd.txt"),
        ('a<b>:"c|d?*\n\\', "a b c d.txt"),
        ("con", "council-tui con.txt"),
        ("AUX.1", "council-tui AUX.1.txt"),
        ("...", "council-tui.txt"),
        ("", "council-tui.txt"),
        ("名" * 200, "名" * 80 + ".txt"),
        ("a" + "名" * 200, "a" + "名" * 79 + ".txt"),
        ("x\u202ey\x1b[31m", "x\ufffdy␛[31m.txt"),
    ],
)
def test_a_name_is_one_that_every_system_takes(title: str, name: str):
    assert file_name(title, ".txt") == name
    assert files.LONGEST == 240
