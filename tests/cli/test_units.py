"""`council-tui units`: a list of units is looked at before it is taken, and nothing is written unasked."""

import json
from pathlib import Path

import pytest

from tests.assembly import found
from tests.cli.program import run

LIST = "房号,面积,业主,计入\n1-101,89.5,王芳、李雷,是\n10-101,100,陈果 [/],\n1-102,12.5,陈果 [/],否\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found(tmp_path / "council.db", ()).shut()
    return tmp_path / "council.db"


def sheet(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "房屋.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_unasked_only_the_preview_is_given(file: Path, tmp_path: Path):
    before = file.read_bytes()
    result = run("--file", file, "units", "import", sheet(tmp_path, LIST))
    assert (result.exit_code, result.stdout) == (2, "New 3, changed 0, unchanged 0; new owners 2.\n")
    assert result.stderr == "Nothing was written: nobody could be asked. Repeat it with --yes.\n"
    assert file.read_bytes() == before


def test_it_is_taken_listed_by_number_and_taken_again_only_where_it_changed(file: Path, tmp_path: Path):
    taken = run("--file", file, "units", "import", sheet(tmp_path, LIST), "--yes")
    assert (taken.exit_code, taken.stdout.splitlines()[-1]) == (0, "3 units taken over.")
    # 89.50 + 100.00 count; one head for each of two owners
    assert run("--file", file, "units", "list").stdout.splitlines() == [
        "1-101           89.50 sq m  王芳、李雷",
        "1-102           12.50 sq m  陈果 [/] (does not count)",
        "10-101         100.00 sq m  陈果 [/]",
        "3 units, of these 2 count; 2 owners, 189.50 sq m.",
    ]
    changed = LIST.replace("89.5", "89.51").replace("1-102,12.5,陈果 [/],否\n", "")
    again = run("--file", file, "units", "import", sheet(tmp_path, changed), "--yes")
    assert again.stdout.splitlines() == [
        "New 0, changed 1, unchanged 1; new owners 0.",
        "Line 2: 1-101, floor area 89.50 to 89.51",
        "1 unit is not in the list and stays as it is.",
        "1 unit taken over.",
    ]
    told = json.loads(run("--file", file, "units", "list", "--json").stdout)
    assert told[0] == {
        "unit": "1-101",
        "area": "89.51",
        "owner": "王芳、李雷",
        "counts": True,
        "source": "register",
    }
    assert run("--file", file, "verify").exit_code == 0


def test_a_broken_list_is_refused_with_its_line(file: Path, tmp_path: Path):
    result = run("--file", file, "units", "import", sheet(tmp_path, LIST + "1-101,7,某人,\n"), "--yes")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Line 5: unit 1-101 stands on line 2 already.\n"


def test_without_units_the_list_says_so(file: Path):
    assert run("--file", file, "units", "list").stdout == "No unit is entered yet.\n"
