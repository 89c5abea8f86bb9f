"""The Agenda screen: before the opening the sign-in, then the chair's desk, and beside it the minutes."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding

from council_tui.domain import clocks, quality
from council_tui.domain.agenda import MeetingState
from council_tui.domain.hall import Hall
from council_tui.domain.meeting import may_poll
from council_tui.domain.quality import Caution
from council_tui.domain.steps import Next
from council_tui.tui.desk.items import Agenda
from council_tui.tui.desk.signing import Signing
from council_tui.tui.ime import ImeInput
from council_tui.tui.ink import Line
from council_tui.tui.pages import desk, paper, signin, unmet
from council_tui.tui.screens.framed import NextStep
from council_tui.tui.widgets import frame, pane
from council_tui.wording import names, steps
from council_tui.wording.catalog import N_, _
from council_tui.wording.quality import warning_words

ACTIONS = {
    Next.SIGN_IN: "screen.begin",
    Next.OPEN: "screen.begin",
    Next.RESUME: "screen.recess",
    Next.COUNT: "app.go('votes')",
    Next.BREAK_TIE: "app.go('votes')",
    Next.ANNOUNCE: "screen.announce",
    Next.PAPERS: "app.go('votes')",
    Next.DECLARE: "app.go('votes')",
    Next.RUN_OFF: "app.go('votes')",
    Next.POLL_AGAIN: "app.go('votes')",
    Next.TAKE_UP: "screen.next_item",
    Next.MOVE: "screen.move",
    Next.SECOND: "screen.second",
    Next.VOTE: "screen.put",
    Next.POSTPONE: "screen.postpone",
    Next.ADOPT_RULES: "screen.adopt_rules",
    Next.ASSIGN: "screen.assign",
    Next.ADJOURN: "screen.adjourn",
    Next.SIGN_OFF: "app.go('minutes')",
}

TICKING = {
    "leave_field": N_("field"),
    "tab": N_("field"),
    "sign_in": N_("choices"),
}
"""What the keys of the field do along the roll."""

SIGNING = {"sign_in", "tab", "leave_field", "tick", "take", "all_here"}
"""What is done at the sign-in only."""
ROLL = {"tick", "all_here"}
"""What is done along the roll only."""
LOOKING = {"walk", "full_text", "sheet"}
"""What changes nothing."""
FLOOR = {"move", "amend", "second", "withdraw", "way", "rule", "put"}
"""What needs an item before the meeting."""
WRITTEN = {"outcome", "assign", "remark", "adopt", "adopt_rules", "recess", "adjourn", "take_up", "poll"}
"""What needs a meeting that has begun."""
AFTERWARDS = {"assign", "remark"}
"""What is also done when it is over."""
DOORS = {"door", "time", "represent"}
"""What is done at the sign-in and afterwards."""
PREPARED = {"new_item", "edit_item", "remove_item", "shift", "carry_over", "offices", *DOORS}
"""What needs a meeting that is not over."""


class AgendaScreen(Signing, Agenda):
    """The meeting."""

    BINDINGS: ClassVar = [
        Binding("enter", "sign_in", N_("sign in"), id="agenda.sign_in", priority=True),
        Binding("space", "tick", N_("tick"), id="agenda.tick", priority=True),
        Binding("tab", "tab", N_("roll"), id="agenda.tab", priority=True),
        Binding("escape", "leave_field", N_("agenda"), id="agenda.leave", priority=True),
        Binding("m", "move", N_("motion"), id="agenda.move"),
        Binding("r", "amend", N_("amend"), id="agenda.amend"),
        Binding("o", "outcome", N_("outcome"), id="agenda.outcome"),
        Binding("n", "new_item", N_("new item"), id="agenda.new"),
        Binding("s", "door", N_("sign in/out"), id="agenda.door"),
        Binding("e", "edit_item", N_("edit item"), id="agenda.edit"),
        Binding("f", "carry_over", N_("left unfinished"), id="agenda.carry"),
        Binding("f5", "represent", N_("proxy"), id="agenda.represent"),
        Binding("t", "assign", N_("action"), id="agenda.assign", show=False),
        Binding("k", "remark", N_("remark"), id="agenda.remark", show=False),
        Binding("h", "way", N_("way of voting"), id="agenda.way", show=False),
        Binding("j", "rule", N_("by another rule"), id="agenda.rule", show=False),
        Binding("p", "put", N_("put to the vote"), id="agenda.put", show=False),
        Binding("v", "poll", N_("election or poll"), id="agenda.poll", show=False),
        Binding("d", "second", N_("seconded"), id="agenda.second", show=False),
        Binding("b", "withdraw", N_("withdraw"), id="agenda.withdraw", show=False),
        Binding("f2", "full_text", N_("whole text"), id="agenda.full", show=False),
        Binding("enter", "take_up", N_("take it up"), id="agenda.take_up", show=False),
        Binding("up", "walk(0, -1)", N_("up"), id="agenda.up", show=False, priority=True),
        Binding("down", "walk(0, 1)", N_("down"), id="agenda.down", show=False, priority=True),
        Binding("left", "walk(-1, 0)", N_("left"), id="agenda.left", show=False),
        Binding("right", "walk(1, 0)", N_("right"), id="agenda.right", show=False),
        Binding("K,shift+up", "shift(-1)", N_("item further up"), id="agenda.raise", show=False),
        Binding("J,shift+down", "shift(1)", N_("item further down"), id="agenda.lower", show=False),
        Binding("delete", "remove_item", N_("off the agenda"), id="agenda.remove", show=False),
        Binding("l", "recess", N_("recess, or resume"), id="agenda.recess", show=False),
        Binding("y", "offices", N_("offices change hands"), id="agenda.offices", show=False),
        Binding("i,f3", "time", N_("typed time"), id="agenda.time", show=False),
        Binding("a", "all_here", N_("all others are here"), id="agenda.all"),
        Binding("a", "adopt", N_("adopt earlier minutes"), id="agenda.adopt", show=False),
        Binding("Y", "adopt_rules", N_("rules were adopted"), id="agenda.rules", show=False),
        Binding("z", "adjourn", N_("adjourn"), id="agenda.adjourn", show=False),
        Binding("x", "sheet", N_("blank tally sheet"), id="agenda.sheet", show=False),
    ]

    def compose_fields(self) -> ComposeResult:
        """The field of the sign-in."""
        field = ImeInput("", max_length=60, digits=True, id="who")
        field.display = False
        yield field

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each face has its own keys; a window that only looks has none that record."""
        if action in LOOKING | SIGNING | FLOOR | WRITTEN | PREPARED:
            return self._allowed(action, clicked=bool(parameters))
        return super().check_action(action, parameters)

    def _allowed(self, action: str, *, clicked: bool) -> bool:
        held = self.view.meeting if self.view is not None else None
        if held is None or (self.app.clerk.read_only and action not in LOOKING):
            return False
        if action in LOOKING:
            return True
        if self.signing or action in SIGNING:
            here = action in SIGNING and (action not in ROLL or clicked or self.ticking is not None)
            return self.signing and (here or action in DOORS)
        if action in PREPARED:
            return held.state is not MeetingState.ADJOURNED
        return self._moves(action)

    def _moves(self, action: str) -> bool:
        """Whether something that needs a meeting that has begun can be done."""
        if action in FLOOR:
            question = self.question
            return (
                self.sitting and self.meeting.current is not None and (question is None) is (action == "move")
            )
        if action == "poll":
            return may_poll(self.meeting)
        return self.meeting.running or (bool(self.meeting.moves) and action in AFTERWARDS)

    def page(self, view: Hall, width: int, height: int) -> Sequence[Line]:
        """The sign-in, or the desk with the paper beside it."""
        if view.meeting is None:
            return unmet.rows()
        if self.signing:
            return signin.page(view.meeting, self.signed, (width, height))
        chosen = self.chosen
        shown = desk.Desk(
            self.deed,
            self.way,
            self.now,
            chosen.position if chosen is not None else 0,
            self.cursor is not None,
            self.stamp,
            self.rule,
        )
        rows = desk.page(view.meeting, shown, (pane.main(width), height))
        beside = paper.rows(view.meeting, pane.pane(width), height)
        return pane.beside(rows, beside, width)

    def paint(self) -> None:
        """The field in its place, then everything."""
        if self._foot.is_mounted and self.size:
            self.lay_field()
        super().paint()

    def tick(self) -> None:
        """Once a second the clocks move."""
        super().tick()
        if self.is_current and self.view is not None and self.view.meeting is not None and self.sitting:
            self.paint()

    def next_step(self, view: Hall) -> NextStep | None:
        """What the chair does next."""
        if view.meeting is None:
            return unmet.way()
        if self.app.clerk.read_only:
            return None
        if view.meeting.state is None and not self.signing:
            if not view.meeting.items:
                return NextStep(_("new item"), "screen.new_item")
            return NextStep(_("sign-in"), "screen.door")
        return NextStep(steps.short_step(self.deed), ACTIONS[self.deed.next])

    def warnings(self, view: Hall) -> Sequence[str]:
        """What the chair should know."""
        held = view.meeting
        if held is None or (held.state is None and not self.signing):
            return ()
        found = list(quality.warnings(held))
        if held.current is not None and self.sitting and clocks.over(held, held.current, self.now):
            found.append(quality.Warning(Caution.OVER_TIME))
        put = self.question if self.sitting and held.open_vote is None else None
        if put is not None and quality.other_way(self.way_of(put), self.rules_of(put)):
            found.insert(0, quality.Warning(Caution.OTHER_WAY))
        if put is not None and put.ladder is not None:
            found[:0] = quality.before_time(put.ladder, self.now[:10])
        return [warning_words(each) for each in found]

    def hints(self) -> list[frame.Hint]:
        """No more than fit; the next step too while the field of the sign-in is empty."""
        step = self.next_step(self.view) if self.view is not None else None
        found = [each for each in super().hints() if step is None or each.next or each.action != step.action]
        held = self.view.meeting if self.view is not None else None
        if held is None or not (self.signing and held.rules.takes_proxies):
            found = [each for each in found if each.action != "screen.represent"]
        if self.ticking is not None:  # Tab leads to the field too, and Enter asks as s does
            found = [each for each in found if each.action not in {"screen.leave_field", "screen.door"}]
        if self.focused is not None and step is not None and not self.typed:
            found = [frame.Hint("0", step.words, "screen.next_step", next=True), *found]
        return [*found[: frame.HINTS - 1], *found[-1:]] if len(found) > frame.HINTS else found

    def hint_words(self, binding: Binding) -> str:
        """Whom Enter would sign in; what Esc does now."""
        if binding.action == "sign_in" and self.view is not None and len(self.found) == 1:
            return _("sign in {name}").format(name=names.person_name(self.found[0].person))
        if binding.action == "leave_field" and self.typed:
            return _("clear")
        if self.ticking is not None and binding.action in TICKING:
            return _(TICKING[binding.action])
        return super().hint_words(binding)

    def action_walk(self, across: int, down: int) -> None:
        """The arrows: along the roll at the sign-in, else along the agenda."""
        if self.signing:
            self.walk(across, down)
        elif self.meeting.items and down:
            chosen = self.chosen
            at = chosen.position if chosen is not None else 0
            self.cursor = max(0, min(at + down, len(self.meeting.items) - 1))
            self.paint()

    def action_point(self, position: int) -> None:
        """A click on an item."""
        self.cursor = position
        self.paint()
