"""How every screen looks: header and tabs, a page of rows, and the three rows at the bottom."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Resize
from textual.reactive import reactive
from textual.screen import Screen

from council_tui.domain.hall import Hall
from council_tui.domain.lazily import dataclass
from council_tui.store import clock
from council_tui.tui import hints
from council_tui.tui.clerk import ClerkApp
from council_tui.tui.ink import BLANK, Line, text
from council_tui.tui.screens import tabs
from council_tui.tui.widgets import frame
from council_tui.tui.widgets.rows import Ground, Rows
from council_tui.wording import catalog
from council_tui.wording.catalog import _
from council_tui.wording.entries import last_words

V = TypeVar("V")

SMALLEST = (60, 20)
"""Columns and rows below which only a sentence is shown."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What `0` does on a screen: its name in the footer, and the action."""

    words: str
    action: str


class Framed(Screen[None], Generic[V]):
    """A screen painted from one view. A subclass says what its page, its warnings and its next step are."""

    app = getters.app(ClerkApp)

    AUTO_FOCUS: ClassVar[str | None] = ""
    BLANK = True

    view: reactive[Any] = reactive(None, init=False, layout=False, repaint=False)
    """The one frozen picture that is painted, a V; None before the first look."""
    told = ""
    """What was refused, until the next thing is recorded."""

    def __init__(self) -> None:
        super().__init__()
        self.header, self._page, self._foot = Rows(id="top"), Rows(id="page"), Rows(id="foot")
        self.body = Ground(id="body")
        self._topped: tuple[object, list[Line]] = (None, [])

    def compose(self) -> ComposeResult:
        """Header and tabs, the body, and the rows at the bottom."""
        yield self.header
        with self.body:
            yield self._page
            yield from self.compose_fields()
        yield self._foot

    def compose_fields(self) -> ComposeResult:
        """Fields to type into, placed over the page."""
        yield from ()

    def hall(self, view: V) -> Hall:
        """The frame's part of the view."""
        raise NotImplementedError

    def page(self, view: V, width: int, height: int) -> Sequence[Line]:
        """The rows of the body."""
        raise NotImplementedError

    def next_step(self, view: V) -> NextStep | None:
        """What `0` does now."""
        return None

    def warnings(self, view: V) -> Sequence[str]:
        """What holds until its cause is gone, the weightiest first."""
        return ()

    def message(self, view: V) -> str:
        """The last thing recorded; with something half typed, that it is not recorded yet."""
        return last_words(self.hall(view).last)

    @on(Resize)
    def watch_view(self) -> None:
        """Paint the view, and anew for another size of the window."""
        self.paint()

    def watch_focused(self) -> None:
        """Other keys work now: say which; a screen that is not seen is painted when it comes back."""
        if self.is_current:
            self.paint_foot()

    def paint(self) -> None:
        """Everything, from the view as it is."""
        if not self._foot.is_mounted or not self.size:
            return
        self.header.show(self.top())
        body = self.body.size
        rows: Sequence[Line] = []
        if self.size.width < SMALLEST[0] or self.size.height < SMALLEST[1]:
            rows = [BLANK, text(_("Please make the window larger: at least 60 x 20."), "bold")]
        elif self.view is not None and body.height:
            rows = self.page(self.view, body.width, body.height)
        self._page.show(rows[: body.height])
        self.paint_foot()

    def top(self) -> list[Line]:
        """Header and tabs; they change with the minute and the meeting, and not at every key."""
        hall = self.hall(self.view) if self.view is not None else None
        now, width = clock.now(), self.size.width
        mode, read_only = self.app.current_mode, self.app.clerk.read_only
        held = None if hall is None else (hall.council, hall.meeting)
        state = held, width, mode, read_only, f"{now:%H:%M}", catalog.current()
        if state != self._topped[0]:
            self._topped = state, _top(hall, now, width, read_only, mode=mode)
        return self._topped[1]

    def paint_foot(self) -> None:
        """Warning, message and keys."""
        if not self._foot.is_mounted:
            return
        clerk = self.app.clerk
        found = [*clerk.alarms, *([clerk.waiting] if clerk.waiting else [])]
        found += self.warnings(self.view) if self.view is not None else ()
        if found[1:]:
            more = _("{warning}   (w: {count} more)")
            found[0] = more.format(warning=found[0], count=len(found) - 1)
        said = self.message(self.view) if self.view is not None else ""
        rows = [
            frame.warning(found[0] if found else ""),
            frame.refusal(self.told) if self.told else text(said),
            frame.footer(self.hints(), self.size.width),
        ]
        self._foot.show(rows)

    def hints(self) -> list[frame.Hint]:
        """The next step, then the other keys that work now."""
        step = self.next_step(self.view) if self.view is not None and self.focused is None else None
        found = hints.active(self, self.hint_words)
        if step is None:
            return found
        others = [each for each in found if each.action not in {step.action, f"screen.{step.action}"}]
        return [frame.Hint("0", step.words, "screen.next_step", next=True), *others]

    def hint_words(self, binding: Binding) -> str:
        """What a key does, as the footer says it; a screen may name the person or item it would touch."""
        return hints.described(binding)


def _top(hall: Hall | None, now: datetime, width: int, read_only: bool, *, mode: str) -> list[Line]:
    strip = [frame.TabHint(tab.key, _(tab.title), f"app.go('{tab.id}')", tab.id == mode) for tab in tabs()]
    return [frame.header(hall, width, now, read_only), frame.tabs(strip, width)]
