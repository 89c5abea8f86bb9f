"""Keys typed faster than they are dealt with: each acts on what those before it have made of the screen.

Textual runs a key that has priority at once, while the letters typed before it still wait for their field,
and a key that no field takes only after all that wait behind it: Enter would record a text without its last
letters, an arrow would turn the choice of the next field, and either act on a screen that is not there yet.
"""

import asyncio
from typing import Any

from textual.app import App
from textual.events import Event, InputEvent, Key
from textual.widget import Widget

PATIENCE = 1.0
"""Seconds after which a key is dealt with all the same."""
ASKING = "ask"
"""The workers that each ask in a dialog, one after another."""
DISK = "disk"
"""The workers for each of which one of those waits: no dialog is about to come, unless to say so."""
BRIEF = frozenset({"look", "act"})
"""The workers of a screen that soon end by themselves."""
BREATH = 0.002
"""Seconds between two looks at whether what a key began has come."""


class Patient(App[None]):
    """An app whose keys each wait for those before them, and for the screen they are meant for."""

    async def on_event(self, event: Event) -> None:
        """Deal with a key, a click, a paste; what comes after the end was asked for is nobody's."""
        if self._exit and isinstance(event, InputEvent):
            return
        if isinstance(event, Key) and not event.is_forwarded:
            await self._catch_up()
            if self.screen_stack and self.focused is None:
                await self._straight(event.key)
            else:
                await super().on_event(event)
                await self._come_back(event)
        else:
            await super().on_event(event)

    async def _straight(self, key: str) -> None:
        """No field is there to take it: Textual would send it to the screen and back all the same."""
        self.app_focus = True
        if not await self._check_bindings(key, priority=True):
            await self._check_bindings(key)

    async def _come_back(self, key: Key) -> None:
        """A key that no field takes comes back to the app, behind all typed since: it goes before them."""
        await self._catch_up()
        waiting: Any = self._message_queue
        if key in waiting.values:
            waiting.values.remove(key)
            if waiting.empty():
                waiting.ready_event.clear()
            await super().on_event(key)

    async def _catch_up(self) -> None:
        """Wait until what the keys before it began is there, the screen composed, and the field in focus and
        all around it have dealt with every key: what a field says of a letter passes through each of them on
        its way to the screen."""
        if not self.screen_stack:
            return
        around = _around(self.focused or self.screen)
        if not self._beginning and self.screen._mounted_event.is_set() and all(map(_waits, around)):
            return
        try:
            async with asyncio.timeout(PATIENCE):
                while self._beginning:
                    await asyncio.sleep(BREATH)
                await self.screen._mounted_event.wait()
                for each in _around(self.focused or self.screen):
                    await _idle(each)
        except TimeoutError:
            return

    @property
    def _beginning(self) -> bool:
        """Whether a key has begun to ask and the dialog is not there yet, or a dialog reads or records."""
        running = [each for each in self.workers if not each.is_finished]
        asking = sum((each.group == ASKING) - (each.group == DISK) for each in running)
        return asking >= len(self.screen_stack) or any(
            each.group in BRIEF and each.node is self.screen for each in running
        )


def _around(widget: Widget) -> list[Widget]:
    """A widget and all that it stands in, up to its screen."""
    return [each for each in widget.ancestors_with_self if isinstance(each, Widget)]


def _waits(widget: Widget) -> bool:
    """Whether a widget has dealt with everything sent to it, and waits for more."""
    queue: Any = widget._message_queue
    return queue.empty() and bool(queue.ready_event._waiters)


async def _idle(widget: Widget) -> None:
    """Wait until a widget has dealt with everything sent to it so far."""
    if _waits(widget):
        return
    done = asyncio.Event()
    if widget.call_later(done.set):
        await done.wait()
