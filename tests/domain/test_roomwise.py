"""How an open vote would stand if some left or came, beside counting every way it can end."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from council_tui.domain.counts import Count
from council_tui.domain.gates import Base, Gate, Op
from council_tui.domain.roomwise import outlook_if
from council_tui.domain.rules import Rules, judge
from council_tui.domain.rulesets import PresentBasis

HALF = Gate(Op.MORE_THAN, Fraction(1, 2), Base.PRESENT)
QUORUM = Gate(Op.AT_LEAST, Fraction(2, 3), Base.ROLL)
RULES = Rules("", (("en", "x"),), (QUORUM,), (HALF,))
few = st.integers(0, 4)


def test_two_who_leave_make_eight_yes_enough():
    """17 of 21, 8 yes, 5 no, 4 to answer: 9 needed. Two leave: 15, more than half is 8."""
    count = Count(21, 17, 8, 5, 0)
    assert outlook_if(RULES, count, 4, 0, 0).needed == 9
    gone = outlook_if(RULES, count, 4, 2, 0)
    assert (gone.needed, gone.enough) == (8, True)
    stays = replace(RULES, present_basis=PresentBasis.AT_OPENING)
    assert not outlook_if(stays, count, 4, 2, 0).enough
    assert outlook_if(RULES, count, 4, 5, 0) is None
    assert outlook_if(RULES, count, 4, 0, 5) is None


@given(yes=few, no=few, abstain=few, unanswered=few, leave=few, come=few)
def test_what_is_out_of_reach_is_carried_by_no_answers_and_what_is_enough_by_all(
    yes: int, no: int, abstain: int, unanswered: int, leave: int, come: int
):
    count = Count(12, yes + no + abstain + unanswered, yes, no, abstain)
    if count.present > count.roll:
        return
    found = outlook_if(RULES, count, unanswered, leave, come)
    present = count.present - leave + come
    if leave > unanswered or present > 12:
        assert found is None
        return
    left = unanswered - leave + come
    ends = [
        judge(RULES, replace(count, present=present, yes=yes + more, no=no + against)).carried
        for more in range(left + 1)
        for against in range(left - more + 1)
    ]
    if found.out_of_reach:
        assert not any(ends)
    if found.standing == "enough":
        assert all(ends)
