"""What is imported at a start and never used there, or seldom: it is left out, or comes when it is called.

Measured, of 190 ms: Textual's command palette with its widgets 13, TLS 6, the compressions of `shutil` 5,
OpenSSL's hashes beside Python's own 3, decimal numbers 2, and a dozen from modules of which one function is
wanted now and then.
The palette here is our own, and nothing here speaks to a network or packs archives.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

WITHOUT = {"asyncio": ("ssl",), "hashlib": ("_hashlib",), "shutil": ("bz2", "lzma", "zlib")}
"""Modules, and what they look for and can do without."""

EMPTY = ("textual.command", "textual.canvas", "asyncio.sslproto")
"""Modules in whose place an empty one stands for good."""

ASKED = {"fractions": "decimal"}
"""A module, and one of which it only asks whether a number is of its kind: here none ever is."""

CALLED = (
    "ipaddress",
    "platform",
    "uuid",
    "pickle",
    "difflib",
    "mimetypes",
    "tempfile",
    "rich.table",
    "rich.tree",
)
"""Modules of which something is only ever called: each is imported at the first call."""


def leave_out() -> None:
    """Let what is imported from now on find stand-ins; `let_in` ends it for those that come when called."""
    modules: dict[str, Any] = sys.modules
    for name in CALLED:
        modules.setdefault(name, _Called(name))
    for name in EMPTY:
        modules.setdefault(name, _Empty(name))
    for name, asked in ASKED.items():
        if name not in modules and asked not in modules:
            modules[asked] = _Empty(asked)
            try:
                import_module(name)
            finally:
                del modules[asked]
    for name, missed in WITHOUT.items():
        absent = [] if name in modules else [each for each in missed if each not in modules]
        modules.update(dict.fromkeys(absent))
        try:
            import_module(name)
        finally:
            for each in absent:
                del modules[each]


def let_in() -> None:
    """Whoever imports one of `CALLED` from now on gets it."""
    for name in CALLED:
        if isinstance(sys.modules.get(name), _Called):
            del sys.modules[name]


class _Empty(ModuleType):
    """A module that has any class, each with nothing in it."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        made = type(name, (), {})
        setattr(self, name, made)
        return made


class _Called(ModuleType):
    """A module whose functions and classes can be called, and are only then looked for."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *words, **named: getattr(self._real(), name)(*words, **named)

    def _real(self) -> ModuleType:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return import_module(self.__name__)
