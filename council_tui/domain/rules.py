"""What the rules say of a count: the verdict, and the outlook while answers still come in.

The door to the whole subject: what rules, counts and their texts are stands in the files named
below and is reached as `rules.Rules`, `rules.Count`, `rules.rules_text`.
"""

from bisect import bisect_left
from dataclasses import replace
from enum import StrEnum

from council_tui.domain.counts import Count, Impossible, ImpossibleCount, Unmeasured, check
from council_tui.domain.gates import Base, Gate, Measure
from council_tui.domain.lazily import dataclass
from council_tui.domain.rulesets import (
    BadRules,
    ChairVotes,
    FloorRules,
    Names,
    Publish,
    Recused,
    Rules,
    UnknownRules,
)
from council_tui.domain.ruletexts import (
    floor_from_plain,
    floor_from_text,
    floor_text,
    rules_from_plain,
    rules_from_text,
    rules_text,
)

__all__ = [
    "BadRules",
    "ChairVotes",
    "Count",
    "FloorRules",
    "Impossible",
    "ImpossibleCount",
    "Names",
    "Outlook",
    "Part",
    "Publish",
    "Recused",
    "Rules",
    "Standing",
    "UnknownRules",
    "Unmeasured",
    "Verdict",
    "check",
    "close",
    "floor_from_plain",
    "floor_from_text",
    "floor_text",
    "judge",
    "outlook",
    "rules_from_plain",
    "rules_from_text",
    "rules_text",
]


@dataclass(frozen=True, slots=True)
class Part:
    """What the rules say of a count by one measure, with the figures that say it."""

    measure: Measure
    quorum_needed: int | None
    """How many must be present, the largest of several gates; None: no quorum is asked by this measure."""
    needed: int | None
    """The smallest yes that meets every result gate, bases as they stand; None without quorum, on a
    base of zero, or where no count up to the base would do."""
    denominator: int | None
    """The whole of `gate`; None for a number of votes."""
    base: Base | None
    gate: Gate | None
    """The result gate that asks most, the first of equals; None: none asks by this measure."""
    empty: Base | None
    """The base of zero that nothing can be carried on, the first of several."""
    met: bool
    """Whether every result gate of this measure holds."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say of a count."""

    quorum_met: bool
    carried: bool
    tie: bool
    """As many yes as no, and some; never carried. Of parties only where nothing else is in the way."""
    parts: tuple[Part, ...]
    """By each measure that the rules ask for and the count was taken by; heads first."""

    @property
    def first(self) -> Part:
        """By heads, for every rule that counts them."""
        return self.parts[0]

    @property
    def quorum_needed(self) -> int | None:
        """How many must be present; None: no quorum is asked."""
        return self.first.quorum_needed

    @property
    def needed(self) -> int | None:
        """The smallest yes that carries; None where none can."""
        return self.first.needed


def judge(rules: Rules, count: Count) -> Verdict:
    """What `rules` say of `count`, which is taken as it is (`check` refuses impossible figures).

    Raises Unmeasured for figures without a measure that the rules ask for.
    """
    others = _beside_heads(rules, count)
    joined = _joined(count) if rules.silent_joins_majority else count
    quorum = [_quorum_met(gate, count) for gate in rules.quorum]
    met = (any if rules.any_quorum and quorum else all)(quorum)
    parts = [_part(rules, Measure.HEADS, count, joined, met=met)]
    parts += [_part(rules, each, by, joined.by(each) or by, met=met) for each, by in others]
    reached = met and all(part.met for part in parts)
    tie = count.tied and (reached or not rules.parties)
    carried = reached and not tie
    return Verdict(quorum_met=met, carried=carried, tie=tie, parts=tuple(parts))


def _beside_heads(rules: Rules, count: Count) -> list[tuple[Measure, Count]]:
    """The figures by every other measure asked for. Raises Unmeasured for the first that is wanting."""
    found = []
    for measure in sorted({gate.measure for gate in (*rules.quorum, *rules.carry)} - {Measure.HEADS}):
        if (by := count.by(measure)) is not None:
            found.append((measure, by))
        elif measure in rules.measures:
            raise Unmeasured(measure)
    return found


def _joined(count: Count) -> Count:
    """The silent with the majority, if by every measure the same side has one (MoHURD 2009-274, 26(2))."""
    sides = {(each.yes > each.no) - (each.yes < each.no) for _, each in count.measured()}
    if len(sides) > 1 or sides == {0}:
        return count
    side = "yes" if sides == {1} else "no"

    def added(each: Count) -> Count:
        return replace(each, silent=0, **{side: getattr(each, side) + each.silent})

    area, households = count.area and added(count.area), count.households and added(count.households)
    return replace(added(count), area=area, households=households)


def _quorum_met(gate: Gate, count: Count) -> bool:
    """Whether enough are present; not by a measure that was not taken, where another gate may hold."""
    by = count.by(gate.measure)
    return by is not None and _met(gate, by.present, by.base(gate.base))


def _part(rules: Rules, measure: Measure, count: Count, joined: Count, *, met: bool) -> Part:
    """By one measure: the quorum of those who came, the result with the silent where they join."""
    quorum = [gate.least(count.base(gate.base)) for gate in rules.quorum if gate.measure is measure]
    carry = [
        (gate, joined.base(gate.base, invalid_counts=rules.invalid_counts))
        for gate in rules.carry
        if gate.measure is measure
    ]
    most, whole = max(carry, key=lambda pair: pair[0].least(pair[1]), default=(None, 0))
    needed = most.least(whole) if most and met and all(_reachable(*pair) for pair in carry) else None
    share = most is not None and most.base is not Base.VOTES
    return Part(
        measure=measure,
        quorum_needed=max(quorum, default=None),
        needed=needed,
        denominator=whole if share else None,
        base=most.base if most is not None and share else None,
        gate=most,
        empty=next((gate.base for gate, base in carry if _empty(gate, base)), None),
        met=not carry or (needed is not None and joined.yes >= needed),
    )


def _empty(gate: Gate, whole: int) -> bool:
    return whole <= 0 and gate.base is not Base.VOTES


def _met(gate: Gate, reached: int, whole: int) -> bool:
    return not _empty(gate, whole) and reached >= gate.least(whole)


def _reachable(gate: Gate, whole: int) -> bool:
    return gate.base is Base.VOTES or 0 < gate.least(whole) <= whole


class Standing(StrEnum):
    """How a vote stands while answers still come in."""

    NO_QUORUM = "no_quorum"
    ENOUGH = "enough"
    """Carried, whatever the others answer."""
    AHEAD = "ahead"
    """Carried if nobody else answers; later answers may still change it."""
    SHORT = "short"
    TIE = "tie"
    """All have answered, and it is a tie."""
    OUT_OF_REACH = "out_of_reach"
    """Not carried, whatever the others answer."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a vote stands, with the figures that say it."""

    standing: Standing
    needed: int | None
    """The yes total that is enough: as the bases stand, or, where it is short, with every base as it
    will be when the missing yes have come. None where no total can be named."""
    yes: int
    short: int | None
    """How many more yes; None unless SHORT."""
    most: int
    """Yes, if all who have not answered say yes."""
    present: int
    quorum_needed: int | None

    @property
    def enough(self) -> bool:
        """Whether it is carried as it stands."""
        return self.standing in {Standing.ENOUGH, Standing.AHEAD}

    @property
    def out_of_reach(self) -> bool:
        """Whether no answers still to come can carry it."""
        return self.standing is Standing.OUT_OF_REACH


def outlook(rules: Rules, count: Count, unanswered: int) -> Outlook:
    """How a vote stands at `count` with `unanswered` members who may yet say yes, no or neither."""
    now = judge(rules, count)
    short = _first_carried(rules, count, unanswered)
    standing = _standing(rules, count, unanswered, now, short)
    needed = now.needed
    if standing is Standing.SHORT and short is not None:
        needed = count.yes + short
    elif standing is Standing.OUT_OF_REACH:
        needed = judge(rules, replace(count, yes=count.yes + unanswered)).needed
    return Outlook(
        standing=standing,
        needed=needed,
        yes=count.yes,
        short=short if standing is Standing.SHORT else None,
        most=count.yes + unanswered,
        present=count.present,
        quorum_needed=now.quorum_needed,
    )


def _first_carried(rules: Rules, count: Count, most: int) -> int | None:
    """The first number of further yes, up to `most`, with which `count` is carried: more yes never harm,
    but where they make a tie, as they can under a share of less than half.
    """

    def met(some: int) -> bool:
        verdict = judge(rules, replace(count, yes=count.yes + some))
        return verdict.quorum_met and all(part.met for part in verdict.parts)

    found = bisect_left(range(1, most + 1), True, key=met) + 1
    if count.yes + found == count.no:
        found += 1
    return found if found <= most else None


def _standing(rules: Rules, count: Count, unanswered: int, now: Verdict, short: int | None) -> Standing:
    if not now.quorum_met:
        return Standing.NO_QUORUM
    if now.carried:
        against = judge(rules, replace(count, no=count.no + unanswered))
        tie_possible = abs(count.yes - count.no) <= unanswered
        return Standing.ENOUGH if against.carried and not tie_possible else Standing.AHEAD
    if short is not None:
        return Standing.SHORT
    return Standing.TIE if now.tie and unanswered == 0 else Standing.OUT_OF_REACH


def close(count: Count) -> bool:
    """Whether a vote was so close that postponing may be offered: yes and no apart by at most one, or
    by a twentieth of those present (the Party constitution's Art. 17 names no figure; this one is ours).
    """
    return abs(count.yes - count.no) * 20 <= max(20, count.present)
