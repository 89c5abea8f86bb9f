"""The journal: one entry an act, each chained to the one before (format "council-journal/1").

The entry is kept as the exact canonical JSON text that was hashed, so that nothing is ever
serialised again in order to be checked.
"""

import hashlib
import json
import sqlite3
import unicodedata
from collections.abc import Mapping
from typing import Any

DOMAIN = b"council-journal/1\n"
ZERO = "0" * 64
LARGEST = 2**53 - 1


class NotCanonical(ValueError):
    """A value that the journal cannot hold exactly: a fraction, a huge number, text that is not NFC."""


def _check(value: Any) -> None:
    if isinstance(value, dict):
        for part in (*value.keys(), *value.values()):
            _check(part)
    elif isinstance(value, list):
        for part in value:
            _check(part)
    elif isinstance(value, str):
        check_text(value)
    elif value is not None and not (isinstance(value, int) and abs(value) <= LARGEST):
        raise NotCanonical(value)


def check_text(value: str) -> None:
    """Raise NotCanonical for text with NUL or not NFC, UnicodeEncodeError for an unpaired surrogate."""
    value.encode("utf-8")
    if "\0" in value or not unicodedata.is_normalized("NFC", value):
        raise NotCanonical(value)


def canonical(entry: Mapping[str, Any]) -> str:
    """The one text of an entry: keys sorted, no spaces, UTF-8, whole numbers only.

    Raises NotCanonical, or UnicodeEncodeError for an unpaired surrogate.
    """
    _check(dict(entry))
    return json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def digest(body: str) -> str:
    """SHA-256 of an entry's text, in lower-case hexadecimal."""
    return hashlib.sha256(DOMAIN + body.encode("utf-8")).hexdigest()


def head(connection: sqlite3.Connection) -> tuple[int, str]:
    """The number and hash of the last entry: `(0, 64 zeros)` in an empty record."""
    row = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return (0, ZERO) if row is None else (row[0], row[1])


def append(connection: sqlite3.Connection, entry: dict[str, Any]) -> str:
    """Chain one entry on, read it back and hash it again.

    `entry` holds at, by, data, file and kind, and its own seq.
    Raises sqlite3.DatabaseError when what was read back is not what was written.
    """
    last, prev = head(connection)
    body = canonical({**entry, "prev": prev, "v": 1})
    if entry["seq"] != last + 1:
        raise sqlite3.DatabaseError("the journal moved under the act")
    connection.execute(
        "INSERT INTO journal (seq, body, hash) VALUES (?, ?, ?)", [last + 1, body, digest(body)]
    )
    kept, hashed = connection.execute("SELECT body, hash FROM journal WHERE seq = ?", [last + 1]).fetchone()
    if kept != body or digest(kept) != hashed:
        raise sqlite3.DatabaseError("the entry read back differs from the entry written")
    return str(hashed)
