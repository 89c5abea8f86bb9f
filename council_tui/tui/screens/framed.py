"""How every screen looks: header and tabs, a page of rows, and the three rows at the bottom."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
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
from council_tui.tui.widgets.rows import Rows
from council_tui.wording.catalog import _
from council_tui.wording.entries import last_words

if TYPE_CHECKING:
    from council_tui.tui.ime import ImeInput

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

    view: reactive[Any] = reactive(None, init=False, layout=False, repaint=False)
    """The one frozen picture that is painted, a V; None before the first look."""
    told = ""
    """What was refused, until the next thing is recorded."""

    def compose(self) -> ComposeResult:
        """Header and tabs, the body, and the rows at the bottom."""
        yield Rows(id="top")
        with Container(id="body"):
            yield Rows(id="page")
            yield from self.compose_fields()
        yield Rows(id="foot")

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

    def on_ime_input_refused(self, event: "ImeInput.Refused") -> None:
        """What was pasted is too long: say so, and take none of it."""
        event.stop()
        self.told = event.words
        self.paint_foot()

    def watch_focused(self) -> None:
        """Other keys work now: say which; a screen that is not seen is painted when it comes back."""
        if self.is_current:
            self.paint_foot()

    def paint(self) -> None:
        """Everything, from the view as it is."""
        if not self.query("#foot") or not self.size:
            return
        self.query_one("#top", Rows).show(self.top())
        body = self.query_one("#body").size
        rows: Sequence[Line] = []
        if self.size.width < SMALLEST[0] or self.size.height < SMALLEST[1]:
            rows = [BLANK, text(_("Please make the window larger: at least 60 x 20."), "bold")]
        elif self.view is not None and body.height:
            rows = self.page(self.view, body.width, body.height)
        self.query_one("#page", Rows).show(rows[: body.height])
        self.paint_foot()

    def top(self) -> list[Line]:
        """Header and tabs."""
        hall = self.hall(self.view) if self.view is not None else None
        strip = [
            frame.TabHint(tab.key, _(tab.title), f"app.go('{tab.id}')", tab.id == self.app.current_mode)
            for tab in tabs()
        ]
        width = self.size.width
        return [frame.header(hall, width, clock.now(), self.app.clerk.read_only), frame.tabs(strip, width)]

    def paint_foot(self) -> None:
        """Warning, message and keys."""
        if not self.query("#foot"):
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
        self.query_one("#foot", Rows).show(rows)

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
