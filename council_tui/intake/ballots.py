"""A file of ballot papers, read into what a method counts: BLT, CSV or pabulib by what the method asks for.

Equal lines are counted first and read once: a million papers are a few hundred thousand different ones.
"""

from collections.abc import Iterable

from council_tui.domain.errors import TooLong
from council_tui.domain.plain import begins, clean_line
from council_tui.domain.roster import Problem
from council_tui.domain.tally.flaws import BadBallots, Flaw
from council_tui.domain.tally.model import Form, Marked, Method, Ranked
from council_tui.intake import sheet

MOST_BYTES = 256 * 1024 * 1024
MOST_LETTERS = 200
"""Characters of a name or title."""
MOST_DIGITS = 12
"""Digits of a number of papers, of points, of money: more are a mistake."""


def read(data: bytes, method: Method, points: int | None = None) -> Ranked | Marked:
    """The papers in a file for a method. Raises BadBallots with the line.

    `points` is the most that one paper may give together; None for any.
    """
    from council_tui.intake import ballots_csv, blt, pabulib

    if method.form is Form.RANKED:
        return blt.read(data, method.equal_ranks)
    if method.form is Form.PRICED and pabulib.looks_so(data):
        return pabulib.read(data)
    return ballots_csv.read(data, not method.points, points)


def text_of(data: bytes, before: int = 0) -> str:
    """The text of a file, or of its part behind so many lines. Raises BadBallots."""
    found = sheet.decoded(data, MOST_BYTES)
    if isinstance(found, Problem):
        line = None if found.line is None else found.line + before
        raise BadBallots(Flaw[found.kind.name], tuple(found.facts), line)
    return found[0]


def whole(text: str) -> int | None:
    """A whole number not below 0 as a cell has it; an empty cell is 0; None for anything else."""
    text = text.strip() or "0"
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None


def harmless(line: int, text: str) -> str:
    """A name or a title without what steers a terminal. Raises BadBallots."""
    try:
        return clean_line(text, MOST_LETTERS)
    except TooLong as refused:
        raise BadBallots(Flaw.LONG_NAME, (refused.found, MOST_LETTERS), line) from None


def names(found: Iterable[tuple[int, str]], most: int) -> tuple[str, ...]:
    """Names with their lines, harmless, each another one. Raises BadBallots."""
    cleaned: dict[str, None] = {}
    for line, text in found:
        name = harmless(line, text)
        if not name:
            raise BadBallots(Flaw.BAD_NAME, (begins(text),), line)
        if name in cleaned:
            raise BadBallots(Flaw.SAME_NAME, (begins(name),), line)
        cleaned[name] = None
    if len(cleaned) > most:
        raise BadBallots(Flaw.TOO_MANY_CANDIDATES, (len(cleaned), most))
    return tuple(cleaned)
