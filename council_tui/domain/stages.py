"""A proposal decided in stages: which body decides what by which rule, how each ended, which is open.

The model of domain/3-rules.md §3.8: ordered stages, each with its own body, roll and rule; a stage opens
when all before it are carried and their waiting days are over.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from council_tui.domain.errors import Refusal
from council_tui.domain.ids import ProposalId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact, Private
from council_tui.domain.rules import Count, Rules
from council_tui.domain.topics import Topic

SATURDAY = 5
"""As `date.weekday` counts."""


class Publication(StrEnum):
    """What is made public on the way (the two publications of 四议两公开)."""

    RESOLUTION = "resolution"
    """What was resolved, after the last stage."""
    RESULT = "result"
    """What came of it, when it was carried out."""


class StageState(StrEnum):
    """How a stage stands on a day."""

    CARRIED = "carried"
    LOST = "lost"
    """Decided and not carried; it may be put again."""
    OPEN = "open"
    WAITING = "waiting"
    """All before it are carried; their waiting days are not over."""
    CLOSED = "closed"
    """A stage before it is not carried."""


@dataclass(frozen=True, slots=True)
class Staged(Fact):
    """A proposal is decided in stages; set anew only before the first of them was put or decided."""

    TABLE = "staged"
    TOPIC = Topic.PROPOSALS
    ONE = ("proposal",)

    proposal: ProposalId
    stages: str
    """The stages in order, as `stagetexts.stages_text` writes them."""


@dataclass(frozen=True, slots=True)
class StagePut(Fact):
    """A vote of ours decides a stage; it counts only while its announced result stands."""

    TABLE = "stage_put"
    TOPIC = Topic.PROPOSALS
    ONE = ("vote",)

    staged: int
    number: int
    """From 1."""
    vote: VoteId


@dataclass(frozen=True, slots=True)
class StageDecided(Fact):
    """What another body decided of a stage, as it reported it."""

    TABLE = "stage_decided"
    TOPIC = Topic.PROPOSALS
    ONE = ("staged", "number")

    staged: int
    number: int
    rules: str
    """The whole rule it was judged by, as JSON."""
    roll: int
    present: int
    yes: int
    no: int
    abstain: int
    carried: bool
    day: str
    place: str
    signed: Private[str]
    """Who signed for it; may be empty."""
    at: str


@dataclass(frozen=True, slots=True)
class StagePublished(Fact):
    """The resolution, or what came of it, was made public on a day."""

    TABLE = "stage_published"
    TOPIC = Topic.PROPOSALS
    ONE = ("staged", "what")

    staged: int
    what: Publication
    day: str
    place: str
    at: str


@dataclass
class BadStages(Refusal):
    """Stages that cannot be: which of their fields, and what stands there."""

    field: str
    value: str


@dataclass
class StagesBegun(Refusal):
    """A stage was put or decided already: the stages are no longer set otherwise."""

    proposal: ProposalId


@dataclass
class NotStaged(Refusal):
    """The proposal is not decided in stages."""

    proposal: ProposalId


@dataclass
class TextCarried(Refusal):
    """A stage was carried on this text: the other bodies decide the same one (四议 has one matter)."""

    proposal: ProposalId


@dataclass
class StageStands(Refusal):
    """A stage was carried by a vote of ours; another body does not decide it as well."""

    number: int


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: who decides, by which rule, and how long the next one waits."""

    body: str
    """In the council's language."""
    body_2: str = ""
    rules: str = ""
    """A whole rule as JSON text; empty for the rules the council has when it is decided."""
    days: int = 0
    """Civil days that have to pass before the next stage opens; 0: none."""
    roll: int | None = None
    """How many the body has (应到), where it is not on our roll and known beforehand."""


@dataclass(frozen=True, slots=True)
class Decision:
    """How a stage was decided: by a vote of ours, or elsewhere and reported."""

    carried: bool
    count: Count
    rules: Rules
    day: str
    vote: VoteId | None = None
    """None for what was reported."""
    meeting: tuple[int, int] | None = None
    """Year and number of our meeting."""
    place: str = ""
    signed: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """A stage with what was decided of it; its number counts from 1."""

    number: int
    stage: Stage
    decision: Decision | None

    @property
    def carried(self) -> bool:
        """Whether it was decided, and carried."""
        return self.decision is not None and self.decision.carried


@dataclass(frozen=True, slots=True)
class Ladder:
    """The stages of a proposal, in order, as they stand."""

    id: int
    """The id of the standing `staged` fact."""
    rungs: tuple[Rung, ...]
    votes: Mapping[VoteId, int]
    """Which stage each vote of ours puts, whether its result stands or not."""
    published: Mapping[Publication, StagePublished]

    @property
    def begun(self) -> bool:
        """Whether any stage was put or decided."""
        return bool(self.votes) or any(rung.decision is not None for rung in self.rungs)

    @property
    def next(self) -> Rung | None:
        """The first stage that is not carried; None when all are."""
        return next((rung for rung in self.rungs if not rung.carried), None)

    @property
    def rule(self) -> str:
        """The rule of the next stage as JSON text; empty where it has none of its own, or none is left."""
        return self.next.stage.rules if self.next is not None else ""

    def put_by(self, vote: VoteId) -> Rung | None:
        """The stage that a vote decides."""
        number = self.votes.get(vote)
        return self.rungs[number - 1] if number is not None else None

    def opens(self, rung: Rung) -> str | None:
        """The first day (ISO) on which a stage may be decided; empty for the first stage, None while one
        before it is not carried."""
        latest = ""
        for before in self.rungs[: rung.number - 1]:
            if before.decision is None or not before.decision.carried:
                return None
            latest = max(latest, waited(before.decision.day, before.stage.days))
        return latest

    def unmoved(self, rung: Rung) -> str:
        """The last day of waiting (ISO) before a stage, where it is a Saturday or Sunday; else empty.

        By law such a day moves to the next working one (Civil Code, article 203), unless agreed otherwise
        (204). Which days are worked in exchange, and which other days are holidays, the program does not
        know: it moves none of them, and says so.
        """
        opens = self.opens(rung)
        decided = [
            (each.decision.day, each.stage.days) for each in self.rungs[: rung.number - 1] if each.decision
        ]
        if not opens or not any(days and waited(day, days) == opens for day, days in decided):
            return ""
        last = date.fromisoformat(opens) - timedelta(days=1)
        return last.isoformat() if last.weekday() >= SATURDAY else ""

    def state(self, rung: Rung, day: str) -> StageState:
        """How a stage stands on a day (ISO)."""
        if rung.decision is not None:
            return StageState.CARRIED if rung.decision.carried else StageState.LOST
        opens = self.opens(rung)
        if opens is None:
            return StageState.CLOSED
        return StageState.OPEN if opens <= day else StageState.WAITING

    def early(self, rung: Rung, day: str) -> bool:
        """Whether a stage that is decided on this day (ISO) is decided before its time."""
        opens = self.opens(rung)
        return opens is None or day < opens


def waited(day: str, days: int) -> str:
    """The first day after `days` of waiting: the day itself is not counted (Civil Code, article 201), the
    last one ends at 24:00 (203). Without days to wait it is the day itself.

    A last day that is a day of rest is not moved (`Ladder.unmoved`): the program knows no calendar of them.
    Stays on the last day there is where the sum lies beyond it.
    """
    begun = date.fromisoformat(day)
    if days == 0:
        return day
    left = (date.max - begun).days
    return (begun + timedelta(days=min(days + 1, left))).isoformat()
