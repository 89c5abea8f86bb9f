"""What is typed ahead is dealt with in the order in which it was typed."""

import asyncio
import inspect
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Label

from council_tui.store.store import Store
from council_tui.tui.history import Undo
from council_tui.tui.ime import ImeInput
from council_tui.tui.typeahead import Patient
from tests import assembly
from tests.tui.screen import opened, settled


class Slow(Screen[None]):
    """A screen that is composed when the test says so."""

    BINDINGS: ClassVar = [Binding("down", "down", "Down", priority=True)]

    def __init__(self) -> None:
        super().__init__()
        self.go = asyncio.Event()

    async def on_compose(self) -> None:
        await self.go.wait()

    def compose(self) -> ComposeResult:
        yield Label("", id="there")

    def action_down(self) -> None:
        self.query_one("#there")
        self.app.exit()


class Form(Patient):
    """A field, and a key that records what stands in it."""

    BINDINGS: ClassVar = [Binding("enter", "record", "Record", priority=True)]

    def __init__(self) -> None:
        super().__init__()
        self.recorded: list[str] = []

    def compose(self) -> ComposeResult:
        yield ImeInput("", max_length=40)

    def action_record(self) -> None:
        self.recorded.append(self.query_one(ImeInput).value)


def typed(app: App[None], *keys: str) -> None:
    """Keys that arrive all at once."""
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else None))


async def test_enter_records_every_letter_typed_before_it():
    app = Form()
    async with app.run_test() as pilot:
        typed(app, *"陈果 [/]", "enter", "x", "enter")
        await pilot.pause()
        await pilot.pause()
    assert app.recorded == ["陈果 [/]", "陈果 [/]x"]


async def test_what_is_typed_after_the_end_is_nobodys():
    app = Form()
    async with app.run_test():
        app.exit()
        typed(app, "a", "enter")
    assert app.recorded == []


async def test_a_key_waits_for_the_screen_it_is_meant_for():
    app = Form()
    async with app.run_test() as pilot:
        slow = Slow()
        typed(app, "down")
        app.push_screen(slow)
        for _ in range(200):
            await asyncio.sleep(0)
        assert not app._exit
        slow.go.set()
        await pilot.pause()
    assert app.return_code == 0
    assert app._exit


@asynccontextmanager
async def busy(store: Store) -> AsyncIterator[None]:
    """A record that answers nobody until the end."""
    free = threading.Event()
    held = asyncio.ensure_future(store.read(lambda _at: free.wait(10)))
    yield
    for _ in range(200):
        await asyncio.sleep(0)
    free.set()
    await held


@pytest.mark.parametrize("tab", ["5", "8"])
async def test_a_key_waits_until_the_screen_it_is_meant_for_has_been_read(tmp_path: Path, tab: str):
    """A digit is no tab while a vote is open, and on Votes it is not known before whether one is."""
    store = assembly.found(tmp_path / "council.db")
    async with opened(store, "home").run_test() as pilot:
        await settled(pilot)
        async with busy(store):
            typed(pilot.app, tab, "6")
        await settled(pilot)
        assert pilot.app.current_mode == "minutes"
    store.shut()


async def test_a_key_waits_for_the_dialog_that_the_key_before_it_asks_for(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    async with opened(store, "home").run_test() as pilot:
        await settled(pilot)
        async with busy(store):
            typed(pilot.app, "u", "6")
        await settled(pilot)
        assert pilot.app.current_mode == "home"
        assert isinstance(pilot.app.screen, Undo)
    store.shut()


def test_what_it_leans_on_is_still_textuals():
    assert "_check_bindings(event.key, priority=True)" in inspect.getsource(App.on_event)
    assert isinstance(Screen._binding_chain, property)
    assert isinstance(Screen._mounted_event, property) or hasattr(Screen, "_mounted_event")
    queue = App()._message_queue
    assert (list(queue.values), queue.ready_event.is_set()) == ([], False)


class Pages(Patient):
    """A key that no field takes, and one with priority."""

    BINDINGS: ClassVar = [
        Binding("right", "note('right')", "Right"),
        Binding("enter", "note('enter')", "Enter", priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[str] = []

    def compose(self) -> ComposeResult:
        yield Label("")

    def action_note(self, key: str) -> None:
        self.noted.append(key)


async def test_a_key_no_field_takes_goes_before_those_typed_after_it():
    app = Pages()
    async with app.run_test() as pilot:
        typed(app, "right", "enter", "right", "right", "enter")
        await pilot.pause()
        await pilot.pause()
    assert app.noted == ["right", "enter", "right", "right", "enter"]
