"""A meeting's plan as it is typed at one sitting: date, place, offices and notice, in one act."""

from council_tui.domain.agenda import Role
from council_tui.domain.ids import MeetingId
from council_tui.domain.meeting import MeetingView
from council_tui.store.act import Act
from council_tui.usecases import meetings
from council_tui.usecases.meetings import MeetingEntry


def call_meeting(act: Act, entry: MeetingEntry, notice: str = "") -> MeetingId:
    """A meeting is planned; `notice` is the day its notice was posted, where it was."""
    id = meetings.plan_meeting(act, entry)
    if notice:
        meetings.post_notice(act, id, notice)
    return id


def revise_meeting(act: Act, id: MeetingId, entry: MeetingEntry, notice: str = "") -> None:
    """A meeting's plan says something else; only what differs is recorded."""
    before = meetings.unended(act, id)
    if _planned(before) != _typed(entry):
        meetings.change_plan(act, id, entry)
    offices = ((Role.CONVENER, entry.convener), (Role.CHAIR, entry.chair), (Role.RECORDER, entry.recorder))
    for role, person in offices:
        holders = (person,) if person is not None else ()
        if before.holders(role) != holders:
            meetings.hand_over(act, id, role, holders)
    if notice and notice != before.notice:
        meetings.post_notice(act, id, notice)


def _planned(held: MeetingView) -> tuple[object, ...]:
    plan = held.plan
    return plan.starts, plan.place, plan.place_2, plan.reference, plan.late


def _typed(entry: MeetingEntry) -> tuple[object, ...]:
    return entry.starts, entry.place.strip(), entry.place_2.strip(), entry.reference.strip(), entry.late
