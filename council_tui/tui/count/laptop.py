"""A secret ballot on the laptop: handed to one voter after the other; nothing but the turnout is shown."""

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding

from council_tui.domain.desk import VotesView
from council_tui.domain.ids import PersonId
from council_tui.domain.laptop import FEW
from council_tui.domain.people import PersonView
from council_tui.domain.votes import Choice, Way
from council_tui.export.wrap import wrap
from council_tui.tui.count.base import VoteDesk
from council_tui.tui.count.figures import FIGURE_KEYS, blank
from council_tui.tui.count.kiosk import Kiosk
from council_tui.tui.dialogs import Choose, Option
from council_tui.tui.ink import BLANK, Line, Span
from council_tui.tui.laptop import put
from council_tui.tui.pages import counting
from council_tui.tui.screens.framed import NextStep
from council_tui.tui.urn import Urn
from council_tui.usecases.laptop import close_laptop_vote, void_laptop_vote
from council_tui.wording import names
from council_tui.wording.catalog import N_, _, ngettext
from council_tui.wording.proxies import holder_words

if TYPE_CHECKING:
    from council_tui.tui.screens.atdesk import DeskScreen


class LaptopDesk(VoteDesk):
    """Who takes the laptop is ticked by seat; what they press goes into the urn, and only there."""

    way = Way.LAPTOP
    families = frozenset({"figures", "laptop"})
    KEYS: ClassVar = (
        Binding("enter", "desk('laptop', 'hand')", N_("hand over the laptop"), id="laptop.hand"),
        Binding("enter", "desk('laptop', 'renew')", N_("hold it again"), id="laptop.renew"),
        Binding("0,fullwidth_digit_zero", "desk('laptop', 'close')", N_("close"), id="laptop.close"),
        *FIGURE_KEYS,
    )

    def __init__(self, screen: "DeskScreen", view: VotesView):
        super().__init__(screen, view)
        self._seat = blank(["seat"])

    @property
    def urn(self) -> Urn | None:
        """What was pressed since this ballot opened; None where the program ended since: it is void."""
        found = self.screen.app.clerk.urn
        if found is not None and found.vote is None:
            found.vote = self.vote
        return found if found is not None and found.vote == self.vote else None

    @property
    def voters(self) -> dict[int, PersonView]:
        """Who may vote, by seat."""
        people = self.held[0].people
        found = [people[each].person for each in self.running.opened.electorate if each in people]
        return {each.seat or 0: each for each in found}

    def page(self, width: int, height: int) -> list[Line]:
        """The question, whose turn it is by seat, and how many have voted."""
        meeting, item = self.held
        may = _("{count} may vote").format(count=len(self.running.opened.electorate))
        rows = [
            counting.head(meeting, item, self.running, may, width),
            *counting.question(meeting, self.running, width, 3),
            BLANK,
        ]
        if self.screen.app.clerk.read_only:
            return [*rows, *counting.told(_("The ballot is taken in the other window."), width)]
        urn = self.urn
        return [*rows, *(_void(width) if urn is None else self._turn(urn, width))]

    def _turn(self, urn: Urn, width: int) -> list[Line]:
        typed = self._seat.texts[0]
        label = _("Seat of whoever takes the laptop")
        column = 3 + cell_len(label) + 2
        found = self.voters.get(int(typed or 0))
        name = names.person_name(found) if found is not None else ""
        by = holder_words(self.held[0], self.view.through, found.id) if found is not None else ""
        rest = [seat for seat, each in sorted(self.voters.items()) if not urn.has(each.id)]
        left = _("Still to vote, by seat: {seats}").format(seats=names.listed(map(str, rest)))
        said = ngettext("{turnout} of {count} has voted.", "{turnout} of {count} have voted.", urn.turnout)
        return [
            Line((Span(3, label), *self._seat.field("seat", column), Span(column + 9, name, "bold"))),
            Line((Span(column + 9, by),)),
            *counting.told(said.format(turnout=urn.turnout, count=len(self.voters)), width),
            *(_dim(left, width) if rest else []),
            BLANK,
            *_dim(_("Nothing but the turnout is shown before the close. No recount is possible."), width),
        ]

    def message(self) -> str:
        """That it is only in memory, and what that means."""
        if self.urn is None:
            return _("This ballot is void.")
        return _("Kept in memory only: if the program ends now, the ballot is void.")

    def may(self, deed: str) -> bool:
        """Which keys work: a seat's digits do not begin with 0, and 0 closes once somebody has voted."""
        urn = self.urn
        if urn is None:
            return deed == "renew"
        if deed == "close":
            return not self._seat.begun and urn.turnout > 0
        return deed not in {"renew", "next", "before"} and (deed != "0" or self._seat.begun)

    @property
    def complete(self) -> bool:
        """A seat is typed: Enter hands the laptop over."""
        return self.urn is None or self._seat.begun

    def next_step(self) -> NextStep | None:
        """Everybody has voted: close."""
        if self.urn is not None and self.urn.turnout == len(self.running.opened.electorate):
            return NextStep(_("close"), "desk('laptop', 'close')")
        return None

    async def do(self, deed: str) -> None:
        """Type a seat, hand the laptop over, close, or hold a void ballot again."""
        urn, deeds = self.urn, {"close": self._close, "renew": self._renew}
        if deed in deeds:
            self.screen.run_worker(deeds[deed](), group="ask")
        elif deed == "hand" and urn is not None:
            self._hand(urn)
        else:
            self._seat = self._seat.did(deed)
            self._say("")

    def _hand(self, urn: Urn) -> None:
        """The laptop goes to whose seat is typed; the field is empty before a second Enter comes."""
        voter = self.voters.get(int(self._seat.texts[0] or 0))
        if voter is None:
            self._say(_("Type the seat number of somebody who may vote."))
        elif urn.has(voter.id):
            self._say(_("Seat {seat} has voted already.").format(seat=voter.seat))
        else:
            self._seat = blank(["seat"])
            self.screen.run_worker(self._voted(urn, voter.id), group="ask")

    async def _voted(self, urn: Urn, person: PersonId) -> None:
        meeting, opened = self.held[0], self.running.opened

        def question() -> str:
            return names.said(meeting, opened.question, opened.question_2)

        def drop(choice: Choice) -> None:
            urn.drop(person, choice)

        await self.screen.app.push_screen_wait(Kiosk(question, self.running.rules.ask_abstain, drop))
        self._say("" if urn.has(person) else _("The laptop came back without a vote: nothing was counted."))

    async def _close(self) -> None:
        """Totals only, or who voted beside them: then it is written, in one piece."""
        urn = self.urn
        if urn is None:
            return
        title = _(
            "Close the ballot? {turnout} of {count} have voted. It can be neither undone nor counted again."
        )
        options = [
            Option(False, _("close: keep the totals and how many voted")),
            Option(True, _("close: keep also who voted, never how")),
        ]
        words = title.format(turnout=urn.turnout, count=len(self.voters))
        few = _("Fewer than {few} have voted: the totals tell how each of them did.").format(few=FEW)
        note = few if urn.turnout < FEW else ""
        named = await self.screen.app.push_screen_wait(Choose(words, options, note=note))
        if named is None:
            return
        ticked = urn.voted(self.running.opened.electorate) if named else ()
        if await self.screen.record(close_laptop_vote, self.vote, urn.figures(), ticked) is not None:
            self.screen.app.clerk.urn = None

    async def _renew(self) -> None:
        """The void ballot ends, and a new one begins for the same question."""
        meeting, opened = self.held[0], self.running.opened
        if await self.screen.record(void_laptop_vote, self.vote) is not None:
            await put(self.screen, meeting, opened.proposal, opened.rules)

    def _say(self, words: str) -> None:
        self.screen.told = words
        self.screen.paint()


def _dim(words: str, width: int) -> list[Line]:
    return [Line((Span(3, each, "dim"),)) for each in wrap(words, width - 5)]


def _void(width: int) -> list[Line]:
    """Why there is nothing to count, and the way on."""
    said = _("This ballot is void: the program ended while it ran, and what was pressed is gone with it.")
    way = _("Enter ends it and opens a new round for the same question. Everybody votes again.")
    return [*counting.told(said, width), BLANK, *_dim(way, width)]
