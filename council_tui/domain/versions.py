"""The texts a proposal has had, and what an amendment was measured against."""

from collections.abc import Mapping

from council_tui.domain.hall import Hall
from council_tui.domain.ids import PersonId, ProposalId, Seq
from council_tui.domain.items import ItemView, MotionView
from council_tui.domain.lazily import dataclass
from council_tui.domain.proposals import ProposalWritten


@dataclass(frozen=True, slots=True)
class Version:
    """One text a proposal had, replaced since or not."""

    written: ProposalWritten
    entry: Seq
    at: str
    """When it was recorded, UTC: `2023-02-08T11:41:05Z`."""
    by: PersonId


@dataclass(frozen=True, slots=True)
class ProposalsView:
    """The frame, and every text that the proposals of the meeting in hand have had, oldest first."""

    hall: Hall
    versions: Mapping[ProposalId, tuple[Version, ...]]
    names: Mapping[PersonId, str]
    """Who was at the keyboard when they were written."""


def motion_of(item: ItemView, amendment: MotionView) -> MotionView | None:
    """The motion that an amendment changes; None for a motion."""
    return next((motion for motion in item.motions if motion.id == amendment.amends), None)


def measured_against(item: ItemView, amendment: MotionView) -> tuple[str, str]:
    """The text an amendment changes, in both languages: the motion's, with what was carried before it."""
    motion = motion_of(item, amendment)
    if motion is None:
        return "", ""
    carried = [each for each in item.amendments(motion) if each.carried and each.id < amendment.id]
    last = carried[-1] if carried else motion
    return last.text, last.text_2
