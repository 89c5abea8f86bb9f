"""What the papers and the result's page say of a recount: both counts, and which one decides."""

from collections.abc import Callable

from council_tui.domain.meeting import MeetingView
from council_tui.domain.recounts import VoteRecounted
from council_tui.domain.rules import Count
from council_tui.domain.votes import VoteClosed, VoteView
from council_tui.wording import carried, counts, names
from council_tui.wording.catalog import _
from council_tui.wording.entries import figures_words

_COUNTED = ("yes", "no", "abstain", "invalid", "returned")


def recount(meeting: MeetingView, vote: VoteView, number: int) -> str:
    """The sentence of one of a vote's `corrections` that is a recount; empty for any other.

    `First count: yes 12, no 9; recount: yes 12, no 10. The recount decides: not carried (20:15, miscounted).`
    """
    return _recount(meeting, vote, number, _in_words)


def recount_short(meeting: MeetingView, vote: VoteView, number: int) -> str:
    """The same for a row of a screen: `First count: +12 -9 =2; recount: +12 -10 =1. ...`"""
    return _recount(meeting, vote, number, _in_signs)


def _recount(
    meeting: MeetingView, vote: VoteView, number: int, told: Callable[[VoteView, VoteClosed], str]
) -> str:
    fact = vote.recounts[number] if number < len(vote.recounts) else None
    if fact is None:
        return ""
    old, new = vote.corrections[number]
    note = _note(meeting, fact)
    if all(getattr(old, each) == getattr(new, each) for each in _COUNTED):
        text = _("The recount confirms the count: {figures} ({note}).")
        return text.format(figures=told(vote, new), note=note)
    if number:
        text = _("Count before: {old}; recount: {new}. The recount decides: {result} ({note}).")
    else:
        text = _("First count: {old}; recount: {new}. The recount decides: {result} ({note}).")
    result = carried.outcome_words(new)
    return text.format(old=told(vote, old), new=told(vote, new), result=result, note=note)


def _note(meeting: MeetingView, fact: VoteRecounted) -> str:
    """Who asked for it, when, and why; what nobody said is left out."""
    asked = []
    if fact.asker is not None:
        asked = [_("asked for by {name}").format(name=names.name_of(meeting, fact.asker))]
    time = names.clock_time(fact.at, meeting.plan.starts)
    return names.commas(each for each in (*asked, time, fact.reason) if each)


def _in_words(vote: VoteView, closed: VoteClosed) -> str:
    figures = closed.yes, closed.no, closed.abstain, closed.invalid
    return names.tight(counts.answers_words(Count(vote.opened.roll, len(closed.presence), *figures)))


def _in_signs(vote: VoteView, closed: VoteClosed) -> str:
    return figures_words(closed.yes, closed.no, closed.abstain)
