"""What papers lack and what the chair is warned of, in words."""

from council_tui.domain.meeting import MeetingView
from council_tui.domain.quality import Caution, Lack, Warning, gaps, warnings
from council_tui.wording import catalog
from council_tui.wording.quality import CAUTIONS, LACKS, gap_words, warning_words


def test_every_lack_and_every_caution_has_its_words():
    assert set(LACKS) == set(Lack)
    assert {*CAUTIONS, Caution.SHORT_NOTICE} == set(Caution)


def test_what_is_missing_is_said_with_its_place(evening: MeetingView):
    catalog.use("zh")
    words = [gap_words(evening, gap) for gap in gaps(evening)]
    assert "五、菜单：没有记录结果。" in words
    assert "谁来做还没定：交办事项没有责任人。" in words
    assert "谁来做还没定：交办事项没有完成时限。" in words
    catalog.use("en")
    assert "5. 菜单: No outcome was recorded." in [gap_words(evening, gap) for gap in gaps(evening)]


def test_a_meeting_that_lacks_nothing_says_nothing(lights: MeetingView):
    assert gaps(lights) == ()
    assert warnings(lights) == ()


def test_a_warning_says_its_figures():
    short = Warning(Caution.SHORT_NOTICE, 3, 1)
    assert warning_words(short) == "Short notice: 3 days needed, 1 given."
    assert warning_words(Warning(Caution.NO_QUORUM, 14, 13)) == (
        "No quorum: 14 needed, 13 present. What is voted now is not carried."
    )
    catalog.use("zh")
    assert warning_words(short) == "通知时间不足：应提前3天，实际提前1天。"
