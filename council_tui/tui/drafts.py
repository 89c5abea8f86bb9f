"""Texts that are being typed: kept within a second or two outside the record, and put back after a crash."""

import asyncio
from collections.abc import Mapping

from council_tui.tui.clerk import Clerk
from council_tui.usecases.record import keep_draft, view_drafts

AFTER = 1.0
"""Seconds after a key until what was typed is kept."""


class Drafts:
    """The drafts of one form, by the names of its fields."""

    def __init__(self, clerk: Clerk, form: str):
        self._clerk, self._form = clerk, form
        self._kept: dict[str, str] = {}
        self._busy = asyncio.Lock()
        """What is forgotten was not kept again by a keeping that had begun before."""

    async def found(self) -> Mapping[str, str]:
        """What was left half typed; empty for a form without a name."""
        if self._form:
            self._kept = dict(await self._clerk.look(view_drafts, self._form))
        return dict(self._kept)

    async def keep(self, texts: Mapping[str, str]) -> None:
        """Keep what differs from what is kept; a view-only window keeps nothing."""
        async with self._busy:
            await self._keep(texts)

    async def forget(self) -> None:
        """It was recorded: nothing is half typed any more."""
        async with self._busy:
            await self._keep(dict.fromkeys(self._kept, ""))

    async def _keep(self, texts: Mapping[str, str]) -> None:
        if not self._form or self._clerk.read_only:
            return
        for name, words in texts.items():
            if words != self._kept.get(name, ""):
                await self._clerk.send(keep_draft, self._form, name, words, look=_nothing)
                self._kept[name] = words


def _nothing(at: object) -> None:
    """A draft changes no view."""
