"""A poll is opened, its papers are typed, it is counted and announced; a tie waits for a lot or a round."""

from collections.abc import Sequence

from council_tui.domain import plain, pollcounts, pollpapers
from council_tui.domain.agenda import ItemSettled, ItemState, Outcome
from council_tui.domain.counts import BadNumber
from council_tui.domain.errors import Missing, NeedsReason, NoOneToVote, NotClosed, Unknown
from council_tui.domain.gates import BadGate, Base, Measure, parse_gate
from council_tui.domain.ids import ItemId, MeetingId, PollId
from council_tui.domain.meeting import MeetingView, admit_idle
from council_tui.domain.polls import (
    BadLot,
    BadMarks,
    Candidate,
    FewCandidates,
    PollAbandoned,
    PollAnnounced,
    PollEntry,
    PollLot,
    PollOpened,
    PollOver,
    PollPaper,
    PollRunning,
    PollView,
    Sort,
)
from council_tui.domain.tally import METHODS
from council_tui.domain.tally.flaws import BadBallots
from council_tui.domain.tally.model import Form
from council_tui.store import polls
from council_tui.store.act import Act, Reader
from council_tui.usecases import agenda, late, meetings
from council_tui.usecases.votes import REASON

NAME = 200
"""The longest title, or name of a candidate, in characters."""
MOST_CANDIDATES = 2_000
MOST_MONEY = 10**14
"""In hundredths."""
MOST_PAPERS = 10**9
"""Papers alike, in one line of a file."""
SINGLE = frozenset({"irv", "schulze", "majority"})
"""Methods that fill one seat."""


def open_poll(act: Act, meeting: MeetingId, item: ItemId, entry: PollEntry, at: str | None = None) -> PollId:
    """A poll is opened under an item: its candidates and its way of counting are fixed from here on."""
    held = meetings.sitting(act, meeting)
    before = agenda.on_agenda(held, item)
    admit_idle(held)
    _admit_announced(held)
    checked = _checked(entry)
    now = meetings.moment(act, held, at)
    electorate = len(held.electorate(before, meetings.presence_at(act, held, at)))
    if not electorate:
        raise NoOneToVote(item)
    if before.state is not ItemState.OPENED:
        agenda.open_item(act, meeting, item, now)
    opened = PollOpened(
        meeting,
        item,
        checked.title,
        checked.title_2,
        checked.method,
        checked.seats,
        checked.marks,
        checked.points,
        checked.budget,
        checked.least,
        held.council.rules,
        len(held.roll),
        electorate,
        pollpapers.candidates_text(checked.candidates),
        checked.follows,
        now,
    )
    id = PollId(act.add(opened))
    late.note(act, held, now, poll=id)
    return id


def add_paper(act: Act, poll: PollId, sort: Sort, marks: str = "", count: int = 1) -> int:
    """A paper, or several alike, as the tellers read it out; its id. `marks` as `pollpapers.typed_marks` has
    them; without any it is a blank one."""
    return _add(act, _running(act, poll), PollPaper(poll, sort, marks, count))


def read_papers(act: Act, poll: PollId, papers: Sequence[PollPaper]) -> None:
    """All papers of a file at once (`pollpapers.read_from`); what was typed before stays."""
    running = _running(act, poll)
    for each in papers:
        _add(act, running, each)


def take_back_paper(act: Act, poll: PollId) -> None:
    """The paper typed last is taken back. Raises Unknown where there is none."""
    last = _running(act, poll).last
    if last is None:
        raise Unknown("paper", 0)
    act.add(PollPaper(poll, last.fact.sort, last.fact.marks, 0, replaces=last.id))


def draw_lot(act: Act, poll: PollId, drawn: tuple[int, ...], at: str | None = None) -> None:
    """Lots were drawn between the tied, in everybody's sight: the order is recorded. Raises BadLot."""
    running = _running(act, poll)
    held = meetings.view(act, running.opened.meeting)
    known = set(range(1, len(running.candidates) + 1))
    if len(drawn) < 2 or len(set(drawn)) != len(drawn) or not set(drawn) <= known:
        raise BadLot
    pollcounts.order([*running.lots, drawn])
    act.add(PollLot(poll, drawn, meetings.moment(act, held, at)))


def close_poll(act: Act, poll: PollId, issued: int, further: bool = False, at: str | None = None) -> None:
    """The papers are counted, and the count is kept as it is.

    Raises TieStands where lots must be drawn first; with `further` the tie stays, for a further round. More
    papers than people who may vote: the whole poll is void. Raises MorePapers for more than were issued.
    """
    running = _running(act, poll)
    held = meetings.view(act, running.opened.meeting)
    now = meetings.moment(act, held, at)
    late.note(act, held, now, poll=poll)
    act.add(pollcounts.close(running, issued, now, further=further))


def announce_poll(act: Act, poll: PollId, text: str, text_2: str = "", at: str | None = None) -> None:
    """The chair says the result; unless a further round follows or it was void, it settles the item.

    `text`: who was elected or what is funded, in words; the item's resolution.
    """
    told = view_poll(act, poll)
    if told.closed is None:
        raise PollRunning(poll)
    if told.announced:
        raise PollOver(poll)
    held = meetings.view(act, told.opened.meeting)
    now = meetings.moment(act, held, at)
    act.add(PollAnnounced(poll, now))
    if not told.closed.void and told.further is None:
        _settle(act, held, told, (text, text_2), now)


def abandon_poll(act: Act, poll: PollId, reason: str, at: str | None = None) -> None:
    """A poll ends without a result."""
    running = _running(act, poll)
    cleaned = plain.clean_line(reason, REASON)
    if not cleaned:
        raise NeedsReason
    held = meetings.view(act, running.opened.meeting)
    act.add(PollAbandoned(poll, cleaned, meetings.moment(act, held, at)))


def view_poll(at: Reader, poll: PollId) -> PollView:
    """One poll as it stands. Raises Unknown."""
    found = polls.poll(at, poll)
    if found is None:
        raise Unknown("poll", poll)
    return found


def _admit_announced(held: MeetingView) -> None:
    """What was counted is announced before anything new is. Raises NotClosed or PollRunning."""
    for vote in held.votes:
        if vote.closed is not None and not vote.announced:
            raise NotClosed(vote.id)
    for poll in held.polls:
        if poll.closed is not None and not poll.announced:
            raise PollRunning(poll.id)


def _add(act: Act, running: PollView, paper: PollPaper) -> int:
    return act.add(checked_paper(running, paper))


def checked_paper(poll: PollView, paper: PollPaper) -> PollPaper:
    """A paper as it is kept. Raises BadNumber, BadMarks, TooManyMarks, ShortPaper."""
    if not 1 <= paper.count <= MOST_PAPERS:
        raise BadNumber(paper.count)
    try:
        marks = pollpapers.checked(poll, paper.marks) if paper.sort is Sort.MARKED and paper.marks else ""
    except BadBallots:
        raise BadMarks(plain.begins(paper.marks)) from None
    sort = Sort.BLANK if paper.sort is Sort.MARKED and not marks else paper.sort
    return PollPaper(poll.id, sort, marks, paper.count)


def _running(act: Act, poll: PollId) -> PollView:
    running = view_poll(act, poll)
    if not running.open:
        raise PollOver(poll)
    return running


def _settle(act: Act, held: MeetingView, told: PollView, text: tuple[str, str], at: str) -> None:
    """The item ends with what the poll brought; without anybody elected it is lost."""
    item = agenda.on_agenda(held, told.opened.item)
    elected = bool(told.winners) or any(each.winners for each in pollcounts.standing(held.polls, item.id))
    own, second = (plain.clean_text(each, agenda.TEXT) for each in text)
    act.add(
        ItemSettled(
            held.id,
            item.id,
            Outcome.CARRIED if elected else Outcome.LOST,
            None,
            own if elected else "",
            second if elected else "",
            (),
            at,
            replaces=item.settled_id,
        )
    )


def _checked(entry: PollEntry) -> PollEntry:
    """A poll that can be counted, its texts harmless. Raises Missing, FewCandidates, BadNumber, BadGate."""
    title = plain.clean_line(entry.title, NAME)
    if not title:
        raise Missing("title")
    if entry.method not in METHODS:
        raise Unknown("method", 0)
    priced = METHODS[entry.method].form is Form.PRICED
    seats = 1 if priced or entry.method in SINGLE else entry.seats
    needed = 1 if priced else max(2, seats)
    found = len(entry.candidates)
    if not needed <= found <= MOST_CANDIDATES:
        raise FewCandidates(found, needed)
    for number in (seats, entry.marks, entry.points, entry.budget if priced else None):
        if number is not None and not 1 <= number <= MOST_MONEY:
            raise BadNumber(number)
    if priced and entry.budget is None:
        raise Missing("budget")
    one_each = {"majority": 1, "plurality": seats}
    return PollEntry(
        title,
        plain.clean_line(entry.title_2, NAME),
        entry.method,
        tuple(_candidate(each, priced=priced) for each in entry.candidates),
        seats,
        entry.marks or one_each.get(entry.method),
        entry.points,
        entry.budget if priced else None,
        _share(entry.least),
        entry.follows,
    )


def _candidate(entry: Candidate, *, priced: bool) -> Candidate:
    """A candidate with a name, or of the register; a project with its cost."""
    name = plain.clean_line(entry.name, NAME)
    if not name and entry.person is None:
        raise Missing("candidates")
    if priced and not (entry.cost and 1 <= entry.cost <= MOST_MONEY):
        raise Missing("cost")
    return Candidate(name, plain.clean_line(entry.name_2, NAME), entry.person, entry.cost if priced else None)


def _share(text: str) -> str:
    """A least share as it is kept: of the roll, of those present, of those taking part, or a number.

    Nobody votes against a candidate, so it is no share of votes cast. Raises BadGate.
    """
    if not text.strip():
        return ""
    gate = parse_gate(text)
    if gate.base is Base.CAST or gate.measure is not Measure.HEADS:
        raise BadGate(plain.begins(text))
    return str(gate)
