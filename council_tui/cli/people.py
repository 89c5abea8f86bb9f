"""`council-tui people`: who has a seat, and a roster from a sheet, looked at before it is taken."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from council_tui.cli import answers, spoken
from council_tui.cli.exits import Refused
from council_tui.cli.opening import Chosen, record
from council_tui.wording import catalog
from council_tui.wording.catalog import N_, _

if TYPE_CHECKING:
    from council_tui.domain.people import PersonView
    from council_tui.domain.roster import Roster
    from council_tui.store.store import Store


@spoken.group("people", N_("People: list them, or take over a roster."))
def people() -> None:
    """The people, from the command line."""


@people.command("list", help=N_("List everybody, those with a seat first."))
@spoken.option("--json", "as_json", is_flag=True, help=N_("Answer in JSON."))
@click.pass_obj
def list_people(chosen: Chosen, as_json: bool) -> None:
    """Seat, name and vote of each; telephones only in JSON."""
    from council_tui.usecases.council import view_council
    from council_tui.usecases.people import view_people

    with record(chosen) as store:
        found = store.reading(view_people)
        council = store.reading(view_council)
    lang = council.lang if council is not None else catalog.current()
    if as_json:
        shown = ("seat", "name", "latin", "title", "title_2", "organisation", "category", "votes", "phone")
        answers.json([{name: getattr(each, name) for name in shown} for each in found])
        return
    for each in found:
        answers.line(_line(each, lang))


def _line(person: "PersonView", lang: str) -> str:
    from council_tui.wording.names import listed, person_name, post_words
    from council_tui.wording.roster import category_words

    seat = "-" if person.seat is None else str(person.seat)
    vote = _("has a vote") if person.votes else _("has no vote")
    known = (person_name(person), category_words(person.category), post_words(person, lang), vote)
    return f"{seat:<5}{listed(filter(None, known))}"


@people.command("import", help=N_("Take over a roster (CSV, UTF-8 or GB18030): shown first, then asked."))
@click.argument("sheet", type=click.Path(path_type=Path))
@spoken.option("--yes", is_flag=True, help=N_("Do not ask."))
@click.pass_obj
def import_people(chosen: Chosen, sheet: Path, yes: bool) -> None:
    """Everything that is wrong with the sheet, or what it would do; nothing is written unasked."""
    roster = _read(sheet)
    with record(chosen, view_only=False) as store:
        _take(store, roster, yes)


def _read(sheet: Path) -> "Roster":
    from council_tui.intake.people import read_roster
    from council_tui.intake.sheet import MOST_BYTES
    from council_tui.wording.roster import problem_words, reading_words

    with sheet.open("rb") as file:
        found = read_roster(file.read(MOST_BYTES + 1))
    if isinstance(found, list):
        text = _("Nothing was taken over from {path}:")
        raise Refused("\n".join([text.format(path=sheet), *map(problem_words, found)]))
    answers.line(reading_words(found))
    for warning in found.warnings:
        answers.line(problem_words(warning))
    return found


def _take(store: "Store", roster: "Roster", yes: bool) -> None:
    from council_tui.usecases.people import import_roster
    from council_tui.usecases.roster import view_preview
    from council_tui.wording.catalog import ngettext
    from council_tui.wording.roster import preview_lines

    preview, added, changed = store.reading(view_preview, roster)
    for line in preview_lines(preview):
        answers.line(line)
    if not added and not changed:
        answers.line(_("There is nothing to take over."))
        return
    if not yes:
        ask()
    count = store.writing(import_roster, added, changed)
    text = ngettext("{count} person taken over.", "{count} people taken over.", count)
    answers.line(text.format(count=count))


def ask() -> None:
    """Whether to go on. Raises Refused where nobody can answer, or the answer is no."""
    import sys

    if not sys.stdin.isatty():
        raise Refused(_("Nothing was written: nobody could be asked. Repeat it with --yes."))
    if not click.confirm(_("Take this over?"), default=False):
        raise Refused(_("Nothing was written."))
