"""The recorder words a part; the chair signs off; sealed papers are handed out and adopted."""

from collections.abc import Sequence

from council_tui.domain import plain
from council_tui.domain.agenda import ItemSettled, Officers, Outcome, Role
from council_tui.domain.errors import (
    Missing,
    NothingChanged,
    NotOver,
    NotSealed,
    SettledAlready,
    Stale,
    Unknown,
)
from council_tui.domain.ids import ItemId, MeetingId, PersonId, SealId
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import Adopted, PaperExported, PaperKind, Part, Sealed, Worded
from council_tui.domain.papers import PapersView
from council_tui.store.act import Act, Reader
from council_tui.usecases import agenda, meetings
from council_tui.usecases.hall import view_hall

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
    moment = meetings.a_moment(at) if at else act.now
    return SealId(act.add(Sealed(meeting, version, chair, *head, sha256, moment)))


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


def note_outcome(act: Act, meeting: MeetingId, item: ItemId, end: agenda.Settlement) -> None:
    """An outcome without a vote that nobody noted while the meeting ran is entered afterwards."""
    held = _over(act, meeting)
    if agenda.on_agenda(held, item).settled is not None:
        raise SettledAlready(item)
    if end.outcome in {Outcome.CARRIED, Outcome.LOST}:
        raise Missing("vote")
    texts = [plain.clean_text(text, agenda.TEXT) for text in (end.resolution, end.resolution_2)]
    at = meetings.moment(act, held, None)
    act.add(ItemSettled(meeting, item, end.outcome, None, texts[0], texts[1], end.consenting, at))


def name_office(act: Act, meeting: MeetingId, role: Role, people: Sequence[PersonId]) -> None:
    """Who held an office in a meeting is entered afterwards, where nobody was named."""
    held = _over(act, meeting)
    if held.holders(role):
        raise SettledAlready(ItemId(0))
    act.add(Officers(meeting, role, tuple(people), ""))


def view_papers(at: Reader, chosen: MeetingId | None = None) -> PapersView:
    """The meeting in hand, and what left the program of its sealed papers."""
    hall = view_hall(at, chosen)
    seals = {each.id for each in hall.meeting.seals} if hall.meeting is not None else set()
    exports = tuple(each.fact for each in at.standing(PaperExported) if each.fact.seal in seals)
    return PapersView(hall, exports)


def _over(act: Act, meeting: MeetingId) -> MeetingView:
    held = meetings.view(act, meeting)
    if not held.adjourned_at:
        raise NotOver(meeting)
    return held
