"""The screens, one file each.

To add one: a subclass of `BaseScreen` in a file of its own, with a sheet beside it where it needs one, and a
line here; its mode, its key, its place in the strip and in the palette come by themselves.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from council_tui.domain.lazily import dataclass
from council_tui.tui.later import Later
from council_tui.wording.catalog import N_

if TYPE_CHECKING:
    from council_tui.tui.screens.base import BaseScreen


@dataclass(frozen=True, slots=True)
class Tab:
    """A screen in the strip: its key, its name, and where its class stands."""

    key: str
    id: str
    """Its mode, and its file."""
    title: str
    screen: str
    """The class."""

    def make(self) -> "BaseScreen[object]":
        """A new screen."""
        made: Callable[[], BaseScreen[object]] = getattr(_FILES[self.id], self.screen)
        return made()


def tabs() -> tuple[Tab, ...]:
    """Every screen, in the order of the strip."""
    return _TABS


_TABS = (
    Tab("1", "home", N_("Home"), "HomeScreen"),
    Tab("3", "proposals", N_("Proposals"), "ProposalsScreen"),
    Tab("4", "agenda", N_("Agenda"), "AgendaScreen"),
    Tab("5", "votes", N_("Votes"), "VotesScreen"),
    Tab("6", "minutes", N_("Minutes"), "MinutesScreen"),
    Tab("8", "people", N_("People"), "PeopleScreen"),
    Tab("9", "rules", N_("Rules"), "RulesScreen"),
)

_FILES = {tab.id: Later(f"tui.screens.{tab.id}") for tab in _TABS}
