"""Every file says what it owns, and nothing grows past what one reading holds."""

import ast

import pytest

from tests.house.source import Source, sources, written

FILE, FUNCTION, METHODS, APP = 300, 40, 15, 150
"""Lines of a file and of a function, methods of a class, lines of `tui/app.py`."""


def too_much(source: Source) -> list[str]:
    """What is too long, or unexplained, in a file."""
    found = [] if ast.get_docstring(source.tree) else ["no docstring"]
    lines = len(source.text.splitlines())
    if lines > (APP if source.name == "tui/app.py" else FILE):
        found.append(f"{lines} lines")
    for node in ast.walk(source.tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                long = (node.end_lineno or 0) - node.lineno + 1
                if long > FUNCTION:
                    found.append(f"{node.name}: {long} lines")
            case ast.ClassDef():
                methods = sum(isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) for each in node.body)
                if methods > METHODS:
                    found.append(f"{node.name}: {methods} methods")
    return found


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_a_file_is_explained_and_short(source: Source):
    assert too_much(source) == []


BODY = "    a = 1\n"
METHOD = "    def f(self): ...\n"


@pytest.mark.parametrize(
    ("name", "text", "problems"),
    [
        ("a.py", "a = 1\n", ["no docstring"]),
        ("a.py", '"""A."""\n' + "a = 1\n" * 299, []),
        ("a.py", '"""A."""\n' + "a = 1\n" * 300, ["301 lines"]),
        ("tui/app.py", '"""A."""\n' + "a = 1\n" * 150, ["151 lines"]),
        ("a.py", '"""A."""\ndef f():\n' + BODY * 39, []),
        ("a.py", '"""A."""\nasync def f():\n' + BODY * 40, ["f: 41 lines"]),
        ("a.py", '"""A."""\nclass A:\n' + METHOD * 15, []),
        ("a.py", '"""A."""\nclass A:\n' + METHOD * 16, ["A: 16 methods"]),
    ],
)
def test_what_is_too_much_is_found(name: str, text: str, problems: list[str]):
    assert too_much(written(name, text)) == problems
