"""`council-tui tally`: a file of papers is counted, the count is told, and a broken file is refused."""

import json
import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from council_tui.wording import catalog
from tests.cli.program import run
from tests.tally.published import blt, read, sheet


def written(folder: Path, papers: str | bytes, name: str = "papers.blt") -> Path:
    path = folder / name
    path.write_bytes(papers if isinstance(papers, bytes) else papers.encode())
    return path


def counted(path: Path, method: str, *words: str) -> dict[str, Any]:
    result = run("tally", "--method", method, *words, "--json", path)
    assert (result.exit_code, result.stderr) == (0, "")
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize("id", ["dundee-2022-7-east-end", "scottish-worked-example", "linn-2007"])
def test_every_official_stage_is_told_exactly(tmp_path: Path, id: str):
    election = read(id)
    answer = counted(written(tmp_path, blt(election)), "stv")
    names, expect = election.ballots.candidates, election.expect
    assert (answer["quota"], answer["seats"], answer["valid"]) == (
        expect["quota"],
        election.seats,
        expect["valid"],
    )
    assert sorted(answer["winners"]) == sorted(names[each - 1] for each in expect["winners"])
    for told, official in zip(answer["rounds"], expect["stages"], strict=True):
        assert list(told["figures"]) == list(names)
        assert list(map(Fraction, told["figures"].values())) == list(map(Fraction, official["votes"]))


@pytest.mark.parametrize(
    ("id", "method", "words", "winners"),
    [
        ("burlington-2009", "irv", (), ["Bob Kiss"]),
        ("tennessee-irv", "irv", (), ["Knoxville"]),
        ("tennessee-borda", "borda", (), ["Nashville"]),
        ("schulze-45", "schulze", (), ["E"]),
        ("schulze-45", "schulze", ("--seats", "3"), ["E", "A", "C"]),
    ],
)
def test_ranked_papers_are_counted(
    tmp_path: Path, id: str, method: str, words: tuple[str, ...], winners: list[str]
):
    assert counted(written(tmp_path, blt(read(id))), method, *words)["winners"] == winners


def test_a_tie_is_named_and_the_lot_breaks_it(tmp_path: Path):
    path = written(tmp_path, sheet(read("abcbook-1")), "papers.csv")
    answer = counted(path, "approval", "--seats", "4")
    assert (answer["winners"], answer["unresolved"]) == (["a", "b", "c"], True)
    assert answer["ties"] == [
        {"between": ["d", "f"], "stake": "seat", "round": 1, "broken": "unresolved", "chosen": []}
    ]
    drawn = counted(path, "approval", "--seats", "4", "--lot", "6, 4")
    assert (drawn["winners"], drawn["ties"][0]["broken"]) == (["a", "b", "c", "f"], "lot")


@pytest.mark.parametrize(
    ("id", "method", "words", "winners"),
    [
        ("consul-24", "greedy", (), ["P2", "P3", "P4"]),
        ("consul-24", "mes", (), ["P1", "P3"]),
        ("consul-24", "mes", ("--fill",), ["P1", "P2", "P3"]),
        ("lodz-2020-nowosolna", "greedy", (), ["W022NO"]),
        ("lodz-2020-nowosolna", "mes", (), ["W013NO", "W038NO", "W066NO"]),
    ],
)
def test_a_budget_is_spent(tmp_path: Path, id: str, method: str, words: tuple[str, ...], winners: list[str]):
    election = read(id)
    path = written(tmp_path, sheet(election), "papers.csv")
    answer = counted(path, method, "--budget", str(election.budget), *words)
    assert (sorted(answer["winners"]), answer["budget"]) == (winners, election.budget)


def test_the_count_is_told_round_by_round(tmp_path: Path):
    result = run("tally", "--method", "stv", written(tmp_path, blt(read("scottish-worked-example"))))
    lines = result.stdout.splitlines()
    assert lines[:5] == [
        "title",
        "Method: Single transferable vote, Scottish rules",
        "Valid papers: 2397",
        "Seats: 3",
        "Quota: 600",
    ]
    start = lines.index("Stage 2")
    assert lines[start : start + 9] == [
        "Stage 2",
        "  Adams: 686.62747",
        "  Baker: 462.34433",
        "  Campbell: 600",
        "  Gray: 198.76493",
        "  Miller: 427.44292",
        "  Surplus of Campbell transferred: 372. Transfer value: 0.38271.",
        "  Non-transferable so far: 21.82035.",
        "  Elected: Adams (quota reached).",
    ]
    assert lines[-1] == "Campbell, Adams, Miller elected, in this order."


def test_equal_shares_tell_every_projects_figure_while_it_can_be_paid_for(tmp_path: Path):
    """100 for three is 33 1/3 each. Three would pay 3 1/3 each for A (10), two 25 each for B (50), one 31 for
    C. A costs its supporters least for its price; then all have 30, two pay 25 for B, and C's one has too
    little.
    """
    path = written(tmp_path, "count,A,B,C\ncost,10,50,31\n2,1,1,0\n1,1,0,1\n")
    answer = json.loads(run("tally", "--method", "mes", "--budget", "100", path, "--json").stdout)
    assert [each["figures"] for each in answer["rounds"]] == [
        {"A": "3", "B": "2", "C": "1"},
        {"A": "10/3", "B": "25", "C": "31"},
        {"B": "25"},
    ]
    assert answer["winners"] == ["A", "B"]


@pytest.mark.parametrize("method", ["schulze", "irv", "borda", "approval", "mes"])
def test_every_kind_of_count_is_told_in_chinese(tmp_path: Path, method: str):
    ranked = method in {"schulze", "irv", "borda"}
    path = written(tmp_path, blt(read("schulze-45")) if ranked else sheet(read("consul-24")))
    words = ["--lang", "zh", "tally", "--method", method, "--seats", "1", "--budget", "1000", path]
    told = run(*words).stdout.splitlines()
    catalog.use("en")
    assert told
    assert all(
        any("\u4e00" <= char <= "\u9fff" or char == "：" for char in line) for line in told[1:] if line
    )


def test_the_program_itself_counts_a_file_with_chinese_names(tmp_path: Path):
    papers = '3 1\n# 三人\n-3\n5 3 2 0 # 五张\n4 1 0\n0\n"陈果 [/]"\n"林晓"\n"王·军 <i>"\n"梧桐里 [b"\n'
    path = written(tmp_path, papers.replace("·", "").encode("gb18030").replace(b"\n", b"\r\n"))
    command = [sys.executable, "-m", "council_tui", "tally", "--method", "stv", str(path)]
    environment = os.environ | {"PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
    result = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "梧桐里 [b",
        "Method: Single transferable vote, Scottish rules",
        "Valid papers: 9",
        "Seats: 1",
        "Quota: 5",
        "Withdrawn candidates: 王军 <i>",
        "",
        "Stage 1",
        "  陈果 [/]: 4",
        "  林晓: 5",
        "  Elected: 林晓 (quota reached).",
        "",
        "林晓 elected.",
    ]


@pytest.mark.parametrize(
    ("method", "papers", "told"),
    [
        ("stv", "", "Not counted: the file is empty.\n"),
        ("stv", "2 1\n1 1 0\n1 3 0\n0\n", "Line 3: '3' is not a candidate from 1 to 2.\n"),
        ("stv", "2 3\n1 1 0\n0\n", "Line 1: 3 seats cannot be filled from 2 candidates.\n"),
        (
            "stv",
            "2 1\n1 1=2 0\n0\n",
            "Line 2: this method takes no equal places.\n",
        ),
        ("approval", "count,A,B\n2,1,0\n1,2,0\n", "Line 3: a mark is 0 or 1 here, not 2.\n"),
        ("mes", "count,A,B\n2,1,0\n", "Not counted: the file does not say what projects cost"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, method: str, papers: str, told: str):
    result = run("tally", "--method", method, written(tmp_path, papers))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(told)


@pytest.mark.parametrize("lot", ["1,1", "9", "x", "1;2", "-1", "0", "1," * 500])
def test_a_lot_that_is_none_is_refused(tmp_path: Path, lot: str):
    path = written(tmp_path, blt(read("schulze-45")))
    result = run("tally", "--method", "stv", f"--lot={lot}", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is not a lot" in result.stderr


def test_more_seats_than_candidates_are_refused(tmp_path: Path):
    result = run("tally", "--method", "stv", "--seats", "9", written(tmp_path, blt(read("schulze-45"))))
    assert (result.exit_code, result.stderr) == (
        2,
        "Not counted: 9 seats cannot be filled from 5 candidates.\n",
    )


def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    result = run("tally", "--method", "stv", tmp_path / "none.blt")
    assert (result.exit_code, "none.blt cannot be used" in result.stderr) == (2, True)
