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
    NonTransferable,
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
    Elected(1, Why.QUOTA),
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
    assert {type(each) for each in EVENTS} == set(get_args(Event))


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
        (EVENTS[2], "Surplus of 陈果 [/] transferred: 372. Transfer value: 0.38271."),
        (EVENTS[3], "Non-transferable so far: 0.33333..."),
        (EVENTS[5], "Nobody has more than half. Second round: 陈果 [/], 王·军 <i>."),
        (EVENTS[8], "Funded: 陈果 [/] for 60, at most 0.22222.. from each supporter. Left: 40."),
    ],
)
def test_an_event_says_its_figures(event: Event, told: str):
    assert tallies.event_words(NAMES, event) == told


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
