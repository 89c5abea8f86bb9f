"""A result that stands no longer: the vote or poll is annulled, or its question is taken up again."""

from enum import StrEnum

from council_tui.domain.errors import Refusal
from council_tui.domain.ids import PersonId, PollId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact
from council_tui.domain.topics import Topic


class Reopening(StrEnum):
    """Why a result stands no longer."""

    ANNULLED = "annulled"
    """The vote was not taken as the rules ask."""
    RECONSIDERED = "reconsidered"
    """The council wants to decide once more (RONR 37: moved by one of the side that won)."""
    SECOND_ROUND = "second_round"
    """The same question is put once more, in the same way: no result was reached, or nobody trusts it."""


@dataclass(frozen=True, slots=True)
class VoteReopened(Fact):
    """An announced result stands no longer; its figures stay, and its question can be put again."""

    TABLE = "vote_reopened"
    TOPIC = Topic.VOTES
    ONE = ("vote",)

    vote: VoteId
    why: Reopening
    mover: PersonId | None
    """Who moved to take it up again; None for the others."""
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class PollReopened(Fact):
    """The announced result of a poll stands no longer; its count stays, and the poll can be held again."""

    TABLE = "poll_reopened"
    TOPIC = Topic.VOTES
    ONE = ("poll",)

    poll: PollId
    why: Reopening
    mover: PersonId | None
    """Who moved to take it up again, or asked for it to be annulled; None where nobody is named."""
    reason: str
    settled: int | None
    """The id of the `item_settled` fact that has no effect any more; None where other polls under the item
    still stand, or this one had ended nothing."""
    at: str


@dataclass
class StandsNoLonger(Refusal):
    """The result was annulled or its question taken up again."""

    vote: VoteId


@dataclass
class BuiltUpon(Refusal):
    """An amendment's result, on which its motion was decided since: that one is reopened first."""

    vote: VoteId


@dataclass
class PollStandsNoLonger(Refusal):
    """The poll's result was annulled or its question taken up again."""

    poll: PollId


@dataclass
class FollowedUp(Refusal):
    """A poll that was followed by a further round, which stands: that one is reopened first."""

    poll: PollId
    """The further round."""
