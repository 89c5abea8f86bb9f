"""`council-tui people`: a roster is looked at before it is taken, and nothing is written unasked."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.assembly import found
from tests.cli.program import run

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
ROSTER = "座号,姓名,身份,表决权,电话\n1,陈果 [/],居民代表,是,13800000001\n2,欧阳[b]娜,业主,否,\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found(tmp_path / "council.db", ()).shut()
    return tmp_path / "council.db"


def sheet(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "名册.csv"
    path.write_text(text, encoding="utf-8")
    return path


def listed(file: Path) -> list[tuple[int, str, str, bool, str]]:
    found = json.loads(run("--file", file, "people", "list", "--json").stdout)
    return [(each["seat"], each["name"], each["category"], each["votes"], each["phone"]) for each in found]


def test_unasked_only_the_preview_is_given(file: Path, tmp_path: Path):
    before = file.read_bytes()
    result = run("--file", file, "people", "import", sheet(tmp_path, ROSTER))
    assert result.exit_code == 2
    assert result.stdout.splitlines() == [
        "2 people read (UTF-8, comma).",
        "To add 2, to change 0, unchanged 0, refused 0.",
        "Add: seat 1 陈果 [/] (residents' representative, has a vote, 13800000001)",
        "Add: seat 2 欧阳[b]娜 (home owner, has no vote)",
    ]
    assert result.stderr == "Nothing was written: nobody could be asked. Repeat it with --yes.\n"
    assert file.read_bytes() == before


def test_with_yes_it_is_taken_and_a_second_time_there_is_nothing_to_take(file: Path, tmp_path: Path):
    taken = run("--file", file, "people", "import", sheet(tmp_path, ROSTER), "--yes")
    assert (taken.exit_code, taken.stdout.splitlines()[-1]) == (0, "2 people taken over.")
    assert listed(file) == [
        (1, "陈果 [/]", "resident_rep", True, "13800000001"),
        (2, "欧阳[b]娜", "owner", False, ""),
    ]
    again = run("--file", file, "people", "import", sheet(tmp_path, ROSTER), "--yes")
    assert (again.exit_code, again.stdout.splitlines()[-1]) == (0, "There is nothing to take over.")


def test_what_changes_and_what_is_refused_is_told_with_the_reason(file: Path, tmp_path: Path):
    run("--file", file, "people", "import", sheet(tmp_path, ROSTER), "--yes")
    changed = ROSTER.replace("居民代表", "老党员") + "2,周一一,业主,是,\n"
    told = run("--file", file, "people", "import", sheet(tmp_path, changed), "--yes")
    assert told.exit_code == 2
    assert "Line 4: seat 2 stands on line 3 already." in told.stderr
    other = "座号,姓名,身份\n1,陈果 [/],老党员\n2,周一一,业主\n"
    told = run("--file", file, "people", "import", sheet(tmp_path, other), "--yes")
    assert told.stdout.splitlines()[1:] == [
        "To add 0, to change 1, unchanged 0, refused 1.",
        "Refused: line 3, seat 2 周一一: the seat is taken by 欧阳[b]娜.",
        "Change: seat 1 陈果 [/]: member category residents' representative -> senior Party member",
        "Not in the file, left as they are: 1.",
        "1 person taken over.",
    ]
    assert [each[:3] for each in listed(file)] == [
        (1, "陈果 [/]", "senior_party"),
        (2, "欧阳[b]娜", "owner"),
    ]


@pytest.mark.parametrize("name", ["roster.csv", "roster-gb18030.csv"])
def test_the_sample_rosters_are_taken_whole_whichever_encoding(file: Path, name: str):
    assert run("--file", file, "people", "import", SAMPLES / name, "--yes").exit_code == 0
    people = listed(file)
    assert (len(people), people[0][:2], people[16][:2]) == (21, (1, "周敏"), (17, "罗永年"))
    shown = run("--file", file, "--lang", "zh", "people", "list").stdout.splitlines()
    assert shown[0] == "1    周敏、社区工作人员、社区党支部书记、有表决权"
    assert "138" not in "".join(shown)


@pytest.mark.parametrize("name", ["council.db", "."])
def test_what_is_no_roster_is_refused(file: Path, tmp_path: Path, name: str):
    before = file.read_bytes()
    result = run("--file", file, "people", "import", tmp_path / name, "--yes")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
    assert file.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("answer", "count"), [("y", 2), ("n", 0)])
def test_at_a_terminal_one_is_asked(file: Path, tmp_path: Path, answer: str, count: int):
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "council_tui", "--lang", "en", "--file", str(file), "people", "import"]
    asked = subprocess.Popen([*command, str(sheet(tmp_path, ROSTER))], stdin=theirs, stdout=subprocess.PIPE)
    os.write(ours, f"{answer}\n".encode())
    told, _ = asked.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert b"Take this over? [y/N]" in told
    assert (len(listed(file)), asked.returncode) == (count, 0 if count else 2)
