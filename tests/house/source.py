"""The package's own source, as the house tests read it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import council_tui

PACKAGE = Path(council_tui.__file__).parent
ROOT = PACKAGE.parent


@dataclass(frozen=True)
class Source:
    """One file of Python."""

    name: str
    """Its path below the package: `tui/screens/votes.py`."""
    text: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def layer(self) -> str:
        """The first part of its path: `tui`, or the file's own name at the top."""
        return self.name.split("/")[0]


@cache
def sources() -> tuple[Source, ...]:
    """Every Python file of the package."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return tuple(Source(path.relative_to(PACKAGE).as_posix(), path.read_text("utf-8")) for path in paths)


def written(name: str, text: str) -> Source:
    """A planted file, to prove a rule with."""
    return Source(name, text)


def called(node: ast.Call) -> str:
    """The last name of what is called: `notify` in `self.app.notify(...)`."""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def keyword(node: ast.Call, name: str) -> ast.expr | None:
    """The value of a named argument."""
    return next((each.value for each in node.keywords if each.arg == name), None)


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call in a tree."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """Every literal text in a tree, parts of f-strings too; docstrings are none."""
    loose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in loose:
            yield node
