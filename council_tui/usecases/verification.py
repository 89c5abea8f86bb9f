"""The record is checked: whole, or only what followed the head that this machine verified last.

A check runs slice by slice, so that votes go on meanwhile:
`check = store.reading(view_whole)`, then `check = store.reading(view_slice, check)` until `check.done`.
"""

from contextlib import suppress

from council_tui.domain.errors import Refusal
from council_tui.domain.failures import OlderFile
from council_tui.domain.verdicts import Check
from council_tui.store import remembered, verify
from council_tui.store.act import Reader
from council_tui.store.store import Store


def view_whole(at: Reader) -> Check:
    """The beginning of a check of everything."""
    return verify.whole(at)


def view_tail(at: Reader) -> Check:
    """The beginning of a check of what followed the remembered head; of everything without one."""
    known = remembered.head(verify.file_id(at))
    if known is None or remembered.differs(at, known):
        return verify.whole(at)
    return verify.after(at, known.seq, known.hash)


def view_slice(at: Reader, check: Check) -> Check:
    """The next slice of a check."""
    return verify.advance(at, check)


def view_age(at: Reader) -> OlderFile | None:
    """A warning when this file holds less than, or other than, what this machine saw of it before."""
    known = remembered.head(verify.file_id(at))
    return remembered.older(at, known) if known is not None else None


def remember(check: Check) -> None:
    """Remember the head that a check of a sound record ended at."""
    if check.done and check.sound and check.seq:
        remembered.keep(check)


def leave(store: Store) -> None:
    """Remember what this session recorded, if it is in order: an older copy opened next is noticed."""
    with suppress(Refusal):
        if store.reading(view_age) is None:
            remember(check_record(store, tail=True))


def check_record(store: Store, *, tail: bool = False) -> Check:
    """A check from beginning to end, waited for: the command line's door."""
    check = store.reading(view_tail if tail else view_whole)
    while not check.done:
        check = store.reading(view_slice, check)
    return check
