"""A count as JSON has it: candidates by name, figures as exact decimal or fraction text."""

import dataclasses
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from council_tui.domain.tally import decimals
from council_tui.domain.tally.model import NUMBERED, Event, Marked, Ranked, Result, Round, Tie


def names(candidates: Sequence[str], numbers: Iterable[int]) -> list[str]:
    """Candidates by name."""
    return [candidates[each - 1] for each in numbers]


def in_full(method: str, ballots: Ranked | Marked, budget: int, result: Result) -> Result:
    """The count with all that JSON tells of it: of equal shares every project's figure, round by round."""
    if method != "mes" or not isinstance(ballots, Marked):
        return result
    from council_tui.domain.tally import mes

    return mes.in_full(ballots, budget, result)


def plain(candidates: Sequence[str], result: Result) -> dict[str, Any]:
    """Winners, rounds and ties, and what some methods add to them."""
    return {
        "winners": names(candidates, result.winners),
        "rounds": [_round(candidates, each) for each in result.rounds],
        "ties": [_fields(candidates, each) for each in result.ties],
        "unresolved": result.unresolved,
        "ranking": [names(candidates, rank) for rank in result.ranking],
        "pairs": [list(row) for row in result.pairs],
    }


def _round(candidates: Sequence[str], stage: Round) -> dict[str, Any]:
    return {
        "figures": {candidates[each - 1]: decimals.text(votes) for each, votes in stage.figures.items()},
        "events": [{"event": _kind(each), **_fields(candidates, each)} for each in stage.events],
    }


def _kind(event: Event) -> str:
    """`non_transferable` for `NonTransferable`."""
    return re.sub("(?<=[a-z])(?=[A-Z])", "_", type(event).__name__).lower()


def _fields(candidates: Sequence[str], told: Event | Tie) -> dict[str, Any]:
    return {
        field.name: _value(candidates, field.name, getattr(told, field.name))
        for field in dataclasses.fields(told)
    }


def _value(candidates: Sequence[str], name: str, value: Any) -> Any:
    if name in NUMBERED:
        return names(candidates, value) if isinstance(value, tuple) else candidates[value - 1]
    return decimals.text(value) if isinstance(value, Fraction) else value
