"""Figures typed at a desk: fields of digits, and the keys that fill them.

They are keys of the screen and no text fields, so that figures typed ahead land in their fields in order.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from council_tui.domain.desk import VotesView
from council_tui.domain.errors import Unlikely
from council_tui.domain.figures import Figures
from council_tui.domain.lazily import dataclass
from council_tui.tui.count.base import VoteDesk
from council_tui.tui.dialogs import Prompt
from council_tui.tui.ink import Span
from council_tui.usecases.votes import REASON
from council_tui.wording.catalog import N_, _
from council_tui.wording.say import say

if TYPE_CHECKING:
    from council_tui.tui.screens.atdesk import DeskScreen

DIGITS = 4
"""The longest figure."""
NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

FIGURE_KEYS = (
    *(
        Binding(f"{n},fullwidth_digit_{name}", f"desk('figures', '{n}')", "", id=f"figures.{n}", show=False)
        for n, name in enumerate(NAMES)
    ),
    Binding(
        "tab,down,right",
        "desk('figures', 'next')",
        N_("next field"),
        id="figures.next",
        show=False,
    ),
    Binding(
        "shift+tab,up,left",
        "desk('figures', 'before')",
        N_("field before"),
        id="figures.before",
        show=False,
    ),
    Binding("backspace,delete", "desk('figures', 'erase')", N_("erase"), id="figures.erase", show=False),
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into which field, and which is in hand."""

    names: tuple[str, ...]
    texts: tuple[str, ...]
    at: int = 0

    @property
    def begun(self) -> bool:
        """Whether anything was typed at all."""
        return any(self.texts)

    def figure(self, name: str) -> int:
        """A figure as it stands; nought for an empty field, or one that is not asked."""
        return int(self.texts[self.names.index(name)] or 0) if name in self.names else 0

    def stands(self, name: str) -> bool:
        """Whether anything was typed into a field."""
        return bool(name in self.names and self.texts[self.names.index(name)])

    def digit(self, digit: str) -> "Typed":
        """One more digit; a nought in front falls, and one too many is not taken."""
        text = (self.texts[self.at] + digit).lstrip("0") or "0"
        return self._put(text) if len(text) <= DIGITS else self

    def erase(self) -> "Typed":
        """One digit fewer."""
        return self._put(self.texts[self.at][:-1])

    def go(self, by: int) -> "Typed":
        """Another field; round and round."""
        return replace(self, at=(self.at + by) % len(self.names))

    def did(self, deed: str) -> "Typed":
        """What a key of `FIGURE_KEYS`, or a click on a field, makes of it."""
        if deed.isdecimal():
            return self.digit(deed)
        if deed == "erase":
            return self.erase()
        if deed.startswith("at "):
            return replace(self, at=int(deed[3:]))
        return self.go(1 if deed == "next" else -1)

    def field(self, name: str, column: int, *, live: bool = True) -> list[Span]:
        """A field in its brackets, seven columns wide; the one in hand reversed while it is `live`."""
        number = self.names.index(name)
        here = number == self.at and live
        text = self.texts[number] + ("_" if here else "")
        ink = "cursor-bold" if here else "field"
        go = f"screen.desk('figures', 'at {number}')"
        return [Span(column, f"[{text:>5}]" if here else f"[{text:>4} ]", ink, go)]

    def _put(self, text: str) -> "Typed":
        return replace(self, texts=(*self.texts[: self.at], text, *self.texts[self.at + 1 :]))


def blank(names: Sequence[str]) -> Typed:
    """Fields with nothing in them."""
    return Typed(tuple(names), ("",) * len(names))


class FigureDesk(VoteDesk):
    """A desk that types figures and closes the count with them; a subclass says which and how."""

    families: ClassVar[frozenset[str]] = frozenset({"figures"})

    def __init__(self, screen: "DeskScreen", view: VotesView):
        super().__init__(screen, view)
        self.typed = blank(self.names())

    def names(self) -> tuple[str, ...]:
        """The fields, in the order of Tab."""
        raise NotImplementedError

    def figures(self) -> Figures:
        """What was typed."""
        raise NotImplementedError

    async def close(self, figures: Figures) -> bool:
        """Close the count with these figures; whether they were recorded."""
        raise NotImplementedError

    def field(self, name: str, column: int) -> list[Span]:
        """A field in its brackets, seven columns wide; the one in hand reversed."""
        return self.typed.field(name, column, live=not self.screen.app.clerk.read_only)

    @property
    def writing(self) -> bool:
        """Whether Enter goes on to the next field: there is one, and somebody who is not counted yet."""
        return not self.complete and self.typed.at < len(self.typed.names) - 1

    def words(self, deed: str) -> str:
        """Enter does not close before the last field."""
        return _("next field") if deed == "close" and self.writing else ""

    async def do(self, deed: str) -> None:
        """Type, go to another field, or close."""
        if deed == "close" and not self.writing:
            await self._close()
            return
        self.typed = self.typed.did("next" if deed == "close" else deed)
        self.screen.told = ""
        self.screen.paint()

    async def _close(self) -> None:
        if not self.typed.begun:
            self.typed = replace(self.typed, at=0)
            self.screen.say(_("No figures yet: type them first."))
            return
        figures = self.figures()
        if not await self.close(figures) and isinstance(refusal := self.screen.refused, Unlikely):
            self.screen.run_worker(self._overridden(figures, say(refusal)), group="ask")

    async def _overridden(self, figures: Figures, asked: str) -> None:
        """Unlikely figures are taken with a reason, which the minutes carry."""
        reason = await self.screen.app.push_screen_wait(Prompt(asked, longest=REASON))
        if reason:
            await self.close(replace(figures, override=reason))
