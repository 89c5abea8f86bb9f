"""Proposals: written, moved, seconded, amended one at a time, withdrawn with a reason."""

import pytest

from council_tui.domain.errors import (
    AmendmentPending,
    Missing,
    NotInTheRoom,
    NotMoved,
    NotOnAgenda,
    OwnSecond,
    SettledAlready,
    Unknown,
)
from council_tui.domain.figures import Figures
from council_tui.domain.ids import ItemId, ProposalId
from council_tui.domain.items import MotionView
from council_tui.domain.votes import Subject, Way
from council_tui.usecases import meetings, proposals, results, votes
from council_tui.usecases.proposals import Wording
from tests import assembly
from tests.assembly import Floor

CHANGE = Wording("修五盏灯", "Mend five", "四改五 [/]", "four: five")


def amended(floor: Floor) -> ProposalId:
    return floor.store.writing(proposals.amend, floor.meeting, floor.motion, CHANGE, floor.people[2])


def motions(floor: Floor) -> tuple[MotionView, ...]:
    return floor.store.reading(meetings.view_meeting, floor.meeting).items[0].motions


def test_a_motion_has_its_mover_and_seconder(floor: Floor):
    (motion,) = motions(floor)
    assert (motion.text, motion.text_2, motion.mover, motion.seconder) == (
        assembly.TEXT,
        "Mend the lamps",
        floor.people[0],
        floor.people[1],
    )


def test_who_is_not_in_the_room_neither_moves_nor_seconds(floor: Floor):
    proposal = floor.store.writing(proposals.write_proposal, floor.item, Wording("x"))
    with pytest.raises(NotInTheRoom) as refused:
        floor.store.writing(proposals.move_proposal, floor.meeting, proposal, floor.people[7])
    assert refused.value.name == "乐山😀"
    with pytest.raises(NotMoved):
        floor.store.writing(proposals.second, floor.meeting, proposal, floor.people[0])
    floor.store.writing(proposals.move_proposal, floor.meeting, proposal, floor.people[0])
    with pytest.raises(NotInTheRoom):
        floor.store.writing(proposals.second, floor.meeting, proposal, floor.people[8])
    with pytest.raises(OwnSecond):
        floor.store.writing(proposals.second, floor.meeting, proposal, floor.people[0])
    floor.store.writing(proposals.second, floor.meeting, proposal, floor.people[1])


def test_a_second_motion_waits_for_the_first(floor: Floor):
    with pytest.raises(AmendmentPending):
        floor.store.writing(proposals.move, floor.meeting, floor.item, Wording("x"), floor.people[0])
    with pytest.raises(NotOnAgenda):
        floor.store.writing(proposals.move, floor.meeting, ItemId(99), Wording("x"), floor.people[0])


def test_one_amendment_at_a_time_and_none_to_an_amendment(floor: Floor):
    change = amended(floor)
    with pytest.raises(AmendmentPending):
        amended(floor)
    with pytest.raises(AmendmentPending):
        floor.store.writing(proposals.amend, floor.meeting, change, CHANGE, floor.people[2])
    with pytest.raises(Missing):
        floor.store.writing(proposals.withdraw, floor.meeting, change, " ")
    floor.store.writing(proposals.withdraw, floor.meeting, change, "不必了")
    with pytest.raises(Missing):
        floor.store.writing(proposals.amend, floor.meeting, floor.motion, Wording("x"), floor.people[2])
    second = amended(floor)
    assert [motion.withdrawn for motion in motions(floor)] == [None, "不必了", None]
    vote = floor.store.writing(votes.open_vote, floor.meeting, second, Way.HANDS)
    assert floor.store.reading(votes.view_vote, vote).opened.ordinal == 2


@pytest.mark.parametrize(
    ("figures", "question", "subject"),
    [
        (Figures(5, 1, 1), "修五盏灯", Subject.AMENDED),
        (Figures(1, 5, 1), assembly.TEXT, Subject.MOTION),
    ],
)
def test_a_carried_amendment_becomes_the_motions_text(
    floor: Floor, figures: Figures, question: str, subject: Subject
):
    change = amended(floor)
    vote = floor.store.writing(votes.open_vote, floor.meeting, change, Way.HANDS)
    asked = floor.store.reading(votes.view_vote, vote).opened
    assert (asked.question, asked.question_2, asked.subject) == (
        "四改五 [/]",
        "four: five",
        Subject.AMENDMENT,
    )
    floor.store.writing(votes.close_hands, vote, figures)
    floor.store.writing(results.announce_result, vote)
    assert floor.store.reading(meetings.view_meeting, floor.meeting).items[0].settled is None
    main = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    opened = floor.store.reading(votes.view_vote, main).opened
    assert (opened.question, opened.subject) == (question, subject)


def test_what_was_voted_on_or_withdrawn_is_written_no_more(floor: Floor):
    floor.store.writing(proposals.change_proposal, floor.meeting, floor.motion, Wording("修六盏"))
    assert motions(floor)[0].text == "修六盏"
    with pytest.raises(Missing):
        floor.store.writing(proposals.change_proposal, floor.meeting, floor.motion, Wording(""))
    floor.store.writing(proposals.withdraw, floor.meeting, floor.motion, "撤")
    for deed, values in (
        (proposals.change_proposal, (Wording("x"),)),
        (proposals.withdraw, ("again",)),
        (proposals.amend, (CHANGE, floor.people[0])),
    ):
        with pytest.raises(SettledAlready):
            floor.store.writing(deed, floor.meeting, floor.motion, *values)
    with pytest.raises(Unknown):
        floor.store.writing(proposals.withdraw, floor.meeting, ProposalId(99), "x")
    floor.store.writing(proposals.move, floor.meeting, floor.item, Wording("新的"), floor.people[0])
