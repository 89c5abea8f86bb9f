"""Votes: the open one at its desk, a closed one with its verdict, and the list of them all."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import Binding

from council_tui.domain.desk import VotesView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.quality import Caution, Warning, near, warnings
from council_tui.domain.steps import Deed, Next, next_deed
from council_tui.tui.count.hands import HandsDesk
from council_tui.tui.count.roll_call import RollCallDesk
from council_tui.tui.ink import Line
from council_tui.tui.inroom import InRoom
from council_tui.tui.pages import counting, polls, result, unmet, votes
from council_tui.tui.screens.atdesk import DESK_KEYS
from council_tui.tui.screens.framed import NextStep
from council_tui.tui.screens.mending import MendingScreen
from council_tui.tui.sheet import Sheet
from council_tui.wording.catalog import N_, _
from council_tui.wording.quality import warning_words
from council_tui.wording.steps import short_step


class VotesScreen(MendingScreen):
    """What the room votes on."""

    BINDINGS: ClassVar = [
        *DESK_KEYS,
        Binding("enter", "open", N_("full text"), id="votes.open"),
        Binding("c", "correct", N_("correct"), id="votes.correct"),
        Binding("o", "reopen", N_("annul or take up again"), id="votes.reopen", show=False),
        Binding("h", "way", N_("another way"), id="votes.way"),
        Binding("escape", "away", N_("agenda"), id="votes.away"),
        Binding("r", "recount", N_("recount"), id="votes.recount"),
        Binding("e", "poll", N_("election or poll"), id="votes.poll"),
        Binding("f2", "open", N_("full text"), id="votes.full"),
        Binding("f4", "in_room", N_("if some leave or come"), id="votes.room", show=False),
        Binding("b", "abandon", N_("end without a result"), id="votes.abandon", show=False),
        Binding("i,f3", "time", N_("typed time"), id="votes.time", show=False),
        Binding("x", "sheet", N_("blank tally sheet"), id="votes.sheet", show=False),
        Binding("up,k", "move(-1)", N_("up"), id="votes.up", show=False),
        Binding("down,j", "move(1)", N_("down"), id="votes.down", show=False),
        Binding("pageup", "move(-10)", N_("ten up"), id="votes.pageup", show=False),
        Binding("pagedown", "move(10)", N_("ten down"), id="votes.pagedown", show=False),
    ]

    cursor = 0
    """The vote in the list at which the keys are."""

    def __init__(self) -> None:
        super().__init__()
        self._warned: tuple[MeetingView | None, tuple[Warning, ...]] = (None, ())

    def page(self, view: VotesView, width: int, height: int) -> Sequence[Line]:
        """The desk, a result, or the list."""
        if self.desk is not None:
            return self.desk.page(width, height)
        if self.polled is not None:
            return polls.result(*self.polled, self.first, (width, height))
        if self.shown is not None:
            return result.page(*self.shown, width)
        return votes.page(view, self.cursor, self.way, width, height)

    def next_step(self, view: VotesView) -> NextStep | None:
        """At the desk its own; then announce, postpone or assign; from the list, put the motion."""
        if self.desk is not None:
            return self.desk.next_step() if self.taking else None
        if view.meeting is None:
            return unmet.way()
        deed = next_deed(view.meeting)
        here = {Next.ANNOUNCE: "announce", Next.BREAK_TIE: "break_tie"}
        here |= {Next.DECLARE: "declare", Next.RUN_OFF: "further", Next.POLL_AGAIN: "further"}
        here |= {Next.POSTPONE: "postpone"} if self.shown is not None else {Next.VOTE: "put"}
        if deed.next in here and not self.app.clerk.read_only:
            if self._seen(deed):
                return NextStep(short_step(deed), here[deed.next])
            if self.picked:
                return NextStep(_("to the list"), "away")
        words = short_step(deed) if deed.next is Next.ASSIGN else _("to the agenda")
        return NextStep(words, "app.go('agenda')")

    def _seen(self, deed: Deed) -> bool:
        """Whether what is to be done is done with what is seen: the list, or the vote or poll itself."""
        if self.polled is not None:
            return deed.poll is not None and deed.poll.id == self.polled[2].id
        if self.shown is not None:
            return deed.vote is not None and deed.vote.id == self.shown[2].id
        return True

    def warnings(self, view: VotesView) -> Sequence[str]:
        """What the chair should know of the meeting, and that the sides came close."""
        if view.meeting is None:
            return ()
        if self._warned[0] is not view.meeting:  # an answer leaves the meeting as it was
            self._warned = view.meeting, warnings(view.meeting) if view.meeting.running else ()
        found = list(self._warned[1])
        if self.desk is None and self.shown is not None and near(self.shown[2]):
            found.insert(0, Warning(Caution.CLOSE_VOTE))
        words = [warning_words(each) for each in found]
        if time := self.typed_at[11:16]:
            words.insert(0, _("What is entered now gets the time {time} (F3: another).").format(time=time))
        return words

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What works at the desk, on a result, and in the list."""
        polled, at_desk = self.polled is not None, self.desk is not None
        alone = polled or self.shown is not None
        if action == "open":
            return self.view is not None and (alone or bool(votes.rows(self.view)))
        if action == "poll":
            return self.may_poll
        if action in {"move", "point"}:
            return self.view is not None and (not alone or (polled and not at_desk and action == "move"))
        if action == "way":
            return not alone and self.waiting is not None and not self.app.clerk.read_only
        if action == "in_room":
            return self.taking and isinstance(self.desk, HandsDesk | RollCallDesk)
        if action == "abandon":
            return self.taking
        if action == "away":
            return alone
        return super().check_action(action, parameters)

    def hint_words(self, binding: Binding) -> str:
        """Where Esc leads, and what Enter opens."""
        if binding.id == "votes.open" and self.shown is None and self.polled is None:
            return _("open")
        if binding.id == "votes.away" and self.desk is not None and (words := self.desk.words("away")):
            return words
        if binding.id == "votes.away" and self.desk is None and self.picked:
            return _("to the list")
        return super().hint_words(binding)

    def action_move(self, by: int) -> None:
        """The cursor in the list; in a poll's count, the rows seen."""
        if self.polled is not None:
            self.scroll(by)
            return
        last = max(len(votes.rows(self.view)) - 1, 0)
        self.cursor = max(0, min(self.cursor + by, last))
        self.paint()

    def action_point(self, number: int) -> None:
        """A click on a vote or a poll looks at it."""
        self.cursor, self.first = number, 0
        row = votes.rows(self.view)[number]
        self.looking = row.vote.id if isinstance(row, votes.Row) else None
        self.looked = None if isinstance(row, votes.Row) else row.poll.id
        self.paint()

    @work(group="ask")
    async def action_open(self) -> None:
        """From the list, the vote; from the vote, all there is to read of it."""
        if self.polled is not None:
            await self.read_poll()
        elif self.shown is None:
            self.action_point(min(self.cursor, len(votes.rows(self.view)) - 1))
        else:
            meeting, item, vote = self.shown
            body = partial(result.full, meeting, vote)
            await self.app.push_screen_wait(Sheet(counting.title(meeting, item, vote), body))

    @work(group="ask")
    async def action_in_room(self) -> None:
        """How the open vote would stand if some left now, or came."""
        view = self.view
        if view is None or view.running is None:
            return
        hands = self.desk.count if isinstance(self.desk, HandsDesk) else None
        count = hands or view.running.tally(view.present)
        left = len(view.asked) - count.participating
        await self.app.push_screen_wait(InRoom(view.running.rules, count, left))

    async def action_away(self) -> None:
        """A step back at the desk; to the list, or to the agenda: an open vote waits."""
        if self.desk is not None and self.desk.step_back():
            self.paint()
            return
        picked = self.picked
        self.looking = self.looked = None
        self.closed_here = self.counted_here = None
        if not picked or self.desk is not None:
            await self.run_action("app.go('agenda')")
        else:
            self.paint()
