"""Polls from the command line: what `meeting show` tells of them, and that `tally` counts the same."""

import json
from pathlib import Path

from council_tui.domain.pollmending import PollMend
from council_tui.domain.polls import Sort
from council_tui.usecases import meetings
from council_tui.usecases.poll_results import Doubt, annul_poll, correct_poll
from tests.cli.program import run
from tests.polled import evening


def test_a_meeting_shows_its_polls_and_tally_counts_the_same(tmp_path: Path):
    floor = evening(tmp_path / "council.db")
    floor.store.shut()
    items = json.loads(run("--file", tmp_path / "council.db", "meeting", "show", "--json").output)["items"]
    first, second = items[0]["polls"]
    assert (first["method"], first["closed"]["winners"], second["closed"]["winners"]) == (
        "majority",
        [],
        ["Chen Guo"],
    )
    assert (first["closed"]["issued"], first["closed"]["returned"], first["closed"]["blank"]) == (7, 7, 1)
    stv = items[2]["polls"][0]
    papers = tmp_path / "delegates.blt"
    named = "".join(f'"{name}"\n' for name in stv["candidates"])
    papers.write_text(f'4 2\n4 1 2 0\n2 3 0\n1 4 3 0\n0\n{named}"Delegates"\n', "utf-8")
    tally = json.loads(run("tally", "--method", "stv", papers, "--json").output)
    counted = stv["closed"]["count"]
    assert {key: tally[key] for key in counted} == counted
    shared = items[5]["polls"][0]["closed"]["count"]["rounds"][1]
    assert shared["events"][0]["cost"] == "600"
    # six with 200 each: four pay 150 for the lamps, three would pay 601/6 for 300.50, three have 600 of 900
    assert shared["figures"] == {"Lamps": "150", "Bench": "601/6"}


def test_a_meeting_is_told_with_its_polls(tmp_path: Path):
    floor = evening(tmp_path / "council.db")
    floor.store.shut()
    text = run("--file", tmp_path / "council.db", "meeting", "show").output
    assert "Result: Chen Guo elected." in text


def test_an_annulled_poll_is_told_as_one_that_stands_no_longer(tmp_path: Path):
    floor = evening(tmp_path / "council.db")
    last = floor.store.reading(meetings.view_meeting, floor.meeting).polls[-1]
    floor.store.writing(annul_poll, last.id, Doubt("票箱未封 [/]", floor.people[1]))
    floor.store.shut()
    items = json.loads(run("--file", tmp_path / "council.db", "meeting", "show", "--json").output)["items"]
    assert items[0]["polls"][0]["reopened"] is None
    reopened = items[6]["polls"][0]["reopened"]
    told = reopened["why"], reopened["mover"], reopened["reason"]
    assert told == ("annulled", "Chen Guo", "票箱未封 [/]")
    assert items[6]["outcome"] is None


def test_a_corrected_poll_tells_the_count_before_and_why(tmp_path: Path):
    floor = evening(tmp_path / "council.db")
    poll = floor.store.reading(meetings.view_meeting, floor.meeting).polls[5]
    mend = PollMend((Sort.MARKED, "3 3 3"), (Sort.MARKED, "3 3 2"), 7, "看错 [/]", floor.people[1])
    floor.store.writing(correct_poll, poll.id, mend)
    floor.store.shut()
    items = json.loads(run("--file", tmp_path / "council.db", "meeting", "show", "--json").output)["items"]
    told = items[4]["polls"][0]
    (correction,) = told["corrections"]
    assert (correction["asker"], correction["reason"]) == ("Chen Guo", "看错 [/]")
    before, now = (
        each["count"]["rounds"][0]["figures"]["C"] for each in (correction["before"], told["closed"])
    )
    assert (before, now) == ("17", "16")
