"""The store's thread: shared commits, refusals of their own, drained queues, callers that have gone."""

import asyncio
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from council_tui.domain.council import OperatorChosen
from council_tui.domain.errors import Missing, SeatTaken, Unknown
from council_tui.domain.failures import NotRecorded
from council_tui.domain.ids import PersonId
from council_tui.domain.topics import Topic
from council_tui.store.act import Act, Reader
from council_tui.store.store import Store
from council_tui.usecases import council, people, record, verification
from council_tui.usecases.people import PersonEntry


class Commits:
    """Counts the commits of a store by its listener: one call for each."""

    def __init__(self, store: Store):
        self.topics: list[frozenset[Topic]] = []
        store.listeners.append(self.topics.append)


def slow(act: Act, gate: "asyncio.Event | None" = None) -> None:
    """An act during which others queue up."""
    import time

    end = time.monotonic() + 0.2
    while time.monotonic() < end:
        act.query("SELECT 1")


async def test_acts_that_wait_share_a_commit_and_each_is_an_entry(store: Store):
    commits = Commits(store)
    waiting = [store.send(slow)]
    await asyncio.sleep(0)
    waiting += [store.send(people.add_person, PersonEntry(f"第{n}")) for n in range(60)]
    done = await asyncio.gather(*waiting)
    seqs = [each.seq for each in done[1:]]
    assert seqs == list(range(seqs[0], seqs[0] + 60))
    assert len(commits.topics) <= 3
    assert verification.check_record(store).entries == seqs[-1]


async def test_a_refusal_takes_back_its_own_act_only(store: Store):
    entries = [
        PersonEntry("甲", seat=10),
        PersonEntry("乙", seat=10),
        PersonEntry(""),
        PersonEntry("丙", seat=11),
    ]
    first = store.send(slow)
    await asyncio.sleep(0)
    told = await asyncio.gather(
        first, *(store.write(people.add_person, entry) for entry in entries), return_exceptions=True
    )
    assert [type(each) for each in told[1:]] == [int, SeatTaken, Missing, int]
    seats = {each.seat: each.name for each in store.reading(people.view_people)}
    assert (seats[10], seats[11]) == ("甲", "丙")
    assert verification.check_record(store).sound


async def test_an_act_gives_back_the_view_after_all_of_its_commit(store: Store):
    first = store.send(slow)
    await asyncio.sleep(0)
    looks = await asyncio.gather(
        *(store.send(people.add_person, PersonEntry("x"), look=people.view_people) for _ in range(3))
    )
    await first
    assert [len(each.view) for each in looks] == [12, 12, 12]


async def test_a_caller_that_has_gone_is_recorded_all_the_same(store: Store):
    first = store.send(slow)
    task = asyncio.create_task(store.write(people.add_person, PersonEntry("还是记下了")))
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await first
    assert store.reading(people.view_people)[-1].name == "还是记下了"


async def test_closing_finishes_what_waits(path: Path, store: Store):
    first = store.send(slow)
    await asyncio.sleep(0)
    tasks = [asyncio.create_task(store.write(people.add_person, PersonEntry(f"第{n}"))) for n in range(5)]
    await asyncio.sleep(0)
    await store.close()
    assert len(await asyncio.gather(*tasks)) == 5
    await first
    with pytest.raises(NotRecorded):
        await store.write(people.add_person, PersonEntry("太晚"))
    again = Store(path, view_only=True)
    assert len(again.reading(people.view_people)) == 14
    again.shut()


async def test_acts_go_before_looks(store: Store):
    order: list[str] = []

    def look(at: Reader) -> None:
        order.append("look")

    def act(at: Act) -> None:
        order.append("act")

    await asyncio.gather(store.send(slow), store.read(look), store.read(look), store.send(act))
    assert order == ["act", "look", "look"]


def test_what_changed_is_told_after_the_commit_and_only_then(store: Store):
    commits = Commits(store)
    store.writing(people.add_person, PersonEntry("x"))
    store.writing(record.keep_draft, "a", "b", "c")
    with pytest.raises(Missing):
        store.writing(people.add_person, PersonEntry(""))
    assert commits.topics == [frozenset({Topic.PEOPLE})]
    store.writing(record.undo)
    assert commits.topics[1] == frozenset(Topic)


def test_an_act_that_breaks_takes_nothing_else_with_it(store: Store):
    def broken(act: Act) -> None:
        act.add(OperatorChosen(PersonId(1)))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.writing(broken)
    chosen = store.reading(council.view_council)
    assert chosen is not None
    assert chosen.operator == 0
    store.writing(people.add_person, PersonEntry("照常"))


def test_what_speaks_of_nobody_is_unknown(store: Store):
    with pytest.raises(Unknown):
        store.writing(lambda act: act.add(OperatorChosen(PersonId(99))))


def test_a_disk_that_refuses_is_said_and_no_more_is_taken(store: Store):
    def full(act: Act) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    for deed, values in ((full, ()), (people.add_person, (PersonEntry("x"),))):
        with pytest.raises(NotRecorded):
            store.writing(deed, *values)
    assert len(store.reading(people.view_people)) == 9


def test_facts_are_never_changed_deleted_or_overwritten(store: Store):
    for sql in (
        "UPDATE person_named SET title = 'x'",
        "DELETE FROM seated",
        "INSERT OR REPLACE INTO person (id, entry) VALUES (1, 1)",
        "UPDATE journal SET hash = ''",
        "DELETE FROM journal",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            store.writing(lambda act, sql=sql: act.query(sql))


FORGOTTEN = """
import sys
from pathlib import Path
from council_tui.store.store import Store
Store(Path(sys.argv[1]))
raise SystemExit(3)
"""


def test_a_program_that_forgets_to_close_ends_all_the_same(path: Path, store: Store):
    store.shut()
    assert subprocess.run([sys.executable, "-c", FORGOTTEN, str(path)], timeout=30).returncode == 3
