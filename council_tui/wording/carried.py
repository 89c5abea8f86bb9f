"""What came of a vote, in a word or two: the same in a verdict, a correction, a list and the journal."""

from typing import TYPE_CHECKING

from council_tui.wording.catalog import pgettext

if TYPE_CHECKING:
    from council_tui.domain.record import Announced
    from council_tui.domain.rules import Verdict
    from council_tui.domain.votes import VoteClosed


def outcome_words(found: "Verdict | VoteClosed | Announced") -> str:
    """`carried`, `not carried`, or `tied, not carried`."""
    if found.carried:
        return pgettext("verdict", "carried")
    return pgettext("verdict", "tied, not carried") if found.tie else pgettext("verdict", "not carried")
