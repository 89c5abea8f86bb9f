"""Lines of text as screens lay them out: spans at fixed columns, in inks that the theme colours.

A cut text ends in `..`; a later span keeps its column whatever stands before it, so figures never move.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.style import Style

from council_tui.domain.lazily import dataclass
from council_tui.domain.plain import visible


@dataclass(frozen=True, slots=True)
class Ink:
    """How a span looks, in the theme's variables."""

    fore: str = "foreground"
    back: str = ""
    """Empty: the background of the widget."""
    bold: bool = False
    underline: bool = False
    strike: bool = False


INKS: Mapping[str, Ink] = {
    "": Ink(),
    "bold": Ink(bold=True),
    "dim": Ink("text-muted"),
    "cursor": Ink("background", "foreground"),
    "cursor-bold": Ink("background", "foreground", bold=True),
    "panel": Ink(back="panel"),
    "panel-bold": Ink(back="panel", bold=True),
    "panel-dim": Ink("text-muted", "panel"),
    "field": Ink(back="field"),
    "next": Ink("on-next", "next", bold=True),
    "warn": Ink("on-warn", "warn"),
    "refuse": Ink("on-warn", "refuse"),
    "for": Ink("for", bold=True),
    "against": Ink("against", bold=True),
    "abstain": Ink("abstain", bold=True),
    "zero": Ink("zero", bold=True),
    "sealed": Ink("sealed", bold=True),
    "fill-for": Ink("background", "for", bold=True),
    "fill-against": Ink("background", "against", bold=True),
    "fill-abstain": Ink("background", "abstain", bold=True),
    "fill-zero": Ink("background", "zero", bold=True),
    "fill-text": Ink("background", "foreground", bold=True),
    "big-for": Ink("for", "for"),
    "big-against": Ink("against", "against"),
    "big-abstain": Ink("abstain", "abstain"),
    "big-zero": Ink("zero", "zero"),
    "big-text": Ink("foreground", "foreground"),
    "added": Ink(bold=True, underline=True),
    "struck": Ink("text-muted", strike=True),
}
"""Every ink by its name. To add one, add a line; its variables are in `theme.py`."""


class Span(NamedTuple):
    """A text from a column on (0 is the leftmost)."""

    column: int
    text: str
    ink: str = ""
    action: str = ""
    """What a click on it does; never made from what people typed."""


class Line(NamedTuple):
    """One row: its spans by column, and the ink of what is between them."""

    spans: tuple[Span, ...] = ()
    fill: str = ""
    action: str = ""
    """What a click anywhere else on the row does."""


BLANK = Line()


def line(*spans: Span, fill: str = "", action: str = "") -> Line:
    """A row of spans."""
    return Line(spans, fill, action)


def text(words: str, ink: str = "", column: int = 1) -> Line:
    """A row of one text, where screens begin theirs."""
    return Line((Span(column, words, ink),))


def shown(words: str) -> str:
    """A text as it may stand in a cell: one line, nothing that steers a terminal."""
    return words if words.isprintable() else visible(" ".join(words.splitlines()))


def fit(words: str, width: int) -> str:
    """`words` in at most `width` columns; what is cut ends in `..`."""
    if cell_len(words) <= width:
        return words
    if width < 4:
        return set_cell_size(words, max(width, 0))
    return set_cell_size(words, width - 2).rstrip() + ".."


def right(words: str, end: int, ink: str = "", action: str = "") -> Span:
    """A span that ends before column `end`."""
    return Span(max(end - cell_len(shown(words)), 0), words, ink, action)


def placed(row: Line, width: int) -> list[tuple[int, str, str]]:
    """Where each text of a row starts, what of it fits, and its ink; gaps left out."""
    spans = sorted(row.spans, key=lambda span: span.column)
    ends = [*(span.column for span in spans[1:]), width][: len(spans)]
    found = []
    for span, end in zip(spans, ends, strict=True):
        fitted = fit(shown(span.text), min(end, width) - span.column)
        if fitted:
            found.append((span.column, fitted, span.ink))
    return found


def action_at(row: Line, column: int) -> str:
    """What a click at a column of a row does; empty for nothing."""
    for span in row.spans:
        if span.action and span.column <= column < span.column + cell_len(shown(span.text)):
            return span.action
    return row.action


@lru_cache(maxsize=512)
def _style(ink: Ink, colours: tuple[tuple[str, str], ...], back: str) -> Style:
    known = dict(colours)
    return Style(
        color=known[ink.fore],
        bgcolor=known[ink.back] if ink.back else back,
        bold=ink.bold,
        underline=ink.underline,
        strike=ink.strike,
    )


USED = sorted({name for ink in INKS.values() for name in (ink.fore, ink.back) if name})


def styles(variables: Mapping[str, str], back: str) -> dict[str, Style]:
    """Every ink as rich draws it under a theme's variables, on a widget of background `back`."""
    colours = tuple((name, variables[name]) for name in USED)
    return {name: _style(ink, colours, back) for name, ink in INKS.items()}


def plain_lines(rows: Sequence[Line], width: int) -> list[str]:
    """Rows as bare text, for papers' sake and tests: each with its blanks, right-hand ones cut."""
    found = []
    for row in rows:
        whole = ""
        for column, words, _ in placed(row, width):
            whole += " " * (column - cell_len(whole)) + words
        found.append(whole.rstrip())
    return found
