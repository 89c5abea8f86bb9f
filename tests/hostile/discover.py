"""What can be typed into, found out from the program itself, so that nothing new is forgotten.

Deeds and their texts from their signatures, fields of the screens from their source, options from click.
"""

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import click

from council_tui import usecases
from council_tui.cli.program import program
from council_tui.store.act import Act
from tests.house.source import Source, called, calls, sources

Deed = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Slot:
    """A text that a deed takes: a parameter, or a field of one."""

    deed: str
    parameter: str
    field: str = ""

    def __str__(self) -> str:
        return ".".join(filter(None, (self.deed, self.parameter, self.field)))


@cache
def deeds() -> dict[str, Deed]:
    """Every deed by the name of its column and its own: `people.add_person`."""
    found = {}
    for module in pkgutil.iter_modules(usecases.__path__):
        column = importlib.import_module(f"{usecases.__name__}.{module.name}")
        for name, deed in vars(column).items():
            if name[0] != "_" and inspect.isfunction(deed) and deed.__module__ == column.__name__:
                found |= {f"{module.name}.{name}": deed} if is_deed(deed) else {}
    return found


def is_deed(deed: Deed) -> bool:
    """Whether a function records something: its first argument is the act."""
    first = next(iter(typing.get_type_hints(deed).values()), None)
    return first is Act


def slots() -> list[Slot]:
    """Every text of every deed."""
    return [slot for name, deed in deeds().items() for slot in _slots(name, deed)]


def _slots(name: str, deed: Deed) -> Iterator[Slot]:
    hints = typing.get_type_hints(deed)
    for parameter in list(inspect.signature(deed).parameters)[1:]:
        for kind in _kinds(hints[parameter]):
            if kind is str:
                yield Slot(name, parameter)
            elif dataclasses.is_dataclass(kind) and "View" not in kind.__name__:
                texts = typing.get_type_hints(kind)
                yield from (Slot(name, parameter, field) for field, hint in texts.items() if hint is str)


def _kinds(hint: Any) -> Iterator[Any]:
    """The types a hint is made of."""
    inner = typing.get_args(hint)
    if not inner:
        yield hint
    for each in inner:
        yield from _kinds(each)


@dataclass(frozen=True, slots=True, order=True)
class Site:
    """Where the source of the screens makes something to type into."""

    file: str
    line: int
    end: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.what}"


TYPED_INTO = {"Field", "ImeInput", "Filter", "Prompt", "Input", "TextArea", "MaskedInput"}
WITHIN = {"tui/entry.py", "tui/dialogs.py", "tui/fields.py"}
"""Where a form or a prompt makes its widgets: whoever opens one has been there."""


def sites(among: Iterable[Source] = ()) -> set[Site]:
    """Every place where a field of the screens is made; in the package where no sources are named."""
    return {
        Site(source.name, node.lineno, node.end_lineno or node.lineno, called(node))
        for source in among or sources()
        if source.layer == "tui" and source.name not in WITHIN
        for node in calls(source.tree)
        if called(node) in TYPED_INTO and not _of_a_class(node)
    }


def _of_a_class(node: ast.Call) -> bool:
    """Whether what is called is a message's class and the like: `Input.Changed(...)`."""
    return isinstance(node.func, ast.Attribute) and node.func.attr not in TYPED_INTO


@dataclass(frozen=True, slots=True)
class Parameter:
    """An argument or option of the command line that takes a text."""

    command: tuple[str, ...]
    name: str
    option: str
    """`--rule`; empty for an argument."""

    def __str__(self) -> str:
        return " ".join([*self.command, self.option or self.name.upper()])


def commands(under: click.Command = program, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command's words, groups too: `("people", "import")`; the program itself has none."""
    yield path
    if isinstance(under, click.Group):
        context = click.Context(under)
        for name in under.list_commands(context):
            command = under.get_command(context, name)
            if command is not None:
                yield from commands(command, (*path, name))


def parameters(under: click.Command = program) -> list[Parameter]:
    """Every text that the command line takes; flags take none."""
    return [
        Parameter(path, each.name or "", "" if isinstance(each, click.Argument) else each.opts[0])
        for path in commands(under)
        for each in _command(under, path).params
        if not getattr(each, "is_flag", False)
    ]


def _command(under: click.Command, path: tuple[str, ...]) -> click.Command:
    found = under
    for name in path:
        assert isinstance(found, click.Group)
        inner = found.get_command(click.Context(found), name)
        assert inner is not None
        found = inner
    return found
