"""What decides is exact, and what says it: no float, no true division, in the domain, use cases and words.

The store compares and adds up whole numbers only; a slash there joins a path.
"""

import ast
import re
from pathlib import Path

import pytest

import council_tui
from council_tui.domain.tally import METHODS

PACKAGE = Path(council_tui.__file__).parent
EXACT = "domain", "usecases", "wording"
FILES = sorted(path for layer in EXACT for path in (PACKAGE / layer).rglob("*.py"))
COLUMNS = [PACKAGE / "store" / f"{path.stem}.py" for path in (PACKAGE / "domain").glob("*.py")]
STORED = sorted(path for path in COLUMNS if path.exists())
"""The store's columns: a file for each noun of the domain that is kept."""
INEXACT_SQL = re.compile(r"\b(real|float|double|numeric|decimal|avg|round|total)\b|\d\.\d", re.IGNORECASE)


def inexact(source: str) -> list[tuple[int, str]]:
    """Line and kind of each float literal, `float()`, `round()`, true division and inexact module."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Constant(value=float() | complex()):
                found.append((node.lineno, "float literal"))
            case ast.Call(func=ast.Name(id="float" | "complex" | "round" as name)):
                found.append((node.lineno, f"{name}()"))
            case ast.BinOp(op=ast.Div()) | ast.AugAssign(op=ast.Div()):
                found.append((node.lineno, "true division"))
            case ast.Import(names=names) if {name.name for name in names} & {"math", "statistics", "decimal"}:
                found.append((node.lineno, "inexact module"))
            case ast.ImportFrom(module="math" | "statistics" | "decimal"):
                found.append((node.lineno, "inexact module"))
    return sorted(found)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_that_decides_is_inexact(path: Path):
    assert inexact(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.name)
def test_no_column_of_the_store_is_inexact(path: Path):
    source = path.read_text(encoding="utf-8")
    assert [found for found in inexact(source) if found[1] != "true division"] == []
    texts = [each.value for each in ast.walk(ast.parse(source)) if isinstance(each, ast.Constant)]
    assert [
        each for each in texts if isinstance(each, str) and "SELECT" in each and INEXACT_SQL.search(each)
    ] == []


def test_no_table_keeps_an_inexact_number():
    for path in (PACKAGE / "store" / "schema").glob("*.sql"):
        code = re.sub("--.*|'[^']*'", "", path.read_text(encoding="utf-8"))
        assert INEXACT_SQL.findall(code) == [], path.name


def test_every_count_is_among_the_files_looked_at():
    counts = {path.name for path in FILES if path.parent.name == "tally"}
    assert {f"{each.count.__module__.split('.')[-1]}.py" for each in METHODS.values()} <= counts


def test_the_rules_are_among_the_files_looked_at():
    assert {"gates.py", "rules.py", "counts.py"} <= {path.name for path in FILES}
    assert {"owners.py", "polls.py", "votes.py", "stages.py"} <= {path.name for path in STORED}


@pytest.mark.parametrize(
    "line",
    [
        "a = 0.5",
        "a = float(b)",
        "a = b / c",
        "a /= b",
        "import math",
        "from decimal import Decimal",
        "a = round(b)",
    ],
)
def test_each_inexact_thing_is_found(line: str):
    assert len(inexact(f"def f(a, b, c):\n    {line}\n")) == 1


def test_whole_division_and_fractions_are_exact():
    assert inexact("from fractions import Fraction\na = Fraction(1, 2) * 3 // 2 + divmod(7, 2)[0]\n") == []
