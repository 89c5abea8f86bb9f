"""What the recorder words, and how a gap is mended: the questions of the Minutes screen."""

from collections.abc import Iterator

from council_tui.domain.agenda import Outcome, Role
from council_tui.domain.floor import Remark
from council_tui.domain.ids import ItemId
from council_tui.domain.items import ItemView
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import Part
from council_tui.domain.people import PersonView
from council_tui.domain.promises import ActionAssigned
from council_tui.domain.record import Kept
from council_tui.tui.dialogs import Option
from council_tui.tui.fields import Field, Kind, Question, Values
from council_tui.usecases import floor, minutes, promises
from council_tui.usecases.agenda import TEXT, Settlement
from council_tui.usecases.promises import ActionEntry
from council_tui.wording import names
from council_tui.wording.bilingual import either
from council_tui.wording.catalog import _, pgettext, speaking
from council_tui.wording.papers.items import remark_words


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a paper that the recorder may word, or a remark."""

    item: ItemView | None
    part: Part
    remark: Kept[Remark] | None = None


def places(meeting: MeetingView) -> list[Option[Place]]:
    """Everything that may be worded, in the order of the paper."""
    found = [each for item in meeting.items for each in _under(meeting, item)]
    last = Place(None, Part.CLOSING)
    return [*found, Option(last, _("The end of the paper: closing words"))]


def _under(meeting: MeetingView, item: ItemView) -> Iterator[Option[Place]]:
    number = names.numeral(item.label)
    title = names.said(meeting, item.title, item.title_2)
    yield Option(
        Place(item, Part.DISCUSSION), _("{number} Discussion   {title}").format(number=number, title=title)
    )
    for each in item.remarks:
        yield Option(Place(item, Part.DISCUSSION, each), "   " + remark_words(meeting, each.fact))
    yield Option(
        Place(item, Part.CLOSING), _("{number} Outcome   {title}").format(number=number, title=title)
    )


def worded(meeting: MeetingView, place: Place, lang: str, language: str) -> Question:
    """The recorder's words for a part, begun from what stands there now; empty: the composed words again."""
    item = place.item.id if place.item is not None else None
    before = standing(meeting, place, lang)
    title = _("{part}, {language}; figures cannot be changed here").format(
        part=_part_words(meeting, place), language=language
    )
    return Question(
        title,
        [Field("text", _("Wording"), Kind.LONG, before, minutes.TEXT)],
        minutes.word_part,
        lambda typed: (meeting.id, item, place.part, lang, typed["text"]) if typed["text"] != before else (),
        f"words.{meeting.id}.{item or 0}.{place.part}.{lang}",
    )


def _part_words(meeting: MeetingView, place: Place) -> str:
    if place.item is None:
        return _("Closing words")
    text = _("Discussion of {number}") if place.part is Part.DISCUSSION else _("Outcome of {number}")
    return text.format(number=names.numeral(place.item.label).rstrip("."))


def standing(meeting: MeetingView, place: Place, lang: str) -> str:
    """What stands in a part now: the recorder's words, else what they would stand in for."""
    item = place.item
    own = meeting.worded.get((item.id if item is not None else None, place.part, lang), "")
    if own or item is None:
        return own
    with speaking(lang):
        if place.part is Part.DISCUSSION:
            return "\n".join(remark_words(meeting, each.fact) for each in item.remarks)
        settled = item.settled
        return either(settled.resolution, settled.resolution_2, meeting.council.lang) if settled else ""


def remark(kept: Kept[Remark]) -> Question:
    """A remark, worded otherwise; empty: taken back."""
    texts = kept.fact.text, kept.fact.text_2
    return Question(
        _("Remark; an empty text takes it back"),
        [
            Field("text", pgettext("minutes", "Text"), Kind.LONG, texts[0], floor.TEXT),
            Field("text_2", _("2nd language"), Kind.LONG, texts[1], floor.TEXT),
        ],
        floor.change_remark,
        lambda typed: (
            (kept.id, typed["text"], typed["text_2"]) if texts != (typed["text"], typed["text_2"]) else ()
        ),
        f"remark.{kept.id}",
    )


def action(kept: Kept[ActionAssigned], people: tuple[PersonView, ...]) -> Question:
    """What was assigned: who does it, and by when."""
    fact = kept.fact
    person = str(fact.person) if fact.person is not None else ""
    return Question(
        pgettext("minutes", "Action"),
        [
            Field("task", pgettext("minutes", "Action"), Kind.LINE, fact.task, promises.TASK, required=True),
            Field("task_2", _("2nd language"), Kind.LINE, fact.task_2, promises.TASK),
            Field("person", pgettext("minutes", "Owner"), Kind.PERSON, person, people=people),
            Field(
                "organisation",
                pgettext("minutes", "Organisation"),
                Kind.LINE,
                fact.organisation,
                promises.OWNER,
            ),
            Field("due", pgettext("minutes", "Due"), Kind.DAY, fact.due),
        ],
        promises.change_action,
        lambda typed: (kept.id, _entry(fact, typed)),
        f"action.{kept.id}",
    )


def _entry(before: ActionAssigned, typed: Values) -> ActionEntry:
    return ActionEntry(
        typed["task"],
        typed["task_2"],
        typed["organisation"],
        before.organisation_2,
        typed["person"],
        typed["due"],
    )


def office(meeting: MeetingView, role: Role) -> Question:
    """Who chaired or recorded, where nobody was named."""
    people = tuple(each.person for each in meeting.people.values() if each.attended)
    label = _(names.ROLES[role])
    return Question(
        _("Who held this office? {role}").format(role=label),
        [Field("who", label, Kind.PERSON, required=True, people=people)],
        minutes.name_office,
        lambda typed: (meeting.id, role, (typed["who"],)),
    )


def outcome(meeting: MeetingView, item: ItemId, ended: Outcome) -> Question:
    """What was agreed or noted under an item that has no outcome yet."""
    return Question(
        names.outcome_words(ended),
        [
            Field("text", pgettext("minutes", "Text"), Kind.LONG, "", TEXT),
            Field("text_2", _("2nd language"), Kind.LONG, "", TEXT),
        ],
        minutes.note_outcome,
        lambda typed: (meeting.id, item, Settlement(ended, typed["text"], typed["text_2"])),
        f"outcome.{meeting.id}.{item}",
    )
