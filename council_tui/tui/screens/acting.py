"""How a screen looks into the record and acts on it: one view read in one piece, one door to act by."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual.worker import Worker

from council_tui.domain.errors import Refusal
from council_tui.store.act import Reader
from council_tui.store.engine import Done
from council_tui.tui.later import Later
from council_tui.tui.screens.framed import Framed

if TYPE_CHECKING:
    from council_tui.domain import typed_times
    from council_tui.domain.meeting import MeetingView
    from council_tui.tui.ime import ImeInput
    from council_tui.wording import say
else:
    say, typed_times = Later("wording.say"), Later("domain.typed_times")

V = TypeVar("V")


class Acting(Framed[V], Generic[V]):
    """A screen that looks and acts. A subclass says what it reads."""

    _version = -1
    """The clerk's count when the view was read."""

    def __init__(self) -> None:
        super().__init__()
        self._sent: asyncio.Queue[asyncio.Future[Done]] = asyncio.Queue()
        """Acts on their way to the record."""
        self._shower: Worker[None] | None = None

    def reading(self) -> Callable[[Reader], V]:
        """What is read for the view, with everything it depends on bound; runs on the store's thread."""
        raise NotImplementedError

    def take_early(self) -> None:
        """Take what of a council was read ahead: then the first frame is whole."""
        early = self.app.clerk.early(self.reading())
        if early is not None and self.hall(early).council is not None:
            self._version = self.app.clerk.version
            self.set_reactive(Framed.view, early)

    async def look(self) -> None:
        """Read the view; whoever awaits it sees what is recorded."""
        self._version = self.app.clerk.version
        try:
            self.view = await self.app.clerk.look(self.reading())
        except Refusal as refusal:
            self._version = -1
            self.refuse(refusal)

    def look_again(self) -> None:
        """Read the view anew."""
        self.run_worker(self.look(), group="look", exclusive=True)

    @property
    def behind(self) -> bool:
        """Whether something was recorded that the view does not know."""
        return self._version != self.app.clerk.version

    def act(self, deed: Callable[..., Any], *args: Any) -> None:
        """Record something; the view that shows it is painted after its commit, a refusal in its row."""
        if self._shower is None:
            self._shower = self.run_worker(self._show_all(), group="show")
        self._sent.put_nowait(self.app.clerk.send(deed, *args, look=self.reading(), typed=self.typed_at))

    async def _show_all(self) -> None:
        """As long as the screen lives: a worker of its own for each act would take longer than the act."""
        while True:
            sent = await self._sent.get()
            try:
                await self._show(sent)
            finally:
                self._sent.task_done()

    async def idle(self) -> None:
        """Wait until all that was sent is recorded and shown."""
        await self._sent.join()

    async def record(self, deed: Callable[..., Any], *args: Any) -> Done | None:
        """As `act`, waited for; None when it was refused."""
        sent = self.app.clerk.send(deed, *args, look=self.reading(), typed=self.typed_at)
        return await self._show(sent)

    @property
    def in_hand(self) -> "MeetingView | None":
        """The meeting in hand."""
        return self.hall(self.view).meeting if self.view is not None else None

    @property
    def typed_at(self) -> str:
        """The moment that the time typed for the meeting in hand means; empty: the clock's, as once it is
        over."""
        held = self.in_hand
        if held is None or held.adjourned_at or not (time := self.app.clerk.typed_time(held.id)):
            return ""
        return typed_times.typed_moment(held, time)

    async def _show(self, sent: Awaitable[Done]) -> Done | None:
        try:
            done = await sent
        except Refusal as refusal:
            self.refuse(refusal)
            return None
        self._version = self.app.clerk.version
        if done.seq is not None and done.view is self.view and not self.told:
            return done  # an act that shared the commit has painted it
        self.told = ""
        self.set_reactive(Framed.view, done.view)
        self.paint()
        return done

    def refuse(self, refusal: Refusal) -> None:
        """Say what was refused and why, in its row."""
        self.told = say.say(refusal)
        self.paint_foot()

    def on_ime_input_refused(self, event: "ImeInput.Refused") -> None:
        """What was pasted is too long: say so, and take none of it."""
        event.stop()
        self.told = event.words
        self.paint_foot()
