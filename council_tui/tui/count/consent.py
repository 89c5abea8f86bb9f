"""Consent: the chair asks whether anybody objects."""

from typing import ClassVar

from textual.binding import Binding

from council_tui.domain.votes import Way
from council_tui.tui.count.base import VoteDesk
from council_tui.tui.dialogs import Prompt
from council_tui.tui.ink import BLANK, Line, Span
from council_tui.tui.pages import counting
from council_tui.usecases.votes import REASON, abandon_vote, close_consent
from council_tui.wording.catalog import N_, _
from council_tui.wording.proxies import present_words


class ConsentDesk(VoteDesk):
    """Nobody objects, or somebody does and another way is taken."""

    way = Way.CONSENT
    families = frozenset({"consent"})
    KEYS: ClassVar = (
        Binding(
            "enter",
            "desk('consent', 'none')",
            N_("nobody objects"),
            id="consent.none",
        ),
        Binding(
            "o,2,fullwidth_digit_two",
            "desk('consent', 'objection')",
            N_("somebody objects"),
            id="consent.objection",
            tooltip=N_("Somebody objects: the question is put in another way"),
        ),
    )

    def page(self, width: int, height: int) -> list[Line]:
        """The question, and what is asked."""
        meeting, item = self.held
        present = present_words(self.view.present, len(self.view.through))
        return [
            counting.head(meeting, item, self.running, present, width),
            *counting.question(meeting, self.running, width, max(height - 8, 2)),
            BLANK,
            BLANK,
            *counting.filled(_("Does anybody object?"), "cursor-bold", width),
            BLANK,
            Line(
                (
                    Span(
                        3,
                        _("Enter: nobody. Then all {count} present have agreed.").format(
                            count=len(self.view.asked)
                        ),
                        "dim",
                    ),
                )
            ),
        ]

    async def do(self, deed: str) -> None:
        """Nobody, or somebody."""
        if deed == "none":
            await self.screen.record(close_consent, self.vote)
        else:
            self.screen.run_worker(self._objected(), group="ask")

    async def _objected(self) -> None:
        """The question is abandoned with what is objected, and put in another way."""
        asked = _("What is objected? The question is then put in another way.")
        reason = await self.screen.app.push_screen_wait(
            Prompt(asked, initial=_("Somebody objects."), longest=REASON)
        )
        if reason and await self.screen.record(abandon_vote, self.vote, reason) is not None:
            await self.screen.run_action("way")
