"""What every counting desk is: a page and keys of its own while a vote is open, and nothing of Textual's."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from council_tui.domain.desk import VotesView
from council_tui.domain.ids import ItemId, VoteId
from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.votes import VoteView, Way
from council_tui.tui.ink import Line
from council_tui.tui.screens.framed import NextStep
from council_tui.wording.catalog import _

if TYPE_CHECKING:
    from textual.widgets import Input

    from council_tui.tui.screens.atdesk import DeskScreen


class Desk:
    """Takes the answers to one question, in one way. It keeps what is typed, or whom the keys go to."""

    way: ClassVar[Way]
    families: ClassVar[frozenset[str]]
    """The first word of the actions its keys run: `desk('roll_call', 'yes')`."""
    KEYS: ClassVar[tuple[Binding, ...]]

    def __init__(self, screen: "DeskScreen", view: VotesView):
        self.screen = screen
        self.view = view

    def follow(self, view: VotesView) -> None:
        """Answers came in, or people came and went."""
        self.view = view

    def leave(self, view: VotesView) -> None:
        """What was answered here is over: it is seen next. `view` is the picture after it."""
        raise NotImplementedError

    def page(self, width: int, height: int) -> list[Line]:
        """The rows of the body."""
        raise NotImplementedError

    async def do(self, deed: str) -> None:
        """What a key of the desk does: the second word of its action."""
        raise NotImplementedError

    async def heard(self, event: "Input.Changed") -> None:
        """Something was typed into a field of the desk's own."""

    def may(self, deed: str) -> bool:
        """Whether a key works now."""
        return True

    def step_back(self) -> bool:
        """Esc: whether there was a step back at the desk itself."""
        return False

    def words(self, deed: str) -> str:
        """What a key is called in the footer; empty for its usual name."""
        return ""

    @property
    def complete(self) -> bool:
        """Whether all there is to type is typed: then Enter is the next step."""
        return False

    @property
    def writing(self) -> bool:
        """Whether something is typed by which its keys mean something else."""
        return False

    def next_step(self) -> NextStep | None:
        """What is green; nothing while answers are taken."""
        return None

    def message(self) -> str:
        """What stands in the message row; empty for what was recorded last."""
        return _("Not recorded yet.")

    def refused(self) -> None:
        """Something the desk sent was refused."""


def held_item(view: VotesView, item: ItemId) -> tuple[MeetingView, ItemView]:
    """The meeting in hand, and one of its items. Raises LookupError."""
    meeting = view.meeting
    of = meeting.item(item) if meeting is not None else None
    if meeting is None or of is None:
        raise LookupError("the question has no item")
    return meeting, of


class VoteDesk(Desk):
    """A desk for a vote."""

    @property
    def vote(self) -> VoteId:
        """The vote's id."""
        return self.running.id

    @property
    def running(self) -> VoteView:
        """The vote, with its answers so far."""
        if self.view.running is None:
            raise LookupError("no vote is open")
        return self.view.running

    @property
    def held(self) -> tuple[MeetingView, ItemView]:
        """The meeting, and the item that is voted on."""
        return held_item(self.view, self.running.opened.item)

    def leave(self, view: VotesView) -> None:
        """The result is seen next; a vote that ended without one leaves nothing to see."""
        ended = view.vote(self.vote)
        self.screen.closed_here = ended.id if ended is not None and ended.closed is not None else None
        self.screen.counted_here = None
