"""A member who is away is represented by one who is here: who by whom, and on what paper."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual import work

from council_tui.domain.attendees import Attendee
from council_tui.domain.errors import Refusal
from council_tui.tui.desk.admission import Admission
from council_tui.tui.dialogs import Option, Prompt
from council_tui.tui.fields import NO, YES, Field, Kind, Values
from council_tui.tui.pages.signin import listed
from council_tui.wording.catalog import _, pgettext

if TYPE_CHECKING:
    from council_tui.usecases.proxies import ProxyEntry

Step = Callable[[Attendee], Awaitable[None]]
"""What is asked further of somebody, and recorded."""


class Proxying(Admission):
    """Everything about proxies."""

    ticking: int | None = None
    """The place on the roll at which the mark is; None: the keys go to the field, or elsewhere."""

    @property
    def marked(self) -> Attendee | None:
        """Whoever the mark on the roll is at."""
        people = listed(self.meeting) if self.ticking is not None else ()
        return people[min(self.ticking or 0, len(people) - 1)] if people else None

    @work(group="ask")
    async def action_represent(self) -> None:
        """Who is represented: whoever the mark on the roll is at, else who is typed."""
        who = self.marked
        await self.ask_proxy(who if who is not None and not who.present else None)

    async def ask_proxy(self, who: Attendee | None) -> None:
        """Ask by whom a member is represented, and on what paper; say why not, where it cannot be."""
        from council_tui.domain.proxies import bonds
        from council_tui.domain.representing import admit_rules
        from council_tui.usecases.proxies import give_proxy

        try:
            admit_rules(self.meeting)
        except Refusal as refusal:
            self.refuse(refusal)
            return
        bond = bonds(self.meeting.rules.proxy)[0]

        async def give(values: Values) -> str:
            return await self.noted(give_proxy, self.held, _entry({"bond": bond, **values}))

        await self.ask(_("A member who is away is represented"), self._proxy_fields(who), give)

    def proxy_steps(self, who: Attendee) -> list[Option[Step]]:
        """What can be done about the proxy of somebody who is away, where the rules take any."""
        if who.present or not (who.on_roll and who.person.votes and self.meeting.rules.takes_proxies):
            return []
        from council_tui.domain.representing import proxies_standing

        given = proxies_standing(self.meeting).get(who.person.id)
        if given is None:
            return [Option(self.ask_proxy, _("is represented by ..."))]
        found: list[Option[Step]] = [Option(self._take_back, _("the proxy is taken back"))]
        if not given.paper:
            found.append(Option(self._paper, _("the proxy paper is here now")))
        return [*found, Option(self.ask_proxy, _("is represented by somebody else ..."))]

    async def _take_back(self, who: Attendee) -> None:
        from council_tui.usecases.proxies import take_back_proxy

        await self.record(take_back_proxy, self.held, who.person.id)

    async def _paper(self, who: Attendee) -> None:
        from council_tui.usecases.proxies import REFERENCE, note_paper

        asked = Prompt(_("Number or date of the proxy paper; may stay empty"), longest=REFERENCE)
        reference = await self.app.push_screen_wait(asked)
        if reference is not None:
            await self.record(note_paper, self.held, who.person.id, reference)

    def _proxy_fields(self, who: Attendee | None) -> list[Field]:
        """The two members, what they are to each other where that matters, and the paper."""
        from council_tui.domain.proxies import bonds
        from council_tui.usecases.proxies import REFERENCE
        from council_tui.wording.proxies import BONDS

        away = tuple(each.person for each in self.meeting.roll if not each.present)
        here = tuple(each.person for each in self.meeting.present)
        first = str(who.person.id) if who is not None else ""
        choices = tuple((str(each), _(BONDS[each])) for each in bonds(self.meeting.rules.proxy))
        bond = Field("bond", _("The holder is"), Kind.CHOICE, choices[0][0], choices=choices)
        there = (YES, pgettext("proxy", "seen")), (NO, pgettext("proxy", "not seen"))
        return [
            Field("person", _("Who is away"), Kind.PERSON, first, required=True, people=away),
            Field("holder", _("By whom"), Kind.PERSON, required=True, people=here),
            *([bond] if choices[1:] else []),
            Field("paper", _("Proxy paper"), Kind.CHOICE, YES, choices=there),
            Field("reference", _("Its number"), longest=REFERENCE, hint=_("or date; may stay empty")),
        ]


def _entry(values: Values) -> "ProxyEntry":
    from council_tui.domain.proxies import Bond
    from council_tui.usecases.proxies import ProxyEntry

    return ProxyEntry(
        values["person"],
        values["holder"],
        Bond(values["bond"]),
        values["paper"] == YES,
        values["reference"],
    )
