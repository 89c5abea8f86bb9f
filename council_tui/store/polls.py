"""Polls as they stand: papers added up, lots, figures.

The ways of counting are imported with the first poll: no start without one pays for them.
"""

from dataclasses import replace

from council_tui.domain.ids import MeetingId, PollId, Seq
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
from council_tui.domain.recounts import PollCorrected
from council_tui.domain.reopenings import PollReopened
from council_tui.domain.rules import rules_from_text
from council_tui.store import shape
from council_tui.store.act import Reader

Paper = tuple[Sort, str]
"""What a paper is, and its marks."""


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
    reopened = at.one(PollReopened, "poll = ?", [id]) if announced is not None else None
    late = at.one(EnteredLate, "poll = ?", [id])
    lots = at.standing(PollLot, "poll = ?", [id])
    view = PollView(
        id=id,
        opened=found.fact,
        method=METHODS[found.fact.method],
        rules=rules_from_text(found.fact.rules),
        candidates=pollpapers.candidates(found.fact.candidates),
        papers={},
        blank=0,
        invalid=0,
        last=at.one(PollPaper, "poll = ? AND count > 0", [id]),
        lots=tuple(each.fact.drawn for each in lots),
        closed=closed.fact if closed is not None else None,
        result=kept.result(closed.fact.counted) if closed is not None else None,
        announced=announced.fact.at if announced is not None else None,
        abandoned=abandoned.fact if abandoned is not None else None,
        reopened=reopened.fact if reopened is not None else None,
        late=late.fact.at if late is not None else "",
    )
    view = _with_papers(view, _papers(at, id))
    if closed is None:
        return view
    view = replace(view, further=pollcounts.second_round(view))
    return replace(view, corrections=_before(at, view, lots)) if closed.fact.replaces else view


def _before(
    at: Reader, view: PollView, lots: list[Kept[PollLot]]
) -> tuple[tuple[PollView, PollCorrected], ...]:
    """The poll as it stood before each correction, with the papers and lots of then; what was announced is
    never undone."""
    from council_tui.domain import pollcounts
    from council_tui.domain.tally import kept

    rows = at.query(
        "SELECT * FROM poll_closed WHERE poll = ? AND entry NOT IN (SELECT entry FROM fallen) ORDER BY id",
        [view.id],
    )
    corrected = at.standing(PollCorrected, "poll = ?", [view.id])
    told: list[tuple[PollView, PollCorrected]] = []
    for closed, each in zip((shape.fact(PollClosed, row) for row in rows), corrected, strict=False):
        before = replace(
            _with_papers(view, _papers_before(at, view.id, each.entry)),
            lots=tuple(lot.fact.drawn for lot in lots if lot.entry < each.entry),
            closed=closed,
            result=kept.result(closed.counted),
            corrections=tuple(told),
            reopened=None,
        )
        told.append((replace(before, further=pollcounts.second_round(before)), each.fact))
    return tuple(told)


def _with_papers(view: PollView, papers: dict[Paper, int]) -> PollView:
    return replace(
        view,
        papers={marks: count for (sort, marks), count in papers.items() if sort is Sort.MARKED},
        blank=papers.get((Sort.BLANK, ""), 0),
        invalid=papers.get((Sort.INVALID, ""), 0),
    )


def _papers(at: Reader, poll: PollId) -> dict[Paper, int]:
    """Papers by what is on them, in the order in which each kind came first."""
    rows = at.query(
        "SELECT sort, marks, sum(count) AS papers FROM poll_paper_standing WHERE poll = ?"
        " GROUP BY sort, marks HAVING sum(count) > 0 ORDER BY min(id)",
        [poll],
    )
    return {(Sort(row["sort"]), row["marks"]): int(row["papers"]) for row in rows}


def _papers_before(at: Reader, poll: PollId, entry: Seq) -> dict[Paper, int]:
    """The same as it was before an entry."""
    rows = at.query(
        "SELECT * FROM poll_paper WHERE poll = ? AND entry < ? AND entry NOT IN (SELECT entry FROM fallen)"
        " ORDER BY id",
        [poll, entry],
    )
    replaced = {row["replaces"] for row in rows}
    found: dict[Paper, int] = {}
    for row in rows:
        if row["id"] not in replaced:
            paper = Sort(row["sort"]), row["marks"]
            found[paper] = found.get(paper, 0) + row["count"]
    return {paper: count for paper, count in found.items() if count}


def typed(at: Reader, poll: PollId, sort: Sort, marks: str) -> Kept[PollPaper] | None:
    """The last paper that was typed so, or several alike; None where none was."""
    found = at.standing(PollPaper, "poll = ? AND sort = ? AND marks = ? AND count > 0", [poll, sort, marks])
    return found[-1] if found else None


def closed_id(at: Reader, poll: PollId) -> int | None:
    """The id of the standing count."""
    found = at.one(PollClosed, "poll = ?", [poll])
    return found.id if found is not None else None
