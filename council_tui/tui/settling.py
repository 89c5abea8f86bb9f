"""How long nothing is painted when screens change."""

import asyncio
from contextlib import suppress

from textual.app import App, ScreenStackError

SETTLING = 0.001
"""Seconds; Textual waits 50 times as long, and a frame is ready sooner."""


class Settling(App[None]):
    """An app that paints a new screen as soon as it stands.

    By no timer of Textual's: one that is late when it begins, as on a busy machine, never fires, and nothing
    would be painted any more.
    """

    def delay_update(self, delay: float = SETTLING) -> None:
        """Paint nothing for a moment, however long was asked for."""
        self._begin_batch()
        asyncio.get_running_loop().call_later(SETTLING, self._settled)

    def _settled(self) -> None:
        """At the end there is no screen any more."""
        self._end_batch()
        with suppress(KeyError, ScreenStackError):
            self.screen.refresh()
