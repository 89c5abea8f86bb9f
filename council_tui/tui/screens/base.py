"""What every screen does: one view read in one piece, and one door to act through."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import work
from textual.binding import Binding

from council_tui.domain.hall import Hall
from council_tui.store.act import Reader
from council_tui.tui import keys
from council_tui.tui.later import Later
from council_tui.tui.screens.acting import Acting
from council_tui.usecases.hall import view_hall
from council_tui.usecases.record import redo, undo, view_history
from council_tui.wording.catalog import N_, _

if TYPE_CHECKING:
    from council_tui.tui import dialogs, history, timed
    from council_tui.tui.papers import handing
else:
    dialogs, history, timed = Later("tui.dialogs"), Later("tui.history"), Later("tui.timed")
    handing = Later("tui.papers.handing")

V = TypeVar("V")


class BaseScreen(Acting[V], Generic[V]):
    """A screen that looks and acts. A subclass says what it reads; see `Framed` for how it looks."""

    BINDINGS: ClassVar = [
        Binding("0", "next_step", N_("next step"), id="screen.next", show=False),
        Binding("u", "undo", N_("undo"), id="screen.undo", show=False),
        Binding("U", "redo", N_("redo"), id="screen.redo", show=False),
        Binding("w", "all_warnings", N_("warnings"), id="screen.warnings", show=False),
        Binding("q,ctrl+q", "leave", N_("quit"), id="screen.leave", show=False),
        Binding(keys.QUESTION, "app.help", N_("help"), id="screen.help"),
    ]

    def on_mount(self) -> None:
        """Keep the clock in the header right."""
        self.take_early()
        self.set_interval(1, self.tick)

    async def on_screen_resume(self) -> None:
        """See what was recorded elsewhere, at first everything, before any key is taken: a key that came
        earlier would act on what is not there any more, or find nothing to act on and be lost."""
        if self.behind:
            await self.look()
        else:
            self.paint()

    def tick(self) -> None:
        """Once a second, on the screen that is seen: the clock moves."""
        if self.is_current and self.view is not None:
            self.header.show(self.top())

    async def action_next_step(self) -> None:
        """Do what the screen names as the next step."""
        step = self.next_step(self.view) if self.view is not None else None
        if step is not None:
            await self.run_action(step.action)

    def say(self, words: str) -> None:
        """A sentence in the row of refusals: why a key did nothing."""
        self.told = words
        self.paint_foot()

    @property
    def masked(self) -> bool:
        """Whether private texts are hidden from the room at this moment."""
        return self.view is not None and self.hall(self.view).masked and not self.app.clerk.unmasked

    @work(group="ask")
    async def action_undo(self) -> None:
        """Show what was done last, and undo as far as is picked."""
        until = await self.app.push_screen_wait(history.Undo(await self.app.clerk.look(view_history)))
        if until is not None:
            await self.record(undo, until)

    def action_redo(self) -> None:
        """What was undone last stands again."""
        self.act(redo)

    @work(group="ask")
    async def action_all_warnings(self) -> None:
        """Every warning that holds."""
        found = self.warnings(self.view) if self.view is not None else ()
        if found:
            options = [dialogs.Option(None, each) for each in found]
            await self.app.push_screen_wait(dialogs.Choose(_("Warnings"), options))

    @work(group="ask")
    async def action_time(self) -> None:
        """Type the time that what is recorded from now on gets; nothing typed: the clock's again."""
        await timed.ask_time(self)

    @work(group="ask")
    async def action_sheet(self) -> None:
        """The blank tally sheet of the meeting in hand leaves the program, to be printed."""
        await handing.hand_out_sheet(self, self.hall(self.view))

    @work(group="ask")
    async def action_leave(self) -> None:
        """Quit; while a meeting is open, only when asked again."""
        running = self.view is not None and self.hall(self.view).masked
        note = _("Everything recorded is on the disk; the meeting can go on later.")
        if self.app.clerk.urn is not None:
            note = _("A secret ballot runs on this laptop: if you quit, it is void and must be held again.")
        if not running or await self.app.push_screen_wait(
            dialogs.Confirm(_("A meeting is open. Quit all the same?"), note)
        ):
            self.app.exit()


class HallScreen(BaseScreen[Hall]):
    """A screen that needs no more than the frame and the meeting in hand."""

    def reading(self) -> Callable[[Reader], Hall]:
        """The hall."""
        return partial(view_hall, chosen=self.app.clerk.chosen)

    def hall(self, view: Hall) -> Hall:
        """The view itself."""
        return view
