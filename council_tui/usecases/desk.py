"""Looking at the votes of the meeting in hand: whole once, then only at the answers that came in."""

from council_tui.domain.desk import VotesView, votes_view, with_answers, with_papers
from council_tui.domain.ids import MeetingId, Seq
from council_tui.domain.units import UnitBallot
from council_tui.domain.votes import Ballot, Way
from council_tui.store import desk, owners
from council_tui.store.act import Reader
from council_tui.usecases.hall import view_hall


def view_desk(at: Reader, chosen: MeetingId | None = None) -> VotesView:
    """The meeting in hand and its open vote, read whole."""
    hall = view_hall(at, chosen)
    meeting = hall.meeting
    running = meeting.open_vote if meeting is not None else None
    return votes_view(hall, Seq(meeting.head[0] if meeting is not None else 0), running)


class Watch:
    """Looks at the votes again and again, for one screen; lives on the store's thread.

    While nothing but answers to the open vote came in since its last look, it reads these and nothing else.
    """

    def __init__(self) -> None:
        self._last: tuple[MeetingId | None, VotesView] | None = None

    def __call__(self, at: Reader, chosen: MeetingId | None = None) -> VotesView:
        """The votes as they stand; the very same picture while nothing came in."""
        view = self._followed(at, chosen) or view_desk(at, chosen)
        self._last = chosen, view
        return view

    def _followed(self, at: Reader, chosen: MeetingId | None) -> VotesView | None:
        if self._last is None or self._last[0] != chosen:
            return None
        view = self._last[1]
        if view.running is None:
            return None
        units = view.running.opened.way is Way.UNITS
        entries = desk.answers(at, UnitBallot if units else Ballot, view.running.id, view.seq)
        if entries is None:
            return None
        return with_papers(view, owners.papers(at, entries)) if units else with_answers(view, entries)
