"""The second road: the turns an evening may take, each in a real terminal and in what it leaves behind."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from council_tui.store.store import Store
from council_tui.usecases import agenda, meetings, proposals
from council_tui.usecases.meetings import view_current
from council_tui.usecases.record import view_drafts
from tests.meetings import FOUR, LIGHTS, REPORT, SHED, SHELTER, evening, found, plan, sign_in
from tests.road.keyboard import agree, answer, export, recorded, step, window
from tests.road.paper import labelled, run_on, section, table
from tests.road.terminal import PATIENCE, Terminal

VOTES = ("表决事项", "到会", "赞成", "反对", "弃权", "需赞成", "结果")
REMARK = "住一楼，灯正对窗户，建议加遮光罩"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A meeting in which 17 of 21 are present, its first motion moved; its file."""
    return sitting(tmp_path / "council.db")


def sitting(path: Path) -> Path:
    """Hold the meeting so far."""
    store = Store(path, create=True)
    with evening() as at:
        at("18:40")
        known = found(store)
        meeting = plan(store, known)
        entries = (LIGHTS, SHELTER, replace(REPORT, minutes=5))
        items = [store.writing(agenda.add_item, meeting, entry) for entry in entries]
        sign_in(store, meeting, known)
        at("19:00")
        store.writing(meetings.open_meeting, meeting)
        at("19:05")
        store.writing(agenda.open_item, meeting, items[0])
        store.writing(proposals.move, meeting, items[0], FOUR, known["赵明义"], known["孙兰"])
        store.writing(proposals.write_proposal, items[1], SHED)
    store.shut()
    return path


@pytest.fixture
def terminal(book: Path) -> Iterator[Terminal]:
    """The chair's desk, as it is found when the program is opened in mid-meeting."""
    with desk(book) as opened:
        yield opened


def desk(book: Path) -> Terminal:
    """Open the program on the meeting that is going on."""
    opened = window(book.parent, "--file", str(book), clock="2023-02-08T19:10:00")
    step(opened, "回到会议", "下一步  付表决：议题，举手")
    return opened


def someone(terminal: Terminal, letters: str, name: str, does: str, told: str, reason: str = "") -> None:
    """Somebody comes, goes, or stands aside."""
    terminal.send("s")
    terminal.wait_for("谁到会或离会？")
    terminal.type(letters)
    terminal.wait_for(re.compile(rf"> +\d+  {name} "), re.compile(rf"\[{letters} "))
    terminal.send("enter")
    listed = re.compile(rf" (\d)  {does}")
    terminal.send(listed.findall(terminal.wait_for(listed))[0])
    if reason:
        terminal.wait_for(f"{does}的原因")
        terminal.type(reason)
        terminal.send("enter")
    terminal.wait_for(recorded(told))


def test_who_leaves_and_who_stands_aside_changes_what_is_needed(book: Path, terminal: Terminal):
    someone(terminal, "gjj", "高建军", "现在到会", "到会：高建军")
    terminal.wait_for("实到 18  法定 14")
    count(terminal, 18, 10, (10, 6, 2), "需赞成 10，已有 10：已够。")
    someone(terminal, "lyn", "罗永年", "现在离会", "离会：罗永年")
    terminal.wait_for("实到 17  法定 14")
    step(terminal, "决议与交办", "责任单位")
    terminal.send("escape")
    step(terminal, "下一议题", "动议    尚未提出（m）：在小区南墙设置电动自行车充电棚。")
    someone(terminal, "hm", "韩梅", "回避本项", "回避：韩梅", "窗户就在旁边")
    step(terminal, "动议", "附议人")
    answer(terminal, "附议人", "flx", "xzg", told="提案付议：冯立新")
    count(terminal, 16, 9, (9, 6, 1), "需赞成 9，已有 9：已够。")
    text = draft(terminal, book.parent)
    assert table(section(text, "一、", "二、"), *VOTES) == [("议题", "18", "10", "6", "2", "10", "通过")]
    shelter = section(text, "二、", "三、")
    assert table(shelter, *VOTES) == [("议题", "16", "9", "6", "1", "9", "通过")]
    assert "韩梅（窗户就在旁边）" in run_on(shelter)
    assert re.search(r"罗永年：19:1\d离会；高建军：19:1\d到会", labelled(text, "到会变动："))


def count(terminal: Terminal, present: int, needed: int, figures: tuple[int, int, int], live: str) -> None:
    """A show of hands, announced; then back at the desk."""
    step(terminal, "付表决", f"到会 {present} 人", f"需赞成 {needed}，已有 0：还差 {needed}。")
    terminal.type("\t".join(map(str, figures)))
    terminal.wait_for(live)
    terminal.send("enter")
    step(terminal, "宣布结果", "已宣布")
    terminal.send("escape")
    terminal.wait_for(re.compile("^ 议程 ", re.MULTILINE))


def draft(terminal: Terminal, home: Path) -> str:
    """The minutes as they stand, written as a draft."""
    terminal.send("6")
    terminal.wait_for("草稿，")
    return export(terminal, home)


def test_a_result_corrected_after_announcing_keeps_both_figures_and_the_reason(
    book: Path, terminal: Terminal
):
    step(terminal, "付表决", "到会 17 人")
    terminal.type("14\t1\t2")
    terminal.wait_for("需赞成 9，已有 14：已够。")
    terminal.send("enter")
    step(terminal, "宣布结果", "已宣布")
    terminal.send("c")
    terminal.wait_for("更正结果：新旧数字和理由都会印出")
    for figure in ("13", "2", "2"):
        terminal.send("backspace", "backspace")
        terminal.type(figure)
        terminal.send("enter")
    terminal.type("第二排漏看一人")
    terminal.send("ctrl+s")
    terminal.wait_for(recorded("更正结果：+13 -2 =2"), "更正：赞成14改为13、反对1改为2（何佳，19:1")
    lights = section(draft(terminal, book.parent), "一、", "二、")
    assert table(lights, *VOTES) == [("议题", "17", "13", "2", "2", "9", "通过")]
    told = re.compile(r"更正：赞成14改为13、反对1改为2（何佳，19:1\d，第二排漏看一人）。")
    assert told.search(run_on(lights))


def test_what_is_unfinished_is_offered_on_the_next_agenda(book: Path, terminal: Terminal):
    terminal.send("z")
    agree(terminal, "还有 3 项没有结果，下次议程会再提出", recorded("散会"))
    terminal.send("1")
    terminal.wait_for("下一步  ", "第3次会议")
    terminal.send("n")
    answer(terminal, "通知张贴于", "", "", "3月8日")
    terminal.wait_for("以前未办结的议题，列入这次议程吗？", "> 1  全部 3 项", "  4  通报上次会议决议办理情况")
    terminal.send("4")
    terminal.wait_for(recorded("带入未办结议题"), "第4次会议 未开始")
    terminal.send("4")
    terminal.wait_for("2023年3月8日（星期三） 19:00", re.compile("> 一  通报上次会议决议办理情况 +5分"))


def test_the_language_is_switched_in_mid_meeting_and_no_typed_text_is_lost(book: Path, terminal: Terminal):
    begin_remark(terminal)
    terminal.send("f6")
    terminal.wait_for("Not recorded yet", REMARK[:12], "韩梅")
    terminal.type("。")
    terminal.send("ctrl+s")
    terminal.wait_for(recorded("Remark noted"), " Motion  ", "No. 3 open", "roll 21  present 17")
    terminal.send("f6")
    terminal.wait_for(recorded("记发言"), "第3次会议 进行中")
    terminal.send("6")
    terminal.wait_for("草稿，")
    assert f"韩梅（反对）：{REMARK}。" in run_on(export(terminal, book.parent))


def begin_remark(terminal: Terminal) -> None:
    """Type most of what a member said, into a long field, and do not record it."""
    terminal.send("k")
    terminal.wait_for("发言人")
    terminal.type("hm")
    terminal.send("enter", "left", "enter")
    terminal.type(REMARK)
    terminal.wait_for(REMARK[:12], "尚未记录")


def test_a_remark_half_typed_survives_a_kill(book: Path):
    with desk(book) as terminal:
        begin_remark(terminal)
        until(lambda: drafts(book) == {"person": "韩梅", "text": REMARK})
        terminal.kill()
    with window(book.parent, "--file", str(book), clock="2023-02-08T19:12:00") as again:
        again.wait_for("没打完的字")
        step(again, "回到会议", "下一步  付表决：议题，举手")
        again.send("k")
        again.wait_for("已放回上次没打完的字；尚未记录。", REMARK[:12], "韩梅")
        again.send("ctrl+s")
        again.wait_for(recorded("记发言"))
    assert drafts(book) == {}


def drafts(book: Path) -> dict[str, str]:
    """What is kept of the remark that is being typed."""
    store = Store(book, view_only=True)
    try:
        held = store.reading(view_current)
        assert held is not None
        return dict(store.reading(view_drafts, f"agenda.remark.{held.items[0].id}"))
    finally:
        store.shut()


def until(reached: Callable[[], bool]) -> None:
    """Wait for what stands in the file."""
    deadline = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < deadline, "It never came to be so."


def test_a_second_window_looks_on_and_follows(book: Path, terminal: Terminal):
    with window(book.parent, "--file", str(book), clock="2023-02-08T19:10:00") as second:
        second.wait_for("第3次会议 只读", "实到 17")
        second.send("4")
        second.wait_for("现在    一、审议《关于在澡堂巷小区门口加装路灯的提案》")
        for key in "snmz0":
            second.send(key)
        someone(terminal, "hm", "韩梅", "现在离会", "离会：韩梅")
        second.wait_for("实到 16  法定 14", recorded("离会：韩梅"))
        step(terminal, "付表决", "到会 16 人")
        second.wait_for("表决中")
        second.send("5")
        second.wait_for("到会 16 人", "需赞成 9，已有 0：还差 9。")
        terminal.type("9\t3\t4")
        terminal.wait_for("需赞成 9，已有 9：已够。", "未表决 0")
        terminal.send("enter")
        terminal.wait_for("尚未宣布")
        second.wait_for("+  通   过", "尚未宣布", "到会 16 人，过半数需 9 票；赞成 9，反对 3，弃权 4：通过。")
