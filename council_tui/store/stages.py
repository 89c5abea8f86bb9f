"""The stages of a proposal put together: what votes of ours and reports of other bodies decided."""

from collections.abc import Mapping
from dataclasses import replace

from council_tui.domain.agenda import Meeting
from council_tui.domain.ids import ProposalId, VoteId
from council_tui.domain.record import Kept
from council_tui.domain.rules import Count, rules_from_text
from council_tui.domain.stages import Decision, Ladder, Rung, Staged, StageDecided, StagePublished, StagePut
from council_tui.domain.stagetexts import stages_from_text
from council_tui.domain.votes import VoteView
from council_tui.store import votes
from council_tui.store.act import Reader


def ladder(at: Reader, proposal: ProposalId) -> Ladder | None:
    """The stages of a proposal as they stand; None where it has none."""
    kept = at.one(Staged, "proposal = ?", [proposal])
    if kept is None:
        return None
    put = {each.fact.vote: each.fact.number for each in at.standing(StagePut, "staged = ?", [kept.id])}
    found = reported(at, kept.id)
    here = _decided_here(at, put)
    rungs = []
    for number, stage in enumerate(stages_from_text(kept.fact.stages), 1):
        there = _told(found[number].fact) if number in found else None
        rungs.append(Rung(number, stage, _standing(here.get(number), there)))
    notes = [each.fact for each in at.standing(StagePublished, "staged = ?", [kept.id])]
    return Ladder(kept.id, tuple(rungs), put, {each.what: each for each in notes})


def reported(at: Reader, staged: int) -> Mapping[int, Kept[StageDecided]]:
    """What other bodies decided, by the number of the stage."""
    return {each.fact.number: each for each in at.standing(StageDecided, "staged = ?", [staged])}


def last(at: Reader, vote: VoteId) -> bool:
    """Whether a vote decides the last stage of its proposal, or no stage at all."""
    rows = at.query(
        "SELECT u.number < json_array_length(g.stages) AS more FROM stage_put_standing AS u"
        " JOIN staged_standing AS g ON g.id = u.staged WHERE u.vote = ?",
        [vote],
    )
    return not any(row["more"] for row in rows)


def _standing(here: Decision | None, there: Decision | None) -> Decision | None:
    """What carried a stage, else what was decided last."""
    found = [each for each in (here, there) if each is not None]
    return max(found, key=lambda each: (each.carried, each.day), default=None)


def _decided_here(at: Reader, put: Mapping[VoteId, int]) -> Mapping[int, Decision]:
    """By the number of the stage, what the last vote on it decided whose result stands."""
    found: dict[int, Decision] = {}
    for id in sorted(put):
        vote = votes.vote(at, id)
        if vote is not None and (decision := _of_vote(at, vote)) is not None:
            found[put[id]] = decision
    return found


def _of_vote(at: Reader, vote: VoteView) -> Decision | None:
    count = vote.count()
    if not vote.decides or vote.announced is None or vote.closed is None or count is None:
        return None
    decision = Decision(vote.closed.carried, count, vote.rules, vote.announced[:10], vote.id)
    founded = at.one(Meeting, "id = ?", [vote.opened.meeting])
    if founded is None:
        return decision
    return replace(decision, meeting=(founded.fact.year, founded.fact.number))


def _told(fact: StageDecided) -> Decision:
    count = Count(fact.roll, fact.present, fact.yes, fact.no, fact.abstain)
    rules = rules_from_text(fact.rules)
    return Decision(fact.carried, count, rules, fact.day, place=fact.place, signed=fact.signed)
