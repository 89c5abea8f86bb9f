"""What may wait for a disk goes on beside the screen; where it takes long, that is said until it is done."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

from textual.widget import Widget
from textual.worker import Worker, WorkerFailed

from council_tui.tui.dialogs import Dialog, titled
from council_tui.tui.ink import Line
from council_tui.wording.catalog import _

T = TypeVar("T")

SOON = 0.5
"""Seconds without a word."""


class Busy(Dialog[None], inherit_bindings=False):
    """Something is read or written; no key does anything meanwhile."""

    def page(self, width: int) -> Sequence[Line]:
        """What is waited for."""
        return titled(_("One moment: the disk is being read or written ..."), width)


async def aside(node: Widget, job: Callable[[], T]) -> T:
    """Do `job` away from the screen's thread. Raises what it raises."""
    work: Worker[T] = node.run_worker(asyncio.to_thread(job), group="disk", exit_on_error=False)
    busy: Busy | None = None

    async def tell() -> None:
        nonlocal busy
        busy = Busy()
        await node.app.push_screen(busy)

    timer = node.set_timer(SOON, tell)
    try:
        return await work.wait()
    except WorkerFailed as failed:
        raise failed.error from failed.error.__cause__
    finally:
        timer.stop()
        if busy is not None:
            await busy.dismiss()
