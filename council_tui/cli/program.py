"""The command line: what may be typed after the program's name.

Nothing that costs time is imported before the command that needs it is known.
"""

from importlib import import_module

import click

from council_tui import __version__
from council_tui.cli.spoken import Group, OneOf, option
from council_tui.wording import catalog
from council_tui.wording.catalog import N_

COMMANDS = (
    "demo",
    "meeting",
    "minutes",
    "people",
    "units",
    "rules",
    "tally",
    "verify",
    "backup",
    "paths",
    "doctor",
)
"""Every command, in the order in which help lists them: the module of its name holds it, so called.

To add one: write `cli/<name>.py` with a command or group `<name>`, its name here, its line in the README.
"""


class Program(Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command's name."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = getattr(import_module(f"{__package__}.{cmd_name}"), cmd_name)
        return found


def _speak(ctx: click.Context, param: click.Parameter, code: str | None) -> str | None:
    if code is not None:
        catalog.use(code)
    return code


def _version(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"council-tui {__version__}")
        ctx.exit()


@click.group(
    "council-tui",
    cls=Program,
    invoke_without_command=True,
    help=N_("A neighbourhood council's meetings on one laptop. Without a command the app opens."),
)
@option(
    "--file",
    "path",
    type=click.Path(),
    help=N_("The council's file (else COUNCIL_TUI_FILE, else one in the usual folder)."),
)
@option(
    "--lang",
    type=OneOf(catalog.languages),
    is_eager=True,
    callback=_speak,
    help=N_("The language to speak (else that of the locale)."),
)
@option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help=N_("Show the version and exit."),
)
@click.pass_context
def program(ctx: click.Context, path: str | None, lang: str | None) -> None:
    """Hand the choices to the command, or open the app."""
    from council_tui.cli import opening

    ctx.obj = opening.Chosen(path, lang)
    if ctx.invoked_subcommand is None:
        from council_tui.cli import app

        ctx.exit(app.run(ctx.obj.file, lang))
