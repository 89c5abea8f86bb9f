"""Remarks are noted, reworded and taken back."""

from council_tui.domain import plain
from council_tui.domain.errors import Missing, Unknown
from council_tui.domain.floor import Remark, Stance
from council_tui.domain.ids import ItemId, MeetingId, PersonId
from council_tui.store.act import Act
from council_tui.usecases import agenda, meetings

TEXT = 2_000
"""The longest remark, in characters."""


def note_remark(
    act: Act,
    meeting: MeetingId,
    item: ItemId,
    text: str,
    person: PersonId | None = None,
    stance: Stance = Stance.NEITHER,
) -> int:
    """The gist of what somebody said, or an observation of the recorder. The remark's id."""
    held = meetings.view(act, meeting)
    agenda.on_agenda(held, item)
    return act.add(Remark(meeting, item, person, stance, _text(text), "", meetings.moment(act, held, None)))


def change_remark(act: Act, remark: int, text: str, text_2: str = "") -> None:
    """A remark is worded otherwise; an empty text takes it back."""
    before = act.one(Remark, "id = ?", [remark])
    if before is None:
        raise Unknown("remark", remark)
    old = before.fact
    cleaned, second = plain.clean_text(text, TEXT), plain.clean_text(text_2, TEXT)
    act.add(Remark(old.meeting, old.item, old.person, old.stance, cleaned, second, old.at, replaces=remark))


def _text(text: str) -> str:
    cleaned = plain.clean_text(text, TEXT)
    if not cleaned:
        raise Missing("text")
    return cleaned
