"""A widget that paints rows of spans: only rows that changed are painted again."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.containers import Container
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from council_tui.domain.lazily import dataclass
from council_tui.tui.ink import BLANK, Line, action_at, placed, styles


class Rows(Widget):
    """Rows of text at fixed columns; a click runs the action of the span or row under it."""

    DEFAULT_CSS: ClassVar[str] = "Rows { height: 1fr; width: 1fr; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None):
        super().__init__(id=id, classes=classes)
        self.lines: tuple[Line, ...] = ()
        self._strips: dict[tuple[Line, int], Strip] = {}
        self._seen: dict[int, tuple[Line, Strip]] = {}
        """What stands in each row at this width, so that it is looked up by no more than its place."""
        self._theme = _Theme({}, (), Color(0, 0, 0))
        self._themed: object = None
        """By what the theme is told from another."""

    def show(self, lines: Sequence[Line]) -> None:
        """Paint these rows from the top; equal ones stay as they are."""
        old, new, changed = self.lines, list(lines), []
        for y in range(max(len(old), len(new))):
            before, after = (each[y] if y < len(each) else BLANK for each in (old, new))
            if before is after:
                continue
            if before != after:
                changed.append(Region(0, y, self.size.width, 1))
            elif y < len(new):
                new[y] = before
        self.lines = tuple(new)
        if changed:
            self.refresh(*changed)

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is seen of the rows. They have neither border nor padding to ask the style sheet for, line
        by line, which takes Textual longer than all else that a key does.
        """
        self._follow_theme()
        width = self.size.width
        found = [self._strip(y, width) for y in crop.line_range]
        return found if crop.width == width else [each.crop(crop.x, crop.right) for each in found]

    def render_line(self, y: int) -> Strip:
        """One row, for Textual's questions about a place of it."""
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def _strip(self, y: int, width: int) -> Strip:
        row = self.lines[y] if y < len(self.lines) else BLANK
        seen = self._seen.get(y)
        if seen is None or seen[0] is not row or seen[1].cell_length != width:
            if (row, width) not in self._strips:
                if len(self._strips) > 512:
                    self._strips.clear()
                self._strips[row, width] = self._theme.strip(row, width)
            seen = self._seen[y] = row, self._strips[row, width]
        return seen[1]

    def _follow_theme(self) -> None:
        """Strips of another theme, or on another background, are forgotten."""
        back, filters = self.background_colors[1], tuple(self.get_line_filters())
        key = self.app.theme, self.app.native_ansi_color, back, filters
        if key != self._themed:
            plain = back.rich_color.get_truecolor()
            self._theme = _Theme(styles(self.app.get_css_variables(), plain.hex), filters, back)
            self._themed = key
            self._strips.clear()
            self._seen.clear()

    def on_click(self, event: events.Click) -> None:
        """Run what the place clicked on stands for."""
        if 0 <= event.y < len(self.lines):
            action = action_at(self.lines[event.y], event.x)
            if action:
                event.stop()
                self.call_next(self.screen.run_action, action)


@dataclass(frozen=True, slots=True)
class _Theme:
    """How rows look at this moment."""

    inks: dict[str, Style]
    filters: tuple[LineFilter, ...]
    back: Color

    def strip(self, row: Line, width: int) -> Strip:
        """A row as the terminal gets it."""
        fill = self.inks[row.fill]
        segments, at = [], 0
        for column, words, ink in placed(row, width):
            if column > at:
                segments.append(Segment(" " * (column - at), fill))
            segment = Segment(words, self.inks[ink] if ink else fill)
            segments.append(segment)
            at = column + segment.cell_length
        if at < width:
            segments.append(Segment(" " * (width - at), fill))
        strip = Strip(segments, width)
        for each in self.filters:
            strip = strip.apply_filter(each, self.back)
        return strip


class Ground(Container):
    """What rows and fields stand on, blank where they leave room."""

    BLANK = True
