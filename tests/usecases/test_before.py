"""A vote as it stood before each correction, recount and casting vote; the record tells it as it was then."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.casting import Casting
from council_tui.domain.figures import Figures
from council_tui.domain.ids import VoteId
from council_tui.domain.minutes import PaperKind
from council_tui.domain.votes import Choice, VoteView
from council_tui.usecases import casting, meetings, recounts, results, votes
from council_tui.usecases.recounts import Recount
from council_tui.wording.document import Timed
from council_tui.wording.minutes import compose_in
from tests import assembly, kinds
from tests.kinds import Table
from tests.meetings import evening


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """Six are asked; the chair votes only to break a tie."""
    with evening() as at:
        at("19:00")
        store = assembly.found(tmp_path / "council.db")
        yield Table(kinds.convened(store), at)
    store.shut()


def seen(table: Table, vote: VoteId) -> VoteView:
    return table.floor.store.reading(votes.view_vote, vote)


def told(table: Table, lang: str = "en") -> list[str]:
    """The record's lines of the vote and after it."""
    meeting = table.floor.store.reading(meetings.view_meeting, table.floor.meeting)
    lines = [each for each in compose_in(meeting, PaperKind.RECORD, lang).blocks if isinstance(each, Timed)]
    said = [f"{line.at} {line.text}" for line in lines]
    first = next(place for place, words in enumerate(said) if words[6:].startswith(("Vote on", "表决")))
    return said[first:]


def test_a_roll_call_corrected_twice_has_three_states_and_each_moment_its_own(table: Table):
    table.at("19:05")
    vote = table.says(table.called(table.floor.motion, "++++-."))
    one, two = table.floor.people[1], table.floor.people[2]
    table.at("19:10")
    table.do(results.correct_ballot, vote, one, Choice.NO, "听错了 [/]")
    table.at("19:15")
    table.do(results.correct_ballot, vote, two, Choice.NONE, "没有表态")
    found = seen(table, vote)
    states = (*found.before, found)
    assert [(each.closed.yes, each.closed.no, len(each.answers)) for each in states if each.closed] == [
        (4, 1, 5), (3, 2, 5), (2, 2, 4),
    ]  # fmt: skip
    assert [each.answers.get(one, (0, None))[1] for each in states] == [Choice.YES, Choice.NO, Choice.NO]
    assert [len(each.corrections) for each in states] == [0, 1, 2]
    said = told(table)
    assert said[0].startswith("19:05 Vote on Motion (roll call): 7 present, more than half is 4; yes 4, no 1")
    assert "carried. Yes (4): Chen Guo, Zhou Yiyi" in said[0]
    assert "19:10, 听错了 [/]). The count now: 7 present, more than half is 4; yes 3, no 2" in said[1]
    assert "; no (2): Chen Guo, Lyu S" in said[1]
    assert "没有表态). The count now: 7 present, more than half is 4; yes 2, no 2" in said[3]
    assert [line[:5] for line in said] == ["19:05", "19:10", "19:10", "19:15"]


def test_a_casting_vote_after_a_recount_is_a_moment_of_its_own(table: Table):
    table.at("19:05")
    vote = table.hands(table.floor.motion, 4, 2, 0)
    table.at("19:07")
    table.do(recounts.recount_vote, vote, Recount(Figures(3, 3, 0), reason="少看了一只手"))
    table.at("19:08")
    table.do(casting.give_casting_vote, vote, Casting.YES)
    table.says(vote)
    found = seen(table, vote)
    assert [each.casting is None for each in (*found.before, found)] == [True, False]
    said = told(table)
    assert said[0].endswith("yes 4, no 2, abstain 0, not voting 1: carried.")
    assert said[1].startswith("19:07 Motion: First count: yes 4, no 2")
    assert said[2].startswith("19:08 Motion: 3 to 3; the chair's casting vote: in favour. 7 present")
    assert said[3].startswith("19:08 RESOLVED")


def test_a_casting_vote_that_a_correction_overtakes_was_given_before_it(table: Table):
    table.at("19:05")
    vote = table.hands(table.floor.motion, 3, 3, 0)
    table.do(casting.give_casting_vote, vote, Casting.YES)
    table.says(vote)
    table.at("19:10")
    table.do(results.correct_result, vote, Figures(2, 4, 0), "写错 [/]")
    (before,) = seen(table, vote).before
    assert (before.tie_broken, seen(table, vote).tie_broken) == (True, False)
    said = told(table, "zh")
    assert "3比3平票，主持人投决定票：赞成。到会7人，过半数需4票；赞成4，反对3，弃权0：通过" in said[0]
    assert "改为：已不是平票，决定票不计。到会7人，过半数需4票；赞成2，反对4" in said[1]
    assert said[2].startswith("19:10 本议题未通过")
    assert len(said) == 3
