"""The main road: the evening is held in a real terminal, and each of its figures stands in the papers."""

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.cli.program import run
from tests.road.evening import (
    CHANGE,
    CHANGE_2,
    EVENING,
    FIVE,
    FIVE_2,
    FOUR,
    FOUR_2,
    LIGHTS,
    LIGHTS_2,
    SHED,
    SHED_2,
    SHELTER,
    SHELTER_2,
    SOURCE,
)
from tests.road.keyboard import export, step, window
from tests.road.paper import labelled, run_on, section, table
from tests.road.terminal import ROOT

GOLDEN = ROOT / "tests" / "golden" / "road"

VOTES = ("表决事项", "到会", "赞成", "反对", "弃权", "需赞成", "结果")
QUESTIONS = ("Question", "Present", "Yes", "No", "Abstain", "Needed", "Result")

TIME, SEAL = r"\b1[89]:\d\d\b", r" [A-Z2-7]{4}\b"
FOOT = re.compile(r"council-tui (?P<kind>\w+ \w\w \d+) #\d+(?: [A-Z2-7]{4}){8}")
"""The last line: kind, language, width, and the journal's head before the seal."""


def test_from_an_empty_laptop_to_the_papers_of_the_evening(tmp_path: Path):
    shutil.copy(ROOT / "data" / "samples" / "roster-gb18030.csv", tmp_path)
    with window(tmp_path, clock="2023-02-08T18:58:30") as terminal:
        for part in EVENING:
            part(terminal)
        chinese, english, record = (
            export(terminal, tmp_path, *paper)
            for paper in (("minutes", "zh"), ("minutes", "en"), ("record", "zh"))
        )
        step(terminal, "首页", "下一步  安排会议")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
        assert terminal.left_behind() == []
    the_chinese_minutes(chinese)
    the_english_minutes(english)
    the_record(record)
    the_layout({"minutes-zh-76": chinese, "minutes-en-76": english, "record-zh-76": record})
    (book,) = tmp_path.rglob("*.db")
    for paper in tmp_path.glob("*.txt"):
        told = run("--file", book, "verify", paper)
        assert (told.exit_code, "byte for byte as it was exported" in told.stdout) == (0, True)


def the_chinese_minutes(text: str) -> None:
    """Each figure and name of the evening, in its row and column."""
    lines = text.splitlines()
    assert [line.strip() for line in lines[:3]] == [
        "梧桐里社区邻里议事会",
        "2023年第3次会议纪要",
        "（编号：WTL-YSH-2023-03）",
    ]
    assert re.fullmatch(r"2023年2月8日（星期三）1[89]:\d\d\u20141[89]:\d\d", labelled(text, "会议时间："))
    assert labelled(text, "会议地点：") == "社区党群服务中心二楼议事厅"
    assert labelled(text, "召 集 人：") == "周敏（社区党支部书记）"
    assert labelled(text, "主 持 人：") == "周敏"
    assert labelled(text, "记 录 人：") == "何佳（社区居委会委员）"
    assert labelled(text, "应到人数：") == "21人；实到17人，请假3人，缺席1人"
    assert run_on(labelled(text, "法定人数：")) == "不少于14人（应到人数的三分之二以上）。到会人数符合规定。"
    assert run_on(labelled(text, "出    席：")) == (
        "周敏、何佳、赵明义、孙兰、马建国、钱秀英、李秀珍、陈卫东、吴国强、"
        "郑玉梅、冯立新、韩梅、杨德福、朱桂英、许志刚、沈丽、罗永年"
    )
    assert labelled(text, "请    假：") == "曹建华（住院）、魏红（出差）、姜文（值班）"
    assert labelled(text, "缺    席：") == "高建军"
    lights = section(text, f"一、{LIGHTS}（议题T-2023-004）", "二、")
    assert table(lights, *VOTES) == [
        ("修正案（一）", "17", "14", "1", "2", "9", "通过"),
        ("议题（修正后）", "17", "16", "0", "1", "9", "通过"),
    ]
    said = run_on(lights)
    assert f"（一）来源。{SOURCE}" in said
    assert f"（二）动议。赵明义提出：{FOUR}孙兰附议。" in said
    assert f"（三）修正案（一）。马建国提出：{CHANGE}钱秀英附议。" in said
    assert f"会议议定：{FIVE}" in said
    shelter = section(text, f"二、{SHELTER}（议题T-2023-005）", "三、")
    assert table(shelter, *VOTES) == [("议题", "17", "8", "8", "1", "9", "未通过")]
    said = run_on(shelter)
    assert f"动议。冯立新提出：{SHED}许志刚附议。" in said
    assert "无记名投票：发出17张，收回17张，有效17张。" in said
    assert "到会17人，过半数需9票；赞成8，反对8，弃权1：平票，未通过。" in said
    assert "本议题下次会议再议。" in said
    rules = section(text, "三、通过本会议事规则", "四、")
    assert table(rules, *VOTES) == [("议题", "17", "15", "1", "1", "9", "通过")]
    assert "方式：唱名表决。" in rules
    assert table(section(text, "四、交办事项"), "序号", "事项", "责任单位（责任人）", "完成时限") == [
        ("1", "提交路灯安装申请并现场定点", "社区居委会（何佳）", "2023-02-15"),
        ("2", "安装路灯5盏并加装遮光罩", "市城市照明管护中心（冯立新）", "2023-02-28"),
    ]
    assert FOOT.fullmatch(lines[-1])["kind"] == "minutes zh 76"


def the_english_minutes(text: str) -> None:
    """The same evening in English, with what nobody translated as it was typed."""
    lines = text.splitlines()
    assert [line.strip() for line in lines[:3]] == [
        "WUTONG LANE NEIGHBOURHOOD COUNCIL",
        "Minutes of Meeting No. 3 of 2023",
        "(Ref. WTL-YSH-2023-03)",
    ]
    assert run_on(labelled(text, "Date:"), spaced=True).startswith(
        "Wednesday 8 February 2023; called to order 1"
    )
    assert labelled(text, "Place:") == "Council room, second floor"
    assert labelled(text, "Chair:") == "ZHOU Min"
    assert labelled(text, "Recorder:") == "HE Jia (社区居委会委员)"
    assert labelled(text, "Members:") == "21 on the roll; 17 present, 3 excused, 1 absent"
    assert labelled(text, "Quorum:") == "14 (two thirds or more of the roll). Quorum present: yes."
    assert run_on(labelled(text, "Present:"), spaced=True) == (
        "Zhou Min, He Jia, Zhao Mingyi, Sun Lan, Ma Jianguo, Qian Xiuying, Li Xiuzhen, Chen Weidong,"
        " Wu Guoqiang, Zheng Yumei, Feng Lixin, Han Mei, Yang Defu, Zhu Guiying, Xu Zhigang, Shen Li,"
        " Luo Yongnian"
    )
    assert labelled(text, "Excused:") == "Cao Jianhua (住院), Wei Hong (出差), Jiang Wen (值班)"
    assert labelled(text, "Absent:") == "Gao Jianjun"
    lights = section(text, f"1. {LIGHTS_2.upper()} (Item T-2023-004)", "2. ")
    assert table(lights, *QUESTIONS) == [
        ("Amendment 1", "17", "14", "1", "2", "9", "Carried"),
        ("Motion as amended", "17", "16", "0", "1", "9", "Carried"),
    ]
    said = run_on(lights, spaced=True)
    assert f"Motion. Moved by Zhao Mingyi, seconded by Sun Lan: {FOUR_2}" in said
    assert f"Amendment 1. Moved by Ma Jianguo, seconded by Qian Xiuying: {CHANGE_2}" in said
    assert f"RESOLVED: {FIVE_2}" in said
    shelter = section(text, f"2. {SHELTER_2.upper()} (Item T-2023-005)", "3. ")
    assert table(shelter, *QUESTIONS) == [("Motion", "17", "8", "8", "1", "9", "Lost")]
    said = run_on(shelter, spaced=True)
    assert f"Motion. Moved by Feng Lixin, seconded by Xu Zhigang: {SHED_2}" in said
    assert "Secret ballot: 17 issued, 17 returned, 17 valid." in said
    assert "17 present, more than half is 9; yes 8, no 8, abstain 1: tied, not carried." in said
    assert "Postponed to a later meeting." in said
    rules = section(text, "3. ADOPT OUR RULES", "4. ")
    assert table(rules, *QUESTIONS) == [("Motion", "17", "15", "1", "1", "9", "Carried")]
    actions = table(section(text, "4. ACTIONS"), "No.", "Action", "Owner", "Due", spaced=True)
    assert actions == [
        ("1", "Apply for the lights; mark positions", "社区居委会 (He Jia)", "2023-02-15"),
        ("2", "Install five shaded lights", "市城市照明管护中心 (Feng Lixin)", "2023-02-28"),
    ]
    assert FOOT.fullmatch(lines[-1])["kind"] == "minutes en 76"


def the_record(text: str) -> None:
    """The roll call stands by name in the record of proceedings."""
    said = run_on(section(text, "三、通过本会议事规则", "四、"))
    assert (
        "赞成（15人）：周敏、何佳、赵明义、孙兰、马建国、钱秀英、李秀珍、陈卫东、郑玉梅、冯立新、韩梅、杨德福、"
        "朱桂英、沈丽、罗永年；反对（1人）：吴国强；弃权（1人）：许志刚。"
    ) in said
    assert FOOT.fullmatch(text.splitlines()[-1])["kind"] == "record zh 76"


def the_layout(papers: Mapping[str, str]) -> None:
    """As it was read line by line beside the two examples; times and the seal's letters differ every time."""
    found = {name: masked(text) for name, text in papers.items()}
    if os.environ.get("WRITE_GOLDENS"):
        for name, text in found.items():
            (GOLDEN / f"{name}.txt").write_text(text, "utf-8")
    assert found == {name: (GOLDEN / f"{name}.txt").read_text("utf-8") for name in found}


def masked(text: str) -> str:
    """A paper without what depends on the hour it was made in: its times, and the last line's letters."""
    body, foot = text.removesuffix("\n").rsplit("\n", 1)
    return f"{re.sub(TIME, '##:##', body)}\n{re.sub(SEAL, ' ####', foot)}\n"
