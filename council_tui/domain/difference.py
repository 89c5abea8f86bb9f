"""What changed between two texts, in pieces a person can read: words, and Chinese by the character.

It knows no language and no paint; the pieces put together again are exactly the two texts.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

from council_tui.domain.lazily import dataclass

CAREFUL = 600
"""Tokens up to which each may hold the texts together; in longer ones, for time's sake, only the rarer do."""

_TOKEN = re.compile(
    "(?:[^\\W\u2e80-\U0010ffff]+(?:['\u2019-][^\\W\u2e80-\U0010ffff]+|(?<=[0-9])[.,][0-9]+)*|.)"
    "(?:[\u0300-\u036f\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d.)*",
    re.DOTALL,
)
"""A word, a number, or any other character, with what is written over it."""

_OPENS = re.compile("[\\s(\\[{\u3008\u300a\u300c\u300e\u3010\u3014\uff08\uff3b\uff5b]")
_CLOSES = re.compile(
    "[\\s!),.:;?\\]}\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\uff01\uff09\uff0c\uff1a\uff1b\uff1f]"
)


class Change(StrEnum):
    """What became of a piece."""

    EQUAL = "equal"
    STRUCK = "struck"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that was kept, struck or added."""

    change: Change
    text: str


Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """A run that was kept, and what is struck and added behind it."""

    kept: Tokens
    struck: Tokens = ()
    added: Tokens = ()

    @property
    def weight(self) -> int:
        """How long the change reads."""
        return max(_length(self.struck), _length(self.added))


@lru_cache(maxsize=32)
def difference(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of both texts in order, what was struck before what stands there now.

    Equal and added ones make `new`, equal and struck ones `old`. What two changes leave between
    them is shown as changed too when it is shorter than either: islands of one letter help nobody.
    """
    steps = _joined(_steps(_tokens(old), _tokens(new)))
    return tuple(_pieces(_settled(steps)))


def _tokens(text: str) -> Tokens:
    return tuple(_TOKEN.findall(text))


def _length(tokens: Tokens) -> int:
    return sum(map(len, tokens))


def _steps(old: Tokens, new: Tokens) -> list[_Step]:
    """Kept runs and changes by turns; what both begin and end with is kept first."""
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    tail = old[len(old) - end :]
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    long = max(len(old_middle), len(new_middle)) > CAREFUL
    blocks = SequenceMatcher(None, old_middle, new_middle, autojunk=long).get_matching_blocks()
    found = [_Step(old[:start], old_middle[: blocks[0].a], new_middle[: blocks[0].b])]
    for block, after in zip(blocks, blocks[1:], strict=False):
        ends = block.a + block.size, block.b + block.size
        kept = old_middle[block.a : ends[0]]
        found.append(_Step(kept, old_middle[ends[0] : after.a], new_middle[ends[1] : after.b]))
    return [*found, _Step(tail)] if tail else found


def _shared(one: Tokens, other: Tokens) -> int:
    """How many tokens both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))


def _joined(steps: Sequence[_Step]) -> list[_Step]:
    """The steps with weak runs between two changes taken into them, until none is left."""
    found: list[_Step] = []
    for step in steps:
        found.append(step)
        while len(found) > 1 and _weak(found[-2], found[-1]):
            after, before = found.pop(), found.pop()
            found.append(_one(before, after))
    return found


def _one(before: _Step, after: _Step) -> _Step:
    """Two steps as one: what was kept between them is struck and added again."""
    if not before.weight:
        return _Step(before.kept + after.kept, after.struck, after.added)
    struck = before.struck + after.kept + after.struck
    return _Step(before.kept, struck, before.added + after.kept + after.added)


def _weak(before: _Step, after: _Step) -> bool:
    """Whether the run between two changes is too short to be read as one that stayed."""
    least = min(before.weight, after.weight)
    if not (least and after.kept):
        return not (before.weight and after.kept)
    blank = all(_CLOSES.fullmatch(token) or _OPENS.fullmatch(token) for token in after.kept)
    return _length(after.kept) < least + blank


def _settled(steps: Sequence[_Step]) -> list[_Step]:
    """Each pure addition or striking moved to where a clause begins or ends, if it may stand there too."""
    found = list(steps)
    for place in range(len(found) - 1):
        here, after = found[place], found[place + 1]
        moved = here.added or here.struck
        if bool(here.added) != bool(here.struck) and here.kept and after.kept:
            before, moved, behind = _slid(here.kept, moved, after.kept)
            struck, added = ((), moved) if here.added else (moved, ())
            found[place] = _Step(before, struck, added)
            found[place + 1] = _Step(behind, after.struck, after.added)
    return found


def _slid(before: Tokens, moved: Tokens, behind: Tokens) -> tuple[Tokens, Tokens, Tokens]:
    """The best of the places where the same change may be said to have happened."""
    whole = before + moved + behind
    size = len(moved)
    first = last = len(before)
    while first > 1 and whole[first - 1] == whole[first - 1 + size]:
        first -= 1
    while last + size < len(whole) - 1 and whole[last] == whole[last + size]:
        last += 1
    best = max(range(first, last + 1), key=lambda at: (_fit(whole, at, at + size), at == len(before)))
    return whole[:best], whole[best : best + size], whole[best + size :]


def _fit(whole: Tokens, start: int, end: int) -> int:
    """How well a piece reads on its own: it begins behind a stop or at a bracket, and ends before a stop."""
    opened = bool(_OPENS.fullmatch(whole[start]) or _CLOSES.fullmatch(whole[start - 1]))
    ended = bool(_CLOSES.fullmatch(whole[end]) and not whole[end].isspace())
    stray = bool(_CLOSES.fullmatch(whole[start]) and not whole[start].isspace())
    return 2 * opened + ended - 2 * stray


def _pieces(steps: Iterable[_Step]) -> Iterable[Piece]:
    for step in steps:
        for change, tokens in (
            (Change.EQUAL, step.kept),
            (Change.STRUCK, step.struck),
            (Change.ADDED, step.added),
        ):
            if tokens:
                yield Piece(change, "".join(tokens))
