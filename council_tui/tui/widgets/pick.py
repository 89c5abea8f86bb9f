"""A field that holds one of a few words: the arrows, Space or a digit change it."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.message import Message

from council_tui.tui.ink import Span, line
from council_tui.tui.widgets.rows import Rows
from council_tui.wording.catalog import N_


class Pick(Rows, can_focus=True):
    """One of several values, shown in a row."""

    BINDINGS: ClassVar = [
        Binding("right,space", "turn(1)", N_("next choice"), id="pick.next"),
        Binding("left", "turn(-1)", N_("choice before"), id="pick.before", show=False),
    ]

    class Changed(Message):
        """Another value was picked."""

    def __init__(self, choices: Sequence[tuple[str, str]], value: str = ""):
        super().__init__()
        self._choices = tuple(choices)
        values = [each for each, _ in self._choices]
        self._at = values.index(value) if value in values else 0

    @property
    def value(self) -> str:
        """The value picked; empty where there is nothing to pick from."""
        return self._choices[self._at][0] if self._choices else ""

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """The same choices in other words."""
        self._choices = tuple(choices)
        self.paint()

    def on_mount(self) -> None:
        """Paint it."""
        self.paint()

    def on_resize(self) -> None:
        """As many words as fit."""
        self.paint()

    def on_focus(self) -> None:
        """The keys go here."""
        self.paint()

    def on_blur(self) -> None:
        """The keys go elsewhere."""
        self.paint()

    def paint(self) -> None:
        """All words where they fit, the picked one marked; else the picked one alone."""
        whole = sum(cell_len(words) + 4 for _, words in self._choices) <= self.size.width
        spans, at = [], 0
        for number, (_, words) in enumerate(self._choices):
            picked = number == self._at
            if picked or whole:
                ink = ("cursor" if self.has_focus else "bold") if picked else "dim"
                spans.append(
                    Span(at, f"> {words} " if picked else f"  {words} ", ink, f"screen.picked({number})")
                )
                at += cell_len(words) + 4
        self.show([line(*spans)])

    def action_turn(self, by: int) -> None:
        """The next value, or the one before; round and round."""
        if self._choices:
            self._at = (self._at + by) % len(self._choices)
            self.paint()
            self.post_message(self.Changed())
