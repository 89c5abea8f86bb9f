"""What a poll's way of counting makes of its papers, what decides its ties, and which round follows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from council_tui.domain import pollpapers
from council_tui.domain.gates import Base, parse_gate
from council_tui.domain.ids import ItemId, PollId
from council_tui.domain.polls import (
    BadLot,
    MorePapers,
    PollClosed,
    PollEntry,
    PollView,
    TieStands,
    under,
)
from council_tui.domain.rules import Count, Verdict, judge
from council_tui.domain.tally import kept, plurality, score
from council_tui.domain.tally.model import (
    Broken,
    Form,
    Marked,
    Ranked,
    Result,
    Round,
    SecondRound,
    Stake,
    Terms,
    Tie,
)


def ballots(poll: PollView) -> Ranked | Marked:
    """The papers as a method counts them.

    A blank one is a paper without a mark where candidates are marked (an abstention); where they are
    ranked, or money is spent, there is nothing on it to count.
    """
    numbers = tuple(str(each) for each in range(1, len(poll.candidates) + 1))
    if poll.method.form is Form.RANKED:
        return Ranked(numbers, {pollpapers.ranking(marks): count for marks, count in poll.papers.items()})
    papers = {tuple(map(int, marks.split())): count for marks, count in poll.papers.items()}
    if poll.method.form is Form.PRICED:
        costs = tuple(each.cost or 0 for each in poll.candidates)
        return Marked(numbers, papers, costs, poll.opened.budget)
    nothing = (0,) * len(numbers)
    return Marked(numbers, papers | ({nothing: poll.blank} if poll.blank else {}))


def first_figures(poll: PollView) -> tuple[int, ...]:
    """Marks, points or first preferences so far, candidate by candidate."""
    if poll.method.form is Form.RANKED:
        firsts = [(pollpapers.ranking(marks)[0], count) for marks, count in poll.papers.items()]
        places = range(1, len(poll.candidates) + 1)
        return tuple(sum(count for rank, count in firsts if each in rank) for each in places)
    found = ballots(poll)
    return tuple(int(each) for each in score.totals(found).values()) if isinstance(found, Marked) else ()


def terms(poll: PollView, lot: Sequence[int] = ()) -> Terms:
    """What the count is held to."""
    opened = poll.opened
    return Terms(opened.seats, opened.budget or 0, tuple(lot), points=opened.points)


def count(poll: PollView, lot: Sequence[int] = ()) -> Result:
    """The papers counted; without any there is nobody. Raises BadBallots."""
    found = ballots(poll)
    if not any(found.papers.values()):
        return Result((), ())
    if poll.method is plurality.METHOD and isinstance(found, Marked):
        return _most(poll, found, lot)
    result: Result = poll.method.count(found, terms(poll, lot))
    return result


def _most(poll: PollView, found: Marked, lot: Sequence[int]) -> Result:
    """Most votes, of those with the least share: papers may have more marks than there are seats."""
    votes = {each: int(votes) for each, votes in score.totals(found).items()}
    valid = sum(found.papers.values())
    if not poll.opened.least:
        return plurality.elect(votes, poll.opened.seats, lot, whole=valid)
    gate, of = parse_gate(poll.opened.least), whole(poll)
    elected = plurality.elect(votes, poll.opened.seats, lot, gate, of)
    return Result(elected.winners, elected.rounds, elected.ties, elected.quota, valid)


def least_votes(poll: PollView) -> int:
    """The fewest votes that elect somebody."""
    return parse_gate(poll.opened.least).least(whole(poll)) if poll.opened.least else 1


def whole(poll: PollView) -> int:
    """What the least share is a share of; those taking part are the papers that came back."""
    match parse_gate(poll.opened.least).base:
        case Base.ROLL:
            return poll.opened.roll
        case Base.PRESENT:
            return poll.opened.electorate
        case _:
            return poll.returned


def order(lots: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """One order that holds all that was drawn. Raises BadLot where two draws turn each other around."""
    before: dict[int, set[int]] = {}
    for lot in lots:
        for place, each in enumerate(lot):
            before.setdefault(each, set()).update(lot[max(place - 1, 0) : place])
    try:
        return tuple(TopologicalSorter(before).static_order())
    except CycleError:
        raise BadLot from None


def quorum(poll: PollView) -> Verdict:
    """What the rules say of the papers that are back, as of so many who took part."""
    there = poll.opened.electorate
    return judge(poll.rules, Count(poll.opened.roll, there, 0, 0, min(poll.returned, there)))


def close(poll: PollView, issued: int, at: str, *, further: bool = False) -> PollClosed:
    """The papers of a poll counted: its figures, without a winner where it is void or has no quorum.

    Raises MorePapers, and TieStands unless the tie is left for a `further` round.
    """
    if poll.returned > issued:
        raise MorePapers(poll.returned, issued)
    there = poll.opened.electorate
    void = poll.returned > there
    result = Result((), ()) if void else _decided(poll, further=further)
    verdict = quorum(poll)
    return PollClosed(
        poll.id,
        issued,
        poll.returned,
        poll.invalid,
        poll.blank,
        void,
        verdict.quorum_met,
        verdict.quorum_needed,
        result.winners if verdict.quorum_met else (),
        kept.text(result),
        at,
    )


def _decided(poll: PollView, *, further: bool) -> Result:
    """The count, every tie in it decided, or left for a further round."""
    result = count(poll, order(poll.lots))
    tie = undrawn(result, poll.lots)
    if tie is None:
        return result
    if not further:
        raise TieStands(poll.id, tie.between)
    return count(poll)


def undrawn(result: Result, lots: Sequence[Sequence[int]]) -> Tie | None:
    """The first tie that nothing decides: no lot was drawn between these, whatever other draws would say."""
    for tie in result.ties:
        by_lot = tie.broken is Broken.LOT and any(set(tie.between) <= set(lot) for lot in lots)
        if tie.broken is not Broken.EARLIER and not by_lot:
            return tie
    return None


def holds(poll: PollView) -> bool:
    """Whether something is decided by the count: it was closed, is not void, and there was a quorum."""
    return poll.closed is not None and not poll.closed.void and poll.closed.quorum_met


def vacant(poll: PollView) -> int:
    """Seats that an election left empty, and no further round is to fill."""
    if poll.method.form is Form.PRICED or poll.further is not None or not holds(poll):
        return 0
    return max(0, poll.opened.seats - len(poll.winners))


def holding(poll: PollView) -> Result | None:
    """As much of the count as holds: nothing before the close, or of a void poll; without a quorum its
    figures alone (of money the votes), since nothing is decided by them."""
    result, closed = poll.result, poll.closed
    if result is None or closed is None or closed.void:
        return None
    if closed.quorum_met:
        return result
    told = result.rounds[:1] if poll.method.form is Form.PRICED else result.rounds
    return replace(result, winners=(), rounds=tuple(Round(each.figures) for each in told), ties=())


def second_round(poll: PollView) -> PollEntry | None:
    """The further round that a closed poll asks for: between the first two, or those tied for a seat.

    None where it settled everything, or was void, or had no quorum.
    """
    if poll.closed is None or poll.result is None or not holds(poll):
        return None
    last = poll.result.rounds[-1].events if poll.result.rounds else ()
    two = next((event.candidates for event in last if isinstance(event, SecondRound)), ())
    between = two or (_for_a_seat(poll.result) if may_go_on(poll) else ())
    if not between:
        return None
    seats = 1 if two else poll.opened.seats - len(poll.closed.winners)
    return PollEntry(
        poll.opened.title,
        poll.opened.title_2,
        plurality.METHOD.id,
        tuple(poll.candidates[each - 1] for each in sorted(between)),
        seats,
        seats,
        follows=poll.id,
    )


def to_second_round(poll: PollView) -> bool:
    """Whether what may follow is the second round for want of a majority; else it is one more for a tie."""
    return poll.method is plurality.MAJORITY


def before(polls: Iterable[PollView], poll: PollView) -> PollView | None:
    """The poll of which this is a further round."""
    return next((each for each in polls if each.id == poll.opened.follows), None)


def time(polls: Iterable[PollView], poll: PollView) -> int:
    """Which time this question was put to the same candidates, of several that were counted; nought for one
    alone. A further round is a question of its own."""
    same = [
        each.id
        for each in under(polls, poll.opened.item)
        if each.closed and _question(each) == _question(poll)
    ]
    return same.index(poll.id) + 1 if len(same) > 1 and poll.id in same else 0


def _question(poll: PollView) -> tuple[str, str, bool]:
    return poll.opened.title, poll.opened.candidates, poll.opened.follows is not None


def standing(polls: Iterable[PollView], item: ItemId) -> tuple[PollView, ...]:
    """Those of one item that were announced, and not reopened."""
    return tuple(poll for poll in under(polls, item) if poll.announced and poll.reopened is None)


def questions(polls: Iterable[PollView]) -> tuple[tuple[PollView, ...], ...]:
    """Polls by the question that they answer: each first one with the further rounds that follow it."""
    first: dict[int, int] = {}
    rounds: dict[int, list[PollView]] = {}
    for each in polls:
        first[each.id] = first.get(each.opened.follows or each.id, each.id)
        rounds.setdefault(first[each.id], []).append(each)
    return tuple(map(tuple, rounds.values()))


def following(poll: PollView) -> PollEntry | None:
    """What a poll leaves to be held: its further round, or itself once more where it was reopened."""
    if poll.reopened is None:
        return poll.further
    opened = poll.opened
    return PollEntry(
        opened.title,
        opened.title_2,
        opened.method,
        poll.candidates,
        opened.seats,
        opened.marks,
        opened.points,
        opened.budget,
        opened.least,
        PollId(opened.follows) if opened.follows is not None else None,
    )


def may_go_on(poll: PollView) -> bool:
    """Whether the tied may go into a further round: where those with the most are elected."""
    return poll.method.form is Form.MARKED and poll.method is not plurality.MAJORITY


def _for_a_seat(result: Result) -> tuple[int, ...]:
    """Who is tied for the last seats where nothing decides it."""
    tie = undrawn(result, ())
    return tie.between if tie is not None and tie.stake is Stake.SEAT and result.unresolved else ()
