"""The language in use, and every text of the program in it.

Source texts are English; each language is a folder under `locales/` whose `*.po` files the
build hook (`hatch_build.py`) compiles into one `council_tui.mo`. The choice is a module
variable, not a context variable: Textual's widgets each run in their own context.
"""

import gettext
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

LOCALES = os.path.join(os.path.dirname(__file__), "locales")
"""The folder of the catalogues; a text, because `pathlib` takes longer to import than all the rest here."""
DOMAIN = "council_tui"


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages shipped, in alphabetical order: `("en", "zh")`."""
    found = (folder for folder in os.scandir(LOCALES) if folder.is_dir())
    shipped = (each for each in found if any(name.endswith(".po") for name in os.listdir(each)))
    return tuple(sorted(folder.name for folder in shipped))


@cache
def texts(lang: str) -> gettext.NullTranslations:
    """One language's texts; the English sources where it is not shipped."""
    path = os.path.join(LOCALES, lang, f"{DOMAIN}.mo")
    if not os.path.exists(path):
        return gettext.NullTranslations()
    with open(path, "rb") as file:
        return gettext.GNUTranslations(file)


_current = "en"


def use(lang: str) -> None:
    """Speak `lang` from now on."""
    global _current
    _current = lang


def use_first(environment: Mapping[str, str], platform: str | None = None) -> None:
    """Speak the language of the locale until another is asked for; English where there is no such."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            platform = environment[name]
            break
    code = (platform or "").replace("-", "_").split("_")[0].split(".")[0].lower()
    use(code if code in languages() else "en")


def current() -> str:
    """The code of the language in use."""
    return _current


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Speak `lang` for a while, then as before: a paper in another language than the screen's.

    Not across an await: everybody else would hear it too.
    """
    before = _current
    use(lang)
    try:
        yield
    finally:
        use(before)


def _(text: str) -> str:
    """`text` in the language in use."""
    return texts(_current).gettext(text)


def N_(text: str) -> str:
    """Mark `text` for the catalogues; it is translated later with `_`."""
    return text


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many`, as the language in use counts."""
    return texts(_current).ngettext(one, many, count)


def pgettext(context: str, text: str) -> str:
    """`text` in the language in use, told apart from its twins by `context`."""
    return texts(_current).pgettext(context, text)
