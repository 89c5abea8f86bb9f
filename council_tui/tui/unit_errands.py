"""What is done out of the list of units: a file taken over, a unit entered or changed; then the list."""

from pathlib import Path
from typing import Any

from council_tui.domain.areas import area_text
from council_tui.domain.unitlists import AreaSource, BadUnits, UnitRow
from council_tui.domain.units import UnitView
from council_tui.intake.units import MOST_LETTERS, read_units
from council_tui.tui import rosters
from council_tui.tui.fields import NO, YES, Field, Kind, Values
from council_tui.tui.forms import Form
from council_tui.tui.recorded import recorded
from council_tui.tui.review import Review
from council_tui.tui.screens.base import BaseScreen
from council_tui.tui.unit_list import Errand, UnitList, Wanted
from council_tui.usecases.units import UnitEntry, add_unit, change_unit, import_units, view_preview
from council_tui.wording.catalog import _, pgettext
from council_tui.wording.units import SOURCES, preview_lines, problem_words


async def browse(screen: BaseScreen[Any]) -> None:
    """The list, as long as it is looked at. Runs in a worker."""
    folder: Path | None = None
    wanted: Wanted | None = Wanted(Errand.LOOK)
    while wanted is not None:
        shown = UnitList(lambda: screen.masked, wanted, screen.told, readonly=screen.app.clerk.read_only)
        screen.told = ""
        wanted = await screen.app.push_screen_wait(shown)
        if wanted is None:
            return
        if wanted.errand is Errand.FILE:
            folder = await _take_over(screen, folder)
        elif wanted.errand is Errand.NEW:
            await _enter(screen)
        elif wanted.unit is not None:
            await _change(screen, wanted.unit)


async def _take_over(screen: BaseScreen[Any], folder: Path | None) -> Path | None:
    """A list of units from a file, shown before it is taken."""

    async def took(path: Path, found: tuple[UnitRow, ...] | BadUnits) -> None:
        if isinstance(found, BadUnits):
            await rosters.refused(screen, path, map(problem_words, found.problems))
            return
        preview = await screen.app.clerk.look(view_preview, found)
        lines = list(preview_lines(preview, screen.masked))
        doable = bool(preview.added or preview.changed)
        if await screen.app.push_screen_wait(Review(path.name, lines, doable=doable)):
            await screen.record(import_units, found)

    return await rosters.taken(screen, folder, _("List of units (CSV), or a folder"), _read, took)


def _read(data: bytes) -> tuple[UnitRow, ...] | BadUnits:
    try:
        return read_units(data, votes=False)
    except BadUnits as refusal:
        return refusal


async def _enter(screen: BaseScreen[Any]) -> None:
    deed = recorded(screen, add_unit, lambda values: [values["number"], _entry(values)])
    label = pgettext("unit", "Number")
    number = Field("number", label, longest=MOST_LETTERS, required=True)
    form = Form(_("New unit"), [number, *_fields(None), _owner("")], deed, draft="people.unit")
    await screen.app.push_screen_wait(form)
    screen.told = ""


async def _change(screen: BaseScreen[Any], unit: UnitView) -> None:
    """Whose it is, is not asked while the room may look; it stays then."""
    deed = recorded(screen, change_unit, lambda values: [unit.number, _entry(values)])
    fields = [*_fields(unit), *([] if screen.masked else [_owner(unit.name)])]
    await screen.app.push_screen_wait(Form(_("Unit {number}").format(number=unit.number), fields, deed))
    screen.told = ""


def _fields(unit: UnitView | None) -> list[Field]:
    sources = tuple((str(each), _(words)) for each, words in SOURCES.items())
    counts = ((YES, pgettext("unit", "counts")), (NO, pgettext("unit", "does not count")))
    area = area_text(unit.area) if unit is not None else ""
    source = unit.source if unit is not None else AreaSource.REGISTER
    counted = YES if unit is None or unit.counts else NO
    return [
        Field("area", _("Area, sq m"), initial=area, longest=16, required=True),
        Field("source", _("Area from"), Kind.CHOICE, str(source), choices=sources),
        Field("counts", _("In a vote"), Kind.CHOICE, counted, choices=counts),
    ]


def _owner(name: str) -> Field:
    return Field("owner", pgettext("unit", "Owner"), initial=name, longest=MOST_LETTERS, required=True)


def _entry(values: Values) -> UnitEntry:
    return UnitEntry(
        values["area"],
        values.get("owner"),
        AreaSource(values["source"]),
        values["counts"] == YES,
    )
