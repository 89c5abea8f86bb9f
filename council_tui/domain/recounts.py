"""A closed vote is counted again: its figures stand in for the former, and both are kept."""

from council_tui.domain.errors import Refusal
from council_tui.domain.ids import PersonId, VoteId
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


@dataclass
class NotRecountable(Refusal):
    """There are neither hands nor papers to count: a roll is called again, or an answer corrected."""

    vote: VoteId
