"""What is asked when the result of a poll is doubted: which paper was wrong, or why it stands no longer."""

from dataclasses import replace

from council_tui.domain import pollpapers
from council_tui.domain.meeting import MeetingView
from council_tui.domain.plain import begins
from council_tui.domain.pollmending import Paper, PollMend, mended
from council_tui.domain.polls import BadMarks, PollView, Sort
from council_tui.domain.reopenings import Reopening
from council_tui.domain.tally.flaws import BadBallots
from council_tui.tui.fields import Field, Kind, Question, Values
from council_tui.usecases.poll_results import Doubt, annul_poll, correct_poll, reconsider_poll
from council_tui.usecases.votes import REASON
from council_tui.wording import resolved
from council_tui.wording.catalog import _, pgettext


def reopening(meeting: MeetingView, poll: PollView, why: Reopening) -> Question:
    """Why, and who asked for it or moved it."""
    annulled = why is Reopening.ANNULLED
    left = resolved.resolutions_without(meeting, poll)

    def told(typed: Values) -> tuple[object, ...]:
        return poll.id, Doubt(typed["why"], typed["mover"], *left)

    if annulled:
        title = _("Annul this poll: its count stays readable, and it can be held again")
        return Question(title, [reason(required=True), asker(meeting)], annul_poll, told)
    people = tuple(each.person for each in meeting.present)
    mover = Field("mover", _("Who moves it"), Kind.PERSON, required=True, people=people)
    title = _("Take the question up again: the poll is held once more")
    return Question(title, [mover, reason(required=False)], reconsider_poll, told)


def correction(meeting: MeetingView, poll: PollView) -> Question:
    """One paper as it was typed and as it is, each as at the desk; how many were given out; why."""
    issued = str(poll.closed.issued) if poll.closed is not None else ""
    typed, says = _("as at the desk; empty: not at all"), _("0 blank, - invalid; empty: no paper")
    fields = [
        Field("was", _("It was typed"), longest=pollpapers.LONGEST, hint=typed),
        Field("now", _("It says"), longest=pollpapers.LONGEST, hint=says),
        Field("issued", pgettext("papers", "issued"), Kind.NUMBER, issued, longest=9, required=True),
        Field("lot", _("Order drawn"), longest=pollpapers.LONGEST, hint=_("only after a tie")),
        reason(required=True),
        asker(meeting),
    ]

    def told(typed: Values) -> tuple[object, ...]:
        drawn = tuple(pollpapers.numbers_in(typed["lot"], len(poll.candidates)))
        was, now = (_paper(poll, typed[name]) for name in ("was", "now"))
        mend = PollMend(was, now, typed["issued"], typed["why"], typed["mover"], drawn)
        text, text_2 = resolved.resolutions(meeting, mended(poll, mend, ""))
        return poll.id, replace(mend, text=text, text_2=text_2)

    title = _("Correct one paper: both counts stay in the record")
    return Question(title, fields, correct_poll, told)


def _paper(poll: PollView, typed: str) -> Paper | None:
    """A paper as typed at the desk; None for none. Raises BadMarks, TooManyMarks or ShortPaper."""
    if not typed.strip():
        return None
    if typed.strip() in {"-", "\uff0d"}:
        return Sort.INVALID, ""
    try:
        marks = pollpapers.typed_marks(poll, typed)
    except BadBallots:
        raise BadMarks(begins(typed)) from None
    return (Sort.MARKED, marks) if marks else (Sort.BLANK, "")


def reason(*, required: bool) -> Field:
    """Why."""
    return Field("why", _("Reason"), longest=REASON, required=required)


def asker(meeting: MeetingView) -> Field:
    """Who asked for it; nobody need be named."""
    people = tuple(each.person for each in meeting.present)
    return Field("mover", _("Asked by"), Kind.PERSON, people=people)
