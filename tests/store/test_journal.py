"""The journal's format, "council-journal/1": the same bytes and hashes as an independent program's."""

import pytest

from council_tui.domain.anchors import short
from council_tui.store import journal
from council_tui.store.journal import NotCanonical

VECTORS = [
    (
        {"name": "张三", "n": 1},
        "538b6e71d84838b098bb1d78ace200ffa854391ef68c72cf7444140ad9c13af2",
        "KOFW 44OY JA4L BGF3 DV4K ZYQA 76UF IOI6",
    ),
    (
        {"b": [True, None, ""], "a": 'é\n"\\\u2028😀'},
        "b9db545b84525bca6e5bf4a5905948222fb16bb486fc1c42945840ae3b348037",
        "XHNV IW4E KJN4 U3S3 6SSZ AWKI EIX3 C25U",
    ),
    (
        {},
        "93e82529bcdf9da303ae029e04bd03b5f2b0719c6b5aa6202146c16dc0a781d9",
        "SPUC KKN4 36O2 GA5O AKPA JPID WXZL A4M4",
    ),
]
"""Data, hash and shortened hash of three chained entries, from the reference `chain_ref.py vectors`."""


def test_entries_hash_as_in_the_reference():
    prev = journal.ZERO
    for seq, (content, hashed, words) in enumerate(VECTORS, 1):
        entry = {"v": 1, "file": "test", "seq": seq, "prev": prev, "at": "2026-01-01T00:00:00Z", "by": "x"}
        prev = journal.digest(journal.canonical({**entry, "kind": "k", "data": content}))
        assert (prev, short(prev)) == (hashed, words)


def test_an_entry_has_one_text():
    assert journal.canonical({"b": 1, "a": ["é", None], "c": {"z": 0, "y": ""}}) == (
        '{"a":["é",null],"b":1,"c":{"y":"","z":0}}'
    )


@pytest.mark.parametrize(
    "value", [0.5, 2**53, -(2**53), "e\u0301", "a\0b", b"x", {"k": 1.0}, [["\0"]], {"\0": 1}]
)
def test_what_the_journal_cannot_hold_exactly_is_refused(value: object):
    with pytest.raises(NotCanonical):
        journal.canonical({"data": value})


def test_half_a_character_is_refused():
    with pytest.raises(UnicodeEncodeError):
        journal.canonical({"data": "\ud83d"})
