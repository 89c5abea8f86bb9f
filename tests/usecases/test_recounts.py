"""A closed vote is counted again: both figures are kept, and the later ones decide."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from council_tui.domain.agenda import Outcome
from council_tui.domain.errors import NotClosed, PapersDoNotAddUp, TooManyAnswers, Unknown, Unlikely
from council_tui.domain.figures import Figures
from council_tui.domain.ids import PersonId, VoteId
from council_tui.domain.items import ItemView
from council_tui.domain.minutes import PaperKind
from council_tui.domain.recounts import NotRecountable
from council_tui.domain.reopenings import StandsNoLonger
from council_tui.domain.votes import Choice, VoteView, Way
from council_tui.export.text import lines
from council_tui.usecases import meetings, proposals, record, recounts, results, verification, votes
from council_tui.usecases.proposals import Wording
from council_tui.usecases.recounts import Recount
from council_tui.wording.minutes import compose_in
from tests.assembly import Floor


def closed(floor: Floor, figures: Figures) -> VoteId:
    """A show of hands, counted and not announced."""
    vote = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    floor.store.writing(votes.close_hands, vote, figures)
    return vote


def seen(floor: Floor, vote: VoteId) -> VoteView:
    return floor.store.reading(votes.view_vote, vote)


def item(floor: Floor) -> ItemView:
    return floor.store.reading(meetings.view_meeting, floor.meeting).items[0]


def paper(floor: Floor, kind: PaperKind, lang: str) -> str:
    """A paper without its line breaks."""
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    found = lines(compose_in(held, kind, lang), 76)
    return "".join("".join(found).split()) if lang == "zh" else " ".join(" ".join(found).split())


def test_before_the_announcement_a_recount_decides_and_only_its_result_is_announced(floor: Floor):
    vote = closed(floor, Figures(4, 3, 0))
    floor.store.writing(recounts.recount_vote, vote, Recount(Figures(3, 4, 0), floor.people[1], "有人没放手"))
    found = seen(floor, vote)
    assert found.closed is not None
    assert (found.closed.yes, found.closed.no, found.closed.carried) == (3, 4, False)
    ((old, _new),) = found.corrections
    assert (old.yes, old.no, old.carried) == (4, 3, True)
    assert item(floor).settled is None
    floor.store.writing(results.announce_result, vote)
    assert item(floor).settled.outcome is Outcome.LOST
    assert verification.check_record(floor.store).sound


def test_after_the_announcement_a_recount_ends_the_item_anew(floor: Floor):
    vote = closed(floor, Figures(3, 4, 0))
    floor.store.writing(results.announce_result, vote)
    floor.store.writing(recounts.recount_vote, vote, Recount(Figures(4, 3, 0)))
    assert item(floor).settled.outcome is Outcome.CARRIED
    assert item(floor).motions[0].carried


def test_a_recount_of_an_earlier_motion_does_not_end_an_item_that_a_later_one_decided(floor: Floor):
    first = closed(floor, Figures(3, 4, 0))
    floor.store.writing(results.announce_result, first)
    wording = Wording("再修一次")
    other = floor.store.writing(proposals.move, floor.meeting, floor.item, wording, floor.people[0])
    second = floor.store.writing(votes.open_vote, floor.meeting, other, Way.HANDS)
    floor.store.writing(votes.close_hands, second, Figures(1, 6, 0))
    floor.store.writing(recounts.recount_vote, second, Recount(Figures(2, 5, 0)))
    floor.store.writing(results.announce_result, second)
    floor.store.writing(recounts.recount_vote, first, Recount(Figures(4, 3, 0)))
    assert (item(floor).settled.vote, item(floor).settled.outcome) == (second, Outcome.LOST)


def test_both_papers_say_both_counts_who_asked_why_and_which_decides(floor: Floor):
    vote = closed(floor, Figures(4, 3, 0))
    floor.store.writing(results.announce_result, vote)
    floor.store.writing(recounts.recount_vote, vote, Recount(Figures(3, 4, 0), floor.people[0], "看错了 [/]"))
    for kind in (PaperKind.MINUTES, PaperKind.RECORD):
        english = paper(floor, kind, "en")
        assert "First count: yes 4, no 3, abstain 0; recount: yes 3, no 4, abstain 0." in english
        assert "The recount decides: not carried (asked for by " in english
        assert "看错了 [/])." in english
        chinese = paper(floor, kind, "zh")
        assert "第一次计票：赞成4，反对3，弃权0；重新计票：赞成3，反对4，弃权0。" in chinese
        assert "以重新计票为准：未通过（林晓要求" in chinese


def test_equal_figures_confirm_the_count(floor: Floor):
    vote = closed(floor, Figures(4, 3, 0))
    floor.store.writing(recounts.recount_vote, vote, Recount(Figures(4, 3, 0)))
    confirmed = "The recount confirms the count: yes 4, no 3, abstain 0 (8 February 2023, 19:30)."
    assert confirmed.replace("8 February 2023, ", "") in paper(floor, PaperKind.MINUTES, "en")
    assert "重新计票结果一致：赞成4，反对3，弃权0" in paper(floor, PaperKind.RECORD, "zh")


def test_a_second_recount_is_set_beside_the_first(floor: Floor):
    vote = closed(floor, Figures(4, 3, 0))
    for yes in (3, 5):
        floor.store.writing(recounts.recount_vote, vote, Recount(Figures(yes, 7 - yes, 0)))
    told = paper(floor, PaperKind.MINUTES, "en")
    assert "First count: yes 4, no 3, abstain 0; recount: yes 3, no 4, abstain 0." in told
    assert "Count before: yes 3, no 4, abstain 0; recount: yes 5, no 2, abstain 0." in told


def test_a_recount_is_no_correction_and_a_correction_no_recount(floor: Floor):
    vote = closed(floor, Figures(4, 3, 0))
    floor.store.writing(results.announce_result, vote)
    floor.store.writing(results.correct_result, vote, Figures(5, 2, 0), "写错")
    floor.store.writing(recounts.recount_vote, vote, Recount(Figures(6, 1, 0)))
    assert [each is None for each in seen(floor, vote).recounts] == [True, False]
    told = paper(floor, PaperKind.MINUTES, "en")
    assert "Corrected: yes 4 to 5, no 3 to 2" in told
    assert "Count before: yes 5, no 2, abstain 0; recount: yes 6, no 1, abstain 0." in told


def test_what_was_announced_is_told_as_it_was_said_then(floor: Floor):
    vote = closed(floor, Figures(4, 3, 0))
    floor.store.writing(recounts.recount_vote, vote, Recount(Figures(5, 2, 0)))
    floor.store.writing(results.announce_result, vote)
    floor.store.writing(recounts.recount_vote, vote, Recount(Figures(3, 4, 0)))
    told = floor.store.reading(record.view_history, 20).names.results[vote]
    assert (told.yes, told.no, told.carried) == (5, 2, True)


def test_papers_are_counted_again_and_how_many_were_issued_stays(floor: Floor):
    vote = floor.store.writing(votes.open_secret_vote, floor.meeting, floor.motion)
    floor.store.writing(votes.close_secret_vote, vote, Figures(4, 3, 0, issued=7, returned=7))
    with pytest.raises(PapersDoNotAddUp):
        floor.store.writing(recounts.recount_vote, vote, Recount(Figures(4, 3, 0, returned=8)))
    figures = Figures(3, 3, 0, returned=7, invalid=1)
    floor.store.writing(recounts.recount_vote, vote, Recount(figures))
    found = seen(floor, vote).closed
    assert (found.issued, found.returned, found.invalid, found.tie) == (7, 7, 1, True)
    assert verification.check_record(floor.store).sound


def test_what_cannot_be_counted_again_is_refused(floor: Floor):
    store = floor.store
    vote = store.writing(votes.open_vote, floor.meeting, floor.motion, Way.ROLL_CALL)
    with pytest.raises(NotClosed):
        store.writing(recounts.recount_vote, vote, Recount(Figures(4, 3, 0)))
    for person in floor.people[:7]:
        store.writing(votes.cast_ballot, vote, person, Choice.YES)
    store.writing(votes.close_roll_call, vote)
    with pytest.raises(NotRecountable):
        store.writing(recounts.recount_vote, vote, Recount(Figures(4, 3, 0)))


def test_wrong_figures_and_askers_are_refused_and_nothing_is_written(floor: Floor):
    store, vote = floor.store, closed(floor, Figures(4, 3, 0))
    with pytest.raises(TooManyAnswers):
        store.writing(recounts.recount_vote, vote, Recount(Figures(4, 4, 0)))
    with pytest.raises(Unlikely):
        store.writing(recounts.recount_vote, vote, Recount(Figures(4, 1, 0)))
    with pytest.raises(Unknown):
        store.writing(recounts.recount_vote, vote, Recount(Figures(4, 3, 0), PersonId(99)))
    assert seen(floor, vote).corrections == ()
    store.writing(recounts.recount_vote, vote, Recount(Figures(4, 1, 0), reason="两人走了"))
    store.writing(results.announce_result, vote)
    store.writing(results.annul_vote, vote, "x")
    with pytest.raises(StandsNoLonger):
        store.writing(recounts.recount_vote, vote, Recount(Figures(4, 3, 0)))


def test_a_recount_is_not_undone(floor: Floor):
    vote = closed(floor, Figures(4, 3, 0))
    floor.store.writing(recounts.recount_vote, vote, Recount(Figures(3, 4, 0)))
    assert floor.store.reading(record.view_last).undo is None


def test_a_second_round_keeps_the_first_and_its_result_counts(floor: Floor):
    first = closed(floor, Figures(3, 3, 1))
    floor.store.writing(results.announce_result, first)
    floor.store.writing(results.call_second_round, first, "平票")
    second = closed(floor, Figures(4, 3, 0))
    floor.store.writing(results.announce_result, second)
    assert [vote.decides for vote in item(floor).votes] == [False, True]
    assert item(floor).settled.vote == second
    told = paper(floor, PaperKind.MINUTES, "en")
    assert "A second round was called at" in told
    assert "平票" in told
    assert "进行第二轮" in paper(floor, PaperKind.MINUTES, "zh")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    counts=st.lists(st.integers(0, 7).flatmap(lambda yes: st.tuples(st.just(yes), st.integers(0, 7 - yes))))
)
def test_the_last_count_decides_whatever_the_counts_before(floor: Floor, counts: list[tuple[int, int]]):
    """By hand: 9 on the roll, 7 present (quorum 6); carried by 4 or more of 7, and no tie."""
    vote = closed(floor, Figures(7, 0, 0))
    for yes, no in counts:
        floor.store.writing(recounts.recount_vote, vote, Recount(Figures(yes, no, 0), reason="再数"))
    found = seen(floor, vote)
    assert found.closed.carried is (counts[-1][0] >= 4 if counts else True)
    assert [(new.yes, new.no) for _, new in found.corrections] == counts
    floor.store.writing(results.announce_result, vote)
    floor.store.writing(results.call_second_round, vote)
