"""The questions about a proposal: its texts, who moves and seconds it, and what is recorded of that."""

from council_tui.domain.items import ItemView, MotionView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.people import PersonView
from council_tui.tui.fields import Field, Kind, Question, Values
from council_tui.tui.pages.proposals import Listed, number_words, title_words
from council_tui.usecases import proposals
from council_tui.usecases.proposals import TEXT, Wording
from council_tui.wording.catalog import _

WORDS = 400
"""The longest words of an amendment that are typed in one line."""


def written(meeting: MeetingView, item: ItemView) -> Question:
    """A proposal is written under an item, before anybody moves it."""
    title = _("New proposal under {item}").format(item=number_words(item))
    return Question(
        title,
        _texts(),
        proposals.write_proposal,
        lambda typed: (item.id, _wording(typed)),
        f"proposal.new.{item.id}",
        floor=False,
    )


def reworded(meeting: MeetingView, item: ItemView, motion: MotionView) -> Question:
    """The texts of a proposal or an amendment, written otherwise."""
    texts = _texts(motion.text, motion.text_2)
    return Question(
        _("Reword: {title}").format(title=title_words(meeting, Listed(item, motion))),
        texts if motion.amends is None else [*_words(motion.words, motion.words_2), *texts],
        proposals.change_proposal,
        lambda typed: (meeting.id, motion.id, _wording(typed)),
        f"proposal.text.{motion.id}",
        floor=False,
    )


def moved(meeting: MeetingView, row: Listed) -> Question:
    """Somebody moves what is written, or something new; a motion that waits for it gets its seconder."""
    item, motion = row.item, row.motion
    title = title_words(meeting, row)
    if motion is None:
        return Question(
            title,
            [*_movers(meeting), *_texts()],
            proposals.move,
            lambda typed: (meeting.id, item.id, _wording(typed), typed["mover"], typed["seconder"]),
            f"motion.{item.id}",
        )
    if motion.mover is None:
        return Question(
            title,
            _movers(meeting),
            proposals.move_proposal,
            lambda typed: (meeting.id, motion.id, typed["mover"], typed["seconder"]),
        )
    return Question(
        title,
        [Field("seconder", _("Seconder"), Kind.PERSON, required=True, people=present(meeting))],
        proposals.second,
        lambda typed: (meeting.id, motion.id, typed["seconder"]),
    )


def amended(meeting: MeetingView, item: ItemView, motion: MotionView) -> Question:
    """An amendment: who, in which words, and the full text it would make, begun from the motion's."""
    return Question(
        _("Amendment to {title}").format(title=title_words(meeting, Listed(item, motion))),
        [*_movers(meeting), *_words(), *_texts(*item.wording(motion))],
        proposals.amend,
        lambda typed: (meeting.id, motion.id, _wording(typed), typed["mover"], typed["seconder"]),
        f"amend.{motion.id}",
    )


def present(meeting: MeetingView) -> tuple[PersonView, ...]:
    """Who may move and second now."""
    return tuple(each.person for each in meeting.people.values() if each.present)


def _movers(meeting: MeetingView) -> list[Field]:
    people = present(meeting)
    return [
        Field("mover", _("Mover"), Kind.PERSON, required=True, people=people),
        Field("seconder", _("Seconder"), Kind.PERSON, people=people, hint=_("may come later")),
    ]


def _words(words: str = "", second: str = "") -> list[Field]:
    return [
        Field("words", _("Amendment"), Kind.LINE, words, WORDS, required=True),
        Field("words_2", _("2nd language"), Kind.LINE, second, WORDS),
    ]


def _texts(text: str = "", second: str = "") -> list[Field]:
    return [
        Field("text", _("Full text"), Kind.LONG, text, TEXT, required=True),
        Field("text_2", _("2nd language"), Kind.LONG, second, TEXT),
    ]


def _wording(typed: Values) -> Wording:
    return Wording(typed["text"], typed["text_2"], typed.get("words", ""), typed.get("words_2", ""))
