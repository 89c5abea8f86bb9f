"""A question is put to the owners: their papers are entered one by one, and close it by heads and area."""

from collections.abc import Sequence

from council_tui.domain import rules
from council_tui.domain.errors import IssuedOverElectorate, PapersDoNotAddUp, Unknown, VoteOver
from council_tui.domain.gates import Measure
from council_tui.domain.ids import MeetingId, OwnerId, ProposalId, VoteId
from council_tui.domain.owners import taking_part
from council_tui.domain.unitlists import Answer
from council_tui.domain.units import (
    AreaCounted,
    Candidate,
    NotByArea,
    NoUnits,
    OwnerEntitled,
    UnitBallot,
)
from council_tui.domain.votes import VoteClosed, Way
from council_tui.store import owners, units
from council_tui.store.act import Act, Reader
from council_tui.usecases import late, meetings
from council_tui.usecases.votes import Putting, put_question, view_vote


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
    now, count = meetings.moment(act, held, at), owners.tally(act, vote).count
    if issued > count.roll:
        raise IssuedOverElectorate(issued, count.roll)
    if count.present > issued:
        raise PapersDoNotAddUp(issued, count.present, count.invalid, count.yes, count.no, count.abstain)
    judged = rules.judge(running.rules, taking_part(running.rules, count))
    area = count.area or count
    by_area = next(part for part in judged.parts if part.measure is Measure.AREA)
    act.add(
        VoteClosed(
            vote,
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
            "",
            now,
        )
    )
    late.note_vote(act, held, vote, now)
    figures = (area.roll, area.yes, area.no, area.abstain, area.invalid)
    act.add(AreaCounted(vote, *figures, by_area.quorum_needed, by_area.needed))


def view_candidates(at: Reader, vote: VoteId, typed: str, most: int) -> Sequence[Candidate]:
    """Whom something typed at the desk may mean."""
    return owners.candidates(at, vote, typed, most)


def view_candidate(at: Reader, vote: VoteId, owner: OwnerId) -> Candidate:
    """One owner of a vote, with what stands."""
    return owners.candidate(at, vote, owner)
