"""The question that corrects an announced result: new figures, or one member's answer, and why."""

from council_tui.domain.figures import Figures
from council_tui.domain.meeting import MeetingView
from council_tui.domain.reopenings import Reopening
from council_tui.domain.votes import Choice, VoteClosed, VoteView, Way
from council_tui.tui.fields import Field, Kind, Question, Values
from council_tui.usecases.recounts import Recount, recount_vote
from council_tui.usecases.results import (
    annul_vote,
    call_second_round,
    correct_ballot,
    correct_result,
    correct_stand,
    reconsider_vote,
)
from council_tui.usecases.votes import REASON
from council_tui.wording.catalog import _, pgettext
from council_tui.wording.entries import choice_words
from council_tui.wording.papers.stands import there
from council_tui.wording.parties import party_words, stand_words

DIGITS = 4
PAPERS = ("issued", "returned", "invalid")
ANSWERS = ("yes", "no", "abstain")


def correction(meeting: MeetingView, vote: VoteView, closed: VoteClosed) -> Question:
    """What is asked and recorded; the old figures stand in the fields."""
    title = _("Correct the result: old and new figures are printed with the reason")
    if vote.opened.way is Way.ROLL_CALL:
        return Question(
            title,
            [*_answer(meeting, closed), _why()],
            correct_ballot,
            lambda typed: (vote.id, typed["who"], Choice(typed["answer"]), typed["why"]),
        )
    if vote.opened.way is Way.PARTIES:
        return Question(
            title,
            [*_stand(meeting, vote), _why()],
            correct_stand,
            lambda typed: (vote.id, typed["party"], Choice(typed["stand"]), typed["why"]),
        )
    return Question(
        title,
        [*_figures(vote, closed), _why()],
        correct_result,
        lambda typed: (vote.id, _read(typed), typed["why"]),
    )


def recounting(meeting: MeetingView, vote: VoteView) -> Question:
    """What is asked when hands or papers are counted again; the fields are empty, so that nobody copies."""
    asked = ANSWERS if vote.rules.ask_abstain else ANSWERS[:2]
    names = (*(PAPERS[1:] if vote.opened.way is Way.SECRET else ()), *asked)
    labels = _labels()
    people = tuple(each.person for each in meeting.present)
    fields = [
        *(_figure(name, labels[name]) for name in names),
        Field("asker", _("Asked by"), Kind.PERSON, people=people),
        Field("reason", _("Reason"), longest=REASON),
    ]
    title = _("Count again: both counts are kept and printed, and the new one decides")
    return Question(
        title,
        fields,
        recount_vote,
        lambda typed: (vote.id, Recount(_read(typed), typed["asker"], typed["reason"])),
    )


def reopening(meeting: MeetingView, vote: VoteView, why: Reopening) -> Question:
    """What is asked when a result is to stand no longer."""
    if why is Reopening.ANNULLED:
        title = _("Annul this vote: its figures stay readable, and its question can be put again")
        return Question(title, [_why()], annul_vote, lambda typed: (vote.id, typed["why"]))
    if why is Reopening.SECOND_ROUND:
        title = _("Second round: the first result is kept, and the question is put once more")
        fields = [Field("reason", _("Reason"), longest=REASON)]
        return Question(title, fields, call_second_round, lambda typed: (vote.id, typed["reason"]))
    people = tuple(each.person for each in meeting.present)
    hint = _("of the winning side")
    fields = [
        Field("mover", _("Who moves it"), Kind.PERSON, required=True, people=people, hint=hint),
        Field("reason", _("Reason"), longest=REASON),
    ]
    title = _("Take the question up again: it is put to the vote once more")
    return Question(title, fields, reconsider_vote, lambda typed: (vote.id, typed["mover"], typed["reason"]))


def _answer(meeting: MeetingView, closed: VoteClosed) -> list[Field]:
    people = tuple(meeting.people[person].person for person in closed.presence)
    choices = tuple((str(choice), choice_words(choice)) for choice in Choice)
    return [
        Field("who", _("Member"), Kind.PERSON, required=True, people=people),
        Field("answer", _("Answer"), Kind.CHOICE, initial=str(Choice.YES), choices=choices),
    ]


def _stand(meeting: MeetingView, vote: VoteView) -> list[Field]:
    parties = tuple((each, party_words(each)) for each in there(meeting, vote))
    choices = tuple((str(choice), stand_words(choice)) for choice in Choice)
    return [
        Field("party", _("Party"), Kind.CHOICE, initial=parties[0][0] if parties else "", choices=parties),
        Field("stand", _("Stand"), Kind.CHOICE, initial=str(Choice.YES), choices=choices),
    ]


def _figures(vote: VoteView, closed: VoteClosed) -> list[Field]:
    labels = _labels()
    names = (*(PAPERS if vote.opened.way is Way.SECRET else ()), *ANSWERS)
    return [_figure(name, labels[name], str(getattr(closed, name))) for name in names]


def _labels() -> dict[str, str]:
    return {
        "issued": pgettext("papers", "issued"),
        "returned": pgettext("papers", "returned"),
        "invalid": pgettext("papers", "invalid"),
        "yes": pgettext("answer", "yes"),
        "no": pgettext("answer", "no"),
        "abstain": pgettext("answer", "abstain"),
    }


def _figure(name: str, label: str, initial: str = "") -> Field:
    return Field(name, label, Kind.NUMBER, initial, longest=DIGITS, required=True)


def _why() -> Field:
    return Field("why", _("Reason"), longest=REASON, required=True)


def _read(typed: Values) -> Figures:
    papers = {name: typed[name] for name in PAPERS if name in typed}
    return Figures(*(typed.get(name, 0) for name in ANSWERS), **papers)
