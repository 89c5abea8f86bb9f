"""Who came and went, in the order in which it counts: by the minute, then as it was recorded."""

from collections import defaultdict
from collections.abc import Mapping

from council_tui.domain.agenda import Attendance, MeetingMoved, MeetingState
from council_tui.domain.attendees import Step
from council_tui.domain.ids import MeetingId, PersonId
from council_tui.domain.record import Kept
from council_tui.store.act import Reader

_BEGUN = f"meeting = ? AND state IN ('{MeetingState.OPEN}', '{MeetingState.TALK}')"


def steps(
    at: Reader, meeting: MeetingId, person: PersonId | None = None
) -> Mapping[PersonId, tuple[Step, ...]]:
    """Everybody's steps, or one person's."""
    where, values = (
        ("meeting = ?", [meeting]) if person is None else ("meeting = ? AND person = ?", [meeting, person])
    )
    begun = opening(at, meeting)
    found: dict[PersonId, list[Step]] = defaultdict(list)
    for each in at.standing(Attendance, where, values):
        found[each.fact.person].append(_step(each, begun))
    return {
        who: tuple(sorted(theirs, key=lambda step: (step.at[:16], step.id))) for who, theirs in found.items()
    }


def opening(at: Reader, meeting: MeetingId) -> Kept[MeetingMoved] | None:
    """How the meeting, or the talk, began."""
    return next(iter(at.standing(MeetingMoved, _BEGUN, [meeting])), None)


def counts_from(moment: str, entry: int, begun: Kept[MeetingMoved] | None) -> str:
    """From when on something counts: entered before the opening, from the opening at the latest."""
    return min(moment, begun.fact.at) if begun is not None and entry < begun.entry else moment


def _step(kept: Kept[Attendance], begun: Kept[MeetingMoved] | None) -> Step:
    """A step as it counts."""
    moment = counts_from(kept.fact.at, kept.entry, begun)
    return Step(kept.id, kept.fact.presence, moment, kept.fact.reason, kept.entry)
