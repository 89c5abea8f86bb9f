"""The rules: read, copied and changed, tried out on figures, put in force and adopted."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from council_tui.domain.hall import Hall
from council_tui.domain.rulebook import RulesView
from council_tui.domain.rules import FloorRules, Rules, floor_text, rules_text
from council_tui.domain.rulesets import NotForMeetings
from council_tui.store.act import Reader
from council_tui.tui import keys
from council_tui.tui.dialogs import Confirm
from council_tui.tui.ink import Line
from council_tui.tui.later import Later
from council_tui.tui.pages.rules import FIELD, FIELD_WIDTH, Book, Reading, books, full, rules_page
from council_tui.tui.recorded import recorded
from council_tui.tui.screens.framed import NextStep
from council_tui.tui.screens.listed import ListedScreen
from council_tui.tui.sheet import Sheet
from council_tui.usecases.council import choose_rules
from council_tui.usecases.rules import view_rules, write_rules
from council_tui.wording.catalog import N_, _
from council_tui.wording.rules import rules_name

if TYPE_CHECKING:
    from council_tui.tui import adopting, whatif
    from council_tui.tui.pages import rules_forms
else:
    adopting, whatif = Later("tui.adopting"), Later("tui.whatif")
    rules_forms = Later("tui.pages.rules_forms")


class RulesScreen(ListedScreen[RulesView]):
    """The council's rules, and all it may choose from."""

    BINDINGS: ClassVar = [
        Binding("enter,f2", "open", N_("read"), id="rules.open"),
        Binding(
            "e",
            "rewrite",
            N_("copy, change"),
            id="rules.rewrite",
            tooltip=N_("Copy these rules and change the copy: the council's own rules"),
        ),
        Binding(
            "t",
            "try_out",
            N_("what if"),
            id="rules.try",
            tooltip=N_("Type figures and see what these rules would decide"),
        ),
        Binding(keys.SLASH, "find", N_("find"), id="rules.find", priority=True),
        Binding("escape", "clear", N_("show all"), id="rules.clear"),
        Binding(
            "a",
            "adopt",
            N_("adopt the rules"),
            id="rules.adopt",
            show=False,
            tooltip=N_("The council makes the rules in force its own, by a vote"),
        ),
        Binding("p", "put_in_force", N_("put in force as they are"), id="rules.choose", show=False),
    ]

    def reading(self) -> Callable[[Reader], RulesView]:
        """The rules, beside the meeting in hand."""
        return partial(view_rules, chosen=self.app.clerk.chosen)

    def hall(self, view: RulesView) -> Hall:
        """The frame."""
        return view.hall

    def entries(self, view: RulesView) -> Sequence[Book]:
        """Whatever the filter lets through."""
        return books(view, self.typed)

    def page(self, view: RulesView, width: int, height: int) -> Sequence[Line]:
        """The list, and one set of rules beside it where there is room."""
        self.place_filter(FIELD, 0, FIELD_WIDTH)
        return rules_page(view, Reading(self.cursor, self.typed, self.finding), width, height)

    def next_step(self, view: RulesView) -> NextStep | None:
        """Provisional rules are to be adopted; a meeting that runs goes on."""
        if view.hall.masked:
            return NextStep(_("back to the meeting"), "app.go('agenda')")
        if view.current is not None and view.current.provisional:
            return NextStep(_("adopt the rules"), "screen.adopt")
        return NextStep(_("Home"), "app.go('home')")

    def warnings(self, view: RulesView) -> Sequence[str]:
        """What holds for whoever changes rules now."""
        found = []
        if view.hall.masked:
            found.append(_("The open meeting keeps its rules; a change holds from the next."))
        if view.current is not None and view.current.provisional:
            found.append(_("provisional rules (not yet adopted by the council)"))
        return found

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Floor rules have no gates to change or to try out."""
        if action in {"rewrite", "try_out"}:
            return isinstance(self._book, Book) and isinstance(self._book.rules, Rules)
        if action in {"open", "put_in_force"}:
            return self._book is not None
        return super().check_action(action, parameters)

    @property
    def _book(self) -> Book | None:
        """The rules under the cursor."""
        found = self.chosen
        return found if isinstance(found, Book) else None

    async def open_row(self) -> None:
        """Everything that can be read of it."""
        if (book := self._book) is not None:
            await self.app.push_screen_wait(Sheet(rules_name(book.rules), partial(full, book)))

    @work(group="ask")
    async def action_rewrite(self) -> None:
        """The rules under the cursor are copied into a form; what is typed becomes the council's own."""
        council = self.view.hall.council if self.view is not None else None
        if council is None or self._book is None or not isinstance(rules := self._book.rules, Rules):
            return
        like = rules_text(rules)
        deed = recorded(
            self, write_rules, lambda typed: [like, rules_forms.entry_of(typed, rules, council.lang)]
        )
        title = _("Own rules, copied from: {name}").format(name=rules_name(rules))
        fields = rules_forms.rules_fields(rules, council.lang)
        form = rules_forms.RulesForm(title, fields, deed, draft=f"rules.{rules.id}")
        if await self.app.push_screen_wait(form):
            self._begin()

    @work(group="ask")
    async def action_try_out(self) -> None:
        """Figures are typed, and these rules say what they would decide."""
        if self._book is None or not isinstance(rules := self._book.rules, Rules):
            return
        if rules.by_heads:
            await self.app.push_screen_wait(whatif.WhatIf(rules))
        else:
            told = _("Counts floor area; try: council-tui rules decide --rule {id}")
            self.say(told.format(id=rules.id))

    @work(group="ask")
    async def action_put_in_force(self) -> None:
        """Rules hold as they are, from the next opening on."""
        current = self.view.current if self.view is not None else None
        if current is None or (book := self._book) is None:
            return
        rules, floor = current.rules, current.floor
        if isinstance(book.rules, FloorRules):
            floor = book.rules
        elif book.rules.by_heads:
            rules = book.rules
        else:
            self.refuse(NotForMeetings(book.rules.id))
            return
        question = _("Put in force here: {name}?").format(name=rules_name(book.rules))
        note = _("From the next opening on, and provisional until the council adopts it by a vote.")
        if await self.app.push_screen_wait(Confirm(question, note)):
            await self.record(choose_rules, rules_text(rules), floor_text(floor), True)
            self._begin()

    @work(group="ask")
    async def action_adopt(self) -> None:
        """The rules in force become the council's own."""
        if self.view is not None and (told := await adopting.adopt(self, self.view)):
            self.say(told)

    def _begin(self) -> None:
        """The cursor goes to what is in force now."""
        self.action_clear()
        self.action_move(-self.cursor)
