"""Who sits at the keyboard: the open meeting's recorder, else the operator chosen at Home."""

from council_tui.domain.agenda import MeetingMoved, MeetingState, Officers, Role
from council_tui.domain.council import OperatorChosen
from council_tui.domain.ids import NOBODY, PersonId
from council_tui.store.act import Reader


def at(reader: Reader) -> PersonId:
    """The person acts are signed with; NOBODY before anybody was named."""
    last = reader.one(MeetingMoved, "1", [])
    if last is not None and last.fact.state is not MeetingState.ADJOURNED:
        officers = reader.one(Officers, "meeting = ? AND role = ?", [last.fact.meeting, str(Role.RECORDER)])
        if officers is not None and officers.fact.people:
            return officers.fact.people[0]
    operator = reader.one(OperatorChosen, "1", [])
    return operator.fact.person if operator is not None else NOBODY
