"""`council-tui backup`: a whole copy of the record, checked, beside the running program."""

from pathlib import Path

import click

from council_tui.cli import answers, spoken
from council_tui.cli.opening import Chosen, record
from council_tui.cli.patience import patience
from council_tui.wording.catalog import N_, _


@click.command(
    "backup", cls=spoken.Command, help=N_("Copy the whole record to a new file, and check the copy.")
)
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@click.pass_obj
def backup(chosen: Chosen, target: Path) -> None:
    """Never in place of another file; works while the app is open."""
    from council_tui.store.act import Reader

    with patience(), record(chosen) as store:
        size = store.reading(Reader.copy_to, target)
    answers.line(_("Copied and checked: {path} ({size} bytes).").format(path=target.absolute(), size=size))
