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
    time = names.clock_time(why.at, meeting.plan.starts)
    reason = names.ended(why.reason) if why.reason else ""
    if why.why is Reopening.SECOND_ROUND:
        bare = _("A second round was called at {time}; this result stands no longer.")
        text = _("A second round was called at {time}: {reason} This result stands no longer.")
        return (text if reason else bare).format(time=time, reason=reason)
    if why.mover is None:
        text = _("Annulled at {time}: {reason} The result stands no longer.")
        return text.format(time=time, reason=reason)
    who = names.name_of(meeting, why.mover)
    if why.why is Reopening.ANNULLED:
        text = _("Annulled at {time}, as {name} asked: {reason} The result stands no longer.")
        return text.format(time=time, name=who, reason=reason)
    bare = _("Taken up again at {time}, moved by {name}; the result stands no longer.")
    text = _("Taken up again at {time}, moved by {name}: {reason} The result stands no longer.")
    return (text if reason else bare).format(time=time, name=who, reason=reason)
