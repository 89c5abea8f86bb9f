"""`council-tui demo`: a council to try everything on, built anew each time and thrown away."""

from pathlib import Path

import click

from council_tui.cli import answers, app, opening, spoken
from council_tui.wording import catalog
from council_tui.wording.catalog import N_, _


@click.command("demo", cls=spoken.Command, help=N_("Open the demo council: nothing done in it is kept."))
@spoken.option(
    "--output", type=click.Path(path_type=Path), help=N_("Only write the demo council to this new file.")
)
@click.pass_context
def demo(ctx: click.Context, output: Path | None) -> None:
    """Build it in a folder of its own; open it, or copy it out."""
    from tempfile import TemporaryDirectory

    from council_tui.domain.failures import CannotCopy

    if output is not None and output.exists():
        raise CannotCopy(str(output), exists=True)
    with TemporaryDirectory(prefix="council-tui-") as folder:
        made = build(Path(folder), output)
        if output is None:
            chosen: opening.Chosen = ctx.obj
            ctx.exit(app.run(made, chosen.lang or catalog.current()))
    answers.line(_("The demo council is in {path}.").format(path=output))


def build(folder: Path, output: Path | None) -> Path:
    """Stage the demo council in a folder; its file, or the copy that was asked for."""
    from council_tui.cli.staging import stage
    from council_tui.store import clock
    from council_tui.store.act import Reader
    from council_tui.store.store import Store

    made = folder / "demo.db"
    store = Store(made, create=True)
    try:
        stage(store, samples(), clock.now().date())
        if output is not None:
            store.reading(Reader.copy_to, output)
    finally:
        store.shut()
    return output or made


def samples() -> Path:
    """The folder of the samples: inside an installed package, or beside it in a checkout."""
    import council_tui

    package = Path(council_tui.__file__).parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent / "data"
