"""Owners' decisions: heads and floor area of the owners, counted from papers unit by unit.

One exclusive part is one person; one owner of several parts is one person, and their area adds up; so are
the developer's unsold parts (interpretation on condominium ownership, Art. 9). Co-owners of one part
name one who votes for them. Units that do not count are left out of everything.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from council_tui.domain.counts import Count
from council_tui.domain.errors import Refusal
from council_tui.domain.gates import Measure
from council_tui.domain.lazily import dataclass
from council_tui.domain.rulesets import Rules
from council_tui.domain.unitlists import Answer, UnitRow
from council_tui.domain.units import Mended, Paper

_BETWEEN = re.compile(r"[、;；/]")


@dataclass
class TwoAnswers(Refusal):
    """One owner's papers say different things: a head cannot be counted on two sides."""

    owner: str
    line: int
    answer: Answer
    other_line: int
    other: Answer


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of an owners' vote, counted."""

    count: Count
    """By heads and by area; `present` are all whose paper came back, invalid ones too."""
    issued: int | None
    """Papers given out; None where the list does not say."""
    returned: int
    invalid: int
    left_out: int
    """Units that do not count."""
    several: Mapping[str, tuple[int, ...]]
    """Owners of several units, each one head, with the lines of their units."""


def names_of(owner: str) -> list[str]:
    """The names of the co-owners; one for an owner alone."""
    return [name for each in _BETWEEN.split(owner) if (name := each.strip())]


def owner_key(owner: str) -> tuple[str, ...]:
    """What two spellings of one owner have in common; co-owners in any order."""
    from council_tui.domain.roster import same_name

    return tuple(sorted(filter(None, map(same_name, _BETWEEN.split(owner)))))


def counted(rows: Iterable[UnitRow]) -> Papers:
    """The papers of `rows`, counted. Raises TwoAnswers.

    An owner of several units who returned some of the papers took part with one head, and with the
    area of the units whose papers came back.
    """
    every = list(rows)
    counting = [row for row in every if row.counts]
    owners: dict[tuple[str, ...], list[UnitRow]] = defaultdict(list)
    for row in counting:
        owners[owner_key(row.owner)].append(row)
    heads = [_head(units) for units in owners.values()]
    area = _sums([(row.area, row.vote, row.issued is True) for row in counting])
    told = [row.issued for row in counting if row.issued is not None]
    return Papers(
        count=replace(_sums([(1, vote, issued) for vote, issued in heads]), area=area),
        issued=sum(told) if told else None,
        returned=sum(row.vote is not None for row in counting),
        invalid=sum(row.vote is Answer.INVALID for row in counting),
        left_out=len(every) - len(counting),
        several={
            units[0].owner: tuple(row.line for row in units) for units in owners.values() if len(units) > 1
        },
    )


def _head(units: Sequence[UnitRow]) -> tuple[Answer | None, bool]:
    """What one owner answered, and whether they were given a paper."""
    answered = [(row.line, row.vote) for row in units if row.vote is not None]
    issued = any(row.issued for row in units)
    if not answered:
        return None, issued
    line, answer = answered[0]
    for other_line, other in answered[1:]:
        if other is not answer:
            raise TwoAnswers(units[0].owner, line, answer, other_line, other)
    return answer, issued


def _sums(papers: Sequence[tuple[int, Answer | None, bool]]) -> Count:
    """The figures by one measure: each paper's weight, what it says, whether it was given out."""
    by: dict[Answer | None, int] = defaultdict(int)
    silent = 0
    for weight, answer, issued in papers:
        by[answer] += weight
        silent += weight if answer is None and issued else 0
    roll = sum(by.values())
    return Count(
        roll=roll,
        present=roll - by[None],
        yes=by[Answer.YES],
        no=by[Answer.NO],
        abstain=by[Answer.ABSTAIN],
        invalid=by[Answer.INVALID],
        silent=silent,
    )


def taking_part(rules: Rules, count: Count) -> Count:
    """The figures as `rules` judge them: an invalid paper is no taking part, unless they say that it is.

    Civil Code 278 asks for owners who take part in the vote, by heads and area: quorum and result are
    taken of the same ones.
    """
    if rules.invalid_counts:
        return count
    area = count.area and taking_part(rules, count.area)
    return replace(count, present=count.present - count.invalid, invalid=0, area=area)


@dataclass(frozen=True, slots=True)
class Tally:
    """The papers of an owners' vote so far."""

    count: Count
    """By heads and area; `present` are all whose paper came back, invalid ones too."""
    recent: tuple[Paper, ...]
    """The last ones entered that stand, the newest first."""
    mended: tuple[Mended, ...] = ()
    """What each correction of the announced figures changed by area, oldest first."""


MOST_RECENT = 6
"""So many of the last papers are shown at the desk."""


def with_paper(tally: Tally, paper: Paper) -> Tally:
    """The figures after one more paper: what it said before goes, what it says now comes."""
    count = _moved(tally.count, paper, 1)
    area = count.area and _moved(count.area, paper, paper.area)
    recent = [each for each in tally.recent if each.owner != paper.owner]
    if paper.answer is not Answer.NONE:
        recent.insert(0, paper)
    return Tally(replace(count, area=area), tuple(recent[:MOST_RECENT]))


def _moved(count: Count, paper: Paper, weight: int) -> Count:
    """One paper's weight taken from its old answer and put to its new one."""
    figures = {
        Answer.YES: count.yes,
        Answer.NO: count.no,
        Answer.ABSTAIN: count.abstain,
        Answer.INVALID: count.invalid,
    }
    for answer, by in ((paper.before, -weight), (paper.answer, weight)):
        if answer is not Answer.NONE:
            figures[answer] += by
    return replace(
        count,
        present=sum(figures.values()),
        yes=figures[Answer.YES],
        no=figures[Answer.NO],
        abstain=figures[Answer.ABSTAIN],
        invalid=figures[Answer.INVALID],
    )


@dataclass(frozen=True, slots=True)
class Missing:
    """What is still missing by one measure."""

    measure: Measure
    taking_part: int
    """More taking part for the quorum; nought where it is reached."""
    yes: int | None
    """More yes, if nobody else answers otherwise, for every result gate of this measure, whatever the
    quorum; None where those who have not answered are too few."""


def missing(rules: Rules, count: Count) -> tuple[Missing, ...]:
    """What is still missing for participation and for the result, by each measure that `rules` ask for."""
    judged = taking_part(rules, count)
    return tuple(
        _missing(rules, measure, by, whole.roll - whole.present)
        for (measure, by), (_, whole) in zip(judged.measured(), count.measured(), strict=True)
        if any(gate.measure is measure for gate in (*rules.quorum, *rules.carry))
    )


def _missing(rules: Rules, measure: Measure, count: Count, left: int) -> Missing:
    """By one measure, with so much of the roll unanswered."""
    quorum = [gate.least(count.base(gate.base)) for gate in rules.quorum if gate.measure is measure]
    carry = [gate for gate in rules.carry if gate.measure is measure]

    def carried(more: int) -> bool:
        after = replace(count, present=count.present + more, yes=count.yes + more)
        return all(after.yes >= gate.least(after.base(gate.base)) for gate in carry)

    found = bisect_left(range(left + 1), True, key=carried)
    return Missing(measure, max(0, max(quorum, default=0) - count.present), found if found <= left else None)


def tenths(part: int, whole: int) -> str:
    """A share as a percentage with one decimal, cut off and never rounded up: `66.6`. Only to be read."""
    found = part * 1000 // whole if whole else 0
    return f"{found // 10}.{found % 10}"
