"""`council-tui rules`: what a script asks, and what it is told."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from council_tui.cli import rules as command
from council_tui.wording import catalog

VECTORS = [
    ("urc_meeting_1989", 100, 50, 50, 0, 0, False, False),
    ("urc_meeting_1989", 100, 51, 26, 25, 0, True, True),
    ("urc_meeting_1989", 100, 52, 26, 26, 0, True, False),
    ("urc_meeting_1989", 100, 52, 26, 0, 26, True, False),
    ("village_meeting_households", 30, 20, 11, 9, 0, True, True),
    ("village_meeting_households", 30, 19, 19, 0, 0, False, False),
    ("village_meeting_households", 31, 21, 11, 10, 0, True, True),
    ("village_reps", 21, 14, 8, 6, 0, True, True),
    ("village_reps", 21, 14, 7, 7, 0, True, False),
    ("village_reps", 21, 13, 13, 0, 0, False, False),
    ("village_reps", 25, 17, 9, 8, 0, True, True),
    ("villager_group", 10, 7, 4, 3, 0, True, True),
    ("villager_group", 10, 6, 6, 0, 0, False, False),
    ("party_branch_meeting", 40, 20, 20, 0, 0, True, False),
    ("party_branch_meeting", 40, 21, 21, 0, 0, True, True),
    ("party_branch_meeting", 41, 20, 20, 0, 0, False, False),
    ("party_branch_meeting", 41, 21, 21, 0, 0, True, True),
    ("party_branch_meeting", 40, 39, 20, 19, 0, True, False),
    ("siyi_party_stage", 30, 20, 15, 5, 0, True, True),
    ("siyi_party_stage", 30, 19, 19, 0, 0, False, False),
    ("siyi_party_stage", 31, 21, 15, 6, 0, True, False),
    ("siyi_party_stage", 31, 21, 16, 5, 0, True, True),
    ("owners_committee", 7, 4, 4, 0, 0, True, True),
    ("owners_committee", 7, 4, 3, 1, 0, True, False),
    ("owners_committee", 7, 3, 3, 0, 0, False, False),
    ("council_default", 21, 17, 9, 8, 0, True, True),
    ("council_default", 21, 17, 8, 8, 1, True, False),
    ("council_default", 21, 17, 8, 1, 8, True, False),
    ("council_default", 21, 13, 13, 0, 0, False, False),
    ("council_default", 16, 14, 14, 0, 0, True, True),
    ("council_default", 16, 10, 10, 0, 0, False, False),
    ("council_default", 16, 11, 6, 5, 0, True, True),
    ("council_two_thirds", 21, 18, 12, 6, 0, True, True),
    ("council_two_thirds", 21, 17, 11, 6, 0, True, False),
    ("council_two_thirds", 21, 17, 12, 5, 0, True, True),
    ("consult_committee", 19, 12, 10, 2, 0, True, True),
    ("consult_committee", 20, 12, 10, 2, 0, True, False),
    ("rural_collective_2024", 30, 20, 20, 0, 0, True, True),
    ("rural_collective_2024", 30, 20, 19, 1, 0, True, False),
    ("rural_collective_2024", 31, 21, 21, 0, 0, True, True),
    ("rural_collective_2024", 31, 20, 20, 0, 0, False, False),
    ("robert_simple", 21, 17, 8, 1, 8, True, True),
    ("robert_simple", 21, 17, 8, 8, 1, True, False),
    ("robert_simple", 21, 17, 1, 0, 16, True, True),
    ("robert_simple", 21, 17, 0, 0, 17, True, False),
]
"""Rule; roll, present, yes, no, abstain; quorum, carried: domain/3-rules.md 3.12 (rule-vectors.json),
computed there with exact fractions."""

SMALLEST = {
    1: (1, 1, 1, 1, 1, 1), 2: (2, 1, 2, 2, 2, 2), 3: (2, 2, 2, 3, 3, 3), 5: (3, 3, 4, 4, 4, 4),
    6: (4, 3, 4, 5, 5, 5), 9: (5, 5, 6, 7, 7, 8), 12: (7, 6, 8, 9, 9, 10), 15: (8, 8, 10, 11, 12, 12),
    16: (9, 8, 11, 11, 12, 13), 17: (9, 9, 12, 12, 13, 14), 20: (11, 10, 14, 14, 15, 16),
    21: (11, 11, 14, 15, 16, 17), 24: (13, 12, 16, 17, 18, 20), 25: (13, 13, 17, 17, 19, 20),
    30: (16, 15, 20, 21, 23, 24), 60: (31, 30, 40, 41, 45, 48), 100: (51, 50, 67, 67, 75, 80),
}  # fmt: skip
"""By those present, the smallest yes for each of `SHARES`: the table of domain/3-rules.md 3.11."""
SHARES = ("> 1/2", ">= 1/2", ">= 2/3", "> 2/3", ">= 3/4", ">= 4/5")

BIG = (9, 200_000)
"""Eight owners of one unit and one of twelve, 100 sq m each: nine heads, 2000 sq m in hundredths."""
OWNERS = [
    ((90, 900_000), (60, 600_000), (31, 310_000), (29, 290_000), 0, True, True, False),
    ((90, 900_000), (60, 600_000), (30, 300_000), (30, 300_000), 0, True, False, False),
    ((90, 900_000), (59, 590_000), (59, 590_000), (0, 0), 0, False, False, False),
    ((90, 900_000), (60, 600_000), (45, 450_000), (15, 150_000), 0, True, True, True),
    ((90, 900_000), (60, 600_000), (44, 440_000), (16, 160_000), 0, True, True, False),
    ((90, 900_000), (60, 600_000), (30, 300_000), (20, 200_000), 10, True, False, False),
    (BIG, (8, 80_000), (8, 80_000), (0, 0), 0, False, False, False),
    (BIG, (9, 200_000), (8, 80_000), (1, 120_000), 0, True, False, False),
    (BIG, (9, 200_000), (1, 120_000), (8, 80_000), 0, True, False, False),
]
"""Owners (domain/3-rules.md 3.5): heads and hundredths of a square metre in all, taking part, for, against;
abstaining owners of 100 sq m; quorum; carried by the general rule; by the special one."""

KEYS = ["quorum_met", "quorum_needed", "carried", "needed", "denominator", "base", "tie", "reason", "rule"]


@pytest.fixture(autouse=True)
def speaking_english() -> Iterator[None]:
    catalog.use("en")
    yield
    catalog.use("en")


def run(*words: str) -> Result:
    return CliRunner().invoke(command.rules, words)


def counts(roll: int, present: int, yes: int, no: int, abstain: int) -> list[str]:
    names = ("--roll", "--present", "--yes", "--no", "--abstain")
    return [
        word for pair in zip(names, (roll, present, yes, no, abstain), strict=True) for word in map(str, pair)
    ]


def decided(*words: str) -> dict[str, object]:
    result = run("decide", *words, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    answer = json.loads(result.stdout)
    assert list(answer) == KEYS
    return answer


def test_every_published_vector_holds_for_the_rules_shipped():
    assert len(VECTORS) == 45
    found = []
    for rule, *figures, _, _ in VECTORS:
        answer = decided("--rule", rule, *counts(*figures))
        assert answer["rule"] == rule
        found.append((rule, *figures, answer["quorum_met"], answer["carried"]))
    assert found == VECTORS


def test_the_same_votes_are_lost_by_one_rule_and_carried_by_the_other():
    # 8 yes, 1 no, 8 abstain of 17: more than half of those present is 9, of the 9 votes cast it is 5.
    votes = counts(21, 17, 8, 1, 8)
    assert decided("--rule", "council_default", *votes) == {
        "quorum_met": True,
        "quorum_needed": 14,
        "carried": False,
        "needed": 9,
        "denominator": 17,
        "base": "present",
        "tie": False,
        "reason": "17 present, more than half is 9; yes 8, no 1, abstain 8: not carried.",
        "rule": "council_default",
    }
    assert decided("--rule", "robert_simple", *votes) == {
        "quorum_met": True,
        "quorum_needed": None,
        "carried": True,
        "needed": 5,
        "denominator": 9,
        "base": "cast",
        "tie": False,
        "reason": "9 voted for or against, more than half is 5; yes 8, no 1, abstain 8: carried.",
        "rule": "robert_simple",
    }


def test_without_quorum_nothing_is_needed_and_nothing_carried():
    answer = decided("--rule", "council_default", *counts(21, 13, 13, 0, 0))
    assert answer == {
        "quorum_met": False,
        "quorum_needed": 14,
        "carried": False,
        "needed": None,
        "denominator": 13,
        "base": "present",
        "tie": False,
        "reason": "Not carried: no quorum (14 needed, 13 present).",
        "rule": "council_default",
    }


def test_several_gates_must_all_hold_and_the_largest_is_told():
    # Two thirds of 30 is 20, and more than 21 is 22; half of 30 is 15, more than half of 24 is 13.
    gates = ["--quorum", ">= 2/3 of roll", "--quorum", "> 21 votes"]
    gates += ["--carry", "> 1/2 of present", "--carry", ">= 1/2 of roll"]
    short = decided(*gates, *counts(30, 24, 14, 2, 8))
    enough = decided(*gates, *counts(30, 24, 15, 2, 7))
    assert (short["quorum_needed"], short["needed"], short["denominator"], short["base"]) == (
        22,
        15,
        30,
        "roll",
    )
    assert (short["carried"], enough["carried"], enough["rule"]) == (False, True, None)


def test_a_number_of_votes_has_no_denominator():
    answer = decided("--carry", ">= 9 votes", *counts(21, 17, 9, 8, 0))
    assert (answer["carried"], answer["needed"], answer["denominator"], answer["base"]) == (
        True,
        9,
        None,
        None,
    )


def test_of_gates_that_ask_the_same_the_first_is_told():
    # More than half of 17 is 9, and so is more than half of the 16 cast.
    for first, second, base in (("present", "cast", "present"), ("cast", "present", "cast")):
        gates = ["--carry", f"> 1/2 of {first}", "--carry", f"> 1/2 of {second}"]
        assert decided(*gates, *counts(21, 17, 9, 7, 1))["base"] == base


def test_a_base_of_zero_and_a_gate_above_its_base_need_nothing_that_can_be():
    zero = decided("--rule", "robert_simple", *counts(21, 17, 0, 0, 17))
    above = decided("--carry", "> 1/1 of present", *counts(5, 5, 5, 0, 0))
    assert (zero["needed"], zero["denominator"], zero["carried"]) == (None, 0, False)
    assert (above["needed"], above["denominator"], above["carried"]) == (None, 5, False)


def test_a_tie_is_as_many_yes_as_no_and_some():
    tied = decided("--rule", "council_default", *counts(21, 17, 8, 8, 1))
    silent = decided("--rule", "council_default", *counts(21, 17, 0, 0, 17))
    assert (tied["tie"], tied["carried"], silent["tie"]) == (True, False, False)


VOTES = counts(21, 17, 9, 8, 0)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--rule", "council_default", *counts(21, 17, 14, 1, 3)], "14 + 1 + 3 = 18, but 17 are present."),
        (["--rule", "council_default", *counts(16, 17, 9, 8, 0)], "17 present, but 16 on the roll."),
        (["--rule", "council_default", *counts(21, 17, -1, 8, 0)], "A count is never below zero."),
        (["--rule", "council_default", *counts(-1, -1, 0, 0, 0)], "A count is never below zero."),
        (["--rule", "x[/]", *VOTES], "There are no rules called 'x[/]'; \"rules list\" names them."),
        (
            ["--carry", "> 50% of cast", *VOTES],
            "'> 50% of cast' is no gate; "
            'write it like "> 1/2 of present", ">= 2/3 of roll" or ">= 9 votes".',
        ),
        (
            ["--carry", "> 1/2 of present by area", *VOTES],
            "This rule counts floor area too: give the areas in square metres.",
        ),
        (["--quorum", ">= 2/3 of roll", *VOTES], "Give either --rule, or at least one --carry."),
        (
            ["--rule", "council_default", "--carry", ">= 9 votes", *VOTES],
            "Give either --rule or gates of your own, not both.",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_sentence(words: list[str], sentence: str):
    result = run("decide", *words, "--json")
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", sentence + "\n")


@pytest.mark.parametrize("present", SMALLEST)
def test_the_smallest_yes_is_that_of_the_table(present: int):
    found = tuple(
        decided("--carry", f"{share} of present", *counts(present, present, 0, 0, 0))["needed"]
        for share in SHARES
    )
    assert found == SMALLEST[present]


def areas(roll: int, present: int, yes: int, no: int, abstain: int) -> list[str]:
    figures = {"roll": roll, "present": present, "yes": yes, "no": no, "abstain": abstain}
    return [
        word
        for name, each in figures.items()
        for word in (f"--{name}-area", f"{each // 100}.{each % 100:02}")
    ]


@pytest.mark.parametrize(("roll", "present", "yes", "no", "abstain", "quorum", "general", "special"), OWNERS)
def test_owners_decide_by_heads_and_by_floor_area(
    roll: tuple[int, int], present: tuple[int, int], yes: tuple[int, int], no: tuple[int, int],
    abstain: int, quorum: bool, general: bool, special: bool,
):  # fmt: skip
    heads = counts(roll[0], present[0], yes[0], no[0], abstain)
    area = areas(roll[1], present[1], yes[1], no[1], abstain * 10_000)
    for rule, carried in (("cc278_general", general), ("cc278_special", special)):
        result = run("decide", "--rule", rule, *heads, *area, "--json")
        answer = json.loads(result.stdout)
        assert (answer["quorum_met"], answer["carried"]) == (quorum, carried)
        assert list(answer) == [*KEYS, "quorum_needed_area", "needed_area", "denominator_area"]


def test_owners_read_what_was_needed_by_each_measure():
    heads, area = counts(90, 60, 31, 29, 0), areas(900_050, 600_050, 310_000, 290_050, 0)
    # 2/3 of 9000.50 is 6000.333..., so 6000.34 would be needed, and only 6000.50 are there;
    # half of 6000.50 is 3000.25, so more than half is 3000.26.
    result = run("decide", "--rule", "cc278_general", *heads, *area, "--json")
    answer = json.loads(result.stdout)
    by_area = [answer[f"{name}_area"] for name in ("quorum_needed", "needed", "denominator")]
    assert by_area == ["6000.34", "3000.26", "6000.50"]
    assert run("decide", "--rule", "cc278_general", *heads, *area).stdout.splitlines()[0] == (
        "by heads (quorum 60): 60 took part, more than half is 31; yes 31, no 29, abstain 0; by floor area "
        "(quorum 6000.34 sq m): 6000.50 sq m taking part, more than half is 3000.26 sq m; yes 3100.00 sq m, "
        "no 2900.50 sq m, abstain 0.00 sq m: carried."
    )


@pytest.mark.parametrize("area", ["100.005", "1e3", "-1", "100,5", "陈果 [/]", "99999999999999"])
def test_an_area_is_never_rounded(area: str):
    result = run("decide", "--rule", "cc278_general", *VOTES, "--roll-area", area, "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"Not a floor area: {area}. Write square metres with two decimals at most, like 89.50.\n"
    )


def test_a_person_reads_the_verdict_and_what_abstentions_do():
    result = run("decide", "--rule", "council_default", *counts(21, 17, 16, 0, 1))
    assert result.stdout.splitlines() == [
        "17 present, more than half is 9; yes 16, no 0, abstain 1: carried.",
        "An abstention works as a no.",
    ]


def test_the_verdict_is_told_in_chinese_but_a_program_is_answered_in_english():
    catalog.use("zh")
    words = ["--rule", "council_default", *counts(21, 17, 8, 8, 1)]
    read = run("decide", *words).stdout.splitlines()
    assert read == [
        "到会 17 人，过半数需 9 票；赞成 8，反对 8，弃权 1：平票，未通过。",
        "弃权的效果等于反对。",
    ]
    reason = "17 present, more than half is 9; yes 8, no 8, abstain 1: tied, not carried."
    assert decided(*words)["reason"] == reason
    assert catalog.current() == "zh"


def test_rules_that_have_run_out_are_listed_under_old_rules(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COUNCIL_TUI_CLOCK", "2026-01-01T09:00")
    now, old = run("list").stdout.split("Old rules, no longer in force:")
    assert "council_default " in now
    assert "urc_meeting_1989 " not in now
    assert "urc_meeting_1989 " in old
    monkeypatch.setenv("COUNCIL_TUI_CLOCK", "2025-12-31T23:59")
    now, old = run("list").stdout.split("Old rules, no longer in force:")
    assert "urc_meeting_1989 " in now
    assert "pmr12_old " in old


def test_a_program_reads_every_rule_and_its_kind():
    found = {each["id"]: each["kind"] for each in json.loads(run("list", "--json").stdout)}
    assert (len(found), found["nyc_cb"], found["radish"]) == (26, "rules", "floor")


def test_one_set_of_rules_is_shown_with_its_source_and_its_mark():
    shown = run("show", "village_reps").stdout
    assert "Quorum: two thirds or more of the roll." in shown
    assert "Source: 村民委员会组织法(2018-12-29) 26" in shown
    assert "check against your own rules" in shown
    assert json.loads(run("show", "radish", "--json").stdout)["speech_seconds"] == 120
    missing = run("show", "陈果 [/]")
    assert (missing.exit_code, missing.stderr.count("\n")) == (2, 1)


def real(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The program itself, in its own process."""
    return subprocess.run(
        [sys.executable, "-m", "council_tui", *words],
        env={**os.environ, "HOME": str(home), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_program_itself_decides(tmp_path: Path):
    lost = real(tmp_path, "rules", "decide", "--rule", "council_default", *counts(21, 17, 8, 8, 1), "--json")
    assert (lost.returncode, json.loads(lost.stdout)["carried"], lost.stderr) == (0, False, "")
    refused = real(tmp_path, "rules", "decide", "--rule", "council_default", *counts(21, 17, 14, 1, 3))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == "14 + 1 + 3 = 18, but 17 are present.\n"
    chinese = real(
        tmp_path, "--lang", "zh", "rules", "decide", "--carry", "> 1/2 of cast", *counts(21, 17, 8, 1, 8)
    )
    assert chinese.stdout.startswith("赞成和反对共 9 票，过半数需 5 票；赞成 8，反对 1，弃权 8：通过。")
    assert list(tmp_path.iterdir()) == []


def test_the_group_of_commands_is_loaded_without_anything_heavy():
    code = (
        "import sys; from council_tui.cli import rules\n"
        "heavy = {'textual', 'sqlite_utils', 'rich', 'fractions', 'tomllib'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (0, "[]\n")
