"""A plan that is given up: a meeting is cancelled before it begins."""

from council_tui.domain.errors import Refusal
from council_tui.domain.ids import MeetingId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact
from council_tui.domain.topics import Topic


@dataclass(frozen=True, slots=True)
class MeetingCancelled(Fact):
    """A planned meeting will not take place; what was on its agenda waits for another."""

    TABLE = "meeting_cancelled"
    TOPIC = Topic.AGENDA
    ONE = ("meeting",)

    meeting: MeetingId
    reason: str
    at: str


@dataclass
class CalledOff(Refusal):
    """The meeting was cancelled before it began."""

    meeting: MeetingId
