"""The roll call: one key a member. Whom the keys go to moves in memory, and is seen with the mark it left."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from council_tui.domain.desk import Calling, VotesView, begin, calling_order
from council_tui.domain.ids import PersonId
from council_tui.domain.votes import Choice, Way
from council_tui.tui import keys
from council_tui.tui.count.base import Desk
from council_tui.tui.dialogs import Confirm
from council_tui.tui.fields import Field, Kind, Values
from council_tui.tui.forms import Form
from council_tui.tui.ink import Line
from council_tui.tui.pages import calling
from council_tui.tui.screens.framed import NextStep
from council_tui.tui.widgets.roll import step
from council_tui.usecases.votes import cast_ballot, close_roll_call, take_back
from council_tui.wording.catalog import N_, _, ngettext
from council_tui.wording.entries import choice_words

if TYPE_CHECKING:
    from council_tui.tui.screens.atdesk import DeskScreen

CHOICES = {"yes": Choice.YES, "no": Choice.NO, "abstain": Choice.ABSTAIN}
WAYS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


class RollCallDesk(Desk):
    """Each member is asked in turn."""

    way = Way.ROLL_CALL
    families = frozenset({"roll_call"})
    KEYS: ClassVar = (
        Binding("1,fullwidth_digit_one,y", "desk('roll_call', 'yes')", N_("answer yes"), id="roll.yes"),
        Binding("2,fullwidth_digit_two,n", "desk('roll_call', 'no')", N_("answer no"), id="roll.no"),
        Binding(
            "3,fullwidth_digit_three,a",
            "desk('roll_call', 'abstain')",
            N_("answer abstain"),
            id="roll.abstain",
        ),
        Binding(
            "space",
            "desk('roll_call', 'skip')",
            N_("skip"),
            id="roll.skip",
            tooltip=N_("Skip this member: they are asked again after the others"),
        ),
        Binding(
            "backspace",
            "desk('roll_call', 'back')",
            N_("take back"),
            id="roll.back",
            tooltip=N_("Take the last answer back, and ask that member again"),
        ),
        Binding("0,fullwidth_digit_zero", "desk('roll_call', 'close')", N_("close"), id="roll.close"),
        Binding(keys.SLASH, "desk('roll_call', 'find')", N_("find a member"), id="roll.find", show=False),
        *(Binding(f"{way}", f"desk('roll_call', '{way}')", "", id=f"roll.{way}", show=False) for way in WAYS),
    )

    def __init__(self, screen: "DeskScreen", view: VotesView):
        super().__init__(screen, view)
        self.calling: Calling[PersonId] = begin(_order(self), self.running.answers)
        self._sent: dict[PersonId, Choice] = {}
        """Answers on their way to the record."""
        self._size = 80, 7
        """Of the roll as it was painted: columns and rows."""

    def follow(self, view: VotesView) -> None:
        """What was sent and is recorded now needs no remembering."""
        if view is self.view:
            return
        super().follow(view)
        answers = self.running.answers
        self._sent = {
            person: choice
            for person, choice in self._sent.items()
            if answers.get(person, (0, Choice.NONE))[1] is not choice
        }
        given = {person for person, choice in self._sent.items() if choice is not Choice.NONE}
        self.calling = self.calling.follow(
            _order(self), frozenset((answers.keys() - self._sent.keys()) | given)
        )

    def refused(self) -> None:
        """What was sent is not recorded: those members are asked again."""
        self._sent.clear()
        self.calling = self.calling.follow(_order(self), frozenset(self.running.answers))

    def page(self, width: int, height: int) -> list[Line]:
        """The question, the figures, who is asked, how it stands, and the roll."""
        meeting, item = self.held
        asked = None if self.screen.app.clerk.read_only else self.calling.at
        shown = calling.page(self.view, meeting, item, asked, (width, height))
        self._size = width, shown.rows
        return list(shown.lines)

    async def do(self, deed: str) -> None:
        """An answer, a step, or the close."""
        if deed in CHOICES:
            self._answer(CHOICES[deed])
        elif deed == "back":
            self._back()
        elif deed == "close":
            await self._close()
        elif deed == "find":
            self.screen.run_worker(self._find(), group="ask")
        else:
            self._move(deed)
            self.screen.told = ""
            self.screen.paint()

    def _answer(self, choice: Choice) -> None:
        """Read who is asked once, go on in memory, and send plain values; painted after the commit."""
        person = self.calling.at
        if person is not None:
            self.calling = self.calling.answer()
            self._sent[person] = choice
            self.screen.act(cast_ballot, self.vote, person, choice)

    def _back(self) -> None:
        before, self.calling = self.calling, self.calling.back()
        person = self.calling.at
        if self.calling is not before and person is not None:
            self._sent[person] = Choice.NONE
            self.screen.act(take_back, self.vote, person)

    def _move(self, deed: str) -> None:
        if deed == "skip":
            self.calling = self.calling.skip()
        elif deed.isdecimal():
            self.calling = self.calling.ask(PersonId(int(deed)))
        elif self.view.asked:
            asked, at = self.view.asked, self.calling.at
            place = asked.index(at) if at in asked else 0
            self.calling = self.calling.ask(asked[step(place, len(asked), *WAYS[deed], self._size)])

    async def _close(self) -> None:
        """When all that was sent is recorded: close, or ask first where somebody has not answered."""
        await self.screen.idle()
        count = len(self.view.unanswered)
        if not count:
            await self.screen.record(close_roll_call, self.vote)
        else:
            self.screen.run_worker(self._close_early(count), group="ask")

    async def _close_early(self, count: int) -> None:
        asked = ngettext(
            "{count} member has not answered. Close all the same?",
            "{count} members have not answered. Close all the same?",
            count,
        ).format(count=count)
        note = _("Who has not answered is counted as not voting.")
        if await self.screen.app.push_screen_wait(Confirm(asked, note)):
            await self.screen.record(close_roll_call, self.vote)

    async def _find(self) -> None:
        """A member by name, pinyin, initials or seat number."""
        people = tuple(self.held[0].people[person].person for person in self.view.asked)

        async def found(values: Values) -> str:
            self.calling = self.calling.ask(values["who"])
            return ""

        field = Field("who", _("Member"), Kind.PERSON, required=True, people=people)
        await self.screen.app.push_screen_wait(Form(_("Who answers now?"), [field], found))
        self.screen.paint()

    def may(self, deed: str) -> bool:
        """Abstentions only where the rules ask for them."""
        return deed != "abstain" or self.running.rules.ask_abstain

    def words(self, deed: str) -> str:
        """The three answers alike."""
        return choice_words(CHOICES[deed]) if deed in CHOICES else ""

    def next_step(self) -> NextStep | None:
        """To close, once everybody has answered."""
        if self.view.asked and not self.view.unanswered:
            return NextStep(_("close"), "desk('roll_call', 'close')")
        return None

    def message(self) -> str:
        """The last answer recorded; before the first, that there is none."""
        return "" if self.running.answers else super().message()


def _order(desk: RollCallDesk) -> tuple[PersonId, ...]:
    return calling_order(desk.held[0], desk.running, desk.view.asked)
