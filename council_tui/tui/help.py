"""What every key does on the screen it was called from."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.binding import Binding
from textual.screen import Screen

from council_tui.tui import hints, keys
from council_tui.tui.dialogs import Dialog
from council_tui.tui.ink import BLANK, Line, Span, line, text
from council_tui.wording.catalog import N_, _


def explained(screen: Screen[Any]) -> list[tuple[str, str]]:
    """Each key that works now, and what it does: the longer text of its binding, where it has one."""
    found: dict[str, tuple[str, str]] = {}
    for each in sorted(screen.active_bindings.values(), key=lambda each: hints.rank(each.binding)):
        binding = each.binding
        if hints.ours(binding) and each.enabled:
            words = _(binding.tooltip) if binding.tooltip else hints.described(binding)
            found.setdefault(f"{id(each.node)} {binding.action}", (keys.shown_key(binding), words))
    return list(found.values())


class Help(Dialog[None]):
    """A page of keys; the arrows turn it where it is longer than the window."""

    BINDINGS: ClassVar = [
        Binding("up,k,pageup", "scroll(-1)", N_("up"), id="help.up", show=False),
        Binding("down,j,pagedown,space", "scroll(1)", N_("more"), id="help.down"),
        Binding("enter,escape", "cancel", N_("back"), id="help.back"),
    ]

    def __init__(self, title: str, found: Sequence[tuple[str, str]]):
        super().__init__()
        self._title, self._found, self._first = title, tuple(found), 0

    def page(self, width: int) -> Sequence[Line]:
        """A window of the keys."""
        room = self._room()
        rows = [
            line(Span(3, key, "bold"), Span(14, words))
            for key, words in self._found[self._first : self._first + room]
        ]
        return [BLANK, text(self._title, "bold", 3), BLANK, *rows, BLANK]

    def _room(self) -> int:
        return max(self.size.height - 10, 3)

    def action_scroll(self, by: int) -> None:
        """Turn the page."""
        last = max(0, len(self._found) - self._room())
        self._first = max(0, min(self._first + by * self._room(), last))
        self.paint()
