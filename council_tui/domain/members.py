"""The people as their screen shows them, beside the meeting in hand."""

from council_tui.domain.agenda import MeetingState, Role
from council_tui.domain.attendees import Attendee
from council_tui.domain.hall import Hall
from council_tui.domain.ids import PersonId
from council_tui.domain.lazily import dataclass
from council_tui.domain.people import PersonView
from council_tui.domain.rules import rules_from_text


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Everybody, and who of them is there tonight."""

    hall: Hall
    people: tuple[PersonView, ...]
    """Those with a seat first and by seat, then the guests."""

    @property
    def parties(self) -> tuple[str, ...]:
        """Whom somebody may speak for: by the rules in force, by the meeting's, and as is known of others."""
        council, meeting = self.hall.council, self.hall.meeting
        found = rules_from_text(council.rules).parties if council is not None else ()
        found += meeting.rules.parties if meeting is not None else ()
        found += tuple(each.party for each in self.people if each.party)
        return tuple(dict.fromkeys(found))

    @property
    def members(self) -> int:
        """How many have a seat."""
        return sum(each.seat is not None for each in self.people)

    @property
    def tonight(self) -> bool:
        """Whether the meeting in hand is being held, or signed in for."""
        meeting = self.hall.meeting
        if meeting is None or meeting.state is MeetingState.ADJOURNED:
            return False
        return meeting.running or any(each.steps for each in meeting.people.values())

    def attendee(self, person: PersonId) -> Attendee | None:
        """Somebody's coming and going tonight."""
        meeting = self.hall.meeting
        return meeting.people.get(person) if meeting is not None and self.tonight else None

    def offices(self, person: PersonId) -> tuple[Role, ...]:
        """What somebody is in the meeting in hand."""
        meeting = self.hall.meeting
        return tuple(role for role in Role if meeting is not None and person in meeting.holders(role))
