"""The last verified head of each file, in the user's state folder: an older copy is noticed.

Nothing here opens the council's file, and a state folder that cannot be used is as an empty one.
"""

import contextlib
import json
import os
import tempfile
from pathlib import Path

from council_tui.domain.failures import OlderFile
from council_tui.domain.lazily import dataclass
from council_tui.domain.verdicts import Check
from council_tui.store import file, journal, places
from council_tui.store.act import Reader


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a file that this machine found in order."""

    book: str
    seq: int
    hash: str
    at: str
    """The clock's value in that entry, UTC."""


def head(book: str) -> Head | None:
    """What is remembered of a file; None for one never seen here."""
    try:
        kept = json.loads(_place(book).read_text(encoding="utf-8"))
        return Head(book, int(kept["seq"]), str(kept["hash"]), str(kept["at"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(check: Check) -> None:
    """Remember the head a check ended at: written whole or not at all, 0600."""
    place = _place(check.file)
    text = json.dumps({"at": check.at, "hash": check.head, "seq": check.seq})
    with contextlib.suppress(OSError):
        file.make_folder(place.parent)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".json")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as made:
                made.write(text)
                made.flush()
                os.fsync(made.fileno())
            os.replace(name, place)
        except OSError:
            os.unlink(name)
            raise


def differs(at: Reader, known: Head) -> bool:
    """Whether the file lacks the remembered entry, or holds another one in its place."""
    rows = at.query("SELECT hash FROM journal WHERE seq = ?", [known.seq])
    return not rows or rows[0]["hash"] != known.hash


def older(at: Reader, known: Head) -> OlderFile | None:
    """What to warn of: the file ends before the remembered entry, or went another way."""
    if not differs(at, known):
        return None
    rows = at.query("SELECT coalesce(max(seq), 0) AS seq FROM journal")
    return OlderFile(found=rows[0]["seq"], remembered=known.seq, at=known.at)


def _place(book: str) -> Path:
    safe = book if book.isalnum() and book.isascii() else journal.digest(book)[:16]
    return places.state_folder() / "heads" / f"{safe}.json"
