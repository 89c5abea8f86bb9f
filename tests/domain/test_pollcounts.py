"""Papers as typed, and what the desk counts: the same as a method reads from a file."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_tui.domain import pollcounts, pollpapers
from council_tui.domain.ids import ItemId, MeetingId, PollId
from council_tui.domain.polls import (
    BadLot,
    BadMarks,
    Candidate,
    PollClosed,
    PollOpened,
    PollView,
    ShortPaper,
    TooManyMarks,
)
from council_tui.domain.rules import rules_from_text, rules_text
from council_tui.domain.tally import METHODS, kept
from council_tui.domain.tally.flaws import BadBallots
from council_tui.domain.tally.model import Form, Terms
from council_tui.intake import ballots
from council_tui.intake.rules import preset

RULES = rules_text(preset("council_default"))
NAMES = ("a", "b", "c", "d")
COSTS = (500, 300, 450, 700)
BUDGET = 1_000


def poll(method: str, candidates: int = 4, papers: dict[str, int] | None = None, **asked: int) -> PollView:
    """A poll in memory, as if its papers had been typed."""
    known = tuple(
        Candidate(f"c{n}", cost=COSTS[n % 4] if METHODS[method].form is Form.PRICED else None)
        for n in range(candidates)
    )
    opened = PollOpened(
        MeetingId(1), ItemId(1), "t", "", method, asked.get("seats", 1), asked.get("marks"),
        asked.get("points"), BUDGET if METHODS[method].form is Form.PRICED else None, "", RULES, 9, 9,
        pollpapers.candidates_text(known), None, "2023-02-08T19:30:00",
    )  # fmt: skip
    return PollView(
        PollId(1), opened, METHODS[method], rules_from_text(RULES), known, papers or {},
        0, 0, None, (), None, None, None, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("method", "typed", "marks"),
    [
        ("plurality", "1 3", "1 0 1 0"),
        ("plurality", "31", "1 0 1 0"),
        ("approval", "0", ""),
        ("stv", "312", "3 1 2"),
        ("stv", " 4  2 ", "4 2"),
        ("schulze", "1=2 3", "1=2 3"),
        ("schulze", "2 = 1 3", "1=2 3"),
        ("score", "5031", "5 0 3 1"),
        ("score", "10 0 3 1", "10 0 3 1"),
        ("score", "0", ""),
        ("score", "0000", ""),
        ("mes", "42", "0 1 0 1"),
        ("mes", "\uff14\u3000\uff12", "0 1 0 1"),
    ],
)
def test_a_paper_is_typed_in_digits(method: str, typed: str, marks: str):
    found = poll(method)
    assert pollpapers.typed_marks(found, typed) == marks
    if marks:
        assert pollpapers.typed_marks(found, pollpapers.as_typed(found, marks)) == marks


def test_above_nine_candidates_numbers_stand_apart():
    assert pollpapers.typed_marks(poll("approval", 11), "1 11") == " ".join(["1", *"0" * 9, "1"])
    assert pollpapers.typed_marks(poll("stv", 11), "11 1") == "11 1"


@pytest.mark.parametrize(
    ("method", "typed", "refusal"),
    [
        ("plurality", "5", BadBallots),
        ("plurality", "1 1", BadBallots),
        ("plurality", "1 0", BadBallots),
        ("stv", "1 2 1", BadBallots),
        ("stv", "1=2", BadBallots),
        ("stv", "9", BadBallots),
        ("plurality", "abc", BadMarks),
        ("plurality", "1=2", BadMarks),
        ("stv", "1,2", BadMarks),
        ("score", "5 0 3 x", BadMarks),
        ("score", "503", ShortPaper),
        ("score", "5 0 3", ShortPaper),
    ],
)
def test_a_paper_that_cannot_be_is_refused(method: str, typed: str, refusal: type[Exception]):
    with pytest.raises(refusal):
        pollpapers.typed_marks(poll(method), typed)


def test_more_marks_or_points_than_allowed_are_told_apart_from_slips():
    with pytest.raises(TooManyMarks) as refused:
        pollpapers.typed_marks(poll("plurality", marks=2), "123")
    assert (refused.value.found, refused.value.most) == (3, 2)
    with pytest.raises(pollpapers.TooManyPoints) as over:
        pollpapers.typed_marks(poll("score", points=5), "2211")
    assert (over.value.found, over.value.most) == (6, 5)


def typed(method: str) -> st.SearchStrategy[str]:
    """A paper for four candidates as somebody types it, in one of the ways a method takes."""
    if METHODS[method].points:
        return st.lists(st.integers(0, 9), min_size=4, max_size=4).map(lambda marks: "".join(map(str, marks)))
    numbers = st.lists(st.integers(1, 4), min_size=1, max_size=4, unique=True)
    return numbers.map(lambda found: " ".join(map(str, found[:1] if method in ONE else found)))


ONE = {"plurality", "majority"}
"""One mark for one seat."""


def file_of(found: PollView) -> bytes:
    """The papers as a file that `council-tui tally` reads."""
    if found.method.form is Form.RANKED:
        rows = [f"{count} {marks} 0" for marks, count in found.papers.items()]
        return "\n".join(["4 1", *rows, "0", *(f'"{name}"' for name in NAMES), '"t"']).encode()
    text = io.StringIO()
    write = csv.writer(text)
    write.writerow(["count", *NAMES])
    if found.method.form is Form.PRICED:
        write.writerow(["cost", *COSTS])
    write.writerows([count, *marks.split()] for marks, count in found.papers.items())
    return text.getvalue().encode()


@pytest.mark.parametrize("method", METHODS)
@given(data=st.data())
def test_the_desk_counts_what_tally_counts(method: str, data: st.DataObject):
    empty = poll(method)
    papers: dict[str, int] = {}
    for paper in data.draw(st.lists(typed(method), min_size=1, max_size=30)):
        marks = pollpapers.typed_marks(empty, paper)
        if marks:
            papers[marks] = papers.get(marks, 0) + 1
    if not papers:
        return
    lot = tuple(data.draw(st.permutations(range(1, 5))))
    found = replace(empty, papers=papers)
    read = ballots.read(file_of(found), METHODS[method])
    assert pollcounts.count(found, lot) == METHODS[method].count(read, Terms(1, BUDGET, lot))


@pytest.mark.parametrize("method", METHODS)
@given(data=st.data())
def test_a_count_is_kept_as_text_and_comes_back_the_same(method: str, data: st.DataObject):
    empty = poll(method)
    marks = [pollpapers.typed_marks(empty, each) for each in data.draw(st.lists(typed(method), max_size=9))]
    result = pollcounts.count(replace(empty, papers={each: marks.count(each) for each in marks if each}))
    assert kept.result(kept.text(result)) == result


def test_a_text_that_is_no_count_is_refused():
    with pytest.raises(ValueError, match="1"):
        kept.result("[1]")


def test_several_draws_make_one_order():
    assert pollcounts.order([]) == ()
    found = pollcounts.order([(2, 1), (3, 1)])
    assert found.index(2) < found.index(1) > found.index(3)
    with pytest.raises(BadLot):
        pollcounts.order([(2, 1), (1, 3), (3, 2)])


def test_a_further_round_stands_with_the_question_it_belongs_to():
    """The second follows the first, the fourth the second; the third is a question of its own."""
    follows = {1: None, 2: 1, 3: None, 4: 2, 5: 9}
    made = [
        replace(poll("plurality"), id=PollId(id), opened=replace(poll("plurality").opened, follows=after))
        for id, after in follows.items()
    ]
    assert [[each.id for each in rounds] for rounds in pollcounts.questions(made)] == [[1, 2, 4], [3], [5]]


def closed(found: PollView, *, void: bool = False, quorum: bool = True) -> PollView:
    """A poll with its count, as it was closed."""
    result = pollcounts.count(found)
    told = PollClosed(
        found.id, found.returned, found.returned, 0, 0, void, quorum, 6,
        result.winners if quorum and not void else (), kept.text(result), "2023-02-08T19:40:00",
    )  # fmt: skip
    return replace(found, closed=told, result=result)


@pytest.mark.parametrize(("method", "rounds"), [("irv", 3), ("mes", 1), ("greedy", 1)])
def test_without_a_quorum_only_the_figures_hold(method: str, rounds: int):
    """2, 2, 1 by the first preference, and nobody for the fourth: three rounds. Of money only the votes: what
    supporters pay decides something."""
    marks = ("1", "2", "3 1") if method == "irv" else ("1 0 0 0", "0 1 0 0", "1 0 1 0")
    found = poll(method, papers=dict(zip(marks, (2, 2, 1), strict=True)))
    assert pollcounts.holding(closed(found)) == pollcounts.count(found)
    bare = pollcounts.holding(closed(found, quorum=False))
    assert bare is not None
    assert (bare.winners, bare.ties, len(bare.rounds)) == ((), (), rounds)
    assert not any(each.events for each in bare.rounds)


def test_nothing_holds_of_an_open_or_a_void_poll():
    found = poll("approval", papers={"1 0 0 0": 3})
    assert pollcounts.holding(found) is None
    assert pollcounts.holding(closed(found, void=True)) is None


def test_a_seat_that_nobody_reached_stays_vacant_and_one_left_to_a_further_round_does_not():
    found = closed(poll("approval", papers={"1 0 0 0": 3}, seats=2))
    assert (found.winners, pollcounts.vacant(found)) == ((1,), 1)
    tied = closed(poll("approval", papers={"1 0 0 0": 3, "0 1 0 0": 2, "0 0 1 0": 2}, seats=2))
    assert pollcounts.vacant(replace(tied, further=pollcounts.second_round(tied))) == 0
    assert pollcounts.vacant(closed(poll("approval", papers={"1 0 0 0": 3}), quorum=False)) == 0
    assert pollcounts.vacant(closed(poll("mes", papers={"1 0 0 0": 3}))) == 0
