"""Counts agree with what was published of real elections and textbook examples, figure by figure."""

from fractions import Fraction

import pytest

from council_tui.domain.tally import METHODS, pairs
from council_tui.domain.tally.model import (
    Beats,
    Broken,
    Elected,
    Excluded,
    NonTransferable,
    Result,
    Round,
    Terms,
    Transferred,
)
from tests.tally.published import Published, read

STAGED = [
    "dundee-2022-7-east-end",
    "dundee-2022-5-maryfield",
    "linn-2007",
    "banff-2016",
    "scottish-worked-example",
    "food-20",
]
"""Counted by the Scottish rules; Linn and the party's food were found besides those that were given."""


def counted(election: Published, **terms: object) -> Result:
    return METHODS[election.method].count(election.ballots, Terms(election.seats, **terms))  # type: ignore[arg-type]


def lost(stage: Round) -> Fraction:
    return next((each.votes for each in stage.events if isinstance(each, NonTransferable)), Fraction(0))


def elected(stage: Round) -> list[int]:
    return [each.candidate for each in stage.events if isinstance(each, Elected)]


def moved(stage: Round) -> dict[str, int]:
    """Whose surplus went on, or who was excluded, as the files have it."""
    names: dict[type, str] = {Transferred: "surplus_of", Excluded: "excluded"}
    return {names[type(each)]: each.candidate for each in stage.events if type(each) in names}  # type: ignore[union-attr]


@pytest.mark.parametrize("id", STAGED)
def test_every_published_stage_is_met_to_five_decimals(id: str):
    election = read(id)
    result, expect = counted(election), election.expect
    assert (result.quota, result.valid) == (expect["quota"], expect["valid"])
    assert sorted(result.winners) == sorted(expect["winners"])
    assert len(result.rounds) == len(expect["stages"])
    for stage, told in zip(result.rounds, expect["stages"], strict=True):
        assert list(stage.figures.values()) == [Fraction(votes) for votes in told["votes"]]
        assert lost(stage) == Fraction(told["non_transferable"])
        assert sorted(elected(stage)) == sorted(told["elected"])
        assert moved(stage) == {name: told[name] for name in ("surplus_of", "excluded") if name in told}


@pytest.mark.parametrize("id", ["dundee-2022-7-east-end", "dundee-2022-5-maryfield", "linn-2007"])
def test_exact_fractions_stay_within_a_twentieth_of_the_official_figures(id: str):
    election = read(id)
    result = counted(election, exact=True)
    assert sorted(result.winners) == sorted(election.expect["winners"])
    for stage, told in zip(result.rounds, election.expect["stages"], strict=True):
        for votes, official in zip(stage.figures.values(), told["votes"], strict=True):
            assert abs(votes - Fraction(official)) < Fraction(1, 20)


def test_those_elected_at_one_stage_stand_in_the_order_of_their_surpluses():
    """Dundee, Maryfield, stage 4: Lynn has 1093, Cruickshank 1062."""
    assert counted(read("dundee-2022-5-maryfield")).winners == (5, 1, 7)


@pytest.mark.parametrize("id", ["burlington-2009", "tennessee-irv"])
def test_every_round_of_an_instant_run_off_is_met(id: str):
    election = read(id)
    result = counted(election)
    assert list(result.winners) == election.expect["winners"]
    assert [list(stage.figures.values()) for stage in result.rounds] == [
        [votes or 0 for votes in told] for told in election.expect["rounds"]
    ]


def test_borda_points_of_the_capital_of_tennessee():
    result = counted(read("tennessee-borda"))
    assert (result.winners, list(result.rounds[0].figures.values())) == ((2,), [126, 194, 173, 107])


def test_pairs_and_order_of_schulze_s_45_voters():
    election = read("schulze-45")
    result = counted(election)
    assert [list(row) for row in result.pairs] == election.expect["pairwise"]
    assert [list(rank) for rank in result.ranking] == election.expect["ranking"]
    assert result.winners == (5,)


@pytest.mark.parametrize("id", ["schulze-30", "schulze-9"])
def test_strongest_paths_and_order_of_other_examples(id: str):
    election = read(id)
    result = counted(election)
    assert pairs.strongest_paths(pairs.preferences(election.ballots)) == election.expect["paths"]
    assert [list(rank) for rank in result.ranking] == election.expect["ranking"]
    assert list(result.winners) == election.expect["winners"]
    assert [list(tie.between) for tie in result.ties] == (
        [election.expect["tie"]] if "tie" in election.expect else []
    )


def test_what_two_chains_settle_is_all_that_is_said():
    """Schulze, 9 voters: B before C and D before A, nothing else."""
    found = [each for each in counted(read("schulze-9")).rounds[0].events if isinstance(each, Beats)]
    assert [(each.winner, each.loser, each.path, each.back) for each in found] == [(2, 3, 7, 5), (4, 1, 6, 5)]


def test_approvals_with_a_tie_for_the_last_seat():
    election = read("abcbook-1")
    result = counted(election)
    assert list(result.rounds[0].figures.values()) == election.expect["points"]
    assert sorted(result.winners) == election.expect["sure_winners"]
    (tie,) = result.ties
    assert (list(tie.between), tie.broken, tie.chosen) == (election.expect["tie"], Broken.UNRESOLVED, ())
    drawn = counted(election, lot=(6, 4))
    assert (drawn.winners[-1], drawn.ties[0].broken, drawn.ties[0].chosen) == (6, Broken.LOT, (6,))


@pytest.mark.parametrize("id", ["consul-24", "lodz-2020-nowosolna"])
def test_budgets_are_spent_as_published(id: str):
    election = read(id)
    terms = Terms(budget=election.budget)
    by_votes = METHODS["greedy"].count(election.ballots, terms)
    assert list(by_votes.rounds[0].figures.values()) == election.expect["votes"]
    assert (sorted(by_votes.winners), by_votes.ties) == (election.expect["greedy"], ())
    shares = METHODS["mes"].count(election.ballots, terms)
    assert (sorted(shares.winners), shares.ties) == (election.expect["mes"]["no_completion"], ())
    filled = METHODS["mes"].count(election.ballots, Terms(budget=election.budget, fill=True))
    assert sorted(filled.winners) == election.expect["mes"]["greedy_completion"]
