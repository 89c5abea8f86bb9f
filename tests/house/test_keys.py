"""Every key is a binding with an id, and what it is called is in the catalogues."""

import ast
from collections import Counter

import pytest

from tests.house.source import Source, called, calls, keyword, sources, written
from tests.house.texts import extract, marked


def _text(node: ast.expr | None) -> str | None:
    """The literal text of an argument, bare or within `N_()`; None if it is made elsewhere."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.Call(func=ast.Name(id="N_"), args=[ast.Constant(value=str() as text)]):
            return text
        case _:
            return None


def bindings(source: Source) -> list[ast.Call]:
    """Every `Binding(...)` of a file."""
    return [call for call in calls(source.tree) if called(call) == "Binding"]


def nameless(source: Source) -> list[int]:
    """Lines of bindings without an id, so that no settings file could name them; a bare tuple is one."""
    found = [call.lineno for call in bindings(source) if keyword(call, "id") is None]
    for node in ast.walk(source.tree):
        match node:
            case (
                ast.Assign(
                    targets=[ast.Name(id="BINDINGS")], value=ast.List(elts=parts) | ast.Tuple(elts=parts)
                )
                | ast.AnnAssign(
                    target=ast.Name(id="BINDINGS"), value=ast.List(elts=parts) | ast.Tuple(elts=parts)
                )
            ):
                found += [part.lineno for part in parts if isinstance(part, ast.Tuple)]
    return found


def texts(source: Source) -> set[str]:
    """What the bindings of a file are called, as far as it stands there literally."""
    found = set()
    for call in bindings(source):
        description = call.args[2] if len(call.args) > 2 else keyword(call, "description")
        found |= {_text(description), _text(keyword(call, "tooltip"))}
    return {text for text in found if text}


ON_SCREEN = [source for source in sources() if source.layer == "tui"]


def test_every_binding_has_an_id():
    assert {source.name: lines for source in ON_SCREEN if (lines := nameless(source))} == {}


def test_what_a_key_is_called_is_in_the_catalogues():
    known = {text for _, text in marked()}
    assert {source.name: odd for source in ON_SCREEN if (odd := texts(source) - known)} == {}


def test_no_two_bindings_share_an_id():
    ids = Counter(
        (source.name, str(name.value), str(call.args[0].value))
        for source in ON_SCREEN
        for call in bindings(source)
        if isinstance(name := keyword(call, "id"), ast.Constant) and isinstance(call.args[0], ast.Constant)
    )
    assert [each for each, count in ids.items() if count > 1] == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("BINDINGS = [Binding('q', 'quit', N_('Quit'), id='app.quit')]", []),
        ("BINDINGS = [Binding('q', 'quit', N_('Quit'))]", [1]),
        ("BINDINGS = [('q', 'quit', 'Quit')]", [1]),
        ("BINDINGS: ClassVar[list[Binding]] = [('q', 'quit', 'Quit')]", [1]),
    ],
)
def test_a_binding_without_an_id_is_found(text: str, lines: list[int]):
    assert nameless(written("tui/a.py", text)) == lines


def test_a_text_that_nobody_marked_is_found():
    source = written(
        "tui/a.py", "Binding('a', 'b', 'Away', id='c', tooltip='Far')\nBinding('d', 'e', N_('Eat'), id='f')"
    )
    assert texts(source) == {"Away", "Far", "Eat"}
    assert texts(source) - {text for _, text in extract(source).texts} == {"Away", "Far"}
