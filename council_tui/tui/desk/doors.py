"""Who comes and goes: signed in and out, excused, observing, standing aside, and taken in on the fly."""

from textual import work

from council_tui.domain.agenda import IN_THE_ROOM, Presence
from council_tui.domain.attendees import Attendee
from council_tui.domain.meeting import by_proxy
from council_tui.tui.desk.find import Find
from council_tui.tui.desk.proxying import Proxying, Step
from council_tui.tui.dialogs import Choose, Option, Prompt
from council_tui.tui.pages.signin import listed, mark, through
from council_tui.usecases import attendance
from council_tui.usecases.people import view_people
from council_tui.wording import names
from council_tui.wording.catalog import _


def inside(who: Attendee) -> bool:
    """Whether somebody is in the room, with a vote or without."""
    return who.presence in IN_THE_ROOM | {Presence.OBSERVING}


class Doors(Proxying):
    """Everything about attendance."""

    @work(group="ask")
    async def ask_door(self) -> None:
        """Somebody comes, leaves, is excused, stands aside: first who, then what."""
        if (marked := self.marked) is not None:
            await self._step(marked)
            return
        meant = await self.app.push_screen_wait(Find(_("Who comes or goes?"), await self._everybody()))
        if meant is None:
            return
        if meant.who is not None:
            await self._step(meant.who)
        else:
            await self.ask_admission(meant.typed)

    async def _everybody(self) -> tuple[Attendee, ...]:
        """The roll and the guests, then everybody else who is known."""
        here = listed(self.meeting)
        known = {each.person.id for each in here}
        others = await self.app.clerk.look(view_people)
        strangers = (Attendee(each, on_roll=False, steps=()) for each in others if each.id not in known)
        return (*here, *strangers)

    @work(group="ask")
    async def ask_step(self, who: Attendee) -> None:
        """What somebody does."""
        await self._step(who)

    async def _step(self, who: Attendee) -> None:
        title = f"{names.person_name(who.person)}   {through(self.meeting, who) or mark(who)}"
        deed = await self.app.push_screen_wait(Choose(title, self._steps(who)))
        if deed is not None:
            await deed(who)

    def _steps(self, who: Attendee) -> list[Option[Step]]:
        """The likeliest first: who is out comes in, who is in leaves."""
        here = inside(who)
        found: list[Option[Step]] = [
            Option(self._out, _("leaves now")) if here else Option(self._in, _("comes in now")),
            Option(self._out_at, _("left at ...")) if here else Option(self._in_at, _("came at ...")),
            Option(self._excuse, _("is excused, with a reason")),
        ]
        if not here:
            found.append(Option(self._absent, _("stays away without a word")))
        found += self.proxy_steps(who)
        if who.steps:
            found.append(Option(self._correct, _("the time was taken down wrongly")))
        item = self.meeting.current
        if item is not None and who.person.id in item.recused:
            found.append(Option(self._readmit, _("takes part in this item again")))
        elif item is not None and who.person.votes and self._taking_part(who):
            found.append(Option(self._recuse, _("stands aside for this item")))
        return found

    def _taking_part(self, who: Attendee) -> bool:
        """Whether they are in the room or represented."""
        return who.present or who.person.id in by_proxy(self.meeting)

    async def _in(self, who: Attendee) -> None:
        await self.record(attendance.sign_in, self.held, who.person.id)

    async def _out(self, who: Attendee) -> None:
        await self.record(attendance.sign_out, self.held, who.person.id)

    async def _in_at(self, who: Attendee) -> None:
        if at := await self.moment(_("Came at (like 19:30)")):
            await self.record(attendance.sign_in, self.held, who.person.id, at)

    async def _out_at(self, who: Attendee) -> None:
        if at := await self.moment(_("Left at (like 19:30)")):
            await self.record(attendance.sign_out, self.held, who.person.id, at)

    async def _excuse(self, who: Attendee) -> None:
        reason = await self.app.push_screen_wait(Prompt(_("Excused: the reason"), longest=attendance.REASON))
        if reason is not None:
            await self.record(attendance.excuse, self.held, who.person.id, reason)

    async def _absent(self, who: Attendee) -> None:
        await self.record(attendance.mark_absent, self.held, who.person.id)

    async def _correct(self, who: Attendee) -> None:
        step = who.steps[-1]
        if at := await self.moment(_("The right time (like 19:30)"), step.at[11:16]):
            await self.record(attendance.correct_step, self.held, step.id, step.presence, at, step.reason)

    async def _recuse(self, who: Attendee) -> None:
        item = self.meeting.current
        prompt = Prompt(_("Stands aside for this item: the reason"), longest=attendance.REASON)
        reason = await self.app.push_screen_wait(prompt)
        if reason is not None and item is not None:
            await self.record(attendance.recuse, self.held, item.id, who.person.id, reason)

    async def _readmit(self, who: Attendee) -> None:
        item = self.meeting.current
        if item is not None:
            await self.record(attendance.readmit, self.held, item.id, who.person.id)
