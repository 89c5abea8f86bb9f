"""How an open poll stands: who leads, and whether the papers that are still out can change it.

Only where it can be told exactly: most votes, a majority, approval.
"""

from enum import StrEnum

from council_tui.domain import pollcounts
from council_tui.domain.gates import Base, parse_gate
from council_tui.domain.lazily import dataclass
from council_tui.domain.polls import PollView
from council_tui.domain.tally import approval, plurality


class Standing(StrEnum):
    """What is told of an open poll."""

    DECIDED = "decided"
    """Whatever the papers that are out say, these are elected."""
    LEADING = "leading"
    EVEN = "even"
    """Some are equal for the last seat, or nobody has a vote for it."""
    NEEDS = "needs"
    """Those with the most need so many more for a majority, whatever the other papers say."""
    NO_MAJORITY = "no_majority"
    """Whatever the papers that are out say, nobody has more than half."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """How an open poll stands."""

    standing: Standing
    candidates: tuple[int, ...]
    """Who is elected, leads, or is equal, by number."""
    count: int
    """The fewest papers that could change who leads, nought where only a share is missing; of a majority,
    the votes still needed."""
    left: int
    """Papers that may still come back."""


def outlook(poll: PollView) -> Outlook | None:
    """How an open poll stands; None before the first paper, for other ways of counting, without a quorum,
    and where there are more papers than people."""
    left = poll.opened.electorate - poll.returned
    ways = {plurality.METHOD.id, plurality.MAJORITY.id, approval.METHOD.id}
    if not poll.returned or left < 0 or poll.method.id not in ways or not pollcounts.quorum(poll).quorum_met:
        return None
    votes = dict(enumerate(pollcounts.first_figures(poll), 1))
    if poll.method.id == plurality.MAJORITY.id:
        return _majority(votes, poll.valid + poll.blank, left)
    return _most(poll, votes, left)


def _majority(votes: dict[int, int], cast: int, left: int) -> Outlook:
    """One seat by more than half of the papers cast, blank ones among them."""
    most = max(votes.values())
    first = tuple(each for each, found in votes.items() if found == most)
    needed = (cast + left) // 2 + 1 - most
    if needed <= 0:
        return Outlook(Standing.DECIDED, first, 0, left)
    if needed > left:
        return Outlook(Standing.NO_MAJORITY, (), 0, left)
    return Outlook(Standing.NEEDS, first, needed, left)


def _most(poll: PollView, votes: dict[int, int], left: int) -> Outlook:
    """Those with the most votes, as many as there are seats."""
    seats = poll.opened.seats
    order = sorted(votes, key=lambda each: -votes[each])
    first, rest = tuple(order[:seats]), order[seats:]
    last, next_ = votes[first[-1]], votes[rest[0]] if rest else 0
    if rest and last == next_:
        equal = tuple(each for each in votes if votes[each] == last)
        return Outlook(Standing.EVEN, equal, 0, left)
    margin = last - next_ if rest else left + 1
    if margin > left and last >= _needed(poll, left):
        return Outlook(Standing.DECIDED, first, margin, left)
    ahead = tuple(each for each in first if votes[each])
    return Outlook(Standing.LEADING, ahead, margin if margin <= left else 0, left)


def _needed(poll: PollView, left: int) -> int:
    """The votes that are enough even if every paper that is out comes back."""
    if not poll.opened.least:
        return 1
    gate = parse_gate(poll.opened.least)
    growing = gate.base not in {Base.ROLL, Base.PRESENT}
    return max(1, gate.least(pollcounts.whole(poll) + (left if growing else 0)))
