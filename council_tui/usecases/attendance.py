"""People come, leave, return, are excused or observe; and stand aside for an item."""

from council_tui.domain import plain
from council_tui.domain.agenda import IN_THE_ROOM, Attendance, Presence, Recusal
from council_tui.domain.attendees import Attendee
from council_tui.domain.errors import NeedsReason, NotEntitled, SameStep, Unknown, VoteRunning
from council_tui.domain.ids import ItemId, MeetingId, PersonId
from council_tui.domain.meeting import MeetingView
from council_tui.domain.representing import unheard
from council_tui.store import people
from council_tui.store.act import Act
from council_tui.usecases import agenda, meetings
from council_tui.usecases.people import PersonEntry, add_person

REASON = 200
"""The longest reason, in characters."""

OUT = frozenset({Presence.LEFT, Presence.EXCUSED, Presence.ABSENT, None})


def sign_in(act: Act, meeting: MeetingId, person: PersonId, at: str | None = None) -> Presence:
    """Somebody is in the room: come, or back again; a guest observes. What it was recorded as."""
    held = meetings.unended(act, meeting)
    return _enter(act, held, _attendee(act, held, person), at)


def sign_in_rest(act: Act, meeting: MeetingId, at: str | None = None) -> int:
    """Everybody on the roll of whom nothing is recorded yet is in the room; how many those are."""
    held = meetings.unended(act, meeting)
    rest = unheard(held)
    for who in rest:
        _enter(act, held, who, at)
    return len(rest)


def correct_step(
    act: Act, meeting: MeetingId, step: int, presence: Presence, at: str, reason: str = ""
) -> int:
    """One line of somebody's attendance was taken down wrongly: what it was, and when. Its new id."""
    held = meetings.view(act, meeting)
    before = act.one(Attendance, "id = ? AND meeting = ?", [step, meeting])
    if before is None:
        raise Unknown("step", step)
    who = _attendee(act, held, before.fact.person)
    voting = who.on_roll and who.person.votes
    if presence in (IN_THE_ROOM if not voting else {Presence.OBSERVING}):
        raise NotEntitled(who.person.id, who.person.name)
    moment, cleaned = meetings.moment(act, held, at), plain.clean_line(reason, REASON)
    return act.add(Attendance(meeting, who.person.id, presence, moment, cleaned, replaces=step))


def sign_out(act: Act, meeting: MeetingId, person: PersonId, at: str | None = None) -> None:
    """Somebody leaves."""
    held = meetings.unended(act, meeting)
    _step(act, held, _attendee(act, held, person), Presence.LEFT, at)


def excuse(act: Act, meeting: MeetingId, person: PersonId, reason: str, at: str | None = None) -> None:
    """Somebody sent word that they cannot come or stay, and why."""
    held = meetings.unended(act, meeting)
    _step(act, held, _attendee(act, held, person), Presence.EXCUSED, at, reason)


def mark_absent(act: Act, meeting: MeetingId, person: PersonId, at: str | None = None) -> None:
    """Somebody stays away without a word."""
    held = meetings.unended(act, meeting)
    _step(act, held, _attendee(act, held, person), Presence.ABSENT, at)


def admit_guest(act: Act, meeting: MeetingId, entry: PersonEntry, at: str | None = None) -> PersonId:
    """Somebody new is entered and takes a seat among the observers."""
    person = add_person(act, entry)
    sign_in(act, meeting, person, at)
    return person


def recuse(act: Act, meeting: MeetingId, item: ItemId, person: PersonId, reason: str) -> None:
    """A member stands aside for one item, and says why."""
    held = meetings.unended(act, meeting)
    agenda.on_agenda(held, item)
    who = _attendee(act, held, person)
    if not (who.on_roll and who.person.votes):
        raise NotEntitled(person, who.person.name)
    if held.open_vote is not None and held.open_vote.opened.item == item:
        raise VoteRunning(held.open_vote.id)
    cleaned = plain.clean_line(reason, REASON)
    if not cleaned:
        raise NeedsReason
    now = meetings.moment(act, held, None)
    act.add(Recusal(meeting, item, person, recused=True, reason=cleaned, at=now))


def readmit(act: Act, meeting: MeetingId, item: ItemId, person: PersonId) -> None:
    """A member who stood aside takes part again."""
    held = meetings.unended(act, meeting)
    if person not in agenda.on_agenda(held, item).recused:
        return
    if held.open_vote is not None and held.open_vote.opened.item == item:
        raise VoteRunning(held.open_vote.id)
    act.add(Recusal(meeting, item, person, recused=False, reason="", at=meetings.moment(act, held, None)))


def _attendee(act: Act, held: MeetingView, person: PersonId) -> Attendee:
    found = held.people.get(person)
    if found is not None:
        return found
    guest = people.person(act, person)
    if guest is None:
        raise Unknown("person", person)
    return Attendee(guest, on_roll=False, steps=())


def _enter(act: Act, held: MeetingView, who: Attendee, at: str | None) -> Presence:
    """Somebody comes in; what it is recorded as."""
    if not (who.on_roll and who.person.votes):
        presence = Presence.OBSERVING
    else:
        presence = Presence.RETURNED if who.attended else Presence.PRESENT
    _step(act, held, who, presence, at)
    return presence


def _step(
    act: Act, held: MeetingView, who: Attendee, presence: Presence, at: str | None, reason: str = ""
) -> None:
    now, timed = meetings.moment(act, held, at), bool(at or act.typed)
    earlier = [step for step in who.steps if not timed or step.at[:16] <= now[:16]]
    before, inside = earlier[-1].presence if earlier else None, IN_THE_ROOM | {Presence.OBSERVING}
    if (
        before is presence
        or (before in inside and presence in inside)
        or (presence is Presence.LEFT and before in OUT)
    ):
        raise SameStep(who.person.id, who.person.name, str(presence))
    if not timed:
        now = max([now, *(step.at for step in earlier)])  # whatever the clock says, it came after
    act.add(Attendance(held.id, who.person.id, presence, now, plain.clean_line(reason, REASON)))
