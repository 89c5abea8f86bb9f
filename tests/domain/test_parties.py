"""Parties: a question is carried by them exactly if every one of them is there and agrees."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_tui.domain import rules
from council_tui.domain.gates import parse_gate
from council_tui.domain.quality import ways
from council_tui.domain.rules import BadRules, Count, Rules, Standing
from council_tui.domain.ruletexts import rules_from_text, rules_text
from council_tui.domain.votes import Way
from council_tui.intake.rules import preset

JOINT = preset("joint_meeting")
NAMES = (("en", "陈果 [/]"),)


def counted(stands: list[str]) -> Count:
    """Each party's stand: yes, no, abstain, silent, or away."""
    there = [each for each in stands if each != "away"]
    figures = (there.count(each) for each in ("yes", "no", "abstain"))
    return Count(len(stands), len(there), *figures, parties=True)


STAND = st.sampled_from(["yes", "no", "abstain", "silent", "away"])


@given(st.lists(STAND, min_size=2, max_size=12))
def test_carried_exactly_if_every_party_is_represented_and_agrees(stands: list[str]):
    verdict = rules.judge(JOINT, counted(stands))
    assert verdict.carried is all(each == "yes" for each in stands)
    assert verdict.quorum_met is ("away" not in stands)
    assert not verdict.tie


@given(st.lists(STAND, min_size=2, max_size=8))
def test_out_of_reach_is_said_exactly_when_no_stand_still_to_come_carries(stands: list[str]):
    unasked = stands.count("silent")
    found = rules.outlook(JOINT, counted(stands), unasked)
    possible = "away" not in stands and "no" not in stands and "abstain" not in stands
    assert (found.standing in {Standing.SHORT, Standing.ENOUGH, Standing.AHEAD}) is possible
    assert found.short == (unasked if possible and unasked else None)


def test_one_for_and_one_against_is_no_tie_where_a_tie_decides_nothing():
    assert not rules.judge(JOINT, Count(2, 2, 1, 1, 0)).tie
    half = Rules("", NAMES, (), (parse_gate(">= 1/2 of roll"),), parties=("甲", "乙"))
    verdict = rules.judge(half, Count(2, 2, 1, 1, 0))
    assert (verdict.tie, verdict.carried) == (True, False)


@pytest.mark.parametrize("parties", [("甲",), ("甲", "甲"), ("甲", " "), ("甲", "乙", "")])
def test_one_party_the_same_twice_or_one_without_a_name_make_no_rules(parties: tuple[str, ...]):
    with pytest.raises(BadRules) as refused:
        Rules("", NAMES, (), (parse_gate(">= 1/1 of roll"),), parties=parties)
    assert refused.value.field == "parties"


def test_parties_are_counted_and_not_their_floor_area():
    with pytest.raises(BadRules):
        Rules("", NAMES, (), (parse_gate("> 1/2 of roll by area"),), parties=("甲", "乙"))


def test_parties_survive_the_text_form_and_older_texts_have_none():
    assert rules_from_text(rules_text(JOINT)) == JOINT
    old = rules_text(preset("council_default")).replace('"parties":[],', "")
    assert "parties" not in old
    assert rules_from_text(old).parties == ()


def test_rules_with_parties_know_one_way_and_others_every_other():
    assert ways(JOINT) == (Way.PARTIES,)
    assert Way.PARTIES not in ways(preset("council_default"))
    for way, each in product(Way, (JOINT, preset("council_default"))):
        assert (way in ways(each)) is ((way is Way.PARTIES) is bool(each.parties))
