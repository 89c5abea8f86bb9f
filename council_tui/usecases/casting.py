"""After a tie the chair gives the casting vote, or none: never without being asked."""

from council_tui.domain.casting import Casting, CastingVote, NoTieToBreak
from council_tui.domain.errors import Announced, NotClosed
from council_tui.domain.figures import Figures
from council_tui.domain.ids import VoteId
from council_tui.domain.tiebreak import tie_breaker
from council_tui.domain.votes import VoteClosed
from council_tui.store.act import Act
from council_tui.usecases import agenda, meetings
from council_tui.usecases.results import said_at
from council_tui.usecases.votes import closing, view_vote


def give_casting_vote(act: Act, vote: VoteId, choice: Casting, at: str | None = None) -> None:
    """The chair breaks the tie, or leaves it one; before the announcement it can be undone.

    Raises NotClosed, Announced or NoTieToBreak.
    """
    told = view_vote(act, vote)
    if told.closed is None:
        raise NotClosed(vote)
    if told.announced:
        raise Announced(vote)
    held = meetings.view(act, told.opened.meeting)
    chair = tie_breaker(held, agenda.on_agenda(held, told.opened.item), told)
    if chair is None:
        raise NoTieToBreak(vote)
    now = said_at(act, told, at)
    figures = None
    if choice is not Casting.NONE:
        figures = act.add(
            closing(told, told.closed.presence, _again(told.closed), now, told.closed_id, choice)
        )
    act.add(CastingVote(vote, figures, chair, choice, now))


def _again(closed: VoteClosed) -> Figures:
    """The tellers' figures, as they were told."""
    answers = closed.yes, closed.no, closed.abstain
    return Figures(*answers, closed.issued, closed.returned, closed.invalid, closed.override)
