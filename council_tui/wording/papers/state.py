"""How far a paper has come, in words; a draft says so on its face, a sealed one carries its anchor."""

from dataclasses import replace

from council_tui.domain.anchors import Anchor, short
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind, Sealed
from council_tui.domain.papers import SHEET, Printed, Standing, final, standing
from council_tui.domain.record import Kept
from council_tui.wording import names
from council_tui.wording.catalog import N_, _, speaking
from council_tui.wording.document import Document, Title
from council_tui.wording.minutes import compose_in, sealed_hash

STATES = {
    Standing.WRITING: N_("draft, writing itself as the meeting runs"),
    Standing.UNSEALED: N_("draft, not signed off"),
    Standing.SEALED: N_("version {version}, sealed #{entry}"),
    Standing.CHANGED: N_("draft, changed since version {version}"),
    Standing.ADOPTED: N_("version {version}, adopted"),
}

KINDS: dict[Printed, str] = {
    PaperKind.MINUTES: N_("Minutes"),
    PaperKind.RECORD: N_("Record of proceedings"),
    SHEET: N_("Blank tally sheet"),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of a meeting, ready to be laid out."""

    document: Document
    seal: Kept[Sealed] | None
    """The version it is; None for a draft."""

    def anchor(self, columns: int) -> Anchor | None:
        """What ties it to the journal at this width; None for a draft."""
        if self.seal is None:
            return None
        sealed = self.seal.fact
        kind = PaperKind(self.document.kind)
        return Anchor(kind, self.document.lang, columns, sealed.head, short(sealed.head_hash))


def paper(meeting: MeetingView, kind: PaperKind, lang: str, sha256: str = "") -> Paper:
    """A paper as it stands: the version that was signed off, or a draft that says so.

    `sha256`: the hash of all papers of the meeting, where it is known already.
    """
    document = compose_in(meeting, kind, lang)
    seal = final(meeting, sha256 or sealed_hash(meeting))
    return Paper(document if seal is not None else _marked(document, meeting), seal)


def state_words(meeting: MeetingView, sha256: str) -> str:
    """`draft, not signed off`; `version 1, sealed #460`."""
    last = meeting.seals[-1] if meeting.seals else None
    version, entry = (last.fact.version, last.entry) if last is not None else (0, 0)
    return _(STATES[standing(meeting, sha256)]).format(version=version, entry=entry)


def kind_words(kind: Printed) -> str:
    """`Minutes`, `Record of proceedings`, `Blank tally sheet`."""
    return _(KINDS[kind])


def seal_words(meeting: MeetingView, seal: Kept[Sealed], exports: int) -> str:
    """`Version 1  signed off 8 February 2023 20:50, Zhou Min  #460  exported 2`."""
    sealed = seal.fact
    words = _("Version {version}   signed off {day} {time}, {chair}   #{entry}").format(
        version=sealed.version,
        day=names.day_words(sealed.at),
        time=names.clock_time(sealed.at),
        chair=names.name_of(meeting, sealed.chair),
        entry=seal.entry,
    )
    if exports:
        words += "   " + _("exported {count}").format(count=exports)
    if any(each.seal == seal.id for each in meeting.adopted):
        words += "   " + _("adopted")
    return words


def _marked(document: Document, meeting: MeetingView) -> Document:
    """A draft, with a line under its titles that says so."""
    with speaking(document.lang):
        words = _("(Draft, not signed off)")
        if meeting.seals:
            text = _("(Draft: changed since version {version} was signed off)")
            words = text.format(version=meeting.seals[-1].fact.version)
    titles = sum(isinstance(block, Title) for block in document.blocks)
    blocks = (*document.blocks[:titles], Title(words), *document.blocks[titles:])
    return replace(document, blocks=blocks)
