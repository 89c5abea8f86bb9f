"""A proposal is set to be decided in stages; what other bodies decided of them is entered."""

from collections.abc import Sequence

from council_tui.domain import plain
from council_tui.domain.counts import BadNumber
from council_tui.domain.errors import Missing, Unknown
from council_tui.domain.ids import ProposalId
from council_tui.domain.lazily import dataclass
from council_tui.domain.proposals import Proposal
from council_tui.domain.rules import Count, check, judge, rules_from_text, rules_text
from council_tui.domain.rulesets import NotForMeetings
from council_tui.domain.stages import (
    Ladder,
    NotStaged,
    Publication,
    Stage,
    Staged,
    StageDecided,
    StagePublished,
    StagesBegun,
    StageStands,
)
from council_tui.domain.stagetexts import stages_text
from council_tui.store import council, stages
from council_tui.store.act import Act
from council_tui.usecases import meetings

BODY, PLACE, SIGNED = 60, 120, 200
"""The longest texts, in characters."""
MOST, DAYS = 9, 999
"""The most stages, and the longest time to wait."""


@dataclass(frozen=True, slots=True)
class StageReport:
    """What is typed of a stage that was decided elsewhere."""

    roll: int
    present: int
    yes: int
    no: int
    abstain: int
    day: str
    place: str = ""
    signed: str = ""


def set_stages(act: Act, proposal: ProposalId, entries: Sequence[Stage]) -> int:
    """A proposal is decided in these stages, in this order; they are set anew only before the first begins.

    Raises Unknown for an amendment, Missing without a stage or a body's name, StagesBegun, NotForMeetings
    for a rule that counts more than heads.
    """
    kept = act.one(Proposal, "id = ?", [proposal])
    if kept is None or kept.fact.amends is not None:
        raise Unknown("proposal", proposal)
    before = stages.ladder(act, proposal)
    if before is not None and before.begun:
        raise StagesBegun(proposal)
    if not entries:
        raise Missing("stages")
    if len(entries) > MOST:
        raise BadNumber(len(entries))
    text = stages_text([_stage(each) for each in entries])
    return act.add(Staged(proposal, text, replaces=before.id if before is not None else None))


def report_stage(act: Act, proposal: ProposalId, number: int, report: StageReport) -> None:
    """What another body decided of a stage: judged by the stage's rule, and kept as that body reported it.

    A later report stands in for the one before it. One before its time is taken, and printed as such.
    Raises NotStaged, Unknown, StageStands, ImpossibleCount, NotADay.
    """
    ladder = _ladder(act, proposal)
    if not 1 <= number <= len(ladder.rungs):
        raise Unknown("stage", number)
    rung = ladder.rungs[number - 1]
    if rung.carried and rung.decision is not None and rung.decision.vote is not None:
        raise StageStands(number)
    rules = rules_from_text(rung.stage.rules or _council_rules(act))
    count = check(Count(report.roll, report.present, report.yes, report.no, report.abstain))
    old = stages.reported(act, ladder.id).get(number)
    act.add(
        StageDecided(
            ladder.id,
            number,
            rules_text(rules),
            *(report.roll, report.present, report.yes, report.no, report.abstain),
            judge(rules, count).carried,
            meetings.a_day(report.day).isoformat(),
            plain.clean_line(report.place, PLACE),
            plain.clean_line(report.signed, SIGNED),
            act.now,
            replaces=old.id if old is not None else None,
        )
    )


def publish_stages(act: Act, proposal: ProposalId, what: Publication, day: str, place: str = "") -> None:
    """The resolution, or what came of it, was made public; a later note stands in for the one before it."""
    ladder = _ladder(act, proposal)
    old = act.one(StagePublished, "staged = ? AND what = ?", [ladder.id, what])
    cleaned = plain.clean_line(place, PLACE)
    replaces = old.id if old is not None else None
    on = meetings.a_day(day).isoformat()
    act.add(StagePublished(ladder.id, what, on, cleaned, act.now, replaces=replaces))


def _stage(entry: Stage) -> Stage:
    body = plain.clean_line(entry.body, BODY)
    if not body:
        raise Missing("body")
    if entry.rules and not rules_from_text(entry.rules).by_heads:
        raise NotForMeetings(rules_from_text(entry.rules).id)
    if not 0 <= entry.days <= DAYS:
        raise BadNumber(entry.days)
    roll = None if entry.roll is None else meetings.a_number(entry.roll)
    return Stage(body, plain.clean_line(entry.body_2, BODY), entry.rules, entry.days, roll)


def _ladder(act: Act, proposal: ProposalId) -> Ladder:
    found = stages.ladder(act, proposal)
    if found is None:
        raise NotStaged(proposal)
    return found


def _council_rules(act: Act) -> str:
    chosen = council.chosen(act)
    if chosen is None:
        raise Missing("rules")
    return chosen.fact.rules
