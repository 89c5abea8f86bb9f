"""A poll in the papers: what was asked by which rule, the papers, the count round by round, the result."""

from collections.abc import Iterator
from dataclasses import replace

from council_tui.domain import pollcounts
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import PollClosed, PollView
from council_tui.domain.quality import Lack
from council_tui.domain.recounts import PollCorrected
from council_tui.domain.tally import kept
from council_tui.domain.tally.model import Form
from council_tui.wording import names, pollnotes, polls, tallies
from council_tui.wording.catalog import _
from council_tui.wording.papers import late, methods, reopenings
from council_tui.wording.quality import lack_words


def sentences(meeting: MeetingView, poll: PollView) -> Iterator[str]:
    """A paragraph each: what `told` says, and what happened to the result later."""
    yield from told(meeting, poll)
    yield from (words for _at, words in later(meeting, poll))


def later(meeting: MeetingView, poll: PollView) -> Iterator[tuple[str, str]]:
    """Each correction of what was announced, with the whole count before it; and why it stands no longer."""
    for before, fact in poll.corrections:
        yield fact.at, corrected(meeting, poll, before, fact)
    if poll.reopened is not None:
        yield poll.reopened.at, reopenings.reopened(meeting, poll.reopened)


def title(meeting: MeetingView, poll: PollView) -> str:
    """`Poll "Chair" (poll 2)`: what a line about it begins with."""
    words = _('Poll "{title}"').format(title=polls.title(meeting, poll))
    return names.noted(words, pollnotes.note(meeting, poll))


def corrected(meeting: MeetingView, poll: PollView, before: PollClosed, fact: PollCorrected) -> str:
    """`Corrected (asked for by Chen Guo, 20:15, misread). Before: 7 papers issued, ... Round 1: ...`"""
    old = replace(poll, closed=before, result=kept.result(before.counted))
    old = replace(old, further=pollcounts.second_round(old))
    asked = []
    if fact.asker is not None:
        asked = [_("asked for by {name}").format(name=names.name_of(meeting, fact.asker))]
    note = names.commas([*asked, names.clock_time(fact.at, meeting.plan.starts), fact.reason])
    papers = names.tight(polls.papers_words(old))
    counted = [papers, *polls.round_words(meeting, old), _outcome(meeting, old)]
    text = _("Corrected ({note}). Before: {words}")
    return text.format(note=note, words=names.ended(names.sentences(counted)))


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
    for drawn in poll.lots:
        yield _("Lots were drawn, in this order: {names}.").format(names=tallies.listed(called, drawn))
    if poll.late:
        yield late.late_words(meeting, poll.late)
    yield _outcome(meeting, poll)
    if not poll.announced:
        yield lack_words(Lack.NOT_ANNOUNCED)


def _outcome(meeting: MeetingView, poll: PollView) -> str:
    said = names.ended(polls.outcome(meeting, poll))
    return _("Result: {words}").format(words=said) if pollcounts.holds(poll) else said
