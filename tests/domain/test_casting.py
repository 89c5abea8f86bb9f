"""The casting vote: one more on the chair's side, of a tie and of nothing else."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_tui.domain.casting import Casting, with_casting
from council_tui.domain.gates import Base, Gate, Op
from council_tui.domain.rules import ChairVotes, Count, Rules, judge

SHARES = [Fraction(1, 2), Fraction(2, 3), Fraction(3, 4)]
GATES = st.builds(
    Gate,
    st.sampled_from(Op),
    st.sampled_from(SHARES),
    st.sampled_from([Base.ROLL, Base.PRESENT, Base.PARTICIPATING, Base.CAST]),
)


def broken(gate: Gate, count: Count, choice: Casting) -> bool:
    """Whether it is carried, by counting heads one by one: the chair's head among the answers, if given."""
    answers = ["yes"] * count.yes + ["no"] * count.no + ["abstain"] * count.abstain
    if choice is not Casting.NONE and answers.count("yes") == answers.count("no") > 0:
        answers.append(str(choice))
    yes, no = answers.count("yes"), answers.count("no")
    wholes = {
        Base.ROLL: count.roll,
        Base.PRESENT: count.present,
        Base.PARTICIPATING: len(answers),
        Base.CAST: yes + no,
    }
    whole = wholes[gate.base]
    reached = Fraction(yes, whole) if whole else Fraction(0)
    enough = reached >= gate.share if gate.op is Op.AT_LEAST else reached > gate.share
    return bool(whole and yes and enough and yes != no)


@given(
    gate=GATES,
    figures=st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 4), st.integers(1, 5)),
    choice=st.sampled_from(Casting),
    equal=st.booleans(),
)
def test_a_verdict_with_a_casting_vote_is_that_of_heads_counted_one_by_one(
    gate: Gate, figures: tuple[int, int, int, int], choice: Casting, equal: bool
):
    yes, no, abstain, rest = figures
    no = yes if equal else no
    present = yes + no + abstain + rest  # the chair is among the rest
    count = Count(present + 3, present, yes, no, abstain)
    rules = Rules("", (("en", "x"),), (), (gate,), chair_votes=ChairVotes.TIE_ONLY)
    assert judge(rules, with_casting(count, choice)).carried is broken(gate, count, choice)


@pytest.mark.parametrize(
    ("yes", "no", "choice", "added"),
    [
        (8, 8, Casting.YES, (9, 8)),
        (8, 8, Casting.NO, (8, 9)),
        (8, 8, Casting.NONE, (8, 8)),
        (8, 8, None, (8, 8)),
        (9, 8, Casting.NO, (9, 8)),
        (0, 0, Casting.YES, (0, 0)),
    ],
)
def test_only_a_tie_is_broken(yes: int, no: int, choice: Casting | None, added: tuple[int, int]):
    count = Count(21, 17, yes, no, 0)
    assert with_casting(count, choice) == replace(count, yes=added[0], no=added[1])


def test_eight_to_eight_of_seventeen_is_carried_by_the_chair_and_not_where_two_thirds_are_asked():
    """17 present, more than half is 9: 8 + 1 = 9. Two thirds of 17 is 12."""
    count = with_casting(Count(21, 17, 8, 8, 0), Casting.YES)
    half = Rules("", (("en", "x"),), (), (Gate(Op.MORE_THAN, Fraction(1, 2), Base.PRESENT),))
    thirds = replace(half, carry=(Gate(Op.AT_LEAST, Fraction(2, 3), Base.PRESENT),))
    assert (judge(half, count).carried, judge(half, count).tie) == (True, False)
    assert not judge(thirds, count).carried
