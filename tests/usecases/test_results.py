"""Results: announced once, then only corrected, with old and new figures and the reason kept."""

import pytest

from council_tui.domain.agenda import Outcome
from council_tui.domain.errors import (
    Announced,
    NeedsReason,
    NotAnnounced,
    NotClosed,
    NotEntitled,
    PapersDoNotAddUp,
    TooManyAnswers,
    Unknown,
)
from council_tui.domain.failures import NothingToUndo
from council_tui.domain.figures import Figures
from council_tui.domain.ids import VoteId
from council_tui.domain.votes import Choice, Way
from council_tui.usecases import agenda, meetings, proposals, record, results, votes
from council_tui.usecases.agenda import Settlement
from council_tui.usecases.proposals import Wording
from tests import assembly
from tests.assembly import Floor


def announced(floor: Floor, figures: Figures) -> VoteId:
    """A show of hands on the motion, announced."""
    vote = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    floor.store.writing(votes.close_hands, vote, figures)
    floor.store.writing(results.announce_result, vote)
    return vote


def called(floor: Floor, *choices: Choice) -> VoteId:
    """A roll call on the motion, announced."""
    vote = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.ROLL_CALL)
    for person, choice in zip(floor.people, choices, strict=False):
        floor.store.writing(votes.cast_ballot, vote, person, choice)
    floor.store.writing(votes.close_roll_call, vote)
    floor.store.writing(results.announce_result, vote)
    return vote


def test_announcing_settles_the_item_with_the_text_that_was_resolved(floor: Floor):
    announced(floor, Figures(5, 1, 1))
    settled = floor.store.reading(meetings.view_meeting, floor.meeting).items[0].settled
    assert settled is not None
    assert (settled.outcome, settled.resolution) == (Outcome.CARRIED, assembly.TEXT)


def test_a_lost_motion_resolves_nothing(floor: Floor):
    announced(floor, Figures(1, 5, 1))
    settled = floor.store.reading(meetings.view_meeting, floor.meeting).items[0].settled
    assert settled is not None
    assert (settled.outcome, settled.resolution) == (Outcome.LOST, "")


def test_a_result_is_announced_once_and_after_its_close(floor: Floor):
    vote = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    for deed, values in (
        (results.announce_result, ()),
        (results.correct_result, (Figures(5, 1, 1), "x")),
        (results.correct_ballot, (floor.people[0], Choice.NO, "x")),
    ):
        with pytest.raises(NotClosed):
            floor.store.writing(deed, vote, *values)
    floor.store.writing(votes.close_hands, vote, Figures(5, 1, 1))
    with pytest.raises(NotAnnounced):
        floor.store.writing(results.correct_result, vote, Figures(5, 1, 1), "x")
    floor.store.writing(results.announce_result, vote)
    with pytest.raises(Announced):
        floor.store.writing(results.announce_result, vote)


def test_before_the_announcement_figures_are_undone_and_after_it_nothing_is(floor: Floor):
    vote = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    floor.store.writing(votes.close_hands, vote, Figures(5, 1, 1))
    floor.store.writing(record.undo)
    floor.store.writing(votes.close_hands, vote, Figures(6, 1, 0))
    floor.store.writing(results.announce_result, vote)
    with pytest.raises(NothingToUndo):
        floor.store.writing(record.undo)


def test_a_correction_keeps_both_figures_the_reason_and_turns_the_outcome(floor: Floor):
    vote = announced(floor, Figures(4, 3, 0))
    floor.store.writing(results.correct_result, vote, Figures(3, 4, 0), "重新数过 [/]")
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    ((old, new),) = held.votes[0].corrections
    assert ((old.yes, old.no), (new.yes, new.no), new.why) == ((4, 3), (3, 4), "重新数过 [/]")
    assert held.votes[0].closed == new
    assert held.items[0].settled is not None
    assert held.items[0].settled.outcome is Outcome.LOST
    with pytest.raises(NothingToUndo):
        floor.store.writing(record.undo)
    floor.store.writing(results.correct_result, vote, Figures(5, 2, 0), "再数")
    assert len(floor.store.reading(votes.view_vote, vote).corrections) == 2


def test_a_correction_that_leaves_the_outcome_leaves_its_wording(floor: Floor):
    vote = announced(floor, Figures(4, 3, 0))
    floor.store.writing(
        agenda.settle_item, floor.meeting, floor.item, Settlement(Outcome.CARRIED, "决议全文")
    )
    floor.store.writing(results.correct_result, vote, Figures(5, 2, 0), "看错")
    settled = floor.store.reading(meetings.view_meeting, floor.meeting).items[0].settled
    assert settled is not None
    assert settled.resolution == "决议全文"


def test_a_correction_needs_a_reason_and_figures_that_can_be(floor: Floor):
    vote = announced(floor, Figures(5, 1, 1))
    with pytest.raises(NeedsReason):
        floor.store.writing(results.correct_result, vote, Figures(5, 2, 0), "  ")
    with pytest.raises(TooManyAnswers):
        floor.store.writing(results.correct_result, vote, Figures(7, 1, 0), "x")
    floor.store.writing(results.correct_result, vote, Figures(2, 1, 0), "few, but so it was")


def test_one_answer_of_a_roll_call_is_corrected_and_the_figures_follow(floor: Floor):
    vote = called(floor, *[Choice.YES] * 4, *[Choice.NO] * 3)
    floor.store.writing(results.correct_ballot, vote, floor.people[0], Choice.NO, "听错")
    view = floor.store.reading(votes.view_vote, vote)
    assert view.closed is not None
    assert (view.closed.yes, view.closed.no, view.closed.carried) == (3, 4, False)
    assert view.answers[floor.people[0]][1] is Choice.NO
    with pytest.raises(NothingToUndo):
        floor.store.writing(record.undo)
    with pytest.raises(NotEntitled) as refused:
        floor.store.writing(results.correct_ballot, vote, floor.people[7], Choice.NO, "x")
    assert refused.value.name == "乐山😀"


def test_figures_of_a_roll_call_are_its_answers_and_hands_have_no_names(floor: Floor):
    vote = called(floor, Choice.YES)
    with pytest.raises(Unknown):
        floor.store.writing(results.correct_result, vote, Figures(7, 0, 0), "x")


def test_hands_have_no_single_answers_to_correct(floor: Floor):
    vote = announced(floor, Figures(5, 1, 1))
    with pytest.raises(Unknown):
        floor.store.writing(results.correct_ballot, vote, floor.people[0], Choice.NO, "x")


def test_papers_are_corrected_within_what_papers_can_say(floor: Floor):
    vote = floor.store.writing(votes.open_secret_vote, floor.meeting, floor.motion)
    floor.store.writing(votes.close_secret_vote, vote, Figures(4, 3, 0, 7, 7, 0))
    floor.store.writing(results.announce_result, vote)
    with pytest.raises(PapersDoNotAddUp):
        floor.store.writing(results.correct_result, vote, Figures(4, 4, 0, 7, 7, 0), "x")
    floor.store.writing(results.correct_result, vote, Figures(3, 3, 0, 7, 7, 1), "一张无效")
    closed = floor.store.reading(votes.view_vote, vote).closed
    assert closed is not None
    assert (closed.invalid, closed.tie) == (1, True)


def test_correcting_an_earlier_vote_leaves_what_a_later_motion_decided(floor: Floor):
    first = announced(floor, Figures(3, 4, 0))
    again = floor.store.writing(
        proposals.move, floor.meeting, floor.item, Wording("另一个办法"), floor.people[0]
    )
    second = floor.store.writing(votes.open_vote, floor.meeting, again, Way.HANDS)
    floor.store.writing(votes.close_hands, second, Figures(7, 0, 0))
    floor.store.writing(results.announce_result, second)
    floor.store.writing(results.correct_result, first, Figures(4, 3, 0), "看错")
    settled = floor.store.reading(meetings.view_meeting, floor.meeting).items[0].settled
    assert settled is not None
    assert settled.resolution == "另一个办法"


def test_a_correction_after_the_meeting_is_possible(floor: Floor):
    vote = announced(floor, Figures(5, 1, 1))
    floor.store.writing(meetings.adjourn, floor.meeting)
    floor.store.writing(results.correct_result, vote, Figures(5, 2, 0), "录音核对")
    assert len(floor.store.reading(votes.view_vote, vote).corrections) == 1
