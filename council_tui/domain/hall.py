"""What every screen shows around its own: the council, the meeting in hand, and the last thing recorded."""

from council_tui.domain.council import CouncilView
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.record import History


@dataclass(frozen=True, slots=True)
class Hall:
    """The frame of every picture."""

    council: CouncilView | None
    """None in a file in which no council was founded yet."""
    meeting: MeetingView | None
    """The meeting that runs, else the one chosen, else the next to be dealt with."""
    last: History
    """The last thing recorded, alone."""

    @property
    def masked(self) -> bool:
        """Whether eyes in the room are to be reckoned with: from the opening to the adjournment."""
        return self.meeting is not None and self.meeting.running
