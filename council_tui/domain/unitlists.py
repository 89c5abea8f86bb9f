"""A list of dwelling units read from outside: its rows, and what can be wrong with it."""

from enum import StrEnum
from typing import TYPE_CHECKING

from council_tui.domain.errors import Refusal
from council_tui.domain.lazily import dataclass

if TYPE_CHECKING:
    from council_tui.domain.roster import Problem


class Answer(StrEnum):
    """What an owner's paper says; INVALID for one that says nothing valid, NONE for none that came back."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    INVALID = "invalid"
    NONE = "none"


class AreaSource(StrEnum):
    """Where a floor area is from, in the order of the interpretation on condominium ownership, Art. 8."""

    REGISTER = "register"
    SURVEY = "survey"
    CONTRACT = "contract"


class UnitColumn(StrEnum):
    """What a list of units may say of one."""

    UNIT = "unit"
    AREA = "area"
    OWNER = "owner"
    VOTE = "vote"
    COUNTS = "counts"
    ISSUED = "issued"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit as a list has it."""

    line: int
    """The line of the file, counted from 1."""
    unit: str
    area: int
    """Hundredths of a square metre."""
    owner: str
    """One name, or those of the co-owners between 、 or ; marks."""
    counts: bool
    """Whether it counts in a vote; True where the list says nothing."""
    vote: Answer | None
    """What the paper says; None where none came back."""
    issued: bool | None
    """Whether the paper was given out; None where the list has no such column."""
    source: AreaSource


class UnitFlaw(StrEnum):
    """What can be wrong with a list of units; the facts of each stand behind it."""

    NO_COLUMN = "no_column"  # column
    HEADER_TWICE = "header_twice"  # column
    NO_ROWS = "no_rows"
    RAGGED = "ragged"  # cells found, cells expected
    EMPTY_CELL = "empty_cell"  # column
    TOO_LONG = "too_long"  # column, characters, most characters
    NOT_A_UNIT = "not_a_unit"  # what stands there
    UNIT_TWICE = "unit_twice"  # unit, first line
    BAD_AREA = "bad_area"  # what stands there
    BAD_VOTE = "bad_vote"  # what stands there
    BAD_MARK = "bad_mark"  # column, what stands there
    BAD_SOURCE = "bad_source"  # what stands there
    NOT_ISSUED = "not_issued"
    HIDDEN = "hidden"  # column, code as U+XXXX


@dataclass(frozen=True, slots=True)
class UnitProblem:
    """One thing wrong with a list of units."""

    line: int
    flaw: UnitFlaw
    facts: tuple[str | int, ...] = ()


@dataclass
class BadUnits(Refusal):
    """A list that cannot be taken: everything that is wrong with it."""

    problems: "tuple[Problem | UnitProblem, ...]"
