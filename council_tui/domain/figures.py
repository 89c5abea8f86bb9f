"""The figures of a count as they are given, and which of them cannot be or are unlikely."""

from council_tui.domain.errors import IssuedOverElectorate, PapersDoNotAddUp, TooManyAnswers, Unlikely
from council_tui.domain.lazily import dataclass
from council_tui.domain.rules import Count, check


@dataclass(frozen=True, slots=True)
class Figures:
    """What tellers report; `issued`, `returned` and `invalid` for papers only."""

    yes: int
    no: int
    abstain: int
    issued: int | None = None
    returned: int | None = None
    invalid: int = 0
    override: str = ""
    """Why unlikely figures are right all the same."""
    why: str = ""
    """Why announced figures are corrected."""
    represented: int | None = None
    """How many parties are; None where members are counted."""

    @property
    def answered(self) -> int:
        """Yes, no and abstain."""
        return self.yes + self.no + self.abstain


def admit_hands(figures: Figures, present: int, *, asked: bool) -> None:
    """Refuse more hands than people, and, without a reason, hands of fewer than three quarters.

    `asked`: whether abstentions are asked for; where they are not, few hands are likely.
    Raises TooManyAnswers, Unlikely or ImpossibleCount.
    """
    check(Count(present, present, *_floored(figures)))
    if figures.answered > present:
        raise TooManyAnswers(figures.yes, figures.no, figures.abstain, present)
    if asked and figures.answered * 4 < present * 3 and not figures.override:
        raise Unlikely(figures.answered, present)


def admit_papers(figures: Figures, electorate: int) -> None:
    """Refuse papers that do not add up.

    More papers than voters make the whole vote void (Election Law, article 44).
    Raises IssuedOverElectorate, PapersDoNotAddUp, Unlikely or ImpossibleCount.
    """
    issued, returned = figures.issued or 0, figures.returned or 0
    check(Count(electorate, electorate, *_floored(figures)))
    if issued > electorate:
        raise IssuedOverElectorate(issued, electorate)
    if returned > issued or figures.answered + figures.invalid != returned or figures.invalid < 0:
        raise PapersDoNotAddUp(issued, returned, figures.invalid, figures.yes, figures.no, figures.abstain)
    if returned * 4 < issued * 3 and not figures.override:
        raise Unlikely(returned, issued)


def _floored(figures: Figures) -> tuple[int, int, int]:
    """Negative figures as they are, others as nought: only the sign is judged here."""
    return min(figures.yes, 0), min(figures.no, 0), min(figures.abstain, 0)
