"""A sheet styles its own screen only, and knows no colour but the theme's."""

import ast
import re
from pathlib import Path

import pytest
from textual.color import COLOR_NAME_TO_RGB

from tests.house.source import PACKAGE, sources, strings

SHEETS = sorted(PACKAGE.rglob("*.tcss"))
COLOURED = re.compile(r"(color|background|border|outline|tint|scrollbar|hatch|text-style|keyline)")
LITERAL = re.compile(r"#[0-9a-f]{3,8}\b|\b(rgba?|hsla?)\(|\bansi_\w+", re.IGNORECASE)
NAMES = {name.lower() for name in COLOR_NAME_TO_RGB} - {"transparent"}


def plain(sheet: str) -> str:
    """A sheet without its comments."""
    return re.sub(r"/\*.*?\*/|(?m:^\s*#\s.*$)", "", sheet, flags=re.DOTALL)


def selectors(sheet: str) -> list[str]:
    """The selectors of the outermost rules, one each."""
    found, depth, start = [], 0, 0
    text = re.sub(r"(?m)^\s*\$[\w-]+\s*:.*?;", "", plain(sheet))
    for place, char in enumerate(text):
        if char == "{":
            if depth == 0:
                found += [each.strip() for each in text[start:place].split(",")]
            depth += 1
        elif char == "}":
            depth -= 1
            start = place + 1
    return found


def strangers(sheet: str, own: frozenset[str], others: frozenset[str]) -> list[str]:
    """Selectors that do not begin with a screen of this file's, or that name somebody else's."""
    foreign = others - own
    return [
        each
        for each in selectors(sheet)
        if re.split(r"[\s.:#>&]", each)[0] not in own or foreign & set(re.findall(r"\w+", each))
    ]


def colours(sheet: str) -> list[str]:
    """Declarations that name a colour instead of a theme variable."""
    found = []
    for name, value in re.findall(r"([\w-]+)\s*:\s*([^;{}]+);", plain(sheet)):
        words = set(re.findall(r"(?<![$\w-])[a-z_]+(?![\w-])", value.lower()))
        if COLOURED.search(name) and (LITERAL.search(value) or words & NAMES):
            found.append(f"{name}: {value.strip()}")
    return found


def screens(text: str) -> frozenset[str]:
    """The screens a file of Python defines."""
    nodes = ast.walk(ast.parse(text))
    return frozenset(
        node.name for node in nodes if isinstance(node, ast.ClassDef) and node.name.endswith("Screen")
    )


EVERY_SCREEN = frozenset[str]().union(*(screens(each.text) for each in sources() if each.layer == "tui"))


def owners(sheet: Path) -> frozenset[str]:
    """The screens of the file of Python beside a sheet."""
    return screens(sheet.with_suffix(".py").read_text("utf-8"))


def test_a_screens_sheet_names_its_own_screen_only():
    own = [sheet for sheet in SHEETS if sheet.parent.name == "screens"]
    wrong = {each.name: strangers(each.read_text("utf-8"), owners(each), EVERY_SCREEN) for each in own}
    assert {name: selectors for name, selectors in wrong.items() if selectors} == {}


def test_a_sheet_takes_every_colour_from_the_theme():
    wrong = {each.name: colours(each.read_text("utf-8")) for each in SHEETS}
    assert {name: declarations for name, declarations in wrong.items() if declarations} == {}


def test_a_widgets_own_style_takes_every_colour_from_the_theme():
    styles = [
        (source.name, str(node.value))
        for source in sources()
        if source.layer == "tui"
        for node in strings(source.tree)
        if "{" in str(node.value) and ";" in str(node.value)
    ]
    assert [(name, wrong) for name, style in styles if (wrong := colours(style))] == []


OWN, ALL = frozenset({"VotesScreen"}), frozenset({"VotesScreen", "HomeScreen"})


@pytest.mark.parametrize(
    ("sheet", "wrong"),
    [
        ("VotesScreen { color: $text; }\nVotesScreen Label, VotesScreen #a { width: 1; }", []),
        ("VotesScreen { Label { width: 1; } &:focus { width: 2; } }", []),
        ("VotesScreen.-wide { width: 1; }", []),
        ("Label { width: 1; }", ["Label"]),
        ("VotesScreen Label, Static { width: 1; }", ["Static"]),
        ("/* VotesScreen */ #a { width: 1; }", ["#a"]),
        ("VotesScreen HomeScreen { width: 1; }", ["VotesScreen HomeScreen"]),
        ("HomeScreen { width: 1; }", ["HomeScreen"]),
    ],
)
def test_a_rule_for_others_is_found(sheet: str, wrong: list[str]):
    assert strangers(sheet, OWN, ALL) == wrong


@pytest.mark.parametrize(
    ("declaration", "wrong"),
    [
        ("color: red;", True),
        ("background: #1a2b3c;", True),
        ("border: solid white;", True),
        ("tint: rgb(1, 2, 3);", True),
        ("scrollbar-color: hsl(1, 2%, 3%);", True),
        ("color: ansi_red;", True),
        ("border-left: outer $primary;", False),
        ("background: $primary-darken-1 40%;", False),
        ("color: auto 80%;", False),
        ("background: transparent;", False),
        ("border: tall $border-blurred;", False),
        ("width: 1fr;", False),
    ],
)
def test_a_colour_by_name_is_found(declaration: str, wrong: bool):
    assert bool(colours(f"VotesScreen {{ {declaration} }}")) is wrong
