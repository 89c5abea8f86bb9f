"""Whole meetings for tests, held through the use cases with the clock of their evening.

`street_lights` is the meeting of the two examples in `shared/domain/`: 21 on the roll, 17 present,
an amendment 14-1-2, the motion 16-0-1, a secret ballot tied 8-8-1, four actions.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from council_tui.domain.agenda import Outcome, Role
from council_tui.domain.figures import Figures
from council_tui.domain.floor import Stance
from council_tui.domain.gates import parse_gate
from council_tui.domain.ids import ItemId, MeetingId, PersonId, ProposalId, VoteId
from council_tui.domain.minutes import Part
from council_tui.domain.rules import FloorRules, Rules, floor_text, rules_text
from council_tui.domain.votes import Way
from council_tui.store.store import Store
from council_tui.usecases import (
    agenda,
    attendance,
    council,
    floor,
    meetings,
    minutes,
    people,
    promises,
    proposals,
    results,
    votes,
)
from council_tui.usecases.agenda import ItemEntry, Settlement
from council_tui.usecases.meetings import MeetingEntry
from council_tui.usecases.people import PersonEntry
from council_tui.usecases.promises import ActionEntry
from council_tui.usecases.proposals import Wording

DAY = "2023-02-08"
COUNCIL, COUNCIL_2 = "梧桐里社区邻里议事会", "Wutong Lane Neighbourhood Council"
PRESENT = (
    ("周敏", "社区党支部书记", "community Party branch secretary"),
    ("何佳", "社区工作者", "community worker"),
    *((name, "", "") for name in ("赵明义", "孙兰", "马建国", "钱秀英", "李秀珍", "陈卫东", "吴国强")),
    *(
        (name, "", "")
        for name in ("郑玉梅", "冯立新", "韩梅", "杨德福", "朱桂英", "许志刚", "沈丽", "罗永年")
    ),
)
AWAY = (("曹建华", "住院"), ("魏红", "出差"), ("姜文", "值班"))
GUESTS = (
    PersonEntry("高玲", title="第5网格网格员", title_2="grid worker, Grid 5"),
    PersonEntry("李志远", organisation="市城市照明管护中心", title_2="City Lighting Management Centre"),
    PersonEntry("王军", organisation="街道城市管理办公室", title_2="Sub-district Urban Management Office"),
)
RULES = Rules(
    "wutong",
    (("zh", "梧桐里社区邻里议事会议事规则（2022年11月议定）"), ("en", "Council rules of November 2022")),
    (parse_gate(">= 2/3 of roll"),),
    (parse_gate("> 1/2 of present"),),
    verified=True,
)
FLOOR = FloorRules("wutong", (("zh", "一般议事"), ("en", "Plain debate")), speech_seconds=120)
LIGHTS = ItemEntry(
    "审议《关于在澡堂巷小区门口加装路灯的提案》",
    "Street lights at the Bathhouse Lane gate",
    "T-2023-004",
    "第5网格网格员高玲入户走访时，12户居民反映早出晚归门口昏暗（诉求M-2023-017）。2月1日至7日征求意见，"
    "收到意见26条：支持23条，担心灯光照进卧室3条。",
    "Twelve households told grid worker Gao Ling during home visits that the gate is dark when they leave"
    " early and return late (matter M-2023-017). Comments were invited from 1 to 7 February; 26 were"
    " received: 23 in support, 3 worried about light entering bedrooms.",
)
SHELTER = ItemEntry(
    "审议《关于小区南墙设置电动自行车充电棚的提案》",
    "E-bike charging shelter at the south wall",
    "T-2023-005",
)
REPORT = ItemEntry("通报上次会议决议办理情况", "Matters arising")
FOUR = Wording(
    "在小区门口和巷道安装路灯4盏，由社区居委会向市城市照明管护中心申请，2月底前完成。",
    "That four street lights be installed at the gate and along the lane, the Residents' Committee to"
    " apply to the City Lighting Management Centre, and the work to be finished by the end of February.",
)
FIVE = Wording(
    "在澡堂巷小区门口和巷道安装路灯5盏（含巷道拐弯处1盏），全部加装遮光罩，由社区居委会向市城市照明管护中心"
    "申请，2023年2月底前完成。",
    "That five street lights, one of them at the bend, each with a shade, be installed at the Bathhouse"
    " Lane gate and along the lane; the Residents' Committee to apply to the City Lighting Management"
    " Centre; to be finished by 28 February 2023.",
    "将“4盏”改为“5盏”，在巷道拐弯处增设1盏，全部加装遮光罩。",
    'to strike "four" and insert "five", the fifth at the bend of the lane, and to fit every light with'
    " a shade.",
)
SHED = Wording("在小区南墙设置电动自行车充电棚。", "That a charging shelter be built at the south wall.")
REMARKS = (
    ("杨德福", Stance.PRO, "老人晚上出门看病，摔过两次。", "Old people go to the doctor at night; two fell."),
    ("韩梅", Stance.CON, "住一楼，灯正对窗户，建议加遮光罩。", "The lamp faces her window: fit a shade."),
    (
        "李志远",
        Stance.NEITHER,
        "遮光罩可以加，门口有现成电源，不用破路。",
        "A shade can be fitted; there is power at the gate, no need to break the road.",
    ),
)


@dataclass(frozen=True)
class Held:
    """A meeting that was held."""

    store: Store
    meeting: MeetingId
    people: dict[str, PersonId]
    items: tuple[ItemId, ...]
    motions: tuple[ProposalId, ...]
    votes: tuple[VoteId, ...]


_SETTINGS = count()
"""A clock begins when it is first asked: each setting is another one, by a microsecond."""


@contextmanager
def evening(day: str = DAY) -> Iterator[Any]:
    """Set the program's clock from act to act: `at("19:21")`; afterwards it is as before."""
    before = os.environ.get("COUNCIL_TUI_CLOCK")

    def at(time: str) -> None:
        wanted = datetime.fromisoformat(f"{day}T{time}") + timedelta(microseconds=next(_SETTINGS))
        os.environ["COUNCIL_TUI_CLOCK"] = wanted.isoformat()

    try:
        yield at
    finally:
        if before is None:
            os.environ.pop("COUNCIL_TUI_CLOCK", None)
        else:
            os.environ["COUNCIL_TUI_CLOCK"] = before


def found(store: Store, provisional: bool = False) -> dict[str, PersonId]:
    """The council of the examples: its rules, its 21 members, its three guests."""
    store.writing(council.found_council, COUNCIL, "zh", rules_text(RULES), floor_text(FLOOR))
    store.writing(council.rename_council, COUNCIL, COUNCIL_2, "zh")
    if not provisional:
        store.writing(council.choose_rules, rules_text(RULES), floor_text(FLOOR), False)
    members = [*PRESENT, *((name, "", "") for name, _reason in AWAY), ("高建军", "", "")]
    known = {}
    for seat, (name, title, title_2) in enumerate(members, 1):
        entry = PersonEntry(name, title=title, title_2=title_2, seat=seat)
        known[name] = store.writing(people.add_person, entry)
    return known


def plan(store: Store, known: dict[str, PersonId], starts: str = f"{DAY}T19:00") -> MeetingId:
    """The third meeting of the year, with its notice posted and its agenda of three."""
    entry = MeetingEntry(
        starts,
        "社区党群服务中心二楼议事厅",
        "Council room, second floor, Party and Community Service Centre",
        number=3,
        reference="WTL-YSH-2023-03",
        convener=known["周敏"],
        chair=known["周敏"],
        recorder=known["何佳"],
    )
    meeting = store.writing(meetings.plan_meeting, entry)
    store.writing(meetings.post_notice, meeting, "2023-02-01")
    store.writing(meetings.hand_over, meeting, Role.TELLERS, (known["李秀珍"], known["陈卫东"]))
    return meeting


def sign_in(store: Store, meeting: MeetingId, known: dict[str, PersonId]) -> None:
    """Seventeen members and three guests come; three sent word; one stays away."""
    for name, _title, _title_2 in PRESENT:
        store.writing(attendance.sign_in, meeting, known[name])
    for name, reason in AWAY:
        store.writing(attendance.excuse, meeting, known[name], reason)
    store.writing(attendance.mark_absent, meeting, known["高建军"])
    for guest in GUESTS:
        known[guest.name] = store.writing(attendance.admit_guest, meeting, guest)


def street_lights(store: Store, provisional: bool = False) -> Held:
    """The whole meeting, from an empty file to its adjournment."""
    with evening() as at:
        at("18:30")
        known = found(store, provisional)
        meeting = plan(store, known)
        items = tuple(store.writing(agenda.add_item, meeting, entry) for entry in (LIGHTS, SHELTER, REPORT))
        at("18:45")
        sign_in(store, meeting, known)
        at("19:00")
        store.writing(meetings.open_meeting, meeting)
        motion, amendment, first = _lights(store, meeting, items[0], known, at)
        shed, second = _shelter(store, meeting, items[1], known, at)
        at("20:30")
        store.writing(agenda.open_item, meeting, items[2])
        noted = Settlement(
            Outcome.NOTED,
            "上次会议决议3项，已办结2项，在办1项（12号楼排水管道疏通，由乐修匠服务队承办，完成时限2月15日）。",
            "Three decisions were outstanding from the last meeting: two closed; one in progress (Building 12"
            " drain, Lexiujiang repair team, due 15 February).",
        )
        store.writing(agenda.settle_item, meeting, items[2], noted)
        _actions(store, meeting, items, known)
        at("20:46")
        store.writing(meetings.adjourn, meeting)
    return Held(store, meeting, known, items, (motion, amendment, shed), (*first, second))


def _lights(
    store: Store, meeting: MeetingId, item: ItemId, known: dict[str, PersonId], at: Any
) -> tuple[ProposalId, ProposalId, tuple[VoteId, VoteId]]:
    at("19:20")
    store.writing(agenda.open_item, meeting, item)
    at("19:21")
    motion = store.writing(proposals.move, meeting, item, FOUR, known["赵明义"], known["孙兰"])
    for minute, (name, stance, text, text_2) in enumerate(REMARKS, 23):
        at(f"19:{minute}")
        remark = store.writing(floor.note_remark, meeting, item, text, known[name], stance)
        store.writing(floor.change_remark, remark, text, text_2)
    at("19:31")
    amendment = store.writing(proposals.amend, meeting, motion, FIVE, known["马建国"], known["钱秀英"])
    at("19:38")
    first = hands(store, meeting, amendment, (14, 1, 2))
    at("19:41")
    second = hands(store, meeting, motion, (16, 0, 1))
    return motion, amendment, (first, second)


def hands(store: Store, meeting: MeetingId, motion: ProposalId, figures: Sequence[int]) -> VoteId:
    """A show of hands, counted and announced."""
    vote = store.writing(votes.open_vote, meeting, motion, Way.HANDS)
    store.writing(votes.close_hands, vote, Figures(*figures))
    store.writing(results.announce_result, vote)
    return vote


def _shelter(
    store: Store, meeting: MeetingId, item: ItemId, known: dict[str, PersonId], at: Any
) -> tuple[ProposalId, VoteId]:
    at("20:00")
    store.writing(agenda.open_item, meeting, item)
    at("20:02")
    motion = store.writing(proposals.move, meeting, item, SHED, known["冯立新"], known["许志刚"])
    said = "赞成方认为可以减少飞线充电，反对方认为离住户窗口不足6米。"
    store.writing(minutes.word_part, meeting, item, Part.DISCUSSION, "zh", said)
    at("20:20")
    vote = store.writing(votes.open_secret_vote, meeting, motion)
    store.writing(votes.close_secret_vote, vote, Figures(8, 8, 1, issued=17, returned=17))
    store.writing(results.announce_result, vote)
    lost = Settlement(
        Outcome.LOST,
        "由第3网格支部另行选址，提出不少于2个备选方案，提交下次会议再议。",
        "The Grid 3 Party branch was asked to bring at least two other sites to the next meeting.",
    )
    store.writing(agenda.settle_item, meeting, item, lost)
    return motion, vote


def _actions(store: Store, meeting: MeetingId, items: Sequence[ItemId], known: dict[str, PersonId]) -> None:
    lights, shelter = items[0], items[1]
    for item, task, task_2, organisation, organisation_2, name, due in (
        (
            lights,
            "提交路灯安装申请并现场定点",
            "Apply for the lights; mark positions on site",
            "社区居委会",
            "Residents' Committee",
            "何佳",
            "2023-02-15",
        ),
        (
            lights,
            "安装路灯5盏并加装遮光罩",
            "Install five shaded lights",
            "市城市照明管护中心",
            "City Lighting Management Centre",
            "李志远",
            "2023-02-28",
        ),
        (
            lights,
            "回访反映诉求的12户居民，登记满意度",
            "Revisit the 12 households; record satisfaction",
            "第5网格",
            "Grid 5",
            "高玲",
            "2023-03-03",
        ),
        (
            shelter,
            "充电棚另行选址，提出不少于2个备选方案",
            "Propose two or more charging-shelter sites",
            "第3网格支部",
            "Grid 3 branch",
            "孙兰",
            "2023-03-08",
        ),
    ):
        entry = ActionEntry(task, task_2, organisation, organisation_2, known[name], due)
        store.writing(promises.assign_action, meeting, item, entry)
