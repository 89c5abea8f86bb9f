"""What a blank tally sheet asks of each number present: the table of domain/3-rules.md 3.11, typed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_tui.domain.gates import Gate, parse_gate
from council_tui.domain.rules import Count, Rules, judge
from council_tui.domain.tallysheet import MOST, needed
from council_tui.intake.rules import preset

WHOLES = (1, 2, 3, 5, 6, 9, 12, 15, 16, 17, 20, 21, 24, 25, 30, 60, 100)
TABLE = {
    "> 1/2": (1, 2, 2, 3, 4, 5, 7, 8, 9, 9, 11, 11, 13, 13, 16, 31, 51),
    ">= 1/2": (1, 1, 2, 3, 3, 5, 6, 8, 8, 9, 10, 11, 12, 13, 15, 30, 50),
    ">= 2/3": (1, 2, 2, 4, 4, 6, 8, 10, 11, 12, 14, 14, 16, 17, 20, 40, 67),
    "> 2/3": (1, 2, 3, 4, 5, 7, 9, 11, 11, 12, 14, 15, 17, 17, 21, 41, 67),
    ">= 3/4": (1, 2, 3, 4, 5, 7, 9, 12, 12, 13, 15, 16, 18, 19, 23, 45, 75),
    ">= 4/5": (1, 2, 3, 4, 5, 8, 10, 12, 13, 14, 16, 17, 20, 20, 24, 48, 80),
}


def by(*gates: str, quorum: tuple[str, ...] = ()) -> Rules:
    return Rules("", (("en", "-"),), tuple(map(parse_gate, quorum)), tuple(map(parse_gate, gates)))


@pytest.mark.parametrize("base", ["present", "participating", "cast"])
@pytest.mark.parametrize("share", TABLE)
def test_every_number_needs_what_the_table_says(share: str, base: str):
    rules = by(f"{share} of {base}")
    found = dict(needed(rules, rules.carry[0], 100))
    assert list(found) == list(range(1, 101))
    assert tuple(found[whole] for whole in WHOLES) == TABLE[share]


def test_the_numbers_begin_at_the_quorum():
    """Eighteen on the roll: two thirds or more is 12; more than half of 12 is 7, and of 18 it is 10."""
    rules = preset("council_default")
    assert needed(rules, rules.carry[0], 18) == (
        (12, 7), (13, 7), (14, 8), (15, 8), (16, 9), (17, 9), (18, 10),
    )  # fmt: skip


def test_a_share_of_the_roll_or_a_number_of_votes_is_one_figure():
    """More than half of 21 is 11; nine votes are nine; all of three parties are three."""
    committee = preset("owners_committee")
    assert needed(committee, committee.carry[0], 21) == ((21, 11),)
    fixed = by(">= 9 votes")
    assert needed(fixed, fixed.carry[0], 21) == ((21, 9),)
    joint = preset("joint_meeting")
    assert needed(joint, joint.carry[0], 3) == ((3, 3),)


def test_each_of_several_gates_has_figures_of_its_own():
    """Village representatives, 21: of those present more than half, and half or more of the roll, 11."""
    rules = preset("siyi_reps_stage")
    present, roll = rules.carry
    assert needed(rules, present, 21)[0] == (14, 8)
    assert needed(rules, roll, 21) == ((21, 11),)


def test_a_quorum_that_may_be_met_by_households_leaves_no_number_out():
    rules = preset("village_meeting")
    assert needed(rules, rules.carry[0], 30)[0] == (1, 1)


def test_owners_by_floor_area_and_an_empty_roll_have_no_table():
    owners = preset("cc278_general")
    assert needed(owners, owners.carry[0], 90) == ()
    assert needed(preset("council_default"), owners.carry[0], 0) == ()


def test_of_a_long_table_only_its_ends_are_given():
    """Two thirds of 3,000 is 2,000; more than half of it 1,001, of all 1,501."""
    rules = preset("council_default")
    assert needed(rules, rules.carry[0], 3_000) == ((2_000, 1_001), (3_000, 1_501))
    assert len(needed(by("> 1/2 of present"), rules.carry[0], MOST)) == MOST


def test_what_no_yes_can_reach_is_no_number():
    rules = by("> 1/1 of present")
    assert needed(rules, rules.carry[0], 2) == ((1, None), (2, None))


GATES = st.builds(
    lambda op, p, q, base: parse_gate(f"{op} {min(p, q)}/{q} of {base}"),
    st.sampled_from([">", ">="]),
    st.integers(1, 12),
    st.integers(1, 12),
    st.sampled_from(["present", "roll"]),
)


@given(GATES, st.integers(1, 60))
def test_the_figure_carries_and_one_less_does_not(gate: Gate, roll: int):
    """Put to the judge with that many yes, and with one less; nobody says no."""
    rules = by(str(gate), quorum=(">= 2/3 of roll",))
    for whole, least in needed(rules, gate, roll):
        assert isinstance(whole, int)
        if least is None:
            assert gate.share == Fraction(1)
            continue
        assert judge(rules, Count(roll, whole, least, 0, 0)).carried
        assert not judge(rules, Count(roll, whole, least - 1, 0, 0)).carried
