"""A secret ballot on paper: its totals, and whether the papers add up. Nothing individual is ever known."""

from typing import ClassVar

from textual.binding import Binding

from council_tui.domain.agenda import Role
from council_tui.domain.figures import Figures
from council_tui.domain.rules import Count
from council_tui.domain.votes import Way
from council_tui.tui.count.figures import FIGURE_KEYS, FigureDesk, Typed
from council_tui.tui.ink import BLANK, Line, Span
from council_tui.tui.pages import counting
from council_tui.usecases.votes import close_secret_vote
from council_tui.wording import names
from council_tui.wording.catalog import N_, _, ngettext, pgettext

PAPERS = ("issued", "returned", "invalid")
ANSWERS = ("yes", "no", "abstain")


class SecretDesk(FigureDesk):
    """The tellers' totals are typed; that they add up is said at every digit."""

    way = Way.SECRET
    families = frozenset({"figures", "secret"})
    KEYS: ClassVar = (
        Binding("enter", "desk('secret', 'close')", N_("close the count"), id="secret.close"),
        *FIGURE_KEYS,
    )

    def names(self) -> tuple[str, ...]:
        """The papers, then the answers on them."""
        return PAPERS + (ANSWERS if self.running.rules.ask_abstain else ANSWERS[:2])

    def figures(self) -> Figures:
        """The totals."""
        typed = self.typed
        yes, no, abstain = (typed.figure(name) for name in ANSWERS)
        return Figures(
            yes, no, abstain, typed.figure("issued"), typed.figure("returned"), typed.figure("invalid")
        )

    @property
    def complete(self) -> bool:
        """The papers add up."""
        return self.typed.begun and adding_up(self.typed, len(self.running.opened.electorate))[1]

    def page(self, width: int, height: int) -> list[Line]:
        """The question, the two rows of fields, whether they add up, and how it stands."""
        meeting, item = self.held
        tellers = names.listed(names.name_of(meeting, each) for each in meeting.holders(Role.TELLERS))
        who = _("tellers {names}").format(names=tellers) if tellers else ""
        rows = [
            counting.head(meeting, item, self.running, who, width),
            *counting.question(meeting, self.running, width, 2),
            BLANK,
        ]
        labels = (
            pgettext("papers", "issued"),
            pgettext("papers", "returned"),
            pgettext("papers", "invalid"),
            pgettext("papers", "valid"),
        )
        columns = counting.columns(width)
        rows += [
            Line(tuple(Span(column, words, "dim") for column, words in zip(columns, labels, strict=True))),
            self._row(PAPERS, columns),
            BLANK,
            counting.labels(columns, asked=self.running.rules.ask_abstain),
            self._row(self.typed.names[3:], columns),
            BLANK,
        ]
        return [*rows, *self._standing(width)]

    def _row(self, fields: tuple[str, ...], columns: tuple[int, ...]) -> Line:
        spans: list[Span] = []
        for name, column in zip(fields, columns, strict=False):
            spans += self.field(name, column)
        if fields is PAPERS and self.typed.stands("returned"):
            valid = max(self.typed.figure("returned") - self.typed.figure("invalid"), 0)
            spans.append(Span(columns[3], f"{valid:>5}", "bold"))
        return Line(tuple(spans))

    def _standing(self, width: int) -> list[Line]:
        opened = self.running.opened
        figures, electorate = self.figures(), len(opened.electorate)
        sums, sound = adding_up(self.typed, electorate)
        rows = [Line((Span(3, sums, "bold" if sound else ""),)), BLANK]
        papers = self.typed.figure("returned") if self.typed.stands("returned") else electorate
        left = papers - figures.invalid - figures.answered
        if left < 0 or figures.answered + figures.invalid > electorate:
            return rows
        count = Count(
            opened.roll, self.view.present, figures.yes, figures.no, figures.abstain, figures.invalid
        )
        return [*rows, *counting.standing(self.running.rules, count, left, width)]

    def message(self) -> str:
        """What is different here."""
        return _("Not recorded yet. Closing keeps the totals only, and cannot be undone.")

    async def close(self, figures: Figures) -> bool:
        """The totals close the vote."""
        return await self.screen.record(close_secret_vote, self.vote, figures) is not None


def adding_up(typed: Typed, electorate: int) -> tuple[str, bool]:
    """Whether the papers add up, in a sentence, and as a truth."""
    issued, returned = typed.figure("issued"), typed.figure("returned")
    if issued > electorate:
        text = _("{issued} issued, but {electorate} may vote.")
        return text.format(issued=issued, electorate=electorate), False
    if returned > issued:
        text = _("{returned} returned, but {issued} issued.")
        return text.format(returned=returned, issued=issued), False
    valid = returned - typed.figure("invalid")
    answers = [typed.figure(name) for name in typed.names[3:]]
    total = sum(answers)
    if not any(typed.stands(name) for name in typed.names[3:]):
        text = _("{electorate} may vote, {issued} issued, {returned} returned.")
        return text.format(electorate=electorate, issued=issued, returned=returned), False
    facts = {
        "valid": valid,
        "sum": " + ".join(map(str, answers)),
        "total": total,
        "count": abs(valid - total),
    }
    if valid == total:
        return _("{valid} valid = {sum}: it adds up.").format(**facts), True
    if total < valid:
        text = ngettext(
            "{valid} valid, {sum} = {total}: {count} is missing.",
            "{valid} valid, {sum} = {total}: {count} are missing.",
            valid - total,
        )
    else:
        text = ngettext(
            "{valid} valid, {sum} = {total}: {count} too many.",
            "{valid} valid, {sum} = {total}: {count} too many.",
            total - valid,
        )
    return text.format(**facts), False
