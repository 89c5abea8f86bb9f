"""What papers and the command line say of stages: in both languages, and as they were when signed off."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind
from council_tui.domain.rules import Count
from council_tui.domain.stages import Decision, Ladder, Rung, Stage
from council_tui.export.text import lines
from council_tui.intake.rules import preset
from council_tui.store.store import Store
from council_tui.usecases import meetings, minutes, results, stages, verification
from council_tui.usecases.stages import StageReport
from council_tui.wording import catalog
from council_tui.wording.minutes import compose_in, sealed_hash
from council_tui.wording.stages import decided_short, next_sentence, terms_words
from tests import staging
from tests.meetings import evening
from tests.staging import Staged


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Staged]:
    """Both meetings are over; the last stage was decided two days before its time."""
    store = Store(tmp_path / "council.db", create=True)
    yield staging.whole(store)
    store.shut()


def view(held: Staged, first: bool = False) -> MeetingView:
    return held.store.reading(meetings.view_meeting, held.first if first else held.second)


def paper(meeting: MeetingView, lang: str, kind: PaperKind = PaperKind.MINUTES) -> str:
    text = lines(compose_in(meeting, kind, lang), 76)
    return "".join(each.strip() for each in text) if lang == "zh" else " ".join(" ".join(text).split())


@pytest.mark.parametrize("kind", PaperKind)
def test_each_stage_is_printed_with_its_figures_and_what_was_needed(held: Staged, kind: PaperKind):
    english, chinese = paper(view(held), "en", kind), paper(view(held), "zh", kind)
    # more than half of 21 is 11; more than half of 12 is 7; half or more of 31 is 16; of 17 present 9
    for said in (
        "(Meeting No. 3 of 2023, 8 February 2023): 21 on the roll, more than half is 11; yes 14",
        "(as that body reported, 16 February 2023, 居委会会议室, signed by 李志远): 12 on the roll, more",
        "31 on the roll, half or more is 16; yes 16, no 5, abstain 0: carried.",
        "17 present, more than half is 9; yes 15, no 1, abstain 1: carried. It was decided before its time:"
        " it opened on 10 March 2023.",
        "RESOLVED (stage 4 of 4): That four street lights",
        "All stages are carried.",
    ):
        assert said.replace(" ", "") in english.replace(" ", "")
    for said in (
        "第1步，共4步：支部会提议（2023年第3次会议，2023年2月8日）：应到21人，过半数需11票；赞成14",
        "党员活动室[/]，王军、吕%s签字）：应到31人，半数以上需16票；赞成16，反对5，弃权0：通过。",
        "本步未到时间即议决：2023年3月10日起方可进行。",
        "各步均已通过。",
    ):
        assert said in chinese.replace(" ", "")


def test_the_first_meetings_paper_says_only_its_own_stage_and_the_next(held: Staged):
    said = paper(view(held, first=True), "en")
    assert "Next: stage 2 of 4: The two committees discuss, from 16 February 2023." in said
    assert "31 on the roll" not in said


def test_a_last_day_at_a_weekend_is_said_not_to_be_moved():
    """Decided on Friday 10 February 2023; the eighth day after is Saturday the 18th."""
    decision = Decision(True, Count(9, 9, 9, 0, 0), preset("council_default"), "2023-02-10")
    rungs = Rung(1, Stage("甲", "A", days=8), decision), Rung(2, Stage("乙", "B"), None)
    ladder = Ladder(1, rungs, {}, {})
    assert next_sentence(ladder, rungs[1], "zh") == (
        "Next: stage 2 of 2: B, from 19 February 2023. The last day of the wait, Saturday 18 February 2023,"
        " is not moved to a working day."
    )
    catalog.use("zh")
    assert next_sentence(ladder, rungs[1], "zh").endswith(
        "间隔期最后一天2023年2月18日（星期六）是周末，未顺延到工作日。"
    )


def test_what_is_reported_after_the_signing_does_not_change_the_paper(held: Staged):
    meeting = view(held)
    before = paper(meeting, "zh")
    chair = held.people["周敏"]
    with evening("2023-03-09") as at:
        at("09:00")
        held.store.writing(minutes.sign_off, held.second, chair, meeting.head, sealed_hash(meeting))
        later = StageReport(31, 31, 0, 31, 0, "2023-03-03")
        held.store.writing(stages.report_stage, held.motion, 3, later)
        first = view(held, first=True).votes[0]
        held.store.writing(results.annul_vote, first.id, "列席者举了手")
    assert paper(view(held), "zh") == before
    assert sealed_hash(view(held)) == sealed_hash(meeting)
    assert verification.check_record(held.store).sound


def test_a_body_without_its_quorum_is_said_in_a_word(held: Staged):
    with evening("2023-03-09") as at:
        at("09:00")
        held.store.writing(stages.report_stage, held.motion, 3, StageReport(31, 20, 20, 0, 0, "2023-03-02"))
    ladder = view(held).items[0].motions[0].ladder
    assert ladder is not None
    decision = ladder.rungs[2].decision
    assert decision is not None
    assert decided_short(decision) == "not carried  no quorum, 20 of 21"
    catalog.use("zh")
    assert decided_short(decision) == "未通过  须 21 人，到会 20 人"
    assert (
        terms_words(ladder.rungs[2].stage) == "规则：四议：党员大会审议；与下一步间隔 7 个自然日，末日不顺延"
    )


def test_the_command_line_has_them_as_json(tmp_path: Path):
    store = Store(tmp_path / "council.db", create=True)
    staging.whole(store)
    store.shut()
    words = ["--file", str(tmp_path / "council.db"), "meeting", "show", "2023-4", "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "council_tui", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path), "COUNCIL_TUI_CLOCK": "2023-03-09T09:00"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    ((found,),) = [item["stages"] for item in json.loads(done.stdout)["items"]]
    assert [(each["carried"], each["opens"], each["rule"]) for each in found["stages"]] == [
        (True, "", "party_branch_meeting"),
        (True, "2023-02-16", "siyi_committees_stage"),
        (True, "2023-02-24", "siyi_party_stage"),
        (True, "2023-03-10", None),
    ]
    party, council = (each["decided"] for each in found["stages"][2:])
    assert (party["reported"], party["early"], party["yes"], party["roll"]) == (True, False, 16, 31)
    assert (council["meeting"], council["reported"], council["early"]) == ("2023-4", False, True)
