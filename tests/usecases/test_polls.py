"""Polls through the use cases: papers, lots, further rounds, void polls, undo, and what the item becomes."""

from pathlib import Path

import pytest

from council_tui.domain import pollpapers
from council_tui.domain.agenda import Outcome
from council_tui.domain.errors import Missing, NeedsReason, SettledAlready, Unknown
from council_tui.domain.gates import BadGate
from council_tui.domain.ids import PollId
from council_tui.domain.polls import (
    BadLot,
    BadMarks,
    Candidate,
    FewCandidates,
    MorePapers,
    OtherCandidates,
    PollEntry,
    PollOver,
    PollRunning,
    PollView,
    ShortPaper,
    Sort,
    TieStands,
)
from council_tui.domain.tally import METHODS
from council_tui.domain.votes import Way
from council_tui.intake import ballots
from council_tui.store.store import Store
from council_tui.usecases import agenda, meetings, polls, record, verification, votes
from council_tui.usecases.agenda import Settlement
from tests import assembly, polled
from tests.assembly import Floor
from tests.polled import TRIO, announce, held, open_, type_

ONE = PollEntry("主任", "Chair", "plurality", TRIO)


def view(floor: Floor, poll: PollId) -> PollView:
    return floor.store.reading(polls.view_poll, poll)


def test_most_votes_are_elected_and_the_item_resolves_it(floor: Floor):
    """Seven papers: 3 for A, 2 for B, 1 for C, 1 blank."""
    poll = held(floor, ONE, ["1", "1", "1", "2", "2", "3", "0"])
    assert (poll.valid, poll.blank, poll.winners) == (6, 1, (1,))
    item = floor.store.reading(meetings.view_meeting, floor.meeting).items[0]
    assert item.settled is not None
    assert (item.settled.outcome, item.settled.resolution) == (Outcome.CARRIED, "主任：甲 [/]当选。")
    assert item.settled.resolution_2 == "Chair: elected A [/]."


def test_without_a_majority_the_first_two_go_on(floor: Floor):
    """3 of 7 are no majority (4); then 2 against 4 of 6."""
    entry = PollEntry("主任", "", "majority", TRIO)
    first = held(floor, entry, ["1", "1", "1", "2", "2", "3", "0"])
    assert first.winners == ()
    assert first.further is not None
    assert [each.name for each in first.further.candidates] == ["甲 [/]", "乙"]
    assert floor.store.reading(meetings.view_meeting, floor.meeting).items[0].settled is None
    second = held(floor, first.further, ["1", "1", "2", "2", "2", "2", "-"])
    assert (second.winners, second.invalid, second.opened.follows) == ((2,), 1, first.id)


def test_a_least_share_leaves_a_seat_empty(floor: Floor):
    """Half or more of seven papers is four; three are too few."""
    entry = PollEntry("主任", "", "plurality", TRIO, least=">= 1/2 of participating")
    poll = held(floor, entry, ["1", "1", "1", "2", "2", "3", "0"])
    assert poll.winners == ()
    item = floor.store.reading(meetings.view_meeting, floor.meeting).items[0]
    assert item.settled is not None
    assert item.settled.outcome is Outcome.LOST


def test_a_tie_waits_for_a_lot_which_is_recorded(floor: Floor):
    poll = open_(floor, ONE)
    type_(floor.store, poll, ["1", "1", "2", "2", "3"])
    with pytest.raises(TieStands) as refused:
        floor.store.writing(polls.close_poll, poll, 7)
    assert refused.value.between == (1, 2)
    with pytest.raises(BadLot):
        floor.store.writing(polls.draw_lot, poll, (2, 2))
    floor.store.writing(polls.draw_lot, poll, (2, 3))
    with pytest.raises(TieStands):  # a lot between others decides nothing
        floor.store.writing(polls.close_poll, poll, 7)
    floor.store.writing(polls.draw_lot, poll, (2, 1))
    floor.store.writing(polls.close_poll, poll, 7)
    assert view(floor, poll).winners == (2,)


def test_an_order_put_together_of_other_draws_decides_no_tie(floor: Floor):
    """Drawn were A before B and C before D; nobody drew between A and C."""
    poll = open_(floor, PollEntry("主任", "Chair", "plurality", polled.FOUR))
    type_(floor.store, poll, [*"1133"])
    floor.store.writing(polls.draw_lot, poll, (1, 2))
    floor.store.writing(polls.draw_lot, poll, (3, 4))
    with pytest.raises(TieStands):
        floor.store.writing(polls.close_poll, poll, 7)
    floor.store.writing(polls.draw_lot, poll, (3, 1))
    floor.store.writing(polls.close_poll, poll, 7)
    assert view(floor, poll).winners == (3,)


def test_draws_that_turn_each_other_around_are_refused(floor: Floor):
    poll = open_(floor, ONE)
    floor.store.writing(polls.draw_lot, poll, (1, 2))
    floor.store.writing(polls.draw_lot, poll, (2, 3))
    with pytest.raises(BadLot):
        floor.store.writing(polls.draw_lot, poll, (3, 1))


def test_a_tie_for_the_last_of_two_seats_leaves_one_for_a_further_round(floor: Floor):
    poll = open_(floor, PollEntry("委员", "", "approval", TRIO, 2))
    type_(floor.store, poll, ["1", "1", "12", "3", "13", "2"])  # 4, 2, 2
    floor.store.writing(polls.close_poll, poll, 7, True)
    found = view(floor, poll)
    assert found.winners == (1,)
    assert found.further is not None
    assert (found.further.seats, [each.name for each in found.further.candidates]) == (1, ["乙", "丙"])


def test_more_papers_than_people_make_the_whole_poll_void(floor: Floor):
    """Electoral Law, article 44: seven may vote, eight papers came back."""
    poll = open_(floor, ONE)
    type_(floor.store, poll, ["1"] * 8)
    with pytest.raises(MorePapers):
        floor.store.writing(polls.close_poll, poll, 7)
    floor.store.writing(polls.close_poll, poll, 9)
    found = view(floor, poll)
    assert found.closed is not None
    assert (found.closed.void, found.winners) == (True, ())
    announce(floor.store, poll)
    assert floor.store.reading(meetings.view_meeting, floor.meeting).items[0].settled is None


def test_without_a_quorum_nobody_is_elected(store: Store):
    """Five of nine are fewer than the six of the rules; without that rule they would elect A."""
    floor = assembly.convene(store, 5)
    poll = open_(floor, ONE)
    type_(store, poll, ["1"] * 5)
    store.writing(polls.close_poll, poll, 5)
    found = view(floor, poll)
    assert found.closed is not None
    assert (found.closed.quorum_met, found.closed.quorum_needed, found.winners) == (False, 6, ())


def test_a_paper_is_taken_back_and_undone_and_redone(floor: Floor):
    poll = open_(floor, ONE)
    type_(floor.store, poll, ["1", "1", "2"])
    floor.store.writing(polls.take_back_paper, poll)
    assert view(floor, poll).papers == {"1 0 0": 2}
    floor.store.writing(record.undo)
    assert view(floor, poll).papers == {"1 0 0": 2, "0 1 0": 1}
    floor.store.writing(record.undo)
    floor.store.writing(record.undo)
    assert view(floor, poll).papers == {"1 0 0": 1}
    floor.store.writing(record.redo)
    assert view(floor, poll).papers == {"1 0 0": 2}


def test_nothing_is_taken_back_where_there_is_nothing(floor: Floor):
    poll = open_(floor, ONE)
    with pytest.raises(Unknown):
        floor.store.writing(polls.take_back_paper, poll)


def test_a_close_can_be_undone_and_an_announcement_not(floor: Floor):
    poll = open_(floor, ONE)
    type_(floor.store, poll, ["1", "1", "2"])
    floor.store.writing(polls.close_poll, poll, 7)
    with pytest.raises(PollOver):
        floor.store.writing(polls.add_paper, poll, Sort.BLANK)
    floor.store.writing(record.undo)
    assert view(floor, poll).open
    floor.store.writing(polls.close_poll, poll, 7)
    announce(floor.store, poll)
    with pytest.raises(Exception, match="NothingToUndo"):
        floor.store.writing(record.undo)
    with pytest.raises(PollOver):
        announce(floor.store, poll)


def test_while_papers_are_typed_nothing_else_is_put_and_nobody_goes_home(floor: Floor):
    poll = open_(floor, ONE)
    for deed in (
        lambda: floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS),
        lambda: floor.store.writing(meetings.adjourn, floor.meeting),
        lambda: open_(floor, ONE),
    ):
        with pytest.raises(PollRunning):
            deed()
    type_(floor.store, poll, ["1"])
    floor.store.writing(polls.close_poll, poll, 7)
    with pytest.raises(PollRunning):  # counted, and not announced
        open_(floor, ONE)


def test_a_poll_ends_without_a_result_with_a_reason(floor: Floor):
    poll = open_(floor, ONE)
    with pytest.raises(NeedsReason):
        floor.store.writing(polls.abandon_poll, poll, " ")
    floor.store.writing(polls.abandon_poll, poll, "票箱未封")
    assert view(floor, poll).abandoned is not None
    open_(floor, ONE)


def test_what_was_elected_ends_in_no_other_way_and_may_be_reworded(floor: Floor):
    held(floor, ONE, ["1", "1", "2"])
    with pytest.raises(SettledAlready):
        floor.store.writing(agenda.settle_item, floor.meeting, floor.item, Settlement(Outcome.POSTPONED))
    floor.store.writing(
        agenda.settle_item, floor.meeting, floor.item, Settlement(Outcome.CARRIED, "甲当选主任。")
    )
    item = floor.store.reading(meetings.view_meeting, floor.meeting).items[0]
    assert item.settled is not None
    assert item.settled.resolution == "甲当选主任。"


@pytest.mark.parametrize(
    ("entry", "refusal"),
    [
        (PollEntry(" ", "", "plurality", TRIO), Missing),
        (PollEntry("a", "", "plurality", TRIO[:1]), FewCandidates),
        (PollEntry("a", "", "approval", TRIO, 4), FewCandidates),
        (PollEntry("a", "", "greedy", TRIO, budget=100), Missing),
        (PollEntry("a", "", "greedy", polled.PROJECTS), Missing),
        (PollEntry("a", "", "lottery", TRIO), Unknown),
        (PollEntry("a", "", "plurality", (Candidate(" "), *TRIO)), Missing),
        (PollEntry("a", "", "plurality", TRIO, least="> 1/2 of cast"), BadGate),
    ],
)
def test_a_poll_that_cannot_be_counted_is_refused(floor: Floor, entry: PollEntry, refusal: type[Exception]):
    with pytest.raises(refusal):
        open_(floor, entry)


def test_a_file_reopened_in_the_middle_keeps_every_paper_and_verifies(floor: Floor, tmp_path: Path):
    poll = open_(floor, ONE)
    type_(floor.store, poll, ["1", "2", "3", "0", "-"])
    floor.store.shut()
    again = Store(tmp_path / "council.db")
    try:
        found = again.reading(polls.view_poll, poll)
        assert (found.valid, found.blank, found.invalid) == (3, 1, 1)
        type_(again, poll, ["3"])
        again.writing(polls.close_poll, poll, 7)
        assert verification.check_record(again).sound
    finally:
        again.shut()


def test_papers_of_a_file_come_by_name_and_too_many_marks_are_invalid(floor: Floor):
    poll = open_(floor, PollEntry("委员", "", "approval", TRIO, 2, 2))
    called = ("甲 [/]", "乙", "丙")
    text = "count,丙,甲 [/],乙\n3,1,0,0\n2,0,1,1\n1,1,1,1\n1,0,0,0\n"
    found = ballots.read(text.encode(), METHODS["approval"])
    papers = pollpapers.read_from(view(floor, poll), called, found)
    floor.store.writing(polls.read_papers, poll, papers)
    read = view(floor, poll)
    assert (read.papers, read.blank, read.invalid) == ({"0 0 1": 3, "1 1 0": 2}, 1, 1)


def test_ranked_papers_of_a_file_take_the_numbers_of_the_poll(floor: Floor):
    poll = open_(floor, PollEntry("代表", "", "stv", TRIO))
    text = '3 1\n2 3 1 0\n1 2 0\n0\n"丙"\n"甲 [/]"\n"乙"\n"t"\n'
    found = ballots.read(text.encode(), METHODS["stv"])
    papers = pollpapers.read_from(view(floor, poll), ("甲 [/]", "乙", "丙"), found)
    assert {(each.sort, each.marks): each.count for each in papers} == {
        (Sort.MARKED, "2 3"): 2,
        (Sort.MARKED, "1"): 1,
    }


@pytest.mark.parametrize(
    ("method", "marks"),
    [
        ("approval", "1 0"),
        ("approval", "1 2 0"),
        ("approval", "1  0 0"),
        ("approval", "x"),
        ("stv", "1=2"),
        ("stv", "4"),
        ("stv", "1 1"),
        ("score", "1=2 3"),
    ],
)
def test_marks_that_no_paper_can_have_are_not_recorded(floor: Floor, method: str, marks: str):
    poll = open_(floor, PollEntry("委员", "", method, TRIO))
    with pytest.raises((BadMarks, ShortPaper)):
        floor.store.writing(polls.add_paper, poll, Sort.MARKED, marks)


def test_a_file_with_other_candidates_is_refused(floor: Floor):
    poll = open_(floor, PollEntry("委员", "", "approval", TRIO))
    found = ballots.read("count,甲,乙,丙\n1,1,0,0\n".encode(), METHODS["approval"])
    with pytest.raises(OtherCandidates) as refused:
        pollpapers.read_from(view(floor, poll), ("甲 [/]", "乙", "丙"), found)
    assert refused.value.name == "甲"
