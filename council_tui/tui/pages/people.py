"""The roster laid out: the filter, the members, the guests, and one person in full beside them."""

from collections.abc import Sequence
from functools import lru_cache

from council_tui.domain.agenda import IN_THE_ROOM, Presence
from council_tui.domain.attendees import Attendee
from council_tui.domain.finding import matches
from council_tui.domain.lazily import dataclass
from council_tui.domain.members import PeopleView
from council_tui.domain.people import PersonView
from council_tui.tui.ink import BLANK, Line, Span, fit, line, right, text
from council_tui.tui.widgets.pane import beside, main, pane
from council_tui.wording.catalog import _, pgettext
from council_tui.wording.names import (
    ROLES,
    clock_time,
    listed,
    other_name,
    person_name,
    post_words,
)
from council_tui.wording.parties import party_words
from council_tui.wording.presences import movement_words, presence_words
from council_tui.wording.roster import MASK, category_words

SEAT, NAME, CATEGORY = 6, 7, 32
"""Columns of the list; the seat's is where it ends."""
VOTE, TONIGHT, PHONE = 49, 54, 66
NARROW_TONIGHT = 49
"""Where presence stands in a list without vote and phone."""
FIELD, FIELD_WIDTH = 3, 14
"""The filter's column and width."""
LABEL = 14
GAP, GUESTS = -1, -2
"""Slots of the list that are nobody."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the list is looked at: where the cursor is, the filter, and what the room may not see."""

    cursor: int = 0
    typed: str = ""
    finding: bool = False
    masked: bool = False


@lru_cache(maxsize=8)
def found(people: tuple[PersonView, ...], typed: str) -> tuple[PersonView, ...]:
    """Whoever's name, pinyin, initials or seat begins with what was typed; everybody without a filter."""
    if not typed.strip():
        return people
    return tuple(each for each in people if matches(typed, _spellings(each)))


def _spellings(person: PersonView) -> tuple[str, ...]:
    seat = (str(person.seat),) if person.seat is not None else ()
    return (person.name, person.latin, *person.keys, *seat)


def people_page(view: PeopleView, reading: Reading, width: int, height: int) -> list[Line]:
    """The rows of the page."""
    if not view.people:
        return _nobody()
    rows = found(view.people, reading.typed)
    at = max(min(reading.cursor, len(rows) - 1), 0)
    room = main(width) if pane(width) else width
    top = [_filter_row(view, rows, reading, room), BLANK, _heads(view, room)]
    note = [text(_("masked during the meeting (***)"), "dim")] if reading.masked else []
    space = height - len(top) - len(note)
    left = [*top, *_listed(view, rows, (at, space), reading, room)]
    left += [BLANK] * (height - len(note) - len(left)) + note
    details = _details(view, rows[at], reading.masked) if rows and pane(width) else []
    return beside(left, [BLANK, BLANK, *details], width)


def _nobody() -> list[Line]:
    return [
        BLANK,
        text(_("Nobody is entered yet."), "bold"),
        BLANK,
        text(_("i: take over a roster from a file (CSV with a heading; UTF-8 or GB18030)")),
        text(_("n: enter one person after the other")),
        text(_("v: dwelling units and their owners, for votes by floor area")),
        BLANK,
        text(_("Members have a seat number; only those with a vote count in the roll."), "dim"),
    ]


def _filter_row(view: PeopleView, rows: Sequence[PersonView], reading: Reading, width: int) -> Line:
    hint = _("name, pinyin, initials, seat")
    if reading.finding:
        told = _("{found} of {count}").format(found=len(rows), count=len(view.people))
    else:
        guests = len(view.people) - view.members
        told = _("members {members}, guests {guests}").format(members=view.members, guests=guests)
    spans = [Span(1, "/", "bold", "screen.find"), Span(FIELD + FIELD_WIDTH + 2, told, "bold")]
    return line(*spans, right(hint, width - 1, "dim")) if width >= 80 else line(*spans)


def _heads(view: PeopleView, width: int) -> Line:
    tonight = pgettext("people", "tonight") if view.tonight else ""
    spans = [
        right(_("seat"), SEAT, "dim"),
        Span(NAME, _("name"), "dim"),
        Span(CATEGORY, pgettext("people", "category"), "dim"),
    ]
    if width < 80:
        return line(*spans, Span(NARROW_TONIGHT, tonight, "dim"))
    return line(
        *spans,
        Span(VOTE, pgettext("people", "vote"), "dim"),
        Span(TONIGHT, tonight, "dim"),
        Span(PHONE, _("phone"), "dim"),
    )


def _listed(
    view: PeopleView, rows: Sequence[PersonView], place: tuple[int, int], reading: Reading, width: int
) -> list[Line]:
    """A window of the rows around the cursor; a line of its own before the guests."""
    at, room = place
    if not rows:
        told = _("Nobody's name begins with {typed}. Esc: show all").format(typed=reading.typed)
        return [BLANK, text(told)]
    slots = _slots(rows)
    here = slots.index(at)
    first = max(0, min(here - room // 2, len(slots) - room))
    return [
        text(_("Without a seat"), "dim", 2)
        if slot == GUESTS
        else BLANK
        if slot == GAP
        else _person(view, rows[slot], (slot, slot == at), reading.masked, width)
        for slot in slots[first : first + room]
    ]


def _slots(rows: Sequence[PersonView]) -> list[int]:
    """The numbers of the rows, with a heading before the guests."""
    members = sum(each.seat is not None for each in rows)
    numbers = list(range(len(rows)))
    if members == len(rows):
        return numbers
    return [*numbers[:members], *([GAP] if members else []), GUESTS, *numbers[members:]]


def _person(view: PeopleView, person: PersonView, place: tuple[int, bool], masked: bool, width: int) -> Line:
    number, here = place
    seat = str(person.seat) if person.seat is not None else ""
    spans = [
        Span(0, ">" if here else " "),
        right(seat, SEAT),
        Span(NAME, fit(person_name(person), CATEGORY - NAME - 1), "" if here else "bold"),
        Span(CATEGORY, fit(post(view, person), _after_category(view, width) - CATEGORY - 1)),
    ]
    tonight = presence(view.attendee(person.id)) if view.tonight else ""
    if width < 80:
        spans.append(Span(NARROW_TONIGHT, tonight))
    else:
        spans += [
            Span(VOTE, vote_words(person)),
            Span(TONIGHT, tonight),
            Span(PHONE, phone(person, masked)),
        ]
    return Line(tuple(spans), "cursor" if here else "", f"screen.point({number})")


def _after_category(view: PeopleView, width: int) -> int:
    """Where the column behind the category begins."""
    if width >= 80:
        return VOTE
    return NARROW_TONIGHT if view.tonight else width


def post(view: PeopleView, person: PersonView) -> str:
    """Which party they speak for, else what they are in the meeting in hand, on the council, or elsewhere."""
    if person.party:
        return party_words(person.party)
    offices = view.offices(person.id)
    if offices:
        return listed(_(ROLES[role]) for role in offices)
    if person.category:
        return category_words(person.category)
    council = view.hall.council
    return post_words(person, council.lang if council is not None else "")


def vote_words(person: PersonView) -> str:
    """Whether somebody votes."""
    if person.seat is None:
        return ""
    return pgettext("right to vote", "yes") if person.votes else pgettext("right to vote", "no")


def presence(attendee: Attendee | None) -> str:
    """Where somebody is tonight, since when."""
    if attendee is None or not attendee.steps:
        return "."
    step = attendee.steps[-1]
    time = clock_time(step.at)
    if step.presence in IN_THE_ROOM:
        return pgettext("people", "in {time}").format(time=time)
    if step.presence is Presence.LEFT:
        return pgettext("people", "left {time}").format(time=time)
    return presence_words(step.presence)


def phone(person: PersonView, masked: bool) -> str:
    """A telephone number, or its mask."""
    return MASK if masked and person.phone else person.phone


def _details(view: PeopleView, person: PersonView, masked: bool) -> list[Line]:
    """One person in full."""
    rows = [text(person_name(person), "bold", 0)]
    offices = listed(_(ROLES[role]) for role in view.offices(person.id))
    settings = (
        ("", other_name(person)),
        (_("seat"), str(person.seat) if person.seat is not None else _("none: a guest")),
        (pgettext("people", "category"), category_words(person.category)),
        (_("right to vote"), vote_words(person)),
        (pgettext("people", "party"), party_words(person.party)),
        (pgettext("people", "office"), offices),
        (_("post held"), person.title),
        (pgettext("people", "post, 2nd"), person.title_2),
        (pgettext("people", "speaks for"), person.organisation),
        (_("phone"), phone(person, masked)),
    )
    rows += [line(Span(0, label, "dim"), Span(LABEL, words)) for label, words in settings if words]
    attendee = view.attendee(person.id)
    steps = attendee.steps if attendee is not None else ()
    if steps:
        rows += [BLANK, text(pgettext("people", "tonight"), "dim", 0)]
        rows += [text(movement_words(step.presence, step.at), "", 2) for step in steps]
    return rows
