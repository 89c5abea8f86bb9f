"""A poll in the papers: what was asked by which rule, the papers, the count round by round, the result."""

from collections.abc import Iterator, Sequence

from council_tui.domain import pollcounts
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import PollView
from council_tui.domain.quality import Lack
from council_tui.domain.recounts import PollCorrected
from council_tui.domain.tally.model import Form
from council_tui.wording import names, pollnotes, polls, tallies
from council_tui.wording.catalog import _
from council_tui.wording.papers import late, methods, reopenings
from council_tui.wording.quality import lack_words


def sentences(meeting: MeetingView, poll: PollView) -> Iterator[str]:
    """A paragraph each: what `told` says, each correction with the whole count before it, and why the result
    stands no longer."""
    yield from told(meeting, poll)
    yield from (corrected(meeting, *each) for each in poll.corrections)
    if poll.reopened is not None:
        yield reopenings.reopened(meeting, poll.reopened)


def moments(meeting: MeetingView, poll: PollView) -> Iterator[tuple[str, str]]:
    """What the record says of it and when: what was announced, each correction with the count after it, and
    why the result stands no longer."""
    stood = [*(before for before, _fact in poll.corrections), poll]
    ended = stood[0].closed or poll.abandoned or poll.opened
    yield ended.at, names.sentences(told(meeting, stood[0]))
    label = title(meeting, poll)
    for (before, fact), after in zip(poll.corrections, stood[1:], strict=True):
        text = _("Corrected ({note}). Now: {words}")
        counted = _counted(meeting, after, after.lots[len(before.lots) :])
        words = text.format(note=_note(meeting, fact), words=names.ended(names.sentences(counted)))
        yield fact.at, _("{label}: {words}").format(label=label, words=words)
    if poll.reopened is not None:
        words = reopenings.reopened(meeting, poll.reopened)
        yield poll.reopened.at, _("{label}: {words}").format(label=label, words=words)


def title(meeting: MeetingView, poll: PollView) -> str:
    """`Poll "Chair" (poll 2)`: what a line about it begins with."""
    words = _('Poll "{title}"').format(title=polls.title(meeting, poll))
    return names.noted(words, pollnotes.note(meeting, poll))


def corrected(meeting: MeetingView, before: PollView, fact: PollCorrected) -> str:
    """`Corrected (asked for by Chen Guo, 20:15, misread). Before: 7 papers issued, ... Round 1: ...`"""
    text = _("Corrected ({note}). Before: {words}")
    return text.format(
        note=_note(meeting, fact), words=names.ended(names.sentences(_counted(meeting, before)))
    )


def _note(meeting: MeetingView, fact: PollCorrected) -> str:
    """Who asked for a correction, when, and why."""
    asked = []
    if fact.asker is not None:
        asked = [_("asked for by {name}").format(name=names.name_of(meeting, fact.asker))]
    return names.commas([*asked, names.clock_time(fact.at, meeting.plan.starts), fact.reason])


def _counted(meeting: MeetingView, poll: PollView, lots: Sequence[Sequence[int]] = ()) -> Iterator[str]:
    """The papers, every round, lots that were drawn for it, what came of it."""
    yield names.tight(polls.papers_words(poll))
    yield from polls.round_words(meeting, poll)
    yield from _drawn(meeting, poll, lots)
    yield _outcome(meeting, poll)


def _drawn(meeting: MeetingView, poll: PollView, lots: Sequence[Sequence[int]]) -> Iterator[str]:
    called = polls.candidates(meeting, poll)
    for drawn in lots:
        yield _("Lots were drawn, in this order: {names}.").format(names=tallies.listed(called, drawn))


def told(meeting: MeetingView, poll: PollView) -> Iterator[str]:
    """The question and its rule, the papers, every round, lots drawn, what came of it."""
    called = polls.candidates(meeting, poll)
    head = _("Poll: {title}. Candidates: {names}. Rule: {rule}.")
    if poll.method.form is Form.PRICED:
        head = _("Poll: {title}. Projects: {names}. Rule: {rule}.")
    words = head.format(
        title=names.noted(polls.title(meeting, poll), pollnotes.note(meeting, poll)),
        names=names.listed(polls.priced(poll, called)),
        rule=names.tight(polls.rule_words(poll)),
    )
    yield names.sentences([words, methods.explained(poll.method.id)])
    if poll.abandoned is not None:
        yield polls.outcome(meeting, poll)
        return
    if poll.closed is None:
        yield _("Its papers are being counted.")
        return
    yield names.tight(names.sentences([polls.papers_words(poll), polls.needed_words(poll)]))
    yield from polls.round_words(meeting, poll)
    yield from _drawn(meeting, poll, poll.lots)
    if poll.late:
        yield late.late_words(meeting, poll.late)
    yield _outcome(meeting, poll)
    if not poll.announced:
        yield lack_words(Lack.NOT_ANNOUNCED)


def _outcome(meeting: MeetingView, poll: PollView) -> str:
    said = names.ended(polls.outcome(meeting, poll))
    return _("Result: {words}").format(words=said) if pollcounts.holds(poll) else said
