"""What goes in and what comes out: nothing typed or pasted, and nobody's text, steers the terminal."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual._xterm_parser import XTermParser
from textual.color import Color
from textual.filter import LineFilter
from textual.message import Message

from council_tui.domain.plain import visible

PASTED = 100_000
"""So many characters of one paste are taken in: more than any text may have, so that the rest is refused
and never kept in part."""

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"


def install_input_gate() -> None:
    """From now on no byte that is typed or pasted can stop the program or press a key it is not."""
    try:
        from textual.drivers import linux_driver
    except ImportError:
        return
    drivers: Any = linux_driver
    if drivers.XTermParser is not PasteGate:
        from council_tui.tui import driver

        drivers.getincrementaldecoder = driver.forgiving
        drivers.XTermParser = PasteGate
        drivers.WriterThread = driver.Brush
        drivers.LinuxDriver = driver.paced(drivers.LinuxDriver)


class PasteFilter:
    """What a terminal sends, with nothing in a paste but text: no escapes, no controls, no end of patience.

    Textual gives up on an escape sequence it does not know after 32 characters and presses them as keys.
    """

    def __init__(self) -> None:
        self._pasting = False
        self._held = ""
        """The last characters, which may be part of a mark that arrives in two pieces."""
        self._room = 0

    def passed(self, text: str) -> str:
        """What of `text` may go on."""
        return "".join(self._parts(text))

    def _parts(self, text: str) -> Iterator[str]:
        while text:
            part, text = self._pasted(text) if self._pasting else self._typed(text)
            yield part

    def _typed(self, text: str) -> tuple[str, str]:
        """What goes on at once, up to the beginning of a paste; and what follows."""
        seen = len(self._held)
        before, begins, after = (self._held + text).partition(PASTE_BEGINS)
        if begins:
            self._pasting, self._held, self._room = True, "", PASTED
            return (before + begins)[seen:], after
        self._held = before[-len(PASTE_BEGINS) + 1 :]
        return text, ""

    def _pasted(self, text: str) -> tuple[str, str]:
        """The text of a paste, as far as there is room; and what follows its end."""
        inside, ends, after = (self._held + text).partition(PASTE_ENDS)
        self._pasting, self._held = not ends, ""
        if not ends:
            kept = _begun(inside)
            inside, self._held = inside[: len(inside) - kept], inside[len(inside) - kept :]
        clean = inside[: self._room] if inside.isprintable() else _text_only(inside, self._room)
        self._room -= len(clean)
        return clean + ends, after


class PasteGate(XTermParser):
    """Textual's parser of what a terminal sends, behind a `PasteFilter`."""

    def __init__(self, debug: bool = False):
        super().__init__(debug)
        self._filter = PasteFilter()

    def feed(self, data: str) -> Iterable[Message]:
        """The messages that what arrived amounts to; an empty text means that the terminal is gone."""
        passed = self._filter.passed(data)
        if passed or not data:
            yield from super().feed(passed)


def _begun(text: str) -> int:
    """How many characters at the end of `text` may be the beginning of a paste's end."""
    return next((n for n in range(len(PASTE_ENDS) - 1, 0, -1) if text.endswith(PASTE_ENDS[:n])), 0)


def _text_only(text: str, room: int) -> str:
    """At most `room` characters, without controls other than breaks and tabs."""
    kept = (char for char in text if char >= " " and not "\x7f" <= char <= "\x9f" or char in "\n\r\t")
    return "".join(kept)[:room]


class OutputGate(LineFilter):
    """The last look at every line before it is painted: no control and no link of anybody's goes out.

    What is replaced took no room when the line was laid out; the line's blanks at its end make up for it.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The line as it may be painted; mostly itself."""
        if all(text.isprintable() and not (style and style.link) for text, style, _ in segments):
            return segments
        passed = [_harmless(segment) for segment in segments]
        return _narrowed(passed, _width(passed) - _width(segments))


def _harmless(segment: Segment) -> Segment:
    text, style, _control = segment
    if style and style.link:
        style = style.update_link(None)
    return Segment(visible(text).replace("\n", "\u240a"), style)


def _width(segments: Iterable[Segment]) -> int:
    return sum(cell_len(text) for text, _style, _control in segments)


def _narrowed(segments: list[Segment], excess: int) -> list[Segment]:
    """A line that lost `excess` cells from its end: blanks, before anything else."""
    narrowed = list(segments)
    for cut in (_blanks, cell_len):
        for at in range(len(narrowed) - 1, -1, -1):
            text, style, _control = narrowed[at]
            off = min(excess, cut(text))
            if off > 0:
                narrowed[at] = Segment(set_cell_size(text, cell_len(text) - off), style)
                excess -= off
    return narrowed


def _blanks(text: str) -> int:
    return len(text) - len(text.rstrip(" "))
