"""What every count asks before it begins: seats that can be filled, papers to count, a lot that was drawn."""

from collections.abc import Sequence
from itertools import chain

from council_tui.domain.tally.flaws import BadBallots, Flaw
from council_tui.domain.tally.model import Marked, Ranked, Terms


def check(ballots: Ranked | Marked, terms: Terms) -> None:
    """Refuse what no method can count. Raises BadBallots."""
    check_lot(terms.lot, len(ballots.candidates))
    standing = len(ballots.standing)
    if not 1 <= terms.seats <= standing:
        raise BadBallots(Flaw.BAD_SEATS, (terms.seats, standing))
    if not any(ballots.papers.values()):
        raise BadBallots(Flaw.NO_PAPERS)


def check_lot(lot: Sequence[int], candidates: int) -> None:
    """Refuse a lot that names somebody twice, or nobody who stands. Raises BadBallots."""
    if len(set(lot)) != len(lot) or any(not 1 <= each <= candidates for each in lot):
        raise BadBallots(Flaw.BAD_LOT, (",".join(map(str, lot)), candidates))


def check_strict(ballots: Ranked) -> None:
    """Refuse papers with several candidates on one place. Raises BadBallots."""
    if ballots.equal is False:
        return
    if max(map(len, chain.from_iterable(ballots.papers)), default=1) > 1:
        raise BadBallots(Flaw.EQUAL_RANKS)


def check_single(terms: Terms) -> None:
    """Refuse several seats where the method fills one. Raises BadBallots."""
    if terms.seats != 1:
        raise BadBallots(Flaw.ONE_SEAT, (terms.seats,))


def check_marks(ballots: Marked) -> None:
    """Refuse marks other than 0 and 1. Raises BadBallots."""
    for marks in ballots.papers:
        if wrong := set(marks) - {0, 1}:
            raise BadBallots(Flaw.MARK_NOT_ONE, (min(wrong),))


def check_points(ballots: Marked, most: int) -> None:
    """Refuse a paper that gives more points than it has: dots within a budget. Raises BadBallots."""
    over = max((sum(marks) for marks in ballots.papers), default=0)
    if over > most:
        raise BadBallots(Flaw.OVER_POINTS, (over, most))


def check_money(ballots: Marked, terms: Terms) -> None:
    """Refuse what no sum of money can be spent on. Raises BadBallots."""
    check_lot(terms.lot, len(ballots.candidates))
    if len(ballots.costs) != len(ballots.candidates):
        raise BadBallots(Flaw.NO_COSTS)
    if terms.budget < 1:
        raise BadBallots(Flaw.NO_BUDGET)
    if not any(ballots.papers.values()):
        raise BadBallots(Flaw.NO_PAPERS)
    check_marks(ballots)
