"""Promises: who does what by when."""

from council_tui.domain.ids import ItemId, MeetingId, PersonId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact
from council_tui.domain.topics import Topic


@dataclass(frozen=True, slots=True)
class ActionAssigned(Fact):
    """Something to be done after a meeting; an empty task takes it back."""

    TABLE = "action_assigned"
    TOPIC = Topic.PROMISES

    meeting: MeetingId
    item: ItemId | None
    task: str
    task_2: str
    organisation: str
    organisation_2: str
    person: PersonId | None
    due: str
    """A day (`2023-02-15`); empty when none was set."""
