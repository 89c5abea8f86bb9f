"""The figures of one vote, taken by heads, and which figures cannot be."""

from enum import StrEnum

from council_tui.domain.errors import Refusal
from council_tui.domain.gates import Base
from council_tui.domain.lazily import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """How many should attend, were present, and answered what."""

    roll: int
    """Members counted at the meeting's opening (应到)."""
    present: int
    """Voting members present and not recused."""
    yes: int
    no: int
    abstain: int
    invalid: int = 0
    """Papers that say nothing valid; never folded into abstain."""

    @property
    def cast(self) -> int:
        """Yes and no."""
        return self.yes + self.no

    @property
    def participating(self) -> int:
        """Yes, no and abstain; invalid papers count only where the rule says so (see `base`)."""
        return self.cast + self.abstain

    @property
    def not_voting(self) -> int:
        """Those present who answered nothing."""
        return self.present - self.participating - self.invalid

    def base(self, base: Base, *, invalid_counts: bool = False) -> int:
        """The whole that a gate's share is taken of; for `Base.VOTES` those present."""
        match base:
            case Base.ROLL:
                return self.roll
            case Base.PRESENT | Base.VOTES:
                return self.present
            case Base.PARTICIPATING:
                return self.participating + (self.invalid if invalid_counts else 0)
            case Base.CAST:
                return self.cast


class Impossible(StrEnum):
    """Why figures cannot be."""

    NEGATIVE = "negative"
    MORE_VOTES_THAN_PRESENT = "more_votes_than_present"
    MORE_PRESENT_THAN_ROLL = "more_present_than_roll"


@dataclass
class ImpossibleCount(Refusal):
    """Figures that no vote can have."""

    count: Count
    why: Impossible


@dataclass
class BadNumber(Refusal):
    """A number that cannot be: nought or less where things are counted, or far too large."""

    number: int


def check(count: Count) -> Count:
    """`count` itself, if a vote can have these figures. Raises ImpossibleCount."""
    if min(count.roll, count.present, count.yes, count.no, count.abstain, count.invalid) < 0:
        raise ImpossibleCount(count, Impossible.NEGATIVE)
    if count.not_voting < 0:
        raise ImpossibleCount(count, Impossible.MORE_VOTES_THAN_PRESENT)
    if count.present > count.roll:
        raise ImpossibleCount(count, Impossible.MORE_PRESENT_THAN_ROLL)
    return count
