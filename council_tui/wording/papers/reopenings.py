"""What the papers and the screens say of a result that stands no longer, of a vote or of a poll."""

from council_tui.domain.meeting import MeetingView
from council_tui.domain.reopenings import PollReopened, Reopening, VoteReopened
from council_tui.wording import names
from council_tui.wording.catalog import N_, _

_SHORT = {
    Reopening.ANNULLED: N_("Annulled"),
    Reopening.RECONSIDERED: N_("Taken up again"),
    Reopening.SECOND_ROUND: N_("Second round"),
}


def reopened_short(why: VoteReopened | PollReopened) -> str:
    """`Annulled`, `Taken up again`."""
    return _(_SHORT[why.why])


def reopened(meeting: MeetingView, why: VoteReopened | PollReopened) -> str:
    """`Annulled at 20:15: two guests had voted. The result stands no longer.`"""
    reason = names.ended(why.reason) if why.reason else ""
    match why.why:
        case Reopening.SECOND_ROUND:
            bare = _("A second round was called at {time}; this result stands no longer.")
            text = _("A second round was called at {time}: {reason} This result stands no longer.")
        case Reopening.RECONSIDERED:
            bare = _("Taken up again at {time}, moved by {name}; the result stands no longer.")
            text = _("Taken up again at {time}, moved by {name}: {reason} The result stands no longer.")
        case Reopening.ANNULLED:
            bare = text = _("Annulled at {time}: {reason} The result stands no longer.")
            if why.mover is not None:
                bare = text = _("Annulled at {time}, as {name} asked: {reason} The result stands no longer.")
    time, name = names.clock_time(why.at, meeting.plan.starts), names.name_of(meeting, why.mover)
    return (text if reason else bare).format(time=time, name=name, reason=reason)
