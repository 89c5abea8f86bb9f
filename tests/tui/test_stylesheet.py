"""A sheet is parsed once; what that leans on in Textual stands where it stood."""

import pytest
from textual.app import App, ComposeResult
from textual.cache import LRUCache
from textual.css import stylesheet as textuals
from textual.css.stylesheet import Stylesheet
from textual.widgets import Label

from council_tui.tui.stylesheet import KEPT, KeptStylesheet
from council_tui.tui.theme import THEMES


class Plain(App[None]):
    """One label, in a theme of ours."""

    CSS = "Label { color: $for; }"

    def __init__(self) -> None:
        super().__init__()
        for each in THEMES:
            self.register_theme(each)
        self.theme = THEMES[0].name
        self.stylesheet = KeptStylesheet(variables=self.get_css_variables())

    def compose(self) -> ComposeResult:
        yield Label("陈果 [/]", markup=False)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """Every sheet as it is parsed, with its weight against others."""
    seen: list[tuple[str, object]] = []
    parse = textuals.parse

    def counting(scope: str, css: str, *args: object, **named: object) -> object:
        seen.append((css, named.get("tie_breaker")))
        return parse(scope, css, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(textuals, "parse", counting)
    return seen


async def test_a_start_parses_no_sheet_twice(parsed: list[tuple[str, object]]):
    async with Plain().run_test() as pilot:
        await pilot.pause()
    assert len(parsed) > 5
    assert len(parsed) == len(set(parsed))


async def test_the_same_variables_again_parse_nothing(parsed: list[tuple[str, object]]):
    async with Plain().run_test() as pilot:
        await pilot.pause()
        parsed.clear()
        pilot.app.refresh_css()
        await pilot.pause()
    assert parsed == []


async def test_another_theme_changes_every_colour():
    async with Plain().run_test() as pilot:
        await pilot.pause()
        before = pilot.app.query_one(Label).styles.color.hex
        pilot.app.theme = THEMES[1].name
        await pilot.pause()
        await pilot.pause()
        after = pilot.app.query_one(Label).styles.color.hex
    assert (before, after) == ("#87D7FF", "#0000AF")


def test_what_it_leans_on_is_still_textuals():
    """Moved or renamed, it would be parsed again and again without a word."""
    theirs = Stylesheet(variables={"a": "red"})
    assert isinstance(theirs._parse_cache, LRUCache)
    assert theirs._variables == {"a": "red"}
    theirs.add_source("Label { color: $a; }")
    theirs.parse()
    assert len(theirs._parse_cache) == 1
    theirs.set_variables({"a": "blue"})
    assert len(theirs._parse_cache) == 0


def test_equal_variables_keep_what_was_parsed():
    ours = KeptStylesheet(variables={"a": "red"})
    ours.add_source("Label { color: $a; }")
    ours.parse()
    ours.set_variables({"a": "red"})
    assert len(ours._parse_cache) == 1
    ours.set_variables({"a": "blue"})
    ours.reparse()
    assert ours.rules[0].styles.color.hex == "#0000FF"


def test_there_is_room_for_every_sheet():
    assert KEPT > 500
