"""A paper is brought back: which version of which meeting it is, and whether a byte was changed."""

from dataclasses import replace

from council_tui.domain.agenda import Meeting
from council_tui.domain.anchors import Anchor, short
from council_tui.domain.minutes import PaperExported, Sealed
from council_tui.domain.record import Kept
from council_tui.domain.tracing import Trace, Traced
from council_tui.store import record
from council_tui.store.act import Reader


def view_traced(at: Reader, sha256: str, anchor: Anchor | None) -> Traced:
    """What a file with this hash, and with this anchor in its last lines, is to the record."""
    export = at.one(PaperExported, "sha256 = ?", [sha256])
    if export is not None:
        seal = at.one(Sealed, "id = ?", [export.fact.seal])
        left = export.fact
        if seal is not None:
            found = Traced(Trace.WHOLE, left.kind, left.lang, left.columns, seal.fact.head)
            return _placed(at, found, seal)
    if anchor is None:
        return Traced(Trace.UNSEALED)
    return _claimed(at, anchor)


def _claimed(at: Reader, anchor: Anchor) -> Traced:
    """What a file's last lines say it is."""
    found = Traced(Trace.CHANGED, anchor.kind, anchor.lang, anchor.columns, anchor.seq)
    for seal in at.standing(Sealed, "head = ?", [anchor.seq]):
        if short(seal.fact.head_hash) == anchor.head:
            return _placed(at, found, seal)
    return replace(found, trace=Trace.FOREIGN)


def _placed(at: Reader, found: Traced, seal: Kept[Sealed]) -> Traced:
    """With the meeting and the version; foreign if the journal has another entry in that place."""
    meeting = at.one(Meeting, "id = ?", [seal.fact.meeting])
    trace = found.trace if record.hash_of(at, seal.fact.head) == seal.fact.head_hash else Trace.FOREIGN
    year, number = (meeting.fact.year, meeting.fact.number) if meeting is not None else (0, 0)
    return replace(found, trace=trace, year=year, number=number, version=seal.fact.version)
