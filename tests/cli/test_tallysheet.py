"""The blank tally sheet by the command line: of a planned meeting too, and never over another file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from council_tui.store.store import Store
from tests import assembly
from tests.cli.program import on, run


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A council of nine whose first meeting is planned; its folder is the current one."""
    monkeypatch.chdir(tmp_path)
    store = assembly.found(tmp_path / "议事会 [b].db")
    assembly.plan(store)
    store.shut()
    return tmp_path / "议事会 [b].db"


def entries(file: Path) -> int:
    store = Store(file, view_only=True)
    found = store.reading(lambda at: at.query("SELECT count(*) FROM journal")[0][0])
    store.shut()
    return int(found)


def test_it_is_printed_before_the_meeting_and_nothing_is_recorded(file: Path):
    before = entries(file)
    with on("2023-02-08T18:20"):
        told = run("--file", file, "meeting", "sheet", "--meeting", "2023-1", "--lang", "en")
    assert (told.exit_code, told.stderr) == (0, "")
    assert "Blank tally sheet of Meeting No. 1 of 2023" in told.stdout
    assert "Printed:      8 February 2023 18:20;" in told.stdout
    assert "   Present     6  7  8  9\n   Yes needed  4  4  5  5\n" in told.stdout
    assert entries(file) == before


def test_a_process_of_its_own_writes_it_as_windows_reads_it(file: Path):
    command = [sys.executable, "-m", "council_tui", "--file", file, "--lang", "zh", "meeting", "sheet"]
    options = ["--width", "56", "--output", "表 [b].txt", "--bom", "--crlf"]
    result = subprocess.run(
        [*command, *options], capture_output=True, text=True, encoding="utf-8", check=False,
        env=os.environ | {"PYTHONUTF8": "1"},
    )  # fmt: skip
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(f"已写入：{Path.cwd() / '表 [b].txt'}（")
    content = Path("表 [b].txt").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") > 60
    rows = content.decode("utf-8-sig").splitlines()
    assert max(sum(2 if ord(char) > 0x2E00 else 1 for char in row) for row in rows) <= 56
    assert rows[1].strip() == "2023年第1次会议计票记录单"


def test_a_file_that_is_there_stays_unless_forced(file: Path):
    Path("sheet.txt").write_text("ours", encoding="utf-8")
    refused = run("--file", file, "meeting", "sheet", "--output", "sheet.txt")
    assert (refused.exit_code, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
    assert Path("sheet.txt").read_text("utf-8") == "ours"
    assert run("--file", file, "meeting", "sheet", "--output", "sheet.txt", "--force").exit_code == 0
    assert "Blank tally sheet" in Path("sheet.txt").read_text("utf-8")
    assert [each.name for each in Path.cwd().iterdir() if each.suffix == ".part"] == []


def test_a_meeting_that_is_not_there_is_refused(file: Path):
    told = run("--file", file, "meeting", "sheet", "--meeting", "9")
    assert (told.exit_code, told.stdout, told.stderr.count("\n")) == (2, "", 1)
