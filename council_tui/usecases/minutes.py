"""The recorder words a part; the chair signs off; sealed papers are handed out and adopted."""

from council_tui.domain import plain
from council_tui.domain.errors import NothingChanged, NotOver, NotSealed, Stale, Unknown
from council_tui.domain.ids import ItemId, MeetingId, PersonId, SealId
from council_tui.domain.minutes import Adopted, PaperExported, PaperKind, Part, Sealed, Worded
from council_tui.store.act import Act
from council_tui.usecases import meetings

TEXT = 8_000
"""The longest wording of a part, in characters."""


def word_part(act: Act, meeting: MeetingId, item: ItemId | None, part: Part, lang: str, text: str) -> None:
    """The recorder words a part of the papers; an empty text gives the composed wording back."""
    meetings.view(act, meeting)
    where = "meeting = ? AND item IS ? AND part = ? AND lang = ?"
    before = act.one(Worded, where, [meeting, item, str(part), lang])
    cleaned = plain.clean_text(text, TEXT)
    act.add(Worded(meeting, item, part, lang, cleaned, replaces=before.id if before is not None else None))


def sign_off(
    act: Act, meeting: MeetingId, chair: PersonId, head: tuple[int, str], sha256: str, at: str | None = None
) -> SealId:
    """The chair signs a version off: the hash of its document goes into the journal.

    `head` is the journal's head when the document was composed; if something was recorded
    since, the document is not what would be sealed, and Stale is raised.
    """
    held = meetings.view(act, meeting)
    if not held.adjourned_at:
        raise NotOver(meeting)
    if head != held.head:
        raise Stale
    last = held.seals[-1].fact if held.seals else None
    if last is not None and last.sha256 == sha256:
        raise NothingChanged(last.version)
    version = last.version + 1 if last is not None else 1
    return SealId(act.add(Sealed(meeting, version, chair, *head, sha256, at or act.now)))


def export_paper(act: Act, seal: SealId, kind: PaperKind, lang: str, columns: int, sha256: str) -> None:
    """A sealed paper left the program as bytes with this hash."""
    if act.one(Sealed, "id = ?", [seal]) is None:
        raise Unknown("seal", seal)
    act.add(PaperExported(seal, kind, lang, columns, sha256))


def adopt_minutes(act: Act, seal: SealId, meeting: MeetingId, at: str | None = None) -> None:
    """A later meeting adopts a sealed version."""
    sealed = act.one(Sealed, "id = ?", [seal])
    if sealed is None or sealed.fact.meeting == meeting:
        raise NotSealed(meeting)
    held = meetings.sitting(act, meeting)
    act.add(Adopted(seal, meeting, meetings.moment(act, held, at)))
