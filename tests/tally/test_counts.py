"""Counting: what holds for any papers, how ties fall, and what is refused."""

from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council_tui.domain.gates import parse_gate
from council_tui.domain.tally import METHODS, plurality
from council_tui.domain.tally.flaws import BadBallots, Flaw
from council_tui.domain.tally.model import (
    Broken,
    Elected,
    Form,
    Funded,
    Marked,
    NonTransferable,
    Ranked,
    Ranking,
    SecondRound,
    Stake,
    Terms,
    TooDear,
    TooFew,
    Why,
)
from tests.tally.published import chosen, ranked

NAMES = ("陈果 [/]", "林晓", "王·军 <i>", "欧阳[b]娜", "周一一")
LOT = (4, 2, 5, 1, 3)

orders = st.permutations(range(1, 6)).flatmap(
    lambda order: st.integers(1, 5).map(lambda length: tuple((each,) for each in order[:length]))
)
boxes = st.lists(orders, min_size=1, max_size=40)
marked = st.lists(st.tuples(*[st.integers(0, 1)] * 5), min_size=1, max_size=30)


def ballots(box: list[Ranking]) -> Ranked:
    return Ranked(NAMES, Counter(box))


RANKED = [each.id for each in METHODS.values() if each.form is Form.RANKED]
SEVERAL = [id for id in RANKED if id != "irv"]


@pytest.mark.parametrize("method", RANKED)
@settings(max_examples=40, deadline=None)
@given(box=boxes, seed=st.randoms(use_true_random=False))
def test_the_order_in_which_papers_are_taken_changes_nothing(method: str, box: list[Ranking], seed: Any):
    other = list(box)
    seed.shuffle(other)
    terms = Terms(lot=LOT)
    assert METHODS[method].count(ballots(box), terms) == METHODS[method].count(ballots(other), terms)


@pytest.mark.parametrize("method", ["approval", "score", "greedy", "mes"])
@settings(max_examples=40, deadline=None)
@given(box=marked, seed=st.randoms(use_true_random=False))
def test_the_order_of_marked_papers_changes_nothing(method: str, box: list[tuple[int, ...]], seed: Any):
    other = list(box)
    seed.shuffle(other)
    counts = [
        METHODS[method].count(
            Marked(NAMES, Counter(papers), (30, 20, 50, 10, 40)), Terms(2, budget=90, lot=LOT, fill=True)
        )
        for papers in (box, other)
    ]
    assert counts[0] == counts[1]


@pytest.mark.parametrize("method", RANKED)
@settings(max_examples=40, deadline=None)
@given(box=boxes, first=st.integers(1, 5))
def test_whoever_is_first_on_every_paper_wins(method: str, box: list[Ranking], first: int):
    unanimous = [((first,), *(rank for rank in ranking if rank != (first,))) for ranking in box]
    result = METHODS[method].count(ballots(unanimous), Terms())
    assert (result.winners, result.ties) == ((first,), ())


@pytest.mark.parametrize("exact", [True, False])
@settings(max_examples=60, deadline=None)
@given(box=boxes, seats=st.integers(1, 4))
def test_no_vote_appears_or_is_lost_at_any_stage(exact: bool, box: list[Ranking], seats: int):
    result = METHODS["stv"].count(ballots(box), Terms(seats, lot=LOT, exact=exact))
    assert len(result.winners) == seats
    for stage in result.rounds:
        lost = sum(each.votes for each in stage.events if isinstance(each, NonTransferable))
        assert sum(stage.figures.values()) + lost == len(box)
        assert min(stage.figures.values()) >= 0
    for each in result.rounds[-1].figures.values():
        assert exact or (each * 100_000).denominator == 1


@settings(max_examples=40, deadline=None)
@given(box=boxes)
def test_borda_papers_all_give_the_same_sum(box: list[Ranking]):
    result = METHODS["borda"].count(ballots(box), Terms(lot=LOT))
    assert sum(result.rounds[0].figures.values()) == 10 * len(box)


@settings(max_examples=60, deadline=None)
@given(box=marked, budget=st.integers(1, 200))
def test_no_more_is_spent_than_there_is(box: list[tuple[int, ...]], budget: int):
    costs = (30, 20, 50, 10, 40)
    for method in ("greedy", "mes"):
        terms = Terms(budget=budget, lot=LOT, fill=True)
        result = METHODS[method].count(Marked(NAMES, Counter(box), costs), terms)
        assert len(set(result.winners)) == len(result.winners)
        assert sum(costs[each - 1] for each in result.winners) <= budget


@pytest.mark.parametrize("method", SEVERAL)
@settings(max_examples=40, deadline=None)
@given(box=boxes, seats=st.integers(1, 5))
def test_a_lot_of_all_candidates_leaves_nothing_open_and_takes_nobody_away(
    method: str, box: list[Ranking], seats: int
):
    bare = METHODS[method].count(ballots(box), Terms(seats))
    drawn = METHODS[method].count(ballots(box), Terms(seats, lot=LOT))
    assert len(drawn.winners) == seats
    assert not drawn.unresolved
    assert bare.unresolved or len(bare.winners) == seats
    assert set(bare.winners) <= set(drawn.winners)


# Ties of ranked papers.


def test_equal_lowest_are_told_apart_by_the_most_recent_stage_at_which_they_differed():
    """C and D have 3 each once the surplus of A has gone on; before it D had 2."""
    equal = ranked("A B C D", "8:1 4;6:2;3:3;2:4")
    tied = METHODS["stv"].count(equal, Terms(2, exact=True))
    assert (tied.rounds[1].figures[3], tied.rounds[1].figures[4]) == (3, 3)
    (tie,) = tied.ties
    assert (tie.between, tie.stake, tie.round, tie.broken, tie.chosen) == (
        (3, 4),
        Stake.EXCLUSION,
        2,
        Broken.EARLIER,
        (4,),
    )


def test_an_exclusion_that_nothing_decides_stops_the_count():
    result = METHODS["stv"].count(ranked("A B C", "5:1;2:2;2:3"), Terms(2))
    assert result.winners == (1,)
    assert [(tie.between, tie.broken, tie.chosen) for tie in result.ties] == [((2, 3), Broken.UNRESOLVED, ())]
    assert result.unresolved


def test_the_last_of_the_lot_is_excluded():
    result = METHODS["stv"].count(ranked("A B C", "5:1;2:2;2:3"), Terms(2, lot=(3, 2)))
    assert result.winners == (1, 3)
    assert [(tie.broken, tie.chosen) for tie in result.ties] == [(Broken.LOT, (2,))]


def test_equal_surpluses_go_by_the_lot_the_first_of_it_first():
    box = ranked("A B C D", "5:1 3;5:2 4;1:3;1:4")
    result = METHODS["stv"].count(box, Terms(2))
    assert (result.quota, sorted(result.winners), result.ties) == (5, [1, 2], ())
    several = ranked("A B C D E", "6:1 3;6:2 4;2:3;2:4;1:5")
    stopped = METHODS["stv"].count(several, Terms(3))
    assert (stopped.winners, stopped.ties[0].stake, stopped.unresolved) == ((1, 2), Stake.SURPLUS, True)
    drawn = METHODS["stv"].count(several, Terms(3, lot=(2, 1, 4, 3, 5)))
    assert [tie.chosen for tie in drawn.ties] == [(2,), (3,)]
    assert drawn.winners == (2, 1, 4)


def test_candidates_without_a_vote_are_excluded_without_a_lot():
    """B and C have none, and none of them could be elected."""
    result = METHODS["stv"].count(ranked("A B C D E", "4:1;3:4;2:5 4"), Terms())
    assert (result.winners, result.ties) == ((4,), ())


def test_a_run_off_excludes_without_a_lot_whom_no_order_could_save():
    result = METHODS["irv"].count(ranked("A B C D", "5:1;4:2;1:3 2;1:4 2"), Terms())
    assert (result.winners, result.ties) == ((2,), ())


def test_a_run_off_between_two_equals_needs_the_lot():
    box = ranked("A B C", "4:1;4:2;1:3")
    stopped = METHODS["irv"].count(box, Terms())
    assert (stopped.winners, stopped.ties[0].between, stopped.ties[0].round) == ((), (1, 2), 2)
    assert METHODS["irv"].count(box, Terms(lot=(2, 1))).winners == (2,)


def test_papers_go_past_those_who_withdrew():
    box = Ranked(("A", "B", "C"), {((1,), (2,)): 3, ((3,),): 2, ((1,),): 9}, frozenset({1}))
    result = METHODS["stv"].count(box, Terms())
    assert (result.valid, result.quota, result.winners) == (5, 3, (2,))
    assert list(result.rounds[0].figures) == [2, 3]
    for method in ("irv", "schulze", "borda"):
        assert METHODS[method].count(box, Terms()).winners == (2,)


def test_equal_ranks_share_points_and_prefer_neither():
    box = ranked("A B C", "2:1=2 3;1:3")
    borda = METHODS["borda"].count(box, Terms(lot=(1, 2, 3)))
    assert list(borda.rounds[0].figures.values()) == [Fraction(7, 2), Fraction(7, 2), 2]
    assert METHODS["schulze"].count(box, Terms()).pairs == ((0, 0, 2), (0, 0, 2), (1, 1, 0))


def test_a_seat_that_two_chains_leave_open_is_tied_between_all_who_could_have_it():
    """Schulze, 9 voters, two seats: B before C and D before A, so that even A or C could be second."""
    box = ranked("A B C D", "3:1 2 3 4;2:4 1 2 3;2:4 2 3 1;2:3 2 4 1")
    two = METHODS["schulze"].count(box, Terms(2))
    assert (two.winners, two.ties[0].between) == ((), (1, 2, 3, 4))
    assert METHODS["schulze"].count(box, Terms(2, lot=(4, 1, 2, 3))).winners == (4, 1)
    assert METHODS["schulze"].count(box, Terms(2, lot=(1, 3, 4, 2))).winners == (4, 1)


# Most votes.


def test_a_minimum_share_leaves_a_seat_empty():
    result = plurality.elect({1: 10, 2: 7, 3: 4}, 3, least=parse_gate(">= 1/3 of cast"), whole=21)
    assert result.winners == (1, 2)
    assert result.rounds[0].events == (
        Elected(1, Why.MOST),
        Elected(2, Why.MOST),
        TooFew(3, Fraction(4), 7),
    )


@pytest.mark.parametrize(
    ("votes", "lot", "winners", "second", "ties"),
    [
        ({1: 11, 2: 6, 3: 4}, (), (1,), (), 0),
        ({1: 10, 2: 7, 3: 4}, (), (), (1, 2), 0),
        ({1: 9, 2: 6, 3: 6}, (), (), (), 1),
        ({1: 9, 2: 6, 3: 6}, (3, 2), (), (1, 3), 1),
    ],
)
def test_without_a_majority_the_first_two_go_into_a_second_round(
    votes: dict[int, int], lot: tuple[int, ...], winners: tuple[int, ...], second: tuple[int, ...], ties: int
):
    result = plurality.majority(votes, 21, lot)
    assert (result.winners, len(result.ties)) == (winners, ties)
    assert [each.candidates for each in result.rounds[0].events if isinstance(each, SecondRound)] == (
        [second] if second else []
    )


def test_nobody_is_elected_without_a_vote():
    assert METHODS["approval"].count(chosen("A B C", "2:1"), Terms(2)).winners == (1,)


# Money.


def test_what_does_not_fit_is_passed_over():
    result = METHODS["greedy"].count(chosen("A B C", "3:1;2:2;1:3", (60, 50, 40)), Terms(budget=100))
    assert result.rounds[0].events == (
        Funded(1, 60, Fraction(40)),
        TooDear(2, 50, Fraction(40)),
        Funded(3, 40, Fraction(0)),
    )


def test_equal_projects_that_all_fit_need_no_lot_and_others_do():
    box = chosen("A B", "2:1;2:2", (60, 40))
    assert METHODS["greedy"].count(box, Terms(budget=100)).ties == ()
    assert METHODS["greedy"].count(box, Terms(budget=90)).unresolved
    drawn = METHODS["greedy"].count(box, Terms(budget=90, lot=(2, 1)))
    assert (drawn.winners, drawn.ties[0].chosen) == ((2,), (2,))


def test_equal_shares_need_a_lot_only_where_one_voter_wants_both():
    apart = METHODS["mes"].count(chosen("A B", "2:1;2:2", (50, 50)), Terms(budget=100))
    assert (sorted(apart.winners), apart.ties) == ([1, 2], ())
    shared = chosen("A B", "2:1 2;2:1;2:2", (60, 60))
    assert METHODS["mes"].count(shared, Terms(budget=100)).unresolved
    assert METHODS["mes"].count(shared, Terms(budget=100, lot=(2, 1))).winners == (2,)


def test_supporters_who_have_less_pay_all_and_the_others_the_rest():
    """Ten each: three pay 8 for A; for B one of them gives the last 2, the fourth voter 7."""
    box = chosen("A B", "2:1;1:1 2;1:2", (24, 9))
    result = METHODS["mes"].count(box, Terms(budget=40))
    assert [stage.events for stage in result.rounds[1:]] == [
        (Funded(1, 24, Fraction(16), Fraction(8)),),
        (Funded(2, 9, Fraction(7), Fraction(7)),),
    ]


def naive_shares(papers: list[tuple[int, ...]], costs: tuple[int, ...], budget: int) -> list[int]:
    """Equal shares as the article defines them: every price in every round, in fractions."""
    purses = [Fraction(budget, len(papers))] * len(papers)
    won: list[int] = []
    while True:
        offers = []
        for project in set(range(1, 6)) - set(won):
            payers = [voter for voter, marks in enumerate(papers) if marks[project - 1]]
            if payers and sum(purses[voter] for voter in payers) >= costs[project - 1]:
                tried = sorted({purses[voter] for voter in payers})
                below = [Fraction(0), *tried]
                most = next(
                    each for each in tried if sum(min(purses[v], each) for v in payers) >= costs[project - 1]
                )
                least = below[below.index(most) - 1]
                paid = sum(min(purses[voter], least) for voter in payers)
                rich = sum(purses[voter] >= most for voter in payers)
                most = least + (costs[project - 1] - paid) / rich
                offers.append((most / costs[project - 1], LOT.index(project), project, most, payers))
        if not offers:
            return sorted(won)
        _, _, project, most, payers = min(offers)
        won.append(project)
        purses = [max(Fraction(0), purse - most) if v in payers else purse for v, purse in enumerate(purses)]


@settings(max_examples=60, deadline=None)
@given(box=marked, budget=st.integers(1, 200))
def test_equal_shares_agree_with_a_count_by_definition(box: list[tuple[int, ...]], budget: int):
    costs = (30, 20, 50, 10, 40)
    result = METHODS["mes"].count(Marked(NAMES, Counter(box), costs), Terms(budget=budget, lot=LOT))
    assert sorted(result.winners) == naive_shares(box, costs, budget)


# What is refused.

TWO = ranked("A B", "2:1 2;1:2")
MARKS = chosen("A B", "2:1 2;1:2")


@pytest.mark.parametrize(
    ("method", "box", "terms", "flaw", "facts"),
    [
        ("stv", TWO, Terms(3), Flaw.BAD_SEATS, (3, 2)),
        ("stv", TWO, Terms(0), Flaw.BAD_SEATS, (0, 2)),
        ("stv", TWO, Terms(lot=(1, 1)), Flaw.BAD_LOT, ("1,1", 2)),
        ("stv", TWO, Terms(lot=(3,)), Flaw.BAD_LOT, ("3", 2)),
        ("stv", ranked("A B", "2:1=2"), Terms(), Flaw.EQUAL_RANKS, ()),
        ("irv", ranked("A B", "2:1=2"), Terms(), Flaw.EQUAL_RANKS, ()),
        ("irv", TWO, Terms(2), Flaw.ONE_SEAT, (2,)),
        ("stv", Ranked(("A",), {}), Terms(), Flaw.NO_PAPERS, ()),
        ("stv", Ranked(("A", "B"), {((1,),): 2}, frozenset({1})), Terms(), Flaw.NO_PAPERS, ()),
        ("irv", Ranked(("A", "B"), {((1,),): 2}, frozenset({1})), Terms(), Flaw.NO_PAPERS, ()),
        ("approval", Marked(("A",), {(2,): 1}), Terms(), Flaw.MARK_NOT_ONE, (2,)),
        ("score", Marked(("A", "B"), {(2, 2): 1}), Terms(points=3), Flaw.OVER_POINTS, (4, 3)),
        ("plurality", MARKS, Terms(1), Flaw.OVER_MARKS, (2, 1)),
        ("majority", MARKS, Terms(2), Flaw.ONE_SEAT, (2,)),
        ("greedy", MARKS, Terms(budget=5), Flaw.NO_COSTS, ()),
        ("mes", chosen("A B", "2:1", (3, 4)), Terms(), Flaw.NO_BUDGET, ()),
    ],
)
def test_what_cannot_be_counted_is_refused(
    method: str, box: Any, terms: Terms, flaw: Flaw, facts: tuple[Any, ...]
):
    with pytest.raises(BadBallots) as refused:
        METHODS[method].count(box, terms)
    assert (refused.value.flaw, refused.value.facts) == (flaw, facts)
