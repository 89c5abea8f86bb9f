"""Commands that explain themselves in the language asked for, click's own words included.

A help text is the English source, marked with `N_`; it is translated each time it is read.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click
from click import core, decorators, exceptions, formatting, parser, types

from council_tui.cli import exits
from council_tui.wording.catalog import N_, _, ngettext

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("required"),
    N_("default: {default}"),
    N_("Show this message and exit."),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Missing command."),
    N_("Choose from:\n\t{choices}"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("Aborted!"),
)
"""Click's texts that a command of ours can show."""

COUNTED: tuple[Callable[[int], str], ...] = (
    lambda count: ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", count),
    lambda count: ngettext(
        "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", count
    ),
    lambda count: ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", count),
    lambda count: ngettext(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", count
    ),
)
"""The same, where a number chooses the form."""

for _module in (core, decorators, exceptions, formatting, parser, types):
    vars(_module).update(_=_, ngettext=ngettext)


class _Help:
    """A help text that is translated when it is read."""

    def __get__(self, told: Any, _owner: type) -> str | None:
        source: str | None = vars(told).get("source") if told is not None else None
        return _(source) if source else source

    def __set__(self, told: Any, text: str | None) -> None:
        told.source = text


class Spoken:
    """What says of itself what it is for."""

    help: Any = _Help()


class Option(Spoken, click.Option):
    """An option of a command."""


class OneOf(click.ParamType):  # type: ignore[type-arg]  # click 8.3 takes no argument here
    """One word of a list that is only looked up when it is needed: a registry is imported late."""

    name = "choice"

    def __init__(self, words: Callable[[], Iterable[str]]):
        self._words = words

    def _choice(self) -> click.Choice[str]:
        return click.Choice(tuple(self._words()))

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, if it is one of them."""
        return self._choice().convert(value, param, ctx)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """All of them, for the help."""
        return self._choice().get_metavar(param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Those that begin so."""
        return self._choice().shell_complete(ctx, param, incomplete)


class Command(Spoken, click.Command):
    """A command that says what it does in the language asked for."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Click makes it once; its text is of the language in use."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = _("Show this message and exit.")
        return found


class Group(Command, click.Group):
    """Commands under one word. What any of them refuses is told by `exits`."""

    command_class = Command
    group_class = type

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read what was typed."""
        with exits.told():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Do it."""
        with exits.told():
            return super().invoke(ctx)


def option(*names: str, **settings: Any) -> Callable[[Any], Any]:
    """`click.option` with a help text that is translated when it is read."""
    return click.option(*names, cls=Option, **settings)


def group(name: str, text: str) -> Callable[[Callable[..., Any]], Group]:
    """A word with commands under it."""
    return click.group(name, cls=Group, help=text)
