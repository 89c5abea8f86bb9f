"""What tests of screens share: to wait until all is done, and to read what is painted."""

from typing import Any

from textual.app import App
from textual.pilot import Pilot

from council_tui.store.store import Store
from council_tui.tui.app import CouncilApp
from council_tui.tui.ink import plain_lines
from council_tui.tui.screens.base import BaseScreen
from council_tui.tui.widgets.rows import Rows

BUSY = frozenset({"act", "look", "write", "disk"})
"""Workers that end by themselves; one that asks waits for a key."""


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until what the keys began is recorded, read back and painted."""
    assert isinstance(pilot.app, CouncilApp)
    for _ in range(3):
        await pilot.pause()
        for screen in pilot.app.screen_stack:
            if isinstance(screen, BaseScreen):
                await screen.idle()
        waiting = [each for each in pilot.app.workers if each.group in BUSY and not each.is_finished]
        if waiting:
            await pilot.app.workers.wait_for_complete(waiting)
        await pilot.app.clerk.look(lambda at: None)
    await pilot.pause()


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one after the other, then wait until all is done."""
    await pilot.press(*keys)
    await settled(pilot)


def shown(app: App[Any]) -> list[str]:
    """The rows of the screen that is seen, right-hand blanks cut."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def panel(app: App[Any]) -> list[str]:
    """The rows of the dialog over the screen, without the screen beside it."""
    return [row.strip() for row in plain_lines(app.screen.query_one("#page", Rows).lines, 62)]


def opened(store: Store, mode: str) -> CouncilApp:
    """The app with one of its screens seen first."""

    class Opened(CouncilApp):
        DEFAULT_MODE = mode

    return Opened(store)
