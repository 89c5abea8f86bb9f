"""What the counting desk must know of one member before an answer is taken: read at every key."""

from dataclasses import dataclass

from council_tui.domain.agenda import IN_THE_ROOM, Attendance, Presence, Recusal, RollMember
from council_tui.domain.ids import MeetingId, PersonId, VoteId
from council_tui.domain.votes import VoteAbandoned, VoteClosed, VoteOpened, Way
from council_tui.store import people, votes
from council_tui.store.act import Reader


@dataclass(frozen=True, slots=True)
class Place:
    """A member's place in a vote."""

    way: Way
    open: bool
    entitled: bool
    """On the roll with a vote, and not standing aside for the item."""
    present: bool
    name: str
    ballot: int | None
    """The id of their standing answer, one taken back included."""


def place(at: Reader, vote: VoteId, person: PersonId) -> Place | None:
    """A member's place in a vote; None when the vote does not stand."""
    opened = at.one(VoteOpened, "id = ?", [vote])
    if opened is None:
        return None
    meeting = opened.fact.meeting
    closed, abandoned = at.one(VoteClosed, "vote = ?", [vote]), at.one(VoteAbandoned, "vote = ?", [vote])
    member = at.one(RollMember, "meeting = ? AND person = ?", [meeting, person])
    recusal = at.one(Recusal, "meeting = ? AND item = ? AND person = ?", [meeting, opened.fact.item, person])
    aside = recusal is not None and recusal.fact.recused
    ballot = votes.ballot(at, vote, person)
    return Place(
        way=opened.fact.way,
        open=closed is None and abandoned is None,
        entitled=member is not None and member.fact.votes and not aside,
        present=_presence(at, meeting, person) in IN_THE_ROOM,
        name=people.names(at, [person]).get(person, ""),
        ballot=ballot.id if ballot is not None else None,
    )


def _presence(at: Reader, meeting: MeetingId, person: PersonId) -> Presence | None:
    steps = at.standing(Attendance, "meeting = ? AND person = ?", [meeting, person])
    return max(steps, key=lambda each: (each.fact.at, each.id)).fact.presence if steps else None
