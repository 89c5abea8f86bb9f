"""What the counting desk reads at every key: a member's place before an answer, and what came in since."""

import json
from typing import Any

from council_tui.domain.agenda import IN_THE_ROOM, MeetingPlanned, Officers, Recusal, Role, RollMember
from council_tui.domain.attendees import represented_by
from council_tui.domain.ids import PersonId, Seq, VoteId
from council_tui.domain.late import EnteredLate
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Entry, Fact, Kept
from council_tui.domain.rules import rules_from_text
from council_tui.domain.votes import VoteOpened, Way
from council_tui.store import attendance, proxies, shape, votes
from council_tui.store.act import Reader


@dataclass(frozen=True, slots=True)
class Place:
    """A member's place in a vote."""

    way: Way
    open: bool
    entitled: bool
    """On the roll with a vote, and not standing aside for the item."""
    present: bool
    """In the room, or represented; for what is entered afterwards, so when the vote was opened is enough."""
    ballot: int | None
    """The id of their standing answer, one taken back included."""


def place(at: Reader, vote: VoteId, person: PersonId) -> Place | None:
    """A member's place in a vote; None when the vote does not stand."""
    opened = at.one(VoteOpened, "id = ?", [vote])
    if opened is None:
        return None
    ballot = votes.ballot(at, vote, person)
    ended = at.query(
        "SELECT 1 FROM vote_closed_standing WHERE vote = :1"
        " UNION ALL SELECT 1 FROM vote_abandoned_standing WHERE vote = :1",
        [vote],
    )
    return Place(
        way=opened.fact.way,
        open=not ended,
        entitled=_entitled(at, opened.fact, person),
        present=_present(at, vote, opened.fact, person),
        ballot=ballot.id if ballot is not None else None,
    )


def answers(at: Reader, kind: type[Fact], vote: VoteId, after: Seq) -> tuple[Entry, ...] | None:
    """What came into the record after an entry; None when it was anything but answers to this vote, which
    are facts of a kind."""
    rows = at.query("SELECT seq, body FROM journal WHERE seq > ? ORDER BY seq", [after])
    found = [(Seq(row["seq"]), json.loads(row["body"])) for row in rows]
    if any(
        set(body["data"]) != {kind.TABLE} or any(each["vote"] != vote for each in body["data"][kind.TABLE])
        for _, body in found
    ):
        return None
    return tuple(_entry(kind, seq, body) for seq, body in found)


def _entry(kind: type[Fact], seq: Seq, body: dict[str, Any]) -> Entry:
    facts: list[Kept[Fact]] = [
        Kept(row["id"], seq, shape.fact(kind, row)) for row in body["data"][kind.TABLE]
    ]
    by = PersonId(body["by"])
    return Entry(seq, body["at"], by, body["kind"], tuple(facts), stands=True, undoable=True)


def _entitled(at: Reader, vote: VoteOpened, person: PersonId) -> bool:
    """Who was when it was opened, is: nobody stands aside, and no chair is without a vote, meanwhile."""
    if person in vote.electorate:
        return True
    return _at_table(at, vote, person) and not _silent(at, vote, person)


def _at_table(at: Reader, vote: VoteOpened, person: PersonId) -> bool:
    """On the roll with a vote, and not standing aside for the item."""
    member = at.one(RollMember, "meeting = ? AND person = ?", [vote.meeting, person])
    if member is None or not member.fact.votes:
        return False
    recusal = at.one(Recusal, "meeting = ? AND item = ? AND person = ?", [vote.meeting, vote.item, person])
    return recusal is None or not recusal.fact.recused


def _silent(at: Reader, vote: VoteOpened, person: PersonId) -> bool:
    """Whether they hold the chair under rules that give it no vote."""
    if rules_from_text(vote.rules).chair_answers:
        return False
    chair = at.one(Officers, "meeting = ? AND role = ?", [vote.meeting, str(Role.CHAIR)])
    return chair is not None and person in chair.fact.people


def _present(at: Reader, id: VoteId, vote: VoteOpened, person: PersonId) -> bool:
    """Whether they are in the room; of a vote that is entered afterwards, whether they were."""
    taken = attendance.steps(at, vote.meeting, person).get(person, ())
    if taken and taken[-1].presence in IN_THE_ROOM:
        return True
    if _represented(at, vote, person):
        return True
    plan = at.one(MeetingPlanned, "meeting = ?", [vote.meeting])
    late = plan is not None and plan.fact.late or at.one(EnteredLate, "vote = ?", [id]) is not None
    return late and person in vote.electorate


def _represented(at: Reader, vote: VoteOpened, person: PersonId) -> bool:
    """Whether somebody who is there, and may vote on the item, represents them."""
    given = proxies.given(at, vote.meeting, person)
    if not given:
        return False
    steps = attendance.steps(at, vote.meeting)
    holder = represented_by(steps, given, rules_from_text(vote.rules).proxy).get(person)
    return holder is not None and _at_table(at, vote, holder)
