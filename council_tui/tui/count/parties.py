"""A vote by parties: one key for each party's stand, said through somebody of it who is in the room."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from council_tui.domain.desk import Calling, Side, VotesView, begin, sides
from council_tui.domain.ids import PersonId
from council_tui.domain.votes import Choice, Way
from council_tui.tui.count.base import Desk
from council_tui.tui.dialogs import Confirm
from council_tui.tui.ink import Line
from council_tui.tui.pages import sides as pages
from council_tui.tui.screens.framed import NextStep
from council_tui.usecases.parties import close_parties, take_back_stand, take_stand
from council_tui.wording.catalog import N_, _, ngettext

if TYPE_CHECKING:
    from council_tui.tui.screens.atdesk import DeskScreen

STANDS = {"yes": Choice.YES, "no": Choice.NO, "abstain": Choice.ABSTAIN}
ROWS = {"up": -1, "down": 1}
TURNS = {"left": -1, "right": 1}


class PartiesDesk(Desk):
    """Each party is asked in turn."""

    way = Way.PARTIES
    families = frozenset({"parties"})
    KEYS: ClassVar = (
        Binding("1,fullwidth_digit_one,y", "desk('parties', 'yes')", N_("party agrees"), id="parties.yes"),
        Binding("2,fullwidth_digit_two,n", "desk('parties', 'no')", N_("party disagrees"), id="parties.no"),
        Binding(
            "3,fullwidth_digit_three,a",
            "desk('parties', 'abstain')",
            N_("party reserves judgement"),
            id="parties.abstain",
        ),
        Binding(
            "right",
            "desk('parties', 'right')",
            N_("who speaks"),
            id="parties.right",
            tooltip=N_("Another of the party's people speaks for it"),
        ),
        Binding(
            "backspace",
            "desk('parties', 'back')",
            N_("take back"),
            id="parties.back",
            tooltip=N_("Take the last stand back, and ask that party again"),
        ),
        Binding("0,fullwidth_digit_zero", "desk('parties', 'close')", N_("close"), id="parties.close"),
        Binding("space", "desk('parties', 'skip')", N_("skip"), id="parties.skip", show=False),
        Binding("left", "desk('parties', 'left')", "", id="parties.left", show=False),
        *(Binding(each, f"desk('parties', '{each}')", "", id=f"parties.{each}", show=False) for each in ROWS),
    )

    def __init__(self, screen: "DeskScreen", view: VotesView):
        super().__init__(screen, view)
        self.calling: Calling[str] = begin(_order(view), self.running.stands)
        self._sent: dict[str, Choice] = {}
        """Stands on their way to the record."""
        self._speakers: dict[str, PersonId] = {}
        """Who was picked to speak, where a party has several people there."""

    def follow(self, view: VotesView) -> None:
        """What was sent and is recorded now needs no remembering."""
        if view is self.view:
            return
        super().follow(view)
        stands = self.running.stands
        recorded = {party: stand.stand for party, (_id, stand) in stands.items()}
        self._sent = {
            party: stand
            for party, stand in self._sent.items()
            if recorded.get(party, Choice.NONE) is not stand
        }
        given = {party for party, stand in self._sent.items() if stand is not Choice.NONE}
        answered = frozenset((stands.keys() - self._sent.keys()) | given)
        self.calling = self.calling.follow(_order(self.view), answered)

    def refused(self) -> None:
        """What was sent is not recorded: those parties are asked again."""
        self._sent.clear()
        self.calling = self.calling.follow(_order(self.view), frozenset(self.running.stands))

    def page(self, width: int, height: int) -> list[Line]:
        """The question, the figures, how it stands, and the parties."""
        asked = None if self.screen.app.clerk.read_only else self.calling.at
        return pages.page(self.view, self.held, asked, self._speaking()[1], (width, height))

    async def do(self, deed: str) -> None:
        """A stand, a step, or the close."""
        if deed in STANDS:
            self._answer(STANDS[deed])
        elif deed == "back":
            self._back()
        elif deed == "close":
            await self._close()
        else:
            self._move(deed)
            self.screen.told = ""
            self.screen.paint()

    def _answer(self, stand: Choice) -> None:
        """Read who is asked once, go on in memory, and send plain values; painted after the commit."""
        party, speaker = self.calling.at, self._speaking()[1]
        if party is not None and speaker is not None:
            self.calling = self.calling.answer()
            self._sent[party] = stand
            self.screen.act(take_stand, self.vote, party, stand, speaker)

    def _back(self) -> None:
        before, self.calling = self.calling, self.calling.back()
        party = self.calling.at
        if self.calling is not before and party is not None:
            self._sent[party] = Choice.NONE
            self.screen.act(take_back_stand, self.vote, party)

    def _move(self, deed: str) -> None:
        order, at = self.calling.order, self.calling.at
        if deed == "skip":
            self.calling = self.calling.skip()
        elif deed.startswith("row "):
            self.calling = self.calling.ask(sides(self.view)[int(deed[4:])].party)
        elif deed in TURNS:
            self._turn(TURNS[deed])
        elif order:
            place = order.index(at) + ROWS[deed] if at is not None and at in order else 0
            self.calling = self.calling.ask(order[max(0, min(place, len(order) - 1))])

    def _turn(self, by: int) -> None:
        """Another of those who may speak for the party that is asked; round and round."""
        side, speaker = self._speaking()
        there = [each.id for each in side.here] if side is not None else []
        if side is not None and speaker is not None and speaker in there:
            self._speakers[side.party] = there[(there.index(speaker) + by) % len(there)]

    def _speaking(self) -> tuple[Side | None, PersonId | None]:
        """The party that is asked, and who speaks for it: as picked, as before, else the first by seat."""
        side = next((each for each in sides(self.view) if each.party == self.calling.at), None)
        if side is None:
            return None, None
        there = [each.id for each in side.here]
        spoke = side.stand.speaker if side.stand is not None else None
        wanted = [self._speakers.get(side.party), spoke]
        return side, next((each for each in wanted if each in there), there[0] if there else spoke)

    async def _close(self) -> None:
        """When all that was sent is recorded: close, or ask first where a party has taken no stand."""
        await self.screen.idle()
        unasked = pages.counted(self.running, sides(self.view))[1]
        if not unasked:
            await self.screen.record(close_parties, self.vote)
        else:
            self.screen.run_worker(_close_early(self, unasked), group="ask")

    def may(self, deed: str) -> bool:
        """Judgement is reserved only where the rules ask for it; who speaks is picked among several."""
        if deed in TURNS:
            side = self._speaking()[0]
            return side is not None and len(side.here) > 1
        return deed != "abstain" or self.running.rules.ask_abstain

    def words(self, deed: str) -> str:
        """The three stands alike."""
        return pages.short_words(STANDS[deed]) if deed in STANDS else ""

    def next_step(self) -> NextStep | None:
        """To close, once every party that is represented has taken its stand."""
        if not pages.counted(self.running, sides(self.view))[1]:
            return NextStep(_("close"), "desk('parties', 'close')")
        return None

    def message(self) -> str:
        """The last stand recorded; before the first, that there is none."""
        return "" if self.running.stands else super().message()


def _order(view: VotesView) -> tuple[str, ...]:
    """The parties that can be asked."""
    return tuple(side.party for side in sides(view) if side.represented)


async def _close_early(desk: PartiesDesk, count: int) -> None:
    """Close although so many parties are silent, once that is sure."""
    asked = ngettext(
        "{count} party has taken no stand. Close all the same?",
        "{count} parties have taken no stand. Close all the same?",
        count,
    ).format(count=count)
    note = _("A party that is silent has not agreed.")
    if await desk.screen.app.push_screen_wait(Confirm(asked, note)):
        await desk.screen.record(close_parties, desk.vote)
