"""What a check of the record found, in sentences: one for each fault, and one for the whole."""

from council_tui.domain.verdicts import Check, Fault, Wrong
from council_tui.wording.catalog import N_, _

_FAULTS = {
    Wrong.SCHEMA: N_("Tables, views or triggers are not those of this version."),
    Wrong.PAGES: N_("The file itself is damaged: {detail}."),
    Wrong.ENTRY_CHANGED: N_("Entry {seq} of the journal was changed after it was written."),
    Wrong.ENTRY_UNREADABLE: N_("Entry {seq} of the journal cannot be read."),
    Wrong.ENTRY_MISSING: N_("Entry {seq} of the journal is missing."),
    Wrong.ENTRY_UNCHAINED: N_("Entry {seq} of the journal does not follow the one before it."),
    Wrong.FACT_CHANGED: N_("Table {table}, row {row}: not what entry {seq} recorded."),
    Wrong.FACT_MISSING: N_("Table {table}, row {row}: missing, but entry {seq} recorded it."),
    Wrong.FACT_UNNAMED: N_("Table {table}, row {row}: no entry recorded it (it claims entry {seq})."),
    Wrong.TEXT_CHANGED: N_("Table {table}, row {row}, {detail}: not the text that entry {seq} recorded."),
    Wrong.TEXT_MISSING: N_(
        "Table {table}, row {row}, {detail}: the text of entry {seq} is gone, not erased."
    ),
    Wrong.TEXT_STRAY: N_("Table private: a text for {table}, row {row}, {detail}, that no entry recorded."),
    Wrong.DERIVED: N_("Table {table}, row {row}: not what was undone and redone."),
}


def fault_words(fault: Fault) -> str:
    """What is wrong, where, and to which meeting it belongs."""
    what = _(_FAULTS[fault.wrong]).format(
        table=fault.table, row=fault.row, seq=fault.seq, detail=fault.detail
    )
    if fault.meeting is None:
        return what
    return _("{what} It belongs to meeting No. {number} of {year}.").format(
        what=what, number=fault.number, year=fault.year
    )


def check_words(check: Check) -> str:
    """What the whole check says."""
    if check.sound:
        text = _(
            "The record is sound. Entries checked: {entries}; facts compared: {facts}; last entry: {seq}."
        )
    else:
        text = _("The record was changed outside the program. Faults found: {faults}.")
    return text.format(entries=check.entries, facts=check.facts, seq=check.seq, faults=len(check.faults))
