"""Modules imported after the first frame: the dialogs and errands behind keys, and the other screens.

No first frame shows them, and each costs a start a millisecond or more. Where one is used so, type checkers
see an ordinary import beside it. Nothing waits for its key: the disk may be gone by then.
"""

import asyncio
from importlib import import_module
from typing import Any

_NAMES: list[str] = []


class Later:
    """Stands in for a module of this program; a name of it that is asked for earlier imports it at once."""

    def __init__(self, name: str):
        self._name = f"council_tui.{name}"
        _NAMES.append(self._name)

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._name), name)


async def arrive() -> None:
    """Import all that waits, one after the other; keys go between."""
    for name in _NAMES:  # grows meanwhile: what is imported may have its own
        import_module(name)
        await asyncio.sleep(0)
