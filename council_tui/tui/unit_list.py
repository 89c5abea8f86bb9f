"""The units with their owners, over the People screen: a window of the list, filtered by number or owner."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from council_tui.domain.areas import area_text
from council_tui.domain.lazily import dataclass
from council_tui.domain.units import Totals, UnitPlace, UnitView
from council_tui.export.wrap import wrap
from council_tui.tui.dialogs import Dialog, titled
from council_tui.tui.ime import ImeInput
from council_tui.tui.ink import BLANK, Line, Span, fit, line, right, text
from council_tui.usecases.units import view_totals, view_units
from council_tui.wording.catalog import N_, _
from council_tui.wording.roster import MASK
from council_tui.wording.units import totals_words

SHOWN = 9
WINDOW = 60
"""So many units are held on each side of the cursor."""
EDGE = 12
"""So near to the end of what is held the next window is read."""
LONGEST = 40
"""Characters of the filter."""
OWNER, AREA_END = 15, 58
"""Where owners begin and areas end."""


class Errand(StrEnum):
    """What is done out of the list."""

    LOOK = "look"
    CHANGE = "change"
    NEW = "new"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An errand, and where the list was left: there it is taken up again."""

    errand: Errand
    unit: UnitView | None = None
    """At which the cursor was."""
    typed: str = ""


class UnitList(Dialog[Wanted]):
    """Thirteen thousand units are looked at a window at a time."""

    BINDINGS: ClassVar = [
        Binding("up", "move(-1)", N_("up"), id="units.up", show=False, priority=True),
        Binding("down", "move(1)", N_("down"), id="units.down", show=False, priority=True),
        Binding("pageup", f"move(-{SHOWN})", N_("back a page"), id="units.back", show=False, priority=True),
        Binding("pagedown", f"move({SHOWN})", N_("a page on"), id="units.on", show=False, priority=True),
        Binding("enter", "leave('change')", N_("edit"), id="units.edit", priority=True),
        Binding("ctrl+n", "leave('new')", N_("new unit"), id="units.new", priority=True),
        Binding("ctrl+o", "leave('file')", N_("list from a file"), id="units.file", priority=True),
        Binding("escape", "cancel", N_("back"), id="units.leave"),
    ]

    def __init__(self, masked: Callable[[], bool], left: Wanted, told: str = "", *, readonly: bool = False):
        """`masked`: whether owners are hidden from the room now. `left`: where it was left before."""
        super().__init__()
        self._hides, self._left, self._readonly = masked, left, readonly
        self._masked = masked()
        self.told = told
        self._rows, self._cursor = list[UnitView](), 0
        self._totals: Totals | None = None

    def compose_fields(self) -> ComposeResult:
        """The filter."""
        yield ImeInput(self._left.typed, max_length=LONGEST, digits=True)

    def on_mount(self) -> None:
        """Lay it out, and read the beginning of the list."""
        super().on_mount()
        self.set_interval(1, self._tick)
        self.run_worker(self._begin(), group="look")

    def _tick(self) -> None:
        """What was shown for a moment is masked again."""
        if self._hides() != self._masked:
            self._masked = not self._masked
            self.paint()

    async def _begin(self) -> None:
        self._totals = await self.app.clerk.look(view_totals)
        await self._look(_place(self._left.unit) if self._left.unit is not None else (0, ""))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is entered where it is only looked, and nothing edited where there is nothing."""
        if action == "leave":
            return not self._readonly and (parameters != (str(Errand.CHANGE),) or bool(self._rows))
        return True

    def action_leave(self, errand: str) -> None:
        """Something is to be done; the list comes back behind it."""
        unit = self._rows[self._cursor] if self._rows else None
        self.dismiss(Wanted(Errand(errand), unit, self._typed))

    @property
    def _typed(self) -> str:
        return self.query_one(ImeInput).value.strip()

    async def _look(self, place: UnitPlace) -> None:
        """The window around a place; the cursor is at the first unit from there on."""
        look = partial(view_units, typed=self._typed, place=place, most=WINDOW)
        self._rows = await self.app.clerk.look(look)
        behind = (n for n, each in enumerate(self._rows) if _place(each) >= place)
        self._cursor = next(behind, max(len(self._rows) - 1, 0))
        self.paint()

    def page(self, width: int) -> Sequence[Line]:
        """The field, a few units around the cursor, and how many there are."""
        top = titled(_("Units and owners"), width)
        field = self.query_one(ImeInput)
        field.styles.offset, field.styles.width = (4, len(top)), width - 8
        first = max(0, min(self._cursor - SHOWN // 2, len(self._rows) - SHOWN))
        rows = [
            _row(each, number == self._cursor, self._masked)
            for number, each in list(enumerate(self._rows))[first : first + SHOWN]
        ]
        rows = rows or self._nothing(width)
        rows += [BLANK] * (SHOWN - len(rows))
        frame = line(Span(3, "["), Span(width - 4, "]"))
        return [*top, frame, BLANK, *rows, BLANK, text(self._foot(), "dim", 3), BLANK]

    def _nothing(self, width: int) -> list[Line]:
        if self._typed:
            told = _("No unit and no owner begins with {typed}.").format(typed=self._typed)
            return [text(told, "", 3)]
        if self._totals is None:
            return []
        from_file = _("Take a list over from a file (ctrl+o), or on the command line:")
        return [
            text(_("No unit is entered yet."), "bold", 3),
            *(text(words, "", 3) for words in wrap(from_file, width - 6)),
            text("council-tui units import units.csv", "", 3),
            text(_("Columns: unit, area, owner; if wanted counts, source"), "dim", 3),
        ]

    def _foot(self) -> str:
        """How many there are; or that the room does not see the owners."""
        if self._masked:
            return _("masked during the meeting (***)")
        return totals_words(self._totals) if self._totals is not None and self._totals.units else ""

    async def on_input_changed(self, event: Input.Changed) -> None:
        """Others fit."""
        event.stop()
        if event.value.strip() != self._left.typed:
            self._left, self.told = Wanted(Errand.LOOK, None, event.value.strip()), ""
            await self._look((0, ""))

    async def action_move(self, by: int) -> None:
        """The cursor goes up or down; near the end of what is held more is read."""
        if not self._rows:
            return
        self._cursor = max(0, min(self._cursor + by, len(self._rows) - 1))
        if self._cursor < EDGE or self._cursor >= len(self._rows) - EDGE:
            await self._look(_place(self._rows[self._cursor]))
        else:
            self.paint()


def _place(unit: UnitView) -> UnitPlace:
    return len(unit.number), unit.number


def _row(unit: UnitView, here: bool, masked: bool) -> Line:
    owner = MASK if masked else unit.name
    if unit.units > 1 and not masked:
        owner = _("{owner} ({count} units)").format(owner=owner, count=unit.units)
    if not unit.counts:
        owner = _("{owner}, not counted").format(owner=owner)
    area = _("{area} sq m").format(area=area_text(unit.area))
    spans = (
        Span(1, ">" if here else " "),
        Span(3, fit(unit.number, OWNER - 4)),
        Span(OWNER, fit(owner, AREA_END - OWNER - 16)),
        right(area, AREA_END, "" if here else "dim"),
    )
    return Line(spans, "cursor" if here else "")
