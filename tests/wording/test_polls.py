"""Polls in the papers: the rule, the papers, every round and who won, in both languages.

`WRITE_GOLDENS=1 pytest tests/wording/test_polls.py` writes the papers anew.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind
from council_tui.domain.pollmending import PollMend
from council_tui.domain.polls import Sort
from council_tui.domain.steps import Deed, Next
from council_tui.domain.votes import Way
from council_tui.export.page import Page
from council_tui.export.text import write
from council_tui.usecases import meetings
from council_tui.usecases.poll_results import Doubt, annul_poll, correct_poll
from council_tui.wording import catalog, pollnotes, polls
from council_tui.wording.minutes import compose_in
from council_tui.wording.papers.items import polled
from council_tui.wording.steps import long_step, short_step
from tests.polled import evening

GOLDEN = Path(__file__).parent.parent / "golden" / "papers"
CASES = [(kind, lang) for kind in PaperKind for lang in ("zh", "en")]


@pytest.fixture(scope="module")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingView]:
    before = os.environ.get("COUNCIL_TUI_CLOCK")
    os.environ["COUNCIL_TUI_CLOCK"] = "2023-02-08T19:30"
    floor = evening(tmp_path_factory.mktemp("polls") / "council.db")
    yield floor.store.reading(meetings.view_meeting, floor.meeting)
    floor.store.shut()
    if before is None:
        del os.environ["COUNCIL_TUI_CLOCK"]
    else:
        os.environ["COUNCIL_TUI_CLOCK"] = before


@pytest.mark.parametrize(("kind", "lang"), CASES, ids=str)
def test_the_papers_are_those_that_were_reviewed(meeting: MeetingView, kind: PaperKind, lang: str):
    content = write(compose_in(meeting, kind, lang), Page(76)).decode("utf-8")
    path = GOLDEN / f"polls-{kind}-{lang}.txt"
    if os.environ.get("WRITE_GOLDENS"):
        path.write_text(content, "utf-8")
    assert content == path.read_text("utf-8")


def told(meeting: MeetingView, item: int) -> str:
    return "\n".join(polled(meeting, meeting.items[item]))


def test_an_election_goes_to_a_second_round(meeting: MeetingView):
    """3, 2, 1 and a blank paper are seven: more than half is four. Then 2 against 4."""
    text = told(meeting, 0)
    assert "More than half of the papers (7) is 4." in text
    assert "Round 1: Lin Xiao 3, Chen Guo 2, Zhou Yiyi 1. Nobody has more than half." in text
    assert "Poll: Chair (second round). Candidates: Lin Xiao, Chen Guo." in text
    assert "Result: Chen Guo elected." in text


def test_approvals_are_added_up(meeting: MeetingView):
    """12 13 123 1 4 24: A 4, B 3, C 2, D 2."""
    assert "Round 1: A [/] 4, B 3, C 2, D 2. Elected: A [/], B." in told(meeting, 1)


def test_surpluses_go_on_as_the_scottish_rules_say(meeting: MeetingView):
    """Seven papers, two seats: the quota is 7 // 3 + 1 = 3. A has 4; each of its papers goes on at 1 / 4."""
    text = told(meeting, 2)
    assert "The quota is 3." in text
    assert "Stage 1: A [/] 4, B 0, C 2, D 1. Elected: A [/] (quota reached)." in text
    assert "Surplus of A [/] transferred: 1. Transfer value: 0.25." in text
    assert "Excluded: B (votes: 1)." in text
    assert "A [/], C elected, in this order." in text


def test_a_circle_is_resolved_by_the_strongest_paths(meeting: MeetingView):
    """A beats B 5:2, B beats C 5:2, C beats A 4:3: A's path to C is 5 strong, the way back 4."""
    text = told(meeting, 3)
    assert "A [/] before C: strongest path 5 against 4." in text
    assert "Elected: A [/]." in text


def test_points_are_added_up(meeting: MeetingView):
    """531 540 009 333 144: A 5+5+0+3+1 = 14, B 3+4+0+3+4 = 14, C 1+0+9+3+4 = 17."""
    assert "Round 1 (points): A [/] 14, B 14, C 17. Elected: C." in told(meeting, 4)


def test_equal_shares_are_told_in_money(meeting: MeetingView):
    """1200 for six voters is 200 each. The four who support the lamps pay 150 each; then the bench's three
    have 50 each, of 300.50, and the canopy's three 450 together, of 900."""
    text = told(meeting, 5)
    assert "budget 1200 yuan" in text
    assert "Votes: Lamps 4, Bench 3, Canopy 3.\nRound 1: Funded: Lamps" in text
    assert "Funded: Lamps for 600 yuan, at most 150 yuan from each supporter. Left: 600 yuan." in text
    assert "Lamps funded. Not funded: Bench, Canopy." in text


def test_money_by_votes_passes_over_what_is_too_dear(meeting: MeetingView):
    """Lamps 4 votes, bench 3, canopy 3: 600, then 300.50 of the 600 left; 900 do not fit."""
    text = told(meeting, 6)
    assert "Funded: Bench for 300.50 yuan. Left: 299.50 yuan." in text
    assert "Passed over: Canopy costs 900 yuan." in text
    assert "Lamps, Bench funded, in this order." in text


def test_the_item_resolves_who_was_elected_in_both_languages(meeting: MeetingView):
    assert [(each.settled.resolution, each.settled.resolution_2) for each in meeting.items if each.settled][
        1
    ] == (
        "委员：甲 [/]、乙当选。",
        "Committee: elected A [/], B.",
    )


def test_one_project_alone_has_no_sum(meeting: MeetingView):
    told = [each.settled.resolution_2 for each in meeting.items if each.settled]
    assert told[-2:] == [
        "Small wishes: funded Lamps (600 yuan).",
        "Fund: funded Lamps (600 yuan), Bench (300.50 yuan); 900.50 yuan together.",
    ]


def test_what_follows_is_called_the_same_in_a_column_and_in_the_next_step(meeting: MeetingView):
    majority, approval = meeting.polls[0], meeting.polls[2]
    assert (pollnotes.round_column(majority), pollnotes.round_words(majority)) == (
        "Second round",
        "second round",
    )
    assert (pollnotes.round_column(approval), pollnotes.round_words(approval)) == (
        "Further round",
        "further round",
    )
    deed = Deed(Next.RUN_OFF, poll=majority)
    assert short_step(deed) == "second round"
    assert long_step(meeting, deed, Way.HANDS) == "Open the second round: Chair"
    with catalog.speaking("zh"):
        assert long_step(meeting, deed, Way.HANDS) == "开始投票（第二轮）：主任"


def test_the_screen_tells_the_same_figures(meeting: MeetingView):
    for poll in meeting.polls:
        rows = list(polls.round_rows(meeting, poll))
        assert rows[0] in {"Round 1", "Stage 1", "Votes", "Round 1 (points)", "Round 1 (candidates beaten)"}
    catalog.use("zh")
    assert next(polls.round_rows(meeting, meeting.polls[0])) == "第 1 轮"


def test_an_annulled_poll_stays_in_both_papers_with_who_asked_and_why(tmp_path: Path):
    floor = evening(tmp_path / "council.db")
    first = floor.store.reading(meetings.view_meeting, floor.meeting).polls[-1]
    floor.store.writing(annul_poll, first.id, Doubt("票箱未封 [/]", floor.people[1]))
    meeting = floor.store.reading(meetings.view_meeting, floor.meeting)
    floor.store.shut()
    for kind in PaperKind:
        text = " ".join(write(compose_in(meeting, kind, "en"), Page(76)).decode("utf-8").split())
        assert "Lamps, Bench funded, in this order." in text
        assert "as Chen Guo asked: 票箱未封 [/]. The result stands no longer." in text
        assert "RESOLVED: Fund" not in text
        chinese = write(compose_in(meeting, kind, "zh"), Page(76)).decode("utf-8")
        assert "应陈果[/]要求作废：票箱未封[/]。该结果不再有效。" in "".join(chinese.split())


def test_both_counts_of_a_corrected_poll_stand_in_both_papers(tmp_path: Path):
    """531 540 009 333 144: A 14, B 14, C 17. The fourth said 332: C 16."""
    floor = evening(tmp_path / "council.db")
    poll = floor.store.reading(meetings.view_meeting, floor.meeting).polls[5]
    mend = PollMend((Sort.MARKED, "3 3 3"), (Sort.MARKED, "3 3 2"), 7, "看错 [/]", floor.people[1])
    floor.store.writing(correct_poll, poll.id, mend)
    meeting = floor.store.reading(meetings.view_meeting, floor.meeting)
    floor.store.shut()
    for kind in PaperKind:
        words = " ".join(write(compose_in(meeting, kind, "en"), Page(76)).decode("utf-8").split())
        assert "Round 1 (points): A [/] 14, B 14, C 16. Elected: C." in words
        assert "Corrected (asked for by Chen Guo," in words
        told = "Now" if kind is PaperKind.RECORD else "Before"
        assert f"看错 [/]). {told}: 7 papers issued, 5 returned; 5 marked" in words
        assert "Round 1 (points): A [/] 14, B 14, C 17. Elected: C." in words
        chinese = "".join(write(compose_in(meeting, kind, "zh"), Page(76)).decode("utf-8").split())
        told = "后" if kind is PaperKind.RECORD else "前"
        assert f"看错[/]）。更正{told}的计票为发出选票7张，收回5张" in chinese
