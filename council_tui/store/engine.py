"""What the store's thread does: a batch of acts in one transaction, or one look.

Each act has a savepoint and an entry of its own; all are acknowledged after the one COMMIT.
A commit that fails is never tried again: what it held is not recorded, and no more acts are taken.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import field
from typing import Any

from council_tui.domain.errors import Refusal
from council_tui.domain.failures import FileMoved, NotRecorded, ViewOnly, Waiting
from council_tui.domain.ids import Seq
from council_tui.domain.lazily import dataclass
from council_tui.domain.topics import Topic
from council_tui.store import clock, file, keyboard
from council_tui.store.act import Act, Reader
from council_tui.store.file import Opened


@dataclass(frozen=True, slots=True)
class Done:
    """What an act gave back, after its commit."""

    value: Any
    view: Any
    """The look that was asked for with the act; None without one."""
    seq: Seq | None
    """The number of its entry; None when it recorded nothing."""


@dataclass(slots=True)
class Job:
    """One look or act that waits for the thread."""

    kind: str
    run: Callable[[Any], Any]
    look: Callable[[Reader], Any] | None = None
    future: Future[Any] = field(default_factory=Future)


@dataclass(slots=True)
class _Ran:
    """An act inside the open transaction."""

    job: Job
    value: Any = None
    seq: Seq | None = None
    refusal: BaseException | None = None


class Engine:
    """Runs jobs on an open file. Lives on the store's thread."""

    def __init__(self, opened: Opened):
        self._opened = opened
        self._connection = opened.connection
        self._broken: Refusal | None = None
        self._touched: set[Topic] = set()
        self._id = ""

    def glance(self, job: Job) -> None:
        """One look, in one picture."""
        try:
            job.future.set_result(self._recovered(job.run))
        except sqlite3.OperationalError as error:
            waits = file.busy(error) or file.hot(error)
            job.future.set_exception(Waiting(str(self._opened.path)) if waits else error)
        except BaseException as error:
            job.future.set_exception(error)

    def _recovered(self, run: Callable[[Reader], Any]) -> Any:
        """A look; what another window's crash left half-written is rolled back for it, if nobody writes."""
        try:
            return self._look(run)
        except sqlite3.OperationalError as error:
            if not (file.hot(error) and file.recover(self._opened.path)):
                raise
        return self._look(run)

    def commit(self, jobs: Sequence[Job]) -> frozenset[Topic]:
        """A batch of acts; the topics they touched. Every job's future is answered."""
        self._touched = set()
        refusal = ViewOnly(str(self._opened.path)) if self._opened.read_only else self._broken
        if refusal is None:
            try:
                ran = self._transact(jobs)
            except (sqlite3.Error, Refusal) as error:
                refusal = self._failed(error)
            else:
                self._answer(ran)
                return frozenset(Topic if Topic.COUNCIL in self._touched else self._touched)
        for job in jobs:
            job.future.set_exception(refusal)
        return frozenset()

    def _transact(self, jobs: Sequence[Job]) -> list[_Ran]:
        self._connection.execute("BEGIN IMMEDIATE")
        ran = [self._act(job) for job in jobs]
        self._opened.check_ours()
        self._connection.execute("COMMIT")
        self._opened.check_ours()
        return ran

    def _act(self, job: Job) -> _Ran:
        self._connection.execute("SAVEPOINT act")
        act = Act(self._connection, clock.now())
        try:
            ran = _Ran(job, value=job.run(act))
            if act.finish(job.kind, keyboard.at(act), self._file_id()):
                ran.seq = act.seq
        except BaseException as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            self._connection.execute("ROLLBACK TO act")
            ran = _Ran(job, refusal=error)
        else:
            self._touched |= act.written.topics
        self._connection.execute("RELEASE act")
        return ran

    def _answer(self, ran: Sequence[_Ran]) -> None:
        for each in ran:
            if each.refusal is not None:
                each.job.future.set_exception(each.refusal)
                continue
            try:
                view = self._look(each.job.look) if each.job.look is not None else None
                each.job.future.set_result(Done(each.value, view, each.seq))
            except BaseException as error:
                each.job.future.set_exception(error)

    def _look(self, run: Callable[[Reader], Any]) -> Any:
        self._connection.execute("BEGIN")
        try:
            return run(Reader(self._connection, clock.now()))
        finally:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")

    def _failed(self, error: sqlite3.Error | Refusal) -> Refusal:
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.OperationalError) and file.busy(error):
            return Waiting(str(self._opened.path))
        self._broken = error if isinstance(error, Refusal) else self._lost() or NotRecorded(str(error))
        return self._broken

    def _lost(self) -> Refusal | None:
        """What SQLite calls a read-only database may be one that was moved away."""
        try:
            self._opened.check_ours()
        except FileMoved as moved:
            return moved
        return None

    def _file_id(self) -> str:
        """This record book's own id, inside every entry so that none can be transplanted."""
        if not self._id:
            row = self._connection.execute(
                "SELECT json_extract(body, '$.file') FROM journal WHERE seq = 1"
            ).fetchone()
            self._id = os.urandom(8).hex() if row is None else str(row[0])
        return self._id
