"""The field that filters a list."""

from typing import ClassVar

from textual.binding import Binding

from council_tui.tui.ime import ImeInput
from council_tui.wording.catalog import N_

LONGEST = 60
"""Characters of a filter."""


class Filter(ImeInput):
    """Enter opens what fits, after all that was typed before it."""

    BINDINGS: ClassVar = [Binding("enter", "screen.open", N_("open"), id="filter.open")]


def made() -> Filter:
    """An empty filter."""
    return Filter("", max_length=LONGEST)
