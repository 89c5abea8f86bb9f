"""Running text in rows, wrapped as the papers wrap it: plain, or in pieces of different ink."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from council_tui.domain.difference import Change, Piece
from council_tui.domain.plain import visible
from council_tui.export.wrap import wrap
from council_tui.tui.ink import Line, Span

MARKS = {Change.EQUAL: "{}", Change.ADDED: "{{+{}+}}", Change.STRUCK: "[-{}-]"}
"""A sign with the ink, so that a terminal without lines and colours loses nothing."""

INKS = {Change.EQUAL: "", Change.ADDED: "added", Change.STRUCK: "struck"}


def prose(words: str, width: int, column: int = 1, ink: str = "") -> list[Line]:
    """A text of several lines, wrapped from a column on."""
    return [Line((Span(column, each, ink),)) for each in _rows(words, width)]


def compared(pieces: Iterable[Piece], width: int, column: int = 1) -> list[Line]:
    """A difference, wrapped: what was added and what was struck each in its marks and its ink."""
    whole, inks = "", []
    for piece in pieces:
        words = MARKS[piece.change].format(visible(piece.text))
        whole += words
        inks += [INKS[piece.change]] * len(words)
    return _laid(whole, inks, width, column)


def _rows(words: str, width: int) -> list[str]:
    shown = visible(words)
    return [row for line in shown.split("\n") for row in (wrap(line, width) if line.strip() else [""])]


def _laid(whole: str, inks: Sequence[str], width: int, column: int) -> list[Line]:
    """The rows of a text whose characters have inks; the blanks a break takes away are skipped."""
    found, at = [], 0
    for row in _rows(whole, width):
        spans: list[Span] = []
        for character in row:
            while at < len(whole) and whole[at] != character:
                at += 1
            ink = inks[at] if at < len(whole) else ""
            at += 1
            _append(spans, character, ink, column)
        found.append(Line(tuple(spans)))
    return found


def _append(spans: list[Span], character: str, ink: str, column: int) -> None:
    """Go on with the last span where the ink is the same, else begin one behind it."""
    if spans and spans[-1].ink == ink:
        spans[-1] = Span(spans[-1].column, spans[-1].text + character, ink)
        return
    start = spans[-1].column + cell_len(spans[-1].text) if spans else column
    spans.append(Span(start, character, ink))
