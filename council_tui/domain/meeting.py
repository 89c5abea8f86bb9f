"""A meeting as it stands: the frozen picture that screens, papers and deeds all read.

Nothing here is stored; it is put together from standing facts by `store.meeting`.
"""

from collections.abc import Mapping

from council_tui.domain.agenda import (
    ItemState,
    MeetingKind,
    MeetingMoved,
    MeetingPlanned,
    MeetingState,
    Officers,
    Role,
)
from council_tui.domain.attendees import Attendee, represented_by
from council_tui.domain.council import CouncilView
from council_tui.domain.errors import VoteRunning
from council_tui.domain.ids import ItemId, MeetingId, PersonId
from council_tui.domain.items import ItemView
from council_tui.domain.lazily import dataclass
from council_tui.domain.minutes import Adopted, Part, Sealed
from council_tui.domain.parties import represented
from council_tui.domain.polls import PollRunning, PollView, running
from council_tui.domain.promises import ActionAssigned
from council_tui.domain.proxies import ProxyGiven
from council_tui.domain.record import Kept
from council_tui.domain.rules import Count, FloorRules, Rules, judge
from council_tui.domain.rulesets import PresentBasis
from council_tui.domain.votes import VoteView


@dataclass(frozen=True, slots=True)
class Earlier:
    """Minutes of an earlier meeting that this one adopted."""

    year: int
    number: int
    version: int
    at: str


@dataclass(frozen=True, slots=True)
class MeetingView:
    """One meeting, whole."""

    id: MeetingId
    kind: MeetingKind
    year: int
    number: int
    plan: MeetingPlanned
    plan_id: int
    council: CouncilView
    """Name and language; `rules` and `floor` as kept when the meeting opened, or now before it."""
    rules: Rules
    floor: FloorRules
    moves: tuple[MeetingMoved, ...]
    officers: tuple[Officers, ...]
    notice: str
    """The day the notice was posted; may be empty."""
    people: Mapping[PersonId, Attendee]
    """Everybody on the roll, every guest, and whoever else is named, by id; the roll first, by seat."""
    items: tuple[ItemView, ...]
    actions: tuple[Kept[ActionAssigned], ...]
    worded: Mapping[tuple[ItemId | None, Part, str], str]
    """The recorder's own wording, by item, part and language."""
    seals: tuple[Kept[Sealed], ...]
    adopted: tuple[Adopted, ...]
    head: tuple[int, str]
    """The journal's head when this picture was taken."""
    earlier: tuple[Earlier, ...] = ()
    """The minutes that were adopted here."""
    polls: tuple[PollView, ...] = ()
    """Elections and other polls, in the order of their opening."""
    proxies: tuple[Kept[ProxyGiven], ...] = ()
    """What was said of proxies, in the order in which it counts; those that ended too."""

    @property
    def state(self) -> MeetingState | None:
        """None before the meeting is opened."""
        return self.moves[-1].state if self.moves else None

    @property
    def running(self) -> bool:
        """Whether it was opened (or talks) and is not adjourned."""
        return self.state is not None and self.state is not MeetingState.ADJOURNED

    @property
    def opened_at(self) -> str:
        """When it was called to order; empty before."""
        begun = {MeetingState.OPEN, MeetingState.TALK}
        return next((move.at for move in self.moves if move.state in begun), "")

    @property
    def adjourned_at(self) -> str:
        """When it ended; empty before."""
        ended = self.moves and self.moves[-1].state is MeetingState.ADJOURNED
        return self.moves[-1].at if ended else ""

    @property
    def roll(self) -> tuple[Attendee, ...]:
        """The members who count in the roll (应到): those with a vote."""
        return tuple(a for a in self.people.values() if a.on_roll and a.person.votes)

    @property
    def present(self) -> tuple[Attendee, ...]:
        """The voting members in the room now (实到)."""
        return tuple(a for a in self.roll if a.present)

    @property
    def attending(self) -> Count:
        """The roll and those present; of a joint meeting the parties, and those represented."""
        parties = self.rules.parties
        if not parties:
            through = len(represented_under(self, self.rules))
            return Count(len(self.roll), len(present_under(self, self.rules)), 0, 0, 0, by_proxy=through)
        here = represented(parties, (each.person for each in self.present))
        return Count(len(parties), len(here), 0, 0, 0, parties=True)

    @property
    def quorum_needed(self) -> int | None:
        """The largest of the rule's quorums for this roll; None if it has none."""
        return judge(self.rules, self.attending).quorum_needed

    @property
    def quorate(self) -> bool:
        """Whether those present now are enough."""
        return judge(self.rules, self.attending).quorum_met

    def holders(self, role: Role) -> tuple[PersonId, ...]:
        """Who holds an office now."""
        found = [o.people for o in self.officers if o.role is role]
        return found[-1] if found else ()

    @property
    def current(self) -> ItemView | None:
        """The item before the meeting."""
        found = [item for item in self.items if item.state is ItemState.OPENED]
        return found[-1] if found else None

    def item(self, item: ItemId) -> ItemView | None:
        """An item by its id."""
        return next((each for each in self.items if each.id == item), None)

    @property
    def votes(self) -> tuple[VoteView, ...]:
        """Every vote of the meeting, in the order of their opening."""
        found = [vote for item in self.items for vote in item.votes]
        return tuple(sorted(found, key=lambda vote: vote.id))

    @property
    def open_vote(self) -> VoteView | None:
        """The vote whose answers are being taken."""
        return next((vote for vote in self.votes if vote.open), None)

    def electorate(
        self, item: ItemView, at: str | None = None, rules: Rules | None = None
    ) -> tuple[PersonId, ...]:
        """Who may answer under an item: voting members present, themselves or by proxy, and not recused, by
        seat; not a chair whom the rules give no vote. `at`: a moment; None: now. `rules`: None for those of
        the meeting."""
        under = rules or self.rules
        silent = aside(self, item, under, at)
        if not under.chair_answers:
            silent |= set(self.holders(Role.CHAIR))
        here = _here(self, under, at)
        return tuple(each.person.id for each in self.roll if each.person.id in here - silent)


def by_proxy(
    meeting: MeetingView, rules: Rules | None = None, at: str | None = None
) -> Mapping[PersonId, PersonId]:
    """Which members are represented by whom, by seat, as far as the rules take proxies.

    The holder is in the room and a voting member, the member is not. `rules`: None for those of the meeting;
    `at`: a moment; None: now.
    """
    under = rules or meeting.rules
    if not meeting.proxies or not under.takes_proxies:
        return {}
    steps = {person: each.steps for person, each in meeting.people.items()}
    found = represented_by(steps, meeting.proxies, under.proxy, at)
    voting = [each.person.id for each in meeting.roll]
    return {person: found[person] for person in voting if person in found and found[person] in voting}


def present_at(meeting: MeetingView, at: str | None = None) -> int:
    """How many voting members were there at a moment (None: now), in the room or by proxy; who signed in
    that minute counts."""
    return sum(each.there(at) for each in meeting.roll) + len(by_proxy(meeting, at=at))


def aside(meeting: MeetingView, item: ItemView, rules: Rules, at: str | None = None) -> set[PersonId]:
    """Who stands aside for an item, and whoever is represented by somebody who does."""
    through = by_proxy(meeting, rules, at).items() if item.recused else ()
    return {*item.recused, *(person for person, holder in through if holder in item.recused)}


def _here(meeting: MeetingView, rules: Rules, at: str | None) -> set[PersonId]:
    """The voting members in the room, and those whom one of them represents."""
    return {each.person.id for each in meeting.roll if each.there(at)} | by_proxy(meeting, rules, at).keys()


def present_under(meeting: MeetingView, rules: Rules, at: str | None = None) -> set[PersonId]:
    """The voting members who count as present: in the room or by proxy, and where the rules say so whoever
    was so at the opening. `at`: a moment; None: now."""
    here = _here(meeting, rules, at)
    if _from_opening(meeting, rules):
        here |= _here(meeting, rules, meeting.opened_at)
    return here


def represented_under(
    meeting: MeetingView, rules: Rules, at: str | None = None
) -> Mapping[PersonId, PersonId]:
    """Who of those who count as present is not in the room, but represented, and by whom."""
    now = by_proxy(meeting, rules, at)
    if not meeting.proxies or not _from_opening(meeting, rules):
        return now
    here = {each.person.id for each in meeting.roll if each.there(at) or each.there(meeting.opened_at)}
    first = by_proxy(meeting, rules, meeting.opened_at)
    return {**{person: holder for person, holder in first.items() if person not in here}, **now}


def _from_opening(meeting: MeetingView, rules: Rules) -> bool:
    return rules.present_basis is PresentBasis.AT_OPENING and bool(meeting.opened_at)


def admit_idle(meeting: MeetingView) -> None:
    """Refuse while answers or papers are taken. Raises VoteRunning or PollRunning."""
    if meeting.open_vote is not None:
        raise VoteRunning(meeting.open_vote.id)
    if (poll := running(meeting.polls)) is not None:
        raise PollRunning(poll.id)


def may_poll(meeting: MeetingView) -> bool:
    """Whether a poll can be opened: the meeting sits, and nothing is to be counted or announced first."""
    waiting = any(not (vote.announced or vote.abandoned) for vote in meeting.votes)
    waiting |= any(not (poll.announced or poll.abandoned) for poll in meeting.polls)
    sits = meeting.running and meeting.state is not MeetingState.RECESS
    return sits and bool(meeting.items) and not waiting


def latest(meeting: MeetingView) -> str:
    """The last moment of a meeting's course so far; before it began, when it was to start."""
    found = [f"{meeting.plan.starts}:00", *(move.at for move in meeting.moves)]
    for item in meeting.items:
        found += [at for spell in item.spells for at in spell if at is not None]
    for vote in meeting.votes:
        found += [vote.opened.at, vote.announced or "", vote.closed.at if vote.closed is not None else ""]
    for poll in meeting.polls:
        found += [poll.opened.at, poll.announced or "", poll.closed.at if poll.closed is not None else ""]
    return max(found)


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list."""

    id: MeetingId
    kind: MeetingKind
    year: int
    number: int
    starts: str
    place: str
    place_2: str
    """The place in the second language; may be empty."""
    late: bool
    state: MeetingState | None
    signing_in: bool
    """Whether anybody was signed in before it opened."""
    items: int
    sealed: int
    """How many versions were signed off."""
    adopted: bool
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An item that waits for another meeting."""

    item: ItemId
    number: str
    title: str
    title_2: str
    meeting: MeetingId
    meeting_number: int
    year: int
    outcome: str
    """An `Outcome`, or empty for one that was never settled."""
