"""One paper of an announced poll was typed wrongly: the papers as they are after all, counted once more."""

from dataclasses import replace

from council_tui.domain import pollcounts
from council_tui.domain.ids import PersonId
from council_tui.domain.lazily import dataclass
from council_tui.domain.polls import PollView, Sort, TieStands
from council_tui.domain.recounts import NoSuchPaper, NothingChanges
from council_tui.domain.tally import kept

Paper = tuple[Sort, str]
"""What a paper is, and its marks as `pollpapers.marks_text` writes them."""


@dataclass(frozen=True, slots=True)
class PollMend:
    """What was wrong, why, as asked by whom, and what the item resolves after it."""

    was: Paper | None
    """As it was typed; None for a paper that was left out."""
    now: Paper | None
    """As it is; None for one that was counted twice, or is none of this poll."""
    issued: int
    reason: str
    asker: PersonId | None = None
    lot: tuple[int, ...] = ()
    """The order drawn, where a tie comes of it; a further round decides without one."""
    text: str = ""
    text_2: str = ""


def mended(poll: PollView, mend: PollMend, at: str) -> PollView:
    """The poll counted once more; `at`: when.

    Raises NothingChanges, NoSuchPaper, BadLot, MorePapers, and TieStands where only a lot can decide.
    """
    if poll.closed is None or (mend.was == mend.now and mend.issued == poll.closed.issued):
        raise NothingChanges
    papers = _papers(poll)
    for each, by in ((mend.was, -1), (mend.now, 1)):
        if each is not None:
            papers[each] = papers.get(each, 0) + by
            if papers[each] < 0:
                raise NoSuchPaper(each[1])
    lots = (*poll.lots, mend.lot) if mend.lot else poll.lots
    pollcounts.order(lots)
    open_ = replace(
        poll,
        papers={marks: count for (sort, marks), count in papers.items() if sort is Sort.MARKED and count},
        blank=papers.get((Sort.BLANK, ""), 0),
        invalid=papers.get((Sort.INVALID, ""), 0),
        lots=lots,
        closed=None,
    )
    return _closed(open_, mend, at)


def _papers(poll: PollView) -> dict[Paper, int]:
    marked: dict[Paper, int] = {(Sort.MARKED, marks): count for marks, count in poll.papers.items()}
    return marked | {(Sort.BLANK, ""): poll.blank, (Sort.INVALID, ""): poll.invalid}


def _closed(poll: PollView, mend: PollMend, at: str) -> PollView:
    """Closed once more; a tie without a lot is left for a further round where there can be one."""
    try:
        closed = pollcounts.close(poll, mend.issued, at)
    except TieStands:
        if mend.lot or not pollcounts.may_go_on(poll):
            raise
        closed = pollcounts.close(poll, mend.issued, at, further=True)
    counted = replace(poll, closed=closed, result=kept.result(closed.counted))
    return replace(counted, further=pollcounts.second_round(counted))
