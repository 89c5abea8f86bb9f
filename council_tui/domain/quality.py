"""What a meeting's papers still lack, and what the chair should be warned of: noticed, never in the way."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from council_tui.domain.agenda import MeetingState, Role
from council_tui.domain.ids import ItemId, PollId, VoteId
from council_tui.domain.items import ItemView
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import under
from council_tui.domain.promises import ActionAssigned
from council_tui.domain.representing import Flaw, flawed, flaws
from council_tui.domain.rules import Rules, close
from council_tui.domain.secrecy import asks_secrecy
from council_tui.domain.stages import Ladder
from council_tui.domain.votes import VoteView, Way


class Lack(StrEnum):
    """Something missing from a meeting's papers."""

    NOBODY_PRESENT = "nobody_present"
    NO_CHAIR = "no_chair"
    NO_RECORDER = "no_recorder"
    NO_AGENDA = "no_agenda"
    NO_OUTCOME = "no_outcome"
    VOTE_WITHOUT_QUORUM = "vote_without_quorum"
    NOT_ANNOUNCED = "not_announced"
    PROXY_WITHOUT_PAPER = "proxy_without_paper"
    PROXIES_OVER_LIMIT = "proxies_over_limit"
    PROXY_NOT_TAKEN = "proxy_not_taken"
    ACTION_WITHOUT_OWNER = "action_without_owner"
    ACTION_WITHOUT_DATE = "action_without_date"


@dataclass(frozen=True, slots=True)
class Gap:
    """One missing thing, and where to mend it."""

    lack: Lack
    item: ItemId | None = None
    vote: VoteId | None = None
    action: int | None = None
    """The id of an action."""
    poll: PollId | None = None


def gaps(meeting: MeetingView) -> tuple[Gap, ...]:
    """Everything the papers lack, in the order in which the papers would show it."""
    return (
        *_frame(meeting),
        *(gap for item in meeting.items for gap in (*_item(item), *_polls(meeting, item))),
        *(gap for action in meeting.actions for gap in _action(action.id, action.fact)),
    )


def _frame(meeting: MeetingView) -> Iterator[Gap]:
    if not any(each.attended for each in meeting.roll):
        yield Gap(Lack.NOBODY_PRESENT)
    if not meeting.holders(Role.CHAIR):
        yield Gap(Lack.NO_CHAIR)
    if not meeting.holders(Role.RECORDER):
        yield Gap(Lack.NO_RECORDER)
    if not meeting.items:
        yield Gap(Lack.NO_AGENDA)
    yield from (Gap(_LACKING[flaw]) for flaw in flawed(meeting))


_LACKING = {
    Flaw.NO_PAPER: Lack.PROXY_WITHOUT_PAPER,
    Flaw.OVER_LIMIT: Lack.PROXIES_OVER_LIMIT,
    Flaw.NOT_TAKEN: Lack.PROXY_NOT_TAKEN,
}
"""What of proxies the papers lack; one that rests is told by who was there."""


def _item(item: ItemView) -> Iterator[Gap]:
    for vote in item.votes:
        if vote.closed is not None and not vote.announced:
            yield Gap(Lack.NOT_ANNOUNCED, item.id, vote.id)
        if vote.closed is not None and not vote.closed.quorum_met:
            yield Gap(Lack.VOTE_WITHOUT_QUORUM, item.id, vote.id)
    if item.settled is None:
        yield Gap(Lack.NO_OUTCOME, item.id)


def _polls(meeting: MeetingView, item: ItemView) -> Iterator[Gap]:
    for poll in under(meeting.polls, item.id):
        if poll.closed is not None and not poll.announced:
            yield Gap(Lack.NOT_ANNOUNCED, item.id, poll=poll.id)


def _action(id: int, action: ActionAssigned) -> Iterator[Gap]:
    if action.person is None and not action.organisation:
        yield Gap(Lack.ACTION_WITHOUT_OWNER, action.item, action=id)
    if not action.due:
        yield Gap(Lack.ACTION_WITHOUT_DATE, action.item, action=id)


class Caution(StrEnum):
    """Something the chair should know, and the papers say."""

    NO_QUORUM = "no_quorum"
    PARTY_MISSING = "party_missing"
    """Not every party of a joint meeting is represented."""
    PROXY_WITHOUT_PAPER = "proxy_without_paper"
    PROXIES_OVER_LIMIT = "proxies_over_limit"
    PROXY_NOT_TAKEN = "proxy_not_taken"
    PROXY_RESTS = "proxy_rests"
    SHORT_NOTICE = "short_notice"
    NOT_POSTED = "not_posted"
    AMENDMENT_PENDING = "amendment_pending"
    NOT_SECONDED = "not_seconded"
    OTHER_WAY = "other_way"
    SECRECY = "secrecy"
    OVER_TIME = "over_time"
    STAGE_WAITS = "stage_waits"
    PROVISIONAL_RULES = "provisional_rules"
    OLD_RULES = "old_rules"
    CLOSE_VOTE = "close_vote"


@dataclass(frozen=True, slots=True)
class Warning:
    """A caution with its figures: what is needed, and what there is; or from which day on it is none."""

    caution: Caution
    needed: int = 0
    found: int = 0
    day: str = ""


def warnings(meeting: MeetingView) -> tuple[Warning, ...]:
    """What holds now, the weightiest first."""
    found = (_quorum, _secrecy, _proxies, _notice, _order, _rules)
    return tuple(warning for each in found for warning in each(meeting))


def _quorum(meeting: MeetingView) -> Iterator[Warning]:
    if not meeting.quorate and meeting.state is not MeetingState.ADJOURNED:
        caution = Caution.PARTY_MISSING if meeting.rules.parties else Caution.NO_QUORUM
        yield Warning(caution, meeting.quorum_needed or 0, meeting.attending.present)


def _proxies(meeting: MeetingView) -> Iterator[Warning]:
    if meeting.state is not MeetingState.ADJOURNED:
        for flaw, count in flaws(meeting).items():
            yield Warning(_DOUBTED[flaw], meeting.rules.max_per_holder or 0, count)


_DOUBTED = {
    Flaw.NO_PAPER: Caution.PROXY_WITHOUT_PAPER,
    Flaw.OVER_LIMIT: Caution.PROXIES_OVER_LIMIT,
    Flaw.NOT_TAKEN: Caution.PROXY_NOT_TAKEN,
    Flaw.RESTS: Caution.PROXY_RESTS,
}


def _notice(meeting: MeetingView) -> Iterator[Warning]:
    """Days of notice: the day of posting is not counted (Civil Code, article 201)."""
    needed = meeting.rules.notice_days
    if needed is None:
        return
    if not meeting.notice:
        yield Warning(Caution.NOT_POSTED, needed)
        return
    days = (date.fromisoformat(meeting.plan.starts[:10]) - date.fromisoformat(meeting.notice)).days
    if days < needed:
        yield Warning(Caution.SHORT_NOTICE, needed, days)


def ways(rules: Rules) -> tuple[Way, ...]:
    """How a question may be put under these rules, those they name first: by parties where they have any."""
    named = [Way(each) for each in rules.methods if each in set(Way)]
    return tuple(way for way in dict.fromkeys([*named, *Way]) if (way is Way.PARTIES) is bool(rules.parties))


def other_way(way: Way, rules: Rules) -> bool:
    """Whether rules name their ways of voting, and this is none of them."""
    return bool(rules.methods) and str(way) not in rules.methods


def before_time(ladder: Ladder, day: str) -> Iterator[Warning]:
    """That the waiting days before the next stage of a proposal are not over on a day (ISO)."""
    rung = ladder.next
    if rung is not None and ladder.early(rung, day):
        yield Warning(Caution.STAGE_WAITS, rung.number, day=ladder.opens(rung) or "")


def open_way(way: Way, rules: Rules, item: ItemView) -> bool:
    """Whether an item is to be voted on secretly, and this way is none that is secret."""
    return asks_secrecy(rules.secret_required_for, item.matter) and not way.secret


def usual_way(rules: Rules, item: ItemView | None) -> Way:
    """The first way that the rules name; a secret ballot on paper for what is to be voted on secretly."""
    first = ways(rules)[0]
    return Way.SECRET if item is not None and open_way(first, rules, item) else first


def _secrecy(meeting: MeetingView) -> Iterator[Warning]:
    vote = meeting.open_vote
    item = meeting.item(vote.opened.item) if vote is not None else None
    if vote is not None and item is not None and open_way(vote.opened.way, vote.rules, item):
        yield Warning(Caution.SECRECY)


def _order(meeting: MeetingView) -> Iterator[Warning]:
    vote = meeting.open_vote
    if vote is not None and other_way(vote.opened.way, vote.rules):
        yield Warning(Caution.OTHER_WAY)
    item = meeting.current
    motion = item.motion if item is not None else None
    if item is None or motion is None or motion.carried is not None:
        return
    pending = item.pending(motion)
    if pending is not None and all(vote.abandoned for vote in pending.votes):
        yield Warning(Caution.AMENDMENT_PENDING)
    if meeting.floor.second_required and motion.seconder is None:
        yield Warning(Caution.NOT_SECONDED)


def _rules(meeting: MeetingView) -> Iterator[Warning]:
    if meeting.council.provisional and not adopts_rules(meeting):
        yield Warning(Caution.PROVISIONAL_RULES)
    if meeting.rules.is_old(meeting.plan.starts[:10]):
        yield Warning(Caution.OLD_RULES)


def adopts_rules(meeting: MeetingView) -> bool:
    """Whether a vote of the meeting adopted the rules it was opened under."""
    return any(vote.id == meeting.council.adopted_by for item in meeting.items for vote in item.votes)


def near(vote: VoteView) -> bool:
    """Whether postponing is offered after this vote: the sides came close, and its rules hint at it."""
    count = vote.count()
    hinted = vote.rules.close_vote_hint and not vote.rules.parties
    return count is not None and hinted and close(count)
