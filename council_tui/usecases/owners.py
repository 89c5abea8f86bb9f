"""A question is put to the owners: their papers are entered one by one, and close it by heads and area.

After the announcement one paper is corrected at a time, with a reason.
"""

from collections.abc import Sequence

from council_tui.domain import plain, rules
from council_tui.domain.errors import IssuedOverElectorate, PapersDoNotAddUp, Unknown, VoteOver
from council_tui.domain.gates import Measure
from council_tui.domain.ids import MeetingId, OwnerId, PersonId, ProposalId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.owners import taking_part
from council_tui.domain.recounts import NothingChanges
from council_tui.domain.unitlists import Answer
from council_tui.domain.units import (
    AreaCounted,
    Candidate,
    NotByArea,
    NoUnits,
    OwnerEntitled,
    PaperCorrected,
    UnitBallot,
)
from council_tui.domain.votes import VoteClosed, VoteView, Way
from council_tui.store import owners, people, units
from council_tui.store.act import Act, Reader
from council_tui.usecases import late, meetings, results
from council_tui.usecases.votes import Putting, put_question, view_vote


@dataclass(frozen=True, slots=True)
class PaperTold:
    """What a paper says after all, why, and as asked by whom."""

    answer: Answer
    """NONE: it never came."""
    why: str
    asker: PersonId | None = None
    issued: int | None = None
    """How many papers were given out after all; None as before."""


def open_owners_vote(
    act: Act, meeting: MeetingId, proposal: ProposalId, rule: str, at: str | None = None
) -> VoteId:
    """The question is put to the owners; who may answer, and with what area, is kept from here on.

    `rule` is JSON text. Raises NotByArea for rules that do not count floor area, NoUnits without any.
    """
    chosen = rules.rules_from_text(rule)
    if Measure.AREA not in chosen.measures or Measure.HOUSEHOLDS in chosen.measures:
        raise NotByArea(chosen.id)
    counting = units.counting(act)
    if not counting:
        raise NoUnits
    vote = put_question(act, meeting, proposal, Putting(Way.UNITS, rule, at, len(counting)))
    for owner, count, area in counting:
        act.add(OwnerEntitled(vote, owner, count, area))
    return vote


def enter_paper(act: Act, vote: VoteId, owner: OwnerId, answer: Answer) -> int:
    """An owner's paper is entered; a newer one stands in for the older, NONE takes it back."""
    place = owners.place(act, vote, owner)
    if place is None:
        raise Unknown("vote", vote)
    if not place.open:
        raise VoteOver(vote)
    if not place.entitled:
        raise Unknown("owner", owner)
    return act.add(UnitBallot(vote, owner, answer, replaces=place.ballot))


def close_owners_vote(act: Act, vote: VoteId, issued: int, at: str | None = None) -> None:
    """The papers entered close the vote; `issued` is how many were given out."""
    running = view_vote(act, vote)
    if running.opened.way is not Way.UNITS:
        raise Unknown("vote", vote)
    if not running.open:
        raise VoteOver(vote)
    held = meetings.view(act, running.opened.meeting)
    now = meetings.moment(act, held, at)
    _count(act, running, issued, now)
    late.note(act, held, now, vote=vote)


def correct_paper(act: Act, vote: VoteId, owner: OwnerId, paper: PaperTold, at: str | None = None) -> None:
    """One paper of an announced vote was taken down wrongly: what it says stands in, and the whole is counted
    and judged anew. Both figures are printed, by heads and area, with the reason.

    Raises NeedsReason, Unknown for an owner who had no vote, NothingChanges where nothing changes, and what a
    close refuses of its figures.
    """
    told, before = results.announced(act, vote)
    reason = results.reason_of(paper.why)
    place = owners.place(act, vote, owner)
    if place is None or not place.entitled:
        raise Unknown("owner", owner)
    people.admit(act, paper.asker)
    issued = before.issued if paper.issued is None else paper.issued
    if place.answer is paper.answer and issued == before.issued:
        raise NothingChanges
    ballot = None
    if place.answer is not paper.answer:
        ballot = act.add(UnitBallot(vote, owner, paper.answer, replaces=place.ballot))
    now = results.said_at(act, told, at)
    figures, closed = _count(act, told, issued or 0, now, reason)
    act.add(PaperCorrected(vote, figures, ballot, paper.asker))
    results.settle_anew(act, told, closed.carried, at)


def _count(act: Act, vote: VoteView, issued: int, at: str, why: str = "") -> tuple[int, VoteClosed]:
    """The papers are counted and judged, by heads and area; the id of the figures, and they themselves."""
    count = owners.tally(act, vote.id).count
    if issued > count.roll:
        raise IssuedOverElectorate(issued, count.roll)
    if count.present > issued:
        raise PapersDoNotAddUp(issued, count.present, count.invalid, count.yes, count.no, count.abstain)
    judged = rules.judge(vote.rules, taking_part(vote.rules, count))
    area = count.area or count
    by_area = next(part for part in judged.parts if part.measure is Measure.AREA)
    closed = VoteClosed(
        vote.id,
        (),
        count.yes,
        count.no,
        count.abstain,
        0,
        count.invalid,
        issued,
        count.present,
        judged.quorum_met,
        judged.quorum_needed,
        judged.carried,
        judged.needed,
        judged.tie,
        "",
        why,
        at,
        replaces=vote.closed_id,
    )
    figures = (area.roll, area.yes, area.no, area.abstain, area.invalid)
    needed = by_area.quorum_needed, by_area.needed
    act.add(AreaCounted(vote.id, *figures, *needed, replaces=owners.counted(act, vote.id)))
    return act.add(closed), closed


def view_candidates(at: Reader, vote: VoteId, typed: str, most: int) -> Sequence[Candidate]:
    """Whom something typed at the desk may mean."""
    return owners.candidates(at, vote, plain.storable(typed), most)


def view_candidate(at: Reader, vote: VoteId, owner: OwnerId) -> Candidate:
    """One owner of a vote, with what stands."""
    return owners.candidate(at, vote, owner)
