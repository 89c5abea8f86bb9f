"""Who is represented by whom at any moment, against a plain simulation; and which proxies rules take."""

from collections import defaultdict
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from council_tui.domain.agenda import IN_THE_ROOM, Presence
from council_tui.domain.attendees import Step, represented_by
from council_tui.domain.ids import MeetingId, PersonId, Seq
from council_tui.domain.proxies import Bond, Proxy, ProxyGiven, bonds, takes
from council_tui.domain.record import Kept
from council_tui.domain.rules import BadRules, rules_from_text, rules_text
from council_tui.intake.rules import preset
from tests.proxied import rules

PEOPLE = [PersonId(number) for number in range(1, 4)]
BONDS = [Bond.WRITTEN, Bond.WRITTEN, Bond.CLOSE_KIN]
PROXIES = [Proxy.WRITTEN, Proxy.WRITTEN, Proxy.CLOSE_KIN, Proxy.NONE]
"""The usual ones more often."""


class Event(NamedTuple):
    """Somebody comes or goes, or says something of a proxy; `holder` None takes one back."""

    minute: int
    person: PersonId
    step: Presence | None
    holder: PersonId | None = None
    bond: Bond = Bond.WRITTEN


def happenings() -> st.SearchStrategy[list[Event]]:
    who, minute = st.sampled_from(PEOPLE), st.integers(0, 1)
    step = st.sampled_from([Presence.PRESENT, Presence.LEFT])
    steps = st.builds(Event, minute, who, step)
    said = st.builds(Event, minute, who, st.none(), st.none() | who, st.sampled_from(BONDS))
    return st.lists(steps | said, min_size=3, max_size=12)


def at_minute(minute: int) -> str:
    return f"2023-02-08T19:{minute:02}:30"


def simulated(events: list[Event], until: int, proxy: Proxy) -> dict[PersonId, PersonId]:
    """What a recorder with a slip of paper for each would find: one event after the other."""
    room: set[PersonId] = set()
    slips: dict[PersonId, tuple[PersonId, Bond]] = {}
    for event in sorted((each for each in events if each.minute <= until), key=lambda each: each.minute):
        if event.step is None and event.holder is None:
            slips.pop(event.person, None)
        elif event.step is None and event.holder is not None:
            slips[event.person] = event.holder, event.bond
        elif event.step in IN_THE_ROOM:
            room.add(event.person)
            slips.pop(event.person, None)
        else:
            room.discard(event.person)
    found = {person: holder for person, (holder, bond) in slips.items() if takes(proxy, bond)}
    return {person: holder for person, holder in found.items() if holder in room and person not in room}


ONE, TWO = PEOPLE[:2]
CAME, LEFT, GAVE = Event(0, ONE, Presence.PRESENT), Event(0, ONE, Presence.LEFT), Event(0, ONE, None, TWO)
HOLDER = Event(0, TWO, Presence.PRESENT)


@example([HOLDER, CAME, LEFT, GAVE], 0, Proxy.WRITTEN)
@example([HOLDER, GAVE, CAME, LEFT], 0, Proxy.WRITTEN)
@given(happenings(), st.integers(0, 2), st.sampled_from(PROXIES))
def test_who_is_represented_is_what_happened_one_after_the_other(
    events: list[Event], until: int, proxy: Proxy
):
    steps: dict[PersonId, list[Step]] = defaultdict(list)
    said = []
    for entry, event in enumerate(events, 1):
        at = at_minute(event.minute)
        if event.step is not None:
            steps[event.person].append(Step(entry, event.step, at, "", entry))
        else:
            fact = ProxyGiven(MeetingId(1), event.person, event.holder, event.bond, True, "", at)
            said.append(Kept(entry, Seq(entry), fact))
    for theirs in steps.values():
        theirs.sort(key=lambda step: (step.at[:16], step.id))
    said.sort(key=lambda kept: (kept.fact.at[:16], kept.entry))
    moment = at_minute(until) if until < 2 else None
    assert represented_by(steps, said, proxy, moment) == simulated(events, until, proxy)


@pytest.mark.parametrize(
    ("proxy", "taken"),
    [
        (Proxy.NONE, ()),
        (Proxy.WRITTEN, (Bond.WRITTEN, Bond.SAME_HOUSEHOLD, Bond.CLOSE_KIN)),
        (Proxy.SAME_HOUSEHOLD, (Bond.SAME_HOUSEHOLD,)),
        (Proxy.CLOSE_KIN, (Bond.CLOSE_KIN,)),
    ],
)
def test_which_proxies_rules_take(proxy: Proxy, taken: tuple[Bond, ...]):
    assert bonds(proxy) == taken


@pytest.mark.parametrize(
    ("id", "proxy"),
    [
        ("cc278_general", Proxy.WRITTEN),
        ("cc278_special", Proxy.WRITTEN),
        ("pmr12_old", Proxy.WRITTEN),
        ("village_election", Proxy.CLOSE_KIN),
        ("rural_collective_2024", Proxy.SAME_HOUSEHOLD),
        ("owners_committee", Proxy.NONE),
        ("council_default", Proxy.NONE),
        ("village_reps", Proxy.NONE),
    ],
)
def test_the_rules_shipped_take_the_proxies_of_their_law(id: str, proxy: Proxy):
    """domain/3-rules.md §3.7: Regulation 12, village law 15, collective law 27; committees never."""
    assert preset(id).proxy is proxy


def test_a_law_that_bars_proxies_is_named_and_cannot_be_overruled():
    committee = preset("owners_committee")
    assert "北京市物业管理条例 45" in committee.proxy_barred
    with pytest.raises(BadRules) as refused:
        rules_from_text(rules_text(committee).replace('"proxy":"none"', '"proxy":"written"'))
    assert refused.value.field == "proxy"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('"proxy":"written"', '"proxy":"friends"', "proxy"),
        ('"max_per_holder":2', '"max_per_holder":0', "max_per_holder"),
        ('"max_per_holder":2', '"max_per_holder":2.0', "max_per_holder"),
        ('"max_per_holder":2', '"max_per_holder":"2"', "max_per_holder"),
        ('"parties":[]', '"parties":["a","b"]', "proxy"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(old: str, new: str, field: str):
    text = rules_text(rules())
    assert rules_from_text(text) == rules()
    assert old in text
    with pytest.raises(BadRules) as refused:
        rules_from_text(text.replace(old, new))
    assert refused.value.field == field
