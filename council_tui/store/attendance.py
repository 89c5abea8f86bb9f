"""Who came and went, in the order in which it counts: by the minute, then as it was recorded."""

from collections import defaultdict
from collections.abc import Mapping

from council_tui.domain.agenda import Attendance, MeetingMoved, MeetingState
from council_tui.domain.ids import MeetingId, PersonId
from council_tui.domain.meeting import Step
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
    opening = next(iter(at.standing(MeetingMoved, _BEGUN, [meeting])), None)
    found: dict[PersonId, list[Step]] = defaultdict(list)
    for each in at.standing(Attendance, where, values):
        found[each.fact.person].append(_step(each, opening))
    return {
        who: tuple(sorted(theirs, key=lambda step: (step.at[:16], step.id))) for who, theirs in found.items()
    }


def _step(kept: Kept[Attendance], opening: Kept[MeetingMoved] | None) -> Step:
    """A step as it counts: what was entered before the opening counts from the opening at the latest."""
    fact, moment = kept.fact, kept.fact.at
    if opening is not None and kept.entry < opening.entry:
        moment = min(moment, opening.fact.at)
    return Step(kept.id, fact.presence, moment, fact.reason)
