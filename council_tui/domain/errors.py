"""Refusals: what may not be recorded, as facts. The words for each are in `wording.say`."""

from dataclasses import dataclass


@dataclass
class Refusal(Exception):
    """Something asked for that may not be recorded. Subclasses carry the facts, never a sentence."""

    def __str__(self) -> str:
        """The class and its facts, for logs and tests; people read `wording.say`."""
        return repr(self)
