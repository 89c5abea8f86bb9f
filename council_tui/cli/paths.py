"""`council-tui paths`: where everything lies on this machine."""

from pathlib import Path

import click

import council_tui
from council_tui.cli import answers, spoken
from council_tui.cli.opening import Chosen
from council_tui.wording.catalog import N_, _


@click.command("paths", cls=spoken.Command, help=N_("Say where the council's file and its reports lie."))
@spoken.option("--json", "as_json", is_flag=True, help=N_("Answer in JSON."))
@click.pass_obj
def paths(chosen: Chosen, as_json: bool) -> None:
    """The file, its lock, what is remembered of it, and the program."""
    from council_tui.store import places

    file = chosen.file.absolute()
    found = {
        "file": str(file),
        "exists": file.exists(),
        "lock": f"{file}.lock",
        "state": str(places.state_folder()),
        "program": str(Path(council_tui.__file__).parent),
    }
    if as_json:
        answers.json(found)
        return
    shown = str(file) if found["exists"] else _("{path} (not there yet)").format(path=file)
    answers.line(_("Council's file: {path}").format(path=shown))
    answers.line(_("Lock: {path}").format(path=found["lock"]))
    answers.line(_("Remembered heads and crash reports: {path}").format(path=found["state"]))
    answers.line(_("Program: {path}").format(path=found["program"]))
