"""A poll in words: its rule, its papers, its count round by round, and what came of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from council_tui.domain import pollcounts
from council_tui.domain.gates import parse_gate
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import PollClosed, PollView
from council_tui.domain.tally import decimals, plurality
from council_tui.domain.tally.model import (
    Broken,
    Elected,
    Event,
    Form,
    Funded,
    Result,
    Round,
    SecondRound,
    Stake,
    Tie,
    TooDear,
    Why,
)
from council_tui.wording import gates, names, tallies
from council_tui.wording.catalog import _, ngettext, pgettext

CENT = Fraction(1, 100)


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
    costs = [money(each.cost) if each.cost is not None else "" for each in poll.candidates]
    return [names.noted(name, cost) for name, cost in zip(called, costs, strict=True)]


def money(cents: int) -> str:
    """`1200`, `99.5`: a sum without trailing noughts."""
    return decimals.text(cents * CENT)


def rule_words(poll: PollView) -> str:
    """`Majority, else a second round; 1 seat; 1 mark at most`."""
    opened = poll.opened
    parts = [tallies.method_words(poll.method.id)]
    if opened.budget is not None:
        parts.append(_("budget {money}").format(money=money(opened.budget)))
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
    """`Papers: 9 issued, 8 returned; 6 marked, 1 blank, 1 invalid.`"""
    if poll.closed is None:
        return ""
    text = _(
        "Papers: {issued} issued, {returned} returned; {marked} marked, {blank} blank, {invalid} invalid."
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
        return _("Votes needed: {count}.").format(count=pollcounts.least_votes(poll))
    return ""


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
        text = _("Void: {returned} papers came back, but {electorate} may vote. Nothing is counted.")
        return text.format(returned=closed.returned, electorate=poll.opened.electorate)
    if not closed.quorum_met:
        text = _("Without effect: no quorum ({needed} needed, {present} there).")
        return text.format(needed=closed.quorum_needed, present=poll.opened.electorate)
    return ""


def _won(meeting: MeetingView, poll: PollView, result: Result) -> str:
    called = candidates(meeting, poll)
    words = names.sentences([tallies.winners_words(called, poll.method, result), _left_out(poll, called)])
    last = result.rounds[-1].events if result.rounds else ()
    for event in last:
        if isinstance(event, SecondRound):
            return tallies.event_words(called, event)
    if poll.further is not None:
        tied = tallies.listed(called, result.ties[-1].between)
        further = _("Tied for the last seats: {names}. A further round decides.").format(names=tied)
        return names.sentences([words if result.winners else "", further])
    return words


def _left_out(poll: PollView, called: Sequence[str]) -> str:
    """Projects for which the money was not enough; empty for an election."""
    out = [each for each in range(1, len(called) + 1) if each not in poll.winners]
    if poll.method.form is not Form.PRICED or not out or not poll.winners:
        return ""
    return _("Not funded: {names}.").format(names=tallies.listed(called, out))


def round_words(meeting: MeetingView, poll: PollView) -> Iterator[str]:
    """The count in sentences, a round each: figures, what happened, ties and what decided them."""
    result = counted(poll)
    if result is None:
        return
    called = candidates(meeting, poll)
    staged = result.quota is not None
    for number, stage in enumerate(result.rounds, 1):
        head = (_("Stage {number}") if staged else _("Round {number}")).format(number=number)
        told = [_figures(called, stage), *_happened(called, result, number, stage.events)]
        yield _("{label}: {words}").format(label=names.tight(head), words=names.sentences(told))
    yield from _stopped(called, result)


def _figures(called: tuple[str, ...], stage: Round) -> str:
    """Everybody's figure; none in a round in which supporters pay: what happened says it."""
    if any(map(_shared, stage.events)):
        return ""
    return names.sentence(
        names.listed(
            pgettext("figure", "{name} {votes}").format(name=called[each - 1], votes=tallies.figure(votes))
            for each, votes in stage.figures.items()
        )
    )


def _happened(called: tuple[str, ...], result: Result, number: int, events: Iterable[Event]) -> Iterator[str]:
    """A tie for a seat stands before who has it, any other behind what happened; those elected by the same
    stand together."""
    ties = [tie for tie in result.ties if tie.round == number]
    for tie in ties:
        if tie.stake is Stake.SEAT:
            yield from _tied(called, tie)
    for same, found in groupby(events, key=lambda each: each.why if isinstance(each, Elected) else each):
        if isinstance(same, Why):
            yield tallies.elected_words(called, [each for each in found if isinstance(each, Elected)])
        else:
            yield names.ended(tallies.event_words(called, same))
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
        yield from tallies.round_lines(called, number, stage, result.quota is not None)
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
