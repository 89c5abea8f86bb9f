"""`council-tui units`: dwelling units with their owners, and a list of them, shown before it is taken."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from council_tui.cli import answers, people, spoken
from council_tui.cli.opening import Chosen, record
from council_tui.cli.patience import patience
from council_tui.wording.catalog import N_, _, ngettext

if TYPE_CHECKING:
    from council_tui.domain.unitlists import UnitRow
    from council_tui.domain.units import UnitView
    from council_tui.store.store import Store

SLICE = 500
"""So many units are read at a time."""


@spoken.group("units", N_("Dwelling units and their owners: list them, or take over a list."))
def units() -> None:
    """The units, from the command line."""


@units.command("list", help=N_("List every unit with its floor area and owner."))
@spoken.option("--json", "as_json", is_flag=True, help=N_("Answer in JSON."))
@click.pass_obj
def list_units(chosen: Chosen, as_json: bool) -> None:
    """Read in slices, so that no vote waits for it."""
    from council_tui.domain.areas import area_text
    from council_tui.wording.units import totals_words, unit_line

    with record(chosen) as store:
        from council_tui.usecases.units import view_totals

        found = _every(store)
        totals = store.reading(view_totals)
    if as_json:
        answers.json(
            [
                {
                    "unit": each.number,
                    "area": area_text(each.area),
                    "owner": each.name,
                    "counts": each.counts,
                    "source": each.source,
                }
                for each in found
            ]
        )
        return
    for each in found:
        answers.line(unit_line(each))
    answers.line(totals_words(totals) if found else _("No unit is entered yet."))


def _every(store: "Store") -> "list[UnitView]":
    from functools import partial

    from council_tui.usecases.units import view_units

    found: list[UnitView] = []
    place = (0, "")
    while True:
        window = store.reading(partial(view_units, typed="", place=place, most=SLICE))
        fresh = [each for each in window if (len(each.number), each.number) >= place]
        found += fresh
        if len(fresh) < SLICE:
            return found
        place = (len(found[-1].number), found[-1].number + "\0")


@units.command(
    "import", help=N_("Take over a list of units (CSV, UTF-8 or GB18030): shown first, then asked.")
)
@click.argument("sheet", type=click.Path(path_type=Path))
@spoken.option("--yes", is_flag=True, help=N_("Do not ask."))
@click.pass_obj
def import_units(chosen: Chosen, sheet: Path, yes: bool) -> None:
    """Everything that is wrong with the list, or what it would do; nothing is written unasked."""
    from council_tui.intake.sheet import MOST_BYTES
    from council_tui.intake.units import read_units
    from council_tui.wording import units  # noqa: F401  (says what is refused)

    with sheet.open("rb") as file:
        rows = read_units(file.read(MOST_BYTES + 1), votes=False)
    with record(chosen, view_only=False) as store:
        _take(store, rows, yes)


def _take(store: "Store", rows: "tuple[UnitRow, ...]", yes: bool) -> None:
    from functools import partial

    from council_tui.usecases.units import import_units, view_preview
    from council_tui.wording.units import preview_lines

    with patience():
        preview = store.reading(partial(view_preview, rows=rows))
    for line in preview_lines(preview):
        answers.line(line)
    if not preview.added and not preview.changed:
        answers.line(_("There is nothing to take over."))
        return
    if not yes:
        people.ask()
    with patience():
        count = store.writing(import_units, rows)
    answers.line(ngettext("{count} unit taken over.", "{count} units taken over.", count).format(count=count))
