"""The record of proceedings says what happened, in its order, with the time."""

from pathlib import Path

from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind
from council_tui.domain.votes import Way
from council_tui.usecases import floor, meetings, proposals, votes
from council_tui.usecases.proposals import Wording
from council_tui.wording.document import Document, Heading, Paragraph, Timed
from council_tui.wording.minutes import compose_in
from tests import assembly
from tests.meetings import evening as evening_clock


def record_of(meeting: MeetingView, lang: str = "zh") -> Document:
    return compose_in(meeting, PaperKind.RECORD, lang)


def time_line(document: Document) -> list[str]:
    """The lines with a time, and the headings between them."""
    return [
        f"{block.at} {block.text}" if isinstance(block, Timed) else f"{block.numeral}{block.text}"
        for block in document.blocks
        if isinstance(block, (Timed, Heading))
    ]


def test_a_meeting_is_told_in_its_order(lights: MeetingView):
    assert time_line(record_of(lights)) == [
        "19:00 会议开始，应到21人，实到17人。",
        "一、审议《关于在澡堂巷小区门口加装路灯的提案》",
        "19:21 动议：赵明义提出：在小区门口和巷道安装路灯4盏，由社区居委会向市城市照明管护中心申请，"
        "2月底前完成。孙兰附议。",
        "19:23 杨德福（赞成）：老人晚上出门看病，摔过两次。",
        "19:24 韩梅（反对）：住一楼，灯正对窗户，建议加遮光罩。",
        "19:25 李志远（列席）：遮光罩可以加，门口有现成电源，不用破路。",
        "19:31 修正案（一）：马建国提出：将“4盏”改为“5盏”，在巷道拐弯处增设1盏，全部加装遮光罩。钱秀英附议。",
        "19:38 表决修正案（一）（举手表决）：到会17人，过半数需9票；赞成14，反对1，弃权2：通过。",
        "19:41 表决议题（修正后）（举手表决）：到会17人，过半数需9票；赞成16，反对0，弃权1：通过。",
        "19:41 会议议定：在澡堂巷小区门口和巷道安装路灯5盏（含巷道拐弯处1盏），全部加装遮光罩，由社区居委会向"
        "市城市照明管护中心申请，2023年2月底前完成。",
        "二、审议《关于小区南墙设置电动自行车充电棚的提案》",
        "20:02 动议：冯立新提出：在小区南墙设置电动自行车充电棚。许志刚附议。",
        "20:20 表决议题：无记名投票：发出17张，收回17张，有效17张。到会17人，过半数需9票；"
        "赞成8，反对8，弃权1：平票，未通过。",
        "20:20 本议题未通过（平票）。由第3网格支部另行选址，提出不少于2个备选方案，提交下次会议再议。",
        "三、通报上次会议决议办理情况",
        "20:30 会议听取了通报：上次会议决议3项，已办结2项，在办1项（12号楼排水管道疏通，由乐修匠服务队承办，"
        "完成时限2月15日）。",
        "20:46 散会。",
        "四、议定事项",
        "五、交办事项",
    ]


def test_each_decision_carries_its_figures(lights: MeetingView):
    decided = [block.text for block in record_of(lights, "en").blocks if isinstance(block, Paragraph)]
    assert decided[0].endswith("to be finished by 28 February 2023. (yes 16, no 0, abstain 1)")
    assert decided[1].startswith("2. Not carried (a tie).")
    assert decided[1].endswith("(yes 8, no 8, abstain 1)")


def test_a_roll_call_names_who_answered_what(evening: MeetingView):
    lines = time_line(record_of(evening))
    assert (
        "19:15 表决议题（唱名表决）：到会6人，过半数需4票；赞成4，反对0，弃权1，未表决1：通过。"
        "赞成（4人）：林晓、陈果 [/]、周一一、欧阳[b]娜；弃权（1人）：O'Brien；未表决（1人）：=李四。"
    ) in lines


def test_a_correction_is_told_when_it_was_made_and_not_before(evening: MeetingView):
    lines = time_line(record_of(evening))
    assert (
        "19:20 议题：更正（周一一，19:20，听错了）。改为：到会6人，过半数需4票；赞成3，反对1，弃权1，"
        "未表决1：未通过。赞成（3人）：林晓、陈果 [/]、周一一；反对（1人）：欧阳[b]娜；"
        "弃权（1人）：O'Brien；未表决（1人）：=李四。"
    ) in lines


def test_no_secret_ballot_names_anybody(lights: MeetingView):
    secret = next(line for line in time_line(record_of(lights)) if "无记名" in line)
    assert not [name for name in ("周敏", "何佳", "孙兰", "韩梅") if name in secret]


def test_coming_going_recess_and_another_chair_have_their_moment(evening: MeetingView):
    lines = time_line(record_of(evening))
    for line in (
        "19:05 =李四到会，到会7人。",
        "19:05 通过2023年第1次会议纪要（第1版）。",
        "19:40 =李四离会，到会6人。",
        "19:50 =李四返回，到会7人。",
        "20:00 休会。",
        "20:10 复会，应到9人，实到7人。",
        "20:10 改由陈果 [/]担任主持人。",
        "20:14 动议：已撤回：改日再提。",
    ):
        assert line in lines
    english = time_line(record_of(evening, "en"))
    assert "19:40 Li Si left; 6 present." in english
    assert "20:10 Chair from now on: Chen Guo." in english


def test_what_was_entered_in_another_order_is_told_in_the_order_of_its_times(evening: MeetingView):
    lines = [block for block in record_of(evening).blocks if isinstance(block, Timed)]
    assert [line.at for line in lines] == sorted(line.at for line in lines)


def test_the_adjournment_comes_after_all_that_has_the_same_time(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    try:
        with evening_clock() as at:
            at("19:00")
            held = assembly.convene(store)
            vote = store.writing(votes.open_vote, held.meeting, held.motion, Way.CONSENT)
            store.writing(votes.close_consent, vote)
            store.writing(meetings.adjourn, held.meeting)
        lines = time_line(record_of(store.reading(meetings.view_meeting, held.meeting)))
    finally:
        store.shut()
    assert [line for line in lines if line[0].isdigit()][-1] == "19:00 散会。"


def test_an_open_vote_and_a_running_meeting_are_told_so_far(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    try:
        held = assembly.convene(store)
        store.writing(floor.note_remark, held.meeting, held.item, "风 [大]", None)
        store.writing(
            proposals.amend, held.meeting, held.motion, Wording("修路灯两盏", words="加一盏"), held.people[2]
        )
        lines = time_line(record_of(store.reading(meetings.view_meeting, held.meeting)))
    finally:
        store.shut()
    told = [line.split(" ", 1)[1] for line in lines if line[0].isdigit()]
    assert told[0] == "会议开始，应到9人，实到7人。"
    assert "风 [大]。" in told
    assert told[-1] == "修正案（一）：周一一提出：加一盏。"
