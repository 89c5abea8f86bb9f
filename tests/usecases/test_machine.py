"""Random evenings: whatever is done, undone, redone, corrected and reopened, record and model agree."""

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from council_tui.domain.agenda import ItemState, Outcome, Role
from council_tui.domain.errors import Refusal
from council_tui.domain.figures import Figures
from council_tui.domain.minutes import Part
from council_tui.domain.rules import floor_text, rules_text
from council_tui.domain.votes import Choice, Way
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
    promises,
    proposals,
    record,
    recounts,
    results,
    verification,
    votes,
)
from council_tui.usecases.agenda import ItemEntry, Settlement
from council_tui.usecases.meetings import MeetingEntry
from council_tui.usecases.people import PersonEntry
from council_tui.usecases.promises import ActionEntry
from council_tui.usecases.proposals import Wording
from council_tui.usecases.recounts import Recount
from tests import assembly
from tests.usecases.model import INSIDE, Council, Meeting, Motion, Timeline, Vote

T = TypeVar("T")
ANY = st.integers(0, 1_000)
REFUSED = object()
FLOOR = floor_text(floor_preset("plain"))
GOING = {"left": attendance.sign_out, "excused": attendance.excuse, "absent": attendance.mark_absent}
SECRET = {"secret": votes.open_secret_vote, "laptop": laptop.open_laptop_vote}
NAMES = ("林晓", "陈果 [/]", "周一一", "O'Brien", "=1+1", "乐山😀")


def one(of: Sequence[T], pick: int) -> T:
    return of[pick % len(of)]


class Evenings(RuleBasedStateMachine):
    """The use cases on a real file, beside the model."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "council.db"
        self.store = assembly.found(self.path, NAMES)
        self.line = Timeline()
        for seat, each in enumerate(self.store.reading(people.view_people), 1):
            self.line.record().seats[each.id] = seat

    def teardown(self) -> None:
        check = verification.check_record(self.store)
        self.store.shut()
        self.folder.cleanup()
        assert check.faults == ()

    def act(self, refused: bool, deed: Callable[..., Any], *values: Any) -> Any:
        """Do it: refused as the model says, or recorded."""
        if not refused:
            return self.store.writing(deed, *values)
        with pytest.raises(Refusal):
            self.store.writing(deed, *values)
        return REFUSED

    @property
    def now(self) -> Council:
        return self.line.now

    @property
    def held(self) -> tuple[int, Meeting]:
        """The newest meeting."""
        id = list(self.now.meetings)[-1]
        return id, self.now.meetings[id]

    def met(self) -> bool:
        return bool(self.now.meetings)

    def has_items(self) -> bool:
        return self.met() and bool(self.held[1].items)

    def has_votes(self) -> bool:
        return bool(self.now.votes)

    @initialize(ready=st.booleans())
    def begin(self, ready: bool) -> None:
        """Half of the evenings begin with an open meeting and a motion."""
        if ready:
            self.plan()
            self.add_item()
            self.all_sign_in()
            self.open_meeting(False)
            self.move(0, 0)

    # --- people and plans

    @rule(seat=st.none() | st.integers(1, 9))
    def add_person(self, seat: int | None) -> None:
        taken = seat is not None and seat in self.now.seats.values()
        if (id := self.act(taken, people.add_person, PersonEntry("新人 [b", seat=seat))) is not REFUSED:
            self.line.record().seats[id] = seat

    @rule(pick=ANY)
    def end_seat(self, pick: int) -> None:
        person = one(list(self.now.seats), pick) if self.now.seats else None
        if person is not None:
            self.act(False, people.end_seat, person)
            if self.now.seats[person] is not None:
                self.line.record().seats[person] = None

    @rule()
    def plan(self) -> None:
        if len(self.now.meetings) < 3:
            id = self.act(False, meetings.plan_meeting, MeetingEntry("2023-02-08T19:00", "二楼"))
            self.line.record().meetings[id] = Meeting(place="二楼")

    @precondition(met)
    @rule()
    def add_item(self) -> None:
        id, held = self.held
        item = self.act(held.state == "adjourned", agenda.add_item, id, ItemEntry("路灯 [/]"))
        if item is not REFUSED:
            self.line.record().meetings[id].items.append(item)
            self.now.titles[item] = "路灯 [/]"

    @precondition(has_items)
    @rule(pick=ANY)
    def reorder(self, pick: int) -> None:
        id, held = self.held
        order = sorted(held.items, key=lambda item: (item * (pick + 7)) % 11)
        values = [(item, 0) for item in order]
        if self.act(held.state == "adjourned", agenda.order_agenda, id, values) is not REFUSED:
            self.line.record().meetings[id].items = order

    @precondition(met)
    @rule()
    def carry_over(self) -> None:
        id, held = self.held
        offered = [each.item for each in self.store.reading(agenda.view_unfinished)]
        assert offered == self.unfinished()
        if held.state != "adjourned" and offered:
            self.act(False, agenda.carry_over, id, offered)
            self.line.record().meetings[id].items = offered + held.items

    def unfinished(self) -> list[int]:
        last: dict[int, int] = {}
        coming: set[int] = set()
        for id, held in self.now.meetings.items():
            if held.state == "adjourned":
                last.update(dict.fromkeys(held.items, id))
            else:
                coming.update(held.items)
        waits = {"postponed", "survey_ordered", ""}
        ends = {item: self.now.meetings[id].settled.get(item, ("",))[0] for item, id in last.items()}
        return [item for item, end in sorted(ends.items()) if end in waits and item not in coming]

    # --- the room

    @precondition(met)
    @rule(pick=ANY)
    def sign_in(self, pick: int) -> None:
        id, held = self.held
        roll = self.now.members if held.state == "planned" else held.roll
        if roll:
            person = one(roll, pick)
            refused = held.state == "adjourned" or held.steps.get(person) in INSIDE
            if (step := self.act(refused, attendance.sign_in, id, person)) is not REFUSED:
                assert step == ("returned" if person in held.attended else "present")
                came = self.line.record().meetings[id]
                came.steps[person] = str(step)
                came.attended.add(person)

    @precondition(met)
    @rule()
    def all_sign_in(self) -> None:
        for pick in range(len(self.now.members)):
            self.sign_in(pick)

    @precondition(met)
    @rule(pick=ANY, step=st.sampled_from(["left", "left", "excused", "absent"]))
    def go(self, pick: int, step: str) -> None:
        id, held = self.held
        roll = self.now.members if held.state == "planned" else held.roll
        if not roll:
            return
        person = one(roll, pick)
        before = held.steps.get(person)
        refused = held.state == "adjourned" or (before not in INSIDE if step == "left" else before == step)
        reason = ("出差",) if step == "excused" else ()
        if self.act(refused, GOING[step], id, person, *reason) is not REFUSED:
            self.line.record().meetings[id].steps[person] = step

    @precondition(met)
    @rule(talk=st.sampled_from([False, False, False, True]))
    def open_meeting(self, talk: bool) -> None:
        id, held = self.held
        begun = held.state != "planned" and (talk or not held.talk)
        refused = held.state == "adjourned" or begun or self.now.running not in {None, id}
        refused = refused or (held.state == "planned" and not self.now.members)
        if self.act(refused, meetings.start_talk if talk else meetings.open_meeting, id) is REFUSED:
            return
        opened = self.line.record().meetings[id]
        if opened.state == "planned":
            opened.roll, opened.rules = self.now.members, self.now.rules
        opened.state, opened.talk = "open", talk

    @precondition(met)
    @rule()
    def pause(self) -> None:
        id, held = self.held
        deed = meetings.resume if held.state == "recess" else meetings.recess
        refused = held.state not in {"open", "recess"} or self.now.voting is not None
        if self.act(refused, deed, id) is not REFUSED:
            self.line.record().meetings[id].state = "recess" if held.state == "open" else "open"

    @precondition(met)
    @rule()
    def adjourn(self) -> None:
        id, held = self.held
        refused = held.state not in {"open", "recess"} or self.now.voting is not None
        if self.act(refused, meetings.adjourn, id) is not REFUSED:
            ended = self.line.record().meetings[id]
            ended.state, ended.before = "adjourned", None

    @precondition(has_items)
    @rule(pick=ANY, person=ANY)
    def stand_aside(self, pick: int, person: int) -> None:
        id, held = self.held
        roll = self.now.members if held.state == "planned" else held.roll
        if not roll:
            return
        place = one(held.items, pick), one(roll, person)
        voting = self.now.voting is not None and self.item_of(self.now.voting) == place[0]
        if place in held.aside:
            if self.act(held.state == "adjourned" or voting, attendance.readmit, id, *place) is not REFUSED:
                self.line.record().meetings[id].aside.discard(place)
        elif (
            self.act(held.state == "adjourned" or voting, attendance.recuse, id, *place, "亲属")
            is not REFUSED
        ):
            self.line.record().meetings[id].aside.add(place)

    # --- the floor

    @precondition(has_items)
    @rule(pick=ANY)
    def open_item(self, pick: int) -> None:
        id, held = self.held
        item = one(held.items, pick)
        if held.state == "open" and held.before == item:
            self.act(False, agenda.open_item, id, item)
            return
        if (
            self.act(held.state != "open" or self.now.voting is not None, agenda.open_item, id, item)
            is not REFUSED
        ):
            opened = self.line.record().meetings[id]
            opened.before = item
            opened.heard.add(item)

    @precondition(has_items)
    @rule(pick=ANY, mover=ANY)
    def move(self, pick: int, mover: int) -> None:
        id, held = self.held
        item, there = one(held.items, pick), self.now.there(id)
        if not there:
            return
        main = self.now.main(id, item)
        refused = held.state != "open" or (main is not None and self.now.result(main) is None)
        text = f"修灯 {mover} [/]"
        motion = self.act(refused, proposals.move, id, item, Wording(text), one(there, mover))
        if motion is not REFUSED:
            self.line.record().motions[motion] = Motion(id, item, text)

    @precondition(has_items)
    @rule(pick=ANY, mover=ANY)
    def amend(self, pick: int, mover: int) -> None:
        id, held = self.held
        item, there = one(held.items, pick), self.now.there(id)
        main = self.now.main(id, item)
        if main is None or not there:
            return
        busy = self.now.voting is not None and self.now.votes[self.now.voting].motion == main
        refused = held.state != "open" or busy or self.now.result(main) is not None or self.now.pending(main)
        wording = Wording(f"修五盏 {mover}", words="四改五")
        motion = self.act(refused, proposals.amend, id, main, wording, one(there, mover))
        if motion is not REFUSED:
            self.line.record().motions[motion] = Motion(id, item, wording.text, amends=main)

    @rule(pick=ANY)
    def withdraw(self, pick: int) -> None:
        if not self.now.motions:
            return
        id = one(list(self.now.motions), pick)
        motion = self.now.motions[id]
        busy = self.now.voting is not None and self.now.votes[self.now.voting].motion == id
        over = self.now.meetings[motion.meeting].state == "adjourned"
        refused = over or busy or motion.withdrawn or self.now.result(id) is not None
        if self.act(refused, proposals.withdraw, motion.meeting, id, "撤") is not REFUSED:
            self.line.record().motions[id].withdrawn = True

    @precondition(has_items)
    @rule(pick=ANY, what=st.integers(0, 3))
    def write_down(self, pick: int, what: int) -> None:
        """Whatever is only written: each is one act, and is read back as it was written."""
        id, held = self.held
        text, over = f"字 {pick} [b", held.state == "adjourned"
        if what == 0 and self.act(over, meetings.change_plan, id, self.planned(text)) is not REFUSED:
            self.line.record().meetings[id].place = text
        elif what == 1:
            self.act(False, meetings.post_notice, id, f"2023-01-{1 + pick % 28:02d}")
            self.line.record().meetings[id].notice = f"2023-01-{1 + pick % 28:02d}"
        elif what == 2:
            chair = one(list(self.now.seats), pick) if self.now.seats else 0
            if self.act(over or not chair, meetings.hand_over, id, Role.CHAIR, [chair]) is not REFUSED:
                self.line.record().meetings[id].chair = chair
        elif what == 3:
            action = self.act(False, promises.assign_action, id, None, ActionEntry(text))
            self.line.record().meetings[id].actions[action] = text

    @precondition(has_items)
    @rule(pick=ANY, what=st.integers(4, 7))
    def write_of_an_item(self, pick: int, what: int) -> None:
        id, held = self.held
        item, text = one(held.items, pick), f"字 {pick} [b"
        if what == 4 and held.actions:
            action = one(list(held.actions), pick)
            self.act(False, promises.drop_action, action)
            del self.line.record().meetings[id].actions[action]
        elif what == 5:
            self.act(False, minutes.word_part, id, item, Part.DISCUSSION, "zh", text)
            self.line.record().meetings[id].worded[item] = text
        elif what == 6:
            self.act(False, agenda.change_item, item, ItemEntry(text))
            self.line.record().titles[item] = text
        elif what == 7:
            self.act(False, floor.note_remark, id, item, text)
            self.line.record()

    @staticmethod
    def planned(place: str) -> MeetingEntry:
        return MeetingEntry("2023-02-08T19:00", place)

    @rule(rules=st.sampled_from(["council_default", "robert_simple"]), provisional=st.booleans())
    def choose_rules(self, rules: str, provisional: bool) -> None:
        self.act(False, council.choose_rules, rules_text(preset(rules)), FLOOR, provisional)
        now = self.line.record()
        now.rules, now.provisional = rules, provisional

    @precondition(has_votes)
    @rule(pick=ANY)
    def adopt_rules(self, pick: int) -> None:
        id = one(list(self.now.votes), pick)
        vote = self.now.votes[id]
        if self.act(not (vote.announced and vote.carried), council.adopt_rules, id) is not REFUSED:
            self.line.record().provisional = False

    @precondition(met)
    @rule(pick=ANY)
    def sign_off(self, pick: int) -> None:
        id, held = self.held
        sha256 = f"{pick % 3}a" * 32
        head = self.store.reading(meetings.view_meeting, id).head
        refused = held.state != "adjourned" or (bool(held.seals) and held.seals[-1] == sha256)
        if self.act(refused, minutes.sign_off, id, 1, head, sha256) is not REFUSED:
            signed = self.line.record().meetings[id]
            signed.seals.append(sha256)
            signed.titles = {item: self.now.titles[item] for item in signed.items}
            self.line.bar()

    @precondition(has_items)
    @rule(pick=ANY, outcome=st.sampled_from(["postponed", "noted", "agreed", "survey_ordered"]))
    def settle(self, pick: int, outcome: str) -> None:
        id, held = self.held
        item = one(held.items, pick)
        voting = self.now.voting is not None and self.item_of(self.now.voting) == item
        end = Settlement(Outcome(outcome), "照办")
        decided = held.settled.get(item, ("", None))[1]
        refused = voting or (decided is not None and self.now.votes[decided].carried)
        if self.act(held.state == "adjourned" or refused, agenda.settle_item, id, item, end) is not REFUSED:
            self.line.record().meetings[id].settled[item] = (outcome, decided, "照办")

    # --- votes

    def item_of(self, vote: int) -> int:
        return self.now.motions[self.now.votes[vote].motion].item

    @rule(pick=ANY, way=st.sampled_from(["hands", "roll_call", "secret", "consent", "laptop"]))
    def open_vote(self, pick: int, way: str) -> None:
        if not self.now.motions:
            return
        id = one(list(self.now.motions), pick)
        motion = self.now.motions[id]
        held = self.now.meetings[motion.meeting]
        waiting = any(
            vote.motion == id and vote.figures is not None and not vote.announced
            for vote in self.now.votes.values()
        )
        electorate = self.now.voters(motion.meeting, motion.item)
        refused = (
            held.state != "open"
            or self.now.voting is not None
            or motion.withdrawn
            or self.now.result(id) is not None
            or waiting
            or not electorate
        )
        values = (motion.meeting, id)
        if way in SECRET:
            vote = self.act(refused, SECRET[way], *values)
        else:
            vote = self.act(refused, votes.open_vote, *values, Way(way))
        if vote is REFUSED:
            return
        question = "四改五" if motion.amends is not None else self.now.wording(id)
        now = self.line.record()
        now.votes[vote] = Vote(id, way, question, electorate, held.rules)
        now.meetings[motion.meeting].before = motion.item
        now.meetings[motion.meeting].heard.add(motion.item)
        if way in SECRET:
            self.line.bar()

    @precondition(has_votes)
    @rule(pick=ANY, person=ANY, choice=st.sampled_from(["yes", "no", "abstain", "none"]))
    def cast(self, pick: int, person: int, choice: str) -> None:
        id = one(list(self.now.votes), pick) if self.now.voting is None else self.now.voting
        vote = self.now.votes[id]
        motion = self.now.motions[vote.motion]
        who = one(self.now.meetings[motion.meeting].roll, person)
        voters = self.now.voters(motion.meeting, motion.item)
        refused = not vote.open or vote.way != "roll_call" or not (who in voters or who in vote.answers)
        if self.act(refused, votes.cast_ballot, id, who, Choice(choice)) is not REFUSED:
            self.line.record().votes[id].answers[who] = choice

    @precondition(has_votes)
    @rule(yes=st.integers(0, 8), no=st.integers(0, 4), short=st.booleans())
    def close(self, yes: int, no: int, short: bool) -> None:
        id = self.now.voting
        if id is None:
            return
        vote = self.now.votes[id]
        motion = self.now.motions[vote.motion]
        meeting = self.now.meetings[motion.meeting]
        voters = self.now.voters(motion.meeting, motion.item)
        answered = {who for who, choice in vote.answers.items() if choice != "none"}
        counted = [who for who in meeting.roll if who in voters or who in answered]
        given = [choice for who, choice in vote.answers.items() if who in answered]
        if vote.way == "hands":
            refused = yes + no > len(voters) or (yes + no) * 4 < len(voters) * 3
            self.act(refused, votes.close_hands, id, Figures(yes, no, 0))
            figures = yes, no, 0, 0
        elif vote.way == "roll_call":
            refused = False
            self.act(False, votes.close_roll_call, id)
            figures = given.count("yes"), given.count("no"), given.count("abstain"), 0
        elif vote.way == "consent":
            refused = False
            self.act(False, votes.close_consent, id)
            figures = len(voters), 0, 0, 0
        elif vote.way == "laptop":
            counted, turnout = vote.electorate, yes + no + int(short)
            refused = not 0 < turnout <= len(counted)
            pressed = Figures(yes, no, int(short), issued=turnout, returned=turnout)
            self.act(refused, laptop.close_laptop_vote, id, pressed, tuple(counted[:turnout]))
            figures = yes, no, int(short), 0
        else:
            counted = vote.electorate
            issued, returned = len(counted), yes + no + int(short)
            refused = returned > issued or returned * 4 < issued * 3
            papers = Figures(yes, no, 0, issued, returned, int(short))
            self.act(refused, votes.close_secret_vote, id, papers)
            figures = yes, no, 0, int(short)
        if not refused:
            self.line.record().votes[id].close(counted, figures, len(meeting.roll))
            if vote.way in SECRET:
                self.line.bar()

    @rule()
    def abandon(self) -> None:
        if (id := self.now.voting) is not None:
            passed_round = self.now.votes[id].way == "laptop"
            self.act(passed_round, votes.abandon_vote, id, "有人反对")
            if passed_round:
                self.act(False, laptop.void_laptop_vote, id)
            self.line.record().votes[id].abandoned = True
            if passed_round:
                self.line.bar()

    @precondition(has_votes)
    @rule(pick=ANY)
    def announce(self, pick: int) -> None:
        closed = [
            id for id, vote in self.now.votes.items() if vote.figures is not None and not vote.announced
        ]
        id = closed[-1] if closed else one(list(self.now.votes), pick)
        if self.act(not closed, results.announce_result, id) is REFUSED:
            return
        vote = self.line.record().votes[id]
        vote.announced = True
        self.settle_by(id)
        self.line.bar()

    def settle_by(self, id: int) -> None:
        vote = self.now.votes[id]
        motion = self.now.motions[vote.motion]
        if motion.amends is None:
            end = ("carried", id, vote.question) if vote.carried else ("lost", id, "")
            self.now.meetings[motion.meeting].settled[motion.item] = end

    @precondition(has_votes)
    @rule(pick=ANY, yes=st.integers(0, 6), no=st.integers(0, 6))
    def correct(self, pick: int, yes: int, no: int) -> None:
        id = one(list(self.now.votes), pick)
        vote = self.now.votes[id]
        if vote.way == "secret":
            impossible = yes + no > len(vote.electorate)
            figures = Figures(yes, no, 0, yes + no, yes + no)
        else:
            impossible = yes + no > len(vote.present)
            figures = Figures(yes, no, 0)
        refused = not vote.announced or vote.way in {"roll_call", "laptop"} or impossible
        if self.act(refused, results.correct_result, id, figures, "重新数过") is not REFUSED:
            self.put_right(id, (yes, no, 0, 0))

    @precondition(has_votes)
    @rule(pick=ANY, person=ANY, choice=st.sampled_from(["yes", "no", "abstain"]))
    def correct_one(self, pick: int, person: int, choice: str) -> None:
        id = one(list(self.now.votes), pick)
        vote = self.now.votes[id]
        motion = self.now.motions[vote.motion]
        meeting = self.now.meetings[motion.meeting]
        who = one(meeting.roll, person)
        aside = (motion.item, who) in meeting.aside
        refused = not vote.announced or vote.way != "roll_call" or who not in vote.present or aside
        if self.act(refused, results.correct_ballot, id, who, Choice(choice), "听错") is REFUSED:
            return
        answers = {**vote.answers, who: choice}
        given = [each for each in answers.values() if each != "none"]
        self.put_right(id, (given.count("yes"), given.count("no"), given.count("abstain"), 0))
        self.now.votes[id].answers = answers

    @precondition(has_votes)
    @rule(pick=ANY, yes=st.integers(0, 6), no=st.integers(0, 6))
    def count_again(self, pick: int, yes: int, no: int) -> None:
        id = one(list(self.now.votes), pick)
        vote = self.now.votes[id]
        secret = vote.way == "secret"
        most = len(vote.electorate if secret else vote.present)
        refused = vote.figures is None or vote.way not in {"hands", "secret"} or yes + no > most
        figures = Figures(yes, no, 0, returned=yes + no if secret else None)
        if self.act(refused, recounts.recount_vote, id, Recount(figures, reason="再数")) is not REFUSED:
            self.put_right(id, (yes, no, 0, 0))

    def put_right(self, id: int, figures: tuple[int, int, int, int]) -> None:
        vote = self.line.record().votes[id]
        motion, before = self.now.motions[vote.motion], vote.carried
        meeting = self.now.meetings[motion.meeting]
        vote.close(vote.present, figures, len(meeting.roll))
        vote.corrections += 1
        end = meeting.settled.get(motion.item)
        if vote.announced and vote.carried is not before and (end is None or end[1] == id):
            self.settle_by(id)
        self.line.bar()

    # --- the record

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        if steps == 1:
            refused = not self.line.past
            if self.act(refused, record.undo) is not REFUSED:
                self.line.back(1)
            return
        standing = [entry for entry in self.store.reading(record.view_history, 60).entries if entry.stands]
        if len(standing) >= steps:
            refused = steps > len(self.line.past)
            if self.act(refused, record.undo, standing[steps - 1].seq) is not REFUSED:
                self.line.back(steps)

    @rule()
    def redo(self) -> None:
        if self.act(not self.line.future, record.redo) is not REFUSED:
            self.line.forward()

    @rule()
    def reopen(self) -> None:
        self.store.shut()
        self.store = Store(self.path)

    @invariant()
    def agrees(self) -> None:
        chosen = self.store.reading(council.view_council)
        assert (json.loads(chosen.rules)["id"], chosen.provisional) == (self.now.rules, self.now.provisional)
        seats = {each.id: each.seat for each in self.store.reading(people.view_people)}
        assert seats == self.now.seats
        assert [line.id for line in self.store.reading(meetings.view_meetings)] == list(self.now.meetings)[
            ::-1
        ]
        for id, held in list(self.now.meetings.items())[-2:]:
            self.meeting_agrees(id, held)

    def meeting_agrees(self, id: int, held: Meeting) -> None:
        view = self.store.reading(meetings.view_meeting, id)
        assert [each.person.id for each in view.present] == self.now.there(id)
        presence = {each.person.id: each.presence for each in view.people.values() if each.presence}
        assert presence == held.steps
        assert [(item.id, item.title) for item in view.items] == [
            (item, (self.now.titles | held.titles)[item]) for item in held.items
        ]
        assert (view.plan.place, view.notice, view.holders(Role.CHAIR)) == (
            held.place,
            held.notice,
            () if held.chair is None else (held.chair,),
        )
        assert {each.id: each.fact.task for each in view.actions} == held.actions
        assert {item: text for (item, *_), text in view.worded.items()} == held.worded
        assert [seal.fact.sha256 for seal in view.seals] == held.seals
        assert view.rules.id == (held.rules or self.now.rules)
        assert (view.current.id if view.current else None) == held.before
        assert {item.id for item in view.items if item.state is not None} == held.heard & set(held.items)
        assert {item.id for item in view.items if item.state is ItemState.OPENED} <= {held.before}
        settled = {
            item.id: (str(item.settled.outcome), item.settled.vote, item.settled.resolution)
            for item in view.items
            if item.settled is not None
        }
        assert settled == {item: end for item, end in held.settled.items() if item in held.items}
        for vote in view.votes:
            self.vote_agrees(vote.id)
        assert {vote.id for vote in view.votes} == {
            vote for vote, each in self.now.votes.items() if self.now.motions[each.motion].meeting == id
        }

    def vote_agrees(self, id: int) -> None:
        view, model = self.store.reading(votes.view_vote, id), self.now.votes[id]
        answers = {who: str(choice) for who, (_, choice) in view.answers.items()}
        assert answers == {who: choice for who, choice in model.answers.items() if choice != "none"}
        assert (view.opened.question, list(view.opened.electorate)) == (model.question, model.electorate)
        assert (view.open, bool(view.announced)) == (model.open, model.announced)
        assert len(view.corrections) == model.corrections
        if view.closed is not None:
            closed = view.closed
            assert (closed.yes, closed.no, closed.abstain, closed.invalid) == model.figures
            assert (list(closed.presence), closed.carried) == (model.present, model.carried)
        else:
            assert model.figures is None


class TestEvenings(Evenings.TestCase):
    settings = settings(max_examples=15, stateful_step_count=50, deadline=None)


@pytest.mark.long
class TestLongEvenings(Evenings.TestCase):
    settings = settings(max_examples=400, stateful_step_count=120, deadline=None)
