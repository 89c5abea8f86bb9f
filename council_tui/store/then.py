"""What a sealed paper took from outside its meeting, read as it was when it was signed off.

Names, posts, the words of items and proposals go on changing; a paper that was signed says what it said.
"""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from functools import partial

from council_tui.domain.agenda import ItemWritten
from council_tui.domain.council import CouncilNamed, RulesChosen
from council_tui.domain.ids import MeetingId
from council_tui.domain.parties import PartyJoined
from council_tui.domain.people import PersonNamed, Seated
from council_tui.domain.proposals import Proposal, ProposalWritten, Withdrawn
from council_tui.domain.record import Fact
from council_tui.domain.reopenings import VoteReopened
from council_tui.domain.secrecy import ItemMarked
from council_tui.domain.stages import Staged, StageDecided, StagePublished, StagePut
from council_tui.domain.votes import ResultAnnounced, VoteClosed
from council_tui.store import guards
from council_tui.store.act import Reader, Value

_MOVED = (
    "EXISTS (SELECT 1 FROM moved_standing AS m WHERE m.proposal = {row}.proposal AND m.meeting = {meeting})"
)
"""Whether a proposal came before the meeting; one that did not is no part of its papers."""

_OWN = "{row}.vote IN (SELECT o.id FROM vote_opened AS o WHERE o.meeting = {meeting})"
"""Whether a vote was taken in the meeting itself."""

OUTSIDE: Mapping[type[Fact], str] = {
    CouncilNamed: "{row}.entry <= {seq}",
    RulesChosen: "{row}.entry <= {seq}",
    PersonNamed: "{row}.entry <= {seq}",
    Seated: "{row}.entry <= {seq}",
    PartyJoined: "{row}.entry <= {seq}",
    ItemWritten: "{row}.entry <= {seq}",
    ItemMarked: "{row}.entry <= {seq}",
    Proposal: "({row}.entry <= {seq} OR {row}.amends IS NULL)",
    ProposalWritten: "({row}.entry <= {seq} OR NOT " + _MOVED + ")",
    Withdrawn: "({row}.entry <= {seq} OR NOT " + _MOVED + ")",
    Staged: "{row}.entry <= {seq}",
    StagePut: "{row}.entry <= {seq}",
    StageDecided: "{row}.entry <= {seq}",
    StagePublished: "{row}.entry <= {seq}",
    VoteClosed: "({row}.entry <= {seq} OR " + _OWN + ")",
    ResultAnnounced: "({row}.entry <= {seq} OR " + _OWN + ")",
    VoteReopened: "({row}.entry <= {seq} OR " + _OWN + ")",
}
"""What goes on changing when a meeting is over, and which of it is read; all else is the meeting's own."""

_VIEWS = {f"{kind.TABLE}_standing": kind for kind in OUTSIDE}
_NAMED = re.compile(rf"\b({'|'.join(_VIEWS)})\b")


class Then(Reader):
    """Reads the meeting's own facts as they stand, and what is outside of it as of an entry."""

    def __init__(self, now: Reader, meeting: MeetingId, seq: int):
        super().__init__(now._connection, now.moment)
        self._meeting, self._seq = meeting, seq

    def query(self, sql: str, values: Sequence[Value] = ()) -> list[sqlite3.Row]:
        """All rows of a reading; it may not begin with a WITH of its own."""
        views = [self._view(name) for name in sorted(set(_NAMED.findall(sql)))]
        return super().query(f"WITH {', '.join(views)} {sql}" if views else sql, values)

    def _view(self, name: str) -> str:
        kind = _VIEWS[name]
        read = partial(OUTSIDE[kind].format, meeting=int(self._meeting), seq=int(self._seq))
        return f"{name} AS ({guards.standing_among(kind, read)})"
