"""An evening on which the laptop died, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import assembly
from tests.assembly import Floor
from tests.meetings import evening


@contextmanager
def returned(path: Path) -> Iterator[Floor]:
    """Seven of nine are there from 19:00 on; the laptop died at 19:30, and it is 20:30 when it is back."""
    store = assembly.found(path)
    with evening() as at:
        at("19:00")
        made = assembly.convene(store)
        at("20:30")
        yield made
    store.shut()
