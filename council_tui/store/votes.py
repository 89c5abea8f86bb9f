"""Votes as they stand: answers, figures, corrections."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from council_tui.domain.casting import CastingVote
from council_tui.domain.ids import MeetingId, PersonId, ProposalId, Seq, VoteId
from council_tui.domain.laptop import VotersTicked
from council_tui.domain.late import EnteredLate
from council_tui.domain.record import Fact, Kept
from council_tui.domain.recounts import VoteRecounted
from council_tui.domain.reopenings import VoteReopened
from council_tui.domain.rules import ChairVotes, rules_from_text
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
from council_tui.store import proxies, shape
from council_tui.store.act import Reader

if TYPE_CHECKING:
    from council_tui.domain.owners import Tally

F = TypeVar("F", bound=Fact)


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
    rules = rules_from_text(kept.fact.rules)
    tie_only = rules.chair_votes is ChairVotes.TIE_ONLY
    casting = at.one(CastingVote, "vote = ?", [id]) if tie_only else None
    pairs = _corrections(at, id, casting.fact.figures if casting is not None else None)
    changed = [new.id for _, new in pairs]
    view = VoteView(
        id=id,
        opened=kept.fact,
        rules=rules,
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
        corrections=tuple((old.fact, new.fact) for old, new in pairs),
        correctors=_correctors(at, changed) if changed else (),
        recounts=_recounts(at, id, changed),
        casting=casting.fact if casting is not None else None,
        announced=announced.fact.at if announced is not None else None,
        abandoned=abandoned.fact if abandoned is not None else None,
        reopened=reopened,
        proxies=proxies.at_vote(at, id) if rules.takes_proxies else {},
        late=_late(at, id),
        ticked=_ticked(at, id) if kept.fact.way is Way.LAPTOP else (),
        owners=_owners(at, kept, closed.fact if closed is not None else None),
    )
    return replace(view, before=_before(at, view, pairs, casting)) if pairs else view


def _before(
    at: Reader,
    view: VoteView,
    pairs: Sequence[tuple[Kept[VoteClosed], Kept[VoteClosed]]],
    casting: Kept[CastingVote] | None,
) -> tuple[VoteView, ...]:
    """The vote as it stood before each correction and recount; what the chair said later is not said yet."""
    found = []
    for number, (old, new) in enumerate(pairs):
        told = replace(
            _answered(at, view, new.entry),
            closed=old.fact,
            closed_id=old.id,
            corrections=view.corrections[:number],
            correctors=view.correctors[:number],
            recounts=view.recounts[:number],
            casting=casting.fact if casting is not None and casting.entry < new.entry else None,
            reopened=None,
        )
        found.append(_counted(told, number, old.fact))
    return tuple(found)


def _answered(at: Reader, view: VoteView, until: Seq) -> VoteView:
    """A vote with the answers and stands that stood before an entry."""
    match view.opened.way:
        case Way.ROLL_CALL:
            ballots = {each.fact.person: each for each in _given(at, Ballot, view.id, until)}
            answers = {who: (each.id, each.fact.choice) for who, each in ballots.items()}
            said = {who: each for who, each in answers.items() if each[1] is not Choice.NONE}
            return replace(view, answers=said)
        case Way.PARTIES:
            stands = {
                each.fact.party: (each.id, each.fact) for each in _given(at, PartyStand, view.id, until)
            }
            taken = {who: each for who, each in stands.items() if each[1].stand is not Choice.NONE}
            return replace(view, stands=taken)
        case _:
            return view


def _given(at: Reader, kind: type[F], vote: VoteId, until: Seq) -> list[Kept[F]]:
    """What was said in a vote before an entry, in its order: the last of each counts."""
    rows = at.query(
        f"SELECT * FROM {kind.TABLE} WHERE vote = ? AND entry < ?"
        " AND entry NOT IN (SELECT entry FROM fallen) ORDER BY id",
        [vote, until],
    )
    return [Kept(row["id"], Seq(row["entry"]), shape.fact(kind, row)) for row in rows]


def _counted(view: VoteView, number: int, figures: VoteClosed) -> VoteView:
    """A vote of owners with the areas before one of its corrections; any other as it is."""
    if view.owners is None:
        return view
    from council_tui.store import owners

    return replace(view, owners=owners.before(view.owners, number, figures))


def _late(at: Reader, vote: VoteId) -> str:
    """When it was entered, where that was afterwards."""
    late = at.one(EnteredLate, "vote = ?", [vote])
    return late.fact.at if late is not None else ""


def _ticked(at: Reader, vote: VoteId) -> tuple[PersonId, ...]:
    """Who voted on the laptop, where that was kept."""
    kept = at.one(VotersTicked, "vote = ?", [vote])
    return kept.fact.people if kept is not None else ()


def _stands(at: Reader, vote: Kept[VoteOpened]) -> Sequence[Kept[PartyStand]]:
    """What the parties said, where parties were asked."""
    return at.standing(PartyStand, "vote = ?", [vote.id]) if vote.fact.way is Way.PARTIES else ()


def _owners(at: Reader, kept: Kept[VoteOpened], figures: VoteClosed | None) -> "Tally | None":
    """The papers so far, or the figures of the close, where owners answer."""
    if kept.fact.way is not Way.UNITS:
        return None
    from council_tui.store import owners

    vote = VoteId(kept.id)
    return owners.tally(at, vote) if figures is None else owners.closed(at, vote, figures)


def _corrections(
    at: Reader, vote: VoteId, cast: int | None
) -> list[tuple[Kept[VoteClosed], Kept[VoteClosed]]]:
    """Old and new figures of every correction and recount, oldest first; `cast`: what is neither, but the
    verdict by a casting vote."""
    rows = at.query(
        "SELECT * FROM vote_closed WHERE vote = ? AND entry NOT IN (SELECT entry FROM fallen) ORDER BY id",
        [vote],
    )
    kept = {row["id"]: Kept(row["id"], Seq(row["entry"]), shape.fact(VoteClosed, row)) for row in rows}
    later = [each for each in kept.values() if each.fact.replaces is not None and each.id != cast]
    return [(kept[each.fact.replaces], each) for each in later if each.fact.replaces is not None]


def _recounts(at: Reader, vote: VoteId, figures: Sequence[int]) -> tuple[VoteRecounted | None, ...]:
    """Which of these figures were counted anew; None for the others."""
    found = at.standing(VoteRecounted, "vote = ?", [vote]) if figures else []
    counted = {each.fact.figures: each.fact for each in found}
    return tuple(counted.get(each) for each in figures)


def _correctors(at: Reader, figures: Sequence[int]) -> tuple[PersonId, ...]:
    """Who sat at the keyboard at each correction and recount."""
    rows = at.query(
        "SELECT json_extract(j.body, '$.by') AS by FROM vote_closed AS v JOIN journal AS j ON j.seq = v.entry"
        f" WHERE v.id IN ({', '.join('?' * len(figures))}) ORDER BY v.id",
        figures,
    )
    return tuple(PersonId(row["by"]) for row in rows)
