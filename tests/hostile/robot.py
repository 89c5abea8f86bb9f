"""A robot at the keyboard: it opens doors, types into everything behind them, and says what goes wrong."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from unittest.mock import patch

from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from council_tui.domain.failures import NothingToUndo
from council_tui.store.act import Reader
from council_tui.store.store import Store
from council_tui.tui.dialogs import Dialog, Prompt
from council_tui.tui.fields import Field, Kind
from council_tui.tui.forms import Form
from council_tui.tui.ime import ImeInput
from council_tui.tui.pages.minutes import Setting
from council_tui.tui.screens.base import BaseScreen
from council_tui.usecases.record import undo
from tests.hostile import strings
from tests.hostile.discover import Site, sites
from tests.hostile.doors import Door
from tests.tui.screen import press, settled, shown

GOOD = {Kind.NUMBER: "3", Kind.DAY: "2023-03-01", Kind.TIME: "19:30", Kind.GATES: "> 1/2 of present"}
STRICT = {Kind.NUMBER, Kind.DAY, Kind.TIME, Kind.PERSON, Kind.GATES}
TYPED = "type:"

AT_FIRST: dict[str, Callable[[], Any]] = {
    "time": str,
    "face": lambda: None,
    "ticking": lambda: None,
    "looking": lambda: None,
    "closed_here": lambda: None,
    "looked": lambda: None,
    "counted_here": lambda: None,
    "setting": Setting,
}
"""What screens remember of where the keys are."""


class Seen:
    """Which places of the source have made something that was typed into."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[object, Site]] = {}
        self._sites = sites()
        self.tried: set[Site] = set()

    def made(self, thing: object) -> None:
        """Something to type into was made by whoever called its class."""
        frame = sys._getframe(2)
        name = frame.f_code.co_filename.rpartition("/council_tui/")[2]
        here = [s for s in self._sites if s.file == name and s.line <= frame.f_lineno <= s.end]
        if here:
            self._made[id(thing)] = thing, here[-1]

    def typed(self, thing: object) -> None:
        """Somebody typed into it."""
        if id(thing) in self._made:
            self.tried.add(self._made[id(thing)][1])

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Note what is made from here on."""
        with patched(self, Field), patched(self, ImeInput), patched(self, Prompt):
            yield


@contextmanager
def patched(seen: Seen, kind: Any) -> Iterator[None]:
    """A class that notes who makes one of it."""
    before = kind.__init__

    def make(self: object, *args: Any, **named: Any) -> None:
        seen.made(self)
        before(self, *args, **named)

    with patch.object(kind, "__init__", make):
        yield


class Robot:
    """Types one text behind one door, and looks at what comes of it."""

    def __init__(self, pilot: Pilot[Any], store: Store, seen: Seen, faults: list[str]):
        self.pilot, self.store, self.seen, self.faults = pilot, store, seen, faults

    @property
    def screen(self) -> Screen[Any]:
        return self.pilot.app.screen

    async def open(self, door: Door) -> bool:
        """Go through a door; whether something to type into is behind it."""
        await self.home(door.mode)
        for key in door.keys:
            if key.startswith(TYPED):
                await self.paste(self.fields()[0], key[len(TYPED) :])
            else:
                await press(self.pilot, key)
        return bool(self.fields())

    async def home(self, mode: str) -> None:
        """Back to a bare screen, in that mode."""
        for _ in range(8):
            screen = self.screen
            if isinstance(screen, Dialog) and type(screen).__name__ != "WelcomeScreen":
                screen.action_cancel()
            elif isinstance(screen, BaseScreen) and self.pilot.app.current_mode != mode:
                self.pilot.app.switch_mode(mode)
            else:
                break
            await settled(self.pilot)
        self._clear_desk()
        await settled(self.pilot)
        if isinstance(self.screen, BaseScreen):
            self.screen.paint()
            await self.pilot.pause()

    def _clear_desk(self) -> None:
        """The screen as when it was first seen."""
        screen: Any = self.screen
        for field in screen.query(ImeInput):
            field.value = ""
        if isinstance(screen, BaseScreen):
            for name in vars(screen).keys() & AT_FIRST.keys():
                setattr(screen, name, AT_FIRST[name]())
            screen.__dict__.pop("cursor", None)
            screen.look_again()

    def fields(self) -> list[Widget]:
        """What can be typed into now."""
        return [
            each for each in self.screen.query("*") if isinstance(each, Input | TextArea) and each.display
        ]

    async def paste(self, widget: Widget, text: str) -> None:
        """Paste a text into an empty field, as a terminal hands it over."""
        self.screen.set_focus(widget)
        if isinstance(widget, TextArea):
            widget.text = ""
        elif isinstance(widget, Input):
            widget.value = ""
        self.pilot.app.post_message(events.Paste(text))
        await self.pilot.pause()
        line = (text.splitlines() or [""])[0]
        if isinstance(widget, Input) and len(line) > (widget.max_length or 0):
            self._refused(widget, line)

    def _refused(self, widget: Input, line: str) -> None:
        """What is too long is not cut, and it is said."""
        told = getattr(self.screen, "told", "")
        if str(widget.max_length) not in told:
            self.faults.append(f"{type(self.screen).__name__}: {len(line)} characters refused without a word")
        if widget.value:
            self.faults.append(f"{type(self.screen).__name__}: a text was cut to {len(widget.value)}")

    async def fill(self, door: Door, text: str, *, strict: bool) -> None:
        """One text into every field; with `strict` also where only a day, a number or a name is taken."""
        here = f"{door} <- {ascii(text)[:50]}"
        if not await self.open(door):
            self._alive()
            self.faults.append(f"{here}: nothing to type into")
            return
        screen, before = self.screen, self.head()
        await self._type(text, strict)
        await self._look(here)
        kept = self.typed()
        await self._send()
        await self._look(here)
        self._answer(here, screen, kept)
        self._record(here, before)
        await self._back(before)
        self._alive()

    def _alive(self) -> None:
        """Raise what has broken the program."""
        broken = self.pilot.app._exception
        if broken is not None:
            raise broken

    async def _type(self, text: str, strict: bool) -> None:
        if isinstance(self.screen, Form):
            for entry in self.screen._entries:
                self.seen.typed(entry.field)
                if entry.field.kind is Kind.CHOICE:
                    continue
                wanted = text if strict or entry.field.kind not in STRICT else _good(entry.field)
                await self.paste(entry.widget, wanted)
            return
        self.seen.typed(self.screen)
        for widget in self.fields():
            self.seen.typed(widget)
            await self.paste(widget, text)

    def typed(self) -> list[str]:
        """What stands in every field."""
        return [each.text if isinstance(each, TextArea) else each.value for each in self.fields()]  # type: ignore[attr-defined]

    async def _look(self, here: str) -> None:
        """Nothing on the screen, once it is painted, steers a terminal or leaves its column."""
        for _ in range(4):
            await self.pilot.pause()
        for row in shown(self.pilot.app):
            bad = strings.steers(row)
            if bad or cell_len(row) > self.pilot.app.size.width:
                self.faults.append(f"{here}: painted {bad} {row!a}")

    async def _send(self) -> None:
        await press(self.pilot, "ctrl+s" if isinstance(self.screen, Form) else "enter")

    def _answer(self, here: str, screen: Screen[Any], kept: list[str]) -> None:
        """What stays open says why, and holds what was typed."""
        told = getattr(self.screen, "told", "")
        if told and len(told) > 400:
            self.faults.append(f"{here}: a sentence of {len(told)} characters")
        if self.screen is screen and isinstance(screen, Form):
            if not told:
                self.faults.append(f"{here}: stays open without a word")
            if self.typed() != kept:
                self.faults.append(f"{here}: what was typed is lost")

    def head(self) -> int:
        """The number of the last entry."""
        return int(self.store.reading(lambda at: at.query("SELECT coalesce(max(seq), 0) FROM journal")[0][0]))

    def _record(self, here: str, before: int) -> None:
        """What was recorded is harmless."""
        for text in self.store.reading(_recorded, before):
            bad = strings.wrong(text)
            if bad:
                self.faults.append(f"{here}: recorded {bad} {ascii(text)[:60]}")

    async def _back(self, before: int) -> None:
        """Everything as it was."""
        with suppress(NothingToUndo):
            while self.head() > before and self.store.reading(_standing) > before:
                self.store.writing(undo)
        self.pilot.app.clerk.version += 1  # type: ignore[attr-defined]


def _good(field: Field) -> str:
    """What a strict field takes."""
    if field.kind is Kind.PERSON:
        return field.people[-1].name if field.people else ""
    return GOOD[field.kind]


def _standing(at: Reader) -> int:
    """The last entry that undo would make fall."""
    from council_tui.store.record import undo_from

    return int(undo_from(at) or 0)


def _recorded(at: Reader, before: int) -> list[str]:
    """Every text that came into the file after an entry, private ones and names' keys too."""
    bodies = [json.loads(row["body"]) for row in at.query("SELECT body FROM journal WHERE seq > ?", [before])]
    private = at.query("SELECT value FROM private UNION ALL SELECT key FROM name_key")
    drafts = [row["text"] for row in at.query("SELECT text FROM draft") if "\0" in row["text"]]
    return [*_texts(bodies), *(str(row[0]) for row in private), *drafts]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(each)
