"""What was taken on paper is entered while its meeting still runs: that it was late is kept with it."""

from council_tui.domain.ids import PollId, VoteId
from council_tui.domain.late import EnteredLate
from council_tui.domain.meeting import MeetingView
from council_tui.store.act import Act


def note_vote(act: Act, held: MeetingView, vote: VoteId, at: str) -> None:
    """Keep that a vote has a typed time, `at`, in the past; once is enough."""
    if _late(act, held, at) and act.one(EnteredLate, "vote = ?", [vote]) is None:
        act.add(EnteredLate(vote, None, act.now))


def note_poll(act: Act, held: MeetingView, poll: PollId, at: str) -> None:
    """Keep that a poll has a typed time, `at`, in the past; once is enough."""
    if _late(act, held, at) and act.one(EnteredLate, "poll = ?", [poll]) is None:
        act.add(EnteredLate(None, poll, act.now))


def _late(act: Act, held: MeetingView, at: str) -> bool:
    """Typed times have no seconds: what was typed within its minute is not late."""
    return not held.plan.late and at[:16] < act.now[:16]
