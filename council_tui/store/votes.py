"""Votes as they stand: answers, figures, corrections."""

from collections import defaultdict
from collections.abc import Sequence

from council_tui.domain.ids import MeetingId, PersonId, ProposalId, VoteId
from council_tui.domain.record import Kept
from council_tui.domain.reopenings import VoteReopened
from council_tui.domain.rules import rules_from_text
from council_tui.domain.votes import (
    Ballot,
    Choice,
    PartyStand,
    ResultAnnounced,
    VoteAbandoned,
    VoteClosed,
    VoteOpened,
    VoteView,
    Way,
)
from council_tui.store import shape
from council_tui.store.act import Reader


def opened(at: Reader, meeting: MeetingId) -> dict[ProposalId, list[VoteView]]:
    """Every vote of a meeting by the proposal it decides, in the order of their opening."""
    found: dict[ProposalId, list[VoteView]] = defaultdict(list)
    among = at.standing(VoteReopened, "vote IN (SELECT id FROM vote_opened WHERE meeting = ?)", [meeting])
    reopened = {each.fact.vote: each.fact for each in among}
    for vote in at.standing(VoteOpened, "meeting = ?", [meeting]):
        found[vote.fact.proposal].append(_view(at, vote, reopened.get(VoteId(vote.id))))
    return found


def vote(at: Reader, id: VoteId) -> VoteView | None:
    """One vote; None when it does not stand."""
    kept = at.one(VoteOpened, "id = ?", [id])
    if kept is None:
        return None
    reopened = at.one(VoteReopened, "vote = ?", [id])
    return _view(at, kept, reopened.fact if reopened is not None else None)


def ballot(at: Reader, vote: VoteId, person: PersonId) -> Kept[Ballot] | None:
    """Somebody's standing answer, NONE included."""
    return at.one(Ballot, "vote = ? AND person = ?", [vote, person])


def stand(at: Reader, vote: VoteId, party: str) -> Kept[PartyStand] | None:
    """A party's standing stand, one taken back included."""
    return at.one(PartyStand, "vote = ? AND party = ?", [vote, party])


def _view(at: Reader, kept: Kept[VoteOpened], reopened: VoteReopened | None) -> VoteView:
    id = VoteId(kept.id)
    closed = at.one(VoteClosed, "vote = ?", [id])
    announced = at.one(ResultAnnounced, "vote = ?", [id])
    abandoned = at.one(VoteAbandoned, "vote = ?", [id])
    return VoteView(
        id=id,
        opened=kept.fact,
        rules=rules_from_text(kept.fact.rules),
        answers={
            each.fact.person: (each.id, each.fact.choice)
            for each in at.standing(Ballot, "vote = ?", [id])
            if each.fact.choice is not Choice.NONE
        },
        stands={
            each.fact.party: (each.id, each.fact)
            for each in _stands(at, kept)
            if each.fact.stand is not Choice.NONE
        },
        closed=closed.fact if closed is not None else None,
        closed_id=closed.id if closed is not None else None,
        corrections=_corrections(at, id),
        correctors=_correctors(at, id),
        announced=announced.fact.at if announced is not None else None,
        abandoned=abandoned.fact if abandoned is not None else None,
        reopened=reopened,
    )


def _stands(at: Reader, vote: Kept[VoteOpened]) -> Sequence[Kept[PartyStand]]:
    """What the parties said, where parties were asked."""
    return at.standing(PartyStand, "vote = ?", [vote.id]) if vote.fact.way is Way.PARTIES else ()


def _corrections(at: Reader, vote: VoteId) -> tuple[tuple[VoteClosed, VoteClosed], ...]:
    """Old and new figures of every correction, oldest first: they are never undone, so all stand."""
    rows: Sequence[VoteClosed] = [
        shape.fact(VoteClosed, row)
        for row in at.query("SELECT * FROM vote_closed WHERE vote = ? ORDER BY id", [vote])
    ]
    return tuple((old, new) for old, new in zip(rows, rows[1:], strict=False) if new.why)


def _correctors(at: Reader, vote: VoteId) -> tuple[PersonId, ...]:
    """Who sat at the keyboard at each correction."""
    rows = at.query(
        "SELECT json_extract(j.body, '$.by') AS by FROM vote_closed AS v JOIN journal AS j ON j.seq = v.entry"
        " WHERE v.vote = ? AND v.why <> '' ORDER BY v.id",
        [vote],
    )
    return tuple(PersonId(row["by"]) for row in rows)
