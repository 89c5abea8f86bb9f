"""How every deed that takes a text is done at all: what comes before it, and its other arguments.

To add a deed: a line in `READY`; what it needs before it is done in the same act, which is never kept.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from council_tui.domain.agenda import Outcome, Presence, Role
from council_tui.domain.casting import Casting
from council_tui.domain.figures import Figures
from council_tui.domain.gates import parse_gate
from council_tui.domain.ids import ItemId, MeetingId, PersonId, PollId, ProposalId, SealId, VoteId
from council_tui.domain.minutes import Part
from council_tui.domain.parties import Party
from council_tui.domain.pollmending import PollMend
from council_tui.domain.polls import Candidate, PollEntry, PollPaper, Sort
from council_tui.domain.proxies import Proxy
from council_tui.domain.rules import ChairVotes, floor_text, rules_text
from council_tui.domain.stages import Publication, Stage
from council_tui.domain.unitlists import Answer, AreaSource, UnitRow
from council_tui.domain.votes import Choice, Way
from council_tui.intake.rules import floor_preset, preset
from council_tui.store.act import Act
from council_tui.store.store import Store
from council_tui.usecases import (
    agenda,
    attendance,
    council,
    floor,
    laptop,
    meetings,
    minutes,
    owners,
    parties,
    people,
    polls,
    promises,
    results,
    stages,
    units,
    votes,
)
from council_tui.usecases.agenda import ItemEntry, Settlement
from council_tui.usecases.meetings import MeetingEntry
from council_tui.usecases.owners import PaperTold
from council_tui.usecases.people import PersonEntry
from council_tui.usecases.poll_results import Doubt
from council_tui.usecases.promises import ActionEntry
from council_tui.usecases.proposals import Wording
from council_tui.usecases.proxies import ProxyEntry, give_proxy
from council_tui.usecases.recounts import Recount
from council_tui.usecases.roster import entry_of
from council_tui.usecases.rules import RulesEntry
from council_tui.usecases.stages import StageReport
from council_tui.usecases.units import UnitEntry
from tests import assembly

AT = "2099-02-08T19:40:00"
"""After everything else; these meetings are held by the clock of the day the test runs."""
EARLY = "2023-02-01T19:00"


@dataclass(frozen=True, slots=True)
class Room:
    """Seven of nine sit, an item and its motion are before them; an earlier meeting is signed off."""

    store: Store
    meeting: MeetingId
    earlier: MeetingId
    planned: MeetingId
    people: tuple[PersonId, ...]
    item: ItemId
    left: ItemId
    """An item that the earlier meeting left without an outcome."""
    motion: ProposalId
    seal: SealId


def room(folder: Path) -> Room:
    """The room, in a file of its own."""
    store = assembly.found(folder / "room.council")
    earlier, left = assembly.plan(store, EARLY)
    known = tuple(each.id for each in store.reading(people.view_people))
    for person in known[:7]:
        store.writing(attendance.sign_in, earlier, person)
    store.writing(meetings.open_meeting, earlier)
    store.writing(meetings.adjourn, earlier)
    head = store.reading(meetings.view_meeting, earlier).head
    seal = store.writing(minutes.sign_off, earlier, known[0], head, "0" * 64)
    sits = assembly.convene(store)
    store.writing(agenda.open_item, sits.meeting, sits.item)
    planned, _item = assembly.plan(store, "2023-03-08T19:00")
    return Room(store, sits.meeting, earlier, planned, sits.people, sits.item, left, sits.motion, seal)


Arguments = dict[str, Any]
Ready = Callable[[Act, Room], Arguments]


def _item(_act: Act, at: Room) -> Arguments:
    return {"meeting": at.meeting, "entry": ItemEntry("停车位")}


def _step(act: Act, at: Room) -> Arguments:
    attendance.sign_out(act, at.meeting, at.people[0], AT)
    steps = meetings.view(act, at.meeting).people[at.people[0]].steps
    return {"meeting": at.meeting, "step": steps[-1].id, "presence": Presence.LEFT, "at": AT}


def _proxy(act: Act, at: Room) -> Arguments:
    """At a meeting to come: of one that sits the rules are kept."""
    taking = replace(preset("council_default"), proxy=Proxy.WRITTEN)
    council.choose_rules(act, rules_text(taking), floor_text(floor_preset("plain")), False)
    attendance.sign_in(act, at.planned, at.people[0])
    return {"meeting": at.planned, "entry": ProxyEntry(at.people[8], at.people[0])}


def _given(act: Act, at: Room) -> Arguments:
    arguments = _proxy(act, at)
    give_proxy(act, arguments["meeting"], arguments["entry"])
    return {"meeting": arguments["meeting"], "person": at.people[8]}


def _vote(act: Act, at: Room, way: Way) -> VoteId:
    if way is Way.SECRET:
        return votes.open_secret_vote(act, at.meeting, at.motion)
    if way is Way.LAPTOP:
        return laptop.open_laptop_vote(act, at.meeting, at.motion)
    return votes.open_vote(act, at.meeting, at.motion, way)


def _open(way: Way, **others: Any) -> Ready:
    return lambda act, at: {"vote": _vote(act, at, way), **others}


def _closed(act: Act, at: Room) -> Arguments:
    vote = _vote(act, at, Way.HANDS)
    votes.close_hands(act, vote, Figures(5, 1, 1))
    return {"vote": vote}


def _announced(act: Act, at: Room) -> Arguments:
    found = _closed(act, at)
    results.announce_result(act, found["vote"])
    return {**found, "figures": Figures(4, 2, 1), "why": "数错了"}


def _tied(act: Act, at: Room) -> Arguments:
    """The chair votes only to break a tie."""
    meetings.hand_over(act, at.meeting, Role.CHAIR, at.people[:1])
    rule = rules_text(replace(preset("council_default"), id="ours", chair_votes=ChairVotes.TIE_ONLY))
    vote = votes.open_vote(act, at.meeting, at.motion, Way.HANDS, rule)
    votes.close_hands(act, vote, Figures(3, 3, 0))
    return {"vote": vote, "choice": Casting.YES}


def _called(act: Act, at: Room) -> Arguments:
    vote = _vote(act, at, Way.ROLL_CALL)
    for person in at.people[:7]:
        votes.cast_ballot(act, vote, person, Choice.YES)
    votes.close_roll_call(act, vote)
    results.announce_result(act, vote)
    return {"vote": vote, "person": at.people[0], "choice": Choice.NO, "why": "听错了"}


def _owned(act: Act, at: Room) -> Arguments:
    units.import_units(act, LIST)
    return {"meeting": at.meeting, "proposal": at.motion, "rule": rules_text(preset("cc278_general"))}


def _entered(act: Act) -> str:
    units.import_units(act, LIST)
    return LIST[0].unit


def _misread(act: Act, at: Room) -> Arguments:
    vote = owners.open_owners_vote(act, **_owned(act, at))
    owner = owners.view_candidates(act, vote, LIST[0].unit, 1)[0].owner
    owners.enter_paper(act, vote, owner, Answer.YES)
    owners.close_owners_vote(act, vote, 1)
    results.announce_result(act, vote)
    return {"vote": vote, "owner": owner, "paper": PaperTold(Answer.NO, "看错", at.people[1])}


def _owners(act: Act, at: Room) -> Arguments:
    return {"vote": owners.open_owners_vote(act, **_owned(act, at)), "issued": 1}


def _staged(act: Act, at: Room) -> Arguments:
    stages.set_stages(act, at.motion, [Stage("党支部")])
    return {"proposal": at.motion, "number": 1, "report": StageReport(9, 7, 6, 1, 0, "2023-03-01")}


def _table(act: Act, at: Room) -> VoteId:
    """A vote by parties; one person speaks for each."""
    known = {each.id: each for each in people.view_people(act)}
    for person, party in zip(at.people, Party, strict=False):
        people.change_person(act, person, replace(entry_of(known[person]), party=party))
    return votes.open_vote(act, at.meeting, at.motion, Way.PARTIES, rules_text(preset("joint_meeting")))


def _stand(act: Act, at: Room) -> Arguments:
    vote = _table(act, at)
    return {"vote": vote, "party": Party.COMMUNITY, "stand": Choice.YES, "speaker": at.people[0]}


def _spoken(act: Act, at: Room) -> Arguments:
    parties.take_stand(act, **(found := _stand(act, at)))
    return {"vote": found["vote"], "party": found["party"]}


def _stood(act: Act, at: Room) -> Arguments:
    found = _spoken(act, at)
    parties.close_parties(act, found["vote"])
    results.announce_result(act, found["vote"])
    return {**found, "stand": Choice.NO, "why": "听错了"}


def _remark(act: Act, at: Room) -> Arguments:
    return {"remark": floor.note_remark(act, at.meeting, at.item, "太暗"), "text": "很暗"}


def _action(act: Act, at: Room) -> Arguments:
    return {"action": promises.assign_action(act, at.meeting, at.item, ActionEntry("装灯")), **_task(act, at)}


def _task(_act: Act, at: Room) -> Arguments:
    return {"entry": ActionEntry("装灯", due="2023-03-01")}


def _over(act: Act, at: Room) -> Arguments:
    meetings.adjourn(act, at.meeting)
    held = meetings.view(act, at.meeting)
    return {"meeting": at.meeting, "chair": at.people[0], "head": held.head, "sha256": "1" * 64}


def _planned(_act: Act, at: Room) -> Arguments:
    return {"id": at.planned, "entry": MeetingEntry("2023-03-09T19:00", "三楼")}


def _alone(act: Act, at: Room) -> Arguments:
    """The meeting that sits makes room for the one planned."""
    meetings.adjourn(act, at.meeting)
    return {"id": at.planned}


def _guest(_act: Act, at: Room) -> Arguments:
    return {"meeting": at.meeting, "entry": PersonEntry("王军")}


def _recess(act: Act, at: Room) -> Arguments:
    meetings.recess(act, at.meeting)
    return {"id": at.meeting}


def _erasable(act: Act, at: Room) -> Arguments:
    person = people.add_person(act, PersonEntry("王军", phone="110"))
    row = act.query("SELECT max(id) FROM phone_given WHERE person = ?", [person])[0][0]
    return {"table": "phone_given", "row": row, "field": "phone", "why": "本人要求"}


def _who(number: int = 0) -> Ready:
    return lambda act, at: {"meeting": at.meeting, "person": at.people[number]}


def _this(**others: Any) -> Ready:
    return lambda act, at: {"id": at.meeting, **others}


LIST = [UnitRow(2, "1-101", 8950, "王军", True, None, None, AreaSource.REGISTER)]

POLL = PollEntry("主任", "Chair", "plurality", (Candidate("甲"), Candidate("乙")), least=">= 1/3 of roll")


def _poll(act: Act, at: Room) -> PollId:
    return polls.open_poll(act, at.meeting, at.item, POLL)


def _typed(act: Act, at: Room) -> PollId:
    poll = _poll(act, at)
    polls.add_paper(act, poll, Sort.MARKED, "1 0", 5)
    return poll


def _declared(act: Act, at: Room) -> PollId:
    """Two polls announced, so that something is left when the second stands no longer; that one."""
    for _ in range(2):
        done = _polled(act, at)
        polls.announce_poll(act, **done)
    poll: PollId = done["poll"]
    return poll


def _polled(act: Act, at: Room) -> Arguments:
    poll = _typed(act, at)
    polls.close_poll(act, poll, 7)
    return {"poll": poll, "text": "主任：甲当选。", "text_2": "Chair: elected A."}


PAPERS = Figures(5, 1, 1, issued=7, returned=7)
RULES = {"rules": rules_text(preset("robert_simple")), "floor": floor_text(floor_preset("radish"))}

READY: dict[str, Ready] = {
    "agenda.add_item": _item,
    "agenda.change_item": lambda act, at: {"item": at.item, "entry": ItemEntry("停车位")},
    "agenda.open_item": lambda act, at: {
        "meeting": at.meeting,
        "item": agenda.add_item(act, at.meeting, ItemEntry("停车位")),
    },
    "agenda.close_item": lambda act, at: {"meeting": at.meeting, "item": at.item},
    "agenda.settle_item": lambda act, at: {
        "meeting": at.meeting,
        "item": at.item,
        "end": Settlement(Outcome.NOTED, "知道了"),
    },
    "attendance.sign_in": _who(8),
    "attendance.sign_in_rest": lambda act, at: {"meeting": at.meeting},
    "attendance.correct_step": _step,
    "attendance.sign_out": _who(0),
    "attendance.excuse": lambda act, at: {**_who(8)(act, at), "reason": "住院"},
    "attendance.mark_absent": _who(8),
    "attendance.admit_guest": _guest,
    "attendance.recuse": lambda act, at: {**_who(0)(act, at), "item": at.item, "reason": "利害关系"},
    "council.found_council": lambda act, at: {"name": "清水", "lang": "zh", **RULES},
    "council.rename_council": lambda act, at: {"name": "清水", "name_2": "Clear Water", "lang": "zh"},
    "floor.note_remark": lambda act, at: {"meeting": at.meeting, "item": at.item, "text": "太暗"},
    "floor.change_remark": _remark,
    "meetings.plan_meeting": lambda act, at: {"entry": MeetingEntry("2023-04-08T19:00", "二楼")},
    "meetings.change_plan": _planned,
    "meetings.cancel_meeting": lambda act, at: {"id": _planned(act, at)["id"], "reason": "停电"},
    "meetings.post_notice": _this(day="2023-02-01"),
    "meetings.hand_over": lambda act, at: {"id": at.meeting, "role": Role.CHAIR, "holders": at.people[:1]},
    "meetings.open_meeting": _alone,
    "meetings.start_talk": _alone,
    "meetings.recess": _this(),
    "meetings.resume": _recess,
    "meetings.adjourn": _this(),
    "meetings.moment": lambda act, at: {"held": meetings.view(act, at.meeting)},
    "meetings.presence_at": lambda act, at: {"held": meetings.view(act, at.meeting)},
    "late.note": lambda act, at: {
        "held": meetings.view(act, at.meeting),
        "vote": _vote(act, at, Way.HANDS),
        "at": AT,
    },
    "minutes.word_part": lambda act, at: {
        "meeting": at.meeting,
        "item": at.item,
        "part": Part.DISCUSSION,
        "lang": "zh",
        "text": "说了话",
    },
    "minutes.sign_off": _over,
    "minutes.adopt_minutes": lambda act, at: {"seal": at.seal, "meeting": at.meeting},
    "minutes.note_outcome": lambda act, at: {
        "meeting": at.earlier,
        "item": at.left,
        "end": Settlement(Outcome.NOTED, "知道了"),
    },
    "owners.open_owners_vote": _owned,
    "owners.close_owners_vote": _owners,
    "owners.correct_paper": _misread,
    "parties.take_stand": _stand,
    "parties.take_back_stand": _spoken,
    "parties.close_parties": lambda act, at: {"vote": _table(act, at)},
    "people.add_person": lambda act, at: {"entry": PersonEntry("王军")},
    "people.change_person": lambda act, at: {"id": at.people[0], "entry": PersonEntry("王军", seat=1)},
    "people.import_roster": lambda act, at: {
        "added": [PersonEntry("王军")],
        "changed": [(at.people[0], PersonEntry("李军", seat=1))],
    },
    "plans.call_meeting": lambda act, at: {"entry": MeetingEntry("2023-04-08T19:00", "二楼")},
    "plans.revise_meeting": _planned,
    "polls.open_poll": lambda act, at: {"meeting": at.meeting, "item": at.item, "entry": POLL},
    "polls.add_paper": lambda act, at: {"poll": _poll(act, at), "sort": Sort.MARKED, "marks": "1 0"},
    "polls.read_papers": lambda act, at: {
        "poll": (poll := _poll(act, at)),
        "papers": (PollPaper(poll, Sort.MARKED, "1 0", 3),),
    },
    "polls.draw_lot": lambda act, at: {"poll": _poll(act, at), "drawn": (2, 1)},
    "polls.close_poll": lambda act, at: {"poll": _typed(act, at), "issued": 7},
    "polls.announce_poll": _polled,
    "polls.abandon_poll": lambda act, at: {"poll": _poll(act, at), "reason": "票箱未封"},
    "poll_results.annul_poll": lambda act, at: {
        "poll": _declared(act, at),
        "doubt": Doubt("票箱未封", at.people[1], "主任：甲当选。", "Chair: elected A."),
    },
    "poll_results.correct_poll": lambda act, at: {
        "poll": _declared(act, at),
        "mend": PollMend(
            (Sort.MARKED, "1 0"),
            (Sort.MARKED, "0 1"),
            7,
            "看错",
            at.people[1],
            text="主任：甲当选。",
            text_2="Chair: elected A.",
        ),
    },
    "poll_results.reconsider_poll": lambda act, at: {
        "poll": _declared(act, at),
        "doubt": Doubt("有了新情况", at.people[1], "主任：甲当选。", "Chair: elected A."),
    },
    "promises.assign_action": lambda act, at: {"meeting": at.meeting, "item": at.item, **_task(act, at)},
    "promises.change_action": _action,
    "proposals.write_proposal": lambda act, at: {"item": at.item, "wording": Wording("装灯")},
    "proposals.change_proposal": lambda act, at: {
        "meeting": at.meeting,
        "proposal": at.motion,
        "wording": Wording("装灯"),
    },
    "proposals.move": lambda act, at: {
        "meeting": at.meeting,
        "item": agenda.add_item(act, at.meeting, ItemEntry("停车位")),
        "wording": Wording("划停车位"),
        "mover": at.people[0],
    },
    "proposals.amend": lambda act, at: {
        "meeting": at.meeting,
        "proposal": at.motion,
        "wording": Wording("装五盏灯", words="改为五盏"),
        "mover": at.people[0],
    },
    "proposals.withdraw": lambda act, at: {"meeting": at.meeting, "proposal": at.motion, "reason": "改日"},
    "proxies.give_proxy": _proxy,
    "proxies.take_back_proxy": _given,
    "proxies.note_paper": lambda act, at: {**_given(act, at), "reference": "第3号"},
    "record.erase_text": _erasable,
    "record.keep_draft": lambda act, at: {"screen": "agenda.item.1", "field": "title", "text": "没打完"},
    "units.add_unit": lambda act, at: {"number": "9-909", "entry": UnitEntry("89.50", "王芳")},
    "units.change_unit": lambda act, at: {
        "number": _entered(act),
        "entry": UnitEntry("89.50", "王芳"),
    },
    "units.import_units": lambda act, at: {"rows": LIST},
    "results.announce_result": _closed,
    "results.correct_result": _announced,
    "results.correct_ballot": _called,
    "results.correct_stand": _stood,
    "results.annul_vote": lambda act, at: {
        "vote": _announced(act, at)["vote"],
        "reason": "有两位列席者举了手",
    },
    "results.call_second_round": lambda act, at: {
        "vote": _announced(act, at)["vote"],
        "reason": "平票",
    },
    "results.settle_anew": lambda act, at: {
        "told": votes.view_vote(act, _announced(act, at)["vote"]),
        "carried": False,
        "at": AT,
    },
    "results.replace_figures": lambda act, at: {
        "told": votes.view_vote(act, _announced(act, at)["vote"]),
        "figures": Figures(4, 2, 1),
        "at": None,
    },
    "results.afterwards": lambda act, at: {"held": meetings.view(act, at.meeting)},
    "results.said_at": lambda act, at: {
        "told": votes.view_vote(act, _announced(act, at)["vote"]),
        "at": AT,
    },
    "casting.give_casting_vote": _tied,
    "recounts.recount_vote": lambda act, at: {
        "vote": _announced(act, at)["vote"],
        "recount": Recount(Figures(4, 2, 1), at.people[0], "有人没放手"),
    },
    "results.reconsider_vote": lambda act, at: {
        "vote": _announced(act, at)["vote"],
        "mover": at.people[0],
        "reason": "新报价",
    },
    "rules.propose_rules": lambda act, at: {**_item(act, at), "wording": Wording("用这些规则")},
    "rules.write_rules": lambda act, at: {
        "like": rules_text(preset("council_default")),
        "entry": RulesEntry((("zh", "清水规则"),), (), (parse_gate("> 1/2 of present"),)),
    },
    "stages.set_stages": lambda act, at: {"proposal": at.motion, "entries": [Stage("党支部")]},
    "stages.report_stage": _staged,
    "stages.publish_stages": lambda act, at: {
        "proposal": _staged(act, at)["proposal"],
        "what": Publication.RESULT,
        "day": "2023-03-01",
    },
    "laptop.open_laptop_vote": lambda act, at: {"meeting": at.meeting, "proposal": at.motion},
    "laptop.close_laptop_vote": _open(Way.LAPTOP, figures=Figures(4, 2, 1, issued=7, returned=7)),
    "laptop.end_laptop_vote": _open(Way.LAPTOP, reason="停电"),
    "laptop.void_laptop_vote": _open(Way.LAPTOP),
    "votes.ending": lambda act, at: {"vote": _vote(act, at, Way.HANDS), "way": Way.HANDS, "at": AT},
    "votes.conclude": lambda act, at: {
        "end": votes.ending(act, _vote(act, at, Way.HANDS), Way.HANDS, AT),
        "figures": Figures(5, 1, 1),
    },
    "votes.open_vote": lambda act, at: {"meeting": at.meeting, "proposal": at.motion, "way": Way.HANDS},
    "votes.open_secret_vote": lambda act, at: {"meeting": at.meeting, "proposal": at.motion},
    "votes.close_hands": _open(Way.HANDS, figures=Figures(5, 1, 1)),
    "votes.close_roll_call": _open(Way.ROLL_CALL),
    "votes.close_secret_vote": _open(Way.SECRET, figures=PAPERS),
    "votes.close_consent": _open(Way.CONSENT),
    "votes.abandon_vote": _open(Way.HANDS, reason="有人反对"),
}

EMPTY_FILE = {"council.found_council"}
"""What is done once in a file, before everything else."""

MADE = {
    "council.found_council.lang": "a code out of the catalogue's list",
    "council.rename_council.lang": "a code out of the catalogue's list",
    "minutes.word_part.lang": "a code out of the catalogue's list",
    "minutes.export_paper.lang": "a code out of the catalogue's list",
    "minutes.export_paper.sha256": "a hash that the program computes",
    "minutes.sign_off.sha256": "a hash that the program computes",
    "minutes.sign_off.head": "the journal's own head",
    "council.found_council.rules": "JSON that the program writes",
    "council.found_council.floor": "JSON that the program writes",
    "council.choose_rules.rules": "JSON that the program writes",
    "council.choose_rules.floor": "JSON that the program writes",
    "rules.write_rules.like": "JSON that the program writes",
    "stages.set_stages.entries.rules": "JSON that the program writes",
    "votes.open_vote.rule": "JSON that the program writes",
    "votes.open_secret_vote.rule": "JSON that the program writes",
    "laptop.open_laptop_vote.rule": "JSON that the program writes",
    "votes.put_question.how.rule": "JSON that the program writes",
    "owners.open_owners_vote.rule": "JSON that the program writes",
    "votes.conclude.end.at": "the moment that the program read",
    "record.erase_text.table": "a name out of the schema",
    "record.erase_text.field": "a name out of the schema",
    "record.keep_draft.screen": "a name out of the program",
    "record.keep_draft.field": "a name out of the program",
}
"""Texts that nobody types, and where they come from instead."""
