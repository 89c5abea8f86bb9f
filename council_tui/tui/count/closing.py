"""The end of a poll's desk: how many papers were issued, what decides a tie, and the count."""

from council_tui.domain import pollcounts, pollpapers
from council_tui.domain.errors import Refusal
from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import PollView, TieStands
from council_tui.intake import ballots
from council_tui.store import places
from council_tui.tui.count.base import Desk, held_item
from council_tui.tui.dialogs import Choose, Option, Prompt
from council_tui.tui.fields import Field, Kind, Values
from council_tui.tui.forms import Form
from council_tui.usecases.polls import close_poll, draw_lot, read_papers
from council_tui.wording import names, polls, tallies
from council_tui.wording.catalog import _, ngettext, pgettext

PATH = 1000
"""Characters of a path."""


class ClosingDesk(Desk):
    """A desk at which a poll is closed; a subclass takes its papers."""

    @property
    def poll(self) -> PollView:
        """The poll, with its papers so far."""
        if self.view.poll is None:
            raise LookupError("no poll is open")
        return self.view.poll

    @property
    def held(self) -> tuple[MeetingView, ItemView]:
        """The meeting, and the item of the poll."""
        return held_item(self.view, self.poll.opened.item)

    async def from_file(self) -> None:
        """All papers of a file at once: BLT, CSV or pabulib, by what the method takes."""
        title = _("A file of papers (BLT, CSV or .pb): where does it lie?")
        typed = await self.screen.app.push_screen_wait(Prompt(title, longest=PATH))
        if not typed or not typed.strip():
            return
        poll, called = self.poll, polls.candidates(self.held[0], self.poll)
        try:
            with places.typed_path(typed).open("rb") as file:
                found = ballots.read(file.read(ballots.MOST_BYTES + 1), poll.method)
            papers = pollpapers.read_from(poll, called, found)
        except Refusal as refusal:
            self.screen.refuse(refusal)
        except OSError as error:
            self.screen.say(_("The file cannot be read: {detail}.").format(detail=error.strerror))
        else:
            await self.screen.record(read_papers, poll.id, papers)

    async def close(self) -> None:
        """When all that was sent is recorded: ask how many papers were issued, and count."""
        await self.screen.idle()
        if not self.poll.returned:
            self.screen.told = _("No papers yet: type them first.")
        else:
            self.screen.run_worker(self._ask_issued(), group="ask")

    async def _ask_issued(self) -> None:
        told: dict[str, int] = {}
        most = self.poll.opened.electorate
        label = pgettext("poll", "Issued")
        field = Field("issued", label, Kind.NUMBER, longest=6, suggest=lambda _typed: str(most))

        async def taken(values: Values) -> str:
            told["issued"] = most if values["issued"] is None else values["issued"]
            return ""

        count = self.poll.returned
        title = ngettext(
            "Close the count of {count} paper?", "Close the count of {count} papers?", count
        ).format(count=count)
        if await self.screen.app.push_screen_wait(Form(title, [field], taken)):
            await self._count(told["issued"])

    async def _count(self, issued: int) -> None:
        """Close; where a tie stands in the way, ask what decides it, and close again."""
        poll = self.poll.id
        while await self.screen.record(close_poll, poll, issued) is None:
            tie = self.screen.refused
            if not isinstance(tie, TieStands) or not await self._decide(tie.between, issued):
                return

    async def _decide(self, between: tuple[int, ...], issued: int) -> bool:
        """A tie: lots drawn in the room are recorded (True: count again), or a further round follows."""
        called = polls.candidates(self.held[0], self.poll)
        options = [Option("lot", _("lots were drawn"))]
        if pollcounts.may_go_on(self.poll):
            options.append(Option("further", _("a further round between them")))
        title = _("Tied: {names}. What decides?").format(names=tallies.listed(called, between))
        self.screen.told = ""
        picked = await self.screen.app.push_screen_wait(Choose(title, options))
        if picked == "further":
            await self.screen.record(close_poll, self.poll.id, issued, True)
        return picked == "lot" and await self._draw(called, between)

    async def _draw(self, called: tuple[str, ...], between: tuple[int, ...]) -> bool:
        """The order in which lots were drawn."""
        numbers = names.listed(f"{each} {called[each - 1]}" for each in between)
        asked = _("Numbers in the order drawn, the favoured one first: {names}").format(names=numbers)
        typed = await self.screen.app.push_screen_wait(Prompt(asked, longest=pollpapers.LONGEST, digits=True))
        if typed is None:
            return False
        drawn = tuple(pollpapers.numbers_in(typed, len(called)))
        return await self.screen.record(draw_lot, self.poll.id, drawn) is not None
