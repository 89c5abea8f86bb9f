"""What if some left the room now, or came into it? Two figures typed, and how the open vote would stand."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding

from council_tui.domain.counts import Count
from council_tui.domain.roomwise import outlook_if
from council_tui.domain.rules import Rules
from council_tui.tui.count.figures import FIGURE_KEYS, blank
from council_tui.tui.dialogs import Dialog, titled
from council_tui.tui.ink import BLANK, Line, Span, line
from council_tui.tui.widgets.prose import prose
from council_tui.wording.catalog import N_, _, pgettext
from council_tui.wording.counts import outlook_sentence

NAMES = ("leave", "come")
COLUMN, STEP = 3, 14


class InRoom(Dialog[None]):
    """How the open vote stands, and how it would."""

    BINDINGS: ClassVar = [
        Binding("enter", "desk('figures', 'next')", N_("next field"), id="inroom.next"),
        *FIGURE_KEYS,
        Binding("escape", "cancel", N_("back"), id="inroom.back"),
    ]

    def __init__(self, rules: Rules, count: Count, unanswered: int):
        super().__init__()
        self._rules, self._count, self._unanswered = rules, count, unanswered
        self._typed = blank(NAMES)

    def page(self, width: int) -> Sequence[Line]:
        """As it is, the two fields, and as it would be."""
        heads = pgettext("figure", "leave"), pgettext("figure", "come")
        columns = COLUMN, COLUMN + STEP
        fields = [
            span
            for column, name in zip(columns, NAMES, strict=True)
            for span in self._typed.field(name, column)
        ]
        return [
            *titled(_("What if some leave or come now?"), width),
            *prose(_("As it is: {words}").format(words=self._said(0, 0)), width - 6, COLUMN),
            BLANK,
            line(*(Span(column, words, "dim") for column, words in zip(columns, heads, strict=True))),
            line(*fields),
            BLANK,
            *prose(self._told(), width - 6, COLUMN, "bold"),
            BLANK,
        ]

    def _told(self) -> str:
        if not self._typed.begun:
            return _("Type how many.")
        return self._said(self._typed.figure("leave"), self._typed.figure("come"))

    def _said(self, leave: int, come: int) -> str:
        found = outlook_if(self._rules, self._count, self._unanswered, leave, come)
        if found is None:
            text = _("So many cannot be: {unanswered} have not answered, {roll} are on the roll.")
            return text.format(unanswered=max(self._unanswered, 0), roll=self._count.roll)
        return outlook_sentence(found)

    def message(self) -> str:
        """That it is only tried."""
        return _("Only tried: nothing of this is recorded.")

    def action_desk(self, family: str, deed: str) -> None:
        """A key of the figures, or a click on a field."""
        self._typed = self._typed.did(deed)
        self.paint()
