"""An adversary who copies everything the program has on the disk, at every moment of a secret ballot.

Two evenings that differ only in who pressed what must leave the same copies: then nobody who holds them,
however clever, can tell who voted how (`shared/reliability.md`, 3.2, "secret_twin").
"""

import json
import sqlite3
import struct
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

Copies = Mapping[str, object]
"""What every file holds, by its place under the folder; of a rollback journal, its pages."""

HEAD = struct.Struct(">8sIIIII")
"""Of a rollback journal: magic, pages, nonce, size of the database, of a sector, of a page."""


def copies(folder: Path) -> dict[str, object]:
    """Everything that lies under a folder at this moment."""
    found: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            held = path.read_bytes()
            kept = remembered(held) if path.parent.name == "heads" else held
            found[str(path.relative_to(folder))] = pages(held) if path.name.endswith("-journal") else kept
    return found


def remembered(head: bytes) -> tuple[tuple[str, object], ...]:
    """The head remembered of a file, but for the second in which the start had looked through it."""
    return tuple((name, value) for name, value in sorted(json.loads(head).items()) if name != "at")


def pages(journal: bytes) -> tuple[int, int, tuple[tuple[int, bytes], ...]]:
    """A rollback journal without its random numbers: sizes, and the pages as they were, in their order.

    The nonce in its head, and the checksum behind each page that is made with it, are SQLite's own dice.
    """
    _magic, _count, _nonce, size, sector, page = HEAD.unpack_from(journal)
    step = page + 8
    places = range(sector, len(journal) - step + 1, step)
    rows = tuple((struct.unpack_from(">I", journal, at)[0], journal[at + 4 : at + 4 + page]) for at in places)
    return size, page, rows


def tells(first: Sequence[Copies], second: Sequence[Copies]) -> list[tuple[int, str]]:
    """Which files differ between two evenings, and at which step."""
    found = [(step, "(steps)") for step in range(min(len(first), len(second)), max(len(first), len(second)))]
    for step, (a, b) in enumerate(zip(first, second, strict=False)):
        found += [(step, name) for name in sorted(a.keys() | b.keys()) if a.get(name) != b.get(name)]
    return found


@contextmanager
def held_up(book: Path) -> Iterator[None]:
    """Somebody reads the file: SQLite writes its rollback journal and waits with the rest."""
    with closing(sqlite3.connect(f"file:{book}?mode=ro", uri=True, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sqlite_master").fetchall()
        yield


def caught(book: Path, folder: Path, *, pause: Callable[[], None] = lambda: time.sleep(0.01)) -> Copies:
    """Copies made while a rollback journal lies there with all its pages; call it within `held_up`."""
    journal, deadline, size = book.with_name(book.name + "-journal"), time.monotonic() + 2.0, -1
    while time.monotonic() < deadline:
        now = journal.stat().st_size if journal.exists() else -1
        if now == size > HEAD.size:
            return copies(folder)
        size = now
        pause()
    raise AssertionError("No rollback journal was seen.")
