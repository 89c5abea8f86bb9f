"""The welcome: three questions make a council out of an empty file."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Size
from textual.widgets import Input

from council_tui.domain.errors import Refusal
from council_tui.domain.rules import Rules, floor_text, rules_text
from council_tui.export.wrap import wrap
from council_tui.intake.rules import USUAL, floor_presets, presets
from council_tui.store import clock
from council_tui.tui.dialogs import Dialog
from council_tui.tui.ime import ImeInput
from council_tui.tui.ink import BLANK, Line, Span, line, right, text
from council_tui.tui.widgets.pick import Pick
from council_tui.usecases.council import NAME, found_council, view_council
from council_tui.wording import catalog, gates
from council_tui.wording.catalog import N_, _, pgettext
from council_tui.wording.home import own_names
from council_tui.wording.rules import mark, rules_name
from council_tui.wording.say import say

FIELD = 26
"""The column of the answers."""
WIDEST = 100


def offered(today: str) -> tuple[Rules, ...]:
    """The rules a council may start with: those in force on a day."""
    return tuple(rules for rules in presets() if rules.in_force(today) and rules.id in USUAL)


def named(found: Sequence[Rules]) -> list[tuple[str, str]]:
    """Rules as choices, in the language in use."""
    return [(rules.id, rules_name(rules)) for rules in found]


class WelcomeScreen(Dialog[bool]):
    """Name, language, rules to start with; Enter goes on, and from the last question founds the council."""

    CSS_PATH = Path(__file__).parent / "welcome.tcss"
    BINDINGS: ClassVar = [
        Binding("enter", "next_question", N_("next question"), id="welcome.next", priority=True),
        Binding("escape", "cancel", N_("quit"), id="welcome.leave"),
        Binding("tab", "app.focus_next", N_("next question"), id="welcome.tab", show=False),
        Binding("shift+tab", "app.focus_previous", N_("question before"), id="welcome.back", show=False),
        Binding("down", "turn(1)", N_("next choice"), id="welcome.down", show=False, priority=True),
        Binding("up", "turn(-1)", N_("choice before"), id="welcome.up", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rules = offered(clock.now().date().isoformat())
        self._council = ImeInput("", max_length=NAME)
        self._spoken = Pick(own_names(), catalog.current())
        self._start = Pick(named(self._rules))

    def compose_fields(self) -> ComposeResult:
        """The three answers."""
        yield from (self._council, self._spoken, self._start)

    def on_mount(self) -> None:
        """Begin with the name."""
        super().on_mount()
        self.set_focus(self._council)

    def paint(self) -> None:
        """The whole window is the panel."""
        super().paint()
        if self.query("#panel"):
            panel = self.query_one("#panel").styles
            panel.width, panel.height = self.size.width, self.size.height - 3

    def page(self, width: int) -> Sequence[Line]:
        """The three questions, each with its answer, and how the rules decide."""
        self._place(self.size)
        head = line(
            Span(1, "council-tui", "bold"),
            right(clock.now().strftime("%H:%M"), self.size.width - 1, "bold"),
        )
        told = _("All of it lies in this one file on this computer; nothing goes over a network.")
        return [
            head,
            *[BLANK] * 2,
            text(_("Welcome. Three questions, then you can meet."), "bold"),
            BLANK,
            self._question("1", _("Name of the council"), self._council),
            BLANK,
            self._question("2", pgettext("council", "Language"), self._spoken),
            BLANK,
            self._question("3", _("Rules to begin with"), self._start),
            *self._explained(),
            BLANK,
            *(text(words, "dim") for words in wrap(told, min(self.size.width, WIDEST) - 2)),
        ]

    def _place(self, size: Size) -> None:
        room = min(size.width, WIDEST) - FIELD - 4
        for row, field in ((5, self._council), (7, self._spoken), (9, self._start)):
            field.styles.offset, field.styles.width, field.styles.height = (FIELD + 1, row), room, 1

    def _question(self, number: str, label: str, field: ImeInput | Pick) -> Line:
        spans = [Span(1, number, "bold"), Span(4, label, "bold" if field.has_focus else "dim")]
        if isinstance(field, ImeInput):
            end = min(self.size.width, WIDEST) - 3
            spans += [Span(FIELD, "["), Span(end, "]")]
        return Line(tuple(spans))

    def _explained(self) -> list[Line]:
        """How the rules picked decide, and that they are only for the time being."""
        rules = self._picked
        more = _("{at} of {count}; the arrow keys show the others").format(
            at=self._rules.index(rules) + 1, count=len(self._rules)
        )
        how = wrap(gates.rules_words(rules), min(self.size.width, WIDEST) - FIELD - 4)
        told = (_("provisional rules (not yet adopted by the council)"), mark(rules), more)
        return [
            *(text(words, "", FIELD + 1) for words in how),
            *(text(words, "dim", FIELD + 1) for words in told if words),
        ]

    @property
    def _picked(self) -> Rules:
        return next(rules for rules in self._rules if rules.id == self._start.value)

    def on_pick_changed(self, event: Pick.Changed) -> None:
        """Speak the language picked at once; say how the rules picked decide."""
        event.stop()
        catalog.use(self._spoken.value)
        self._start.offer(named(self._rules))
        self.paint()

    def on_input_changed(self, event: Input.Changed) -> None:
        """What was refused is being put right."""
        event.stop()
        self.told = ""

    def action_turn(self, by: int) -> None:
        """Another choice; from the name to the next question."""
        if isinstance(self.focused, Pick):
            self.focused.action_turn(by)
        elif by > 0:
            self.focus_next()

    def action_next_question(self) -> None:
        """The next question; after the last one the council is founded."""
        if self.focused is self._start:
            self.run_worker(self._found(), group="act")
        else:
            self.focus_next()

    async def _found(self) -> None:
        rules, floor = rules_text(self._picked), floor_text(floor_presets()[0])
        values = self._council.value, self._spoken.value, rules, floor
        try:
            await self.app.clerk.send(found_council, *values, look=view_council)
        except Refusal as refusal:
            self.told = say(refusal)
            self.set_focus(self._council)
            self.paint()
        else:
            self.dismiss(True)

    def action_cancel(self) -> None:
        """Quit; the file stays empty."""
        self.app.exit()
