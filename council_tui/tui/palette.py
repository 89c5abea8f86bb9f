"""Every command that works now, found by its words in Chinese, English, pinyin or initials."""

from collections.abc import Sequence
from functools import cache
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input

from council_tui.domain.finding import folded, matches
from council_tui.domain.lazily import dataclass
from council_tui.tui import hints, keys
from council_tui.tui.dialogs import Dialog
from council_tui.tui.ime import ImeInput
from council_tui.tui.ink import BLANK, Line, Span, line, text
from council_tui.wording.catalog import N_, _, languages, texts

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does on the screen the palette was called from."""

    words: str
    key: str
    action: str
    source: str
    """The text its words were translated from."""


def commands(screen: Screen[Any]) -> list[Command]:
    """What the keys of a screen and of the app do now; nothing twice."""
    found: dict[str, Command] = {}
    for each in sorted(screen.active_bindings.values(), key=lambda each: hints.rank(each.binding)):
        binding = each.binding
        if not hints.ours(binding) or not each.enabled or binding.action == "app.palette":
            continue
        here = binding.action if "." in binding.action.split("(")[0] else None
        action = here or (f"app.{binding.action}" if each.node is screen.app else f"screen.{binding.action}")
        command = Command(hints.described(binding), keys.shown_key(binding), action, binding.description)
        found.setdefault(action, command)
    return list(found.values())


@cache
def spellings(source: str) -> tuple[str, ...]:
    """What a command may be called by: its words in every language, their pinyin and initials."""
    from council_tui.intake import pinyin

    said = [source, *(texts(lang).gettext(source) for lang in languages())]
    spelt = [key for words in said for key in pinyin.keys(words)]
    return tuple(dict.fromkeys([*said, *spelt]))


def fitting(found: Sequence[Command], typed: str) -> list[Command]:
    """The commands whose name begins with what was typed, then those that contain it."""
    if not typed.strip():
        return list(found)
    first = [each for each in found if matches(typed, spellings(each.source))]
    wanted = folded(typed)
    inside = [
        each
        for each in found
        if each not in first and any(wanted in folded(spelling) for spelling in spellings(each.source))
    ]
    return [*first, *inside]


class Palette(Dialog[str]):
    """A field, and the commands that fit; the answer is an action, run on the screen below."""

    BINDINGS: ClassVar = [
        Binding("enter", "take", N_("do it"), id="palette.take", priority=True),
        Binding("up", "move(-1)", N_("up"), id="palette.up", show=False, priority=True),
        Binding("down", "move(1)", N_("down"), id="palette.down", show=False, priority=True),
    ]

    def __init__(self, found: Sequence[Command]):
        super().__init__()
        self._all = tuple(found)
        self._cursor = 0

    def compose_fields(self) -> ComposeResult:
        """The field."""
        yield ImeInput("", max_length=60)

    def page(self, width: int) -> Sequence[Line]:
        """What fits, ten at a time."""
        field = self.query_one(ImeInput)
        field.styles.offset, field.styles.width = (4, 1), width - 8
        fits = self._fits()
        first = max(0, min(self._cursor - SHOWN // 2, len(fits) - SHOWN))
        rows = [self._row(first + n, each, width) for n, each in enumerate(fits[first : first + SHOWN])]
        rows += [BLANK] * (SHOWN - len(rows))
        told = _("{count} commands; in Chinese, English, pinyin or initials").format(count=len(fits))
        return [
            BLANK,
            line(Span(3, "["), Span(width - 4, "]")),
            BLANK,
            *rows,
            BLANK,
            text(told, "dim", 3),
            BLANK,
        ]

    def _row(self, number: int, command: Command, width: int) -> Line:
        here = number == self._cursor
        spans = (
            Span(1, ">" if here else " "),
            Span(3, command.words),
            Span(width - 14, command.key, "" if here else "dim"),
        )
        return Line(spans, "cursor" if here else "", f"screen.pick({number})")

    def _fits(self) -> list[Command]:
        return fitting(self._all, self.query_one(ImeInput).value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Other commands fit."""
        event.stop()
        self._cursor = 0
        self.paint()

    def action_move(self, by: int) -> None:
        """The cursor goes up or down."""
        self._cursor = max(0, min(self._cursor + by, len(self._fits()) - 1))
        self.paint()

    def action_pick(self, number: int) -> None:
        """A click on a command."""
        self._cursor = number
        self.action_take()

    def action_take(self) -> None:
        """The command under the cursor."""
        fits = self._fits()
        if fits:
            self.dismiss(fits[min(self._cursor, len(fits) - 1)].action)
