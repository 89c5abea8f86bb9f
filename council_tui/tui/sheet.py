"""A text to be read over the screen, turned by pages."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding

from council_tui.tui.dialogs import Dialog, titled
from council_tui.tui.ink import BLANK, Line, text
from council_tui.wording.catalog import N_, _

Body = Callable[[int], Sequence[Line]]
"""The rows of a text for so many columns, in the language in use."""


class Sheet(Dialog[None]):
    """A title and a long text."""

    BINDINGS: ClassVar = [
        Binding("down,j,pagedown,space", "turn(1)", N_("more"), id="sheet.more"),
        Binding("up,k,pageup", "turn(-1)", N_("back a page"), id="sheet.less", show=False),
        Binding("enter,escape,f2", "cancel", N_("back"), id="sheet.back"),
    ]

    def __init__(self, title: str, body: Body):
        super().__init__()
        self._title, self._body, self._first, self._pages = title, body, 0, 1

    def page(self, width: int) -> Sequence[Line]:
        """A window of the text."""
        top = titled(self._title, width)
        rows, room = list(self._body(width - 6)), self._room(len(top))
        self._first = max(0, min(self._first, len(rows) - room))
        shown = rows[self._first : self._first + room]
        self._pages = -(-len(rows) // room)
        if self._pages <= 1:
            return [*top, *shown, BLANK]
        at = -(-self._first // room) + 1
        return [*top, *shown, text(_("Page {at} of {pages}").format(at=at, pages=self._pages), "dim", 3)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Pages are turned where there are several."""
        return self._pages > 1 if action == "turn" else super().check_action(action, parameters)

    def _room(self, top: int) -> int:
        return max(self.size.height - 6 - top, 3)

    def action_turn(self, by: int) -> None:
        """The next page, or the one before."""
        width = min(self.size.width, 62)
        self._first = max(0, self._first + by * self._room(len(titled(self._title, width))))
        self.paint()
