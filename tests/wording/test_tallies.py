"""A count in words: every flaw, event and tie has its sentence in both languages."""

import string
from fractions import Fraction
from typing import get_args

import pytest

from council_tui.domain.tally import METHODS, decimals
from council_tui.domain.tally.flaws import BadBallots, Flaw
from council_tui.domain.tally.model import (
    Beats,
    Broken,
    Elected,
    Event,
    Excluded,
    Funded,
    Method,
    NonTransferable,
    Round,
    SecondRound,
    Stake,
    Tie,
    TooDear,
    TooFew,
    Transferred,
    Why,
)
from council_tui.wording import catalog, tallies
from council_tui.wording.say import say

NAMES = ("陈果 [/]", "林晓", "王·军 <i>")
EVENTS: tuple[Event, ...] = (
    Excluded(1, Fraction(25, 2)),
    Transferred(1, Fraction(372), Fraction(38271, 100_000)),
    NonTransferable(Fraction(1, 3)),
    Beats(1, 2, 28, 25),
    SecondRound((1, 3)),
    TooFew(1, Fraction(3), 7),
    Funded(1, 60, Fraction(40)),
    Funded(1, 60, Fraction(40), Fraction(2, 9)),
    TooDear(1, 60, Fraction(40)),
)


def test_every_kind_of_event_is_among_those_tried():
    assert {type(each) for each in EVENTS} | {Elected} == set(get_args(Event))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("event", EVENTS, ids=repr)
def test_every_event_is_told_with_its_names(lang: str, event: Event):
    with catalog.speaking(lang):
        told = tallies.event_words(NAMES, event)
    assert "{" not in told
    assert (NAMES[0] in told) is not isinstance(event, NonTransferable)


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (EVENTS[1], "Surplus of 陈果 [/] transferred: 372. Transfer value: 0.38271."),
        (EVENTS[2], "Non-transferable so far: 0.33333..."),
        (EVENTS[4], "Nobody has more than half. Second round: 陈果 [/], 王·军 <i>."),
        (EVENTS[7], "Funded: 陈果 [/] for 60, at most 0.22222.. from each supporter. Left: 40."),
    ],
)
def test_an_event_says_its_figures(event: Event, told: str):
    assert tallies.event_words(NAMES, event) == told


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "Elected: 林晓 (more than half: 5 of the 7 papers still counting)."),
        ("zh", "当选：林晓（过半数：仍可计的7张中得5票）。"),
    ],
)
def test_a_majority_of_the_papers_left_says_of_how_many(lang: str, told: str):
    last = Round({1: Fraction(0), 2: Fraction(5), 3: Fraction(2)})
    with catalog.speaking(lang):
        assert tallies.elected_words(NAMES, [Elected(2, Why.MAJORITY)], METHODS["irv"], last) == told


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("why", Why)
@pytest.mark.parametrize("way", METHODS.values(), ids=lambda way: way.id)
def test_every_reason_to_be_elected_is_told(lang: str, why: Why, way: Method):
    with catalog.speaking(lang):
        told = tallies.elected_words(NAMES, [Elected(1, why)], way, Round({1: Fraction(2)}))
    assert NAMES[0] in told
    assert "{" not in told


def test_a_round_says_what_it_is_counted_in_and_votes_before_money_are_no_round():
    called = [tallies.round_name(METHODS[way], 1) for way in ("stv", "approval", "score", "schulze", "mes")]
    assert called == ["Stage 1", "Round 1", "Round 1 (points)", "Round 1 (candidates beaten)", "Votes"]
    assert tallies.round_name(METHODS["mes"], 2) == "Round 1"


TIES = [
    Tie((1, 2), stake, 3, broken, () if broken is Broken.UNRESOLVED else (2,))
    for stake in Stake
    for broken in Broken
    if broken is not Broken.EARLIER or stake in {Stake.EXCLUSION, Stake.SURPLUS}
]
"""Earlier stages are looked at for an exclusion and for a surplus only."""


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("tie", TIES, ids=repr)
def test_every_tie_is_told(lang: str, tie: Tie):
    with catalog.speaking(lang):
        between, how = tallies.tie_words(NAMES, tie)
    assert all(name in between for name in NAMES[:2])
    assert (NAMES[1] in how) is bool(tie.chosen)


@pytest.mark.parametrize(
    ("stake", "lang", "told"),
    [
        (Stake.SEAT, "en", "The lot elects 林晓."),
        (Stake.SEAT, "zh", "抽签决定当选：林晓。"),
        (Stake.EXCLUSION, "en", "The lot excludes 林晓."),
        (Stake.EXCLUSION, "zh", "抽签决定淘汰：林晓。"),
    ],
)
def test_a_lot_says_what_it_does_for_whom_it_falls_on(stake: Stake, lang: str, told: str):
    with catalog.speaking(lang):
        assert tallies.tie_words(NAMES, Tie((1, 2), stake, 1, Broken.LOT, (2,)))[1] == told


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_flaw_and_every_method_has_words(lang: str):
    with catalog.speaking(lang):
        for flaw in Flaw:
            source, keys = tallies.FLAWS[flaw]
            assert {name for _, name, _, _ in string.Formatter().parse(source) if name} == set(keys)
            told = say(BadBallots(flaw, tuple("[/]" for _ in keys), 7))
            assert "7" in told
            assert "{" not in told
        assert all(tallies.method_words(each) != each for each in METHODS)


@pytest.mark.parametrize(
    ("value", "exact", "shown"),
    [
        (Fraction(600), "600", "600"),
        (Fraction(68662747, 100_000), "686.62747", "686.62747"),
        (Fraction(1, 64), "0.015625", "0.01562.."),
        (Fraction(2, 3), "2/3", "0.66666.."),
        (Fraction(0), "0", "0"),
    ],
)
def test_figures_are_exact_and_what_is_cut_off_shows(value: Fraction, exact: str, shown: str):
    assert (decimals.text(value), tallies.figure(value)) == (exact, shown)
