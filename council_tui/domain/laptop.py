"""A secret ballot for which the laptop is passed round: what of it may be kept, and what it cannot be."""

from council_tui.domain.errors import Refusal
from council_tui.domain.figures import Figures
from council_tui.domain.ids import PersonId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact
from council_tui.domain.topics import Topic
from council_tui.domain.votes import VoteOpened

FEW = 5
"""With fewer voters the totals tell how each of them voted, or nearly (`shared/reliability.md`, 3.2)."""


@dataclass(frozen=True, slots=True)
class VotersTicked(Fact):
    """Who voted on the laptop, written at the close in the order of the roll; never how, never when."""

    TABLE = "voters_ticked"
    TOPIC = Topic.VOTES
    ONE = ("vote",)

    vote: VoteId
    people: tuple[PersonId, ...]


@dataclass
class CountAstray(Refusal):
    """What was pressed is not one answer for each who voted, or more voted than may: never half a count."""

    answered: int
    turnout: int
    electorate: int


@dataclass
class NoRecount(Refusal):
    """The totals of a ballot on the laptop cannot be counted again: it can only be annulled."""

    vote: VoteId


def admit_laptop(figures: Figures, opened: VoteOpened, ticked: tuple[PersonId, ...]) -> None:
    """Refuse totals that are not one answer for each who voted, and ticks of others than may vote.

    `ticked` is empty where only the number of voters is kept.
    Raises CountAstray.
    """
    turnout, electorate = figures.returned or 0, len(opened.electorate)
    whole = (figures.issued, figures.invalid, figures.answered) == (turnout, 0, turnout)
    if not whole or min(figures.yes, figures.no, figures.abstain) < 0 or not 0 < turnout <= electorate:
        raise CountAstray(figures.answered, turnout, electorate)
    known = set(ticked) & set(opened.electorate)
    if ticked and not len(known) == len(ticked) == turnout:
        raise CountAstray(figures.answered, len(known), electorate)
