"""What was taken on paper is entered while its meeting still runs: that it was late is kept with it."""

from council_tui.domain.ids import PollId, VoteId
from council_tui.domain.late import EnteredLate
from council_tui.domain.meeting import MeetingView
from council_tui.store.act import Act


def note(
    act: Act, held: MeetingView, at: str, *, vote: VoteId | None = None, poll: PollId | None = None
) -> None:
    """Keep that a vote, or a poll, has a typed time, `at`, in the past; once is enough.

    Typed times have no seconds: what was typed within its minute is not late.
    """
    late = not held.plan.late and at[:16] < act.now[:16]
    if late and act.one(EnteredLate, "vote IS ? AND poll IS ?", [vote, poll]) is None:
        act.add(EnteredLate(vote, poll, act.now))
