"""The minutes say every name, figure and outcome of a meeting; the figures are given here by hand."""

from pathlib import Path

import pytest

from council_tui.domain.agenda import Outcome
from council_tui.domain.figures import Figures
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind, Part
from council_tui.domain.rules import floor_text, rules_text
from council_tui.domain.votes import Way
from council_tui.intake.rules import floor_preset, preset
from council_tui.store.store import Store
from council_tui.usecases import agenda, attendance, council, meetings, minutes, proposals, results, votes
from council_tui.usecases.agenda import ItemEntry, Settlement
from council_tui.usecases.meetings import MeetingEntry
from council_tui.usecases.proposals import Wording
from council_tui.wording import catalog
from council_tui.wording.document import (
    Block,
    Document,
    Heading,
    Labelled,
    Paragraph,
    Signatures,
    Table,
    Title,
)
from council_tui.wording.minutes import compose, compose_in, sealed_hash
from tests import assembly
from tests.meetings import evening as clock


def heads(document: Document) -> dict[str, str]:
    """The labelled lines of a paper's head."""
    return {block.label: block.text for block in document.blocks if isinstance(block, Labelled)}


def below(document: Document, title: str) -> list[Block]:
    """What stands below a heading, up to the next."""
    places = [
        place for place, block in enumerate(document.blocks) if isinstance(block, (Heading, Signatures))
    ]
    at = next(p for p in places if isinstance(b := document.blocks[p], Heading) and b.text == title)
    end = next((place for place in places if place > at), len(document.blocks))
    return list(document.blocks[at + 1 : end])


def paragraphs(blocks: list[Block]) -> list[str]:
    """The running text among some blocks."""
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def minutes_of(meeting: MeetingView, lang: str = "zh") -> Document:
    return compose_in(meeting, PaperKind.MINUTES, lang)


def test_the_head_says_who_met_when_and_under_which_rules(lights: MeetingView):
    document = minutes_of(lights)
    assert [block.text for block in document.blocks if isinstance(block, Title)] == [
        "梧桐里社区邻里议事会",
        "2023年第3次会议纪要",
        "（编号：WTL-YSH-2023-03）",
    ]
    assert heads(document) == {
        "会议类型": "例会",
        "会议时间": "2023年2月8日（星期三）19:00—20:46",
        "会议地点": "社区党群服务中心二楼议事厅",
        "召集人": "周敏（社区党支部书记）",
        "主持人": "周敏",
        "记录人": "何佳（社区工作者）",
        "监票人": "李秀珍、陈卫东",
        "应到人数": "21人；实到17人，请假3人，缺席1人",
        "法定人数": "不少于14人（应到人数的三分之二以上）。到会人数符合规定。",
        "出席": "周敏、何佳、赵明义、孙兰、马建国、钱秀英、李秀珍、陈卫东、吴国强、郑玉梅、冯立新、韩梅、"
        "杨德福、朱桂英、许志刚、沈丽、罗永年",
        "请假": "曹建华（住院）、魏红（出差）、姜文（值班）",
        "缺席": "高建军",
        "列席": "高玲（第5网格网格员）、李志远（市城市照明管护中心）、王军（街道城市管理办公室）",
        "议事规则": "梧桐里社区邻里议事会议事规则（2022年11月议定）：每次发言不超过2分钟，"
        "同一议题每人不超过2次。经到会人数的过半数赞成为通过，平票为未通过。",
    }


def test_the_head_says_the_same_in_english(lights: MeetingView):
    document = minutes_of(lights, "en")
    found = heads(document)
    assert document.title == (
        "Wutong Lane Neighbourhood Council Minutes of Meeting No. 3 of 2023 (Ref. WTL-YSH-2023-03)"
    )
    assert found["Date"] == "Wednesday 8 February 2023; called to order 19:00, adjourned 20:46"
    assert found["Chair"] == "ZHOU Min"
    assert found["Convener"] == "ZHOU Min (community Party branch secretary)"
    assert found["Tellers"] == "LI Xiuzhen, CHEN Weidong"
    assert found["Members"] == "21 on the roll; 17 present, 3 excused, 1 absent"
    assert found["Quorum"] == "14 (two thirds or more of the roll). Quorum present: yes."
    assert found["Absent"] == "Gao Jianjun"
    assert found["Observers"].endswith("Wang Jun (Sub-district Urban Management Office)")
    assert found["Present"].split(", ")[-1] == "Luo Yongnian"
    assert len(found["Present"].split(", ")) == 17


def test_an_item_says_motion_amendment_votes_and_what_was_resolved(lights: MeetingView):
    blocks = below(minutes_of(lights), "审议《关于在澡堂巷小区门口加装路灯的提案》")
    text = paragraphs(blocks)
    assert text[1:9] == [
        "（二）动议。赵明义提出：在小区门口和巷道安装路灯4盏，由社区居委会向市城市照明管护中心申请，2月底前完成。"
        "孙兰附议。",
        "（三）讨论要点。",
        "1.杨德福（赞成）：老人晚上出门看病，摔过两次。",
        "2.韩梅（反对）：住一楼，灯正对窗户，建议加遮光罩。",
        "3.李志远（列席）：遮光罩可以加，门口有现成电源，不用破路。",
        "（四）修正案（一）。马建国提出：将“4盏”改为“5盏”，在巷道拐弯处增设1盏，全部加装遮光罩。钱秀英附议。",
        "（五）表决。方式：举手表决。",
        "修正案（一）：到会17人，过半数需9票；赞成14，反对1，弃权2：通过。",
    ]
    assert text[9:] == [
        "议题（修正后）：到会17人，过半数需9票；赞成16，反对0，弃权1：通过。",
        "会议议定：在澡堂巷小区门口和巷道安装路灯5盏（含巷道拐弯处1盏），全部加装遮光罩，由社区居委会向"
        "市城市照明管护中心申请，2023年2月底前完成。",
    ]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [table.rows for table in tables] == [
        (
            ("修正案（一）", "17", "14", "1", "2", "9", "通过"),
            ("议题（修正后）", "17", "16", "0", "1", "9", "通过"),
        )
    ]


def test_a_tie_is_said_as_plainly_and_papers_are_counted(lights: MeetingView):
    chinese = paragraphs(below(minutes_of(lights), "审议《关于小区南墙设置电动自行车充电棚的提案》"))
    assert chinese[2:] == [
        "（三）表决。无记名投票：发出17张，收回17张，有效17张。",
        "议题：到会17人，过半数需9票；赞成8，反对8，弃权1：平票，未通过。",
        "本议题未通过（平票）。由第3网格支部另行选址，提出不少于2个备选方案，提交下次会议再议。",
    ]
    english = paragraphs(below(minutes_of(lights, "en"), "E-bike charging shelter at the south wall"))
    assert english[1:3] == [
        "Vote. Secret ballot: 17 issued, 17 returned, 17 valid.",
        "Motion: 17 present, more than half is 9; yes 8, no 8, abstain 1: tied, not carried.",
    ]


def test_the_actions_have_owners_and_dates(lights: MeetingView):
    (table,) = below(minutes_of(lights), "交办事项")
    assert isinstance(table, Table)
    assert table.rows == (
        ("1", "提交路灯安装申请并现场定点", "社区居委会（何佳）", "2023-02-15"),
        ("2", "安装路灯5盏并加装遮光罩", "市城市照明管护中心（李志远）", "2023-02-28"),
        ("3", "回访反映诉求的12户居民，登记满意度", "第5网格（高玲）", "2023-03-03"),
        ("4", "充电棚另行选址，提出不少于2个备选方案", "第3网格支部（孙兰）", "2023-03-08"),
    )


def test_the_sections_behind_the_items_go_on_counting(lights: MeetingView):
    for lang, numerals in (
        ("zh", ["一、", "二、", "三、", "四、", "五、"]),
        ("en", ["1.", "2.", "3.", "4.", "5."]),
    ):
        found = [block for block in minutes_of(lights, lang).blocks if isinstance(block, Heading)]
        assert [block.numeral for block in found] == numerals


def test_coming_and_going_offices_and_earlier_minutes_are_in_the_head(evening: MeetingView):
    found = heads(minutes_of(evening))
    assert found["到会变动"] == "=李四：19:05到会、19:40离会、19:50返回"
    assert found["主持人"] == "林晓；20:10起陈果 [/]"
    assert found["应到人数"] == "9人；实到7人，请假1人，缺席1人；开会时到会6人"
    assert found["会议通知"] == "没有会议通知的记录。"
    assert found["通过纪要"] == "19:05通过2023年第1次会议纪要（第1版）"
    assert "（暂行规则，议事会尚未通过；请与本会规则核对）" in found["议事规则"]
    english = heads(minutes_of(evening, "en"))
    assert english["Came, left"] == "Li Si arrived 19:05, left 19:40, returned 19:50"
    assert english["Chair"] == "LIN Xiao; from 20:10 CHEN Guo"


def test_a_correction_keeps_the_old_figures_says_who_and_why(evening: MeetingView):
    text = paragraphs(below(minutes_of(evening), "修路灯 [b"))
    assert "（一）回避。吕 %s（利害关系人）。" in text
    assert "议题：更正：赞成4改为3、反对0改为1、结果由通过改为未通过（周一一，19:20，听错了）。" in text
    assert text[-1] == "本议题未通过。"


def test_who_said_nothing_stands_apart_from_who_abstained(evening: MeetingView):
    (table,) = [block for block in below(minutes_of(evening), "修路灯 [b") if isinstance(block, Table)]
    assert [column.head for column in table.columns] == [
        "表决事项", "到会", "赞成", "反对", "弃权", "未表决", "需赞成", "结果",
    ]  # fmt: skip
    assert table.rows == (("议题", "6", "3", "1", "1", "1", "4", "未通过"),)


def test_an_abandoned_vote_and_unlikely_figures_carry_their_reasons(evening: MeetingView):
    text = paragraphs(below(minutes_of(evening), "停车位"))
    assert "议题：无异议通过，19:31中止，没有结果：有人反对。" in text
    assert "议题：票数照实记录，理由：灯灭了，点了两遍。" in text


@pytest.mark.parametrize(
    ("title", "last"),
    [
        ("旧物回收", ["动议。=李四提出：收旧物。已撤回：改日再提。", "本议题已撤回。"]),
        ("邻里食堂", ["会议协商一致：办食堂。", "同意：林晓、O'Brien（2人）。"]),
        ("菜单 2", ["来源。吕 %s作说明。", "会议征求了意见：少油少盐。"]),
        ("电梯", ["会议决定先行调查：先问各户。"]),
        ("楼道堆物", ["本议题移交办理。请物业三日内清走。"]),
        ("没说完的事", ["（没有记录结果。）"]),
    ],
)
def test_every_outcome_without_a_vote_is_said(evening: MeetingView, title: str, last: list[str]):
    assert paragraphs(below(minutes_of(evening), title)) == last


def test_what_nobody_gave_or_dated_is_shown_as_missing(evening: MeetingView):
    (table,) = below(minutes_of(evening), "交办事项")
    assert isinstance(table, Table)
    assert table.rows == (("1", "谁来做还没定", "未定", "未定"),)
    assert paragraphs(below(minutes_of(evening), "散会")) == [
        "主持人感谢各位。",
        "20:00休会、20:10复会、20:46散会。",
    ]


def test_the_recorders_words_stand_in_one_language_and_never_change_a_figure(lights: MeetingView):
    chinese = paragraphs(below(minutes_of(lights), "审议《关于小区南墙设置电动自行车充电棚的提案》"))
    english = paragraphs(below(minutes_of(lights, "en"), "E-bike charging shelter at the south wall"))
    assert chinese[1] == "（二）讨论要点。赞成方认为可以减少飞线充电，反对方认为离住户窗口不足6米。"
    assert not [text for text in english if text.startswith("Discussion")]


@pytest.fixture
def store(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    yield store
    store.shut()


def held(store: Store, present: int, day: str = "2023-02-08", late: bool = False) -> MeetingView:
    """A meeting of one motion carried by a show of hands, if it can be."""
    with clock(day) as at:
        at("18:30")
        asked = MeetingEntry(f"{day}T19:00", "二楼", late=late)
        meeting = store.writing(meetings.plan_meeting, asked)
        item = store.writing(agenda.add_item, meeting, ItemEntry("路灯"))
        roll = store.reading(lambda reader: meetings.view(reader, meeting)).roll
        for each in roll[:present]:
            store.writing(attendance.sign_in, meeting, each.person.id)
        at("19:00")
        store.writing(meetings.open_meeting if present >= 6 else meetings.start_talk, meeting)
        at("19:10")
        motion = store.writing(proposals.move, meeting, item, Wording("修灯"), roll[0].person.id)
        vote = store.writing(votes.open_vote, meeting, motion, Way.HANDS)
        store.writing(votes.close_hands, vote, Figures(present, 0, 0))
        store.writing(results.announce_result, vote)
        at("19:30")
        store.writing(meetings.adjourn, meeting, f"{day}T19:30")
        return store.reading(meetings.view_meeting, meeting)


def test_a_talk_without_a_quorum_decides_nothing_and_says_so(store: Store):
    document = minutes_of(held(store, 4))
    assert heads(document)["法定人数"] == (
        "不少于6人（应到人数的三分之二以上）。到会人数不足，按座谈会进行，不能作出决定。"
    )
    assert paragraphs(below(document, "路灯"))[-2:] == [
        "议题：未通过：不足法定人数（须6人，到会4人）。",
        "本议题未通过。",
    ]


def test_a_meeting_entered_afterwards_is_marked(store: Store):
    meeting = held(store, 7, late=True)
    assert heads(minutes_of(meeting))["会议时间"] == "2023年2月8日（星期三）19:00—19:30（补录）"
    assert heads(minutes_of(meeting, "en"))["Date"].endswith("adjourned 19:30 (entered afterwards)")


def test_rules_that_had_run_out_are_said_to_have(store: Store):
    rules = rules_text(preset("urc_meeting_1989"))
    store.writing(council.choose_rules, rules, floor_text(floor_preset("radish")), False)
    document = minutes_of(held(store, 7, "2026-02-08"))
    assert "（有效期至2025年12月31日）：" in heads(document)["议事规则"]
    assert paragraphs(below(document, "路灯"))[0] == "动议。林晓提出：修灯。无人附议。"


def test_nobody_named_and_nobody_there_are_said(store: Store):
    meeting = store.writing(meetings.plan_meeting, MeetingEntry("2023-02-08T19:00", "二楼"))
    found = heads(minutes_of(store.reading(meetings.view_meeting, meeting)))
    assert found["主持人"] == "（没有主持人。）"
    assert found["记录人"] == "（没有记录人。）"
    assert found["应到人数"] == "9人；实到0人，请假0人，缺席0人；没有人签到。"
    assert found["会议时间"] == "2023年2月8日（星期三）19:00"
    assert paragraphs(list(minutes_of(store.reading(meetings.view_meeting, meeting)).blocks)) == [
        "（没有议题。）"
    ]


def test_what_was_written_in_one_language_stands_in_the_other(store: Store):
    document = minutes_of(held(store, 7), "en")
    assert paragraphs(below(document, "路灯"))[0] == "Motion. Moved by Lin Xiao: 修灯."


def test_composing_speaks_the_language_in_use(lights: MeetingView):
    catalog.use("zh")
    assert compose(lights, PaperKind.MINUTES) == minutes_of(lights)
    assert minutes_of(lights, "en").lang == "en"
    assert catalog.current() == "zh"


def test_the_hash_of_all_papers_changes_with_a_word_and_not_with_the_language_in_use(store: Store):
    before = held(store, 7)
    first = sealed_hash(before)
    catalog.use("zh")
    assert sealed_hash(before) == first
    item = before.items[0].id
    store.writing(minutes.word_part, before.id, item, Part.CLOSING, "en", "Well done.")
    assert sealed_hash(store.reading(meetings.view_meeting, before.id)) != first


def test_an_outcome_noted_before_the_vote_is_not_lost(store: Store):
    with clock() as at:
        at("19:00")
        floor = assembly.convene(store)
        end = Settlement(Outcome.POSTPONED, "下次再议")
        store.writing(agenda.settle_item, floor.meeting, floor.item, end)
        document = minutes_of(store.reading(meetings.view_meeting, floor.meeting))
    assert paragraphs(below(document, "路灯 [/]"))[-1] == "本议题下次会议再议。下次再议。"


def test_a_second_motion_under_one_item_is_told_from_the_first(store: Store):
    with clock() as at:
        at("19:00")
        floor = assembly.convene(store)
        roll = floor.people
        for figures in ((2, 5, 0), (6, 1, 0)):
            motion = floor.motion
            if figures[0] == 6:
                wording = Wording("修路灯 [b，不超过 500 元")
                motion = store.writing(proposals.move, floor.meeting, floor.item, wording, roll[3], roll[4])
            vote = store.writing(votes.open_vote, floor.meeting, motion, Way.HANDS)
            store.writing(votes.close_hands, vote, Figures(*figures))
            store.writing(results.announce_result, vote)
        document = minutes_of(store.reading(meetings.view_meeting, floor.meeting))
    blocks = below(document, "路灯 [/]")
    (table,) = [block for block in blocks if isinstance(block, Table)]
    assert table.rows == (
        ("议题（动议一）", "7", "2", "5", "0", "4", "未通过"),
        ("议题（动议二）", "7", "6", "1", "0", "4", "通过"),
    )
    text = paragraphs(blocks)
    assert text[0] == "（一）动议一。林晓提出：修路灯 [b，不超过 800 元。陈果 [/]附议。"
    assert text[1] == "（二）动议二。欧阳[b]娜提出：修路灯 [b，不超过 500 元。O'Brien附议。"
    assert text[-1] == "会议议定：修路灯 [b，不超过 500 元。"
