"""The desk of a poll: papers typed at speed as tellers read them out, each recorded before it is shown."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from council_tui.domain import pollpapers
from council_tui.domain.desk import VotesView
from council_tui.domain.errors import Refusal
from council_tui.domain.polls import Sort, TooManyMarks
from council_tui.tui.count.closing import ClosingDesk
from council_tui.tui.count.figures import NAMES
from council_tui.tui.ink import Line
from council_tui.tui.pages import polls as pages
from council_tui.usecases.polls import add_paper, take_back_paper
from council_tui.wording.catalog import N_, _
from council_tui.wording.say import say

if TYPE_CHECKING:
    from council_tui.tui.screens.atdesk import DeskScreen

SIGNS = {"space": " ", "equal": "="}


class PollDesk(ClosingDesk):
    """Numbers and Enter are one paper."""

    families = frozenset({"poll"})
    KEYS: ClassVar = (
        Binding("enter", "desk('poll', 'enter')", N_("paper, or close"), id="poll.enter"),
        Binding("backspace,delete", "desk('poll', 'erase')", N_("take back"), id="poll.erase"),
        Binding(
            "minus,fullwidth_hyphen_minus", "desk('poll', 'invalid')", N_("invalid paper"), id="poll.invalid"
        ),
        *(
            Binding(f"{n},fullwidth_digit_{name}", f"desk('poll', '{n}')", "", id=f"poll.{n}", show=False)
            for n, name in enumerate(NAMES)
        ),
        Binding("f", "desk('poll', 'file')", N_("papers from a file"), id="poll.file", show=False),
        Binding("space", "desk('poll', 'space')", "", id="poll.space", show=False),
        Binding(
            "equals_sign,fullwidth_equals_sign", "desk('poll', 'equal')", "", id="poll.equal", show=False
        ),
    )

    def __init__(self, screen: "DeskScreen", view: VotesView):
        self.screen, self.view = screen, view
        self.typed = ""
        """The paper that is being typed."""
        self._sent: list[str] = []
        """Papers on their way to the record, as they were typed."""
        self._doubtful = ""
        """A paper with too many marks, as it was typed: Enter once more records it as invalid."""

    def follow(self, view: VotesView) -> None:
        """Papers that are recorded now need no remembering."""
        known = self.poll.returned
        super().follow(view)
        del self._sent[: max(self.poll.returned - known, 0)]

    def page(self, width: int, height: int) -> list[Line]:
        """Candidates, the paper in hand, and the papers so far."""
        meeting, item = self.held
        self.writing = bool(self.typed.strip())
        writing = pages.Writing(self.typed, not self.screen.app.clerk.read_only)
        return pages.desk(meeting, item, self.poll, writing, (width, height))

    async def do(self, deed: str) -> None:
        """A sign typed, a paper, one taken back, or the close."""
        self.screen.told = ""
        if deed == "enter":
            await (self._paper() if self.typed.strip() else self.close())
        elif deed == "invalid":
            self._send(Sort.INVALID, "")
        elif deed == "erase":
            await self._erase()
        elif deed == "file":
            self.screen.run_worker(self.from_file(), group="ask")
        elif len(self.typed) < pollpapers.LONGEST:
            self.typed += SIGNS.get(deed, deed)
        self.screen.paint()

    async def _paper(self) -> None:
        """What is typed is one paper; too many marks are asked about once."""
        try:
            marks = pollpapers.typed_marks(self.poll, self.typed)
        except TooManyMarks as refusal:
            if self._doubtful == self.typed:
                self._send(Sort.INVALID, "")
            else:
                self._doubtful = self.typed
                again = _("{refused} Enter again records it so.")
                self.screen.told = again.format(refused=say(refusal))
        except Refusal as refusal:
            self.screen.told = say(refusal)
        else:
            self._send(Sort.MARKED, marks)

    def _send(self, sort: Sort, marks: str) -> None:
        """The line is free for the next paper; it comes back if this one is refused."""
        self._sent.append(self.typed)
        self.typed = self._doubtful = ""
        self.screen.act(add_paper, self.poll.id, sort, marks)

    async def _erase(self) -> None:
        """One sign fewer; in an empty line the last paper comes back into it, to be mended or left away."""
        if self.typed:
            self.typed = self.typed[:-1]
            return
        await self.screen.idle()
        last = self.poll.last
        if last is not None and await self.screen.record(take_back_paper, self.poll.id) is not None:
            self.typed = pollpapers.as_typed(self.poll, last.fact.marks)

    def refused(self) -> None:
        """What was sent is not recorded: it stands in the line again."""
        if self._sent and not self.typed:
            self.typed = self._sent.pop(0)

    def may(self, deed: str) -> bool:
        """Equal places only where the method takes them."""
        return deed != "equal" or self.poll.method.equal_ranks

    def words(self, deed: str) -> str:
        """Enter: a paper, or with nothing typed the close."""
        if deed == "enter":
            return _("this paper") if self.typed.strip() else _("close the count")
        return ""

    def message(self) -> str:
        """The last paper recorded; before the first, or with something typed, that it is not recorded."""
        return super().message() if self.typed or not self.poll.returned else ""
