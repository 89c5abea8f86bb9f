"""The half of the Votes screen that changes a result: counted again, corrected, or no longer to stand."""

from textual import work

from council_tui.domain.ids import VoteId
from council_tui.domain.polls import PollView
from council_tui.domain.reopenings import Reopening
from council_tui.domain.votes import VoteView, Way
from council_tui.tui import owner_papers, recorded
from council_tui.tui.dialogs import Choose, Option
from council_tui.tui.fields import Question
from council_tui.tui.pages import correcting, poll_mending
from council_tui.tui.screens.deciding import DecidingScreen
from council_tui.wording.catalog import _

FINAL = frozenset({Way.LAPTOP})
"""The way whose figures are not mended: such a vote is annulled, and the question put again."""


class MendingScreen(DecidingScreen):
    """What the chair does when a result is doubted."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A result that stands is mended, where its way lets it be; another is only looked at."""
        if action not in {"correct", "reopen", "recount"}:
            return super().check_action(action, parameters)
        if self.desk is not None or self.app.clerk.read_only:
            return False
        if self.polled is not None:
            return action != "recount" and stands(self.polled[2])
        if self.shown is None:
            return False
        vote = self.shown[2]
        if action == "recount":
            return counted_again(vote)
        return vote.decides and (action == "reopen" or vote.opened.way not in FINAL)

    @work(group="ask")
    async def action_correct(self) -> None:
        """New figures, or one answer, stand in for what was announced."""
        if self.polled is not None:
            self.looked = self.polled[2].id
            await recorded.ask(self, poll_mending.correction(self.polled[0], self.polled[2]))
            return
        if self.shown is None or (closed := self.shown[2].closed) is None:
            return
        meeting, _item, vote = self.shown
        if vote.opened.way is not Way.UNITS:
            await self._ask(vote.id, correcting.correction(meeting, vote, closed))
        elif (owner := await owner_papers.found(self, vote)) is not None:
            await self._ask(vote.id, owner_papers.correction(meeting, vote, owner))

    @work(group="ask")
    async def action_reopen(self) -> None:
        """The result is to stand no longer: annulled, or its question taken up again."""
        if self.polled is not None:
            await self._reopen_poll()
            return
        if self.shown is None:
            return
        meeting, _item, vote = self.shown
        options = [
            Option(Reopening.RECONSIDERED, _("take the question up again")),
            Option(Reopening.ANNULLED, _("annul the vote"), _("it was not taken as the rules ask")),
            Option(Reopening.SECOND_ROUND, _("second round"), _("the question is put once more")),
        ]
        why = await self.app.push_screen_wait(Choose(_("Why does this result stand no longer?"), options))
        if why is Reopening.SECOND_ROUND:
            await self._second_round()
        elif why is not None:
            await self._ask(vote.id, correcting.reopening(meeting, vote, why))

    async def _reopen_poll(self) -> None:
        """A poll is annulled, or taken up again; then it can be held once more."""
        if self.polled is None:
            return
        meeting, _item, poll = self.polled
        options = [
            Option(Reopening.RECONSIDERED, _("take the question up again")),
            Option(Reopening.ANNULLED, _("annul the poll"), _("it was not held as the rules ask")),
        ]
        why = await self.app.push_screen_wait(Choose(_("Why does this result stand no longer?"), options))
        if why is not None:
            self.looked = poll.id
            await recorded.ask(self, poll_mending.reopening(meeting, poll, why))

    @work(group="ask")
    async def action_recount(self) -> None:
        """Hands or papers are counted again; a roll is called again, or one of its answers corrected."""
        if self.shown is None:
            return
        meeting, _item, vote = self.shown
        if vote.recountable:
            await self._ask(vote.id, correcting.recounting(meeting, vote))
            return
        options = [
            Option(True, _("call the roll again"), _("a second round: both are kept")),
            Option(False, _("correct one answer"), _("it was taken down wrongly")),
        ]
        again = await self.app.push_screen_wait(
            Choose(_("Count this roll call again in which way?"), options)
        )
        if again:
            await self._second_round()
        elif again is not None and vote.closed is not None:
            await self._ask(vote.id, correcting.correction(meeting, vote, vote.closed))

    async def _second_round(self) -> None:
        """The first result is kept, and the same question opened once more in the same way."""
        if self.shown is None:
            return
        meeting, _item, vote = self.shown
        if await self._ask(vote.id, correcting.reopening(meeting, vote, Reopening.SECOND_ROUND)):
            await self.put(vote.opened.proposal, vote.opened.way)

    async def _ask(self, vote: VoteId, question: Question) -> bool:
        """Ask, record, and look at the vote again. Whether anything was recorded."""
        self.looking = vote
        return await recorded.ask(self, question)


def stands(poll: PollView) -> bool:
    """Whether a poll has a result that was announced and stands."""
    return poll.closed is not None and poll.announced is not None and poll.reopened is None


def counted_again(vote: VoteView) -> bool:
    """Whether there is a recount of this vote: of hands and papers once closed, of a roll call once told."""
    return vote.recountable or (vote.decides and vote.opened.way is Way.ROLL_CALL)
