"""A poll in words: its rule, its papers, its count round by round, and what came of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from council_tui.domain import pollcounts
from council_tui.domain.gates import Base, parse_gate
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import PollClosed, PollView
from council_tui.domain.tally import decimals, plurality
from council_tui.domain.tally.model import (
    Broken,
    Elected,
    Event,
    Form,
    Funded,
    Method,
    Result,
    Round,
    SecondRound,
    Stake,
    Tie,
    TooDear,
    Why,
)
from council_tui.wording import counts, gates, names, tallies
from council_tui.wording.catalog import _, ngettext, pgettext

CENT = Fraction(1, 100)
_COUNTED = frozenset({Base.ROLL, Base.PRESENT})
"""What the least share may be a share of beside those taking part."""


def title(meeting: MeetingView, poll: PollView) -> str:
    """What is elected or decided, in the language in use."""
    return names.said(meeting, poll.opened.title, poll.opened.title_2)


def candidates(meeting: MeetingView, poll: PollView) -> tuple[str, ...]:
    """Candidates by name, in their order."""
    return tuple(
        names.name_of(meeting, each.person)
        if each.person is not None
        else names.said(meeting, each.name, each.name_2)
        for each in poll.candidates
    )


def priced(poll: PollView, called: Sequence[str]) -> list[str]:
    """Candidates by name; projects with what they cost."""
    costs = [sum_words(each.cost) if each.cost is not None else "" for each in poll.candidates]
    return [names.noted(name, cost) for name, cost in zip(called, costs, strict=True)]


def money(cents: int) -> str:
    """`1200`, `99.5`: a sum as a bare figure, without trailing noughts."""
    return decimals.text(cents * CENT)


def sum_words(cents: int) -> str:
    """`99.50 yuan`, 99.50元."""
    return _yuan(cents * CENT)


def _yuan(amount: Fraction) -> str:
    """Tenths are said in cents, as on a price: `99.50 yuan`."""
    found = tallies.figure(amount)
    return _("{sum} yuan").format(sum=f"{found}0" if found[-2:-1] == "." else found)


def rule_words(poll: PollView) -> str:
    """`Majority, else a second round; 1 seat; 1 mark at most`."""
    opened = poll.opened
    parts = [tallies.method_words(poll.method.id)]
    if opened.budget is not None:
        parts.append(_("budget {money}").format(money=sum_words(opened.budget)))
    else:
        parts.append(ngettext("{count} seat", "{count} seats", opened.seats).format(count=opened.seats))
    if opened.marks is not None:
        text = ngettext("at most {count} mark", "at most {count} marks", opened.marks)
        parts.append(text.format(count=opened.marks))
    if opened.points is not None:
        text = ngettext("at most {count} point", "at most {count} points", opened.points)
        parts.append(text.format(count=opened.points))
    if opened.least:
        words = gates.gate_words(parse_gate(opened.least))
        parts.append(_("elected only with {gate}").format(gate=words))
    return names.clauses(parts)


def papers_words(poll: PollView) -> str:
    """`9 papers issued, 8 returned; 6 marked, 1 blank, 1 invalid.`"""
    if poll.closed is None:
        return ""
    text = _(
        "{issued} papers issued, {returned} returned; {marked} marked, {blank} blank, {invalid} invalid."
    )
    closed = poll.closed
    return text.format(
        issued=closed.issued,
        returned=closed.returned,
        marked=closed.returned - closed.blank - closed.invalid,
        blank=closed.blank,
        invalid=closed.invalid,
    )


def needed_words(poll: PollView) -> str:
    """What somebody needed to be elected; empty where the most votes are enough."""
    result = poll.result
    if poll.closed is None or poll.closed.void or result is None or not result.rounds:
        return ""
    if result.quota is not None:
        return _("The quota is {quota}.").format(quota=result.quota)
    if poll.method is plurality.MAJORITY:
        text = _("More than half of the papers ({count}) is {needed}.")
        return text.format(count=result.valid, needed=result.valid // 2 + 1)
    if poll.opened.least:
        return _least_words(poll)
    return ""


def _least_words(poll: PollView) -> str:
    """`7 took part: 3 votes are needed.`"""
    count, base = pollcounts.least_votes(poll), parse_gate(poll.opened.least).base
    if base is Base.VOTES:
        text = ngettext("{count} vote is needed.", "{count} votes are needed.", count)
        return text.format(count=count)
    whole = counts.whole_words(base if base in _COUNTED else Base.PARTICIPATING, pollcounts.whole(poll))
    text = ngettext("{whole}: {count} vote is needed.", "{whole}: {count} votes are needed.", count)
    return text.format(whole=whole, count=count)


def outcome(meeting: MeetingView, poll: PollView) -> str:
    """Who is elected or what is funded; or why nobody is. Empty before the close."""
    if poll.abandoned is not None:
        reason = names.ended(poll.abandoned.reason)
        return _("Ended without a result: {reason}").format(reason=reason)
    if poll.closed is None or poll.result is None:
        return ""
    return _void(poll, poll.closed) or _won(meeting, poll, poll.result)


def _void(poll: PollView, closed: PollClosed) -> str:
    """Why nothing that was counted holds; empty where it does."""
    if closed.void:
        text = _(
            "The poll is void: {returned} papers came back, but {electorate} may vote, so none is counted."
        )
        return text.format(returned=closed.returned, electorate=poll.opened.electorate)
    if not closed.quorum_met:
        text = _("The poll is without effect: no quorum ({needed} needed, {present} present).")
        return text.format(needed=closed.quorum_needed, present=poll.opened.electorate)
    return ""


def _won(meeting: MeetingView, poll: PollView, result: Result) -> str:
    called = candidates(meeting, poll)
    won = tallies.winners_words(called, poll.method, result)
    words = names.sentences([won, _left_out(poll, called), _vacant(poll)])
    last = result.rounds[-1].events if result.rounds else ()
    for event in last:
        if isinstance(event, SecondRound):
            return tallies.event_words(called, event)
    if poll.further is not None:
        tied = tallies.listed(called, result.ties[-1].between)
        said = [_("Tied for election: {names}.").format(names=tied), _("A further round decides.")]
        return names.sentences([words if result.winners else "", *said])
    return words


def _left_out(poll: PollView, called: Sequence[str]) -> str:
    """Projects for which the money was not enough; empty for an election."""
    out = [each for each in range(1, len(called) + 1) if each not in poll.winners]
    if poll.method.form is not Form.PRICED or not out or not poll.winners:
        return ""
    return _("Not funded: {names}.").format(names=tallies.listed(called, out))


def _vacant(poll: PollView) -> str:
    """How many seats nobody got, where somebody got one."""
    count = pollcounts.vacant(poll)
    if not count or not poll.winners:
        return ""
    return ngettext("{count} seat stays vacant.", "{count} seats stay vacant.", count).format(count=count)


def round_words(meeting: MeetingView, poll: PollView) -> Iterator[str]:
    """The count in sentences, a round each: figures, what happened, ties and what decided them."""
    result = counted(poll)
    if result is None:
        return
    called = candidates(meeting, poll)
    for number, stage in enumerate(result.rounds, 1):
        head = names.tight(tallies.round_name(poll.method, number))
        told = [_figures(called, poll.method, stage), *_happened(called, poll.method, result, number)]
        yield _("{label}: {words}").format(label=head, words=names.sentences(told))
    yield from _stopped(called, result)


_FIGURES: dict[str, Callable[[], str]] = {
    "borda": lambda: pgettext("points", "{name} {votes}"),
    "score": lambda: pgettext("points", "{name} {votes}"),
    "schulze": lambda: pgettext("beaten", "{name} {votes}"),
}
"""What is counted where it is not votes: Chinese says it with every figure."""


def _figures(called: tuple[str, ...], way: Method, stage: Round) -> str:
    """Everybody's figure; none in a round in which supporters pay: what happened says it."""
    if any(map(_shared, stage.events)):
        return ""
    text = _FIGURES[way.id]() if way.id in _FIGURES else pgettext("votes", "{name} {votes}")
    figures = ((called[each - 1], tallies.figure(votes)) for each, votes in stage.figures.items())
    return names.sentence(names.listed(text.format(name=name, votes=votes) for name, votes in figures))


def _happened(called: tuple[str, ...], way: Method, result: Result, number: int) -> Iterator[str]:
    """A tie for a seat stands before who has it, any other behind what happened; those elected by the same
    stand together."""
    stage, ties = result.rounds[number - 1], [tie for tie in result.ties if tie.round == number]
    for tie in ties:
        if tie.stake is Stake.SEAT:
            yield from _tied(called, tie)
    for same, found in groupby(
        stage.events, key=lambda each: each.why if isinstance(each, Elected) else each
    ):
        if isinstance(same, Why):
            elected = [each for each in found if isinstance(each, Elected)]
            yield tallies.elected_words(called, elected, way, stage)
        else:
            yield names.ended(tallies.event_words(called, same, _yuan))
    for tie in ties:
        if tie.stake is not Stake.SEAT:
            yield from _tied(called, tie)


def _tied(called: tuple[str, ...], tie: Tie) -> list[str]:
    """A tie and what decides it; what is left to a further round the outcome says."""
    words = tallies.tie_words(called, tie)
    return words[:1] if tie.broken is Broken.UNRESOLVED else words


def _stopped(called: tuple[str, ...], result: Result) -> Iterator[str]:
    """A tie that kept a round from being counted."""
    for tie in result.ties:
        if tie.round > len(result.rounds):
            yield names.sentences(tallies.tie_words(called, tie))


def round_rows(meeting: MeetingView, poll: PollView) -> Iterator[str]:
    """The count in lines: a figure each."""
    result = counted(poll)
    if result is None:
        return
    called = candidates(meeting, poll)
    for number, stage in enumerate(result.rounds, 1):
        yield from tallies.round_lines(called, poll.method, number, stage, _yuan)
        for tie in result.ties:
            if tie.round == number:
                yield from ("  " + words for words in _tied(called, tie))
        yield ""
    yield from _stopped(called, result)


def counted(poll: PollView) -> Result | None:
    """As much of the count as holds, with its sums as money."""
    result = pollcounts.holding(poll)
    if result is None or poll.method.form is not Form.PRICED:
        return result
    return replace(result, rounds=tuple(map(_in_money, result.rounds)))


def _shared(event: Event) -> bool:
    return isinstance(event, Funded) and event.share is not None


def _in_money(stage: Round) -> Round:
    """A round whose events are sums; in one where supporters pay the figure is a sum too."""
    paid = any(map(_shared, stage.events))
    figures = {each: found * CENT for each, found in stage.figures.items()} if paid else stage.figures
    return Round(figures, tuple(map(_sums, stage.events)))


def _sums(event: Event) -> Event:
    if isinstance(event, Funded):
        share = event.share * CENT if event.share is not None else None
        return replace(event, cost=event.cost * CENT, left=event.left * CENT, share=share)
    if isinstance(event, TooDear):
        return replace(event, cost=event.cost * CENT, left=event.left * CENT)
    return event
