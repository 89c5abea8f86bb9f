"""Keys in words: how the footer, the help and the palette name them, and their full-width twins."""

from textual.binding import Binding

from council_tui.wording.catalog import N_, _

_NAMES = {
    "enter": N_("Enter"),
    "escape": N_("Esc"),
    "space": N_("Space"),
    "backspace": N_("Bksp"),
    "tab": N_("Tab"),
    "up": N_("Up key"),
    "down": N_("Down key"),
    "left": N_("Left key"),
    "right": N_("Right key"),
    "pageup": N_("PgUp"),
    "pagedown": N_("PgDn"),
    "home": N_("Home key"),
    "end": N_("End key"),
    "delete": N_("Del"),
}

_SIGNS = {
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "fullwidth_question_mark": "?",
    "fullwidth_solidus": "/",
}

TEXTUALS = (N_("Focus Next"), N_("Focus Previous"), N_("Copy selected text"))
"""What Textual calls bindings of its own."""

QUESTION = "question_mark,fullwidth_question_mark,f1"
SLASH = "slash,fullwidth_solidus"
"""A Chinese input method sends full-width signs: both are bound."""


def words_for(key: str) -> str:
    """`Enter`, `?`, `ctrl+s`, `m`: the key as a person reads it on the keyboard."""
    if key in _NAMES:
        return _(_NAMES[key])
    if key.startswith("f") and key[1:].isdigit():
        return key.upper()
    return _SIGNS.get(key, key)


def shown_key(binding: Binding) -> str:
    """The first of a binding's keys, in words; where a field is in focus F1 stands for `?`."""
    return words_for(binding.key_display or binding.key.split(",")[0])
