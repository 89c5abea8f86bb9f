"""The main road key by key: one evening from an empty laptop on, and what must be seen meanwhile."""

import re

from tests.road.keyboard import agree, answer, put, recorded, step
from tests.road.terminal import Terminal

INITIALS = "zm hj zmy sl mjg qxy lxz cwd wgq zym flx hm ydf zgy xzg sl lyn"
"""The seventeen who come. Sun Lan and Shen Li are both `sl`: they are picked from a list."""

LIGHTS, LIGHTS_2 = "审议《关于在澡堂巷小区门口加装路灯的提案》", "Street lights at the Bathhouse Lane gate"
SOURCE = "第5网格网格员高玲入户走访时，12户居民反映早出晚归门口昏暗（诉求M-2023-017）。"
SHELTER = "审议《关于小区南墙设置电动自行车充电棚的提案》"
SHELTER_2 = "E-bike charging shelter at the south wall"
FOUR = "在小区门口和巷道安装路灯4盏，由社区居委会向市城市照明管护中心申请，2月底前完成。"
FOUR_2 = (
    "That four street lights be installed at the gate and along the lane, the work to be finished by the"
    " end of February."
)
CHANGE, CHANGE_2 = (
    "将“4盏”改为“5盏”，全部加装遮光罩。",
    'to strike "four" and insert "five", each with a shade.',
)
FIVE = (
    "在澡堂巷小区门口和巷道安装路灯5盏（含巷道拐弯处1盏），全部加装遮光罩，由社区居委会向市城市照明管护中心"
    "申请，2023年2月底前完成。"
)
FIVE_2 = (
    "That five street lights, one of them at the bend, each with a shade, be installed at the Bathhouse Lane"
    " gate and along the lane, and be finished by 28 February 2023."
)
SHED, SHED_2 = "在小区南墙设置电动自行车充电棚。", "That a charging shelter be built at the south wall."
BALLOTS = "11111112111113111"
"""Fifteen yes, Wu Guoqiang no, Xu Zhigang abstains; the chair, who is asked last, says yes."""


def begin(terminal: Terminal) -> None:
    """Three questions."""
    terminal.wait_for("欢迎。三个问题，然后就可以开会。")
    terminal.fill("梧桐里社区邻里议事会")
    terminal.send("enter", "enter", "enter")
    terminal.wait_for(recorded("议事会建立：梧桐里社区邻里议事会"))


def import_the_roster(terminal: Terminal) -> None:
    """21 names out of a spreadsheet's file."""
    step(terminal, "登记成员", "还没有登记任何人。")
    step(terminal, "导入名册", "名册文件（CSV），或文件夹")
    terminal.type("roster-gb18030.csv")
    terminal.send("enter")
    terminal.wait_for("读到21人（GB18030，逗号）。", "新增21人，更改0人，不变0人，不收0人。")
    terminal.send("enter")
    terminal.wait_for(recorded("导入名册：21人"), "成员 21 人，其他 0 人")


def plan(terminal: Terminal) -> None:
    """The evening's plan, and the council's own rules as its first item."""
    step(terminal, "首页", "下一步  安排会议")
    terminal.send("c")
    answer(terminal, "第二语言名称", "", "Wutong Lane Neighbourhood Council", told="议事会改名")
    terminal.send("0")
    answer(
        terminal,
        "新会议",
        *(
            "",
            "3",
            "2月8日",
            "",
            "社区党群服务中心二楼议事厅",
            "Council room, second floor",
            "WTL-YSH-2023-03",
        ),
        *("zm", "zm", "hj", "", "2月1日"),
    )
    agree(terminal, "把「通过本会议事规则」列为第一项议题吗？", recorded("议事规则列入议程"))
    terminal.wait_for("第3次会议 未开始", "应到 21  实到  0  法定 14  差 14")


def put_on_the_agenda(terminal: Terminal) -> None:
    """Two items of residents, and the rules behind them."""
    terminal.send("4")
    terminal.wait_for("实到 0，应到 21")
    terminal.send("escape")
    terminal.wait_for("> 一  通过本会议事规则")
    for title, source, title_2, number in (
        (LIGHTS, SOURCE, LIGHTS_2, "T-2023-004"),
        (SHELTER, "", SHELTER_2, "T-2023-005"),
    ):
        terminal.send("n")
        answer(
            terminal, "限时（分）", title, "15", "", source, title_2, number, told=f"增加议题：{title[:8]}"
        )
    for place in "二三":
        terminal.send("J")
        terminal.wait_for(f"> {place}  通过本会议事规则")
    terminal.wait_for("  一  审议《关于在澡堂巷小区门口加装路灯的提", "散会    预定共 30 分")


def sign_in(terminal: Terminal) -> None:
    """Seventeen come, each by the first letters; three sent word, and one stays away."""
    step(terminal, "签到", "实到 0，应到 21", "法定 14：还差 14 人")
    for count, letters in enumerate(INITIALS.split(), 1):
        terminal.type(letters)
        if letters == "sl":
            terminal.wait_for("   4 孙兰 ", "  16 沈丽 ")
            terminal.send(*["down"] * (1 if count == 4 else 2))
        terminal.send("enter")
        terminal.wait_for(f"实到 {count}，应到 21", f"实到 {count:2}  法定 14")
        if count == 13:
            terminal.wait_for("法定 14：还差 1 人", "  0 人数不足也开始 ")
    terminal.send("tab")
    for name, reason in (("曹建华", "住院"), ("魏红", "出差"), ("姜文", "值班"), ("高建军", "")):
        stay_away(terminal, name, reason)
    terminal.send("tab")
    terminal.wait_for("请假 3   未到 1", "  21 高建军       缺席")


def stay_away(terminal: Terminal, name: str, reason: str) -> None:
    """Note that the one at the mark does not come, and go on to the next."""
    terminal.wait_for(re.compile(rf"> \d\d {name} "))
    terminal.send("enter")
    terminal.wait_for("  3  请假，写明事由", "  4  缺席")
    terminal.send("3" if reason else "4")
    if reason:
        terminal.wait_for("请假事由")
        terminal.type(reason)
        terminal.send("enter")
    terminal.wait_for(recorded(f"请假：{name}，{reason}" if reason else f"缺席：{name}"))
    terminal.send("down")


def open_and_take_up(terminal: Terminal) -> None:
    """The chair's words so far."""
    step(terminal, "开会", recorded("宣布开会"), "第3次会议 进行中")
    terminal.wait_for(f"下一步  进入：一、{LIGHTS[:12]}")
    step(terminal, "下一议题", recorded(f"开始审议：{LIGHTS[:8]}"), "还没有动议。m 提出")


def debate_the_lights(terminal: Terminal) -> None:
    """A motion, and an amendment that comes first."""
    step(terminal, "动议", "附议人")
    answer(terminal, "附议人", "zmy", "sl", FOUR, FOUR_2, told="动议：赵明义")
    terminal.wait_for("赵明义 动议", "孙兰 附议", "下一步  付表决：议题，举手")
    terminal.send("r")
    terminal.wait_for("修正内容")
    for words in ("mjg", "qxy", CHANGE, CHANGE_2):
        put(terminal, words)
        terminal.send("enter")
    for text in (FIVE, FIVE_2):
        terminal.send(*["ctrl+k"] * 6)
        put(terminal, text)
        terminal.send("tab")
    terminal.send("ctrl+s")
    terminal.wait_for(recorded("提出修正案：马建国"), "修正案（一）待表决：将“4盏”改为“5盏”")


def vote_by_hands(terminal: Terminal) -> None:
    """Fourteen to one, two abstain; then the motion as amended, sixteen to none."""
    hands(terminal, "修正案（一）", (14, 1, 2), "需赞成 9，已有 14：已够。")
    step(terminal, "回议程", "修正案（一）已并入：+14  -1  =2  通过", "下一步  付表决：议题（修正后），举手")
    hands(terminal, "议题（修正后）", (16, 0, 1), "需赞成 9，已有 16：已够。")
    terminal.wait_for("到会 17 人，过半数需 9 票；赞成 16，反对 0，弃权 1：通过。")


def hands(terminal: Terminal, subject: str, figures: tuple[int, int, int], live: str) -> None:
    """Put to the vote, count, and announce."""
    step(terminal, "付表决", f"一、{subject}  举手表决", "到会 17 人", "需赞成 9，已有 0：还差 9。")
    terminal.type("\t".join(map(str, figures)))
    terminal.wait_for(live, "未表决 0")
    terminal.send("enter")
    yes, no, abstain = figures
    terminal.wait_for(recorded(f"举手计数：+{yes} -{no} ={abstain}"), "+  通   过", "尚未宣布")
    step(terminal, "宣布结果", recorded("宣布结果"), "已宣布")


def assign(terminal: Terminal) -> None:
    """Two actions: the next step asks for one, and `t` for any other."""
    step(terminal, "决议与交办", "结果    通过  +16  -0  =1  需 9")
    terminal.send("0")
    answer(
        terminal,
        "责任单位",
        "提交路灯安装申请并现场定点",
        "hj",
        "社区居委会",
        "2月15日",
        "Apply for the lights; mark positions",
        told="交办：提交路灯",
    )
    terminal.wait_for("t 交办")
    terminal.send("t")
    answer(
        terminal,
        "责任单位",
        "安装路灯5盏并加装遮光罩",
        "flx",
        "市城市照明管护中心",
        "2月28日",
        "Install five shaded lights",
        told="交办：安装路灯",
    )


def tie(terminal: Terminal) -> None:
    """The shelter, by secret ballot: eight to eight."""
    step(terminal, "下一议题", recorded(f"开始审议：{SHELTER[:8]}"))
    step(terminal, "动议", "附议人")
    answer(terminal, "附议人", "flx", "xzg", SHED, SHED_2, told="动议：冯立新")
    terminal.send("h")
    terminal.wait_for("用什么方式表决？", "  3  无记名")
    terminal.send("3")
    terminal.wait_for("付表决：议题，无记名")
    terminal.send("0")
    agree(terminal, "开始无记名投票？", "二、议题  无记名投票", "有表决权 17 人，发出 0 张，收回 0 张。")
    terminal.type("\t".join(map(str, (17, 17, 0, 8, 8, 1))))
    terminal.wait_for("有效 17 = 8 + 8 + 1：对上了。", "需赞成 9，已有 8：平票，未通过。")
    terminal.send("enter")
    terminal.wait_for(recorded("计票结束：+8 -8 =1"), "-  未 通 过   平 票")
    step(terminal, "宣布结果", recorded("宣布结果"), "! 双方票数接近，可以下次再议。")
    step(terminal, "下次再议", recorded(f"议题结果：{SHELTER[:8]}"))
    step(terminal, "回议程", "结果    下次再议   平票，未通过  +8  -8  =1  需 9")


def call_the_roll(terminal: Terminal) -> None:
    """The council's own rules, by roll call: seventeen answers in nineteen keystrokes."""
    step(terminal, "下一议题", recorded("开始审议：通过本会议事规则"))
    step(terminal, "动议", "附议人")
    answer(terminal, "附议人", "zm", "hj", told="提案付议：周敏")
    terminal.send("h")
    terminal.wait_for("  2  唱名")
    terminal.send("2")
    terminal.wait_for("付表决：议题，唱名")
    keys = ["0", *BALLOTS, "0"]
    assert len(keys) == 19
    terminal.send(keys[0])
    terminal.wait_for("三、议题  唱名表决", "请答 2", "何 佳", "未答 17")
    terminal.send(*keys[1:10])
    terminal.wait_for("未答 8", "需赞成 9，已有 8：还差 1。", "请答 11", "冯 立 新")
    terminal.send(*keys[10:18])
    terminal.wait_for(
        "未答 0", "   9 吴国强       - 反对", "  15 许志刚       = 弃权", recorded("表态：周敏，赞成")
    )
    terminal.send(keys[18])
    terminal.wait_for(recorded("唱名结束：+15 -1 =1"), "赞成 15，反对 1，弃权 1：通过。")
    step(terminal, "宣布结果", recorded("宣布结果"))
    step(terminal, "决议与交办", "下一步  规则已通过：由暂行改为正式")
    terminal.send("0")
    agree(terminal, "这一项通过的是议事会自己的规则吗？", recorded("议事规则已通过"))


def adjourn_and_sign(terminal: Terminal) -> None:
    """The end of the evening, and the seal."""
    terminal.wait_for("  0 散会 ")
    terminal.send("0")
    agree(terminal, "散会？", recorded("散会"), "第3次会议 已散会")
    step(terminal, "看纪要", "没有缺项", "草稿，待签发")
    terminal.send("0")
    agree(terminal, "签发第 1 版？  主持人：周敏", recorded("纪要签发"), "第 1 版 已封存")


EVENING = (
    begin,
    import_the_roster,
    plan,
    put_on_the_agenda,
    sign_in,
    open_and_take_up,
    debate_the_lights,
    vote_by_hands,
    assign,
    tie,
    call_the_roll,
    adjourn_and_sign,
)
