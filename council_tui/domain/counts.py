"""The figures of one vote, by heads and where a rule asks for it by floor area, and which cannot be."""

from collections.abc import Iterator
from enum import StrEnum

from council_tui.domain.errors import Refusal
from council_tui.domain.gates import Base, Measure
from council_tui.domain.lazily import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """How many should attend, were present, and answered what.

    By heads; `area` and `households` hold the same figures by those measures.
    """

    roll: int
    """Members counted at the meeting's opening (应到)."""
    present: int
    """Voting members present and not recused."""
    yes: int
    no: int
    abstain: int
    invalid: int = 0
    """Papers that say nothing valid; never folded into abstain."""
    silent: int = 0
    """Those who were given the papers with proof of it, and returned none."""
    area: "Count | None" = None
    """In hundredths of a square metre."""
    households: "Count | None" = None
    parties: bool = False
    """Whether parties are counted and not members: present are those that are represented."""
    by_proxy: int = 0
    """How many of those present are represented by others."""

    def by(self, measure: Measure) -> "Count | None":
        """The figures by a measure; None where they were not taken by it."""
        match measure:
            case Measure.HEADS:
                return self
            case Measure.HOUSEHOLDS:
                return self.households
            case Measure.AREA:
                return self.area

    def measured(self) -> "Iterator[tuple[Measure, Count]]":
        """The figures by every measure they were taken by, heads first."""
        for measure in Measure:
            if (count := self.by(measure)) is not None:
                yield measure, count

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

    @property
    def tied(self) -> bool:
        """As many yes as no, and some."""
        return self.yes == self.no > 0

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
    measure: Measure = Measure.HEADS


@dataclass
class Unmeasured(Refusal):
    """A rule asks for a measure by which the figures were not taken."""

    measure: Measure


@dataclass
class BadNumber(Refusal):
    """A number that cannot be: nought or less where things are counted, or far too large."""

    number: int


def check(count: Count) -> Count:
    """`count` itself, if a vote can have these figures. Raises ImpossibleCount."""
    for measure, each in count.measured():
        if min(each.roll, each.present, each.yes, each.no, each.abstain, each.invalid, each.silent) < 0:
            raise ImpossibleCount(each, Impossible.NEGATIVE, measure)
        if each.not_voting < 0:
            raise ImpossibleCount(each, Impossible.MORE_VOTES_THAN_PRESENT, measure)
        if each.present + each.silent > each.roll:
            raise ImpossibleCount(each, Impossible.MORE_PRESENT_THAN_ROLL, measure)
    return count
