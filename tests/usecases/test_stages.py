"""A proposal decided in stages: by votes of ours and by what other bodies reported, each in its time."""

from datetime import date

import pytest

from council_tui.domain.council import NotCarried
from council_tui.domain.counts import ImpossibleCount
from council_tui.domain.errors import Missing, NotADay, Unknown
from council_tui.domain.figures import Figures
from council_tui.domain.ids import ItemId, MeetingId, ProposalId, VoteId
from council_tui.domain.items import MotionView
from council_tui.domain.rules import rules_text
from council_tui.domain.rulesets import NotForMeetings
from council_tui.domain.stages import (
    Ladder,
    NotStaged,
    Publication,
    Stage,
    StagesBegun,
    StageStands,
    StageState,
    TextCarried,
)
from council_tui.domain.steps import Next, next_deed
from council_tui.domain.votes import Way
from council_tui.intake.rules import preset
from council_tui.intake.stages import courses
from council_tui.store.store import Store
from council_tui.usecases import (
    agenda,
    attendance,
    council,
    meetings,
    proposals,
    record,
    results,
    stages,
    verification,
    votes,
)
from council_tui.usecases.proposals import Wording
from council_tui.usecases.rules import view_rules
from council_tui.usecases.stages import StageReport
from council_tui.wording.steps import item_words
from tests import assembly
from tests.assembly import Floor

PARTY = StageReport(31, 21, 16, 5, 0, "2023-03-01", "党员活动室", "王军 [/]、吕 %s")
"""`siyi_party_stage`: 31 members, 2/3 or more is 21; half or more of 31 is 16 (15 * 2 = 30 < 31)."""


def siyi() -> tuple[Stage, ...]:
    (course,) = courses()
    return course.stages("zh")


def staged(floor: Floor) -> None:
    floor.store.writing(stages.set_stages, floor.motion, siyi())


def motion(store: Store, meeting: MeetingId, item: ItemId, id: ProposalId) -> MotionView:
    held = store.reading(meetings.view_meeting, meeting)
    found = held.item(item)
    assert found is not None
    return next(each for each in found.motions if each.id == id)


def ladder(floor: Floor) -> Ladder:
    found = motion(floor.store, floor.meeting, floor.item, floor.motion).ladder
    assert found is not None
    return found


def voted(floor: Floor, figures: Figures) -> VoteId:
    vote = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    floor.store.writing(votes.close_hands, vote, figures)
    floor.store.writing(results.announce_result, vote)
    return vote


def states(floor: Floor, day: str = "2099-01-01") -> list[str]:
    return [ladder(floor).state(rung, day).value for rung in ladder(floor).rungs]


def test_four_discussions_begin_with_the_first_open(floor: Floor):
    staged(floor)
    assert [rung.stage.body for rung in ladder(floor).rungs] == [
        "支部会提议",
        "两委会商议",
        "党员大会审议",
        "村民代表会议决议",
    ]
    assert ladder(floor).rungs[2].stage.body_2 == "Party members' meeting considers"
    assert states(floor) == ["open", "closed", "closed", "closed"]
    assert verification.check_record(floor.store).sound


def test_a_vote_of_ours_decides_the_stage_by_its_own_rule(floor: Floor):
    staged(floor)
    vote = voted(floor, Figures(5, 1, 1))  # more than half of the 9 on the roll is 5
    view = floor.store.reading(votes.view_vote, vote)
    assert view.rules.id == "party_branch_meeting"
    first = ladder(floor).rungs[0]
    assert first.decision is not None
    assert (first.decision.carried, first.decision.vote) == (True, vote)
    assert first.decision.meeting == (2023, 1)
    day = date.fromisoformat(first.decision.day)
    opens = ladder(floor).opens(ladder(floor).rungs[1])
    assert opens is not None
    assert (date.fromisoformat(opens) - day).days == 8  # seven whole days lie between
    assert states(floor, first.decision.day)[1] == StageState.WAITING
    assert states(floor, opens)[1] == StageState.OPEN


def test_four_of_nine_do_not_carry_the_branchs_stage(floor: Floor):
    staged(floor)
    voted(floor, Figures(4, 3, 0))  # 4 * 2 = 8 < 9, though it is more than half of the 7 present
    assert states(floor)[:2] == ["lost", "closed"]


def test_what_was_not_announced_decides_nothing(floor: Floor):
    staged(floor)
    vote = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    floor.store.writing(votes.close_hands, vote, Figures(7, 0, 0))
    assert states(floor)[0] == "open"


def test_an_annulled_vote_reopens_its_stage_and_closes_those_after_it(floor: Floor):
    staged(floor)
    vote = voted(floor, Figures(7, 0, 0))
    two = StageReport(10, 8, 6, 2, 0, "2099-03-01")
    floor.store.writing(stages.report_stage, floor.motion, 2, two)
    assert states(floor, "2099-12-31") == ["carried", "carried", "open", "closed"]
    floor.store.writing(results.annul_vote, vote, "列席者举了手")
    assert states(floor, "2099-12-31") == ["open", "carried", "closed", "closed"]
    again = voted(floor, Figures(6, 1, 0))
    assert ladder(floor).votes == {vote: 1, again: 1}
    assert states(floor, "2099-12-31") == ["carried", "carried", "open", "closed"]


def test_a_corrected_result_changes_its_stage(floor: Floor):
    staged(floor)
    vote = voted(floor, Figures(7, 0, 0))
    floor.store.writing(results.correct_result, vote, Figures(3, 4, 0), "数错了")
    assert states(floor)[:2] == ["lost", "closed"]


@pytest.mark.parametrize(
    ("yes", "present", "carried"),
    [(16, 21, True), (15, 21, False), (20, 20, False)],
    ids=["16 of 31", "15 of 31", "20 present where 21 are needed"],
)
def test_what_another_body_reported_is_judged_by_the_stages_rule(
    floor: Floor, yes: int, present: int, carried: bool
):
    staged(floor)
    told = StageReport(31, present, yes, present - yes, 0, "2023-03-01")
    floor.store.writing(stages.report_stage, floor.motion, 3, told)
    decision = ladder(floor).rungs[2].decision
    assert decision is not None
    assert (decision.carried, decision.vote) == (carried, None)


def test_a_report_keeps_who_signed_and_a_later_one_stands_in_for_it(floor: Floor):
    staged(floor)
    floor.store.writing(stages.report_stage, floor.motion, 3, PARTY)
    first = ladder(floor).rungs[2].decision
    assert first is not None
    assert (first.place, first.signed) == (PARTY.place, PARTY.signed)
    later = StageReport(31, 22, 22, 0, 0, "2023-03-02")
    floor.store.writing(stages.report_stage, floor.motion, 3, later)
    second = ladder(floor).rungs[2].decision
    assert second is not None
    assert (second.count.yes, second.day, second.signed) == (22, "2023-03-02", "")
    assert verification.check_record(floor.store).sound


def test_who_signed_is_not_in_the_journal(floor: Floor):
    staged(floor)
    floor.store.writing(stages.report_stage, floor.motion, 3, PARTY)
    bodies = floor.store.reading(lambda at: [row[0] for row in at.query("SELECT body FROM journal")])
    assert not any("王军" in body for body in bodies)


def test_a_stage_before_its_time_is_taken_and_known_as_such(floor: Floor):
    staged(floor)
    floor.store.writing(stages.report_stage, floor.motion, 3, PARTY)
    third = ladder(floor).rungs[2]
    assert ladder(floor).early(third, PARTY.day)


def test_undone_the_stages_are_gone_and_redone_they_stand(floor: Floor):
    staged(floor)
    last = floor.store.reading(record.view_last).entries[0]
    floor.store.writing(record.undo, last.seq)
    assert motion(floor.store, floor.meeting, floor.item, floor.motion).ladder is None
    floor.store.writing(record.redo)
    assert states(floor)[0] == "open"


def test_an_undone_report_leaves_the_one_before_it(floor: Floor):
    staged(floor)
    floor.store.writing(stages.report_stage, floor.motion, 3, PARTY)
    floor.store.writing(stages.report_stage, floor.motion, 3, StageReport(31, 21, 15, 6, 0, "2023-03-02"))
    assert states(floor)[2] == "lost"
    floor.store.writing(record.undo, floor.store.reading(record.view_last).entries[0].seq)
    assert states(floor)[2] == "carried"


def test_before_the_first_begins_the_stages_are_set_otherwise(floor: Floor):
    staged(floor)
    own = [
        Stage("业委会 [/]", "Owners' committee", rules_text(preset("owners_committee")), 3, 7),
        Stage("议事会"),
    ]
    floor.store.writing(stages.set_stages, floor.motion, own)
    assert [(rung.stage.body, rung.stage.days, rung.stage.roll) for rung in ladder(floor).rungs] == [
        ("业委会 [/]", 3, 7),
        ("议事会", 0, None),
    ]
    floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    with pytest.raises(StagesBegun):
        floor.store.writing(stages.set_stages, floor.motion, own)


def test_a_stage_without_a_rule_of_its_own_is_decided_by_the_councils(floor: Floor):
    floor.store.writing(stages.set_stages, floor.motion, [Stage("议事会")])
    told = StageReport(9, 6, 4, 2, 0, "2023-03-01")  # 6 of 9 is two thirds; more than half of 6 is 4
    floor.store.writing(stages.report_stage, floor.motion, 1, told)
    decision = ladder(floor).rungs[0].decision
    assert decision is not None
    assert (decision.rules.id, decision.carried) == ("council_default", True)


def test_what_cannot_be_is_refused(floor: Floor):
    store = floor.store
    with pytest.raises(NotStaged):
        store.writing(stages.report_stage, floor.motion, 1, PARTY)
    with pytest.raises(NotStaged):
        store.writing(stages.publish_stages, floor.motion, Publication.RESULT, "2023-03-01")
    with pytest.raises(Missing):
        store.writing(stages.set_stages, floor.motion, [])
    with pytest.raises(Missing):
        store.writing(stages.set_stages, floor.motion, [Stage(" \t")])
    with pytest.raises(NotForMeetings):
        store.writing(
            stages.set_stages, floor.motion, [Stage("业主", "", rules_text(preset("cc278_general")))]
        )
    staged(floor)
    with pytest.raises(Unknown):
        store.writing(stages.report_stage, floor.motion, 5, PARTY)
    with pytest.raises(ImpossibleCount):
        store.writing(stages.report_stage, floor.motion, 1, StageReport(5, 6, 6, 0, 0, "2023-03-01"))
    with pytest.raises(NotADay):
        store.writing(stages.report_stage, floor.motion, 1, StageReport(5, 5, 5, 0, 0, "31.2."))
    voted(floor, Figures(7, 0, 0))
    with pytest.raises(StageStands):
        store.writing(stages.report_stage, floor.motion, 1, PARTY)


def test_an_amendment_has_no_stages_and_its_vote_decides_none(floor: Floor):
    staged(floor)
    wording = Wording("修路灯五盏", words="改为五盏")
    change = floor.store.writing(proposals.amend, floor.meeting, floor.motion, wording, floor.people[2])
    with pytest.raises(Unknown):
        floor.store.writing(stages.set_stages, change, siyi())
    floor.store.writing(votes.open_vote, floor.meeting, change, Way.HANDS)
    assert ladder(floor).votes == {}


def test_a_text_on_which_a_stage_was_carried_stays_but_may_be_translated(floor: Floor):
    staged(floor)
    floor.store.writing(proposals.change_proposal, floor.meeting, floor.motion, Wording("修路灯"))
    two = StageReport(10, 8, 6, 2, 0, "2023-03-01")
    floor.store.writing(stages.report_stage, floor.motion, 2, two)
    with pytest.raises(TextCarried):
        floor.store.writing(proposals.change_proposal, floor.meeting, floor.motion, Wording("修路"))
    translated = Wording("修路灯", "Mend all lamps")
    floor.store.writing(proposals.change_proposal, floor.meeting, floor.motion, translated)
    assert motion(floor.store, floor.meeting, floor.item, floor.motion).text_2 == "Mend all lamps"


def test_a_stage_that_is_not_the_last_asks_for_no_action_and_adopts_no_rules(floor: Floor):
    staged(floor)
    voted(floor, Figures(7, 0, 0))
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    assert next_deed(held, rules=frozenset({floor.item})).next is Next.ADJOURN
    assert item_words(held, held.items[0]) == "carried 1/4"


def test_rules_are_adopted_by_the_last_stage_only(floor: Floor):
    staged(floor)
    vote = voted(floor, Figures(7, 0, 0))
    assert floor.store.reading(view_rules).carried == ()
    with pytest.raises(NotCarried):
        floor.store.writing(council.adopt_rules, vote)


def test_the_last_stage_is_resolved_for_good(floor: Floor):
    floor.store.writing(stages.set_stages, floor.motion, [Stage("议事会")])
    voted(floor, Figures(7, 0, 0))
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    assert next_deed(held).next is Next.ASSIGN
    assert item_words(held, held.items[0]) == "carried"


def test_publications_are_dated_and_corrected_by_a_later_note(floor: Floor):
    staged(floor)
    floor.store.writing(stages.publish_stages, floor.motion, Publication.RESOLUTION, "2023-04-01", "公示栏")
    floor.store.writing(stages.publish_stages, floor.motion, Publication.RESOLUTION, "2023-04-02", "公示栏")
    floor.store.writing(stages.publish_stages, floor.motion, Publication.RESULT, "2023-06-01")
    found = ladder(floor).published
    assert {what: each.day for what, each in found.items()} == {
        Publication.RESOLUTION: "2023-04-02",
        Publication.RESULT: "2023-06-01",
    }


def test_a_stage_that_is_not_the_last_waits_for_another_agenda_and_goes_on_there(floor: Floor):
    staged(floor)
    voted(floor, Figures(7, 0, 0))
    store = floor.store
    store.writing(meetings.adjourn, floor.meeting)
    assert [each.item for each in store.reading(agenda.view_unfinished)] == [floor.item]
    later, _ = assembly.plan(store, "2099-03-08T19:00")
    store.writing(agenda.carry_over, later, [floor.item])
    for person in floor.people[:7]:
        store.writing(attendance.sign_in, later, person)
    store.writing(meetings.open_meeting, later)
    store.writing(proposals.move_proposal, later, floor.motion, floor.people[0])
    vote = store.writing(votes.open_vote, later, floor.motion, Way.HANDS)
    found = motion(store, later, floor.item, floor.motion).ladder
    assert found is not None
    rung = found.put_by(vote)
    assert rung is not None
    assert rung.number == 2


def test_when_the_last_stage_was_carried_elsewhere_nothing_waits(floor: Floor):
    staged(floor)
    voted(floor, Figures(7, 0, 0))
    for number in (2, 3, 4):
        told = StageReport(31, 31, 31, 0, 0, f"2099-0{number}-20")
        floor.store.writing(stages.report_stage, floor.motion, number, told)
    floor.store.writing(meetings.adjourn, floor.meeting)
    assert floor.store.reading(agenda.view_unfinished) == ()
    assert ladder(floor).next is None
