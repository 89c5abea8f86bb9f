"""The floor: what was said."""

from enum import StrEnum

from council_tui.domain.ids import ItemId, MeetingId, PersonId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact, Private
from council_tui.domain.topics import Topic


class Stance(StrEnum):
    """Which side a speaker takes."""

    PRO = "pro"
    CON = "con"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Remark(Fact):
    """The gist of what somebody said; an empty text takes a remark back."""

    TABLE = "remark"
    TOPIC = Topic.FLOOR

    meeting: MeetingId
    item: ItemId
    person: PersonId | None
    """None for a remark that is nobody's: an observation of the recorder."""
    stance: Stance
    text: Private[str]
    text_2: Private[str]
    at: str
