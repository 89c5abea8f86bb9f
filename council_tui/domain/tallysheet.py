"""What a blank tally sheet asks: the questions that wait for a vote, and how many yes each number needs."""

from collections.abc import Iterable
from dataclasses import replace

from council_tui.domain.gates import Base, Gate
from council_tui.domain.items import ItemView, MotionView
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.quality import usual_way
from council_tui.domain.rules import Count, Rules, judge, rules_from_text
from council_tui.domain.votes import Way

MOST = 120
"""Of a longer table only its first and its last number are given: it would fill pages."""

Needed = tuple[tuple[int, int | None], ...]
"""Numbers that a share is taken of, and the smallest yes for each; None where no yes is enough."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that may still be voted on: by which rules, and in which way."""

    motion: MotionView | None
    """None where nothing was written before the meeting."""
    rules: Rules
    way: Way


def questions(meeting: MeetingView, item: ItemView) -> tuple[Question, ...]:
    """What may still be voted on under an item, in the order of voting: amendments before their motion
    (NPCSC Rules of Procedure, article 46). One question without a motion where none is written; none
    under an item that has ended.
    """
    if item.settled is not None:
        return ()
    mains = [each for each in item.motions if each.amends is None and _waits(each)]
    waiting = [each for main in mains for each in (*filter(_waits, item.amendments(main)), main)]
    found = tuple(_question(meeting, item, motion) for motion in waiting)
    return found or (Question(None, meeting.rules, usual_way(meeting.rules, item)),)


def _waits(motion: MotionView) -> bool:
    return motion.withdrawn is None and motion.carried is None


def _question(meeting: MeetingView, item: ItemView, motion: MotionView) -> Question:
    """A vote that was opened keeps its rules and way; a stage is decided by its own rules."""
    running = next((vote for vote in motion.votes if vote.open), None)
    if running is not None:
        return Question(motion, running.rules, running.opened.way)
    stage = motion.ladder.rule if motion.ladder is not None else ""
    rules = rules_from_text(stage) if stage else meeting.rules
    return Question(motion, rules, usual_way(rules, item))


def needed(rules: Rules, gate: Gate, roll: int) -> Needed:
    """The smallest yes that meets one result gate of `rules`, by the number its share is taken of.

    Of those present: from the quorum to the whole roll. Of those taking part, or for and against: from
    one. Of the roll, or a number of votes: one figure for all. Empty for rules that count more than heads.
    """
    if not rules.by_heads or not roll:
        return ()
    elsewhere = rules.any_quorum and any(each.measure is not gate.measure for each in rules.quorum)
    alone = replace(rules, carry=(gate,), quorum=() if elsewhere else rules.quorum)
    judged = ((whole, judge(alone, count)) for whole, count in _counts(alone, gate.base, roll))
    return tuple((whole, verdict.needed) for whole, verdict in judged if verdict.quorum_met)


def _counts(rules: Rules, base: Base, roll: int) -> Iterable[tuple[int, Count]]:
    """Every number the share may be taken of, as figures of a vote that has it."""
    everybody = Count(roll, roll, 0, 0, 0)
    if base in {Base.ROLL, Base.VOTES}:
        return [(roll, everybody)]
    first = (judge(rules, everybody).quorum_needed or 1) if base is Base.PRESENT else 1
    wholes = range(first, roll + 1) if roll - first < MOST else (first, roll)
    if base is Base.PRESENT:
        return [(whole, Count(roll, whole, 0, 0, 0)) for whole in wholes]
    return [(whole, Count(roll, roll, whole, 0, 0)) for whole in wholes]
