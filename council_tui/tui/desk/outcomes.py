"""How an item ends, who does what by when, and what was said."""

from functools import partial

from textual import work

from council_tui.domain.agenda import Outcome
from council_tui.domain.floor import Stance
from council_tui.domain.ids import PersonId
from council_tui.domain.items import ItemView
from council_tui.domain.people import PersonView
from council_tui.domain.steps import Next
from council_tui.tui.desk.find import called
from council_tui.tui.desk.motions import Motions
from council_tui.tui.dialogs import Choose, Option
from council_tui.tui.fields import Field, Kind, Values
from council_tui.tui.pages.proposal_forms import present
from council_tui.usecases import agenda, floor, promises, proposals, results
from council_tui.usecases.people import view_people
from council_tui.wording import names, steps
from council_tui.wording.catalog import N_, _

OTHERS = (
    Outcome.AGREED,
    Outcome.OPINIONS_GATHERED,
    Outcome.NOTED,
    Outcome.SURVEY_ORDERED,
    Outcome.POSTPONED,
    Outcome.REFERRED,
    Outcome.WITHDRAWN,
)
"""Outcomes without a vote, the most frequent first."""

ASKED = {
    Outcome.AGREED: N_("Agreed"),
    Outcome.OPINIONS_GATHERED: N_("Opinions"),
    Outcome.NOTED: N_("Noted"),
    Outcome.SURVEY_ORDERED: N_("To find out"),
    Outcome.POSTPONED: N_("Until, why"),
    Outcome.REFERRED: N_("To whom"),
    Outcome.WITHDRAWN: N_("Reason"),
}


class Outcomes(Motions):
    """What is decided, assigned and said."""

    @work(group="ask")
    async def action_outcome(self) -> None:
        """The item ends without a vote: agreed by consultation, noted, postponed and so on."""
        item = self.meeting.current or self.chosen
        if item is None:
            self.say(_("There is no item. n: a new one."))
            return
        options = [Option(each, names.outcome_words(each)) for each in OTHERS]
        title = _("How does it end? {item}").format(item=steps.entitled(self.meeting, item))
        outcome = await self.app.push_screen_wait(Choose(title, options))
        if outcome is not None:
            title = names.outcome_words(outcome)
            await self.ask(title, self._asked(item, outcome), partial(self._settled, item, outcome))

    def _asked(self, item: ItemView, outcome: Outcome) -> list[Field]:
        """What is written down with an outcome."""
        written = [each for each in item.motions if each.amends is None and each.withdrawn is None]
        motion = item.motion or next(reversed(written), None)
        agreed = item.wording(motion) if motion is not None and outcome is Outcome.AGREED else ("", "")
        required = outcome is Outcome.WITHDRAWN
        fields = [Field("text", _(ASKED[outcome]), Kind.LONG, agreed[0], agenda.TEXT, required)]
        if outcome is Outcome.AGREED:
            fields.append(Field("except", _("All but"), hint=_("names or seats; empty: all")))
        return [*fields, Field("text_2", _("2nd language"), Kind.LONG, agreed[1], agenda.TEXT)]

    async def _settled(self, item: ItemView, outcome: Outcome, values: Values) -> str:
        consenting: tuple[PersonId, ...] = ()
        if outcome is Outcome.AGREED:
            apart, wrong = excepted(present(self.meeting), values["except"])
            if wrong:
                return _("Who is meant: {typed}?").format(typed=wrong)
            consenting = tuple(each for each in self.meeting.electorate(item) if each not in apart)
        motion = item.motion
        if outcome is Outcome.WITHDRAWN and motion is not None and motion.carried is None:
            refused = await self.noted(proposals.withdraw, self.held, motion.id, values["text"])
            if refused:
                return refused
        end = agenda.Settlement(outcome, values["text"], values["text_2"], consenting)
        return await self.noted(agenda.settle_item, self.held, item.id, end)

    async def action_announce(self) -> None:
        """The chair says the result."""
        vote = self.deed.vote
        if vote is not None and self.deed.next is Next.ANNOUNCE:
            await self.record(results.announce_result, vote.id)

    async def action_postpone(self) -> None:
        """It comes back on the next agenda."""
        item = self.meeting.current
        if item is not None:
            end = agenda.Settlement(Outcome.POSTPONED)
            await self.record(agenda.settle_item, self.held, item.id, end)

    @work(group="ask")
    async def action_assign(self) -> None:
        """Who does what by when; Esc: nothing more is assigned under this item."""
        item = self.meeting.current or self.chosen
        people = await self.app.clerk.look(view_people)
        fields = [
            Field("task", _("Task"), longest=promises.TASK, required=True),
            Field("person", _("Owner"), Kind.PERSON, people=people),
            Field("organisation", _("Organisation"), longest=promises.OWNER),
            Field("due", _("Due"), Kind.DAY, hint=_("like 2/15 or in 7 days")),
            Field("task_2", _("2nd language"), longest=promises.TASK),
        ]
        title = _("Action")
        if item is not None:
            title = _("Action: {item}").format(item=steps.entitled(self.meeting, item))
        id = item.id if item is not None else None
        done = await self.ask(title, fields, partial(self._assigned, id), f"agenda.action.{id or 0}")
        if not done and item is not None and item.settled is not None:
            self.waived.add(item.id)
            self.paint()

    async def _assigned(self, item: object, values: Values) -> str:
        entry = promises.ActionEntry(
            values["task"],
            values["task_2"],
            organisation=values["organisation"],
            person=values["person"],
            due=values["due"],
        )
        return await self.noted(promises.assign_action, self.held, item, entry)

    @work(group="ask")
    async def action_remark(self) -> None:
        """The gist of what somebody said, or an observation of the recorder's."""
        item = self.meeting.current or self.chosen
        if item is None:
            self.say(_("There is no item. n: a new one."))
            return
        people = tuple(each.person for each in self.meeting.people.values() if each.steps)
        fields = [
            Field("person", _("Who"), Kind.PERSON, people=people, hint=_("empty: an observation")),
            Field("stance", _("Side"), Kind.CHOICE, str(Stance.NEITHER), choices=_stances()),
            Field("text", _("Said"), Kind.LONG, longest=floor.TEXT, required=True),
        ]
        title = _("Remark: {item}").format(item=steps.entitled(self.meeting, item))
        await self.ask(title, fields, partial(self._remarked, item), f"agenda.remark.{item.id}")

    async def _remarked(self, item: ItemView, values: Values) -> str:
        return await self.noted(
            floor.note_remark,
            self.held,
            item.id,
            values["text"],
            values["person"],
            Stance(values["stance"]),
        )


def _stances() -> tuple[tuple[str, str], ...]:
    return (
        (str(Stance.NEITHER), _("= neither")),
        (str(Stance.PRO), _("+ for")),
        (str(Stance.CON), _("- against")),
    )


def excepted(people: tuple[PersonView, ...], typed: str) -> tuple[set[PersonId], str]:
    """Who is named in a list of names or seats; and the first word that names nobody, or several."""
    found: set[PersonId] = set()
    for word in typed.replace(",", " ").replace(chr(0x3001), " ").replace(chr(0xFF0C), " ").split():
        meant = [each.id for each in people if called(each, word)]
        if len(meant) != 1:
            return found, word
        found.add(meant[0])
    return found, ""
