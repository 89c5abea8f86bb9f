"""Which file was chosen, and the council's record opened for one command."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from council_tui.store.store import Store


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was said before the command: `--file` and `--lang`; None where nothing was."""

    path: str | None = None
    lang: str | None = None

    @property
    def file(self) -> Path:
        """The council's file: chosen here, by the environment, or the platform's."""
        from council_tui.store import places

        return Path(self.path) if self.path is not None else places.default_file()


@contextmanager
def record(chosen: Chosen, *, view_only: bool = True) -> Iterator["Store"]:
    """The council's record, closed afterwards. Raises CannotOpen or Waiting."""
    from council_tui.store.store import Store

    store = Store(chosen.file, view_only=view_only)
    try:
        yield store
    finally:
        store.shut()
