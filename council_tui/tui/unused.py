"""What Textual and asyncio import and this program never uses: empty modules stand in for it at a start.

Measured: Textual's command palette with its widgets takes 13 of 190 ms, TLS takes 5, lines between widgets 1.
The palette here is our own, and nothing here speaks to a network or draws such lines.
"""

import sys
from types import ModuleType
from typing import Any

TLS = "ssl"
TEXTUALS = ("textual.command", "textual.canvas")


def leave_out() -> None:
    """Import asyncio without TLS, and let Textual, imported later, find empty modules."""
    if "asyncio" not in sys.modules and TLS not in sys.modules:
        modules: dict[str, Any] = sys.modules
        modules[TLS] = None
        try:
            import asyncio  # noqa: F401
        finally:
            del modules[TLS]
    for name in TEXTUALS:
        if name not in sys.modules:
            sys.modules[name] = _Empty(name)


class _Empty(ModuleType):
    """A module that has any class, each with nothing in it."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        made = type(name, (), {})
        setattr(self, name, made)
        return made
