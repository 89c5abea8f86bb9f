"""A widget that paints rows of spans: only rows that changed are painted again."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from council_tui.tui.ink import BLANK, Line, action_at, placed, styles


class Rows(Widget):
    """Rows of text at fixed columns; a click runs the action of the span or row under it."""

    DEFAULT_CSS: ClassVar[str] = "Rows { height: 1fr; width: 1fr; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None):
        super().__init__(id=id, classes=classes)
        self.lines: tuple[Line, ...] = ()
        self._strips: dict[tuple[Line, int], Strip] = {}
        self._inked: tuple[object, dict[str, Style]] = (None, {})

    def show(self, lines: Sequence[Line]) -> None:
        """Paint these rows from the top; equal ones stay as they are."""
        old, self.lines = self.lines, tuple(lines)
        changed = [
            Region(0, y, self.size.width, 1)
            for y in range(max(len(old), len(self.lines)))
            if (old[y] if y < len(old) else BLANK) != (self.lines[y] if y < len(self.lines) else BLANK)
        ]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """One row as the terminal gets it."""
        row = self.lines[y] if y < len(self.lines) else BLANK
        inks = self._inks()
        key = row, self.size.width
        if key not in self._strips:
            if len(self._strips) > 512:
                self._strips.clear()
            self._strips[key] = _strip(row, self.size.width, inks)
        return self._strips[key]

    def _inks(self) -> dict[str, Style]:
        """The theme's inks on this widget's background; strips of another theme are forgotten."""
        back = self.background_colors[1].rich_color.get_truecolor()
        key = self.app.theme, self.app.native_ansi_color, back
        if self._inked[0] != key:
            self._inked = key, styles(self.app.get_css_variables(), back.hex)
            self._strips.clear()
        return self._inked[1]

    def on_click(self, event: events.Click) -> None:
        """Run what the place clicked on stands for."""
        if 0 <= event.y < len(self.lines):
            action = action_at(self.lines[event.y], event.x)
            if action:
                event.stop()
                self.call_next(self.screen.run_action, action)


def _strip(row: Line, width: int, inks: dict[str, Style]) -> Strip:
    fill = inks[row.fill]
    segments, at = [], 0
    for column, words, ink in placed(row, width):
        if column > at:
            segments.append(Segment(" " * (column - at), fill))
        segment = Segment(words, inks[ink] if ink else fill)
        segments.append(segment)
        at = column + segment.cell_length
    if at < width:
        segments.append(Segment(" " * (width - at), fill))
    return Strip(segments, width)
