"""What rules say of a count, against an independent brute force in fractions."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council_tui.domain import rules
from council_tui.domain.gates import Base, parse_gate
from council_tui.domain.rules import Count, Impossible, ImpossibleCount, Rules, Standing

WHOLES = {
    "roll": lambda count: count.roll,
    "present": lambda count: count.present,
    "participating": lambda count: count.yes + count.no + count.abstain,
    "cast": lambda count: count.yes + count.no,
}

Written = tuple[str, int, int, str]
"""A gate as its four parts: operator, numerator, denominator, base; `votes` has no denominator."""


def text(gate: Written) -> str:
    op, p, q, base = gate
    return f"{op} {p} votes" if base == "votes" else f"{op} {p}/{q} of {base}"


def meets(gate: Written, number: int, count: Count) -> bool:
    """Whether `number` reaches the gate: by dividing, not by the least count."""
    op, p, q, base = gate
    if base == "votes":
        reached, share = Fraction(number), Fraction(p)
    else:
        whole = WHOLES[base](count)
        if whole == 0:
            return False
        reached, share = Fraction(number, whole), Fraction(p, q)
    return number > 0 and (reached > share if op == ">" else reached >= share)


def carried(quorum: list[Written], carry: list[Written], count: Count) -> bool:
    met = all(meets(gate, count.present, count) for gate in quorum)
    tie = count.yes == count.no and count.yes > 0
    return met and all(meets(gate, count.yes, count) for gate in carry) and not tie


def smallest(carry: list[Written], count: Count) -> int | None:
    """The smallest yes that meets every gate; None where a gate is out of reach of its whole base."""
    for gate in carry:
        whole = 0 if gate[3] == "votes" else WHOLES[gate[3]](count)
        if gate[3] != "votes" and not any(meets(gate, number, count) for number in range(1, whole + 1)):
            return None
    return next(number for number in range(1, 1000) if all(meets(gate, number, count) for gate in carry))


def made(quorum: list[Written], carry: list[Written]) -> Rules:
    gates = [tuple(parse_gate(text(gate)) for gate in each) for each in (quorum, carry)]
    return Rules("", (("en", "陈果 [/]"),), *gates)


shares = st.tuples(
    st.sampled_from([">", ">="]), st.integers(0, 12), st.integers(1, 12), st.sampled_from(list(WHOLES))
)
numbers = st.tuples(st.sampled_from([">", ">="]), st.integers(0, 200), st.just(1), st.just("votes"))
written = shares | numbers


@st.composite
def counts(draw: st.DrawFn, most: int = 200) -> Count:
    """Any possible figures of a room; one in a few is full, empty or tied."""
    roll = draw(st.integers(0, most))
    present = draw(st.just(roll) | st.integers(0, roll))
    yes = draw(st.integers(0, present))
    no = draw(st.just(min(yes, present - yes)) | st.integers(0, present - yes))
    return Count(roll, present, yes, no, draw(st.integers(0, present - yes - no)))


@settings(max_examples=500)
@given(st.lists(written, max_size=3), st.lists(written, min_size=1, max_size=3), counts())
def test_the_verdict_is_that_of_brute_force(quorum: list[Written], carry: list[Written], count: Count):
    verdict = rules.judge(made(quorum, carry), count)
    met = all(meets(gate, count.present, count) for gate in quorum)
    assert verdict.quorum_met is met
    assert verdict.carried is carried(quorum, carry, count)
    assert verdict.tie is (count.yes == count.no and count.no > 0)
    assert verdict.needed == (smallest(carry, count) if met else None)
    assert (verdict.quorum_needed is None) is (not quorum)


@given(st.lists(written, min_size=1, max_size=3), counts())
def test_the_denominator_is_that_of_the_first_gate_that_asks_most(carry: list[Written], count: Count):
    def asks(gate: Written) -> int:
        op, p, q, base = gate
        whole = 1 if base == "votes" else WHOLES[base](count)
        share = Fraction(p) if base == "votes" else Fraction(p, q) * whole
        return next(n for n in range(1, 5000) if (n > share if op == ">" else n >= share))

    most = carry[[asks(gate) for gate in carry].index(max(asks(gate) for gate in carry))]
    verdict = rules.judge(made([], carry), count)
    expected = (None, None) if most[3] == "votes" else (WHOLES[most[3]](count), most[3])
    assert (verdict.first.denominator, verdict.first.base) == expected


def test_a_further_yes_that_makes_a_tie_does_not_carry():
    # one of four is a quarter and carried with 1 to 3; 3 to 3 is a tie, 4 to 3 is carried
    quarter = made([], [(">=", 1, 4, "cast")])
    assert rules.outlook(quarter, Count(9, 9, 0, 3, 0), 6).short == 1
    assert rules.outlook(quarter, Count(9, 9, 0, 1, 0), 6).short == 2


@settings(max_examples=500)
@given(
    st.lists(shares, max_size=1), st.lists(written, min_size=1, max_size=2), counts(most=9), st.integers(0, 5)
)
def test_the_outlook_is_true_of_every_way_the_rest_can_answer(
    quorum: list[Written], carry: list[Written], count: Count, unanswered: int
):
    quorum = [(op, p, q, "roll") for op, p, q, _ in quorum]
    unanswered = min(unanswered, count.not_voting)
    ends = [
        carried(
            quorum, carry, Count(count.roll, count.present, count.yes + a, count.no + b, count.abstain + c)
        )
        for a, b, c in product(range(unanswered + 1), repeat=3)
        if a + b + c <= unanswered
    ]
    outlook = rules.outlook(made(quorum, carry), count, unanswered)
    if outlook.standing is Standing.NO_QUORUM:
        assert not all(meets(gate, count.present, count) for gate in quorum)
    assert outlook.enough is carried(quorum, carry, count)
    if outlook.standing is Standing.ENOUGH:
        assert all(ends)
    if outlook.standing is Standing.AHEAD:
        assert not all(ends)
    assert (outlook.standing in {Standing.OUT_OF_REACH, Standing.TIE, Standing.NO_QUORUM}) is not any(ends)
    if outlook.short is not None:
        by = [
            Count(count.roll, count.present, count.yes + a, count.no, count.abstain)
            for a in range(unanswered + 1)
        ]
        assert outlook.short == next(a for a, each in enumerate(by) if carried(quorum, carry, each))


def test_invalid_papers_take_part_only_where_the_rule_says_so():
    # 10 answer: 5 yes, 3 no, 2 invalid. Of 8 taking part more than half is 5; of 10 it is 6.
    gates = (parse_gate("> 1/2 of participating"),)
    count = Count(roll=12, present=10, yes=5, no=3, abstain=0, invalid=2)
    without = rules.judge(Rules("", (("en", "a"),), (), gates), count)
    within = rules.judge(Rules("", (("en", "a"),), (), gates, invalid_counts=True), count)
    assert (without.needed, without.carried, without.first.denominator) == (5, True, 8)
    assert (within.needed, within.carried, within.first.denominator) == (6, False, 10)


def test_a_tie_is_not_carried_even_where_half_is_enough():
    half = Rules("", (("en", "a"),), (), (parse_gate(">= 1/2 of cast"),))
    assert not rules.judge(half, Count(21, 16, 8, 8, 0)).carried
    assert rules.judge(half, Count(21, 16, 8, 7, 1)).carried


def test_a_base_of_zero_never_carries_and_says_which():
    verdict = rules.judge(
        Rules("", (("en", "a"),), (), (parse_gate("> 1/2 of cast"),)), Count(21, 17, 0, 0, 17)
    )
    assert (verdict.carried, verdict.needed, verdict.first.denominator, verdict.first.empty) == (
        False,
        None,
        0,
        Base.CAST,
    )


def test_a_tie_that_may_still_come_is_not_yet_enough():
    # A quarter of 8 is 2. With 3 to 1 and 3 to answer, two more no make it 3-3; three make it 3-4.
    quarter = Rules("", (("en", "a"),), (), (parse_gate(">= 1/4 of present"),))
    assert rules.outlook(quarter, Count(8, 8, 3, 1, 0), 3).standing is Standing.AHEAD
    assert rules.outlook(quarter, Count(8, 8, 3, 1, 0), 1).standing is Standing.ENOUGH


def test_what_is_wanted_of_a_majority_of_votes_grows_with_the_answers_still_missing():
    # 3 yes, 5 no: 4 of 8 is a tie at 5-5; only 6-5 is more than half of 11.
    simple = Rules("", (("en", "a"),), (), (parse_gate("> 1/2 of cast"),))
    outlook = rules.outlook(simple, Count(21, 17, 3, 5, 0), 9)
    assert (outlook.standing, outlook.needed, outlook.short) == (Standing.SHORT, 6, 3)


@pytest.mark.parametrize(
    ("count", "why"),
    [
        (Count(21, 17, -1, 0, 0), Impossible.NEGATIVE),
        (Count(-1, -1, 0, 0, 0), Impossible.NEGATIVE),
        (Count(21, 17, 14, 1, 3), Impossible.MORE_VOTES_THAN_PRESENT),
        (Count(21, 17, 14, 1, 2, invalid=1), Impossible.MORE_VOTES_THAN_PRESENT),
        (Count(16, 17, 1, 1, 1), Impossible.MORE_PRESENT_THAN_ROLL),
    ],
)
def test_figures_that_cannot_be_are_refused_with_the_reason(count: Count, why: Impossible):
    with pytest.raises(ImpossibleCount) as refused:
        rules.check(count)
    assert refused.value.why is why


def test_those_who_answer_nothing_are_neither_abstaining_nor_invalid():
    count = rules.check(Count(roll=21, present=17, yes=8, no=3, abstain=1, invalid=2))
    assert (count.cast, count.participating, count.not_voting) == (11, 12, 3)


@pytest.mark.parametrize(
    ("yes", "no", "close"), [(8, 8, True), (9, 8, True), (10, 8, False), (52, 48, True), (53, 47, False)]
)
def test_a_close_vote_is_one_apart_or_a_twentieth_of_those_present(yes: int, no: int, close: bool):
    # A twentieth of 100 is 5: 52-48 is 4 apart, 53-47 is 6 apart.
    assert rules.close(Count(roll=200, present=yes + no, yes=yes, no=no, abstain=0)) is close


MEASURED = st.sampled_from(["", " by area", " by households"])


@st.composite
def measured(draw: st.DrawFn) -> Count:
    """A count by heads, by area and by households, each with figures of its own."""

    def one(**more: Count) -> Count:
        yes, no, abstain, invalid, apart, away, silent = (draw(st.integers(0, 12)) for _ in range(7))
        present = yes + no + abstain + invalid + apart
        return Count(present + away + silent, present, yes, no, abstain, invalid, silent, **more)

    return one(area=one(), households=one())


@st.composite
def measured_gates(draw: st.DrawFn, least: int) -> list[tuple[Written, str]]:
    bases = st.sampled_from(["roll", "present", "participating", "cast"])
    gate = st.tuples(st.sampled_from([">", ">="]), st.integers(1, 4), st.integers(2, 5), bases)
    return draw(st.lists(st.tuples(gate, MEASURED), min_size=least, max_size=3))


@settings(max_examples=400)
@given(measured_gates(0), measured_gates(1), measured(), st.booleans())
def test_by_several_measures_each_gate_is_held_by_its_own_figures(
    quorum: list[tuple[Written, str]], carry: list[tuple[Written, str]], count: Count, any_quorum: bool
):
    by = {"": count, " by area": count.area, " by households": count.households}
    found = [[parse_gate(text(gate) + measure) for gate, measure in gates] for gates in (quorum, carry)]
    both = Rules("", (("en", "陈果 [/]"),), tuple(found[0]), tuple(found[1]), any_quorum=any_quorum)
    met = [meets(gate, by[measure].present, by[measure]) for gate, measure in quorum]
    enough = (any(met) if any_quorum and met else all(met)) and all(
        meets(gate, by[measure].yes, by[measure])
        and any(meets(gate, number, by[measure]) for number in range(1, WHOLES[gate[3]](by[measure]) + 1))
        for gate, measure in carry
    )
    tie = count.yes == count.no > 0
    verdict = rules.judge(both, count)
    assert (verdict.quorum_met, verdict.carried) == (
        any(met) if any_quorum and met else all(met),
        enough and not tie,
    )


def owners(silent: int, **switches: bool) -> rules.Verdict:
    """100 owners of 100 sq m; 70 answer, 40 for and 30 against; of 30 some have papers and are silent."""
    area = Count(1_000_000, 700_000, 400_000, 300_000, 0, silent=silent * 10_000)
    count = Count(100, 70, 40, 30, 0, silent=silent, area=area)
    gates = tuple(map(parse_gate, ("> 1/2 of roll", "> 1/2 of roll by area")))
    asked = tuple(map(parse_gate, (">= 2/3 of roll", ">= 2/3 of roll by area")))
    return rules.judge(Rules("", (("en", "a"),), asked, gates, **switches), count)


def test_the_silent_join_the_majority_only_where_the_rule_says_so():
    # 40 of 100 is not more than half; with 11 silent it is 51.
    assert not owners(11).carried
    assert not owners(10, silent_joins_majority=True).carried
    assert owners(11, silent_joins_majority=True).carried


def test_the_silent_never_make_a_quorum_and_join_no_majority_that_area_contradicts():
    few = Count(100, 60, 40, 20, 0, silent=40)
    asked, gates = (parse_gate(">= 2/3 of roll"),), (parse_gate("> 1/2 of roll"),)
    house = Rules("", (("en", "a"),), asked, gates, silent_joins_majority=True)
    assert not rules.judge(house, few).quorum_met
    against = Count(1000, 700, 300, 400, 0, silent=300)
    split = Count(100, 70, 40, 30, 0, silent=30, area=against)
    by_both = Rules("", (("en", "a"),), (), (*gates, parse_gate("> 1/2 of cast by area")),
                    silent_joins_majority=True)  # fmt: skip
    assert rules.judge(by_both, split).first.needed == 51
    assert not rules.judge(by_both, split).first.met


def test_a_measure_that_was_not_taken_is_asked_for_unless_another_quorum_may_hold():
    count = Count(90, 50, 26, 2, 0)
    area = Rules("", (("en", "a"),), (), (parse_gate("> 1/2 of roll by area"),))
    with pytest.raises(rules.Unmeasured):
        rules.judge(area, count)
    gates = tuple(map(parse_gate, ("> 1/2 of roll", ">= 2/3 of roll by households")))
    either = Rules("", (("en", "a"),), gates, (parse_gate("> 1/2 of present"),), any_quorum=True)
    assert rules.judge(either, count).carried
