"""Papers and candidates of a poll as text: typed at a desk, read from a file, kept in the record."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from council_tui.domain.ids import PersonId
from council_tui.domain.plain import begins
from council_tui.domain.polls import (
    BadMarks,
    Candidate,
    OtherCandidates,
    PollPaper,
    PollView,
    ShortPaper,
    Sort,
    TooManyMarks,
)
from council_tui.domain.tally.flaws import BadBallots, Flaw
from council_tui.domain.tally.model import (
    Form,
    Marked,
    Ranked,
    Ranking,
)

DIGIT = 9
"""Up to so many candidates a digit is a whole number, and nothing need stand between two."""
FIGURES = frozenset("0123456789 ")
"""What is written on a paper; where places count, `=` too."""
LONGEST = 200
"""The longest paper as typed, in characters."""


def candidates_text(candidates: Sequence[Candidate]) -> str:
    """Candidates as canonical JSON. Of somebody on the register only the id: a name may change, or go."""
    found = [
        {
            "cost": each.cost,
            "name": "" if each.person is not None else each.name,
            "name_2": "" if each.person is not None else each.name_2,
            "person": each.person,
        }
        for each in candidates
    ]
    return json.dumps(found, separators=(",", ":"), ensure_ascii=False, sort_keys=True)


def candidates(text: str) -> tuple[Candidate, ...]:
    """What `candidates_text` wrote."""
    return tuple(
        Candidate(
            each["name"],
            each["name_2"],
            PersonId(each["person"]) if each["person"] is not None else None,
            each["cost"],
        )
        for each in json.loads(text)
    )


class TooManyPoints(TooManyMarks):
    """The same of points."""


def typed_marks(poll: PollView, typed: str) -> str:
    """A paper as it was typed, as canonical text; empty for one on which nothing is marked.

    Candidates by number, in the order of preference where that counts; points one after the other. Up to
    nine candidates need no space between. Raises BadMarks, BadBallots, TooManyMarks or ShortPaper.
    """
    most, ranked = len(poll.candidates), poll.method.form is Form.RANKED
    written, typed = typed, unicodedata.normalize("NFKC", typed)
    if not set(typed) <= ({*FIGURES, "="} if ranked else FIGURES):
        raise BadMarks(begins(written))
    if ranked:
        ranks = tuple(tuple(_numbers(part, most)) for part in _parts(typed, most))
        return marks_text(_ranked(poll, ranks))
    if poll.method.points:
        return marks_text(_points(poll, _figures(typed)))
    numbers = _numbers(typed, most)
    _once(numbers)
    return marks_text(_within(poll, [int(each in numbers) for each in range(1, most + 1)]))


def marks_text(marks: Sequence[int] | Ranking) -> str:
    """`1 0 1` for marks or points, `3 1=2` for places; empty where nothing is marked."""
    if not any(marks):
        return ""
    return " ".join("=".join(map(str, each)) if isinstance(each, tuple) else str(each) for each in marks)


def _parts(typed: str, most: int) -> list[str]:
    """The places of a ranked paper; `1=2` is one of them."""
    joined = re.sub(r"\s*=\s*", "=", typed.strip())
    if most > DIGIT:
        return joined.split()
    return re.findall(r"[0-9](?:=[0-9])*", joined)


def numbers_in(typed: str, most: int) -> list[int]:
    """The numbers in a text; where there are up to nine candidates every digit is one."""
    figures = unicodedata.normalize("NFKC", typed)
    return [int(each) for each in re.findall("[0-9]" if most <= DIGIT else "[0-9]+", figures)]


def as_typed(poll: PollView, marks: str) -> str:
    """A recorded paper as it would be typed."""
    if poll.method.form is Form.RANKED or poll.method.points:
        return marks
    return " ".join(str(place) for place, mark in enumerate(marks.split(), 1) if mark != "0")


def _numbers(typed: str, most: int) -> list[int]:
    """Numbers of candidates; a nought alone is none. Raises BadBallots."""
    numbers = numbers_in(typed, most)
    if numbers == [0]:
        return []
    for each in numbers:
        if not 1 <= each <= most:
            raise BadBallots(Flaw.NO_SUCH_CANDIDATE, (each, most))
    return numbers


def _once(numbers: Sequence[int]) -> None:
    for each in numbers:
        if numbers.count(each) > 1:
            raise BadBallots(Flaw.TWICE, (each,))


def _ranked(poll: PollView, ranks: Ranking) -> Ranking:
    found = tuple(each for each in ranks if each)
    _once([each for rank in found for each in rank])
    if not poll.method.equal_ranks and any(len(rank) > 1 for rank in found):
        raise BadBallots(Flaw.EQUAL_RANKS)
    if poll.opened.marks is not None and len(found) > poll.opened.marks:
        raise TooManyMarks(len(found), poll.opened.marks)
    return tuple(tuple(sorted(rank)) for rank in found)


def _figures(typed: str) -> list[int]:
    """Points: with spaces figures of any length, without a digit each."""
    return [int(each) for each in (typed.split() if " " in typed.strip() else typed.strip())]


def _points(poll: PollView, points: Sequence[int]) -> tuple[int, ...]:
    if list(points) == [0]:
        return ()
    if len(points) != len(poll.candidates):
        raise ShortPaper(len(points), len(poll.candidates))
    return tuple(_within(poll, points))


def ranking(marks: str) -> Ranking:
    """What `marks_text` wrote of a ranked paper."""
    return tuple(tuple(map(int, rank.split("="))) for rank in marks.split())


def checked(poll: PollView, marks: str) -> str:
    """A paper's marks as `marks_text` writes them. Raises BadBallots, TooManyMarks or ShortPaper."""
    ranked = poll.method.form is Form.RANKED
    if not re.fullmatch(r"[0-9]{1,9}([ =][0-9]{1,9})*" if ranked else r"[0-9]{1,9}( [0-9]{1,9})*", marks):
        raise BadBallots(Flaw.BAD_MARK, (begins(marks),))
    if ranked:
        found = tuple(tuple(map(int, rank.split("="))) for rank in marks.split(" "))
        for each in (one for rank in found for one in rank):
            if not 1 <= each <= len(poll.candidates):
                raise BadBallots(Flaw.NO_SUCH_CANDIDATE, (each, len(poll.candidates)))
        return marks_text(_ranked(poll, found))
    numbers = list(map(int, marks.split(" ")))
    if len(numbers) != len(poll.candidates):
        raise ShortPaper(len(numbers), len(poll.candidates))
    if not poll.method.points and max(numbers) > 1:
        raise BadBallots(Flaw.MARK_NOT_ONE, (max(numbers),))
    return marks_text(_within(poll, numbers))


def _within(poll: PollView, marks: Sequence[int]) -> Sequence[int]:
    """Marks or points, no more than a paper may have. Raises TooManyMarks."""
    most = poll.opened.points if poll.method.points else poll.opened.marks
    if most is not None and sum(marks) > most:
        raise (TooManyPoints if poll.method.points else TooManyMarks)(sum(marks), most)
    return marks


def read_from(poll: PollView, called: Sequence[str], found: Ranked | Marked) -> tuple[PollPaper, ...]:
    """The papers of a file, with the poll's own numbers; those with too many marks are invalid.

    `called`: the poll's candidates by name; the file has the same, in any order. Raises OtherCandidates.
    """
    if sorted(found.candidates) != sorted(called):
        odd = [name for name in found.candidates if name not in called] or [""]
        raise OtherCandidates(odd[0])
    numbers = {place: called.index(name) + 1 for place, name in enumerate(found.candidates, 1)}
    papers: Counter[tuple[Sort, str]] = Counter()
    for paper, count in found.papers.items():
        papers[_sorted(poll, _own(paper, numbers))] += count
    return tuple(PollPaper(poll.id, sort, marks, count) for (sort, marks), count in papers.items())


def _own(paper: Ranking | tuple[int, ...], numbers: Mapping[int, int]) -> Ranking | tuple[int, ...]:
    """A paper of a file by the poll's own numbers."""
    if any(isinstance(each, tuple) for each in paper):
        return tuple(tuple(sorted(numbers[one] for one in each)) for each in paper if isinstance(each, tuple))
    marks = {numbers[place]: mark for place, mark in enumerate(paper, 1) if isinstance(mark, int)}
    return tuple(marks[each] for each in sorted(marks))


def _sorted(poll: PollView, paper: Ranking | tuple[int, ...]) -> tuple[Sort, str]:
    """What a paper is, and its text."""
    points = [each for each in paper if isinstance(each, int)]
    marks = len([each for each in paper if each])
    over = poll.opened.marks is not None and marks > poll.opened.marks
    if over or (poll.opened.points is not None and sum(points) > poll.opened.points):
        return Sort.INVALID, ""
    text = marks_text(paper)
    return (Sort.MARKED, text) if text else (Sort.BLANK, "")
