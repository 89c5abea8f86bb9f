"""A show of hands: three numbers."""

from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding

from council_tui.domain.figures import Figures
from council_tui.domain.rules import Count, Impossible, ImpossibleCount
from council_tui.domain.votes import Way
from council_tui.tui.count.figures import FIGURE_KEYS, FigureDesk
from council_tui.tui.ink import BLANK, Line, Span
from council_tui.tui.pages import counting
from council_tui.usecases.votes import close_hands
from council_tui.wording.catalog import N_, _
from council_tui.wording.counts import impossible_words
from council_tui.wording.proxies import present_words


class HandsDesk(FigureDesk):
    """Hands are counted and typed; how it stands is said at every digit."""

    way = Way.HANDS
    families = frozenset({"figures", "hands"})
    KEYS: ClassVar = (
        Binding("enter", "desk('hands', 'close')", N_("close the count"), id="hands.close"),
        *FIGURE_KEYS,
    )

    def names(self) -> tuple[str, ...]:
        """Abstentions only where the rules ask for them."""
        return ("yes", "no", "abstain") if self.running.rules.ask_abstain else ("yes", "no")

    def figures(self) -> Figures:
        """The three numbers."""
        yes, no, abstain = (self.typed.figure(name) for name in ("yes", "no", "abstain"))
        return Figures(yes, no, abstain)

    @property
    def count(self) -> Count:
        """The numbers as the rules judge them, out of those present."""
        figures = self.figures()
        return Count(self.running.opened.roll, self.view.present, figures.yes, figures.no, figures.abstain)

    @property
    def complete(self) -> bool:
        """Everybody present is counted."""
        return self.typed.begun and self.left == 0

    @property
    def left(self) -> int:
        """How many of those who are asked are in none of the numbers."""
        return len(self.view.asked) - self.figures().answered

    def page(self, width: int, height: int) -> list[Line]:
        """The question, the figures large, the fields, and how it stands."""
        meeting, item = self.held
        present = present_words(self.view.present, len(self.view.through))
        count = self.count
        rows = [
            counting.head(meeting, item, self.running, present, width),
            *counting.question(meeting, self.running, width, 2),
        ]
        rows += [BLANK] * (4 - len(rows))
        rest = _("not voting {count}").format(count=max(count.not_voting, 0))
        rows += counting.figures(count, rest, width, asked=self.running.rules.ask_abstain)
        rows += [BLANK, self._fields(width), BLANK, *self._standing(count, width)]
        return rows

    def _fields(self, width: int) -> Line:
        spans: list[Span] = []
        for name, column in zip(self.typed.names, counting.columns(width), strict=False):
            spans += self.field(name, column)
        return Line(tuple(spans))

    def _standing(self, count: Count, width: int) -> list[Line]:
        if self.left < 0:
            asked = replace(count, present=len(self.view.asked))
            refusal = ImpossibleCount(asked, Impossible.MORE_VOTES_THAN_PRESENT)
            return counting.told(impossible_words(refusal), width)
        return counting.standing(self.running.rules, count, self.left, width)

    async def close(self, figures: Figures) -> bool:
        """The numbers close the vote."""
        return await self.screen.record(close_hands, self.vote, figures) is not None
