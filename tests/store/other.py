"""A second process at a council's file: run as `python -m tests.store.other WHAT FILE`.

It prints one line for each thing it has done, so that a test can wait for it, and ends when its
input is closed.
"""

import sqlite3
import sys
from pathlib import Path

from council_tui.domain.errors import Refusal
from council_tui.store.store import Store
from council_tui.usecases import people
from council_tui.usecases.people import PersonEntry


def say(line: object) -> None:
    print(line, flush=True)


def window(path: Path) -> None:
    """Open the file as a second window would, and try to write at each line of input."""
    store = Store(path)
    say("looks" if store.read_only else "writes")
    for line in sys.stdin:
        try:
            say(store.writing(people.add_person, PersonEntry(line.strip())))
        except Refusal as refused:
            say(type(refused).__name__)
    store.shut()


def write(path: Path) -> None:
    """Add people as fast as it goes, each acknowledged once it is durable."""
    store = Store(path)
    number = 0
    while True:
        number += 1
        store.writing(people.add_person, PersonEntry(f"acked {number} of {sys.argv[3]}"))
        say(number)


def full(path: Path) -> None:
    """Add people until the disk has no more room; then once more."""
    import resource
    import signal

    store = Store(path)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limit = path.stat().st_size + 60_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    refused = 0
    while refused < 2:
        try:
            say(store.writing(people.add_person, PersonEntry("最后一个", title="长" * 100)))
        except Refusal as refusal:
            refused += 1
            say(type(refusal).__name__)
    store.shut()


def rude(path: Path) -> None:
    """Write with SQLite alone, asking no lock of ours: what SQLite's own locks let through."""
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        say("wrote")
    except sqlite3.OperationalError as error:
        say(error)


def crash(path: Path) -> None:
    """Die in the middle of a transaction whose pages are on the disk already: a hot journal stays."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    for row in range(2_000):
        connection.execute("INSERT INTO draft VALUES ('crash', ?, ?)", [str(row), "x" * 500])
    say("half")
    sys.stdin.read()


if __name__ == "__main__":
    {"window": window, "write": write, "rude": rude, "crash": crash, "full": full}[sys.argv[1]](
        Path(sys.argv[2])
    )
