"""Home: what comes next, what waits, and every meeting."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from council_tui.domain.agenda import MeetingState
from council_tui.domain.hall import Hall
from council_tui.domain.home import HomeView, Step, Todo, next_step
from council_tui.domain.meeting import MeetingLine
from council_tui.domain.plans import CalledOff
from council_tui.store import clock
from council_tui.store.act import Reader
from council_tui.tui import keys
from council_tui.tui.ink import Line
from council_tui.tui.later import Later
from council_tui.tui.pages.home import FIELD, Looking, Row, home_page, rows_of
from council_tui.tui.screens.framed import NextStep
from council_tui.tui.screens.keeping import KeepingScreen
from council_tui.usecases.home import view_home
from council_tui.wording.catalog import N_
from council_tui.wording.home import step_words

if TYPE_CHECKING:
    from council_tui.tui import errands, planning
    from council_tui.tui.screens import welcome
else:
    errands, planning, welcome = Later("tui.errands"), Later("tui.planning"), Later("tui.screens.welcome")

FIELD_WIDTH = 24
STEPS = {
    Step.BACK: "app.go('agenda')",
    Step.MEMBERS: "app.go('people')",
    Step.SIGN_IN: "screen.to_coming",
    Step.AGENDA: "screen.to_coming",
    Step.MINUTES: "screen.to_minutes",
    Step.PLAN: "screen.new",
}


class HomeScreen(KeepingScreen):
    """The first screen, and the way to every meeting."""

    BINDINGS: ClassVar = [
        Binding("enter", "open", N_("open"), id="home.open"),
        Binding("n", "new", N_("new meeting"), id="home.new"),
        Binding("e", "change", N_("change the plan"), id="home.change", show=False),
        Binding("delete", "call_off", N_("cancel the meeting"), id="home.call_off", show=False),
        Binding(keys.SLASH, "find", N_("find"), id="home.find", priority=True),
        Binding("escape", "clear", N_("show all"), id="home.clear"),
    ]

    _minute = ""

    def reading(self) -> Callable[[Reader], HomeView]:
        """Home, around the meeting chosen."""
        return partial(view_home, chosen=self.app.clerk.chosen)

    def hall(self, view: HomeView) -> Hall:
        """The frame."""
        return view.hall

    def entries(self, view: HomeView) -> Sequence[Row]:
        """What waits, then the meetings."""
        return rows_of(view, self.typed)

    def page(self, view: HomeView, width: int, height: int) -> Sequence[Line]:
        """The next meeting, the next step, what waits, the list."""
        looking = Looking(self.cursor, self.typed, self.finding)
        now = replace(view, now=clock.local(clock.now()))
        rows, row = home_page(now, looking, width, height)
        self.place_filter(FIELD, row, FIELD_WIDTH)
        return rows

    def watch_view(self) -> None:
        """A file without a council asks its three questions first."""
        super().watch_view()
        empty = self.view is not None and self.hall(self.view).council is None
        if empty and self.is_current and not self.app.clerk.read_only:
            self.app.push_screen(welcome.WelcomeScreen())

    def next_step(self, view: HomeView) -> NextStep | None:
        """Sign-in, the running meeting, minutes, an agenda, or a new meeting."""
        step = next_step(replace(view, now=clock.local(clock.now())))
        return NextStep(step_words(step, view.coming), STEPS[step])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is looked for while no list is shown."""
        listed = self.view is not None and self.view.meetings and not self.view.hall.masked
        return (action != "find" or bool(listed)) and super().check_action(action, parameters)

    def tick(self) -> None:
        """The header's clock, and the countdown with every minute."""
        super().tick()
        minute = clock.local(clock.now())[:16]
        if self.is_current and minute != self._minute:
            self._minute = minute
            self.paint()

    async def open_row(self) -> None:
        """Go to the meeting under the cursor, or to what waits there."""
        match self.chosen:
            case MeetingLine(id=id, cancelled=True):
                self.refuse(CalledOff(id))
            case MeetingLine(id=id, state=state):
                self.app.clerk.choose(id)
                await errands.go(self, "minutes" if state is MeetingState.ADJOURNED else "agenda")
            case Todo() as todo:
                await errands.see_to(self, self.view, todo)

    async def action_to_coming(self) -> None:
        """Go to the agenda of the next meeting."""
        if self.view is not None and self.view.coming is not None:
            self.app.clerk.choose(self.view.coming.id)
            await errands.go(self, "agenda")

    async def action_to_minutes(self) -> None:
        """Go to the first minutes that nobody signed off."""
        await errands.to_minutes(self, self.view)

    @work(group="ask")
    async def action_new(self) -> None:
        """Plan a meeting."""
        await planning.plan(self)

    @work(group="ask")
    async def action_change(self) -> None:
        """Change the plan of the meeting under the cursor, else of the next."""
        await errands.change_plan(self, self.view, self.chosen)

    @work(group="ask")
    async def action_call_off(self) -> None:
        """Cancel the meeting under the cursor, else the next."""
        await errands.call_off(self, self.view, self.chosen)
