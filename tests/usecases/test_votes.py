"""Votes: who may answer, which figures are taken, who counts as present, what the rule says."""

from dataclasses import replace

import pytest

from council_tui.domain import rules
from council_tui.domain.agenda import Role
from council_tui.domain.errors import (
    IssuedOverElectorate,
    NeedsReason,
    NoOneToVote,
    NotClosed,
    NotEntitled,
    NotMoved,
    NotPresent,
    PapersDoNotAddUp,
    SettledAlready,
    TooManyAnswers,
    Unknown,
    Unlikely,
    VoteOver,
    VoteRunning,
)
from council_tui.domain.figures import Figures
from council_tui.domain.ids import VoteId
from council_tui.domain.rules import ChairVotes, Recused, rules_text
from council_tui.domain.votes import Choice, Subject, Way
from council_tui.intake.rules import preset
from council_tui.store.store import Store
from council_tui.usecases import agenda, attendance, council, meetings, proposals, record, results, votes
from council_tui.usecases.proposals import Wording
from tests import assembly
from tests.assembly import Floor


def opened(floor: Floor, way: Way = Way.ROLL_CALL, rule: str = "") -> VoteId:
    return floor.store.writing(votes.open_vote, floor.meeting, floor.motion, way, rule)


def answer(floor: Floor, vote: VoteId, seat: int, choice: Choice) -> int:
    return floor.store.writing(votes.cast_ballot, vote, floor.people[seat - 1], choice)


def test_a_vote_keeps_its_text_its_rule_and_who_was_present_when_it_was_put(floor: Floor):
    vote = floor.store.reading(votes.view_vote, opened(floor))
    assert vote.opened.question == assembly.TEXT
    assert vote.opened.electorate == floor.people[:7]
    assert (vote.opened.roll, vote.opened.subject, vote.opened.ordinal) == (9, Subject.MOTION, 0)
    assert vote.rules.id == "council_default"


def test_a_roll_call_counts_answers_and_those_who_gave_none(floor: Floor):
    vote = opened(floor)
    for seat, choice in enumerate([Choice.YES] * 4 + [Choice.NO, Choice.ABSTAIN], 1):
        answer(floor, vote, seat, choice)
    floor.store.writing(votes.close_roll_call, vote)
    closed = floor.store.reading(votes.view_vote, vote).closed
    assert closed is not None
    assert (closed.yes, closed.no, closed.abstain, closed.not_voting) == (4, 1, 1, 1)
    assert (closed.quorum_met, closed.quorum_needed) == (True, 6)
    assert (closed.carried, closed.needed, closed.tie) == (True, 4, False)


def test_a_newer_answer_stands_in_for_the_older_and_one_taken_back_is_none(floor: Floor):
    vote = opened(floor)
    answer(floor, vote, 1, Choice.YES)
    answer(floor, vote, 1, Choice.NO)
    answer(floor, vote, 2, Choice.YES)
    floor.store.writing(votes.take_back, vote, floor.people[1])
    floor.store.writing(votes.take_back, vote, floor.people[1])
    answers = floor.store.reading(votes.view_vote, vote).answers
    assert {person: choice for person, (_, choice) in answers.items()} == {floor.people[0]: Choice.NO}


def test_who_is_not_there_is_named_and_cannot_answer(floor: Floor):
    vote = opened(floor)
    with pytest.raises(NotPresent) as refused:
        answer(floor, vote, 8, Choice.YES)
    assert refused.value.name == "乐山😀"


def test_a_late_comer_answers_and_counts(floor: Floor):
    vote = opened(floor)
    floor.store.writing(attendance.sign_in, floor.meeting, floor.people[7])
    answer(floor, vote, 8, Choice.YES)
    floor.store.writing(votes.close_roll_call, vote)
    closed = floor.store.reading(votes.view_vote, vote).closed
    assert closed is not None
    assert closed.presence == floor.people[:8]


def test_who_answered_and_left_still_counts_and_who_left_without_does_not(floor: Floor):
    vote = opened(floor)
    answer(floor, vote, 1, Choice.YES)
    for seat in (1, 2):
        floor.store.writing(attendance.sign_out, floor.meeting, floor.people[seat - 1])
    answer(floor, vote, 1, Choice.NO)
    with pytest.raises(NotPresent):
        answer(floor, vote, 2, Choice.NO)
    floor.store.writing(votes.close_roll_call, vote)
    closed = floor.store.reading(votes.view_vote, vote).closed
    assert closed is not None
    assert closed.presence == (floor.people[0], *floor.people[2:7])


def test_hands_of_somebody_who_left_meanwhile_are_too_many(floor: Floor):
    vote = opened(floor, Way.HANDS)
    floor.store.writing(attendance.sign_out, floor.meeting, floor.people[6])
    with pytest.raises(TooManyAnswers) as refused:
        floor.store.writing(votes.close_hands, vote, Figures(5, 1, 1))
    assert refused.value.present == 6
    floor.store.writing(votes.close_hands, vote, Figures(5, 1, 0))


def test_few_hands_need_a_reason_that_is_kept(floor: Floor):
    vote = opened(floor, Way.HANDS)
    with pytest.raises(Unlikely):
        floor.store.writing(votes.close_hands, vote, Figures(4, 1, 0))
    floor.store.writing(votes.close_hands, vote, Figures(4, 1, 0, override="两人打电话 [/]"))
    closed = floor.store.reading(votes.view_vote, vote).closed
    assert closed is not None
    assert (closed.override, closed.not_voting) == ("两人打电话 [/]", 2)


def test_impossible_hands_are_refused(floor: Floor):
    vote = opened(floor, Way.HANDS)
    with pytest.raises(rules.ImpossibleCount):
        floor.store.writing(votes.close_hands, vote, Figures(-1, 5, 3))


def test_who_stands_aside_has_no_vote_and_is_not_counted(floor: Floor):
    floor.store.writing(attendance.recuse, floor.meeting, floor.item, floor.people[2], "亲属")
    vote = opened(floor)
    with pytest.raises(NotEntitled):
        answer(floor, vote, 3, Choice.YES)
    floor.store.writing(votes.close_roll_call, vote)
    closed = floor.store.reading(votes.view_vote, vote).closed
    assert closed is not None
    assert len(closed.presence) == 6


def test_where_the_rules_count_who_stands_aside_they_are_present_without_a_vote(floor: Floor):
    floor.store.writing(attendance.recuse, floor.meeting, floor.item, floor.people[2], "亲属")
    counting = rules_text(replace(preset("council_default"), id="ours", recused=Recused.COUNTED))
    vote = opened(floor, Way.CONSENT, counting)
    floor.store.writing(votes.close_consent, vote)
    closed = floor.store.reading(votes.view_vote, vote).closed
    assert closed is not None
    assert (len(closed.presence), closed.yes, closed.not_voting) == (7, 6, 1)


def test_a_chair_without_a_vote_is_present_and_does_not_answer(store: Store):
    silent = rules_text(replace(preset("council_default"), id="ours", chair_votes=ChairVotes.NEVER))
    store.writing(council.choose_rules, silent, store.reading(council.view_council).floor, False)
    floor = assembly.convene(store)
    store.writing(meetings.hand_over, floor.meeting, Role.CHAIR, [floor.people[0]])
    vote = opened(floor)
    with pytest.raises(NotEntitled):
        answer(floor, vote, 1, Choice.YES)
    store.writing(votes.close_roll_call, vote)
    closed = store.reading(votes.view_vote, vote).closed
    assert closed is not None
    assert len(closed.presence) == 7


def test_papers_are_counted_against_those_to_whom_they_could_be_given(floor: Floor):
    vote = floor.store.writing(votes.open_secret_vote, floor.meeting, floor.motion)
    floor.store.writing(attendance.sign_out, floor.meeting, floor.people[6])
    floor.store.writing(attendance.sign_in, floor.meeting, floor.people[7])
    with pytest.raises(IssuedOverElectorate):
        floor.store.writing(votes.close_secret_vote, vote, Figures(8, 0, 0, 8, 8, 0))
    with pytest.raises(PapersDoNotAddUp):
        floor.store.writing(votes.close_secret_vote, vote, Figures(3, 3, 0, 7, 7, 0))
    with pytest.raises(PapersDoNotAddUp):
        floor.store.writing(votes.close_secret_vote, vote, Figures(7, 0, 0, 6, 7, 0))
    floor.store.writing(votes.close_secret_vote, vote, Figures(3, 3, 0, 7, 7, 1))
    closed = floor.store.reading(votes.view_vote, vote).closed
    assert closed is not None
    assert closed.presence == floor.people[:7]
    assert (closed.invalid, closed.not_voting, closed.tie, closed.carried) == (1, 0, True, False)


def test_without_a_quorum_a_vote_is_counted_and_nothing_carried(store: Store):
    floor = assembly.convene(store, present=5)
    vote = opened(floor, Way.HANDS)
    floor.store.writing(votes.close_hands, vote, Figures(5, 0, 0))
    closed = floor.store.reading(votes.view_vote, vote).closed
    assert closed is not None
    assert (closed.quorum_met, closed.carried, closed.needed) == (False, False, None)


def test_an_abandoned_vote_takes_no_answers_and_another_may_be_opened(floor: Floor):
    vote = opened(floor, Way.CONSENT)
    with pytest.raises(NeedsReason):
        floor.store.writing(votes.abandon_vote, vote, " ")
    floor.store.writing(votes.abandon_vote, vote, "有人反对")
    with pytest.raises(VoteOver):
        floor.store.writing(votes.close_consent, vote)
    opened(floor)


def test_a_closed_roll_call_takes_no_answers(floor: Floor):
    vote = opened(floor)
    floor.store.writing(votes.close_roll_call, vote)
    with pytest.raises(VoteOver):
        answer(floor, vote, 1, Choice.YES)


def test_a_vote_is_closed_in_the_way_it_was_opened(floor: Floor):
    vote = opened(floor)
    with pytest.raises(Unknown):
        floor.store.writing(votes.close_hands, vote, Figures(7, 0, 0))
    floor.store.writing(record.undo)
    hands = opened(floor, Way.HANDS)
    with pytest.raises(Unknown):
        answer(floor, hands, 1, Choice.YES)


def test_a_secret_vote_has_a_door_of_its_own(floor: Floor):
    with pytest.raises(Unknown):
        opened(floor, Way.SECRET)


def test_one_question_at_a_time(floor: Floor):
    opened(floor)
    with pytest.raises(VoteRunning):
        opened(floor)
    with pytest.raises(VoteRunning):
        floor.store.writing(meetings.adjourn, floor.meeting)
    with pytest.raises(VoteRunning):
        floor.store.writing(meetings.recess, floor.meeting)
    with pytest.raises(VoteRunning):
        floor.store.writing(agenda.close_item, floor.meeting, floor.item)
    with pytest.raises(VoteRunning):
        floor.store.writing(attendance.recuse, floor.meeting, floor.item, floor.people[0], "x")
    with pytest.raises(VoteRunning):
        floor.store.writing(proposals.withdraw, floor.meeting, floor.motion, "x")


def test_what_was_closed_is_announced_before_it_is_asked_again(floor: Floor):
    vote = opened(floor, Way.CONSENT)
    floor.store.writing(votes.close_consent, vote)
    with pytest.raises(NotClosed):
        opened(floor)
    floor.store.writing(results.announce_result, vote)
    with pytest.raises(SettledAlready):
        opened(floor)


def test_a_proposal_nobody_moved_is_not_put_to_the_vote(floor: Floor):
    unmoved = floor.store.writing(proposals.write_proposal, floor.item, Wording("另一份"))
    with pytest.raises(NotMoved):
        floor.store.writing(votes.open_vote, floor.meeting, unmoved, Way.HANDS)


def test_an_empty_room_is_asked_nothing(floor: Floor):
    for person in floor.people[:7]:
        floor.store.writing(attendance.sign_out, floor.meeting, person)
    with pytest.raises(NoOneToVote):
        opened(floor)


def test_a_vote_that_is_not_there_is_unknown(floor: Floor):
    for deed in (votes.close_roll_call, votes.close_consent, results.announce_result):
        with pytest.raises(Unknown):
            floor.store.writing(deed, VoteId(77))
    with pytest.raises(Unknown):
        answer(floor, VoteId(77), 1, Choice.YES)


def test_a_vote_is_counted_by_a_rule_of_its_own(floor: Floor):
    vote = opened(floor, Way.HANDS, rules_text(preset("rural_collective_2024")))
    floor.store.writing(votes.close_hands, vote, Figures(5, 2, 0))
    closed = floor.store.reading(votes.view_vote, vote).closed
    assert closed is not None
    assert (closed.needed, closed.carried) == (6, False)
