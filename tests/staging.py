"""A proposal in four stages for tests: the first decided by a vote, two reported, the last put again.

Street lights as 四议两公开: our council proposes on 8 February; the two committees and the Party members
report; on 8 March, before the waiting days are over, our council votes on the last stage.
"""

from dataclasses import dataclass

from council_tui.domain.figures import Figures
from council_tui.domain.ids import ItemId, MeetingId, PersonId, ProposalId, VoteId
from council_tui.domain.stages import Stage
from council_tui.domain.votes import Way
from council_tui.intake.stages import courses
from council_tui.store.store import Store
from council_tui.usecases import agenda, attendance, meetings, proposals, results, stages, votes
from council_tui.usecases.meetings import MeetingEntry
from council_tui.usecases.stages import StageReport
from tests import meetings as example

COMMITTEES = StageReport(12, 11, 9, 1, 1, "2023-02-16", "居委会会议室", "李志远")
"""More than half of 12 is 7."""
PARTY = StageReport(31, 21, 16, 5, 0, "2023-03-02", "党员活动室 [/]", "王军、吕 %s")
"""Two thirds or more of 31 is 21, half or more is 16."""


@dataclass(frozen=True)
class Staged:
    """The two meetings, the item and its proposal."""

    store: Store
    first: MeetingId
    second: MeetingId
    people: dict[str, PersonId]
    item: ItemId
    motion: ProposalId


def begun(store: Store) -> tuple[dict[str, PersonId], MeetingId, ItemId, ProposalId]:
    """The first meeting: 17 of 21 are there, the proposal is moved and its stages are set."""
    with example.evening() as at:
        at("18:30")
        known = example.found(store)
        meeting = example.plan(store, known)
        item = store.writing(agenda.add_item, meeting, example.LIGHTS)
        at("18:45")
        example.sign_in(store, meeting, known)
        at("19:00")
        store.writing(meetings.open_meeting, meeting)
        store.writing(agenda.open_item, meeting, item)
        motion = store.writing(proposals.move, meeting, item, example.FOUR, known["赵明义"], known["孙兰"])
        store.writing(stages.set_stages, motion, _four())
    return known, meeting, item, motion


def _four() -> list[Stage]:
    """As shipped; the last stage is decided by our council, by its own rules."""
    (course,) = courses()
    return [*course.stages("zh")[:3], Stage("邻里议事会决议", "Neighbourhood council resolves")]


def moved_again(store: Store) -> Staged:
    """Both meetings; in the second the proposal is moved, and its last stage is to be put."""
    known, first, item, motion = begun(store)
    with example.evening() as at:
        at("19:41")
        example.hands(store, first, motion, (14, 1, 2))
        at("20:46")
        store.writing(meetings.adjourn, first)
    with example.evening("2023-03-03") as at:
        at("09:00")
        store.writing(stages.report_stage, motion, 2, COMMITTEES)
        store.writing(stages.report_stage, motion, 3, PARTY)
        entry = MeetingEntry("2023-03-08T19:00", "二楼议事厅", "Council room", number=4, chair=known["周敏"])
        second = store.writing(meetings.plan_meeting, entry)
        store.writing(agenda.carry_over, second, [item])
    with example.evening("2023-03-08") as at:
        at("18:45")
        for name, _title, _title_2 in example.PRESENT:
            store.writing(attendance.sign_in, second, known[name])
        at("19:00")
        store.writing(meetings.open_meeting, second)
        store.writing(agenda.open_item, second, item)
        at("19:10")
        store.writing(proposals.move_proposal, second, motion, known["赵明义"], known["孙兰"])
    return Staged(store, first, second, known, item, motion)


def again(store: Store) -> tuple[Staged, VoteId]:
    """The same; the vote on the last stage is open."""
    found = moved_again(store)
    with example.evening("2023-03-08") as at:
        at("19:20")
        return found, store.writing(votes.open_vote, found.second, found.motion, Way.HANDS)


def whole(store: Store) -> Staged:
    """The last stage is carried, and the meeting is over."""
    found, vote = again(store)
    with example.evening("2023-03-08") as at:
        at("19:25")
        store.writing(votes.close_hands, vote, Figures(15, 1, 1))
        store.writing(results.announce_result, vote)
        at("19:40")
        store.writing(meetings.adjourn, found.second)
    return found
