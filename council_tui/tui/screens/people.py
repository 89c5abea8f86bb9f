"""The people: who has a seat and a vote, who is there tonight, and how they are found."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from council_tui.domain.hall import Hall
from council_tui.domain.members import PeopleView
from council_tui.domain.people import PersonView
from council_tui.store.act import Reader
from council_tui.tui import hints, keys, register, rosters
from council_tui.tui.dialogs import Confirm
from council_tui.tui.ink import Line
from council_tui.tui.later import Later
from council_tui.tui.pages.people import FIELD, FIELD_WIDTH, Reading, found, people_page
from council_tui.tui.screens.framed import NextStep
from council_tui.tui.screens.listed import ListedScreen
from council_tui.usecases.people import end_seat
from council_tui.usecases.roster import view_roster
from council_tui.wording.catalog import N_, _
from council_tui.wording.names import person_name

if TYPE_CHECKING:
    from council_tui.tui import unit_errands
else:
    unit_errands = Later("tui.unit_errands")


class PeopleScreen(ListedScreen[PeopleView]):
    """The roster, and everybody without a seat."""

    BINDINGS: ClassVar = [
        Binding("enter", "open", N_("edit"), id="people.open"),
        Binding("e", "open", N_("edit"), id="people.edit", show=False),
        Binding(keys.SLASH, "find", N_("find"), id="people.find", priority=True),
        Binding("escape", "clear", N_("show all"), id="people.clear"),
        Binding("n", "new", N_("new person"), id="people.new"),
        Binding("i", "take_over", N_("roster file"), id="people.import", show=False),
        Binding("v", "units", N_("units and owners"), id="people.units", show=False),
        Binding("d", "end_seat", N_("gives up the seat"), id="people.end", show=False),
        Binding("M", "unmask", N_("show what is masked for 10 seconds"), id="people.unmask", show=False),
    ]

    _folder: Path | None = None
    """Where the last roster file lay."""
    _masked = False
    """Whether what is painted is masked."""

    def reading(self) -> Callable[[Reader], PeopleView]:
        """Everybody, beside the meeting in hand."""
        return partial(view_roster, chosen=self.app.clerk.chosen)

    def hall(self, view: PeopleView) -> Hall:
        """The frame."""
        return view.hall

    def entries(self, view: PeopleView) -> Sequence[PersonView]:
        """Whoever the filter lets through."""
        return found(view.people, self.typed)

    def page(self, view: PeopleView, width: int, height: int) -> Sequence[Line]:
        """The roster, and one person beside it where there is room."""
        self.place_filter(FIELD, 0, FIELD_WIDTH)
        self._masked = self.masked
        reading = Reading(self.cursor, self.typed, self.finding, self._masked)
        return people_page(view, reading, width, height)

    def tick(self) -> None:
        """The header's clock; and what was shown for a moment is masked again."""
        super().tick()
        if self.is_current and self.masked != self._masked:
            self.paint()

    def next_step(self, view: PeopleView) -> NextStep | None:
        """A roster first; then on to the meeting."""
        if not view.members:
            return NextStep(_("take over a roster"), "screen.take_over")
        if view.hall.masked:
            return NextStep(_("back to the meeting"), "app.go('agenda')")
        return NextStep(_("Home"), "app.go('home')")

    def hint_words(self, binding: Binding) -> str:
        """Whom Enter edits."""
        if binding.action.endswith("open") and isinstance(self.chosen, PersonView):
            return _("edit {name}").format(name=person_name(self.chosen))
        return hints.described(binding)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nobody is edited or looked for before somebody is entered."""
        if action == "unmask":
            return self.masked
        empty = self.view is None or not self.view.people
        return not (empty and action in {"open", "find", "end_seat"}) and super().check_action(
            action, parameters
        )

    async def open_row(self) -> None:
        """Edit the person under the cursor."""
        if isinstance(person := self.chosen, PersonView):
            await register.change(self, person, self.view.parties, masked=self.masked)

    @work(group="ask")
    async def action_new(self) -> None:
        """Enter somebody."""
        person = await register.enter(self, self.view.parties)
        places = [n for n, each in enumerate(self.entries(self.view)) if each.id == person]
        if places:
            self.cursor = places[0]
            self.paint()

    @work(group="ask")
    async def action_take_over(self) -> None:
        """Take a roster over from a file."""
        self._folder = await rosters.take_over(self, self._folder, masked=self.masked)

    @work(group="ask")
    async def action_units(self) -> None:
        """The dwelling units and whose they are."""
        await unit_errands.browse(self)

    @work(group="ask")
    async def action_unmask(self) -> None:
        """Telephone numbers for ten seconds, once it is sure that the room may see them."""
        question = _("Show telephone numbers for 10 seconds?")
        if await self.app.push_screen_wait(Confirm(question, _("The room may be looking at this screen."))):
            self.app.clerk.unmask()
            self.paint()

    @work(group="ask")
    async def action_end_seat(self) -> None:
        """Somebody leaves the council."""
        person = self.chosen
        if not isinstance(person, PersonView) or person.seat is None:
            return
        question = _("Does {name} give up seat {seat}?").format(name=person_name(person), seat=person.seat)
        note = _("Meetings held before keep it; the person stays in the list of guests.")
        if await self.app.push_screen_wait(Confirm(question, note)):
            await self.record(end_seat, person.id)
