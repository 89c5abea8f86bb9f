"""A poll in the papers: what was asked by which rule, the papers, the count round by round, the result."""

from collections.abc import Iterator

from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import PollView
from council_tui.domain.quality import Lack
from council_tui.wording import names, polls, tallies
from council_tui.wording.catalog import _
from council_tui.wording.papers import late
from council_tui.wording.quality import lack_words


def sentences(meeting: MeetingView, poll: PollView) -> Iterator[str]:
    """A paragraph each: the question and its rule, the papers, every round, lots drawn, what came of it."""
    called = polls.candidates(meeting, poll)
    head = _("Poll: {title}. Candidates: {names}. Rule: {rule}.")
    yield head.format(
        title=polls.title(meeting, poll),
        names=names.listed(polls.priced(poll, called)),
        rule=names.tight(polls.rule_words(poll)),
    )
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
    said = names.ended(polls.outcome(meeting, poll))
    yield _("Result of the poll: {words}").format(words=said)
    if not poll.announced:
        yield lack_words(Lack.NOT_ANNOUNCED)
