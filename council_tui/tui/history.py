"""The list of what was done: pick how far to undo."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding

from council_tui.domain.ids import Seq
from council_tui.domain.record import Entry, History
from council_tui.tui.dialogs import Dialog, titled
from council_tui.tui.ink import BLANK, Line, Span, fit, text
from council_tui.wording.catalog import N_, _, ngettext
from council_tui.wording.entries import entry_line

EDGE = 6
"""Columns of a row beside its words: the mark before them, and air behind."""


class Undo(Dialog[Seq]):
    """The newest entries; the marked one and all above it fall. The answer is the last to fall."""

    BINDINGS: ClassVar = [
        Binding("enter", "take", N_("undo to here"), id="undo.take"),
        Binding("up,k", "move(-1)", N_("up"), id="undo.up", show=False),
        Binding("down,j", "move(1)", N_("down"), id="undo.down", show=False),
    ]

    def __init__(self, history: History):
        super().__init__()
        self._history = history
        self._entries = [each for each in history.entries if each.stands]
        self._cursor = 0

    @property
    def _undoable(self) -> int:
        """How many of the newest may fall."""
        return next((n for n, each in enumerate(self._entries) if not each.undoable), len(self._entries))

    def page(self, width: int) -> Sequence[Line]:
        """The entries down to the first that stays."""
        title = _("Undo to which step? It and all above it fall; U brings them back.")
        if not self._undoable:
            nothing = _("Nothing can be undone here: what was announced or signed is corrected (c).")
            return titled(nothing, width)
        room = max(self.size.height - 12, 3)
        first = max(0, min(self._cursor - room // 2, self._undoable + 1 - room))
        shown = list(enumerate(self._entries))[first : min(first + room, self._undoable + 1)]
        count = self._cursor + 1
        told = ngettext("{count} step will be undone.", "{count} steps will be undone.", count).format(
            count=count
        )
        rows = [row for n, each in shown for row in self._rows(n, each, width - EDGE)]
        return [*titled(title, width), *rows, BLANK, text(told, "", 3), BLANK]

    def _rows(self, number: int, entry: Entry, room: int) -> Sequence[Line]:
        """An entry, cut off where it is long; below the one that stays stands why."""
        words = fit(entry_line(entry, self._history.names), room)
        if number >= self._undoable:
            return text(words, "dim", 3), text(_("only a correction goes further"), "dim", 3)
        falls = number <= self._cursor
        mark = ">" if number == self._cursor else " "
        ink = "cursor" if falls else ""
        return (Line((Span(1, mark), Span(3, words)), ink, f"screen.point({number})"),)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing can be undone there is nothing to take."""
        return action != "take" or self._undoable > 0

    def action_move(self, by: int) -> None:
        """Further back, or nearer."""
        self._cursor = max(0, min(self._cursor + by, self._undoable - 1))
        self.paint()

    def action_point(self, number: int) -> None:
        """A click on an entry."""
        self._cursor = number
        self.paint()

    def action_take(self) -> None:
        """Undo to here."""
        if self._undoable:
            self.dismiss(self._entries[self._cursor].seq)
