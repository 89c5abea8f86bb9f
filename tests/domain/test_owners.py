"""Owners counted by heads and area: what is missing, what a paper moves, percentages never rounded up."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_tui.domain.counts import Count
from council_tui.domain.ids import OwnerId, VoteId
from council_tui.domain.owners import Tally, counted, missing, owner_key, taking_part, tenths, with_paper
from council_tui.domain.rules import judge
from council_tui.domain.unitlists import Answer, AreaSource, UnitRow
from council_tui.domain.units import AreaCounted, Paper
from council_tui.intake.rules import preset

GENERAL, SPECIAL = preset("cc278_general"), preset("cc278_special")
ANSWERS = st.sampled_from([*Answer])


def count(roll: int, yes: int, no: int, abstain: int, invalid: int = 0, *, each: int = 10_000) -> Count:
    """Owners of units of one size."""
    heads = Count(roll, yes + no + abstain + invalid, yes, no, abstain, invalid)
    area = Count(*(each * figure for figure in (roll, heads.present, yes, no, abstain, invalid)))
    return replace(heads, area=area)


def test_what_is_missing_by_heads_and_by_area():
    # 90 owners: 60 must take part; 50 do, 25 yes. With n more yes 25 + n > (50 + n) / 2 from n = 1 on; of
    # 5000 sq m 2500 yes: 0.01 sq m more is more than half of 5000.01.
    found = missing(GENERAL, count(90, 25, 20, 5))
    assert [(each.measure, each.taking_part, each.yes) for each in found] == [
        ("heads", 10, 1),
        ("area", 100_000, 1),
    ]
    # three quarters: 25 + n >= 3 (50 + n) / 4 from n = 50 on, and 40 are left
    assert [each.yes for each in missing(SPECIAL, count(90, 25, 20, 5))] == [None, None]
    # three quarters of 60 is 45
    assert [each.yes for each in missing(SPECIAL, count(90, 45, 15, 0))] == [0, 0]


def test_an_invalid_paper_is_no_taking_part_unless_the_rules_say_so():
    raw = count(90, 59, 0, 0, 1)
    assert taking_part(GENERAL, raw).present == 59
    assert judge(GENERAL, taking_part(GENERAL, raw)).quorum_met is False
    told = replace(GENERAL, invalid_counts=True)
    assert judge(told, taking_part(told, raw)).quorum_met is True


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (2, 3, "66.6"),
        (59_999, 90_000, "66.6"),
        (1, 1, "100.0"),
        (0, 9, "0.0"),
        (3, 0, "0.0"),
        (1, 2_000, "0.0"),
    ],
)
def test_a_percentage_is_cut_off(part: int, whole: int, words: str):
    assert tenths(part, whole) == words


@given(st.integers(0, 10**12), st.integers(1, 10**12))
def test_a_percentage_is_never_above_what_is_so(part: int, whole: int):
    shown = Fraction(tenths(part, whole))
    assert shown <= Fraction(part * 100, whole) < shown + Fraction(1, 10)


def row(line: int, owner: int, area: int, answer: Answer | None) -> UnitRow:
    return UnitRow(line, str(line), area, f"业主{owner}", True, answer, None, AreaSource.REGISTER)


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 20_000), ANSWERS), min_size=1, max_size=30))
def test_papers_entered_in_any_order_come_to_what_a_sheet_comes_to(drawn: Sequence[tuple[int, int, Answer]]):
    """An owner's last paper stands for all their units; a sheet with these answers counts the same."""
    areas: dict[int, int] = {}
    for owner, area, _answer in drawn:
        areas[owner] = areas.get(owner, 0) + area
    whole = sum(areas.values())
    tally = Tally(Count(len(areas), 0, 0, 0, 0, area=Count(whole, 0, 0, 0, 0)), ())
    stands: dict[int, Answer] = dict.fromkeys(areas, Answer.NONE)
    for number, (owner, _area, answer) in enumerate(drawn):
        paper = Paper(number, OwnerId(owner), "", "", 1, areas[owner], stands[owner], answer)
        tally, stands[owner] = with_paper(tally, paper), answer
    sheet = [
        row(line, owner, area, stands[owner] if stands[owner] is not Answer.NONE else None)
        for line, (owner, area, _answer) in enumerate(drawn, 2)
    ]
    assert counted(sheet).count == tally.count


def test_two_spellings_of_one_owner_are_one():
    assert owner_key("王芳、李雷") == owner_key(" 李雷 ; 王　芳") != owner_key("王芳")


def test_the_area_of_all_papers_that_came_back_has_the_invalid_ones_too():
    told = AreaCounted(VoteId(1), 900_000, 310_000, 200_000, 90_000, 20_000, 600_000, 300_001)
    assert told.returned == 620_000
