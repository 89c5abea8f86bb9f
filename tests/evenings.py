"""A meeting in which everything happens that the papers must be able to say; held through the use cases.

Nine on the roll, difficult names, provisional rules, latecomers, a recess, another chair, somebody
who stands aside, a corrected roll call, an abandoned consent, every outcome without a vote.
"""

from typing import Any

from council_tui.domain.agenda import Outcome, Role
from council_tui.domain.figures import Figures
from council_tui.domain.ids import ItemId, MeetingId, PersonId, ProposalId, VoteId
from council_tui.domain.minutes import Part
from council_tui.domain.votes import Choice, Way
from council_tui.store.store import Store
from council_tui.usecases import (
    agenda,
    attendance,
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
from tests import assembly
from tests.meetings import Held, evening

LIN, CHEN, ZHOU, OUYANG, OBRIEN, LU, LI, LE, XU = assembly.NAMES
TITLES = ("修路灯 [b", "停车位", "旧物回收", "邻里食堂", "菜单", "电梯", "楼道堆物", "没说完的事")


def earlier(store: Store, known: dict[str, PersonId], at: Any) -> MeetingId:
    """A first meeting of the year, adjourned and signed off."""
    meeting = store.writing(meetings.plan_meeting, MeetingEntry("2023-02-08T18:00", "二楼"))
    at("18:00")
    for name in assembly.NAMES[:7]:
        store.writing(attendance.sign_in, meeting, known[name])
    store.writing(meetings.open_meeting, meeting)
    at("18:10")
    store.writing(meetings.adjourn, meeting)
    head = store.reading(meetings.view_meeting, meeting).head
    store.writing(minutes.sign_off, meeting, known[LIN], head, "0" * 64)
    return meeting


def hard_evening(store: Store) -> Held:
    """The second meeting, whole; `store` holds the council of `assembly.found`."""
    known = {each.name: each.id for each in store.reading(people.view_people)}
    with evening() as at:
        first = earlier(store, known, at)
        meeting, items = _begun(store, known, at)
        seal = store.reading(meetings.view_meeting, first).seals[-1]
        store.writing(minutes.adopt_minutes, seal.id, meeting)
        lights, called = _roll_call(store, meeting, items[0], known, at)
        parking, shown = _consent(store, meeting, items[1], known, at)
        at("20:00")
        store.writing(meetings.recess, meeting)
        at("20:10")
        store.writing(meetings.resume, meeting)
        store.writing(meetings.hand_over, meeting, Role.CHAIR, [known[CHEN]])
        dropped = _withdrawn(store, meeting, items[2], known, at)
        _settled(store, meeting, items, known, at)
        store.writing(promises.assign_action, meeting, None, ActionEntry("谁来做还没定"))
        store.writing(minutes.word_part, meeting, None, Part.CLOSING, "zh", "主持人感谢各位。")
        at("20:46")
        store.writing(meetings.adjourn, meeting)
    return Held(store, meeting, known, items, (lights, parking, dropped), (called, shown))


def _begun(store: Store, known: dict[str, PersonId], at: Any) -> tuple[MeetingId, tuple[ItemId, ...]]:
    entry = MeetingEntry("2023-02-08T19:00", "二楼会议室", chair=known[LIN], recorder=known[ZHOU])
    meeting = store.writing(meetings.plan_meeting, entry)
    items = [store.writing(agenda.add_item, meeting, ItemEntry(title)) for title in TITLES]
    items[4:5] = [store.writing(agenda.add_item, meeting, ItemEntry("菜单 2", presenter=known[LU]), items[3])]
    at("18:50")
    for name in (LIN, CHEN, ZHOU, OUYANG, OBRIEN, LU):
        store.writing(attendance.sign_in, meeting, known[name])
    store.writing(attendance.excuse, meeting, known[LE], "住院")
    guest = PersonEntry("王·军 <i>", organisation="城管办")
    known[guest.name] = store.writing(attendance.admit_guest, meeting, guest)
    at("19:00")
    store.writing(meetings.open_meeting, meeting)
    at("19:05")
    store.writing(attendance.sign_in, meeting, known[LI])
    return meeting, tuple(items)


def _roll_call(
    store: Store, meeting: MeetingId, item: ItemId, known: dict[str, PersonId], at: Any
) -> tuple[ProposalId, VoteId]:
    """Six may answer, one says nothing; a no was taken down as a yes."""
    at("19:10")
    store.writing(agenda.open_item, meeting, item)
    store.writing(attendance.recuse, meeting, item, known[LU], "利害关系人")
    motion = store.writing(proposals.move, meeting, item, Wording(assembly.TEXT), known[LIN], known[CHEN])
    at("19:15")
    vote = store.writing(votes.open_vote, meeting, motion, Way.ROLL_CALL)
    for name, choice in ((LIN, "yes"), (CHEN, "yes"), (ZHOU, "yes"), (OUYANG, "yes"), (OBRIEN, "abstain")):
        store.writing(votes.cast_ballot, vote, known[name], Choice(choice))
    store.writing(votes.close_roll_call, vote)
    store.writing(results.announce_result, vote)
    at("19:20")
    store.writing(results.correct_ballot, vote, known[OUYANG], Choice.NO, "听错了")
    return motion, vote


def _consent(
    store: Store, meeting: MeetingId, item: ItemId, known: dict[str, PersonId], at: Any
) -> tuple[ProposalId, VoteId]:
    """Somebody objects to consent; a show of hands follows in which few hands are seen."""
    at("19:30")
    store.writing(agenda.open_item, meeting, item)
    motion = store.writing(proposals.move, meeting, item, Wording("划 12 个停车位"), known[ZHOU])
    asked = store.writing(votes.open_vote, meeting, motion, Way.CONSENT)
    at("19:31")
    store.writing(votes.abandon_vote, asked, "有人反对")
    at("19:40")
    store.writing(attendance.sign_out, meeting, known[LI])
    vote = store.writing(votes.open_vote, meeting, motion, Way.HANDS)
    at("19:45")
    store.writing(votes.close_hands, vote, Figures(2, 1, 0, override="灯灭了，点了两遍"))
    store.writing(results.announce_result, vote)
    at("19:50")
    store.writing(attendance.sign_in, meeting, known[LI])
    return motion, vote


def _withdrawn(
    store: Store, meeting: MeetingId, item: ItemId, known: dict[str, PersonId], at: Any
) -> ProposalId:
    at("20:12")
    store.writing(agenda.open_item, meeting, item)
    motion = store.writing(proposals.move, meeting, item, Wording("收旧物"), known[LI])
    at("20:14")
    store.writing(proposals.withdraw, meeting, motion, "改日再提")
    store.writing(agenda.settle_item, meeting, item, Settlement(Outcome.WITHDRAWN))
    return motion


def _settled(
    store: Store, meeting: MeetingId, items: tuple[ItemId, ...], known: dict[str, PersonId], at: Any
) -> None:
    at("20:20")
    store.writing(agenda.open_item, meeting, items[3])
    agreed = Settlement(Outcome.AGREED, "办食堂", consenting=(known[LIN], known[OBRIEN]))
    store.writing(agenda.settle_item, meeting, items[3], agreed)
    at("20:25")
    store.writing(agenda.open_item, meeting, items[4])
    store.writing(agenda.settle_item, meeting, items[4], Settlement(Outcome.OPINIONS_GATHERED, "少油少盐"))
    at("20:30")
    store.writing(agenda.open_item, meeting, items[5])
    store.writing(agenda.settle_item, meeting, items[5], Settlement(Outcome.SURVEY_ORDERED, "先问各户"))
    at("20:35")
    store.writing(agenda.open_item, meeting, items[6])
    store.writing(agenda.settle_item, meeting, items[6], Settlement(Outcome.REFERRED, "请物业处理"))
    store.writing(minutes.word_part, meeting, items[6], Part.CLOSING, "zh", "请物业三日内清走。")
    at("20:40")
    store.writing(agenda.open_item, meeting, items[7])
