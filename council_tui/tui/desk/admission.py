"""Many are here at once, or somebody who is not on the roll: known from elsewhere, a guest, a new member."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual import work

from council_tui.domain.people import PersonView
from council_tui.tui.desk.based import MeetingScreen
from council_tui.tui.desk.find import called
from council_tui.tui.dialogs import Choose, Confirm, Option
from council_tui.tui.ime import ImeInput
from council_tui.usecases import attendance
from council_tui.usecases.people import PersonEntry, add_person, view_next_seat, view_people
from council_tui.wording import names
from council_tui.wording.catalog import _, ngettext

Deed = Callable[[], Any]


class Admission(MeetingScreen):
    """People are taken in on the fly."""

    @work(group="ask")
    async def admit(self, typed: str) -> None:
        """Ask who somebody is whom nobody on the roll is called like."""
        await self.ask_admission(typed)

    async def ask_admission(self, typed: str) -> None:
        """As `admit`, waited for."""
        people = await self.app.clerk.look(view_people)
        known = [each for each in people if each.id not in self.meeting.people and called(each, typed)]
        options: list[Option[Deed]] = [
            Option(partial(self._known, each), names.person_name(each), each.organisation)
            for each in known[:6]
        ]
        options = options or [Option(self._nobody, _("nobody: a wrong key"))]
        options.append(Option(partial(self._guest, typed), _("a guest, who observes")))
        if self.meeting.state is None:
            options.append(Option(partial(self._member, typed), _("a member with a seat and a vote")))
        title = _("{name} is not on the roll. Who is it?").format(name=typed)
        deed = await self.app.push_screen_wait(Choose(title, options))
        if deed is not None:
            self.query_one("#who", ImeInput).value = ""
            await deed()

    async def _nobody(self) -> None:
        """A slip of the fingers records nothing, not even when Enter was struck twice."""

    async def _known(self, person: PersonView) -> None:
        await self.record(attendance.sign_in, self.held, person.id)

    async def _guest(self, name: str) -> None:
        await self.record(attendance.admit_guest, self.held, PersonEntry(name))

    async def _member(self, name: str) -> None:
        seat = await self.app.clerk.look(view_next_seat)
        done = await self.record(add_person, PersonEntry(name, seat=seat))
        if done is not None:
            await self.record(attendance.sign_in, self.held, done.value)

    @work(group="ask")
    async def action_all_here(self) -> None:
        """Sign in everybody of whom nothing is recorded: who is excused or absent was entered before."""
        from council_tui.domain.representing import unheard

        rest = len(unheard(self.meeting))
        if not rest:
            return
        asked = ngettext("Sign in {count} member?", "Sign in {count} members?", rest).format(count=rest)
        note = _("All of whom nothing is recorded yet. Enter those first who are excused or absent.")
        if await self.app.push_screen_wait(Confirm(asked, note)):
            await self.record(attendance.sign_in_rest, self.held)
