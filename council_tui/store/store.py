"""The store: one thread that owns the file, on which every look and every act runs.

Acts go before looks, and acts that wait while a commit runs share the next one (`engine`).
"""

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from council_tui.domain.failures import NotRecorded
from council_tui.domain.topics import Topic
from council_tui.store import file
from council_tui.store.act import Act, Reader
from council_tui.store.engine import Done, Engine, Job

P = ParamSpec("P")
T = TypeVar("T")
Changed = Callable[[frozenset[Topic]], None]


class Store:
    """A council's open file."""

    def __init__(
        self,
        path: Path,
        *,
        create: bool = False,
        view_only: bool = False,
        meanwhile: Callable[["Store"], object] | None = None,
    ):
        """Open `path` on a thread of its own, and run `meanwhile`. Raises CannotOpen or Waiting."""
        self.path = path
        self.ahead: dict[Callable[..., Any], Future[Any]] = {}
        """Looks that were asked for before there was a screen, by their view."""
        self.listeners: list[Changed] = []
        """Called on the store's thread after each commit, with the topics touched."""
        self._acts: deque[Job] = deque()
        self._looks: deque[Job] = deque()
        self._wake = threading.Condition()
        self._closing = False
        opened: Future[file.Opened] = Future()
        opening = partial(file.open_file, path, create=create, view_only=view_only)
        self._thread = threading.Thread(
            target=self._serve, args=(opened, opening), name="council-store", daemon=True
        )
        self._thread.start()
        if meanwhile is not None:
            meanwhile(self)
        self.read_only: bool = opened.result().read_only
        """Whether this window only looks: another one writes, or the disk may not be written."""

    async def read(self, view: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """One look."""
        value: T = await _shielded(self.looking(lambda reader: view(reader, *args, **kwargs)))
        return value

    async def write(self, deed: Callable[Concatenate[Act, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """One act; what it gave back, once it is durable. Raises its refusal."""
        done: Done = await _shielded(self._act(lambda act: deed(act, *args, **kwargs), deed))
        value: T = done.value
        return value

    def send(
        self,
        deed: Callable[..., Any],
        *args: Any,
        look: Callable[[Reader], Any] | None = None,
        typed: str = "",
    ) -> "asyncio.Future[Done]":
        """One act, and on the same visit to the thread the look that shows it; `typed` is its `Act.typed`.

        It is on its way before this returns, and is finished though nobody waits for it.
        """

        def run(act: Act) -> Any:
            act.typed = typed
            return deed(act, *args)

        return asyncio.shield(asyncio.wrap_future(self._act(run, deed, look)))

    async def close(self) -> None:
        """Finish what waits, and close the file."""
        await asyncio.to_thread(self.shut)

    def reading(self, view: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """One look, waited for: the command line's door."""
        value: T = self.looking(lambda reader: view(reader, *args, **kwargs)).result()
        return value

    def writing(self, deed: Callable[Concatenate[Act, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """One act, waited for: the command line's door."""
        value: T = self._act(lambda act: deed(act, *args, **kwargs), deed).result().value
        return value

    def shut(self) -> None:
        """Finish what waits, and close the file."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self._thread.join()

    def looking(self, run: Callable[[Reader], Any]) -> Future[Any]:
        """One look that nobody waits for yet."""
        return self._put(self._looks, Job("look", run))

    def _act(
        self, run: Callable[[Act], Any], deed: Callable[..., Any], look: Callable[[Reader], Any] | None = None
    ) -> Future[Any]:
        return self._put(self._acts, Job(deed.__name__, run, look))

    def _put(self, queue: deque[Job], job: Job) -> Future[Any]:
        with self._wake:
            if self._closing:
                job.future.set_exception(NotRecorded("closed"))
                return job.future
            job.future.set_running_or_notify_cancel()
            queue.append(job)
            self._wake.notify()
        return job.future

    def _serve(self, opened: Future[file.Opened], opening: Callable[[], file.Opened]) -> None:
        try:
            held = opening()
        except BaseException as error:
            opened.set_exception(error)
            return
        engine = Engine(held)
        opened.set_result(held)
        while True:
            acts, look = self._take()
            if acts:
                self._publish(engine.commit(acts))
            elif look is not None:
                engine.glance(look)
            else:
                held.close()
                return

    def _take(self) -> tuple[list[Job], Job | None]:
        """All acts that wait, or else one look; neither once the store closes and all is done."""
        with self._wake:
            self._wake.wait_for(lambda: self._acts or self._looks or self._closing)
            acts = list(self._acts)
            self._acts.clear()
            return acts, self._looks.popleft() if not acts and self._looks else None

    def _publish(self, topics: frozenset[Topic]) -> None:
        if topics:
            for listener in self.listeners:
                listener(topics)


async def _shielded(future: Future[Any]) -> Any:
    """Wait for a job; one whose caller has gone is finished all the same."""
    return await asyncio.shield(asyncio.wrap_future(future))
