"""What was counted is counted again: the new figures stand in for the former, and both are kept."""

from council_tui.domain.errors import Refusal
from council_tui.domain.ids import PersonId, PollId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact
from council_tui.domain.topics import Topic


@dataclass(frozen=True, slots=True)
class VoteRecounted(Fact):
    """The same hands or papers were counted once more; equal figures confirm the count before."""

    TABLE = "vote_recounted"
    TOPIC = Topic.VOTES
    ONE = ("figures",)

    vote: VoteId
    figures: int
    """The id of the `vote_closed` fact that holds what was counted; it replaces the count before."""
    asker: PersonId | None
    """Who asked for it; None where nobody is named."""
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class PollCorrected(Fact):
    """One paper of an announced poll, or how many were given out, was taken down wrongly."""

    TABLE = "poll_corrected"
    TOPIC = Topic.VOTES
    ONE = ("figures",)

    poll: PollId
    figures: int
    """The id of the `poll_closed` fact that holds the new count; it replaces the count before."""
    asker: PersonId | None
    """Who asked for it; None where nobody is named."""
    reason: str
    settled: int | None
    """The id of the `item_settled` fact that has no effect any more; None where something still ends it."""
    at: str


@dataclass
class NothingChanges(Refusal):
    """A correction to what is recorded already."""


@dataclass
class NoSuchPaper(Refusal):
    """No paper was typed so."""

    marks: str


@dataclass
class NotRecountable(Refusal):
    """There are neither hands nor papers to count: a roll is called again, or an answer corrected."""

    vote: VoteId
