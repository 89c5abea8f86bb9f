"""What a voter sees when the laptop is passed round: one question, one key, Enter.

It covers everything else and takes no other key. Whatever is chosen, the same rows stand in the same places
for the same time; the choice is seen until Enter, and no longer than `SEEN`.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen
from textual.timer import Timer

from council_tui.domain.votes import Choice
from council_tui.export.wrap import wrap
from council_tui.tui import hints
from council_tui.tui.clerk import ClerkApp
from council_tui.tui.ink import BLANK, Line, Span, text
from council_tui.tui.widgets import frame
from council_tui.tui.widgets.rows import Rows
from council_tui.wording.catalog import N_, _
from council_tui.wording.entries import choice_words

SEEN = 1.5
"""Seconds for which a choice is seen before Enter; two are the most (`shared/reliability.md`, 3.2)."""
COLUMN = 6
CHOICES = (Choice.YES, Choice.NO, Choice.ABSTAIN)


class Kiosk(ModalScreen[None]):
    """Takes one voter's answer and hands it to `drop`; dismissed when the laptop comes back."""

    app = getters.app(ClerkApp)
    ALONE: ClassVar = True
    """No list of commands opens over it."""

    BINDINGS: ClassVar = [
        Binding("1,fullwidth_digit_one", "pick(0)", N_("answer yes"), id="kiosk.yes"),
        Binding("2,fullwidth_digit_two", "pick(1)", N_("answer no"), id="kiosk.no"),
        Binding("3,fullwidth_digit_three", "pick(2)", N_("answer abstain"), id="kiosk.abstain"),
        Binding("enter", "confirm", N_("confirm"), id="kiosk.confirm"),
        Binding("backspace,delete", "spoil", N_("take it back"), id="kiosk.spoil"),
        Binding("escape", "back", N_("hand back"), id="kiosk.back"),
        Binding("f6", "app.language", N_("Chinese / English"), id="kiosk.language", show=False),
        Binding("f7", "app.next_theme", N_("dark / light / high contrast"), id="kiosk.theme", show=False),
    ]

    def __init__(self, question: Callable[[], str], asked: bool, drop: Callable[[Choice], None]):
        """`question` in the language in use; `asked`: whether abstentions are asked for."""
        super().__init__()
        self._question, self._drop = question, drop
        self._choices = CHOICES if asked else CHOICES[:2]
        self._picked: Choice | None = None
        self._hidden: Timer | None = None
        self._told = ""
        self._done = False

    def compose(self) -> ComposeResult:
        """The page, and the rows at the bottom."""
        yield Rows(id="page")
        yield Rows(id="foot")

    def on_mount(self) -> None:
        """Lay it out."""
        self.paint()

    def on_resize(self) -> None:
        """Lay it out anew."""
        self.paint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Abstaining only where the rules ask for it."""
        return action != "pick" or int(str(parameters[0])) < len(self._choices)

    def paint(self) -> None:
        """The whole screen, from what is known."""
        if not self.query("#foot"):
            return
        self.query_one("#page", Rows).show(self._page(self.size.width))
        told = frame.refusal(self._told) if self._told else text(self._message())
        keys = frame.footer(hints.active(self, _words), self.size.width)
        self.query_one("#foot", Rows).show([BLANK, told, keys])

    def _page(self, width: int) -> Sequence[Line]:
        """The question, the answers with their keys, and the field of the choice."""
        asked = wrap(" ".join(self._question().split()), width - 2 * COLUMN)[:4]
        rows = [BLANK, text(_("Secret ballot. Only you should see this screen."), "bold", COLUMN), BLANK]
        rows += [text(row, "", COLUMN) for row in asked] + [BLANK] * (5 - len(asked))
        for number, choice in enumerate(self._choices, 1):
            rows += [Line((Span(COLUMN, f"{number}", "bold"), Span(COLUMN + 4, choice_words(choice)))), BLANK]
        label = _("Your choice")
        field = Span(COLUMN + cell_len(label) + 2, f"[ {self._seen()} ]", "cursor-bold")
        return [*rows, Line((Span(COLUMN, label, "bold"), field))]

    def _seen(self) -> str:
        """What stands in the field, as wide for every choice and for none."""
        wide = max(cell_len(choice_words(each)) for each in self._choices)
        words = choice_words(self._picked) if self._picked is not None and self._hidden is not None else ""
        return words + " " * (wide - cell_len(words))

    def _message(self) -> str:
        """What to do now: the same words whatever was chosen."""
        if self._done:
            return _("Thank you: your vote is in the count. Esc, and pass the laptop back.")
        if self._picked is None:
            return _("Press a number, then Enter. Esc hands the laptop back without a vote.")
        return _("Enter: final, nobody can change it. Backspace takes it back.")

    def action_pick(self, number: int) -> None:
        """A choice: seen at once, and hidden again soon, confirmed or not."""
        if self._done:
            return
        self._forget()
        self._picked = self._choices[number]
        self._hidden = self.set_timer(SEEN, self._hide)
        self.paint()

    def action_confirm(self) -> None:
        """The choice goes into the urn: from here on nobody can tell it from another."""
        if self._done:
            return
        if self._picked is None:
            self._told = _("Nothing is chosen yet: press a number first.")
        else:
            self._drop(self._picked)
            self._forget()
            self._done = True
        self.paint()

    def action_spoil(self) -> None:
        """The choice is taken back before Enter; after it, there is nothing to take back."""
        self._forget()
        self.paint()

    def action_back(self) -> None:
        """The laptop goes back to the recorder."""
        self._forget()
        self.dismiss(None)

    def _hide(self) -> None:
        """The choice stands, unseen."""
        self._hidden = None
        self.paint()

    def _forget(self) -> None:
        if self._hidden is not None:
            self._hidden.stop()
        self._picked, self._hidden, self._told = None, None, ""


def _words(binding: Binding) -> str:
    """What a key is called in the footer: an answer by its own name."""
    if binding.action.startswith("pick("):
        return choice_words(CHOICES[int(binding.action[5])])
    return hints.described(binding)
