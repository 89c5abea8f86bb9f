"""How a count is told: what is wrong with its papers, each round and what happened in it, ties, who won.

The words are those of the Scottish rules (SSI 2007/42): stage, quota, surplus, transfer value, exclusion,
non-transferable.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from fractions import Fraction
from typing import Any

from council_tui.domain.pollpapers import TooManyPoints
from council_tui.domain.tally import decimals
from council_tui.domain.tally.flaws import BadBallots, Flaw
from council_tui.domain.tally.model import (
    NUMBERED,
    Beats,
    Broken,
    Elected,
    Event,
    Excluded,
    Form,
    Funded,
    Method,
    NonTransferable,
    Result,
    Round,
    SecondRound,
    Stake,
    Tie,
    TooDear,
    TooFew,
    Transferred,
    Why,
)
from council_tui.wording.catalog import N_, _, pgettext
from council_tui.wording.say import sentence

Money = Callable[[Fraction], str]
"""How a sum of money is said."""

PLACES = 5
"""Decimals shown of a figure; exact ones with more are cut off and end in `..`."""

METHODS = {
    "stv": N_("Single transferable vote, Scottish rules"),
    "irv": N_("Instant run-off"),
    "schulze": N_("Schulze method"),
    "borda": N_("Borda points"),
    "approval": N_("Approval"),
    "score": N_("Points"),
    "mes": N_("Method of equal shares"),
    "greedy": N_("Money by votes"),
    "plurality": N_("Most votes"),
    "majority": N_("Majority, else a second round"),
}

FLAWS: dict[Flaw, tuple[str, tuple[str, ...]]] = {
    Flaw.TOO_BIG: (N_("the file has {found} bytes; at most {most} are read."), ("found", "most")),
    Flaw.EMPTY: (N_("the file is empty."), ()),
    Flaw.WORKBOOK: (N_("this is a spreadsheet workbook: save it as CSV and read that file."), ()),
    Flaw.NOT_TEXT: (N_("this is not text in UTF-8 or GB18030."), ()),
    Flaw.MIXED_ENCODING: (
        N_("this line is in UTF-8, others are not: two files were joined. Save each again in one encoding."),
        (),
    ),
    Flaw.NO_HEADER: (
        N_("'{found}' is not the number of candidates and of seats, as a BLT file begins."),
        ("found",),
    ),
    Flaw.NO_COUNT: (
        N_("'{found}' is no first row: it begins with 'count', then the names."),
        ("found",),
    ),
    Flaw.TOO_MANY_CANDIDATES: (N_("{found} candidates; from 1 to {most} are read."), ("found", "most")),
    Flaw.BAD_SEATS: (N_("{found} seats cannot be filled from {most} candidates."), ("found", "most")),
    Flaw.ONE_SEAT: (N_("this method fills one seat, not {found}."), ("found",)),
    Flaw.BAD_WITHDRAWN: (
        N_("'{found}' does not say who withdrew: a minus and a number up to {most}."),
        ("found", "most"),
    ),
    Flaw.NO_END: (N_("the papers do not end: a line with 0 alone is missing."), ()),
    Flaw.NO_ZERO: (N_("'{found}' does not end in 0."), ("found",)),
    Flaw.NO_WEIGHT: (N_("'{found}' is not a number of papers."), ("found",)),
    Flaw.NO_SUCH_CANDIDATE: (N_("'{found}' is not a candidate from 1 to {most}."), ("found", "most")),
    Flaw.NO_SUCH_PROJECT: (N_("there is no project '{found}'."), ("found",)),
    Flaw.TWICE: (N_("candidate {found} stands on this paper twice."), ("found",)),
    Flaw.MARKED_TWICE: (N_("'{found}' stands on this paper twice."), ("found",)),
    Flaw.EQUAL_RANKS: (N_("this method takes no equal places."), ()),
    Flaw.BAD_NAME: (N_("'{found}' is not a name in quotation marks."), ("found",)),
    Flaw.LONG_NAME: (N_("a name has {found} characters; at most {most} are taken."), ("found", "most")),
    Flaw.SAME_NAME: (N_("'{found}' is a name already: make them different."), ("found",)),
    Flaw.NO_NAMES: (N_("{found} names for {most} candidates."), ("found", "most")),
    Flaw.AFTER_NAMES: (N_("'{found}' stands behind names and title."), ("found",)),
    Flaw.RAGGED: (N_("{found} cells, but there are {most} headings."), ("found", "most")),
    Flaw.BAD_MARK: (N_("'{found}' is not a whole number of points."), ("found",)),
    Flaw.MARK_NOT_ONE: (N_("a mark is 0 or 1 here, not {found}."), ("found",)),
    Flaw.OVER_POINTS: (N_("this paper gives {found} points; it has {most}."), ("found", "most")),
    Flaw.OVER_MARKS: (N_("a paper has {found} marks for {most} seats."), ("found", "most")),
    Flaw.NO_PAPERS: (N_("there are no papers to count."), ()),
    Flaw.NO_COSTS: (N_("the file does not say what projects cost: a row that begins with 'cost'."), ()),
    Flaw.BAD_COST: (N_("'{found}' is not a cost; costs are whole, and on one row."), ("found",)),
    Flaw.NO_BUDGET: (N_("how much may be spent? Give the budget."), ()),
    Flaw.BAD_BUDGET: (N_("'{found}' is not a budget."), ("found",)),
    Flaw.BAD_LOT: (
        N_("'{found}' is not a lot: numbers from 1 to {most}, each once, with commas."),
        ("found", "most"),
    ),
    Flaw.NO_SECTION: (N_("the part {found} is missing."), ("found",)),
    Flaw.NO_FIELD: (N_("the column '{found}' is missing."), ("found",)),
    Flaw.NOT_APPROVAL: (N_("only votes by approval are read, not '{found}'."), ("found",)),
}
"""For each flaw its text, and the names of its facts in order."""

_STAKES = {
    Stake.SEAT: N_("Tied for election: {names}."),
    Stake.EXCLUSION: N_("Tie for the fewest votes: {names}."),
    Stake.SURPLUS: N_("Tie for the largest surplus: {names}."),
    Stake.SECOND_ROUND: N_("Tie for the second round: {names}."),
    Stake.PROJECT: N_("Tie for the money: {names}."),
}

_UNRESOLVED = N_("Nothing decides it: draw a lot, record it, and count again. The count stops here.")

_BY_LOT = {
    Stake.SEAT: N_("The lot elects {names}."),
    Stake.EXCLUSION: N_("The lot excludes {names}."),
    Stake.SURPLUS: N_("By lot the surplus of {names} is transferred first."),
    Stake.SECOND_ROUND: N_("The lot puts {names} into the second round."),
    Stake.PROJECT: N_("The lot funds {names}."),
}
"""What a lot does for whom it falls on: it may be good or bad for them."""

_BY_EARLIER = {
    Stake.EXCLUSION: N_("An earlier stage decides that {names} is excluded."),
    Stake.SURPLUS: N_("An earlier stage decides that the surplus of {names} is transferred first."),
}
"""The same of an earlier stage, which is looked at for nothing else."""

_EVENTS: dict[type[Event], str] = {
    Excluded: N_("Excluded: {candidate} (votes: {votes})."),
    Transferred: N_("Surplus of {candidate} transferred: {surplus}. Transfer value: {value}."),
    NonTransferable: N_("Non-transferable so far: {votes}."),
    Beats: N_("{winner} before {loser}: strongest path {path} against {back}."),
    SecondRound: N_("Nobody has more than half. Second round: {candidates}."),
    TooFew: N_("Too few votes: {candidate} has {votes}, needed are {least}."),
    Funded: N_("Funded: {project} for {cost}. Left: {left}."),
    TooDear: N_("Passed over: {project} costs {cost}. Left: {left}."),
}
_SHARED = N_("Funded: {project} for {cost}, at most {share} from each supporter. Left: {left}.")

_MONEY = frozenset({"cost", "left", "share"})
"""Fields of events that hold a sum of money."""

_ROUNDS = {
    "stv": N_("Stage {number}"),
    "borda": N_("Round {number} (points)"),
    "score": N_("Round {number} (points)"),
    "schulze": N_("Round {number} (candidates beaten)"),
}
"""What a round is called, and what its figures are where they are not votes."""

_MAJORITY_OF = N_("Elected: {name} (more than half: {votes} of the {whole} papers still counting).")

_WHY = {
    Why.QUOTA: N_("Elected: {name} (quota reached)."),
    Why.LAST_VACANCIES: N_("Elected: {name} (last vacancies)."),
    Why.MAJORITY: N_("Elected: {name} (more than half)."),
    Why.MOST: N_("Elected: {name}."),
    Why.RANKING: N_("Elected: {name}."),
}


@sentence(BadBallots)
def flaw_words(refused: BadBallots) -> str:
    """What is wrong with papers or terms, with the line."""
    source, keys = FLAWS[refused.flaw]
    what = _(source).format(**dict(zip(keys, refused.facts, strict=True)))
    if refused.line is None:
        return _("Not counted: {what}").format(what=what)
    return _("Line {line}: {what}").format(line=refused.line, what=what)


@sentence(TooManyPoints)
def points_words(refused: TooManyPoints) -> str:
    """How many points are given, and how many a paper has."""
    text = _("{found} points given, at most {most}: the paper is invalid.")
    return text.format(found=refused.found, most=refused.most)


def method_words(method: str) -> str:
    """A method by name; its id where it has none."""
    return _(METHODS[method]) if method in METHODS else method


def figure(value: Fraction) -> str:
    """Votes, points or money as they are shown."""
    return decimals.cut(value, PLACES)


def listed(names: Sequence[str], numbers: Iterable[int]) -> str:
    """Candidates by name, in a row."""
    return pgettext("between items of a list", ", ").join(names[each - 1] for each in numbers)


def tie_words(names: Sequence[str], tie: Tie) -> list[str]:
    """Who is tied for what, and what decides it."""
    between = _(_STAKES[tie.stake]).format(names=listed(names, tie.between))
    match tie.broken:
        case Broken.UNRESOLVED:
            decided = _UNRESOLVED
        case Broken.LOT:
            decided = _BY_LOT[tie.stake]
        case Broken.EARLIER:
            decided = _BY_EARLIER[tie.stake]
    return [between, _(decided).format(names=listed(names, tie.chosen))]


def elected_words(names: Sequence[str], elected: Sequence[Elected], way: Method, stage: Round) -> str:
    """Who is elected by the same thing, in one sentence; where papers drop out, out of how many left."""
    first = elected[0]
    source = _MAJORITY_OF if first.why is Why.MAJORITY and way.form is Form.RANKED else _WHY[first.why]
    return _(source).format(
        name=listed(names, [each.candidate for each in elected]),
        votes=figure(stage.figures[first.candidate]),
        whole=figure(stage.whole),
    )


def event_words(names: Sequence[str], event: Event, money: Money = figure) -> str:
    """What happened in a round beside an election, as a sentence."""
    shared = isinstance(event, Funded) and event.share is not None
    source = _SHARED if shared else _EVENTS[type(event)]
    facts = {each.name: getattr(event, each.name) for each in fields(event)}
    return _(source).format(**{name: _fact(names, name, fact, money) for name, fact in facts.items()})


def _fact(names: Sequence[str], name: str, value: Any, money: Money) -> Any:
    if name in NUMBERED:
        return listed(names, value if isinstance(value, tuple) else (value,))
    if name in _MONEY and value is not None:
        return money(Fraction(value))
    return figure(value) if isinstance(value, Fraction) else value


def round_name(way: Method, number: int) -> str:
    """`Stage 2`, `Round 1`, with what it is counted in where that is no vote. Where supporters pay, the votes
    alone stand before the first round."""
    if way.id == "mes":
        number -= 1
    if not number:
        return pgettext("round", "Votes")
    return _(_ROUNDS.get(way.id, N_("Round {number}"))).format(number=number)


def round_lines(
    names: Sequence[str], way: Method, number: int, stage: Round, money: Money = figure
) -> Iterator[str]:
    """A round: its name, every figure, and what happened."""
    yield round_name(way, number)
    for each, votes in stage.figures.items():
        yield "  " + _("{label}: {words}").format(label=names[each - 1], words=figure(votes))
    for event in stage.events:
        if isinstance(event, Elected):
            yield "  " + elected_words(names, [event], way, stage)
        else:
            yield "  " + event_words(names, event, money)


def winners_words(names: Sequence[str], way: Method, result: Result) -> str:
    """Who is elected, or what is funded, in order."""
    if way.form is Form.PRICED:
        sources = N_("Nothing is funded."), N_("{names} funded."), N_("{names} funded, in this order.")
    else:
        sources = N_("Nobody is elected."), N_("{names} elected."), N_("{names} elected, in this order.")
    return _(sources[min(len(result.winners), 2)]).format(names=listed(names, result.winners))
