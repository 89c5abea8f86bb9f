"""A vote or a poll that was taken on paper and entered afterwards (补录): when it was entered."""

from council_tui.domain.ids import PollId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact
from council_tui.domain.topics import Topic


@dataclass(frozen=True, slots=True)
class EnteredLate(Fact):
    """The times of a vote, or of a poll, were typed: at least a minute before the clock's.

    Of a meeting that was entered afterwards as a whole its plan says so, and no vote does.
    """

    TABLE = "entered_late"
    TOPIC = Topic.VOTES
    ONE = ("vote", "poll")

    vote: VoteId | None
    poll: PollId | None
    """One of the two."""
    at: str
    """The clock's time when it was entered."""
