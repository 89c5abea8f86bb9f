"""The questions a screen may ask: yes or no, one text, one of several. Forms are in `forms.py`."""

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar

from rich.cells import cell_len
from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.screen import ModalScreen

from council_tui.domain.lazily import dataclass
from council_tui.export.wrap import wrap
from council_tui.tui import hints, keys
from council_tui.tui.clerk import ClerkApp
from council_tui.tui.ime import ImeInput
from council_tui.tui.ink import BLANK, Line, Span, fit, line, text
from council_tui.tui.widgets import frame
from council_tui.tui.widgets.rows import Rows
from council_tui.wording.catalog import N_

R = TypeVar("R")

AROUND = 5
"""Rows of the window that a panel leaves free."""
WIDE = 62
"""Columns of a dialog; a smaller window gets one as wide as itself."""


class Dialog(ModalScreen[R], Generic[R]):
    """A panel over the screen, its message and its keys in the rows at the bottom."""

    app = getters.app(ClerkApp)

    BINDINGS: ClassVar = [
        Binding("escape", "cancel", N_("not now"), id="dialog.cancel"),
        Binding(keys.QUESTION, "app.help", N_("help"), id="dialog.help", show=False),
        Binding("f6", "app.language", N_("Chinese / English"), id="dialog.language", show=False),
        Binding("f7", "app.next_theme", N_("dark / light / high contrast"), id="dialog.theme", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.told = ""
        """What was refused; the dialog stays open and what was typed stays in it."""

    def compose(self) -> ComposeResult:
        """The panel, and the rows at the bottom."""
        with Container(id="panel"):
            yield Rows(id="page")
            yield from self.compose_fields()
        yield Rows(id="foot")

    def compose_fields(self) -> ComposeResult:
        """Fields over the panel's rows."""
        yield from ()

    def page(self, width: int) -> Sequence[Line]:
        """The rows of the panel."""
        raise NotImplementedError

    def message(self) -> str:
        """What stands in the message row while nothing was refused."""
        return ""

    def hint_words(self, binding: Binding) -> str:
        """What a key does, as the footer says it."""
        return hints.described(binding)

    def on_mount(self) -> None:
        """Lay it out."""
        self.paint()

    def on_resize(self) -> None:
        """Lay it out anew."""
        self.paint()

    def on_descendant_focus(self) -> None:
        """Other keys work now."""
        self.paint()

    def on_ime_input_refused(self, event: ImeInput.Refused) -> None:
        """What was pasted is too long: say so, and take none of it."""
        event.stop()
        self.told = event.words
        self.paint()

    def paint(self) -> None:
        """Panel and bottom rows."""
        if not (self.query("#page") and self.query("#foot")):  # not yet composed, or no longer
            return
        width = min(WIDE, self.size.width)
        rows = list(self.page(width))
        panel = self.query_one("#panel")
        panel.styles.width, panel.styles.height = width, min(len(rows), self.size.height - AROUND)
        self.query_one("#page", Rows).show(rows)
        told = frame.refusal(self.told) if self.told else text(self.message())
        bottom = [BLANK, told, frame.footer(hints.led(hints.active(self, self.hint_words)), self.size.width)]
        self.query_one("#foot", Rows).show(bottom)

    def action_cancel(self) -> None:
        """Go back without an answer."""
        self.dismiss(None)


def titled(title: str, width: int) -> list[Line]:
    """The head of a panel: its title, wrapped."""
    return [BLANK, *(text(words, "bold", 3) for words in wrap(title, width - 6)), BLANK]


def noted(words: str, width: int) -> list[Line]:
    """What is said below, wrapped; nothing for nothing."""
    return [*(text(each, "dim", 3) for each in wrap(words, width - 6)), BLANK] if words else []


class Confirm(Dialog[bool]):
    """A yes-or-no question about something that cannot be taken back; True for yes."""

    BINDINGS: ClassVar = [Binding("enter,y", "agree", N_("yes"), id="confirm.yes")]

    def __init__(self, question: str, explained: str = ""):
        super().__init__()
        self._question, self._explained = question, explained

    def page(self, width: int) -> Sequence[Line]:
        """The question, and what follows from it."""
        return [*titled(self._question, width), *noted(self._explained, width), BLANK]

    def action_agree(self) -> None:
        """Yes."""
        self.dismiss(True)


class Prompt(Dialog[str]):
    """One line of text, or None."""

    BINDINGS: ClassVar = [Binding("enter", "take", N_("done"), id="prompt.take", priority=True)]

    def __init__(
        self,
        title: str,
        *,
        initial: str = "",
        longest: int = 200,
        digits: bool = False,
        whole: bool = False,
    ):
        """`digits`, `whole`: as of the field (`ImeInput`)."""
        super().__init__()
        self._title = title
        self._field = ImeInput(initial, max_length=longest, digits=digits, whole=whole)

    def compose_fields(self) -> ComposeResult:
        """The field."""
        yield self._field

    def page(self, width: int) -> Sequence[Line]:
        """The title, and the frame of the field under it."""
        top = titled(self._title, width)
        self._field.styles.offset, self._field.styles.width = (4, len(top)), width - 8
        return [*top, line(Span(3, "["), Span(width - 4, "]")), BLANK]

    def action_take(self) -> None:
        """What was typed."""
        self.dismiss(self._field.value)


@dataclass(frozen=True, slots=True)
class Option(Generic[R]):
    """One answer of a `Choose`."""

    value: R
    words: str
    detail: str = ""


def _beside(options: Sequence[Option[Any]], width: int) -> int | None:
    """The column at which all details have room beside their options; None: they go below."""
    told = [each for each in options if each.detail]
    left = max((8 + cell_len(each.words) for each in told), default=0)
    right = width - 1 - max((cell_len(each.detail) for each in told), default=0)
    return min(max(left, width // 2), right) if left <= right else None


class Choose(Dialog[R], Generic[R]):
    """One of several, by arrows and Enter or by its number; or None."""

    BINDINGS: ClassVar = [
        Binding("enter", "take", N_("choose"), id="choose.take"),
        Binding("up,k", "move(-1)", N_("up"), id="choose.up", show=False),
        Binding("down,j", "move(1)", N_("down"), id="choose.down", show=False),
        *(Binding(str(n), f"pick({n - 1})", N_("pick"), id=f"choose.{n}", show=False) for n in range(1, 10)),
    ]

    def __init__(self, title: str, options: Sequence[Option[R]], *, at: int = 0, note: str = ""):
        super().__init__()
        self._title, self._options, self._cursor, self._note = title, options, at, note

    def page(self, width: int) -> Sequence[Line]:
        """The title, a window of the options around the cursor, and a note."""
        top = titled(self._title, width)
        column = _beside(self._options, width)
        room = max((self.size.height - len(top) - 8) // (1 if column else 2), 3)
        first = max(0, min(self._cursor - room // 2, len(self._options) - room))
        shown = list(enumerate(self._options))[first : first + room]
        rows = [row for n, each in shown for row in self._rows(n, each, width, column)]
        return [*top, *rows, BLANK, *noted(self._note, width)]

    def _rows(self, number: int, option: Option[R], width: int, column: int | None) -> list[Line]:
        """One option, its detail in a column or in a row of its own."""
        here = number == self._cursor
        digit = str(number + 1) if number < 9 else " "
        own = Span(1, ">" if here else " "), Span(3, digit), Span(6, fit(option.words, width - 7))
        detail = (Span(column or 8, option.detail, "" if here else "dim"),) if option.detail else ()
        rows = [own, detail] if detail and not column else [(*own, *detail)]
        return [Line(spans, "cursor" if here else "", f"screen.pick({number})") for spans in rows]

    def action_move(self, by: int) -> None:
        """The cursor goes up or down."""
        self._cursor = max(0, min(self._cursor + by, len(self._options) - 1))
        self.paint()

    def action_pick(self, number: int) -> None:
        """Take an option by its number."""
        if number < len(self._options):
            self.dismiss(self._options[number].value)

    def action_take(self) -> None:
        """Take the option under the cursor."""
        if self._options:
            self.dismiss(self._options[self._cursor].value)
