"""Lines to be read through before something is done, turned by pages; or only read."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding

from council_tui.export.wrap import wrap
from council_tui.tui.dialogs import Dialog, titled
from council_tui.tui.ink import BLANK, Line, text
from council_tui.wording.catalog import N_, _


class Review(Dialog[bool]):
    """A title and what would be done, line by line; True when it is to be done."""

    BINDINGS: ClassVar = [
        Binding("enter", "agree", N_("take over"), id="review.agree"),
        Binding("down,j,pagedown,space", "turn(1)", N_("more"), id="review.more"),
        Binding("up,k,pageup", "turn(-1)", N_("back a page"), id="review.less", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[str], *, doable: bool):
        super().__init__()
        self._title, self._lines, self._doable = title, tuple(lines), doable
        self._first = 0
        self._long = False
        """Whether there is more than fits."""

    def page(self, width: int) -> Sequence[Line]:
        """A window of the lines, each wrapped."""
        top = titled(self._title, width)
        rows = [part for each in self._lines for part in wrap(each, width - 6)]
        room = self._room(len(top))
        self._first = max(0, min(self._first, len(rows) - room))
        shown = [text(words, "", 3) for words in rows[self._first : self._first + room]]
        self._long = len(rows) > room
        if not self._long:
            return [*top, *shown, BLANK]
        last = min(self._first + room, len(rows))
        told = _("Lines {first} to {last} of {count}").format(
            first=self._first + 1, last=last, count=len(rows)
        )
        return [*top, *shown, text(told, "dim", 3)]

    def _room(self, top: int) -> int:
        return max(self.size.height - 6 - top, 3)

    def message(self) -> str:
        """Whether anything can be done."""
        return _("Not recorded yet.") if self._doable else _("Nothing of it was taken.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What has problems is only read; a page that is the only one is not turned."""
        return {"agree": self._doable, "turn": self._long}.get(action, True)

    def action_turn(self, by: int) -> None:
        """The next page, or the one before."""
        width = min(self.size.width, 62)
        self._first = max(0, self._first + by * self._room(len(titled(self._title, width))))
        self.paint()

    def action_agree(self) -> None:
        """It is to be done."""
        self.dismiss(True)
