"""The README's table of keys says what the bindings say: there is no second list that could differ."""

import importlib

from textual.binding import Binding
from textual.screen import Screen

from council_tui.tui import keys
from council_tui.tui.app import CouncilApp
from council_tui.tui.screens import tabs
from council_tui.tui.screens.base import BaseScreen
from tests.house.source import ROOT

MOVING = {"up", "down", "left", "right", "pageup", "pagedown", "home", "end", "tab", "backspace", "delete"}
"""Keys everybody tries; the help names them."""


def told(bindings: list[Binding]) -> str:
    """`m` motion, `r` amend: each action once, by its first key."""
    found: dict[str, str] = {}
    for binding in Binding.make_bindings(bindings):
        if binding.description and binding.key not in MOVING:
            words = f"`{keys.shown_key(binding)}` {binding.description}"
            found.setdefault(f"{binding.action} {binding.description}", words)
    return ", ".join(dict.fromkeys(found.values()))


def own(screen: type[Screen[object]]) -> list[Binding]:
    """The bindings of a screen's class itself."""
    return list(vars(screen).get("BINDINGS", []))


def rows() -> list[str]:
    """The table of keys: what works everywhere, then each screen's own."""
    apps = [each for each in Binding.make_bindings(CouncilApp.BINDINGS) if not each.action.startswith("go(")]
    everywhere = told([*BaseScreen.BINDINGS, *apps])
    found = [f"| everywhere | {everywhere} |"]
    for tab in tabs():
        screen = getattr(importlib.import_module(f"council_tui.tui.screens.{tab.id}"), tab.screen)
        found.append(f"| `{tab.key}` {tab.title} | {told(own(screen))} |")
    return found


def test_the_readme_lists_every_key():
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    assert [row for row in rows() if row not in lines] == []


def test_a_key_that_is_bound_twice_is_named_once():
    twice = [Binding("m", "a", "motion", id="x"), Binding("M", "a", "motion", id="y")]
    assert told([*twice, Binding("up", "b", "up", id="z"), Binding("1", "c", "", id="w")]) == "`m` motion"
