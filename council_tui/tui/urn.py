"""The urn of a secret ballot on the laptop: what was pressed, as counters in memory and nowhere else.

It knows how many pressed what and who has voted; not in which order, and not who pressed what. It is never
written, printed or copied: whoever asks for its text or its state gets none.
"""

from collections.abc import Sequence

from council_tui.domain.figures import Figures
from council_tui.domain.ids import PersonId, VoteId
from council_tui.domain.votes import Choice


class Urn:
    """Lives from the opening of a ballot to its close; a program that ends takes it along."""

    __slots__ = ("_counts", "_voted", "vote")

    def __init__(self) -> None:
        self.vote: VoteId | None = None
        """The vote it belongs to; None until that is recorded."""
        self._counts = {Choice.YES: 0, Choice.NO: 0, Choice.ABSTAIN: 0}
        self._voted: set[PersonId] = set()

    def __repr__(self) -> str:
        """Nothing of what is in it."""
        return "Urn()"

    def __reduce__(self) -> str:
        """Raises TypeError: it is not copied."""
        raise TypeError("an urn is not copied")

    @property
    def turnout(self) -> int:
        """How many have voted."""
        return len(self._voted)

    def has(self, person: PersonId) -> bool:
        """Whether somebody has voted."""
        return person in self._voted

    def drop(self, person: PersonId, choice: Choice) -> None:
        """Somebody votes, once: both halves in one step, and nothing joins them."""
        if person not in self._voted:
            self._voted.add(person)
            self._counts[choice] += 1

    def figures(self) -> Figures:
        """The totals; every answer that was taken is one of them."""
        yes, no, abstain = self._counts.values()
        return Figures(yes, no, abstain, issued=self.turnout, returned=self.turnout)

    def voted(self, order: Sequence[PersonId]) -> tuple[PersonId, ...]:
        """Who has voted, in an order of somebody else's."""
        return tuple(person for person in order if person in self._voted)
