"""Why papers or terms cannot be counted, as facts. The words are in `wording.tallies`."""

from enum import StrEnum

from council_tui.domain.errors import Refusal
from council_tui.domain.lazily import dataclass


class Flaw(StrEnum):
    """What is wrong; the facts that belong to each stand behind it."""

    TOO_BIG = "too big"  # found, most
    EMPTY = "empty"
    WORKBOOK = "workbook"
    NOT_TEXT = "not text"
    MIXED_ENCODING = "mixed encoding"
    NO_HEADER = "no header"  # what stands there
    NO_COUNT = "no count"  # what stands there
    TOO_MANY_CANDIDATES = "too many candidates"  # found, most
    BAD_SEATS = "bad seats"  # found, standing
    ONE_SEAT = "one seat"  # found
    BAD_WITHDRAWN = "bad withdrawn"  # what stands there, how many there are
    NO_END = "no end"
    NO_ZERO = "no zero"  # what stands there
    NO_WEIGHT = "no weight"  # what stands there
    NO_SUCH_CANDIDATE = "no such candidate"  # what stands there, how many there are
    TWICE = "twice"  # candidate
    NO_SUCH_PROJECT = "no such project"  # what stands there
    MARKED_TWICE = "marked twice"  # what stands there
    EQUAL_RANKS = "equal ranks"
    BAD_NAME = "bad name"  # what stands there
    LONG_NAME = "long name"  # found, most
    SAME_NAME = "same name"  # name
    NO_NAMES = "no names"  # found, wanted
    AFTER_NAMES = "after names"  # what stands there
    RAGGED = "ragged"  # found, wanted
    BAD_MARK = "bad mark"  # what stands there
    MARK_NOT_ONE = "mark not one"  # what stands there
    OVER_POINTS = "over points"  # found, most
    OVER_MARKS = "over marks"  # found, most
    NO_PAPERS = "no papers"
    NO_COSTS = "no costs"
    BAD_COST = "bad cost"  # what stands there
    NO_BUDGET = "no budget"
    BAD_BUDGET = "bad budget"  # what stands there
    BAD_LOT = "bad lot"  # what stands there, how many there are
    NO_SECTION = "no section"  # its name
    NO_FIELD = "no field"  # its name
    NOT_APPROVAL = "not approval"  # what stands there


@dataclass
class BadBallots(Refusal):
    """Papers, or what was asked of them, that cannot be counted."""

    flaw: Flaw
    facts: tuple[str | int, ...] = ()
    line: int | None = None
