"""A joint meeting from the command line: what its rule decides, what it says, whom a roster names."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from council_tui.cli import rules as command
from council_tui.domain.parties import Party
from council_tui.domain.roster import Roster
from council_tui.intake.people import read_roster
from council_tui.store.store import Store
from council_tui.usecases import people
from council_tui.usecases.roster import view_preview
from council_tui.wording.roster import preview_lines
from tests import assembly

THREE = ("--roll", "3", "--no", "0")


def run(*words: str) -> Result:
    return CliRunner().invoke(command.rules, words)


def test_a_joint_meeting_is_decided_by_parties():
    joint = ("decide", "--rule", "joint_meeting", *THREE)
    said = run(*joint, "--present", "3", "--yes", "2", "--abstain", "1").output
    assert "3 parties, all must agree; agree 2, disagree 0, reserve 1: not carried." in said
    assert "A party that reserves judgement, or is silent, has not agreed." in said
    answer = json.loads(run(*joint, "--present", "3", "--yes", "3", "--abstain", "0", "--json").output)
    assert (answer["carried"], answer["needed"], answer["quorum_needed"]) == (True, 3, 3)
    away = run(*joint, "--present", "2", "--yes", "2", "--abstain", "0").output
    assert "Not carried: not every party is represented (2 of 3)." in away


def test_what_the_parties_are_is_shown_and_told_to_programs():
    assert "Parties: the community, the property company, the owners" in run("show", "joint_meeting").output
    assert json.loads(run("show", "joint_meeting", "--json").output)["parties"] == [*Party]


def test_a_roster_names_the_party_of_each_and_changes_it(tmp_path: Path):
    store: Store = assembly.found(tmp_path / "council.db", ("林晓", "陈果 [/]"))
    table = "姓名,座号,所属方\n林晓,1,居委会\n陈果 [/],2,业主\n周一一,3,街道 [b\n吕 %s,4,\n"
    roster = read_roster(table.encode())
    assert isinstance(roster, Roster)
    preview, added, changed = store.reading(view_preview, roster)
    lines = preview_lines(preview)
    assert "Change: seat 1 林晓: party of a joint meeting (nothing) -> the community" in lines
    assert any("街道 [b" in line for line in lines)
    store.writing(people.import_roster, added, changed)
    found = {each.name: each.party for each in store.reading(people.view_people)}
    assert found == {"林晓": Party.COMMUNITY, "陈果 [/]": Party.OWNERS, "周一一": "街道 [b", "吕 %s": ""}
    store.shut()
