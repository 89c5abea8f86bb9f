"""A meeting put together: every standing fact of it, in one frozen picture."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from council_tui.domain.agenda import (
    ItemNumbered,
    Meeting,
    MeetingKind,
    MeetingMoved,
    MeetingPlanned,
    MeetingState,
    NoticePosted,
    Officers,
    RulesKept,
)
from council_tui.domain.attendees import Attendee
from council_tui.domain.council import CouncilView, RulesChosen
from council_tui.domain.ids import ItemId, MeetingId, PersonId
from council_tui.domain.items import ItemView
from council_tui.domain.meeting import Earlier, MeetingLine, MeetingView, Unfinished
from council_tui.domain.minutes import Adopted, Part, Sealed, Worded
from council_tui.domain.people import PersonView
from council_tui.domain.polls import PollView
from council_tui.domain.promises import ActionAssigned
from council_tui.domain.record import Kept
from council_tui.domain.rules import floor_from_text, rules_from_text
from council_tui.store import attendance, council, items, people, polls, proxies, then
from council_tui.store.act import Reader


def meeting(at: Reader, id: MeetingId) -> MeetingView | None:
    """One meeting, whole; None when it does not stand.

    Once it was signed off, what is outside of it stays as the papers had it.
    """
    seals = tuple(at.standing(Sealed, "meeting = ?", [id]))
    at = then.Then(at, id, seals[-1].fact.head) if seals else at
    founded = at.one(Meeting, "id = ?", [id])
    plan = at.one(MeetingPlanned, "meeting = ?", [id])
    under = _council(at, id)
    if founded is None or plan is None or under is None:
        return None
    moves = tuple(each.fact for each in at.standing(MeetingMoved, "meeting = ?", [id]))
    actions = tuple(each for each in at.standing(ActionAssigned, "meeting = ?", [id]) if each.fact.task)
    officers = tuple(each.fact for each in at.standing(Officers, "meeting = ?", [id]))
    listed, taken = items.items(at, id, actions), polls.opened(at, id)
    return MeetingView(
        id=id,
        kind=founded.fact.kind,
        year=founded.fact.year,
        number=founded.fact.number,
        plan=plan.fact,
        plan_id=plan.id,
        council=under,
        rules=rules_from_text(under.rules),
        floor=floor_from_text(under.floor),
        moves=moves,
        officers=officers,
        notice=_notice(at, id),
        people=_people(at, id, _named(officers, listed, taken, actions), kept=bool(moves)),
        items=listed,
        actions=actions,
        worded=_worded(at, id),
        seals=seals,
        adopted=tuple(each.fact for seal in seals for each in at.standing(Adopted, "seal = ?", [seal.id])),
        head=_head(at),
        earlier=_earlier(at, id),
        polls=taken,
        proxies=proxies.given(at, id),
    )


def _named(
    officers: Sequence[Officers],
    listed: Sequence[ItemView],
    taken: Sequence[PollView],
    actions: Sequence[Kept[ActionAssigned]],
) -> set[PersonId]:
    """Who holds an office, presents an item, answers for an action, stood in a poll, corrected a result."""
    named = {person for office in officers for person in office.people}
    named |= {each.fact.person for each in actions if each.fact.person is not None}
    named |= {each.person for poll in taken for each in poll.candidates if each.person is not None}
    named |= {fact.asker for poll in taken for _old, fact in poll.corrections if fact.asker is not None}
    named |= {each.reopened.mover for each in taken if each.reopened and each.reopened.mover is not None}
    told = [vote for item in listed for vote in item.votes if vote.owners is not None]
    mended = [each for vote in told if vote.owners is not None for each in vote.owners.mended]
    named |= {each.asker for each in mended if each.asker is not None}
    named |= {item.presenter for item in listed if item.presenter is not None}
    return named | {person for item in listed for vote in item.votes for person in vote.correctors}


def _notice(at: Reader, meeting: MeetingId) -> str:
    """The day on which the notice was posted; empty where none was."""
    posted = at.one(NoticePosted, "meeting = ?", [meeting])
    return posted.fact.day if posted is not None else ""


def _head(at: Reader) -> tuple[int, str]:
    rows = at.query("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
    return (rows[0]["seq"], rows[0]["hash"]) if rows else (0, "")


def _council(at: Reader, meeting: MeetingId) -> CouncilView | None:
    """The council under the rules kept at the opening, or under today's before it."""
    now = council.council(at)
    kept = at.one(RulesKept, "meeting = ?", [meeting])
    if now is None or kept is None:
        return now
    chosen = at.recorded(RulesChosen, kept.fact.rules)
    named = council.named(at)
    if named is None or chosen is None:
        return now
    kept_view = council.view(at, named.fact, chosen)
    return replace(kept_view, adopted_by=now.adopted_by) if kept_view.rules == now.rules else kept_view


def _earlier(at: Reader, meeting: MeetingId) -> tuple[Earlier, ...]:
    """The minutes of other meetings that were adopted in this one."""
    found = []
    for each in at.standing(Adopted, "meeting = ?", [meeting]):
        sealed = at.one(Sealed, "id = ?", [each.fact.seal])
        of = at.one(Meeting, "id = ?", [sealed.fact.meeting]) if sealed is not None else None
        if sealed is not None and of is not None:
            found.append(Earlier(of.fact.year, of.fact.number, sealed.fact.version, each.fact.at))
    return tuple(found)


def _people(
    at: Reader, meeting: MeetingId, named: set[PersonId], *, kept: bool
) -> Mapping[PersonId, Attendee]:
    """The roll (as kept, or today's before the opening), then whoever else was signed in or is named."""
    steps = attendance.steps(at, meeting)
    members = (
        people.roll(at, meeting) if kept else [each for each in people.people(at) if each.seat is not None]
    )
    guests = people.some(at, (set(steps) | named) - {each.id for each in members})

    def attendee(person: PersonView, on_roll: bool) -> Attendee:
        return Attendee(person, on_roll, steps.get(person.id, ()))

    return {each.id: attendee(each, True) for each in members} | {
        each.id: attendee(each, False) for each in guests
    }


def _worded(at: Reader, meeting: MeetingId) -> Mapping[tuple[ItemId | None, Part, str], str]:
    facts = [each.fact for each in at.standing(Worded, "meeting = ?", [meeting])]
    return {(fact.item, fact.part, fact.lang): fact.text for fact in facts if fact.text}


_LINES = """
SELECT m.id, m.kind, m.year, m.number, p.starts, p.place, p.place_2, p.late,
  (
    SELECT v.state FROM meeting_moved_standing AS v WHERE v.meeting = m.id ORDER BY v.id DESC LIMIT 1
  ) AS state,
  EXISTS (SELECT 1 FROM attendance_standing AS a WHERE a.meeting = m.id) AS attended,
  (SELECT json_array_length(g.items) FROM agenda_set_standing AS g WHERE g.meeting = m.id) AS items,
  (SELECT count(*) FROM sealed_standing AS s WHERE s.meeting = m.id) AS sealed,
  EXISTS (
    SELECT 1 FROM sealed_standing AS s JOIN adopted_standing AS d ON d.seal = s.id WHERE s.meeting = m.id
  ) AS adopted,
  EXISTS (SELECT 1 FROM meeting_cancelled_standing AS c WHERE c.meeting = m.id) AS cancelled
FROM meeting_standing AS m JOIN meeting_planned_standing AS p ON p.meeting = m.id
ORDER BY p.starts DESC, m.id DESC"""
"""One reading for all: a list must not cost more with every meeting held."""


def meetings(at: Reader, *, cancelled: bool = False) -> list[MeetingLine]:
    """Every meeting, the latest first; those that were cancelled only when they are asked for."""
    return [
        MeetingLine(
            id=MeetingId(row["id"]),
            kind=MeetingKind(row["kind"]),
            year=row["year"],
            number=row["number"],
            starts=row["starts"],
            place=row["place"],
            place_2=row["place_2"],
            late=bool(row["late"]),
            state=MeetingState(row["state"]) if row["state"] is not None else None,
            signing_in=row["state"] is None and bool(row["attended"]),
            items=row["items"] or 0,
            sealed=row["sealed"],
            adopted=bool(row["adopted"]),
            cancelled=bool(row["cancelled"]),
        )
        for row in at.query(_LINES)
        if cancelled or not row["cancelled"]
    ]


def unfinished(at: Reader) -> list[Unfinished]:
    """Items whose last meeting left them open, oldest first; none that a later agenda already holds."""
    return items.unfinished(at)


def numbered(at: Reader, meeting: MeetingId) -> Mapping[ItemId, str]:
    """The numbers items have in a meeting's papers; empty before it opens."""
    return {each.fact.item: each.fact.number for each in at.standing(ItemNumbered, "meeting = ?", [meeting])}
