"""The part of the Votes screen that opens elections and other polls, and announces what was counted."""

from functools import partial

from textual import work

from council_tui.domain import pollcounts
from council_tui.domain.desk import VotesView
from council_tui.domain.ids import PollId
from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView, may_poll
from council_tui.domain.polls import PollView
from council_tui.domain.steps import next_deed
from council_tui.tui import new_poll
from council_tui.tui.dialogs import Choose, Option, Prompt
from council_tui.tui.pages import polls as pages
from council_tui.tui.screens.atdesk import DeskScreen
from council_tui.tui.sheet import Sheet
from council_tui.usecases.polls import abandon_poll, announce_poll, open_poll
from council_tui.usecases.votes import REASON
from council_tui.wording import polls, resolved, steps
from council_tui.wording.catalog import _

Polled = tuple[MeetingView, ItemView, PollView]


class PollingScreen(DeskScreen):
    """The chair's deeds around a poll."""

    looked: PollId | None = None
    """The poll picked from the list."""

    @property
    def polled(self) -> Polled | None:
        """The poll that is seen alone: the open one, a picked one, one to be announced, the last counted."""
        view: VotesView | None = self.view
        if view is None or view.meeting is None or view.running is not None:
            return None
        known = {poll.id: poll for poll in view.meeting.polls}
        waiting = next((each for each in known.values() if each.closed and not each.announced), None)
        found = view.poll or (known.get(self.looked) if self.looked is not None else None) or waiting
        if found is None and self.counted_here is not None:
            found = known.get(self.counted_here)
        item = view.meeting.item(found.opened.item) if found is not None else None
        return (view.meeting, item, found) if found is not None and item is not None else None

    @property
    def may_poll(self) -> bool:
        """Whether a poll can be opened from here."""
        view: VotesView | None = self.view
        meeting = view.meeting if view is not None else None
        looks_only = self.desk is not None or self.app.clerk.read_only
        return meeting is not None and not looks_only and may_poll(meeting)

    @work(group="ask")
    async def action_poll(self) -> None:
        """Ask for the item, the way of counting and what it needs; its desk takes the keys."""
        meeting = self.view.meeting
        if meeting is None:
            return
        item = meeting.current or await self._item(meeting)
        if item is not None:
            self.looked = None
            await new_poll.ask(self, meeting, item)

    async def _item(self, meeting: MeetingView) -> ItemView | None:
        options = [Option(each, steps.entitled(meeting, each)) for each in meeting.items]
        return await self.app.push_screen_wait(Choose(_("Under which item?"), options))

    async def action_declare(self) -> None:
        """The chair has said who is elected, or what is funded."""
        if self.polled is not None:
            meeting, _item, poll = self.polled
            self.counted_here = poll.id
            await self.record(announce_poll, poll.id, *resolved.resolutions(meeting, poll))

    async def action_further(self) -> None:
        """Between the first two, or those who are tied: a poll of their own. Or a poll that was annulled,
        once more."""
        meeting = self.view.meeting
        poll = next_deed(meeting).poll if meeting is not None else None
        entry = pollcounts.following(poll) if poll is not None else None
        if meeting is not None and poll is not None and entry is not None:
            self.looked = self.counted_here = None
            await self.record(open_poll, meeting.id, poll.opened.item, entry)

    async def leave_poll(self, poll: PollId) -> None:
        """The open poll ends without a result."""
        asked = Prompt(_("Why does this poll end without a result?"), longest=REASON)
        reason = await self.app.push_screen_wait(asked)
        if reason is not None:
            await self.record(abandon_poll, poll, reason)

    def scroll(self, by: int) -> None:
        """Further down in the count, or back."""
        if self.polled is not None:
            body = self.body.size
            last = pages.furthest(*self.polled, (body.width, body.height))
            self.first = max(0, min(self.first + by, last))
            self.paint()

    async def read_poll(self) -> None:
        """All there is to read of a poll."""
        if self.polled is not None:
            meeting, _item, poll = self.polled
            body = partial(pages.whole, meeting, poll)
            await self.app.push_screen_wait(Sheet(polls.title(meeting, poll), body))
