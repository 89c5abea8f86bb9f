"""A poll as JSON has it: its rule, its papers, and the count as `council-tui tally --json` tells one."""

from dataclasses import replace
from typing import Any

from council_tui.cli import tallied
from council_tui.domain import pollcounts
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import PollClosed, PollView
from council_tui.domain.recounts import PollCorrected
from council_tui.domain.reopenings import PollReopened
from council_tui.wording import names, polls


def plain(held: MeetingView, poll: PollView) -> dict[str, Any]:
    """Sums of money are exact text in whole units; figures and names are those of the record."""
    opened = poll.opened
    return {
        "title": opened.title,
        "title_2": opened.title_2 or None,
        "method": opened.method,
        "candidates": list(polls.candidates(held, poll)),
        "costs": [polls.money(each.cost) for each in poll.candidates if each.cost is not None],
        "seats": opened.seats,
        "marks": opened.marks,
        "points": opened.points,
        "budget": polls.money(opened.budget) if opened.budget is not None else None,
        "least": opened.least or None,
        "electorate": opened.electorate,
        "abandoned": poll.abandoned.reason if poll.abandoned is not None else None,
        "lots": [list(each) for each in poll.lots],
        "closed": _closed(held, poll, poll.closed) if poll.closed is not None else None,
        "announced": poll.announced,
        "corrections": [_correction(held, *each) for each in poll.corrections],
        "reopened": _reopened(held, poll.reopened) if poll.reopened is not None else None,
    }


def _in_full(poll: PollView) -> PollView:
    """A poll whose count has the figures that the papers leave out."""
    if poll.result is None:
        return poll
    method, budget = poll.opened.method, poll.opened.budget or 0
    return replace(poll, result=tallied.in_full(method, pollcounts.ballots(poll), budget, poll.result))


def _correction(held: MeetingView, before: PollView, fact: PollCorrected) -> dict[str, Any]:
    """Why, and the whole count before it."""
    old = _closed(held, before, before.closed) if before.closed is not None else None
    asker = names.name_of(held, fact.asker) if fact.asker is not None else None
    return {"asker": asker, "reason": fact.reason, "at": fact.at, "before": old}


def _reopened(held: MeetingView, reopened: PollReopened) -> dict[str, Any]:
    """Why a result stands no longer."""
    mover = names.name_of(held, reopened.mover) if reopened.mover is not None else None
    return {"why": reopened.why, "mover": mover, "reason": reopened.reason, "at": reopened.at}


def _closed(held: MeetingView, poll: PollView, closed: PollClosed) -> dict[str, Any]:
    called, result = polls.candidates(held, poll), polls.counted(_in_full(poll))
    return {
        "issued": closed.issued,
        "returned": closed.returned,
        "invalid": closed.invalid,
        "blank": closed.blank,
        "void": closed.void,
        "quorum_met": closed.quorum_met,
        "winners": tallied.names(called, closed.winners),
        "count": tallied.plain(called, result) if result is not None else None,
    }
