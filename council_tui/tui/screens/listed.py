"""A screen with one list: a cursor, and a field that filters it. What the rows are is the screen's."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual import work
from textual.binding import Binding

from council_tui.tui.later import Later
from council_tui.tui.screens.base import BaseScreen
from council_tui.wording.catalog import N_

if TYPE_CHECKING:
    from textual.widgets import Input

    from council_tui.tui.widgets import filters
else:
    filters = Later("tui.widgets.filters")

V = TypeVar("V")


class ListedScreen(BaseScreen[V], Generic[V]):
    """A subclass says what the rows stand for (`entries`), opens one, and places the field on its page."""

    BINDINGS: ClassVar = [
        Binding("up,k", "move(-1)", N_("up"), id="list.up", show=False),
        Binding("down,j", "move(1)", N_("down"), id="list.down", show=False),
        Binding("pageup", "move(-10)", N_("ten up"), id="list.pageup", show=False),
        Binding("pagedown", "move(10)", N_("ten down"), id="list.pagedown", show=False),
    ]

    cursor = 0
    """The row where the keys go."""

    _filter: "filters.Filter | None" = None
    """Where the filter is typed, once it was asked for."""

    def entries(self, view: V) -> Sequence[Any]:
        """What the rows stand for, as far as the filter lets them through."""
        raise NotImplementedError

    async def open_row(self) -> None:
        """Open what the cursor is on."""
        raise NotImplementedError

    @property
    def typed(self) -> str:
        """The filter."""
        return "" if self._filter is None else self._filter.value

    @property
    def finding(self) -> bool:
        """Whether the list is filtered, or about to be."""
        return self._filter is not None and self._filter.display

    @property
    def chosen(self) -> Any:
        """What the cursor is on; None in an empty list."""
        rows = self.entries(self.view) if self.view is not None else ()
        return rows[min(self.cursor, len(rows) - 1)] if rows else None

    def place_filter(self, column: int, row: int, width: int) -> None:
        """Put the field where the page has its frame; while it is unseen that would only cost a layout."""
        if self._filter is not None and self._filter.display:
            styles = self._filter.styles
            styles.offset, styles.width = (column, row), width

    @work(group="ask")
    async def action_open(self) -> None:
        """Open what the cursor is on."""
        await self.open_row()

    def action_move(self, by: int) -> None:
        """The cursor goes up or down."""
        last = len(self.entries(self.view)) - 1 if self.view is not None else 0
        self.cursor = max(0, min(min(self.cursor, last) + by, last))
        self.paint()

    def action_point(self, number: int) -> None:
        """A click on a row: the cursor goes there; a click on the row with the cursor opens it."""
        if number == self.cursor:
            self.action_open()
        self.cursor = number
        self.paint()

    async def action_find(self) -> None:
        """Type into the filter."""
        if self._filter is None:
            self._filter = filters.made()
            await self.body.mount(self._filter)
        self._filter.display = True
        self.set_focus(self._filter)  # at once: what is typed ahead belongs to the filter
        self.paint()

    def action_clear(self) -> None:
        """All rows again."""
        if self._filter is not None:
            self._filter.value = ""
            self._filter.display = False
        self.set_focus(None)
        self.paint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to clear while the list is filtered; in the filter a slash is a slash."""
        if action == "clear":
            return self.finding
        if action == "find":
            return self._filter is None or not self._filter.has_focus
        return True

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Other rows fit."""
        event.stop()
        self.cursor = 0
        self.paint()


def first_shown(count: int, cursor: int, room: int) -> int:
    """The first row of a window of `room` rows around the cursor."""
    return max(0, min(cursor - room // 2, count - room))
