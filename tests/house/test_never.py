"""What is never written, whatever the reason."""

import ast

import pytest
from textual.app import App

from tests.house.source import Source, called, calls, keyword, sources, written
from tests.house.texts import composed

NOTIFIES = 3
"""Success is seen, not announced: `notify` is for refusals."""

WRITING = frozenset({"act", "write", "disk", "default"})
"""The groups of workers that may write."""

REACHING = frozenset(
    {"query", "query_one", "query_exactly_one", "screen", "screen_stack", "children", "focused"}
)
"""Textual's own names by which one screen would handle another's parts."""


def bare_except(node: ast.AST) -> bool:
    return isinstance(node, ast.ExceptHandler) and node.type is None


def key_handler(node: ast.AST) -> bool:
    """A key outside `BINDINGS` is in no footer, no help and no palette."""
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return name in {"on_key", "_on_key"} or name.startswith("key_")
        case ast.Call(func=ast.Name(id="on"), args=[ast.Attribute(attr="Key"), *_]):
            return True
        case _:
            return False


def committing_script(node: ast.AST) -> bool:
    """`executescript` ends the open transaction."""
    return isinstance(node, ast.Attribute) and node.attr == "executescript"


def _writes(node: ast.AST) -> bool:
    return any(called(call) in {"act", "write"} for call in calls(node))


def exclusive_act(node: ast.AST) -> bool:
    """An exclusive worker cancels the answer before it: only a named group of lookers may be one."""
    match node:
        case ast.Call() if isinstance(only := keyword(node, "exclusive"), ast.Constant) and only.value:
            group = keyword(node, "group")
            looking = isinstance(group, ast.Constant) and group.value not in WRITING
            return not looking or _writes(
                ast.Module(body=[ast.Expr(each) for each in node.args], type_ignores=[])
            )
        case ast.FunctionDef(decorator_list=made) | ast.AsyncFunctionDef(decorator_list=made):
            only_one = any(keyword(call, "exclusive") for call in made if isinstance(call, ast.Call))
            return only_one and _writes(node)
        case _:
            return False


def reaching_through(node: ast.AST) -> bool:
    """The app has one attribute of ours, `clerk`; the rest is Textual's, and no way to another screen."""
    match node:
        case ast.Attribute(value=ast.Attribute(attr="app") | ast.Name(id="app"), attr=name):
            textuals = hasattr(App, name) and not name.startswith("_") and name not in REACHING
            return name != "clerk" and not textuals
        case _:
            return False


SHOWING = frozenset({"Static", "Label", "Button", "Tooltip", "notify", "update", "add_option", "Option"})
"""Calls whose first text Textual reads as markup, unless told otherwise."""


def markup(node: ast.AST) -> bool:
    """A text put together is somebody's: it goes in as `Content(...)`, `Text(...)` or with `markup=False`."""
    if not isinstance(node, ast.Call) or called(node) not in SHOWING or not node.args:
        return False
    off = keyword(node, "markup")
    return composed(node.args[0]) and not (isinstance(off, ast.Constant) and off.value is False)


def found(source: Source, rule: object) -> list[int]:
    """The lines where a rule is broken."""
    assert callable(rule)
    return [getattr(node, "lineno", 0) for node in ast.walk(source.tree) if rule(node)]


EVERYWHERE = [bare_except, key_handler, committing_script, exclusive_act]
ON_SCREEN = [reaching_through, markup]


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_no_file_does_what_is_never_done(source: Source):
    rules = EVERYWHERE + (ON_SCREEN if source.layer == "tui" else [])
    broken = {rule.__name__: lines for rule in rules if (lines := found(source, rule))}
    assert broken == {}


def notifies(some: tuple[Source, ...]) -> int:
    """How often anything is announced."""
    return sum(called(call) == "notify" for source in some for call in calls(source.tree))


def test_hardly_anything_is_announced():
    assert notifies(sources()) <= NOTIFIES
    assert notifies((written("a.py", "self.app.notify('a')\nself.notify('b')"),)) == 2


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (bare_except, "try:\n    a()\nexcept:\n    pass"),
        (key_handler, "class A:\n    def on_key(self, event): ..."),
        (key_handler, "class A:\n    async def _on_key(self, event): ..."),
        (key_handler, "class A:\n    def key_space(self): ..."),
        (key_handler, "class A:\n    @on(events.Key)\n    def typed(self): ..."),
        (committing_script, "connection.executescript(text)"),
        (exclusive_act, "self.run_worker(a(), exclusive=True)"),
        (exclusive_act, "self.run_worker(a(), group='act', exclusive=True)"),
        (exclusive_act, "self.run_worker(self.act(b), group='look', exclusive=True)"),
        (exclusive_act, "@work(exclusive=True, group='look')\nasync def a(self):\n    self.act(b)"),
        (reaching_through, "self.app.council"),
        (reaching_through, "self.app._view"),
        (reaching_through, "self.app.query_one(Roll)"),
        (reaching_through, "app.screen.view"),
        (markup, "Static(f'{name}')"),
        (markup, "Label(_('{name} is here').format(name=name))"),
        (markup, "self.query_one(Label).update('a ' + name)"),
        (markup, "self.notify('%s' % name)"),
        (markup, "Static(' '.join(names), markup=True)"),
    ],
)
def test_what_is_never_done_is_found(rule: object, text: str):
    assert len(found(written("tui/a.py", text), rule)) == 1


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (bare_except, "try:\n    a()\nexcept OSError:\n    pass"),
        (key_handler, "class A:\n    def action_cast(self): ..."),
        (exclusive_act, "self.run_worker(self.look(b), group='look', exclusive=True)"),
        (exclusive_act, "self.run_worker(a(), group='act', exclusive=False)"),
        (reaching_through, "self.app.clerk.act(b)\nself.app.push_screen(C())\nself.app.exit()"),
        (
            markup,
            "Static(Content(f'{name}'))\nLabel(f'{name}', markup=False)\nLabel(_('here'))\na.update(text)",
        ),
    ],
)
def test_what_is_right_passes(rule: object, text: str):
    assert found(written("tui/a.py", text), rule) == []
