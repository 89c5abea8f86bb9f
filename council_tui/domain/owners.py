"""Owners' decisions: heads and floor area of the owners, counted from papers unit by unit.

One exclusive part is one person; one owner of several parts is one person, and their area adds up; so are
the developer's unsold parts (interpretation on condominium ownership, Art. 9). Co-owners of one part
name one who votes for them. Units that do not count are left out of everything.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from council_tui.domain.counts import Count
from council_tui.domain.errors import Refusal
from council_tui.domain.lazily import dataclass
from council_tui.domain.roster import same_name
from council_tui.domain.rulesets import Rules
from council_tui.domain.unitlists import Answer, UnitRow

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


def owner_key(owner: str) -> tuple[str, ...]:
    """What two spellings of one owner have in common; co-owners in any order."""
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
