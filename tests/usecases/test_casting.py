"""After a tie the chair decides, where the rules say so: kept, printed, and never by default."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from council_tui.domain.agenda import Outcome, Role
from council_tui.domain.casting import Casting, NoTieToBreak
from council_tui.domain.errors import Announced, NotClosed, TooManyAnswers
from council_tui.domain.figures import Figures
from council_tui.domain.ids import VoteId
from council_tui.domain.minutes import PaperKind
from council_tui.domain.rules import ChairVotes, rules_text
from council_tui.domain.steps import Next, next_deed
from council_tui.domain.votes import VoteView, Way
from council_tui.export.text import lines
from council_tui.intake.rules import preset
from council_tui.usecases import (
    agenda,
    attendance,
    casting,
    council,
    meetings,
    record,
    recounts,
    results,
    verification,
    votes,
)
from council_tui.usecases.recounts import Recount
from council_tui.wording.minutes import compose_in
from tests import assembly
from tests.assembly import Floor


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    """Seven of nine, one of them the chair, who votes only to break a tie."""
    store = assembly.found(tmp_path / "tied.db")
    ours = rules_text(replace(preset("council_default"), id="ours", chair_votes=ChairVotes.TIE_ONLY))
    store.writing(council.choose_rules, ours, store.reading(council.view_council).floor, False)
    made = assembly.convene(store)
    store.writing(meetings.hand_over, made.meeting, Role.CHAIR, [made.people[0]])
    store.writing(agenda.open_item, made.meeting, made.item)
    yield made
    store.shut()


def tied(floor: Floor, way: Way = Way.HANDS) -> VoteId:
    """Three to three of the six who are asked."""
    if way is Way.SECRET:
        vote = floor.store.writing(votes.open_secret_vote, floor.meeting, floor.motion)
        floor.store.writing(votes.close_secret_vote, vote, Figures(3, 3, 0, 6, 6))
        return vote
    vote = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, way)
    floor.store.writing(votes.close_hands, vote, Figures(3, 3, 0))
    return vote


def seen(floor: Floor, vote: VoteId) -> VoteView:
    return floor.store.reading(votes.view_vote, vote)


def paper(floor: Floor, kind: PaperKind, lang: str) -> str:
    """A paper without its line breaks."""
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    found = lines(compose_in(held, kind, lang), 76)
    return "".join("".join(found).split()) if lang == "zh" else " ".join(" ".join(found).split())


def test_the_chair_is_present_and_not_among_those_who_answer(floor: Floor):
    vote = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    assert seen(floor, vote).opened.electorate == floor.people[1:7]
    with pytest.raises(TooManyAnswers):
        floor.store.writing(votes.close_hands, vote, Figures(4, 3, 0))
    floor.store.writing(votes.close_hands, vote, Figures(3, 3, 0))
    assert seen(floor, vote).closed.presence == floor.people[:7]


@pytest.mark.parametrize("way", [Way.HANDS, Way.SECRET])
@pytest.mark.parametrize(
    ("choice", "carried", "said", "said_zh"),
    [
        (
            Casting.YES,
            True,
            "3 to 3; the chair's casting vote: in favour. 7 present, more than half is 4; yes 4, no 3,"
            " abstain 0: carried.",
            "3比3平票，主持人投决定票：赞成。到会7人，过半数需4票；赞成4，反对3，弃权0：通过。",
        ),
        (
            Casting.NO,
            False,
            "3 to 3; the chair's casting vote: against. 7 present, more than half is 4; yes 3, no 4,"
            " abstain 0: not carried.",
            "3比3平票，主持人投决定票：反对。到会7人，过半数需4票；赞成3，反对4，弃权0：未通过。",
        ),
        (
            Casting.NONE,
            False,
            "3 to 3; the chair gave no casting vote. 7 present, more than half is 4; yes 3, no 3,"
            " abstain 0, not voting 1: tied, not carried.",
            "3比3平票，主持人不投决定票。到会7人，过半数需4票；赞成3，反对3，弃权0，未表决1：平票，未通过。",
        ),
    ],
)
def test_the_casting_vote_decides_and_both_papers_say_so(
    floor: Floor, way: Way, choice: Casting, carried: bool, said: str, said_zh: str
):
    vote = tied(floor, way)
    floor.store.writing(casting.give_casting_vote, vote, choice)
    floor.store.writing(results.announce_result, vote)
    found = seen(floor, vote)
    assert (found.closed.yes, found.closed.no, found.closed.carried) == (3, 3, carried)
    assert found.casting.chair == floor.people[0]
    assert found.corrections == ()
    item = floor.store.reading(meetings.view_meeting, floor.meeting).items[0]
    assert item.settled.outcome is (Outcome.CARRIED if carried else Outcome.LOST)
    for kind in (PaperKind.MINUTES, PaperKind.RECORD):
        assert said in paper(floor, kind, "en")
        assert said_zh in paper(floor, kind, "zh")
    assert verification.check_record(floor.store).sound


def test_a_tie_without_a_casting_vote_is_not_carried(floor: Floor):
    vote = tied(floor)
    floor.store.writing(results.announce_result, vote)
    assert (seen(floor, vote).closed.carried, seen(floor, vote).closed.tie) == (False, True)
    with pytest.raises(Announced):
        floor.store.writing(casting.give_casting_vote, vote, Casting.YES)


def test_the_next_step_is_to_ask_the_chair_and_then_to_announce(floor: Floor):
    vote = tied(floor)
    assert next_deed(floor.store.reading(meetings.view_meeting, floor.meeting)).next is Next.BREAK_TIE
    floor.store.writing(casting.give_casting_vote, vote, Casting.NONE)
    assert next_deed(floor.store.reading(meetings.view_meeting, floor.meeting)).next is Next.ANNOUNCE


def test_undone_it_is_a_tie_again_and_can_be_broken_the_other_way(floor: Floor):
    vote = tied(floor)
    floor.store.writing(casting.give_casting_vote, vote, Casting.YES)
    with pytest.raises(NoTieToBreak):
        floor.store.writing(casting.give_casting_vote, vote, Casting.NO)
    floor.store.writing(record.undo)
    assert (seen(floor, vote).closed.tie, seen(floor, vote).casting) == (True, None)
    floor.store.writing(casting.give_casting_vote, vote, Casting.NO)
    assert not seen(floor, vote).closed.carried
    assert verification.check_record(floor.store).sound


def test_a_recount_that_is_no_tie_leaves_the_casting_vote_aside_and_one_that_is_keeps_it(floor: Floor):
    vote = tied(floor)
    floor.store.writing(casting.give_casting_vote, vote, Casting.YES)
    floor.store.writing(recounts.recount_vote, vote, Recount(Figures(2, 4, 0)))
    assert not seen(floor, vote).closed.carried
    assert "There is no tie any more, and the casting vote falls away." in paper(
        floor, PaperKind.MINUTES, "en"
    )
    floor.store.writing(recounts.recount_vote, vote, Recount(Figures(3, 3, 0)))
    assert seen(floor, vote).closed.carried
    with pytest.raises(TooManyAnswers):
        floor.store.writing(recounts.recount_vote, vote, Recount(Figures(4, 3, 0)))


def test_what_is_no_tie_or_has_no_chair_is_refused(floor: Floor):
    store = floor.store
    vote = store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    with pytest.raises(NotClosed):
        store.writing(casting.give_casting_vote, vote, Casting.YES)
    store.writing(votes.close_hands, vote, Figures(4, 2, 0))
    with pytest.raises(NoTieToBreak):
        store.writing(casting.give_casting_vote, vote, Casting.YES)
    store.writing(record.undo)
    store.writing(votes.abandon_vote, vote, "x")
    store.writing(attendance.recuse, floor.meeting, floor.item, floor.people[0], "亲属")
    with pytest.raises(NoTieToBreak):
        store.writing(casting.give_casting_vote, tied(floor), Casting.YES)


def test_other_rules_give_no_casting_vote(tmp_path: Path):
    store = assembly.found(tmp_path / "other.db")
    floor = assembly.convene(store)
    store.writing(meetings.hand_over, floor.meeting, Role.CHAIR, [floor.people[0]])
    vote = tied(floor)
    with pytest.raises(NoTieToBreak):
        store.writing(casting.give_casting_vote, vote, Casting.YES)
    store.shut()
