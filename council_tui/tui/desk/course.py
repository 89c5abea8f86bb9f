"""The meeting's course: items taken up and ordered, recess, offices, minutes and rules adopted, the end."""

from textual import work

from council_tui.domain.agenda import MeetingState, Role
from council_tui.domain.ids import ItemId, PersonId
from council_tui.tui.desk.outcomes import Outcomes
from council_tui.tui.dialogs import Choose, Confirm, Option
from council_tui.tui.fields import Field, Kind, Values
from council_tui.usecases import agenda, meetings
from council_tui.usecases.council import adopt_rules
from council_tui.usecases.minutes import adopt_minutes
from council_tui.usecases.people import view_people
from council_tui.wording import names, steps
from council_tui.wording.catalog import _, ngettext

OFFICES = (("chair", Role.CHAIR), ("recorder", Role.RECORDER), ("convener", Role.CONVENER))


class Course(Outcomes):
    """What moves the meeting on."""

    @work(group="ask")
    async def action_begin(self) -> None:
        """Open the meeting; without a quorum, ask what it is to be."""
        hall = await self.app.clerk.look(self.reading())  # whoever was signed in a moment ago counts
        held = hall.meeting or self.meeting
        if held.quorate:
            await self.record(meetings.open_meeting, self.held)
            return
        options = [
            Option(meetings.start_talk, _("hold it as a talk"), _("nothing is decided")),
            Option(meetings.open_meeting, _("open it all the same"), _("votes are not carried")),
        ]
        title = _("There is no quorum: {needed} needed, {present} present.")
        title = title.format(needed=held.quorum_needed or 0, present=held.attending.present)
        if held.rules.parties:
            title = _("Not every party is represented ({present} of {roll}).")
            title = title.format(present=held.attending.present, roll=held.attending.roll)
        deed = await self.app.push_screen_wait(Choose(title, options, note=_("Esc: wait for more.")))
        if deed is not None:
            await self.record(deed, self.held)

    async def action_take_up(self) -> None:
        """The item at which the keys are comes before the meeting."""
        item = self.chosen
        if item is not None and self.sitting:
            await self._open_item(item.id)

    async def action_next_item(self) -> None:
        """The item that the next step names comes before the meeting."""
        item = self.deed.item
        if item is not None:
            await self._open_item(item.id)

    async def _open_item(self, item: ItemId) -> None:
        if await self.record(agenda.open_item, self.held, item) is not None:
            self.cursor = None
            self.paint()

    async def action_recess(self) -> None:
        """The meeting pauses, or goes on."""
        deed = meetings.resume if self.meeting.state is MeetingState.RECESS else meetings.recess
        await self.record(deed, self.held)

    @work(group="ask")
    async def action_adjourn(self) -> None:
        """The meeting ends."""
        left = [each for each in self.meeting.items if each.settled is None]
        note = ""
        if left:
            text = ngettext(
                "{count} item has no outcome and is offered on the next agenda:",
                "{count} items have no outcome and are offered on the next agenda:",
                len(left),
            )
            listed = names.clauses(steps.entitled(self.meeting, each) for each in left)
            note = names.sentences([text.format(count=len(left)), listed])
        if await self.app.push_screen_wait(Confirm(_("Adjourn the meeting?"), note)):
            await self.record(meetings.adjourn, self.held)

    @work(group="ask")
    async def action_offices(self) -> None:
        """Chair, recorder, convener or tellers change; after the opening, with the time."""
        people = await self.app.clerk.look(view_people)
        fields = [
            Field(name, _(names.ROLES[role]), Kind.PERSON, self._holder(role, 0), people=people)
            for name, role in OFFICES
        ]
        tellers = _(names.ROLES[Role.TELLERS])
        fields += [
            Field(f"teller{place}", tellers, Kind.PERSON, self._holder(Role.TELLERS, place), people=people)
            for place in (0, 1)
        ]
        await self.ask(_("Who holds which office?"), fields, self._handed)

    def _holder(self, role: Role, place: int) -> str:
        return "".join(map(str, self.meeting.holders(role)[place : place + 1]))

    async def _handed(self, values: Values) -> str:
        """Only what differs is recorded."""
        wanted: list[tuple[Role, tuple[PersonId, ...]]] = [
            (role, (values[name],) if values[name] else ()) for name, role in OFFICES
        ]
        tellers = [values[name] for name in ("teller0", "teller1") if values[name]]
        wanted.append((Role.TELLERS, tuple(dict.fromkeys(tellers))))
        for role, people in wanted:
            if people != self.meeting.holders(role):
                refused = await self.noted(meetings.hand_over, self.held, role, people)
                if refused:
                    return refused
        return ""

    @work(group="ask")
    async def action_adopt(self) -> None:
        """The minutes of an earlier meeting, signed off, are adopted."""
        lines = await self.app.clerk.look(meetings.view_meetings)
        waiting = [each for each in lines if each.sealed and not each.adopted and each.id != self.held]
        if not waiting:
            self.say(_("No minutes wait to be adopted."))
            return
        options = [Option(each.id, names.title_numbered(each.year, each.number)) for each in waiting]
        chosen = await self.app.push_screen_wait(Choose(_("Which minutes are adopted?"), options))
        if chosen is not None:
            earlier = await self.app.clerk.look(meetings.view_meeting, chosen)
            await self.record(adopt_minutes, earlier.seals[-1].id, self.held)

    @work(group="ask")
    async def action_adopt_rules(self) -> None:
        """The council's provisional rules are its own: the item that was carried was about them."""
        item = self.meeting.current
        vote = item.settled.vote if item is not None and item.settled is not None else None
        if item is None or vote is None:
            self.say(_("Rules are adopted by the item that was just carried."))
            return
        note = steps.entitled(self.meeting, item)
        if await self.app.push_screen_wait(Confirm(_("Were the council's own rules adopted by this?"), note)):
            if await self.record(adopt_rules, vote) is not None:
                self.waived.add(item.id)  # rules that are in force are nobody's task
        else:
            self.kept_rules.add(item.id)
        self.paint()
