"""How an open poll stands, against every way in which the papers that are out can be marked."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council_tui.domain import pollcounts
from council_tui.domain.polloutlook import Outlook, Standing, outlook
from council_tui.domain.polls import PollView
from council_tui.domain.tally.model import SecondRound
from tests.domain.test_pollcounts import poll

METHODS = ("plurality", "approval", "majority")


def papers(view: PollView) -> list[str]:
    """Every paper there can be: marked, blank or invalid."""
    most = view.opened.marks or len(view.candidates)
    marked = [each for each in product((0, 1), repeat=len(view.candidates)) if 0 < sum(each) <= most]
    return ["blank", "invalid", *(" ".join(map(str, each)) for each in marked)]


def endings(view: PollView) -> Iterator[PollView]:
    """Every way in which it can go on: none, some or all of the papers that are out come back."""
    left = view.opened.electorate - view.returned
    for some in range(left + 1):
        for more in combinations_with_replacement(papers(view), some):
            found = Counter(more)
            marked = Counter(view.papers) + Counter({k: n for k, n in found.items() if k[0] in "01"})
            yield replace(
                view,
                papers=dict(marked),
                blank=view.blank + found["blank"],
                invalid=view.invalid + found["invalid"],
            )


def elected(view: PollView) -> frozenset[int] | str:
    """Who is elected, or what else comes of it."""
    result = pollcounts.count(view)
    if pollcounts.undrawn(result, ()) is not None and view.method.id != "majority":
        return "tie"
    if view.method.id == "majority" and not result.winners:
        return "second round"
    return frozenset(result.winners)


@st.composite
def polls(draw: st.DrawFn) -> PollView:
    """A few papers of seven or fewer; up to three are out."""
    method = draw(st.sampled_from(METHODS))
    seats = 1 if method == "majority" else draw(st.integers(1, 2))
    marks = {"majority": 1, "plurality": seats}.get(method) or draw(st.sampled_from([1, 2, 3]))
    view = poll(method, 3, seats=seats, marks=marks)
    typed = draw(st.lists(st.sampled_from(papers(view)), min_size=1, max_size=7))
    found = Counter(typed)
    least = draw(st.sampled_from(["", ">= 1/3 of participating", "> 1/2 of present"]))
    opened = replace(
        view.opened,
        electorate=len(typed) + draw(st.integers(0, 3)),
        least=least if method == "plurality" else "",
        rules=view.opened.rules,
    )
    return replace(
        view,
        opened=replace(opened, roll=opened.electorate),
        papers={k: n for k, n in found.items() if k[0] in "01"},
        blank=found["blank"],
        invalid=found["invalid"],
    )


@settings(max_examples=300, deadline=None)
@given(polls())
def test_it_is_decided_if_and_only_if_every_ending_elects_the_same(view: PollView):
    found = outlook(view)
    assert found is not None
    ends = {elected(each) for each in endings(view)}
    if found.standing is Standing.DECIDED:
        assert ends == {frozenset(found.candidates)}
    elif found.standing is Standing.NO_MAJORITY:
        assert ends == {"second round"}
    elif found.standing is Standing.NEEDS:
        assert len(ends) > 1
    else:
        (only,) = ends if len(ends) == 1 else ("",)
        assert not isinstance(only, frozenset) or len(only) < view.opened.seats


@settings(max_examples=300, deadline=None)
@given(polls())
def test_so_many_papers_can_change_it_and_no_fewer(view: PollView):
    found = outlook(view)
    assert found is not None
    if found.standing is not Standing.LEADING or not found.count or view.opened.least:
        return
    for each in endings(view):
        came = each.returned - view.returned
        if came < found.count:
            assert elected(each) == frozenset(found.candidates)
    assert any(
        elected(each) != frozenset(found.candidates)
        for each in endings(view)
        if each.returned - view.returned == found.count
    )


@settings(max_examples=300, deadline=None)
@given(polls())
def test_so_many_more_are_a_majority_whatever_the_others_say(view: PollView):
    found = outlook(view)
    assert found is not None
    if found.standing is not Standing.NEEDS:
        return
    first = found.candidates[0]
    before = pollcounts.first_figures(view)[first - 1]
    for each in endings(view):
        more = pollcounts.first_figures(each)[first - 1] - before
        assert more < found.count or elected(each) == {first}
    assert any(
        elected(each) != {first}
        for each in endings(view)
        if pollcounts.first_figures(each)[first - 1] - before == found.count - 1
    )


@pytest.mark.parametrize(
    ("method", "typed", "expected"),
    [
        # nine may vote; 5 of 7 for the first, 2 for the second: 2 papers are out, and 3 are between them
        ("plurality", {"1 0 0": 5, "0 1 0": 2}, Outlook(Standing.DECIDED, (1,), 3, 2)),
        ("plurality", {"1 0 0": 4, "0 1 0": 2}, Outlook(Standing.LEADING, (1,), 2, 3)),
        ("plurality", {"1 0 0": 3, "0 1 0": 3}, Outlook(Standing.EVEN, (1, 2), 0, 3)),
        # more than half of nine is 5
        ("majority", {"1 0 0": 4, "0 1 0": 2}, Outlook(Standing.NEEDS, (1,), 1, 3)),
        ("majority", {"1 0 0": 5, "0 1 0": 2}, Outlook(Standing.DECIDED, (1,), 0, 2)),
        ("majority", {"1 0 0": 3, "0 1 0": 3, "0 0 1": 2}, Outlook(Standing.NO_MAJORITY, (), 0, 1)),
    ],
)
def test_how_it_stands(method: str, typed: dict[str, int], expected: Outlook):
    assert outlook(poll(method, 3, typed, marks=1)) == expected


def test_nothing_is_said_of_other_ways_or_before_the_first_paper():
    assert outlook(poll("stv", 3, {"1 2": 3})) is None
    assert outlook(poll("plurality", 3, {})) is None
    assert outlook(poll("plurality", 3, {"1 0 0": 10}, marks=1)) is None


def test_a_second_round_is_between_those_whom_the_count_names():
    """3, 3, 2 of eight: nobody can have 5 with one paper out."""
    view = poll("majority", 3, {"1 0 0": 3, "0 1 0": 3, "0 0 1": 2}, marks=1)
    result = pollcounts.count(view)
    assert any(isinstance(event, SecondRound) for event in result.rounds[-1].events)


def test_a_share_of_those_taking_part_grows_with_the_papers_that_are_out():
    """3 of six is half; a seventh paper, even a blank one, makes half four."""
    view = poll("plurality", 3, {"1 0 0": 3}, marks=1)
    opened = replace(view.opened, least=">= 1/2 of participating", electorate=7, roll=7)
    found = outlook(replace(view, opened=opened, blank=3))
    assert found == Outlook(Standing.LEADING, (1,), 0, 1)
    assert outlook(replace(view, opened=replace(opened, electorate=6), blank=3)) == Outlook(
        Standing.DECIDED, (1,), 3, 0
    )
