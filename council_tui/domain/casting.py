"""The chair's casting vote: after a tie, where the rules give the chair a vote only then."""

from dataclasses import replace
from enum import StrEnum

from council_tui.domain.counts import Count
from council_tui.domain.errors import Refusal
from council_tui.domain.ids import PersonId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact
from council_tui.domain.topics import Topic


class Casting(StrEnum):
    """What the chair said after a tie."""

    YES = "yes"
    NO = "no"
    NONE = "none"
    """The chair gives no casting vote."""


@dataclass(frozen=True, slots=True)
class CastingVote(Fact):
    """The chair broke a tie, or said that it stays one."""

    TABLE = "casting_vote"
    TOPIC = Topic.VOTES
    ONE = ("vote",)

    vote: VoteId
    figures: int | None
    """The id of the `vote_closed` fact with the verdict by it; None where none was given."""
    chair: PersonId
    choice: Casting
    at: str


@dataclass
class NoTieToBreak(Refusal):
    """No casting vote can be given: no tie, no such rule, no chair who may vote, or one was given."""

    vote: VoteId


def with_casting(count: Count, choice: Casting | None) -> Count:
    """The figures that are judged: one more on the chair's side, of a tie only.

    The tellers' own figures stay as they are; a recount that is no tie leaves the casting vote aside.
    """
    if not count.tied:
        return count
    match choice:
        case Casting.YES:
            return replace(count, yes=count.yes + 1)
        case Casting.NO:
            return replace(count, no=count.no + 1)
        case _:
            return count
