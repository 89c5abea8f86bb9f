"""`council-tui tally`: a file of ballot papers is counted, and the count explained round by round."""

import re
from typing import TYPE_CHECKING, Any

import click

from council_tui.cli import answers, spoken
from council_tui.cli.patience import patience
from council_tui.wording.catalog import N_

if TYPE_CHECKING:
    from council_tui.domain.tally.model import Marked, Ranked, Result, Terms

_MOST = 10**12
"""What a budget or a limit of points may be at most."""


def _methods() -> list[str]:
    from council_tui.domain.tally import METHODS

    return list(METHODS)


@click.command(
    "tally",
    cls=spoken.Command,
    help=N_(
        "Count a file of ballot papers, and explain the count. BLT for ranked ones, CSV or .pb for others."
    ),
)
@click.argument("file", type=click.Path())
@spoken.option("--method", type=spoken.OneOf(_methods), required=True, help=N_("How to count."))
@spoken.option(
    "--seats",
    type=click.IntRange(1, 10_000),
    help=N_("How many are elected (else as the file says, else 1)."),
)
@spoken.option(
    "--budget", type=click.IntRange(1, _MOST), help=N_("The sum that may be spent (else as the file says).")
)
@spoken.option(
    "--lot",
    default="",
    help=N_('An order that was drawn for ties, by numbers, the favoured one first: "3,1,2".'),
)
@spoken.option("--exact", is_flag=True, help=N_("Transfer values as exact fractions, not cut off."))
@spoken.option("--fill", is_flag=True, help=N_("What equal shares leave over is spent by votes."))
@spoken.option(
    "--points", type=click.IntRange(1, _MOST), help=N_("The most points that one paper may give together.")
)
@spoken.option("--json", "as_json", is_flag=True, help=N_("Answer in JSON."))
def tally(file: str, method: str, lot: str, as_json: bool, **asked: Any) -> None:
    """One count; exit code 0 also where a tie stops it."""
    from council_tui.domain.tally import METHODS
    from council_tui.intake import ballots
    from council_tui.wording import ballotfile

    way = METHODS[method]
    with patience():
        with open(file, "rb") as papers:
            found = ballots.read(papers.read(ballots.MOST_BYTES + 1), way, asked["points"])
        terms = _terms(found, _lot(lot, len(found.candidates)), asked)
        result = way.count(found, terms)
        answer = _answer(method, found, terms, result) if as_json else None
    if answer is not None:
        answers.json(answer)
        return
    for line in ballotfile.lines(way, found, terms, result):
        answers.line(line)


def _lot(text: str, candidates: int) -> tuple[int, ...]:
    """The numbers of a lot. Raises BadBallots."""
    from council_tui.domain.plain import begins
    from council_tui.domain.tally.flaws import BadBallots, Flaw

    words = re.split(r"[,\s\uff0c]+", text.strip()) if text.strip() else []
    if not all(re.fullmatch("[1-9][0-9]{0,5}", word) for word in words):
        raise BadBallots(Flaw.BAD_LOT, (begins(text), candidates))
    return tuple(map(int, words))


def _terms(found: "Ranked | Marked", lot: tuple[int, ...], asked: dict[str, Any]) -> "Terms":
    """What was typed, and where nothing was typed what the file says."""
    from council_tui.domain.tally.model import Marked, Terms

    budget = found.budget if isinstance(found, Marked) else None
    return Terms(
        asked["seats"] or found.seats or 1,
        asked["budget"] or budget or 0,
        lot,
        asked["exact"],
        asked["fill"],
        asked["points"],
    )


def _answer(method: str, found: "Ranked | Marked", terms: "Terms", result: "Result") -> dict[str, object]:
    """The count as a program reads it: names as in the file, figures as exact text."""
    from council_tui.cli import tallied
    from council_tui.domain.tally.model import Marked, Ranked

    priced = isinstance(found, Marked) and bool(found.costs) and terms.budget > 0
    return {
        "method": method,
        "title": found.title,
        "seats": None if priced else terms.seats,
        "budget": terms.budget if priced else None,
        "valid": result.valid,
        "quota": result.quota,
        **tallied.plain(found.candidates, tallied.in_full(method, found, terms.budget, result)),
        "withdrawn": tallied.names(found.candidates, sorted(found.withdrawn))
        if isinstance(found, Ranked)
        else [],
    }
