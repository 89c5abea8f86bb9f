"""What a count starts from and what it comes to: papers, terms, rounds, ties and the result.

Candidates and projects are numbered from 1 in the order of their names. Figures are whole numbers and
fractions; what happened is facts, never sentences. Nothing here knows a file, a screen or a council's rules.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Any

from council_tui.domain.lazily import dataclass

Rank = tuple[int, ...]
"""Candidates that a paper puts on the same place; nearly always one."""
Ranking = tuple[Rank, ...]
"""A paper's places, the first one first. Whoever is not on it stands below all who are."""


class Form(StrEnum):
    """What papers of a method look like."""

    RANKED = "ranked"
    MARKED = "marked"
    PRICED = "priced"


@dataclass(frozen=True, slots=True)
class Ranked:
    """Ranked papers, equal ones counted once with their number."""

    candidates: tuple[str, ...]
    papers: Mapping[Ranking, int]
    withdrawn: frozenset[int] = frozenset()
    """Candidates whom no paper can reach any more: it goes on to the next."""
    seats: int | None = None
    title: str = ""
    equal: bool | None = None
    """Whether a paper may put several on one place; None where nobody has looked."""

    @property
    def standing(self) -> tuple[int, ...]:
        """The numbers of those who did not withdraw."""
        return tuple(each for each in range(1, len(self.candidates) + 1) if each not in self.withdrawn)


@dataclass(frozen=True, slots=True)
class Marked:
    """Papers with a mark for each candidate or project, in their order: 0 or 1, or points."""

    candidates: tuple[str, ...]
    papers: Mapping[tuple[int, ...], int]
    costs: tuple[int, ...] = ()
    """What each project costs; empty where nothing is bought."""
    budget: int | None = None
    seats: int | None = None
    title: str = ""

    @property
    def standing(self) -> tuple[int, ...]:
        """All numbers: nobody withdraws from such papers."""
        return tuple(range(1, len(self.candidates) + 1))


@dataclass(frozen=True, slots=True)
class Terms:
    """What a count is held to."""

    seats: int = 1
    budget: int = 0
    lot: tuple[int, ...] = ()
    """An order of candidates that was drawn and recorded, the favoured one first; empty for none."""
    exact: bool = False
    """Transfer values as exact fractions, instead of the decimals that the rules ask for."""
    fill: bool = False
    """What equal shares leave over is spent on the projects with the most votes."""
    points: int | None = None
    """The most points of one paper together (dots within a budget); None for any."""


class Why(StrEnum):
    """What somebody is elected by."""

    QUOTA = "quota"
    LAST_VACANCIES = "last vacancies"
    MAJORITY = "majority"
    MOST = "most votes"
    RANKING = "ranking"


@dataclass(frozen=True, slots=True)
class Elected:
    """A candidate is elected."""

    candidate: int
    why: Why


@dataclass(frozen=True, slots=True)
class Excluded:
    """A candidate with the fewest votes is excluded, and the papers go on."""

    candidate: int
    votes: Fraction


@dataclass(frozen=True, slots=True)
class Transferred:
    """The surplus of an elected candidate goes on."""

    candidate: int
    surplus: Fraction
    value: Fraction
    """What a paper is worth from now on that was worth one vote."""


@dataclass(frozen=True, slots=True)
class NonTransferable:
    """What all papers without a further preference, and parts cut off, come to so far."""

    votes: Fraction


@dataclass(frozen=True, slots=True)
class Beats:
    """A candidate's strongest path to another is stronger than the way back."""

    winner: int
    loser: int
    path: int
    back: int


@dataclass(frozen=True, slots=True)
class SecondRound:
    """Nobody has a majority: these go into a second round."""

    candidates: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TooFew:
    """A candidate has fewer votes than the least that are asked for."""

    candidate: int
    votes: Fraction
    least: int


@dataclass(frozen=True, slots=True)
class Funded:
    """A project gets its money."""

    project: int
    cost: int | Fraction
    left: Fraction
    """What is left of the whole sum."""
    share: Fraction | None = None
    """The most that one supporter pays for it, where voters pay."""


@dataclass(frozen=True, slots=True)
class TooDear:
    """A project costs more than is left when its turn comes."""

    project: int
    cost: int | Fraction
    left: Fraction


Event = Elected | Excluded | Transferred | NonTransferable | Beats | SecondRound | TooFew | Funded | TooDear


NUMBERED = frozenset({"candidate", "candidates", "project", "winner", "loser", "between", "chosen"})
"""Fields of events and ties that hold numbers of candidates or projects."""


@dataclass(frozen=True, slots=True)
class Round:
    """One stage of a count: every candidate's figure at its end, and what happened in it."""

    figures: Mapping[int, Fraction]
    events: tuple[Event, ...] = ()

    @property
    def whole(self) -> Fraction:
        """All figures together: of papers that lie with candidates, those that still count."""
        return sum(self.figures.values(), Fraction(0))


class Stake(StrEnum):
    """What a tie is about."""

    SEAT = "seat"
    EXCLUSION = "exclusion"
    SURPLUS = "surplus"
    SECOND_ROUND = "second round"
    PROJECT = "project"


class Broken(StrEnum):
    """What a tie was resolved by."""

    EARLIER = "earlier stage"
    LOT = "lot"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Tie:
    """Equal candidates or projects of whom only some can be taken."""

    between: tuple[int, ...]
    stake: Stake
    round: int
    """The stage in which it had to be decided, from 1."""
    broken: Broken
    chosen: tuple[int, ...] = ()
    """Whom it falls on: the seat, the exclusion; nobody while it is unresolved."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a count came to. With an unresolved tie it stopped there; the winners so far stay."""

    winners: tuple[int, ...]
    """In order of election."""
    rounds: tuple[Round, ...]
    ties: tuple[Tie, ...] = ()
    quota: int | None = None
    valid: int = 0
    """Papers that were counted."""
    ranking: tuple[tuple[int, ...], ...] = ()
    """All candidates by rank, where the method ranks them; equal ones together."""
    pairs: tuple[tuple[int, ...], ...] = ()
    """How many papers prefer one to the other, a row for each candidate, where the method compares pairs."""

    @property
    def unresolved(self) -> bool:
        """Whether a lot has to be drawn before the count can go on."""
        return any(tie.broken is Broken.UNRESOLVED for tie in self.ties)


@dataclass(frozen=True, slots=True)
class Method:
    """One way of counting."""

    id: str
    form: Form
    count: Callable[[Any, Terms], Result]
    equal_ranks: bool = False
    """Whether a paper may put several candidates on one place."""
    points: bool = False
    """Whether a mark may be any number of points, not only 0 or 1."""
