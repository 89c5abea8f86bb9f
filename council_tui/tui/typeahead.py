"""Keys typed faster than they are dealt with: each acts on what those before it have made of the screen.

Textual runs a key that has priority at once, while the letters typed before it still wait for their field:
Enter would record a text without its last letters, or act on a screen that is not there yet.
"""

import asyncio

from textual.app import App
from textual.events import Event, InputEvent, Key
from textual.widget import Widget

PATIENCE = 1.0
"""Seconds after which a key is dealt with all the same."""


class Patient(App[None]):
    """An app whose keys with priority wait for the letters before them, and for their screen."""

    async def on_event(self, event: Event) -> None:
        """Deal with a key, a click, a paste; what comes after the end was asked for is nobody's."""
        if self._exit and isinstance(event, InputEvent):
            return
        if isinstance(event, Key) and self._has_priority(event.key):
            await self._catch_up()
        await super().on_event(event)

    def _has_priority(self, key: str) -> bool:
        if not self.screen_stack:
            return False
        bound = (bindings.key_to_bindings.get(key, ()) for _, bindings in self.screen._binding_chain)
        return any(binding.priority for each in bound for binding in each)

    async def _catch_up(self) -> None:
        """Wait until the screen is composed, and until the field in focus and all around it have dealt with
        every key: what a field says of a letter passes through each of them on its way to the screen."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self.screen._mounted_event.wait()
                for each in _around(self.focused or self.screen):
                    await _idle(each)
        except TimeoutError:
            return


def _around(widget: Widget) -> list[Widget]:
    """A widget and all that it stands in, up to its screen."""
    return [each for each in widget.ancestors_with_self if isinstance(each, Widget)]


async def _idle(widget: Widget) -> None:
    """Wait until a widget has dealt with everything sent to it so far."""
    done = asyncio.Event()
    if widget.call_later(done.set):
        await done.wait()
