"""The one thing a meeting does next, as its state has it: what the chair is told."""

from enum import StrEnum

from council_tui.domain.agenda import MeetingState, Outcome
from council_tui.domain.ids import ItemId
from council_tui.domain.items import ItemView, MotionView, on_its_way
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import PollView, under
from council_tui.domain.quality import near
from council_tui.domain.tiebreak import tie_breaker
from council_tui.domain.votes import VoteView


class Next(StrEnum):
    """What is to be done."""

    SIGN_IN = "sign_in"
    """Members are still to come."""
    OPEN = "open"
    RESUME = "resume"
    COUNT = "count"
    """A vote is open."""
    BREAK_TIE = "break_tie"
    """The chair may give a casting vote."""
    ANNOUNCE = "announce"
    PAPERS = "papers"
    """The papers of a poll are typed."""
    DECLARE = "declare"
    """A poll was counted and not announced."""
    RUN_OFF = "run_off"
    """A poll left it to a further round."""
    POLL_AGAIN = "poll_again"
    """A poll was annulled or taken up again."""
    TAKE_UP = "take_up"
    MOVE = "move"
    """The item has no motion."""
    SECOND = "second"
    VOTE = "vote"
    POSTPONE = "postpone"
    """The sides came close: the question may come back."""
    ADOPT_RULES = "adopt_rules"
    """What was carried were the council's own rules."""
    ASSIGN = "assign"
    ADJOURN = "adjourn"
    SIGN_OFF = "sign_off"


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be done, and with what."""

    next: Next
    item: ItemView | None = None
    motion: MotionView | None = None
    vote: VoteView | None = None
    poll: PollView | None = None


def next_deed(
    meeting: MeetingView,
    waived: frozenset[ItemId] = frozenset(),
    rules: frozenset[ItemId] = frozenset(),
) -> Deed:
    """What comes next; under `waived` items nothing more is assigned, and they are not postponed.

    `rules`: items by which the council's rules may be adopted that are still provisional.
    """
    if meeting.state is None:
        return Deed(Next.OPEN if meeting.quorate else Next.SIGN_IN)
    if meeting.state is MeetingState.ADJOURNED:
        return Deed(Next.SIGN_OFF)
    if meeting.state is MeetingState.RECESS:
        return Deed(Next.RESUME)
    found = _voting(meeting) or _talking(meeting) or _rules(meeting, rules) or _current(meeting, waived)
    return found or _agenda(meeting)


def _voting(meeting: MeetingView) -> Deed | None:
    """A vote that is being taken, or was taken and not announced."""
    for vote in meeting.votes:
        item = meeting.item(vote.opened.item)
        if vote.open:
            return Deed(Next.COUNT, item, vote=vote)
        if item is not None and tie_breaker(meeting, item, vote) is not None:
            return Deed(Next.BREAK_TIE, item, vote=vote)
        if vote.closed is not None and not vote.announced:
            return Deed(Next.ANNOUNCE, item, vote=vote)
    for poll in meeting.polls:
        if poll.open or (poll.closed is not None and not poll.announced):
            step = Next.PAPERS if poll.open else Next.DECLARE
            return Deed(step, meeting.item(poll.opened.item), poll=poll)
    return None


def _talking(meeting: MeetingView) -> Deed | None:
    """A talk becomes a meeting as soon as there are enough."""
    opened = any(move.state is MeetingState.OPEN for move in meeting.moves)
    return None if opened or not meeting.quorate else Deed(Next.OPEN)


def _rules(meeting: MeetingView, rules: frozenset[ItemId]) -> Deed | None:
    item = meeting.current
    if item is None or item.id not in rules or item.settled is None or on_its_way(item):
        return None
    return Deed(Next.ADOPT_RULES, item) if item.settled.outcome is Outcome.CARRIED else None


def _current(meeting: MeetingView, waived: frozenset[ItemId]) -> Deed | None:
    """What the item before the meeting asks for."""
    item = meeting.current
    if item is None:
        return None
    if item.settled is not None:
        return None if item.id in waived else _settled(item)
    polls = [poll for poll in under(meeting.polls, item.id) if poll.abandoned is None]
    if polls and polls[-1].reopened is None and polls[-1].further:
        return Deed(Next.RUN_OFF, item, poll=polls[-1])
    motion = item.motion
    if polls and polls[-1].reopened and (motion is None or motion.carried is not None):
        return Deed(Next.POLL_AGAIN, item, poll=polls[-1])
    if motion is None or motion.carried is not None:
        return Deed(Next.MOVE, item)
    pending = item.pending(motion) or motion
    if meeting.floor.second_required and pending.seconder is None:
        return Deed(Next.SECOND, item, pending)
    return Deed(Next.VOTE, item, pending)


def _settled(item: ItemView) -> Deed | None:
    """A close defeat may be postponed; what was resolved for good is given to somebody."""
    settled = item.settled
    if settled is None:
        return None
    vote = next((each for each in item.votes if each.id == settled.vote), None)
    if settled.outcome is Outcome.LOST and vote is not None and near(vote):
        return Deed(Next.POSTPONE, item, vote=vote)
    resolved = settled.outcome in {Outcome.CARRIED, Outcome.AGREED}
    asked = resolved and not item.actions and not on_its_way(item)
    return Deed(Next.ASSIGN, item) if asked else None


def _agenda(meeting: MeetingView) -> Deed:
    """The next item that was not before the meeting, then one that was put away without an end."""
    waiting = [each for each in meeting.items if each.settled is None and each != meeting.current]
    fresh = [each for each in waiting if each.state is None]
    found = (fresh or waiting)[:1]
    return Deed(Next.TAKE_UP, found[0]) if found else Deed(Next.ADJOURN)
