"""One owner's paper of an announced vote is corrected: whose, what it says after all, who asked, and why."""

from functools import partial
from typing import TYPE_CHECKING, Any

from council_tui.domain.meeting import MeetingView
from council_tui.domain.unitlists import Answer
from council_tui.domain.units import Candidate
from council_tui.domain.votes import VoteView
from council_tui.tui.count.units import LONGEST
from council_tui.tui.dialogs import WIDE, Choose, Option, Prompt
from council_tui.tui.fields import Field, Kind, Question, Values
from council_tui.tui.pages.owners import who
from council_tui.usecases.owners import PaperTold, correct_paper, view_candidates
from council_tui.usecases.votes import REASON
from council_tui.wording.catalog import _, pgettext
from council_tui.wording.units import answer_words

if TYPE_CHECKING:
    from council_tui.tui.screens.base import BaseScreen

FITTING = 9
"""So many of those that fit are offered."""


async def found(screen: "BaseScreen[Any]", vote: VoteView) -> Candidate | None:
    """Whose paper it is, found as at the desk; None when nobody fits, or it was left. Runs in a worker."""
    title = _("Whose paper? A unit number, or the owner's name, pinyin or initials")
    typed = await screen.app.push_screen_wait(Prompt(title, longest=LONGEST, digits=True))
    if typed is None or not typed.strip():
        return None
    look = partial(view_candidates, vote=vote.id, typed=typed, most=FITTING)
    fitting = await screen.app.clerk.look(look)
    if not fitting:
        screen.say(_("Nobody who may answer fits."))
        return None
    if len(fitting) == 1 or typed.strip() in fitting[0].numbers:
        return fitting[0]
    options = [Option(each, who(each, WIDE), answer_words(each.answer)) for each in fitting]
    return await screen.app.push_screen_wait(Choose(title, options))


def correction(meeting: MeetingView, vote: VoteView, owner: Candidate) -> Question:
    """What the paper says; what stands now is chosen."""
    choices = tuple((str(each), answer_words(each)) for each in Answer)
    issued = str(vote.closed.issued or 0) if vote.closed is not None else ""
    people = tuple(each.person for each in meeting.present)
    fields = [
        Field("answer", _("Answer"), Kind.CHOICE, initial=str(owner.answer), choices=choices),
        Field("issued", pgettext("papers", "issued"), Kind.NUMBER, issued, longest=6, required=True),
        Field("why", _("Reason"), longest=REASON, required=True),
        Field("asker", _("Asked by"), Kind.PERSON, people=people),
    ]

    def told(typed: Values) -> tuple[object, ...]:
        paper = PaperTold(Answer(typed["answer"]), typed["why"], typed["asker"], typed["issued"])
        return vote.id, owner.owner, paper

    title = _("{owner}: what does the paper say? Old and new figures are printed with the reason")
    return Question(title.format(owner=who(owner, WIDE)), fields, correct_paper, told)
