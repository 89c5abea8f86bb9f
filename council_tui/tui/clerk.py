"""The clerk: the screens' one door to the store, and what they share beside it."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from textual.app import App

from council_tui.domain.ids import MeetingId
from council_tui.store.act import Reader
from council_tui.store.engine import Done
from council_tui.store.store import Store

if TYPE_CHECKING:
    from council_tui.tui.urn import Urn

P = ParamSpec("P")
T = TypeVar("T")

UNMASKED = 10
"""For so many seconds masked texts are shown after a confirmation."""


class Clerk:
    """Looks and acts for the screens, and counts the acts so that each screen knows when its view is old."""

    def __init__(self, store: Store):
        self._store = store
        self.read_only = store.read_only
        """Whether this window only looks."""
        self.path = store.path
        self.version = 0
        """Moves with every act, here or in another window."""
        self.chosen: MeetingId | None = None
        """The meeting picked from the list, where none runs."""
        self._typed: tuple[MeetingId | None, str] = (None, "")
        """The typed time, and the meeting it is of."""
        self.alarms: tuple[str, ...] = ()
        """What is wrong with the file itself, in words: it stands above every other warning."""
        self.waiting = ""
        """Why the picture may be an old one, in words; mostly empty."""
        self.urn: Urn | None = None
        """What was pressed in the ballot on the laptop that runs; it is nowhere else."""
        self._seen: int | None = None
        self._unmasked = 0.0

    def early(self, view: Callable[[Reader], T]) -> T | None:
        """What a look found that was asked for while the program started, mostly long ago; None: nothing."""
        found = self._store.ahead.get(getattr(view, "func", view))
        if found is None or self.version or found.exception() is not None:
            return None
        early: T = self._store.ahead.pop(getattr(view, "func", view)).result()
        return early

    async def look(self, view: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """One look; one that was asked for while the program started need not be taken again."""
        asked: Callable[..., Any] = getattr(view, "func", view)
        if asked in self._store.ahead and self.version == 0:
            early: T = await asyncio.wrap_future(self._store.ahead.pop(asked))
            return early
        return await self._store.read(view, *args, **kwargs)

    def send(
        self, deed: Callable[..., Any], *args: Any, look: Callable[[Reader], Any], typed: str = ""
    ) -> "asyncio.Future[Done]":
        """One act, on its way before this returns, and its view; awaited, it raises its refusal."""
        sent = self._store.send(deed, *args, look=look, typed=typed)
        sent.add_done_callback(self._count)
        return sent

    def _count(self, sent: "asyncio.Future[Done]") -> None:
        if not sent.cancelled() and sent.exception() is None:
            self.version += 1

    async def moved(self) -> bool:
        """Whether another window has recorded something since this was last asked; at first, who knows."""
        found = await self._store.read(Reader.data_version)
        before, self._seen = self._seen, found
        if before == found:
            return False
        self.version += 1
        return True

    def choose(self, meeting: MeetingId | None) -> None:
        """Pick a meeting from the list: every screen looks again."""
        self.chosen = meeting
        self._typed = (None, "")
        self.version += 1

    def type_time(self, meeting: MeetingId, time: str) -> None:
        """What is entered afterwards of a meeting gets this time, `19:41`; empty: the clock's again."""
        self._typed = meeting, time

    def typed_time(self, meeting: MeetingId) -> str:
        """The typed time of a meeting; empty where none was typed for it."""
        of, time = self._typed
        return time if of == meeting else ""

    async def backup(self, target: Path) -> int:
        """Write a whole, verified copy of the file; its size in bytes. Raises CannotCopy."""
        return await self._store.read(Reader.copy_to, target)

    def unmask(self) -> None:
        """Show masked texts for ten seconds."""
        self._unmasked = time.monotonic() + UNMASKED

    @property
    def unmasked(self) -> bool:
        """Whether masked texts are shown at this moment."""
        return time.monotonic() < self._unmasked

    async def close(self) -> None:
        """Finish what waits, and close the file."""
        await self._store.close()


class ClerkApp(App[None]):
    """An app that has a clerk: what screens know of theirs."""

    clerk: Clerk
