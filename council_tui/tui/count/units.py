"""Owners' papers: a unit number or an owner's pinyin, Enter, then one digit. Each paper is one act."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Input

from council_tui.domain.desk import VotesView
from council_tui.domain.unitlists import Answer
from council_tui.domain.units import Candidate
from council_tui.domain.votes import Way
from council_tui.tui.count.base import VoteDesk
from council_tui.tui.dialogs import Confirm, Prompt
from council_tui.tui.ime import ImeInput
from council_tui.tui.ink import Line
from council_tui.tui.pages import owners as pages
from council_tui.tui.screens.framed import NextStep
from council_tui.usecases.owners import close_owners_vote, enter_paper, view_candidate, view_candidates
from council_tui.wording.catalog import N_, _
from council_tui.wording.units import answer_words

if TYPE_CHECKING:
    from council_tui.tui.screens.atdesk import DeskScreen

ANSWERS = {"yes": Answer.YES, "no": Answer.NO, "abstain": Answer.ABSTAIN, "invalid": Answer.INVALID}
SHOWN = 3
"""So many of those that fit are listed."""
LONGEST = 40
"""Characters of what is typed to find an owner."""


class UnitField(ImeInput):
    """Where a unit or an owner is typed: Enter takes the one marked."""

    BINDINGS: ClassVar = [
        Binding("enter", "screen.desk('units', 'take')", N_("this one"), id="unit.take"),
        Binding("up", "screen.desk('units', 'up')", N_("up"), id="unit.up", show=False),
        Binding("down", "screen.desk('units', 'down')", N_("down"), id="unit.down", show=False),
        Binding("backspace", "erase", N_("erase"), id="unit.erase", show=False),
        Binding("escape", "screen.desk('units', 'leave')", N_("leave the field"), id="unit.leave"),
    ]

    async def action_erase(self) -> None:
        """A letter; in the empty field the last paper is taken back."""
        if self.value:
            self.action_delete_left()
        else:
            await self.run_action("screen.desk('units', 'back')")


class UnitsDesk(VoteDesk):
    """Papers are entered one after the other, in any order."""

    way = Way.UNITS
    families = frozenset({"units"})
    KEYS: ClassVar = (
        Binding("1,fullwidth_digit_one", "desk('units', 'yes')", N_("answer yes"), id="units.yes"),
        Binding("2,fullwidth_digit_two", "desk('units', 'no')", N_("answer no"), id="units.no"),
        Binding(
            "3,fullwidth_digit_three", "desk('units', 'abstain')", N_("answer abstain"), id="units.abstain"
        ),
        Binding(
            "4,fullwidth_digit_four", "desk('units', 'invalid')", N_("invalid paper"), id="units.invalid"
        ),
        Binding("enter", "desk('units', 'next')", N_("next paper"), id="units.enter"),
        Binding("enter", "desk('units', 'stay')", "", id="units.stay", show=False),
        Binding(
            "backspace",
            "desk('units', 'back')",
            N_("take back"),
            id="units.back",
            tooltip=N_("Take the last paper back, and ask that owner again"),
        ),
        Binding("0,fullwidth_digit_zero", "desk('units', 'close')", N_("close"), id="units.close"),
    )

    def __init__(self, screen: "DeskScreen", view: VotesView):
        super().__init__(screen, view)
        self.entering = pages.Entering(typing=False)
        self.field: UnitField | None = None

    def follow(self, view: VotesView) -> None:
        """Papers came in; the field has the keys as soon as the desk is seen."""
        super().follow(view)
        if self.field is None and not self.screen.app.clerk.read_only:
            self.field = UnitField("", max_length=LONGEST, digits=True, id="unit")
            self.screen.body.mount(self.field)
            self.ask_next()

    def leave(self, view: VotesView) -> None:
        """The vote is over: its field goes."""
        super().leave(view)
        if self.field is not None:
            self.field.display = False
            self.screen.set_focus(None)
            self.field.remove()
            self.field = None

    def page(self, width: int, height: int) -> list[Line]:
        """Figures, what is missing, the entry."""
        rows, row = pages.page(*self.held, self.running, self.entering, width)
        if self.field is not None:
            self.field.styles.offset = (pages.FIELD, row)
            self.field.styles.width = pages.ROOM
            self.field.display = self.entering.typing
        return rows

    async def heard(self, event: Input.Changed) -> None:
        """Others fit; a whole unit number that no other begins with is taken at once."""
        words = event.value.strip()
        found: tuple[Candidate, ...] = ()
        if words:
            look = partial(view_candidates, vote=self.vote, typed=words, most=SHOWN)
            found = tuple(await self.screen.app.clerk.look(look))
        if self.field is None or self.field.value != event.value:
            return
        self.entering = pages.Entering(typed=words, found=found)
        if len(found) == 1 and words in found[0].numbers:
            self._take(found[0])
        self.screen.told = ""
        self.screen.paint()

    async def do(self, deed: str) -> None:
        """Find, answer, take back, close."""
        found = self.entering.found
        if deed in ANSWERS and self.entering.chosen is not None:
            self._answer(self.entering.chosen, ANSWERS[deed])
        elif deed == "take" and self.entering.marked < len(found):
            self._take(found[self.entering.marked])
        elif deed in {"up", "down"}:
            marked = self.entering.marked + (1 if deed == "down" else -1)
            self.entering = pages.Entering(
                typed=self.entering.typed, found=found, marked=max(0, min(marked, len(found) - 1))
            )
        elif deed == "next":
            self.ask_next()
        elif deed == "leave":
            self.step_back()
        elif deed == "back":
            await self._back()
        elif deed == "close":
            self.screen.run_worker(_closed(self), group="ask")
        self.screen.paint()

    def _take(self, owner: Candidate) -> None:
        """The digits are this owner's answer now."""
        self.entering = pages.Entering(typing=False, chosen=owner)
        self.screen.set_focus(None)

    def ask_next(self) -> None:
        """The empty field has the keys."""
        self.entering = pages.Entering()
        if self.field is not None:
            self.field.display = True
            self.field.value = ""
            self.screen.set_focus(self.field)

    def _answer(self, owner: Candidate, answer: Answer) -> None:
        """Send it; one that was entered otherwise before is asked first."""
        if owner.answer in {Answer.NONE, answer}:
            self.ask_next()
            self.screen.act(enter_paper, self.vote, owner.owner, answer)
        else:
            self.screen.run_worker(_replaced(self, owner, answer), group="ask")

    async def _back(self) -> None:
        """The last paper is taken back, and its owner asked again."""
        await self.screen.idle()
        recent = self.running.owners.recent if self.running.owners is not None else ()
        if recent and await self.screen.record(enter_paper, self.vote, recent[0].owner, Answer.NONE):
            look = partial(view_candidate, vote=self.vote, owner=recent[0].owner)
            self._take(await self.screen.app.clerk.look(look))

    def may(self, deed: str) -> bool:
        """The digits answer only for somebody; the rest works between papers."""
        at = self.entering
        if deed in ANSWERS:
            asked = deed != "abstain" or self.running.rules.ask_abstain
            return at.chosen is not None and asked
        if deed in {"next", "close"}:
            return not at.typing and at.chosen is None
        if deed == "stay":  # a number was taken before the Enter behind it
            return at.chosen is not None
        return True

    def step_back(self) -> bool:
        """From an answer, or from what is typed, to the empty field; from that one to the desk."""
        if self.entering.chosen is not None or self.entering.typed:
            self.ask_next()
            return True
        typing = self.entering.typing
        self.entering = pages.Entering(typing=False)
        self.screen.set_focus(None)
        return typing

    def words(self, deed: str) -> str:
        """The answers alike; Esc leads back to the field."""
        if deed == "away":
            return _("not this one") if self.entering.chosen is not None else ""
        return answer_words(ANSWERS[deed]) if deed in ANSWERS else ""

    def next_step(self) -> NextStep | None:
        """To close, between two papers."""
        return NextStep(_("close"), "desk('units', 'close')") if self.may("close") else None

    def message(self) -> str:
        """The last paper recorded; before the first, that there is none."""
        tally = self.running.owners
        return "" if tally is not None and tally.recent else super().message()


async def _replaced(desk: UnitsDesk, owner: Candidate, answer: Answer) -> None:
    """An older paper is replaced once that was agreed to."""
    asked = _("{owner} answered {old}. Replace it by {new}?").format(
        owner=owner.name, old=answer_words(owner.answer), new=answer_words(answer)
    )
    note = _("The older paper stays in the record as replaced.")
    if await desk.screen.app.push_screen_wait(Confirm(asked, note)):
        desk.screen.act(enter_paper, desk.vote, owner.owner, answer)
        desk.ask_next()
        desk.screen.paint()


async def _closed(desk: UnitsDesk) -> None:
    """How many papers were given out is asked: then the papers close the vote."""
    await desk.screen.idle()
    title = _("How many papers were given out?")
    initial = str(desk.running.opened.roll)
    asked = Prompt(title, initial=initial, longest=6, digits=True, whole=True)
    told = await desk.screen.app.push_screen_wait(asked)
    if told is None:
        return
    figures = told.strip()
    if not (figures.isascii() and figures.isdigit()):
        desk.screen.say(_("Not recorded: type a number."))
        return
    await desk.screen.record(close_owners_vote, desk.vote, int(figures))
