"""The book of a council's rules as its screen shows it: those in force, those before, who adopted them."""

from dataclasses import replace

from council_tui.domain.hall import Hall
from council_tui.domain.ids import VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingLine, MeetingView
from council_tui.domain.rules import Count, FloorRules, Rules, Standing, outlook


@dataclass(frozen=True, slots=True)
class Version:
    """Rules that are, or were, in force in this council."""

    id: int
    """The fact that chose them last."""
    day: str
    """When that was recorded, as an ISO day."""
    rules: Rules
    floor: FloorRules
    provisional: bool
    """Whether the council had yet to adopt them by a vote."""
    adopted: MeetingLine | None
    """The meeting whose vote adopted them."""


@dataclass(frozen=True, slots=True)
class CarriedVote:
    """A vote on a motion that was carried and announced since the rules in force were chosen."""

    id: VoteId
    year: int
    """With `number`, the meeting's."""
    number: int
    question: str
    question_2: str


@dataclass(frozen=True, slots=True)
class RulesView:
    """A council's rules, beside the meeting in hand."""

    hall: Hall
    versions: tuple[Version, ...]
    """The rules in force first, then each set that was in force before them, the latest first."""
    carried: tuple[CarriedVote, ...]
    """By what the rules in force may have been adopted, the latest first."""
    planned: MeetingView | None
    """The next meeting, which may adopt them."""
    today: str
    """The day of this picture."""

    @property
    def current(self) -> Version | None:
        """The rules in force; None in a file without a council."""
        return self.versions[0] if self.versions else None


def least_yes(rules: Rules, count: Count) -> int | None:
    """The smallest yes that carries beside the other figures of `count`; None where none of them can."""
    found = outlook(rules, replace(count, yes=0), count.present - count.no - count.abstain - count.invalid)
    return found.needed if found.standing is Standing.SHORT else None
