"""Proxies on the command line: a meeting says who was represented by whom, and rules say who may be."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from council_tui.cli import rules as command
from council_tui.domain.figures import Figures
from council_tui.domain.votes import Way
from council_tui.usecases import votes
from tests import proxied
from tests.cli.program import run as ran
from tests.meetings import evening
from tests.proxied import given


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Five of nine are there, two are represented; a show of hands is closed."""
    path = tmp_path / "council.db"
    with evening() as at:
        at("19:00")
        floor = proxied.held(path)
        at("19:10")
        given(floor, 6, 1, reference="第3号 [/]")
        given(floor, 7, 2, paper=False)
        vote = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
        floor.store.writing(votes.close_hands, vote, Figures(4, 3, 0))
    floor.store.shut()
    return path


def run(file: Path, *words: str) -> str:
    result = ran("--file", file, *words)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_meeting_names_the_represented_in_both_languages(file: Path):
    said = run(file, "--lang", "en", "meeting", "show")
    assert "On the roll 9, present 7, needed for a quorum 6." in said
    assert "By proxy: Lyu S by Lin Xiao (proxy paper 第3号 [/], from 19:10); Li Si by Chen Guo" in said
    assert "Motion: 7 present (2 by proxy), more than half is 4; yes 4, no 3, abstain 0: carried." in said
    said = run(file, "--lang", "zh", "meeting", "show")
    assert (
        "委托：吕 %s委托林晓（委托书 第3号 [/]，19:10起）；=李四委托陈果 [/]（未见委托书，19:10起）" in said
    )
    assert "到会7人（其中委托出席2人），过半数需4票" in said


def test_a_program_reads_each_proxy_and_how_many_voted_so(file: Path):
    answer = json.loads(run(file, "meeting", "show", "--json"))
    assert answer["present"] == 7
    assert answer["proxies"] == [
        {
            "person": person,
            "holder": holder,
            "bond": "written",
            "paper": paper,
            "reference": reference,
            "from": "2023-02-08T19:10:00",
            "until": None,
        }
        for person, holder, paper, reference in (
            ("吕 %s", "林晓", True, "第3号 [/]"),
            ("=李四", "陈果 [/]", False, None),
        )
    ]
    (vote,) = answer["items"][0]["votes"]
    assert (vote["present"], vote["by_proxy"], vote["yes"], vote["carried"]) == (7, 2, 4, True)


@pytest.mark.parametrize(
    ("id", "words"),
    [
        (
            "village_election",
            "Proxies: A member who is away may be represented by a close relative, in writing.",
        ),
        ("owners_committee", "Proxies: Nobody votes by proxy: the law bars it"),
    ],
)
def test_the_rules_say_who_may_be_represented(id: str, words: str):
    result = CliRunner().invoke(command.rules, ("show", id))
    assert words in " ".join(result.output.split())
    answer = json.loads(CliRunner().invoke(command.rules, ("show", id, "--json")).output)
    assert answer["proxy"] == {"village_election": "close_kin", "owners_committee": "none"}[id]
