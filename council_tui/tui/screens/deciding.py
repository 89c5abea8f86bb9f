"""The half of the Votes screen that puts questions, breaks ties and announces results."""

from textual import work

from council_tui.domain.agenda import Outcome
from council_tui.domain.casting import Casting
from council_tui.domain.desk import VotesView
from council_tui.domain.ids import ProposalId, VoteId
from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.quality import usual_way, ways
from council_tui.domain.steps import Next, next_deed
from council_tui.domain.votes import VoteView, Way
from council_tui.tui import laptop
from council_tui.tui.dialogs import Choose, Option, Prompt
from council_tui.tui.screens.polling import PollingScreen
from council_tui.tui.to_owners import put_to_owners
from council_tui.usecases.agenda import Settlement, settle_item
from council_tui.usecases.casting import give_casting_vote
from council_tui.usecases.laptop import end_laptop_vote
from council_tui.usecases.results import announce_result
from council_tui.usecases.votes import REASON, abandon_vote, open_secret_vote, open_vote
from council_tui.wording import names
from council_tui.wording.catalog import _
from council_tui.wording.quality import way_doubt

Shown = tuple[MeetingView, ItemView, VoteView]


class DecidingScreen(PollingScreen):
    """The chair's deeds around a vote."""

    looking: VoteId | None = None
    """The vote picked from the list."""

    @property
    def shown(self) -> Shown | None:
        """The vote that is seen alone: the open one, a picked one, one to be announced, the last closed."""
        view: VotesView | None = self.view
        if view is None or view.meeting is None or self.polled is not None:
            return None
        found = view.running or view.vote(self.looking) or view.waiting or view.vote(self.closed_here)
        item = view.meeting.item(found.opened.item) if found is not None else None
        return (view.meeting, item, found) if found is not None and item is not None else None

    @property
    def picked(self) -> bool:
        """Whether what is seen alone was picked from the list."""
        return (self.looking or self.looked) is not None

    @property
    def may_poll(self) -> bool:
        """Also only from the list: a result that is seen has keys of its own."""
        return self.shown is None and super().may_poll

    @property
    def way(self) -> Way:
        """The usual way of voting."""
        meeting: MeetingView | None = self.view.meeting
        return usual_way(meeting.rules, meeting.current) if meeting is not None else Way.HANDS

    @property
    def waiting(self) -> ProposalId | None:
        """What can be put to the vote now."""
        meeting = self.view.meeting if self.view is not None else None
        deed = next_deed(meeting) if meeting is not None and meeting.state is not None else None
        return deed.motion.id if deed is not None and deed.next is Next.VOTE and deed.motion else None

    async def put(self, proposal: ProposalId, way: Way) -> None:
        """Open a vote; its desk takes the keys."""
        meeting = self.view.meeting
        if meeting is None:
            return
        self.looking = None
        if way is Way.LAPTOP:
            self.run_worker(laptop.put(self, meeting, proposal), group="ask")
        elif way is Way.UNITS:
            await put_to_owners(self, meeting, proposal)
        elif way is Way.SECRET:
            await self.record(open_secret_vote, meeting.id, proposal)
        else:
            await self.record(open_vote, meeting.id, proposal, way)

    async def action_put(self) -> None:
        """Put what waits to the vote, in the usual way; of owners more is asked."""
        if self.way is Way.UNITS:
            self.action_way()
        elif self.waiting is not None:
            await self.put(self.waiting, self.way)

    @work(group="ask")
    async def action_way(self) -> None:
        """Put it in another way."""
        if self.waiting is not None:
            await self.choose_way(self.waiting)

    async def choose_way(self, proposal: ProposalId) -> None:
        """Ask for the way, and put the question so."""
        meeting = self.view.meeting
        if meeting is None:
            return
        options = [
            Option(way, names.way_words(way), way_doubt(way, meeting.rules, meeting.current))
            for way in ways(meeting.rules)
        ]
        way = await self.app.push_screen_wait(Choose(_("Put to the vote in which way?"), options))
        if way is not None:
            await self.put(proposal, way)

    async def action_announce(self) -> None:
        """The chair has said the result."""
        waiting = self.view.waiting
        if waiting is not None:
            self.closed_here = waiting.id
            await self.record(announce_result, waiting.id)

    async def action_postpone(self) -> None:
        """After a tie or a close vote, the item comes back on the next agenda."""
        if self.shown is not None:
            meeting, item, _vote = self.shown
            await self.record(settle_item, meeting.id, item.id, Settlement(Outcome.POSTPONED))

    @work(group="ask")
    async def action_abandon(self) -> None:
        """The open vote ends without a result."""
        if self.view.poll is not None:
            await self.leave_poll(self.view.poll.id)
        elif self.view.running is not None:
            vote, way = self.view.running.id, self.view.running.opened.way
            reason = await self.app.push_screen_wait(
                Prompt(_("Why does this vote end without a result?"), longest=REASON)
            )
            if reason is not None:
                await self._end(vote, way, reason)

    async def _end(self, vote: VoteId, way: Way, reason: str) -> None:
        if way is not Way.LAPTOP:
            await self.record(abandon_vote, vote, reason)
        elif await self.record(end_laptop_vote, vote, reason) is not None:
            self.app.clerk.urn = None

    @work(group="ask")
    async def action_break_tie(self) -> None:
        """The chair gives the casting vote, or none: nothing is chosen beforehand but to give none."""
        waiting = self.view.waiting
        if waiting is None or (closed := waiting.closed) is None:
            return
        options = [
            Option(Casting.YES, _("in favour")),
            Option(Casting.NO, _("against")),
            Option(Casting.NONE, _("no casting vote"), _("the tie stays: not carried")),
        ]
        asked = _("{yes} to {no}. What is the chair's casting vote?").format(yes=closed.yes, no=closed.no)
        choice = await self.app.push_screen_wait(Choose(asked, options, at=2))
        if choice is not None:
            self.closed_here = waiting.id
            await self.record(give_casting_vote, waiting.id, choice)
