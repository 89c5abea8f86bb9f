"""What a paper brought back turned out to be, in one sentence."""

from council_tui.domain.minutes import PaperKind
from council_tui.domain.tracing import Trace, Traced
from council_tui.wording.catalog import N_, _
from council_tui.wording.names import title_numbered
from council_tui.wording.papers.state import kind_words

_SENTENCES = {
    Trace.WHOLE: N_("{paper}: byte for byte as it was exported."),
    Trace.CHANGED: N_("{paper}: CHANGED. No export of this version has these bytes."),
    Trace.FOREIGN: N_("{paper}: NOT OF THIS RECORD. Its entry {entry} is not the one of this record."),
    Trace.UNSEALED: N_("This is no paper that was signed off: its last lines name no entry of a journal."),
}


def traced_words(traced: Traced) -> str:
    """`Minutes (zh, 76 columns), Meeting No. 3 of 2023, version 1: byte for byte as it was exported.`"""
    return _(_SENTENCES[traced.trace]).format(paper=_paper(traced), entry=traced.entry)


def _paper(traced: Traced) -> str:
    kind = kind_words(traced.kind or PaperKind.MINUTES)
    if not traced.number:
        text = _("{kind} ({lang}, {columns} columns)")
    else:
        text = _("{kind} ({lang}, {columns} columns), {meeting}, version {version}")
    meeting = title_numbered(traced.year, traced.number)
    return text.format(
        kind=kind, lang=traced.lang, columns=traced.columns, meeting=meeting, version=traced.version
    )
