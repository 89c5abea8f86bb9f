"""The agenda is written and put in order, before the meeting and while it runs."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from council_tui.domain.ids import ItemId
from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView, Unfinished
from council_tui.domain.people import PersonView
from council_tui.domain.secrecy import Matter
from council_tui.tui.desk.course import Course
from council_tui.tui.dialogs import Choose, Confirm, Option
from council_tui.tui.fields import Field, Kind, Values
from council_tui.tui.later import Later
from council_tui.usecases import agenda
from council_tui.usecases.people import view_people
from council_tui.wording import names, steps
from council_tui.wording.catalog import N_, _, pgettext

if TYPE_CHECKING:
    from council_tui.tui import new_poll
else:
    new_poll = Later("tui.new_poll")

Order = list[tuple[ItemId, int]]


class Agenda(Course):
    """Items come, change, move and go."""

    @work(group="ask")
    async def action_new_item(self) -> None:
        """A new item, last; or under the one at which the keys are."""
        people = await self.app.clerk.look(view_people)
        fields = _fields(people)
        above = self._above()
        if above is not None:
            under = _("under {item}").format(item=names.numeral(above.label))
            choices = (("", _("an item of its own")), (str(above.id), under))
            fields.append(Field("under", _("Place"), Kind.CHOICE, choices=choices))
        await self.ask(_("New item"), fields, self._added, f"agenda.item.{self.held}")

    def _above(self) -> ItemView | None:
        """The item, no sub-item itself, that a new one may stand under."""
        at = self.chosen
        above = [
            each for each in self.meeting.items if at and each.position <= at.position and not each.level
        ]
        return above[-1] if above else None

    async def _added(self, values: Values) -> str:
        under = ItemId(int(values["under"])) if values.get("under") else None
        return await self.noted(agenda.add_item, self.held, _entry(values), under)

    @work(group="ask")
    async def action_edit_item(self) -> None:
        """The item at which the keys are says something else."""
        item = self.chosen
        if item is None:
            self.say(_("There is no item. n: a new one."))
            return
        people = await self.app.clerk.look(view_people)
        await self.ask(_("Item"), _fields(people, item), partial(self._changed, item))

    async def _changed(self, item: ItemView, values: Values) -> str:
        return await self.noted(agenda.change_item, item.id, _entry(values))

    @work(group="ask")
    async def action_remove_item(self) -> None:
        """The item at which the keys are leaves the agenda."""
        item = self.chosen
        if item is None:
            return
        question = _("Take this off the agenda? {item}").format(item=steps.entitled(self.meeting, item))
        if await self.app.push_screen_wait(Confirm(question)):
            order = [(each.id, each.level) for each in self.meeting.items if each.id != item.id]
            await self.record(agenda.order_agenda, self.held, order)

    async def action_shift(self, by: int) -> None:
        """The item at which the keys are goes up or down, with what stands under it."""
        item = self.chosen
        if item is None:
            return
        order = shifted(self.meeting.items, item, by)
        if order is not None and await self.record(agenda.order_agenda, self.held, order) is not None:
            moved = self.meeting.item(item.id)
            self.cursor = moved.position if moved is not None else None
            self.paint()

    @work(group="ask")
    async def action_poll(self) -> None:
        """An election or another poll under the item at which the keys are; the Votes screen has its desk."""
        item = self.chosen
        if item is not None and await new_poll.ask(self, self.meeting, item):
            await self.run_action("app.go('votes')")

    @work(group="ask")
    async def action_carry_over(self) -> None:
        """An item that an earlier meeting left unfinished comes onto this agenda."""
        on = {each.id for each in self.meeting.items}
        waiting = [each for each in await self.app.clerk.look(agenda.view_unfinished) if each.item not in on]
        if not waiting:
            self.say(_("Nothing was left unfinished."))
            return
        options: list[Option[tuple[ItemId, ...]]]
        options = [Option((each.item,), *_left(self.meeting, each)) for each in waiting]
        if waiting[1:]:
            options.insert(0, Option(tuple(each.item for each in waiting), _("all of them")))
        chosen = await self.app.push_screen_wait(Choose(_("Left unfinished: which comes again?"), options))
        if chosen is not None:
            await self.record(agenda.carry_over, self.held, chosen)


def _left(meeting: MeetingView, item: Unfinished) -> tuple[str, str]:
    """An item's title, and the meeting that left it."""
    number = _("No. {number}").format(number=item.meeting_number)
    return names.said(meeting, item.title, item.title_2), number


def shifted(items: Sequence[ItemView], item: ItemView, by: int) -> Order | None:
    """The order in which an item has changed places with its neighbour of the same level; None at the end."""
    families: list[Order] = []
    for each in items:
        if each.level > item.level and families:
            families[-1].append((each.id, each.level))
        else:
            families.append([(each.id, each.level)])
    place = next(n for n, family in enumerate(families) if family[0][0] == item.id)
    other = place + by
    if not 0 <= other < len(families) or families[other][0][1] != item.level:
        return None
    families[place], families[other] = families[other], families[place]
    return [each for family in families for each in family]


MATTERS = {
    Matter.NOTHING: N_("nothing special"),
    Matter.PERSONS: N_("a person"),
    Matter.RULES: N_("the rules"),
    Matter.SECRET: N_("to be voted secretly"),
}


def _fields(people: Sequence[PersonView], item: ItemView | None = None) -> list[Field]:
    minutes = str(item.minutes or "") if item is not None else ""
    presenter = str(item.presenter or "") if item is not None else ""
    found = [
        Field("title", _("Title"), initial=item.title if item else "", longest=agenda.TITLE, required=True),
        Field("minutes", _("Time (min)"), Kind.NUMBER, minutes, 4),
        Field("presenter", _("Presenter"), Kind.PERSON, presenter, people=tuple(people)),
        Field("source", pgettext("item", "Source"), initial=item.source if item else "", longest=400),
        Field("title_2", _("2nd language"), initial=item.title_2 if item else "", longest=agenda.TITLE),
    ]
    matter = item.matter if item is not None else Matter.NOTHING
    choices = tuple((str(each), _(words)) for each, words in MATTERS.items())
    if item is None:
        found.append(Field("number", _("Own number"), longest=agenda.NUMBER))
    return [*found, Field("matter", _("Concerns"), Kind.CHOICE, str(matter), choices=choices)]


def _entry(values: Values) -> agenda.ItemEntry:
    return agenda.ItemEntry(
        values["title"],
        values["title_2"],
        values.get("number", ""),
        values["source"],
        presenter=values["presenter"],
        minutes=values["minutes"],
        matter=Matter(values["matter"]),
    )
