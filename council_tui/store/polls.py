"""Polls as they stand: papers added up, lots, figures.

The ways of counting are imported with the first poll: no start without one pays for them.
"""

from dataclasses import replace

from council_tui.domain.ids import MeetingId, PollId
from council_tui.domain.late import EnteredLate
from council_tui.domain.polls import (
    PollAbandoned,
    PollAnnounced,
    PollClosed,
    PollLot,
    PollOpened,
    PollPaper,
    PollView,
    Sort,
)
from council_tui.domain.record import Kept
from council_tui.domain.rules import rules_from_text
from council_tui.store.act import Reader


def opened(at: Reader, meeting: MeetingId) -> tuple[PollView, ...]:
    """Every poll of a meeting, in the order of their opening."""
    return tuple(_view(at, each) for each in at.standing(PollOpened, "meeting = ?", [meeting]))


def poll(at: Reader, id: PollId) -> PollView | None:
    """One poll; None when it does not stand."""
    found = at.one(PollOpened, "id = ?", [id])
    return _view(at, found) if found is not None else None


def _view(at: Reader, found: Kept[PollOpened]) -> PollView:
    from council_tui.domain import pollcounts, pollpapers
    from council_tui.domain.tally import METHODS, kept

    id = PollId(found.id)
    closed = at.one(PollClosed, "poll = ?", [id])
    announced = at.one(PollAnnounced, "poll = ?", [id])
    abandoned = at.one(PollAbandoned, "poll = ?", [id])
    late = at.one(EnteredLate, "poll = ?", [id])
    papers = _papers(at, id)
    view = PollView(
        id=id,
        opened=found.fact,
        method=METHODS[found.fact.method],
        rules=rules_from_text(found.fact.rules),
        candidates=pollpapers.candidates(found.fact.candidates),
        papers={marks: count for (sort, marks), count in papers.items() if sort is Sort.MARKED},
        blank=papers.get((Sort.BLANK, ""), 0),
        invalid=papers.get((Sort.INVALID, ""), 0),
        last=at.one(PollPaper, "poll = ? AND count > 0", [id]),
        lots=tuple(each.fact.drawn for each in at.standing(PollLot, "poll = ?", [id])),
        closed=closed.fact if closed is not None else None,
        result=kept.result(closed.fact.counted) if closed is not None else None,
        announced=announced.fact.at if announced is not None else None,
        abandoned=abandoned.fact if abandoned is not None else None,
        late=late.fact.at if late is not None else "",
    )
    return replace(view, further=pollcounts.second_round(view)) if closed is not None else view


def _papers(at: Reader, poll: PollId) -> dict[tuple[Sort, str], int]:
    """Papers by what is on them, in the order in which each kind came first."""
    rows = at.query(
        "SELECT sort, marks, sum(count) AS papers FROM poll_paper_standing WHERE poll = ?"
        " GROUP BY sort, marks HAVING sum(count) > 0 ORDER BY min(id)",
        [poll],
    )
    return {(Sort(row["sort"]), row["marks"]): int(row["papers"]) for row in rows}
