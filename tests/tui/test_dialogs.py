"""Dialogs and screens, whatever happens while they open and close."""

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from council_tui.tui.dialogs import Choose, Confirm, Dialog, Option, Prompt
from council_tui.tui.fields import Field
from council_tui.tui.forms import Form
from council_tui.wording import catalog
from tests import assembly
from tests.tui.screen import opened, settled, shown


async def _nothing(_values: object) -> str:
    return ""


DIALOGS: Mapping[str, Callable[[], Dialog[Any]]] = {
    "confirm": lambda: Confirm("Quit?"),
    "prompt": lambda: Prompt("Why?"),
    "choose": lambda: Choose("Which?", [Option(1, "one")]),
    "form": lambda: Form("New", [Field("name", "Name")], _nothing),
}


async def turn_about(app: App[Any]) -> None:
    """Another language at each of twenty steps of whatever has begun."""
    for _ in range(20):
        await app.run_action("language")
        await asyncio.sleep(0)


@pytest.mark.parametrize("name", DIALOGS)
async def test_the_language_changes_while_a_dialog_opens_and_closes(tmp_path: Path, name: str):
    """Two languages twenty times are the first again."""
    store = assembly.found(tmp_path / "council.db")
    async with opened(store, "home").run_test() as pilot:
        await settled(pilot)
        dialog = DIALOGS[name]()
        pilot.app.push_screen(dialog)
        await turn_about(pilot.app)
        await settled(pilot)
        assert "Esc not now" in shown(pilot.app)[-1]
        dialog.action_cancel()
        await turn_about(pilot.app)
        await settled(pilot)
        assert "Esc not now" not in shown(pilot.app)[-1]
        assert catalog.current() == "en"
    store.shut()


async def test_the_language_changes_while_a_screen_opens(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    assembly.convene(store)
    async with opened(store, "home").run_test() as pilot:
        await settled(pilot)
        for mode in ("people", "proposals", "agenda", "votes", "minutes", "rules", "agenda"):
            await pilot.app.run_action(f"go('{mode}')")
            await turn_about(pilot.app)
            await settled(pilot)
            assert pilot.app.current_mode == mode
            assert "? help" in shown(pilot.app)[-1]
    store.shut()
