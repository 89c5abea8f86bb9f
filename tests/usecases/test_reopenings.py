"""A result that stands no longer: annulled with a reason, or its question taken up again."""

import pytest

from council_tui.domain.agenda import Outcome
from council_tui.domain.errors import NeedsReason, NotAnnounced, NotPresent, VoteRunning
from council_tui.domain.figures import Figures
from council_tui.domain.ids import ItemId, MeetingId, ProposalId, VoteId
from council_tui.domain.items import ItemView
from council_tui.domain.reopenings import BuiltUpon, StandsNoLonger
from council_tui.domain.steps import Next, next_deed
from council_tui.domain.votes import Way
from council_tui.store.store import Store
from council_tui.usecases import agenda, meetings, proposals, record, results, verification, votes
from council_tui.usecases.proposals import Wording
from council_tui.wording import catalog
from council_tui.wording.papers import votes as papers
from tests import assembly
from tests.assembly import Floor


def voted(floor: Floor, figures: Figures, proposal: ProposalId | None = None) -> VoteId:
    """A show of hands, announced."""
    vote = floor.store.writing(votes.open_vote, floor.meeting, proposal or floor.motion, Way.HANDS)
    floor.store.writing(votes.close_hands, vote, figures)
    floor.store.writing(results.announce_result, vote)
    return vote


def item(floor: Floor) -> ItemView:
    return floor.store.reading(meetings.view_meeting, floor.meeting).items[0]


def test_an_annulled_vote_leaves_its_item_open_and_its_figures_readable(floor: Floor):
    vote = voted(floor, Figures(5, 1, 1))
    floor.store.writing(results.annul_vote, vote, "两位列席者举了手 [/]")
    found = item(floor)
    assert (found.settled, found.motions[0].carried) == (None, None)
    closed = found.votes[0].closed
    assert closed is not None
    assert (closed.yes, closed.no, closed.abstain) == (5, 1, 1)
    assert next_deed(floor.store.reading(meetings.view_meeting, floor.meeting)).next is Next.VOTE
    assert verification.check_record(floor.store).sound


def test_the_question_is_put_again_and_the_second_result_counts(floor: Floor):
    first = voted(floor, Figures(1, 5, 1))
    floor.store.writing(results.reconsider_vote, first, floor.people[1], "有了新报价")
    voted(floor, Figures(6, 1, 0))
    found = item(floor)
    assert found.settled is not None
    assert (found.settled.outcome, found.motions[0].carried) == (Outcome.CARRIED, True)
    assert [vote.decides for vote in found.votes] == [False, True]


def test_both_results_stand_in_the_minutes_with_who_moved_and_why(floor: Floor):
    first = voted(floor, Figures(1, 5, 1))
    floor.store.writing(results.reconsider_vote, first, floor.people[1], "有了新报价")
    second = voted(floor, Figures(6, 1, 0))
    floor.store.writing(results.annul_vote, second, "列席者举了手")
    meeting = floor.store.reading(meetings.view_meeting, floor.meeting)
    catalog.use("en")
    told = list(papers.sentences(meeting, meeting.items[0]))
    again, annulled = (next(words for words in told if part in words) for part in ("Taken up", "Annulled"))
    assert ", moved by Chen Guo: 有了新报价. The result stands no longer." in again
    assert "列席者举了手" in annulled
    assert annulled.endswith("The result stands no longer.")
    table = papers.table(meeting.items[0])
    assert table is not None
    assert [row[-1] for row in table.rows] == ["Taken up again", "Annulled"]


def test_an_item_whose_result_was_annulled_waits_for_another_agenda(floor: Floor):
    vote = voted(floor, Figures(5, 1, 1))
    floor.store.writing(results.annul_vote, vote, "x")
    floor.store.writing(meetings.adjourn, floor.meeting)
    assert [each.item for each in floor.store.reading(agenda.view_unfinished)] == [floor.item]


def test_undone_the_result_stands_again(floor: Floor):
    vote = voted(floor, Figures(5, 1, 1))
    floor.store.writing(results.annul_vote, vote, "x")
    last = floor.store.reading(record.view_last).entries[0]
    floor.store.writing(record.undo, last.seq)
    found = item(floor)
    assert found.settled is not None
    assert found.motions[0].carried


def test_what_cannot_be_reopened_is_refused(floor: Floor):
    store = floor.store
    vote = store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    store.writing(votes.close_hands, vote, Figures(5, 1, 1))
    with pytest.raises(NotAnnounced):
        store.writing(results.annul_vote, vote, "x")
    store.writing(results.announce_result, vote)
    with pytest.raises(NeedsReason):
        store.writing(results.annul_vote, vote, " \t")
    with pytest.raises(NotPresent):
        store.writing(results.reconsider_vote, vote, floor.people[8])
    store.writing(results.annul_vote, vote, "x")
    with pytest.raises(StandsNoLonger):
        store.writing(results.annul_vote, vote, "x")
    with pytest.raises(StandsNoLonger):
        store.writing(results.correct_result, vote, Figures(1, 1, 1), "x")


def test_nothing_is_reopened_while_a_vote_is_open(floor: Floor):
    first = voted(floor, Figures(1, 5, 1))
    other = floor.store.writing(
        proposals.move, floor.meeting, floor.item, Wording("再修一次"), floor.people[0]
    )
    floor.store.writing(votes.open_vote, floor.meeting, other, Way.HANDS)
    with pytest.raises(VoteRunning):
        floor.store.writing(results.annul_vote, first, "x")


def test_an_amendment_that_the_motion_was_decided_on_is_not_reopened_alone(floor: Floor):
    store = floor.store
    wording = Wording("修路灯五盏", words="改为五盏")
    change = store.writing(proposals.amend, floor.meeting, floor.motion, wording, floor.people[2])
    amendment = voted(floor, Figures(5, 1, 1), change)
    main = voted(floor, Figures(5, 1, 1))
    with pytest.raises(BuiltUpon):
        store.writing(results.annul_vote, amendment, "x")
    store.writing(results.annul_vote, main, "x")
    store.writing(results.annul_vote, amendment, "x")
    assert item(floor).wording(item(floor).motions[0])[0] == item(floor).motions[0].text


def test_an_amendment_that_was_annulled_is_not_in_the_text_at_the_next_meeting(floor: Floor):
    store = floor.store
    wording = Wording("修路灯五盏", words="改为五盏")
    change = store.writing(proposals.amend, floor.meeting, floor.motion, wording, floor.people[2])
    store.writing(results.annul_vote, voted(floor, Figures(5, 1, 1), change), "x")
    store.writing(meetings.adjourn, floor.meeting)
    meeting, _ = assembly.plan(store, "2023-03-08T19:00")
    store.writing(agenda.carry_over, meeting, [floor.item])
    (motion,) = [each for each in on_agenda(store, meeting, floor.item).motions if each.amends is None]
    assert motion.text == assembly.TEXT


def on_agenda(store: Store, meeting: MeetingId, id: ItemId) -> ItemView:
    held = store.reading(meetings.view_meeting, meeting)
    return next(each for each in held.items if each.id == id)
