"""A result that stands no longer: the vote is annulled, or its question is taken up again."""

from enum import StrEnum

from council_tui.domain.errors import Refusal
from council_tui.domain.ids import PersonId, VoteId
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


@dataclass
class StandsNoLonger(Refusal):
    """The result was annulled or its question taken up again."""

    vote: VoteId


@dataclass
class BuiltUpon(Refusal):
    """An amendment's result, on which its motion was decided since: that one is reopened first."""

    vote: VoteId
