"""Every kind of vote and poll in the papers: the rule, the figures, what was needed, and the result.

`WRITE_GOLDENS=1 pytest` of this file writes them anew, to be read before they are committed.
"""

import os
from pathlib import Path

import pytest

from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind
from council_tui.export.page import Page
from council_tui.export.text import write
from council_tui.usecases import meetings
from council_tui.wording.minutes import compose_in
from tests import kinds, mended, polled

GOLDEN = Path(__file__).parent.parent / "golden" / "papers"
EVENINGS = {"kinds": kinds.every_kind, "chosen": polled.second_evening, "mended": mended.evening}
CASES = [(name, kind, lang) for name in EVENINGS for kind in PaperKind for lang in ("zh", "en")]


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> dict[str, MeetingView]:
    """The meetings, held once."""
    found = {}
    for name, hold in EVENINGS.items():
        floor = hold(tmp_path_factory.mktemp(name) / "council.db")
        found[name] = floor.store.reading(meetings.view_meeting, floor.meeting)
        floor.store.shut()
    return found


def paper(meeting: MeetingView, kind: PaperKind, lang: str) -> str:
    return write(compose_in(meeting, kind, lang), Page(76)).decode("utf-8")


@pytest.mark.parametrize(("name", "kind", "lang"), CASES, ids=str)
def test_every_kind_reads_as_it_was_reviewed(
    held: dict[str, MeetingView], name: str, kind: PaperKind, lang: str
):
    content = paper(held[name], kind, lang)
    path = GOLDEN / f"{name}-{kind}-{lang}.txt"
    if os.environ.get("WRITE_GOLDENS"):
        path.write_text(content, encoding="utf-8")
    assert content == path.read_text("utf-8")


def minutes(held: dict[str, MeetingView], name: str, lang: str = "en") -> str:
    """The minutes without their line breaks."""
    said = paper(held[name], PaperKind.MINUTES, lang)
    return "".join(said.split()) if lang == "zh" else " ".join(said.split())


def test_a_recount_stands_before_the_casting_vote_it_made_necessary(held: dict[str, MeetingView]):
    said = minutes(held, "kinds")
    recount = said.index("The recount decides: tied, not carried (19:25, 少看了一只手).")
    broken = said.index("3 to 3; the chair's casting vote: in favour. 7 present, more than half is 4; yes 4")
    assert recount < broken
    assert "3 3 0 1 4 Carried (casting vote)" in said


def test_a_question_put_twice_tells_which_vote_is_meant(held: dict[str, MeetingView]):
    said = minutes(held, "kinds")
    assert "Motion (vote 1): Taken up again at 19:15, moved by O'Brien: 有了新报价. The result" in said
    assert "Motion (vote 2): 7 present, more than half is 4; yes 5, no 1, abstain 0" in said


def test_an_office_held_from_the_opening_has_no_time(held: dict[str, MeetingView]):
    assert "Chair: LIN Xiao Recorder: ZHOU Yiyi" in minutes(held, "kinds")
    assert "主持人：林晓记录人：周一一" in minutes(held, "kinds", "zh")


def test_an_election_under_a_least_share_names_who_fell_short(held: dict[str, MeetingView]):
    """Seven papers came back: a third of seven is more than two, so three votes are needed."""
    said = minutes(held, "chosen")
    assert "elected only with one third or more of those taking part." in said
    assert "7 took part: 3 votes are needed. Round 1: A [/] 5, B 3, C 2, D 1. Elected: A [/], B." in said
    assert "Too few votes: C has 2, needed are 3." in said
    assert "Result: A [/], B elected, in this order. 1 seat stays vacant." in said
    chinese = minutes(held, "chosen", "zh")
    assert "参加表决7人，当选至少需3票。第1轮：甲[/]得5票、乙得3票、丙得2票、丁得1票。" in chinese
    assert "投票结果：甲[/]、乙依次当选。其余1个名额空缺。" in chinese


def test_a_lot_and_a_further_round_are_told(held: dict[str, MeetingView]):
    said = minutes(held, "chosen")
    assert "Tied for election: B, C, D. The lot elects C. Elected: A [/], C." in said
    assert "Result: A [/] elected. Tied for election: B, C. A further round decides." in said
    assert "RESOLVED: Delegation: elected A [/], B." in said


def test_supporters_pay_what_they_have(held: dict[str, MeetingView]):
    """1400 for seven is 200 each. Five pay 120 each for the lamps, four 75.125 each for the bench's 300.50;
    then two of the pots' three have 4.875 left, and the third pays 70.25 of their 80."""
    said = minutes(held, "chosen")
    assert "Funded: Lamps for 600 yuan, at most 120 yuan from each supporter. Left: 800 yuan." in said
    assert "Funded: Bench for 300.50 yuan, at most 75.125 yuan from each supporter." in said
    assert "Left: 499.50 yuan." in said
    assert "Funded: Pots for 80 yuan, at most 70.25 yuan from each supporter. Left: 419.50 yuan." in said
    assert "Not funded: Canopy." in said


def test_two_sums_under_one_title_are_told_apart(held: dict[str, MeetingView]):
    assert (
        "RESOLVED: Small sums: funded Lamps (600 yuan), Bench (300.50 yuan), Pots (80 yuan); 980.50 yuan"
        " together. Small sums: funded Bicycle shed (400 yuan), A painted wall (19.50 yuan); 419.50 yuan"
        " together."
    ) in minutes(held, "chosen")


def test_figures_without_a_quorum_elect_nobody(held: dict[str, MeetingView]):
    said = minutes(held, "chosen")
    assert "The poll is void: 8 papers came back, but 7 may vote, so none is counted." in said
    assert "Round 1: A [/] 3, B 1, C 1. The poll is without effect: no quorum (6 needed, 5" in said
    assert "Votes: Lamps 3, Bench 1, Canopy 1. The poll is without effect: no quorum" in said


def test_what_is_no_result_is_called_none(held: dict[str, MeetingView]):
    said = minutes(held, "chosen", "zh")
    assert "投票无效：收回8张，多于可投票的7人，不予计票。" in said
    assert "投票不发生效力：不足法定人数（须6人，到会5人）。" in said
    assert "投票结果：投票" not in said


def test_every_figure_says_what_it_is(held: dict[str, MeetingView]):
    """Borda's are points; of money the votes come before the rounds, and every sum is in yuan."""
    said = minutes(held, "chosen", "zh")
    assert "第1轮：甲[/]得6分、乙得8分、丙得4分。" in said
    assert "票数：路灯得5票、长椅得4票、花盆得3票、雨棚得2票。第1轮：拨款：路灯，600元" in said
    assert "选票7张，过半数为4票。" in said
    assert "当选基数为3票。" in said
    assert "当选：乙（过半数：仍可计的7张中得5票）。" in said


def test_a_round_is_called_by_what_made_it_necessary(held: dict[str, MeetingView]):
    """After a tie it is a further round, for want of a majority the second one; in no paper both."""
    said = minutes(held, "chosen")
    assert "Poll: Delegation (further round). Candidates: B, C." in said
    assert "投票：代表团（再投一轮）。" in minutes(held, "chosen", "zh")


def test_a_poll_held_again_says_which_time_it_is(held: dict[str, MeetingView]):
    said = minutes(held, "mended")
    assert "Poll: Emblem (poll 1). Candidates" in said
    assert "Poll: Emblem (poll 2). Candidates" in said
    assert "Poll: Chair. Candidates" in said
    chinese = minutes(held, "mended", "zh")
    assert "投票：会标（第1次投票）。" in chinese
    assert "投票：会标（第2次投票）。" in chinese
    record = " ".join(paper(held["mended"], PaperKind.RECORD, "en").split())
    assert 'Poll "Emblem" (poll 1): Annulled at 19:35' in record
