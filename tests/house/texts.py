"""The texts of the program, as they are marked for the catalogues in its source."""

import ast
from dataclasses import dataclass, field
from functools import cache

from tests.house.source import Source, called, calls, sources

TEXTS = {"_": (0,), "N_": (0,), "ngettext": (0, 1), "pgettext": (1,)}
"""Which arguments of a call are texts."""

Id = tuple[str | None, str]
"""A text's context and its singular."""


@dataclass
class Found:
    """The texts a file holds, and what cannot be read off."""

    texts: dict[Id, tuple[str, ...]] = field(default_factory=dict)
    composed: list[int] = field(default_factory=list)


def composed(text: ast.expr) -> bool:
    """Whether a text is put together here, instead of looked up."""
    match text:
        case ast.JoinedStr() | ast.BinOp():
            return True
        case ast.Call():
            return called(text) in {"format", "format_map", "join"}
        case _:
            return False


def extract(source: Source) -> Found:
    """Every text marked in a file; a text put together at run time can be in no catalogue."""
    found = Found()
    for call in calls(source.tree):
        name = called(call)
        if name not in TEXTS or len(call.args) <= max(TEXTS[name]):
            continue
        texts = [call.args[place] for place in TEXTS[name]]
        if all(isinstance(each, ast.Constant) for each in texts):
            words = tuple(str(each.value) for each in texts if isinstance(each, ast.Constant))
            context = (
                str(call.args[0].value)
                if name == "pgettext" and isinstance(call.args[0], ast.Constant)
                else None
            )
            found.texts[context, words[0]] = words
        elif name == "N_" or any(map(composed, texts)):
            found.composed.append(call.lineno)
    return found


@cache
def marked() -> dict[Id, tuple[str, ...]]:
    """Every text of the program."""
    whole: dict[Id, tuple[str, ...]] = {}
    for source in sources():
        if source.name != "wording/catalog.py":
            whole |= extract(source).texts
    return whole
