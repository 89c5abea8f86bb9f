"""The councils whose screens are kept as goldens: founded, before, in and after a meeting, and a full house.

Each is built through the use cases, with the clock of its evening.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from council_tui.domain.agenda import Outcome
from council_tui.domain.gates import parse_gate
from council_tui.domain.ids import ItemId, MeetingId, PersonId, ProposalId
from council_tui.domain.polls import Candidate, PollEntry
from council_tui.domain.proxies import Bond
from council_tui.domain.rules import floor_text, rules_text
from council_tui.domain.unitlists import AreaSource, UnitRow
from council_tui.intake.rules import floor_preset, preset
from council_tui.store.store import Store
from council_tui.usecases import (
    agenda,
    attendance,
    council,
    floor,
    laptop,
    meetings,
    minutes,
    people,
    polls,
    promises,
    proposals,
    units,
)
from council_tui.usecases.agenda import ItemEntry, Settlement
from council_tui.usecases.meetings import MeetingEntry
from council_tui.usecases.people import PersonEntry
from council_tui.usecases.promises import ActionEntry
from council_tui.usecases.proposals import Wording
from council_tui.usecases.proxies import ProxyEntry, give_proxy
from council_tui.usecases.rules import RulesEntry, write_rules
from council_tui.wording.minutes import sealed_hash
from tests import assembly, joint, kinds, proxied, staging
from tests import meetings as example
from tests.meetings import DAY, evening, hands

NATION = tuple(
    f"{first}·{second}"
    for first in ("古丽巴哈尔", "阿卜杜热合")
    for second in ("阿卜杜热西提", "买买提依明江")
)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻"
LONG_NAMES = (*NATION, *(f"{each}家巷三号院东单元代表甲" for each in SURNAMES))
"""Forty people whose names are twelve characters long."""
SURNAMED = ("王芳", "陈果 [/]", "周一一", "赵敏", "吕品", "乐山", "单雄信", "曾巩")
NAME = "梧桐里社区第三网格邻里议事会暨小区自治管理委员会联席会议"
LONG = "关于在澡堂巷、小区南墙和12号楼之间新建一条带照明、雨棚和电动自行车充电设施的无障碍步行道，"
LONG_2 = "On a step-free footpath with lights, a canopy and charging points between three buildings, "
TITLE, TITLE_2 = (LONG * 5)[:200], (LONG_2 * 3)[:200]
TEXT = "；".join((LONG[2:-1],) * 12) + "。"
TEXT_2 = "; ".join(("That a step-free footpath with lights and a canopy be built",) * 12) + "."


def founded(store: Store) -> None:
    """A council, and nothing else."""
    rules = rules_text(preset("council_default")), floor_text(floor_preset("plain"))
    store.writing(council.found_council, example.COUNCIL, "zh", *rules)
    store.writing(council.rename_council, example.COUNCIL, example.COUNCIL_2, "zh")


def planned(store: Store) -> tuple[dict[str, PersonId], MeetingId, tuple[ItemId, ...]]:
    """The meeting of the examples, before anybody has come."""
    known = example.found(store)
    meeting = example.plan(store, known)
    entries = (example.LIGHTS, 15), (example.SHELTER, 15), (example.REPORT, 5)
    items = tuple(store.writing(agenda.add_item, meeting, _allotted(*each)) for each in entries)
    return known, meeting, items


def _allotted(entry: ItemEntry, least: int) -> ItemEntry:
    return ItemEntry(
        entry.title, entry.title_2, entry.number, entry.source, entry.source_2, entry.presenter, least
    )


def arriving(store: Store) -> None:
    """Thirteen have come, one short of the quorum; three sent word."""
    with evening() as at:
        at("18:30")
        known, meeting, _items = planned(store)
        for minute, (name, _title, _title_2) in enumerate(example.PRESENT[:13], 40):
            at(f"18:{minute}")
            store.writing(attendance.sign_in, meeting, known[name])
        for name, reason in example.AWAY:
            store.writing(attendance.excuse, meeting, known[name], reason)


def midway(store: Store) -> None:
    """The amendment is carried; the motion as amended is to be put."""
    with evening() as at:
        at("18:30")
        known, meeting, (lights, _shelter, report) = planned(store)
        at("18:45")
        example.sign_in(store, meeting, known)
        at("19:00")
        store.writing(meetings.open_meeting, meeting)
        at("19:04")
        store.writing(agenda.open_item, meeting, report)
        store.writing(agenda.settle_item, meeting, report, Settlement(Outcome.NOTED))
        at("19:20")
        store.writing(agenda.open_item, meeting, lights)
        at("19:21")
        motion = store.writing(proposals.move, meeting, lights, example.FOUR, known["赵明义"], known["孙兰"])
        at("19:23")
        name, stance, text, text_2 = example.REMARKS[0]
        remark = store.writing(floor.note_remark, meeting, lights, text, known[name], stance)
        store.writing(floor.change_remark, remark, text, text_2)
        at("19:31")
        amendment = store.writing(
            proposals.amend, meeting, motion, example.FIVE, known["马建国"], known["钱秀英"]
        )
        at("19:38")
        hands(store, meeting, amendment, (14, 1, 2))


def void(store: Store) -> None:
    """A ballot on the laptop was open when the program ended."""
    midway(store)
    with evening() as at:
        at("19:40")
        held = store.reading(meetings.view_current)
        assert held is not None
        motion = held.items[0].motion
        assert motion is not None
        store.writing(laptop.open_laptop_vote, held.id, motion.id)


def owned(store: Store) -> None:
    """The same, where nine owners of twelve units are known too."""
    midway(store)
    owners = [(f"1-10{n}", f"{name}") for n, name in enumerate(SURNAMED, 1)]
    owners += [(f"2-10{n}", "欧阳娜娜、李雷") for n in range(1, 5)]
    rows = [
        UnitRow(line, unit, 10_000, owner, True, None, None, AreaSource.REGISTER)
        for line, (unit, owner) in enumerate(owners, 2)
    ]
    store.writing(units.import_units, rows)


def joined(store: Store) -> None:
    """A joint meeting of three parties; a motion is moved."""
    with evening() as at:
        at("19:00")
        joint.settle(store)
        joint.held(store, (joint.LIN, joint.CHEN, joint.ZHOU, joint.OBRIEN, joint.LU))


def represented(store: Store) -> None:
    """Five of nine are there, and two of the others are represented: 许志刚 by a paper not seen yet."""
    with evening() as at:
        at("18:40")
        assembly.settle(store)
        proxied.govern(store)
        meeting, _item = assembly.plan(store)
        known = [person.id for person in store.reading(people.view_people)]
        for person in known[:5]:
            store.writing(attendance.sign_in, meeting, person)
        store.writing(give_proxy, meeting, ProxyEntry(known[5], known[0], Bond.WRITTEN, True, "2023-7"))
        store.writing(give_proxy, meeting, ProxyEntry(known[8], known[1], Bond.WRITTEN, False, ""))


def tied(store: Store) -> None:
    """Seven are there, one of them a chair who votes only to break a tie."""
    with evening() as at:
        at("19:00")
        assembly.settle(store)
        kinds.convened(store)


def elected(store: Store) -> None:
    """A poll for one office: three of those present, and one from outside; nothing is typed yet."""
    candidates = *(Candidate("", person=each) for each in (1, 2, 3)), Candidate("王·军 <i>", "Wang Jun")
    _asked(store, PollEntry("业主代表（任期两年）", "Delegate for two years", "majority", candidates))


def ranked(store: Store) -> None:
    """A poll by preferences: what is done first."""
    names = ("路灯、雨棚和充电设施先行方案", "Lights, canopy and charging first"), ("长椅", "Benches")
    more = ("健身角", "Exercise corner"), ("花坛", "Flower beds"), ("不做", "Nothing")
    candidates = tuple(Candidate(*each) for each in (*names, *more))
    _asked(store, PollEntry("先做哪一件", "What comes first", "irv", candidates))


def _asked(store: Store, entry: PollEntry) -> None:
    with evening() as at:
        at("19:00")
        assembly.settle(store)
        floor = assembly.convene(store)
        store.writing(polls.open_poll, floor.meeting, floor.item, entry)


def over(store: Store) -> None:
    """The meeting is adjourned; one action has no date."""
    held = example.street_lights(store)
    with evening() as at:
        at("20:46:30")
        entry = ActionEntry(
            "征求南墙住户意见", "Ask the households at the south wall", "第3网格支部", "Grid 3 branch"
        )
        store.writing(promises.assign_action, held.meeting, held.items[1], entry)


def sealed(store: Store) -> None:
    """The meeting is adjourned and its papers are signed off."""
    held = example.street_lights(store)
    with evening() as at:
        at("20:50")
        view = store.reading(meetings.view_meeting, held.meeting)
        store.writing(minutes.sign_off, held.meeting, held.people["周敏"], view.head, sealed_hash(view))


def crowd(store: Store, came: int) -> tuple[MeetingId, list[PersonId], list[ItemId]]:
    """Forty on the roll, some of them in the room; twelve items before them."""
    store.writing(council.found_council, NAME, "zh", *_rules())
    known = [_seated(store, seat, name) for seat, name in enumerate(LONG_NAMES, 1)]
    offices = {"convener": known[0], "chair": known[0], "recorder": known[1]}
    place = "社区党群服务中心二楼议事厅东侧大会议室，" * 9
    meeting = store.writing(meetings.plan_meeting, MeetingEntry(f"{DAY}T19:00", place, number=12, **offices))
    listed = [_listed(store, meeting, known, number) for number in range(1, 13)]
    for person in known[:came]:
        store.writing(attendance.sign_in, meeting, person)
    for person in known[came : came + 3]:
        store.writing(attendance.excuse, meeting, person, "住院" * 20)
    return meeting, known, listed


def _rules() -> tuple[str, str]:
    return rules_text(preset("council_two_thirds")), floor_text(floor_preset("plain"))


def _seated(store: Store, seat: int, name: str) -> PersonId:
    entry = PersonEntry(name, title="社区工作者" * 6, phone=f"138{seat:08d}", seat=seat)
    return store.writing(people.add_person, entry)


def _listed(store: Store, meeting: MeetingId, known: list[PersonId], number: int) -> ItemId:
    entry = ItemEntry(TITLE, TITLE_2, f"T-2023-{number:03d}", presenter=known[number], minutes=120)
    return store.writing(agenda.add_item, meeting, entry)


def thronged(store: Store) -> None:
    """Thirty-four of forty have come to the sign-in."""
    with evening() as at:
        at("18:45")
        crowd(store, 34)


def full(store: Store) -> None:
    """Nine items are done, the tenth is over its time with an amendment before it; much is left to do."""
    with evening() as at:
        at("18:45")
        meeting, known, listed = crowd(store, 34)
        for number in range(5):
            guest = PersonEntry(f"旁听居民代表第{number}位同志", organisation="市城市照明管护中心" * 5)
            store.writing(attendance.admit_guest, meeting, guest)
        at("19:00")
        store.writing(meetings.open_meeting, meeting)
        for number, item in enumerate(listed[:9]):
            at(f"19:{10 + number}")
            _decided(store, meeting, item, known, number)
        at("19:19")
        store.writing(agenda.open_item, meeting, listed[9])
        motion = _moved(store, meeting, listed[9], known)
        at("21:20")
        words = Wording(
            TEXT.replace("步行道", "骑行道"), TEXT_2.replace("footpath", "path"), LONG * 3, TEXT_2
        )
        store.writing(proposals.amend, meeting, motion, words, known[4], known[5])


def _moved(store: Store, meeting: MeetingId, item: ItemId, known: list[PersonId]) -> ProposalId:
    return store.writing(proposals.move, meeting, item, Wording(TEXT, TEXT_2), known[2], known[3])


def _decided(store: Store, meeting: MeetingId, item: ItemId, known: list[PersonId], number: int) -> None:
    """Moved, voted on by hands, with an action that has neither owner nor date."""
    store.writing(agenda.open_item, meeting, item)
    motion = _moved(store, meeting, item, known)
    hands(store, meeting, motion, (20 + number, 14 - number, 0))
    store.writing(promises.assign_action, meeting, item, ActionEntry(LONG * 3))


def ruled(store: Store) -> None:
    """A council that wrote rules of its own, stricter than those it began with."""
    founded(store)
    entry = RulesEntry(
        (("en", "Rules of Wutong Lane [/]"), ("zh", "梧桐里议事规则 [/]")),
        (parse_gate(">= 2/3 of roll"), parse_gate(">= 1/2 of roll by households")),
        (parse_gate(">= 2/3 of present"), parse_gate(">= 9 votes")),
        any_quorum=True,
        notice_days=5,
        within_days=2,
        posted_days=7,
        source="梧桐里社区 2023年1月议定",
    )
    store.writing(write_rules, rules_text(preset("council_default")), entry)


BUILDERS: Mapping[str, Callable[[Store], object]] = MappingProxyType(
    {
        "founded": founded,
        "ruled": ruled,
        "planned": planned,
        "arriving": arriving,
        "midway": midway,
        "passed": midway,
        "void": void,
        "over": over,
        "sealed": sealed,
        "staged": staging.begun,
        "stages": staging.again,
        "thronged": thronged,
        "full": full,
        "owned": owned,
        "joined": joined,
        "represented": represented,
        "tied": tied,
        "elected": elected,
        "ranked": ranked,
    }
)
"""Every file by its name; `blank` needs no builder."""


def build(name: str, path: Path) -> None:
    """Write a file, and close it."""
    store = Store(path, create=True)
    try:
        if name in BUILDERS:
            with evening() as at:
                at("18:30")
                BUILDERS[name](store)
    finally:
        store.shut()
