"""Undo, redo, the list of what was done, and texts that were being typed."""

from collections.abc import Mapping

from council_tui.domain import plain
from council_tui.domain.errors import Unknown
from council_tui.domain.failures import NothingToRedo, NothingToUndo
from council_tui.domain.ids import Seq
from council_tui.domain.record import Entry, Erased, History, Reversal
from council_tui.store import record
from council_tui.store.act import Act, Reader

WHY = 200
"""The longest reason, in characters."""


def undo(act: Act, until: Seq | None = None) -> int:
    """The last thing recorded falls, or everything back to `until`; how many entries fell."""
    last = until if until is not None else record.undo_from(act)
    entries = record.reaching(act, last) if last is not None else []
    if not entries:
        raise NothingToUndo
    for entry in entries:
        act.add(Reversal(entry, stands=False))
    return len(entries)


def redo(act: Act) -> Seq:
    """What was undone last stands again, until something new was recorded; its number."""
    entry = record.redo_from(act)
    if entry is None:
        raise NothingToRedo
    act.add(Reversal(entry, stands=True))
    return entry


def erase_text(act: Act, table: str, row: int, field: str, why: str) -> None:
    """A private text is forgotten: its hash stays in the journal, so that the chain holds."""
    if not record.holds(act, table, row, field):
        raise Unknown(table, row)
    act.add(Erased(table, row, field, plain.clean_line(why, WHY)))
    act.erase(table, row, field)


def keep_draft(act: Act, screen: str, field: str, text: str) -> None:
    """What is being typed, kept outside the record; an empty text forgets it."""
    act.draft(screen, field, plain.storable(text))


def view_drafts(at: Reader, screen: str) -> Mapping[str, str]:
    """What was being typed on a screen, by field."""
    return record.drafts(at, screen)


def view_history(at: Reader, limit: int = 100) -> History:
    """The newest acts first, and how far undo and redo reach."""
    entries = record.entries(at, limit)
    return _history(at, entries)


def view_last(at: Reader) -> History:
    """The last act only: what the screen says was recorded."""
    return _history(at, record.entries(at, 1))


def _history(at: Reader, entries: tuple[Entry, ...]) -> History:
    names = record.names(at, [each.fact for entry in entries for each in entry.facts])
    return History(entries, names, record.undo_from(at), record.redo_from(at))
