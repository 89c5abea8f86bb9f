"""A small app behind the same gates as the program's: what is typed is shown, as hostile as it is."""

import asyncio
import sys
from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.filter import LineFilter
from textual.widgets import Input, Label, Static

from council_tui.tui import gates, safety, theme
from council_tui.tui.crash import Composed, crash_page, report_of, wanted_again
from council_tui.tui.ime import ImeInput

NAME = "\x1b]52;c;QQ==\x07\x1b]8;;http://a.b\x1b\\陈果\x1b[2J\u202e[/]\x9b6n\x00"
"""What a resident may call himself."""


class Toy(Composed):
    """A name, a field, and how often a key was pressed."""

    CSS = "ImeInput { border: none; height: 1; background: $field; width: 40; }"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("y", "count", "Count"),
        Binding("f", "field", "Field"),
        Binding("b", "break_down", "Break"),
        Binding("q", "quit", "Quit"),
    ]

    def __init__(self) -> None:
        super().__init__()
        for each in theme.THEMES:
            self.register_theme(each)
        self.theme = theme.THEMES[0].name
        self.pressed = 0

    def compose(self) -> ComposeResult:
        yield Label("ready 就绪", markup=False)
        yield Static(Text(sys.argv[1] if len(sys.argv) > 1 else NAME, style="link http://c.d"))
        yield ImeInput("", max_length=40)
        yield Label("pressed 0", id="pressed", markup=False)
        yield Label("", id="typed", markup=False)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), gates.OutputGate()]

    def on_mount(self) -> None:
        safety.handle_signals(self)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one("#typed", Label).update(f"typed {len(event.value)}: {event.value}")

    def on_descendant_focus(self) -> None:
        self.query_one("#typed", Label).update("in the field")

    def on_ime_input_refused(self, event: ImeInput.Refused) -> None:
        self.query_one("#typed", Label).update(f"at most {event.limit}")

    def action_count(self) -> None:
        self.pressed += 1
        self.query_one("#pressed", Label).update(f"pressed {self.pressed}")

    def action_field(self) -> None:
        self.query_one(ImeInput).focus()

    def action_break_down(self) -> None:
        secret = "林晓 votes yes"
        raise ValueError(secret)


def main() -> int:
    refused = safety.guard_terminal()
    if refused:
        print(refused, file=sys.stderr)
        return 2
    safety.prepare()
    gates.install_input_gate()
    toy = Toy()
    asyncio.run(toy.run_async())
    broken = report_of(toy)
    if broken is not None and wanted_again(crash_page(broken)):
        print("opened again")
    return toy.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
