"""A style sheet that parses each text once. It knows nothing of what the texts say.

Textual parses every sheet again at each start, theme and first visit of a screen; here only what changed is
parsed. The names it leans on are held by a test, since they are Textual's own.
"""

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

KEPT = 1024
"""So many parsed sheets are kept: more than there are, since one too many would push out all."""


class KeptStylesheet(Stylesheet):
    """Parses a sheet when its text or a variable changed, and not before."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._parse_cache: LRUCache[tuple, list[RuleSet]] = LRUCache(KEPT)  # type: ignore[type-arg]

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take new variables; equal ones change nothing."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse what is not known yet."""
        self.parse()
