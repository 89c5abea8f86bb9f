"""A closed vote is counted again, before or after its result is announced; every count is kept."""

from dataclasses import replace

from council_tui.domain import plain
from council_tui.domain.errors import NotClosed
from council_tui.domain.figures import Figures, admit_hands, admit_papers
from council_tui.domain.ids import PersonId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.recounts import NotRecountable, VoteRecounted
from council_tui.domain.reopenings import StandsNoLonger
from council_tui.domain.votes import VoteClosed, VoteView, Way
from council_tui.store import people
from council_tui.store.act import Act
from council_tui.usecases.results import replace_figures, said_at
from council_tui.usecases.votes import REASON, view_vote


@dataclass(frozen=True, slots=True)
class Recount:
    """What a recount came to; of papers how many were issued is known and not asked again."""

    figures: Figures
    asker: PersonId | None = None
    reason: str = ""


def recount_vote(act: Act, vote: VoteId, recount: Recount, at: str | None = None) -> None:
    """Hands or papers are counted again: the new figures decide, and equal ones confirm the former.

    Those who were present at the close are who can be counted. Raises NotClosed, StandsNoLonger,
    NotRecountable, Unknown for an asker nobody knows, and what the figures themselves refuse.
    """
    told, before = _recountable(act, vote)
    people.admit(act, recount.asker)
    reason = plain.clean_line(recount.reason, REASON)
    figures = replace(recount.figures, issued=before.issued, override=before.override, why="")
    _admit(told, replace(figures, override=before.override or reason))
    counted = replace_figures(act, told, figures, at)
    act.add(VoteRecounted(vote, counted, recount.asker, reason, said_at(act, told, at)))


def _recountable(act: Act, vote: VoteId) -> tuple[VoteView, VoteClosed]:
    told = view_vote(act, vote)
    if told.closed is None:
        raise NotClosed(vote)
    if told.reopened is not None:
        raise StandsNoLonger(vote)
    if not told.recountable:
        raise NotRecountable(vote)
    return told, told.closed


def _admit(told: VoteView, figures: Figures) -> None:
    """As at the close; a reason for the recount is one for few hands or papers too."""
    if told.opened.way is Way.SECRET:
        admit_papers(figures, len(told.opened.electorate))
    else:
        admit_hands(figures, told.answering, asked=told.rules.ask_abstain)
