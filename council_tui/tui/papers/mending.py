"""Where each gap is mended: here in a form, or on the screen that it belongs to."""

from council_tui.domain.agenda import Role
from council_tui.domain.ids import ItemId, PersonId
from council_tui.domain.meeting import MeetingView
from council_tui.domain.quality import Gap, Lack
from council_tui.tui import recorded
from council_tui.tui.desk.outcomes import OTHERS
from council_tui.tui.dialogs import Choose, Option
from council_tui.tui.pages import minutes_forms
from council_tui.tui.papers.based import PapersScreen
from council_tui.usecases.people import view_people
from council_tui.wording import names
from council_tui.wording.catalog import _

OFFICES = {Lack.NO_CHAIR: Role.CHAIR, Lack.NO_RECORDER: Role.RECORDER}
ACTIONS = {Lack.ACTION_WITHOUT_OWNER, Lack.ACTION_WITHOUT_DATE}
AFTERWARDS = {*OFFICES, *ACTIONS, Lack.NO_OUTCOME, Lack.NOT_ANNOUNCED}
"""What can still be mended when the meeting is over; the rest is printed as it was."""


def mendable(meeting: MeetingView, gap: Gap) -> bool:
    """Whether anything can still be done about a gap."""
    return gap.lack in AFTERWARDS or not meeting.adjourned_at


class Mending(PapersScreen):
    """Goes where a gap is mended."""

    async def mend(self, gap: Gap) -> None:
        """Ask for what is missing, or show the screen where it is entered."""
        if self.papers is None:
            return
        meeting = self.papers.meeting
        if gap.action is not None:
            await self._mend_action(meeting, gap.action)
        elif not mendable(meeting, gap):
            self.say(_("The meeting is over: this stays as it was, and the papers say so."))
        elif gap.lack is Lack.NOT_ANNOUNCED:
            await self.run_action("app.go('votes')")
        elif not meeting.adjourned_at:
            await self.run_action("app.go('agenda')")
        elif gap.lack in OFFICES:
            await recorded.ask(self, minutes_forms.office(meeting, OFFICES[gap.lack]))
        elif gap.item is not None:
            await self._mend_outcome(meeting, gap.item)

    async def _mend_action(self, meeting: MeetingView, id: int) -> None:
        kept = next(each for each in meeting.actions if each.id == id)
        people = await self.app.clerk.look(view_people)
        await recorded.ask(self, minutes_forms.action(kept, tuple(people)))

    async def _mend_outcome(self, meeting: MeetingView, item: ItemId) -> None:
        options = [Option(each, names.outcome_words(each)) for each in OTHERS]
        found = meeting.item(item)
        title = names.said(meeting, found.title, found.title_2) if found is not None else ""
        asked = _("How did it end? {title}").format(title=title)
        outcome = await self.app.push_screen_wait(Choose(asked, options))
        if outcome is not None:
            await recorded.ask(self, minutes_forms.outcome(meeting, item, outcome))

    async def signer(self, meeting: MeetingView) -> PersonId | None:
        """Who signs off: the chair; somebody who was there, where no chair was named."""
        chairs = meeting.holders(Role.CHAIR)
        if chairs:
            return chairs[-1]
        there = [each.person for each in meeting.people.values() if each.attended]
        options = [Option(each.id, names.person_name(each)) for each in there]
        return await self.app.push_screen_wait(Choose(_("Who signs off as chair?"), options))
