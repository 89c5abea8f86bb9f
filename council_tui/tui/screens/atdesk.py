"""The half of the Votes screen that stands at the counting desk: while a vote is open its keys go there."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding

from council_tui.domain.desk import VotesView
from council_tui.domain.errors import Refusal
from council_tui.domain.hall import Hall
from council_tui.domain.ids import PollId, VoteId
from council_tui.store.act import Reader
from council_tui.tui import hints
from council_tui.tui.count import DESKS, every_key
from council_tui.tui.count.base import Desk
from council_tui.tui.count.poll import PollDesk
from council_tui.tui.screens.base import BaseScreen
from council_tui.tui.widgets.frame import Hint
from council_tui.usecases.desk import Watch
from council_tui.wording import catalog
from council_tui.wording.catalog import N_

if TYPE_CHECKING:
    from textual.widgets import Input

LAST = 99

DESK_KEYS = (
    *every_key(),
    Binding("1,2,3,4,5,6,7,8,9", "keep", "", id="votes.keep", show=False),
    Binding("0,fullwidth_digit_zero", "next_step", N_("next step"), id="votes.next", show=False),
)
"""The desks' keys come before a screen's own, and stand in the same list: of a class and its base only
one binds a key."""


class DeskScreen(BaseScreen[VotesView]):
    """A screen whose keys belong to a desk while a vote is open, the digits among them."""

    desk: Desk | None = None
    """Where answers are taken; None while no vote is open."""
    refused: Refusal | None = None
    """The last thing refused."""
    closed_here: VoteId | None = None
    """The vote whose desk was cleared last."""
    counted_here: PollId | None = None
    """The poll whose desk was cleared last."""
    first = 0
    """The row from which its count is read."""

    def __init__(self) -> None:
        super().__init__()
        self._watch = Watch()
        self._desks: dict[tuple[VoteId | None, PollId | None], Desk] = {}
        self._hinted: tuple[object, list[Hint]] = (None, [])
        """The footer of a desk changes with its state only, and not at every key."""

    def reading(self) -> Callable[[Reader], VotesView]:
        """The votes of the meeting in hand; at a key, only the answers that came in."""
        return partial(self._watch, chosen=self.app.clerk.chosen)

    def hall(self, view: VotesView) -> Hall:
        """The frame."""
        return view.hall

    def paint(self) -> None:
        """Take a seat at the desk of the open vote, and paint."""
        if self.view is not None:
            self._seat(self.view)
        super().paint()

    def _seat(self, view: VotesView) -> None:
        """The desk of the open vote or poll, as it was left."""
        running, poll = view.running, view.poll
        if running is None and poll is None:
            left, self.desk = self.desk, None
            if left is not None:
                left.leave(view)
            return
        id = (running.id if running is not None else None, poll.id if poll is not None else None)
        if id not in self._desks:
            made = DESKS[running.opened.way] if running is not None else PollDesk
            self._desks[id] = made(self, view)
        self.desk = self._desks[id]
        self.desk.follow(view)

    def message(self, view: VotesView) -> str:
        """What is recorded, or that what is typed is not."""
        at_desk = self.desk.message() if self.desk is not None and not self.app.clerk.read_only else ""
        return at_desk or super().message(view)

    def refuse(self, refusal: Refusal) -> None:
        """Say it, and take back what was only in memory."""
        self.refused = refusal
        super().refuse(refusal)
        if self.desk is not None:
            self.desk.refused()
            self.paint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of the open vote's desk; the digits are no tabs then."""
        if action == "desk":
            family, deed = (str(each) for each in parameters)
            return (
                self.taking and self.desk is not None and family in self.desk.families and self.desk.may(deed)
            )
        if action == "keep":
            unread = self.view is None or self.behind
            return self.taking or unread
        held = self.view.meeting if self.view is not None else None
        if action == "time":
            return held is not None and not held.adjourned_at and not self.app.clerk.read_only
        return action != "sheet" or held is not None

    @property
    def taking(self) -> bool:
        """Whether answers are taken here."""
        return self.desk is not None and not self.app.clerk.read_only

    async def on_input_changed(self, event: "Input.Changed") -> None:
        """Something was typed at the desk."""
        event.stop()
        if self.desk is not None:
            await self.desk.heard(event)

    async def action_desk(self, family: str, deed: str) -> None:
        """A key of the desk."""
        if self.desk is not None:
            await self.desk.do(deed)

    def action_keep(self) -> None:
        """A digit that means nothing at this desk, or came before it is known whether there is one."""

    def hints(self) -> list[Hint]:
        """The next step, then the desk's keys in its own order."""
        if self.desk is None:
            return super().hints()
        step = self.next_step(self.view)
        complete = self.taking and self.desk.complete
        at = self.desk, self.desk.writing, catalog.current(), self.focused
        state = (at, step, self.taking, complete)
        if self._hinted[0] != state:
            order = {f"screen.{key.action}": place for place, key in enumerate(self.desk.KEYS)}
            found = [
                hint for hint in super().hints() if step is None or hint.action != f"screen.{step.action}"
            ]
            found.sort(key=lambda hint: -1 if hint.next else order.get(hint.action, LAST))
            self._hinted = state, hints.led(found) if complete else found
        return self._hinted[1]

    def hint_words(self, binding: Binding) -> str:
        """What a key does; the desk may have a shorter name for it."""
        words = ""
        if self.desk is not None and binding.action.startswith("desk("):
            words = self.desk.words(binding.action.split("'")[3])
        return words or super().hint_words(binding)
