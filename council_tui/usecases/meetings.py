"""A meeting is planned, opened, put into recess, resumed and adjourned; its offices change hands."""

from collections.abc import Sequence
from datetime import date, datetime

from council_tui.domain import plain
from council_tui.domain.agenda import (
    ItemMoved,
    ItemNumbered,
    ItemState,
    Meeting,
    MeetingKind,
    MeetingMoved,
    MeetingPlanned,
    MeetingState,
    NoticePosted,
    Officers,
    Role,
    RollMember,
    RulesKept,
)
from council_tui.domain.counts import BadNumber
from council_tui.domain.errors import (
    AlreadyOpen,
    EmptyRoll,
    MeetingNotOpen,
    MeetingOver,
    MeetingRunning,
    Missing,
    NotADay,
    NumberTaken,
    Unknown,
    VoteRunning,
)
from council_tui.domain.ids import MeetingId, PersonId, RulesId
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingLine, MeetingView, admit_idle, latest
from council_tui.domain.parties import PartyKept
from council_tui.domain.plans import CalledOff, MeetingCancelled
from council_tui.store import council, items, meeting, people
from council_tui.store.act import Act, Reader

PLACE, REFERENCE = 200, 60
"""The longest texts, in characters."""
HIGHEST = 99_999
"""The highest number of a meeting, a seat or minutes allotted."""


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """What is typed about a meeting; `starts` as `2023-02-08T19:00`."""

    starts: str
    place: str
    place_2: str = ""
    kind: MeetingKind = MeetingKind.REGULAR
    number: int | None = None
    """Its number in the year; None for the next."""
    reference: str = ""
    late: bool = False
    convener: PersonId | None = None
    chair: PersonId | None = None
    recorder: PersonId | None = None


def plan_meeting(act: Act, entry: MeetingEntry) -> MeetingId:
    """A meeting is planned, and its offices are given."""
    starts = _moment(entry.starts)
    number = view_next_number(act, starts.year) if entry.number is None else a_number(entry.number)
    for line in meeting.meetings(act):
        if (line.year, line.number) == (starts.year, number):
            raise NumberTaken(starts.year, number)
    id = MeetingId(act.add(Meeting(entry.kind, starts.year, number)))
    _write(act, id, entry, None)
    given = ((Role.CONVENER, entry.convener), (Role.CHAIR, entry.chair), (Role.RECORDER, entry.recorder))
    for role, person in given:
        if person is not None:
            act.add(Officers(id, role, (person,), ""))
    return id


def change_plan(act: Act, id: MeetingId, entry: MeetingEntry) -> None:
    """A meeting is to be at another time or place."""
    before = unended(act, id)
    _write(act, id, entry, before.plan_id)


def cancel_meeting(act: Act, id: MeetingId, reason: str) -> None:
    """A planned meeting will not take place: its number is free again, its items wait for another agenda."""
    if unended(act, id).moves:
        raise AlreadyOpen(id)
    cleaned = plain.clean_line(reason, PLACE)
    if not cleaned:
        raise Missing("reason")
    act.add(MeetingCancelled(id, cleaned, act.now))


def post_notice(act: Act, id: MeetingId, day: str) -> None:
    """The notice was posted on this day."""
    view(act, id)
    before = act.one(NoticePosted, "meeting = ?", [id])
    posted = a_day(day).isoformat()
    act.add(NoticePosted(id, posted, replaces=before.id if before else None))


def hand_over(
    act: Act, id: MeetingId, role: Role, holders: Sequence[PersonId], at: str | None = None
) -> None:
    """An office of the meeting passes to somebody; once it is open, with the time."""
    held = unended(act, id)
    for person in holders:
        if people.person(act, person) is None:
            raise Unknown("person", person)
    act.add(Officers(id, role, tuple(holders), moment(act, held, at) if held.moves else ""))


def open_meeting(act: Act, id: MeetingId, at: str | None = None) -> None:
    """The chair calls the meeting to order: roll, rules and printed numbers are kept as they are now."""
    _begin(act, id, MeetingState.OPEN, at)


def start_talk(act: Act, id: MeetingId, at: str | None = None) -> None:
    """Without a quorum the meeting is held as an informal discussion."""
    _begin(act, id, MeetingState.TALK, at)


def recess(act: Act, id: MeetingId, at: str | None = None) -> None:
    """The meeting pauses."""
    held = sitting(act, id)
    if held.open_vote is not None:
        raise VoteRunning(held.open_vote.id)
    act.add(MeetingMoved(id, MeetingState.RECESS, moment(act, held, at)))


def resume(act: Act, id: MeetingId, at: str | None = None) -> None:
    """The meeting goes on after a recess."""
    held = unended(act, id)
    if held.state is not MeetingState.RECESS:
        raise MeetingNotOpen(id)
    act.add(MeetingMoved(id, MeetingState.RESUMED, moment(act, held, at)))


def adjourn(act: Act, id: MeetingId, at: str | None = None) -> None:
    """The meeting ends; the item before it is put away."""
    held = unended(act, id)
    if not held.running:
        raise MeetingNotOpen(id)
    admit_idle(held)
    now = moment(act, held, at)
    if held.current is not None:
        act.add(ItemMoved(id, held.current.id, ItemState.CLOSED, now))
    act.add(MeetingMoved(id, MeetingState.ADJOURNED, now))


def view_meeting(at: Reader, id: MeetingId) -> MeetingView:
    """A meeting as it stands. Raises Unknown."""
    return view(at, id)


def view_meetings(at: Reader, *, cancelled: bool = False) -> tuple[MeetingLine, ...]:
    """Every meeting, the latest first; those that were cancelled only when they are asked for."""
    return tuple(meeting.meetings(at, cancelled=cancelled))


def view_current(at: Reader) -> MeetingView | None:
    """The meeting that runs; else the next one planned; else the last one held; None without any."""
    lines = meeting.meetings(at)
    open_ones = [line for line in lines if line.state not in {None, MeetingState.ADJOURNED}]
    planned = sorted((line for line in lines if line.state is None), key=lambda line: (line.starts, line.id))
    chosen = (open_ones or planned or lines)[:1]
    return meeting.meeting(at, chosen[0].id) if chosen else None


def view_next_number(at: Reader, year: int) -> int:
    """The number the next meeting of a year gets."""
    return 1 + max((line.number for line in meeting.meetings(at) if line.year == year), default=0)


def view(at: Reader, id: MeetingId) -> MeetingView:
    """A meeting, or Unknown."""
    found = meeting.meeting(at, id)
    if found is None:
        raise Unknown("meeting", id)
    return found


def unended(at: Reader, id: MeetingId) -> MeetingView:
    """A meeting that is not over. Raises MeetingOver, or CalledOff where it was cancelled."""
    found = view(at, id)
    if at.one(MeetingCancelled, "meeting = ?", [id]) is not None:
        raise CalledOff(id)
    if found.state is MeetingState.ADJOURNED:
        raise MeetingOver(id)
    return found


def sitting(at: Reader, id: MeetingId) -> MeetingView:
    """A meeting that sits at this moment. Raises MeetingNotOpen (planned or in recess) or MeetingOver."""
    found = unended(at, id)
    if found.state in {None, MeetingState.RECESS}:
        raise MeetingNotOpen(id)
    return found


def moment(act: Act, held: MeetingView, at: str | None) -> str:
    """When something of a meeting's course happened: as said, as typed for the act, else now.

    A meeting that is entered afterwards, or is over, has a clock of its own: its last moment so far.
    """
    if at or act.typed:
        return a_moment(at or act.typed)
    return latest(held) if held.plan.late or held.adjourned_at else act.now


def presence_at(act: Act, held: MeetingView, at: str | None) -> str | None:
    """The moment at which presence is asked for; None: the last step recorded is what holds."""
    timed = at or act.typed or held.plan.late
    return moment(act, held, at) if timed else None


def _begin(act: Act, id: MeetingId, state: MeetingState, at: str | None) -> None:
    """A meeting or a talk begins; a talk becomes a meeting once there are enough."""
    held = unended(act, id)
    begun = [move.state for move in held.moves if move.state in {MeetingState.OPEN, MeetingState.TALK}]
    if MeetingState.OPEN in begun or state in begun:
        raise AlreadyOpen(id)
    for line in meeting.meetings(act):
        if line.id != id and line.state not in {None, MeetingState.ADJOURNED}:
            raise MeetingRunning(line.id, line.number)
    _keep(act, held)
    act.add(MeetingMoved(id, state, moment(act, held, at)))


def _keep(act: Act, held: MeetingView) -> None:
    """Keep the roll, the rules and the printed numbers; a talk that becomes a meeting has them already."""
    if held.moves:
        return
    if not held.roll:
        raise EmptyRoll
    for each in held.people.values():
        if each.on_roll and each.person.seat is not None:
            person = each.person
            act.add(
                RollMember(held.id, person.id, person.named, each.person.seat, person.category, person.votes)
            )
            if person.party:
                act.add(PartyKept(held.id, person.id, person.party))
    chosen = council.chosen(act)
    if chosen is not None:
        act.add(RulesKept(held.id, RulesId(chosen.id)))
    for item, number in zip(held.items, items.numbers([each.level for each in held.items]), strict=True):
        act.add(ItemNumbered(held.id, item.id, number))


def _write(act: Act, id: MeetingId, entry: MeetingEntry, replaces: int | None) -> None:
    act.add(
        MeetingPlanned(
            id,
            _moment(entry.starts).strftime("%Y-%m-%dT%H:%M"),
            plain.clean_line(entry.place, PLACE),
            plain.clean_line(entry.place_2, PLACE),
            plain.clean_line(entry.reference, REFERENCE),
            entry.late,
            replaces=replaces,
        )
    )


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise NotADay(plain.begins(text)) from error


def a_number(number: int) -> int:
    """A number things are counted with, from 1. Raises BadNumber."""
    if not 1 <= number <= HIGHEST:
        raise BadNumber(number)
    return number


def a_moment(text: str) -> str:
    """A typed moment as facts have it (`2023-02-15T19:30:00`). Raises NotADay."""
    return _moment(text).strftime("%Y-%m-%dT%H:%M:%S")


def a_day(text: str) -> date:
    """A day as facts have it (`2023-02-15`). Raises NotADay."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NotADay(plain.begins(text)) from error
