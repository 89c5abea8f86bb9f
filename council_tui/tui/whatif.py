"""Rules tried out: five figures typed, and what these rules would decide on them. Nothing is recorded."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding

from council_tui.domain.rulebook import least_yes
from council_tui.domain.rules import Count, ImpossibleCount, Rules, check, judge
from council_tui.tui.count.figures import FIGURE_KEYS, blank
from council_tui.tui.dialogs import Dialog, titled
from council_tui.tui.ink import BLANK, Line, Span, line
from council_tui.tui.widgets.prose import prose
from council_tui.wording import gates
from council_tui.wording.catalog import N_, _, pgettext
from council_tui.wording.counts import impossible_words, verdict_sentence
from council_tui.wording.rules import rules_name

NAMES = ("roll", "present", "yes", "no", "abstain")
COLUMN, STEP = 3, 11
"""The first field, and how far the next one is."""
VERDICT = 3
"""Rows kept for the verdict."""


class WhatIf(Dialog[None]):
    """Five fields of figures, and the verdict at every digit."""

    BINDINGS: ClassVar = [
        Binding("enter", "desk('figures', 'next')", N_("next field"), id="whatif.next"),
        *FIGURE_KEYS,
        Binding("escape", "cancel", N_("back"), id="whatif.back"),
    ]

    def __init__(self, rules: Rules):
        super().__init__()
        self._rules = rules
        self._typed = blank(NAMES)

    def page(self, width: int) -> Sequence[Line]:
        """How it is decided, the fields, the verdict and the smallest yes."""
        room = width - 6
        columns = [COLUMN + STEP * n for n in range(len(NAMES))]
        heads = [Span(column, words, "dim") for column, words in zip(columns, self._heads(), strict=True)]
        fields = [
            span
            for column, name in zip(columns, NAMES, strict=True)
            for span in self._typed.field(name, column)
        ]
        verdict = [row for words, ink in self._said() for row in prose(words, room, COLUMN, ink)]
        return [
            *titled(_("What if? {name}").format(name=rules_name(self._rules)), width),
            *prose(gates.rules_words(self._rules), room, COLUMN, "dim"),
            BLANK,
            line(*heads),
            line(*fields),
            BLANK,
            *verdict,
            *[BLANK] * (VERDICT + 1 - len(verdict)),
        ]

    def _said(self) -> list[tuple[str, str]]:
        """What these rules say of the figures, each text with its ink."""
        if not self._typed.begun:
            return [(_("Type figures: what would these rules decide?"), "")]
        roll, present, yes, no, abstain = map(self._typed.figure, NAMES)
        count = Count(roll, present, yes, no, abstain, parties=bool(self._rules.parties))
        try:
            verdict = judge(self._rules, check(count))
        except ImpossibleCount as refusal:
            return [(impossible_words(refusal), "bold")]
        told = [(verdict_sentence(count, verdict), "bold")]
        if verdict.quorum_met:
            told.append((_least_words(least_yes(self._rules, count)), ""))
        return told

    def _heads(self) -> list[str]:
        return _party_heads() if self._rules.parties else _heads()

    def message(self) -> str:
        """That it is only tried."""
        return _("Only tried: nothing of this is recorded.")

    def action_desk(self, family: str, deed: str) -> None:
        """A key of the figures, or a click on a field."""
        self._typed = self._typed.did(deed)
        self.paint()


def _heads() -> list[str]:
    return [
        pgettext("figure", "roll"),
        pgettext("figure", "present"),
        pgettext("figure", "yes"),
        pgettext("figure", "no"),
        pgettext("figure", "abstain"),
    ]


def _party_heads() -> list[str]:
    return [
        pgettext("figure", "parties"),
        pgettext("figure", "there"),
        pgettext("parties", "agree"),
        pgettext("parties", "disagree"),
        pgettext("parties", "reserve"),
    ]


def _least_words(least: int | None) -> str:
    if least is None:
        return _("With these no and abstentions it cannot be carried.")
    return _("The smallest yes that carries it: {count}.").format(count=least)
