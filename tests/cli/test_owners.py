"""`council-tui rules decide --ballots`: the owners' cases of domain/3-rules.md 3.5, paper by paper."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from council_tui.cli import rules as command
from council_tui.wording import catalog

HEADER = "unit,area,owner,vote"


@pytest.fixture(autouse=True)
def speaking_english() -> Iterator[None]:
    catalog.use("en")
    yield
    catalog.use("en")


def run(path: Path, *words: str, rule: str = "cc278_general") -> Result:
    return CliRunner().invoke(command.rules, ["decide", "--rule", rule, "--ballots", str(path), *words])


def decided(path: Path, rule: str = "cc278_general") -> dict[str, Any]:
    result = run(path, "--json", rule=rule)
    assert (result.exit_code, result.stderr) == (0, "")
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def written(folder: Path, *rows: str, header: str = HEADER, encoding: str = "utf-8") -> Path:
    path = folder / "papers.csv"
    path.write_bytes("\n".join([header, *rows, ""]).encode(encoding))
    return path


def equal(folder: Path, yes: int, no: int, abstain: int, roll: int = 90) -> Path:
    """So many owners of one unit of 100 sq m each; those who are left return nothing."""
    answers = ["yes"] * yes + ["no"] * no + ["abstain"] * abstain
    answers += [""] * (roll - len(answers))
    return written(folder, *(f"1-{n},100,Owner {n},{answer}" for n, answer in enumerate(answers, 1)))


def small_and_big(folder: Path, small: str, big: str) -> Path:
    """Eight owners of one unit and one of twelve, 100 sq m each: nine heads, 2000 sq m."""
    rows = [f"1-{n},100,Owner {n},{small}" for n in range(1, 9)]
    return written(folder, *rows, *(f"2-{n},100.00,Developer,{big}" for n in range(1, 13)))


@pytest.mark.parametrize(
    ("yes", "no", "abstain", "quorum", "general", "special"),
    [
        (31, 29, 0, True, True, False),  # 60 of 90 is two thirds; more than half of 60 is 31
        (30, 30, 0, True, False, False),  # exactly half
        (59, 0, 0, False, False, False),  # 59 of 90 is less than two thirds
        (45, 15, 0, True, True, True),  # three quarters of 60 is 45
        (44, 16, 0, True, True, False),
        (30, 20, 10, True, False, False),  # who abstains takes part: half of 60 is 30
    ],
)
def test_ninety_equal_owners(
    tmp_path: Path, yes: int, no: int, abstain: int, quorum: bool, general: bool, special: bool
):
    path = equal(tmp_path, yes, no, abstain)
    for rule, carried in (("cc278_general", general), ("cc278_special", special)):
        answer = decided(path, rule)
        assert (answer["quorum_met"], answer["carried"]) == (quorum, carried)
        assert answer["heads"] == {"roll": 90, "yes": yes, "no": no, "abstain": abstain, "invalid": 0}
        assert answer["area"]["yes"] == f"{yes * 100}.00"


@pytest.mark.parametrize(
    ("small", "big", "quorum", "heads", "area"),
    [
        ("yes", "", False, 8, "800.00"),  # 8 of 9 heads, but 800 of 2000 sq m
        ("yes", "no", True, 8, "800.00"),  # by heads carried; more than half of 2000 is 1000.01
        ("no", "yes", True, 1, "1200.00"),  # by area carried; more than half of 9 is 5
    ],
)
def test_an_owner_of_twelve_units_is_one_head_and_all_their_area(
    tmp_path: Path, small: str, big: str, quorum: bool, heads: int, area: str
):
    for rule in ("cc278_general", "cc278_special"):
        answer = decided(small_and_big(tmp_path, small, big), rule)
        assert (answer["quorum_met"], answer["carried"]) == (quorum, False)
        assert (answer["heads"]["roll"], answer["area"]["roll"]) == (9, "2000.00")
        assert (answer["heads"]["yes"], answer["area"]["yes"]) == (heads, area)
        assert answer["several"] == {"Developer": list(range(10, 22))}


def test_papers_of_one_owner_that_differ_are_refused_with_their_lines(tmp_path: Path):
    path = written(tmp_path, "1,80,林晓,yes", "2,90,陈果 [/],no", "3,70,林　晓,no")
    result = run(path, "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "林晓 answers 'yes' on line 2 and 'no' on line 4: one owner has one head."
        " Ask which holds, or tell owners of one name apart in the list.\n"
    )


def test_an_owner_who_returned_one_paper_of_two_takes_part_with_that_area(tmp_path: Path):
    path = written(tmp_path, "1,80,林晓,yes", "2,20.5,林晓,", "3,50,陈果 [/],no")
    answer = decided(path)
    assert answer["heads"] == {"roll": 2, "yes": 1, "no": 1, "abstain": 0, "invalid": 0}
    # 80 + 50 of 150.50 sq m take part; two thirds of 150.50 is 100.33..., so 100.34.
    assert answer["quorum_needed_area"] == "100.34"
    assert (answer["area"]["roll"], answer["area"]["yes"], answer["quorum_met"]) == ("150.50", "80.00", True)


def test_co_owners_are_one_person_in_any_order_and_what_does_not_count_is_left_out(tmp_path: Path):
    rows = [
        "1-101,89.5,王芳、李雷,赞成,是",
        "1-102,50,李雷；王芳,同意,",
        "车位3,12.5,赵敏,反对,否",
        "1-103,90,赵敏,弃权,",
    ]
    path = written(tmp_path, *rows, header="房号,面积（㎡）,业主,表决,计入", encoding="gb18030")
    answer = decided(path)
    assert answer["heads"] == {"roll": 2, "yes": 1, "no": 0, "abstain": 1, "invalid": 0}
    assert (answer["area"]["roll"], answer["area"]["yes"], answer["left_out"]) == ("229.50", "139.50", 1)


def test_an_invalid_paper_comes_back_but_takes_no_part(tmp_path: Path):
    # 90 owners: 59 valid papers and one invalid are 59 taking part, and 60 are needed.
    rows = [
        f"{n},100,Owner {n},{'yes' if n < 60 else 'invalid' if n == 60 else ''},yes" for n in range(1, 91)
    ]
    path = written(tmp_path, *rows, header=f"{HEADER},issued")
    answer = decided(path)
    assert (answer["quorum_met"], answer["carried"], answer["heads"]["invalid"]) == (False, False, 1)
    assert (answer["issued"], answer["returned"], answer["invalid"]) == (90, 60, 1)
    assert run(path).stdout.splitlines() == [
        "by heads: 60 needed, 59 took part; by floor area: 6000.00 sq m needed, 5900.00 sq m took part:"
        " not carried, no quorum.",
        "An abstention works as a no.",
        "90 owners, 9000.00 sq m in all.",
        "Papers issued 90, returned 60, of these invalid 1.",
        "Invalid papers do not count as taking part.",
    ]


def test_who_got_a_paper_and_returned_none_is_silent_and_joins_nobody_by_default(tmp_path: Path):
    rows = ["1,100,A,yes,yes", "2,100,B,,yes", "3,100,C,,no"]
    answer = decided(written(tmp_path, *rows, header=f"{HEADER},issued"))
    assert (answer["quorum_met"], answer["heads"]["yes"], answer["issued"]) == (False, 1, 2)


BROKEN = [
    (["1,100,A,maybe {x}"], "Line 2: 'maybe {x}' is no answer: write yes, no, abstain, invalid, or nothing"
     " where no paper came back."),
    (["1,100.005,A,yes"], "Line 2: '100.005' is no floor area: write square metres with two decimals at most,"
     " like 89.50."),
    (["1,0,A,yes"], "Line 2: '0' is no floor area: write square metres with two decimals at most,"
     " like 89.50."),
    (["1,100,,yes"], "Line 2: the column 'owner' is empty."),
    (["1,100,A,yes", "１,90,B,no"], "Line 3: unit １ stands on line 2 already."),
    (["1,100,A,yes", "2,100,B"], "Line 3: 3 cells, but there are 4 headings."),
    (["1,100,A,yes", "合计,100,,"], "Line 3: '合计' looks like a total, not a unit: delete the line."),
    (['1,100,"A,yes'], "Line 2: a quotation mark is opened and not closed, or stands within a cell."),
    ([], "Line 1: there is no unit below the headings."),
    (["1,100,A\u202eB,yes"], "Line 2: the column 'owner' holds a character that cannot be seen (U+202E):"
     " type the cell again."),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "sentence"), BROKEN)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, rows: list[str], sentence: str):
    result = run(written(tmp_path, *rows), "--json")
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", sentence + "\n")


def test_a_paper_that_was_not_issued_cannot_come_back(tmp_path: Path):
    result = run(written(tmp_path, "1,100,A,yes,no", header=f"{HEADER},issued"))
    assert (result.exit_code, result.stderr) == (2, "Line 2: a paper came back that was not issued.\n")


def test_a_missing_column_is_named(tmp_path: Path):
    result = run(written(tmp_path, "1,100,A", header="unit,area,owner"))
    assert result.stderr == (
        "Line 1: a column is missing: vote. Headings are unit, area, owner, vote,"
        " or 房号, 面积, 业主, 表决.\n"
    )


def test_papers_and_figures_together_are_refused(tmp_path: Path):
    result = run(equal(tmp_path, 1, 0, 0), "--roll", "90")
    assert (result.exit_code, result.stderr) == (2, "Give either --ballots or figures, not both.\n")


def test_in_chinese_the_owners_read_who_was_counted_as_one(tmp_path: Path):
    catalog.use("zh")
    told = run(
        written(tmp_path, "1,60,林晓,赞成", "2,40,林晓,赞成", "3,50,陈果 [/],反对")
    ).stdout.splitlines()
    assert told[2:] == [
        "业主共2人，专有部分面积共150.00平方米。",
        "收回3张，其中无效0张。",
        "同一业主，算一人：林晓（第2、3行）。",
    ]
