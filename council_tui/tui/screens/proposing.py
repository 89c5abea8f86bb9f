"""The half of the Proposals screen that reads and shows: its rows, its page, and which keys work on a row."""

from collections.abc import Callable
from functools import partial

from textual.binding import Binding

from council_tui.domain.hall import Hall
from council_tui.domain.meeting import MeetingView
from council_tui.domain.versions import ProposalsView
from council_tui.store.act import Reader
from council_tui.tui.ink import BLANK, Line, text
from council_tui.tui.pages import proposals, unmet
from council_tui.tui.pages.proposals import Listed
from council_tui.tui.screens.framed import NextStep
from council_tui.tui.screens.listed import ListedScreen
from council_tui.tui.widgets import pane
from council_tui.usecases.versions import view_proposals
from council_tui.wording.catalog import _

WRITTEN = frozenset({"reword", "motion", "amend", "withdraw"})
STAGED = frozenset({"stages", "decided"})
"""What needs a proposal that is no amendment."""
"""What needs a proposal under the cursor; the rest needs an item."""


class ProposalRows(ListedScreen[ProposalsView]):
    """The proposals of the meeting in hand, and the one under the cursor."""

    def reading(self) -> Callable[[Reader], ProposalsView]:
        """The proposals, and every text they have had."""
        return partial(view_proposals, chosen=self.app.clerk.chosen)

    def hall(self, view: ProposalsView) -> Hall:
        """The frame."""
        return view.hall

    def entries(self, view: ProposalsView) -> list[Listed]:
        """What is listed now."""
        return proposals.listed(view.hall.meeting, self.typed.strip())

    @property
    def here(self) -> tuple[MeetingView, Listed] | None:
        """The meeting, and the row under the cursor."""
        return (self.view.hall.meeting, self.chosen) if self.chosen is not None else None

    def page(self, view: ProposalsView, width: int, height: int) -> list[Line]:
        """The row under the cursor and the list; in a wide window the full text beside them."""
        if view.hall.meeting is None:
            return unmet.rows()
        rows = self.entries(view)
        self.cursor = max(0, min(self.cursor, len(rows) - 1))
        top = proposals.filter_rows(view, len(rows)) if self.finding else []
        self.place_filter(3, 0, 20)
        left = proposals.page(view, rows, self.cursor, pane.main(width), height - len(top))
        right: list[Line] = []
        if rows and pane.pane(width):
            full = proposals.full(view, rows[self.cursor], pane.pane(width), 0)
            right = [text(_("Full text"), "dim", 0), BLANK, *full]
        return pane.beside([*top, *left], right[:height], width)

    def next_step(self, view: ProposalsView) -> NextStep | None:
        """Write, move, or put to the vote what is under the cursor; of what has ended, back to the agenda."""
        if view.hall.meeting is None:
            return unmet.way()
        back = NextStep(_("to the agenda"), "app.go('agenda')")
        if self.here is None:
            return back
        meeting, row = self.here
        if row.motion is None and row.item.settled is None:
            return NextStep(_("write the proposal"), "new")
        if row.motion is None or not meeting.running or proposals.ended(row.motion):
            return back
        if row.motion.mover is None:
            return NextStep(_("move it"), "motion")
        if any(not vote.abandoned for vote in row.motion.votes):
            return NextStep(_("to the vote"), "app.go('votes')")
        pending = row.item.pending(row.motion) is not None
        return NextStep(_("vote on the amendment") if pending else _("put to the vote"), "vote")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What works on the row."""
        here = self.here if self.is_mounted else None
        if action in WRITTEN:
            return here is not None and here[1].motion is not None
        if action in STAGED:
            motion = here[1].motion if here is not None else None
            return (
                motion is not None
                and motion.amends is None
                and (action == "stages" or motion.ladder is not None)
            )
        if action in {"open", "new"}:
            return here is not None
        return super().check_action(action, parameters)

    def hint_words(self, binding: Binding) -> str:
        """Enter writes what is not written yet."""
        if binding.action == "open" and self.here is not None and self.here[1].motion is None:
            return _("write the proposal")
        return super().hint_words(binding)
