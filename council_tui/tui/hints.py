"""Which keys work now, in words: read off the active bindings, so that there is no second list."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from textual.binding import Binding
from textual.screen import Screen

from council_tui.tui import keys
from council_tui.tui.widgets.frame import Hint
from council_tui.wording.catalog import _

_LAST = {"screen.cancel": 1, "app.help": 2}
"""The way out and the help stand at the end, whatever class they were bound in."""


def described(binding: Binding) -> str:
    """What a binding is called in the language in use."""
    return _(binding.description)


def ours(binding: Binding) -> bool:
    """Whether a key is explained: those by which Textual moves a cursor everybody knows."""
    return bool(binding.description) and (binding.id is not None or binding.description in keys.TEXTUALS)


def rank(binding: Binding) -> int:
    """What is explained first: the screen's own keys, then every screen's, the program's, and Textual's."""
    if binding.id is None:
        return 3
    return {"screen": 1, "app": 2}.get(binding.id.split(".")[0], 0)


def active(screen: Screen[Any], words: Callable[[Binding], str] = described) -> list[Hint]:
    """The keys shown in the footer, in the order of their bindings, the focused widget's first."""
    found: list[Hint] = []
    seen: set[str] = set()
    typing = screen.focused is not None and screen.focused.check_consume_key("a", "a")
    for each in screen.active_bindings.values():
        binding = each.binding
        if not binding.show or not each.enabled or binding.action in seen:
            continue
        key = "F1" if typing and "f1" in binding.key else keys.shown_key(binding)
        if typing and len(key) == 1:
            continue
        seen.add(binding.action)
        found.append(Hint(key, words(binding), _addressed(screen, each.node, binding.action)))
    return sorted(found, key=lambda hint: _LAST.get(hint.action, 0))


def led(found: Sequence[Hint]) -> list[Hint]:
    """A dialog's keys: Enter is its next step, in the first place and green, unless it only leads back;
    another key for the same is left out."""
    first = next((each for each in found if each.key == keys.words_for("enter")), None)
    if first is None or first.action in _LAST:
        return list(found)
    return [replace(first, next=True), *(each for each in found if each.words != first.words)]


def _addressed(screen: Screen[Any], node: object, action: str) -> str:
    """The action with whose it is: a click runs it from the screen."""
    if "." in action.split("(")[0]:
        return action
    if node is screen.app:
        return f"app.{action}"
    return f"screen.{action}" if node is screen else f"focused.{action}"
