"""A gate: a share of a base that a count must reach, read from and written as one line.

It knows no rule and no vote; exact whole numbers and fractions only.
"""

import re
from enum import StrEnum
from fractions import Fraction

from council_tui.domain.errors import Refusal
from council_tui.domain.lazily import dataclass
from council_tui.domain.plain import begins


class Op(StrEnum):
    """Whether reaching the share exactly is enough."""

    MORE_THAN = ">"
    AT_LEAST = ">="


class Base(StrEnum):
    """What the share is a share of; VOTES is a fixed number and a share of nothing."""

    ROLL = "roll"
    PRESENT = "present"
    PARTICIPATING = "participating"
    CAST = "cast"
    VOTES = "votes"


class Measure(StrEnum):
    """What is counted."""

    HEADS = "heads"
    HOUSEHOLDS = "households"
    AREA = "area"


@dataclass
class BadGate(Refusal):
    """A text that is no gate."""

    text: str


@dataclass(frozen=True, slots=True)
class Gate:
    """A share of a base: `> 1/2 of present`, `>= 2/3 of roll`; or a number of votes: `>= 9 votes`."""

    op: Op
    """Whether reaching the share exactly is enough (`>=`, 半数以上) or not (`>`, 过半数)."""
    share: Fraction
    """The part of the base; for `Base.VOTES` the number of votes itself."""
    base: Base
    measure: Measure = Measure.HEADS

    def least(self, whole: int) -> int:
        """The smallest count that is enough, out of `whole`; for `Base.VOTES` out of any.

        Never less than one, so that nothing is carried by an empty room. May be above `whole`,
        where no count is enough (`> 1/1 of present`).
        """
        whole = 1 if self.base is Base.VOTES else whole
        count, rest = divmod(self.share.numerator * whole, self.share.denominator)
        reached = rest == 0 and self.op is Op.AT_LEAST
        return max(1, count if reached else count + 1)

    def __str__(self) -> str:
        if self.base is Base.VOTES:
            return f"{self.op} {self.share.numerator} votes"
        by = "" if self.measure is Measure.HEADS else f" by {self.measure}"
        return f"{self.op} {self.share.numerator}/{self.share.denominator} of {self.base}{by}"


_SHARE = re.compile(
    r"(?P<op>>=?) *(?P<p>[0-9]{1,9})/(?P<q>[0-9]{1,9}) +of +(?P<base>roll|present|participating|cast)"
    r"(?: +by +(?P<measure>heads|households|area))?"
)
_VOTES = re.compile(r"(?P<op>>=?) *(?P<n>[0-9]{1,9}) +votes?")


def parse_gate(text: str) -> Gate:
    """The gate that `text` says: `>= 2/3 of roll`, `>= 3/4 of participating by area`, `>= 9 votes`.

    Any fraction of whole numbers is taken as it stands; percentages and decimals are not, because
    a rounded share decides wrongly. Raises BadGate.
    """
    text = text.strip()
    if found := _VOTES.fullmatch(text):
        return Gate(Op(found["op"]), Fraction(int(found["n"])), Base.VOTES)
    found = _SHARE.fullmatch(text)
    if found is None or int(found["q"]) == 0:
        raise BadGate(begins(text))
    share = Fraction(int(found["p"]), int(found["q"]))
    return Gate(Op(found["op"]), share, Base(found["base"]), Measure(found["measure"] or Measure.HEADS))
