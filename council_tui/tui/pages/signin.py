"""The sign-in, laid out: how many are here, how many are needed, whom the typed name may mean, the roll."""

from collections.abc import Mapping

from rich.cells import cell_len

from council_tui.domain.agenda import Presence
from council_tui.domain.attendees import Attendee
from council_tui.domain.ids import PersonId
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView, by_proxy, present_at
from council_tui.domain.parties import represented
from council_tui.tui.ink import BLANK, Line, Span, fit, line
from council_tui.tui.widgets import bar, figures, roll
from council_tui.wording import names
from council_tui.wording.catalog import _, ngettext, pgettext
from council_tui.wording.parties import parties_words

FIELD = 10
"""The column of the field, behind its label and its bracket."""
ROOM = 20
"""Columns of the field."""
FIGURES = 23
"""The column of the words beside the big figure."""
MATCHES = 6
"""So many people that a name may mean are listed."""
BROAD = 72
"""From so many columns on who is away is told beside the quorum."""
OTHER, STAND = 31, 14
"""Where among the matches the other name stands, and what somebody is doing, from the right edge."""
_ROOMY = 10
"""Rows above the roll under the big figure."""


@dataclass(frozen=True, slots=True)
class Signing:
    """Where the keys are."""

    typed: str = ""
    found: tuple[Attendee, ...] = ()
    """Whom the typed name may mean."""
    picked: int | None = None
    """Which of them the arrows are at."""
    ticking: int | None = None
    """Where on the roll Space signs in; None while the keys go to the field."""
    time: str = ""
    """The typed time that is recorded; empty: the clock's."""


def listed(meeting: MeetingView) -> tuple[Attendee, ...]:
    """The roll by seat, then everybody else who is here."""
    members = [each for each in meeting.people.values() if each.on_roll]
    return (*members, *(each for each in meeting.people.values() if not each.on_roll and each.steps))


def compact(meeting: MeetingView, size: tuple[int, int]) -> bool:
    """Whether the big figure makes room for the roll."""
    return not roll.fits(len(listed(meeting)), size[0], size[1] - _ROOMY) or size[0] < 80


def field_row(meeting: MeetingView, size: tuple[int, int]) -> int:
    """The row of the body in which the field stands."""
    return 2 if compact(meeting, size) else 7


def roll_rows(meeting: MeetingView, signing: Signing, size: tuple[int, int]) -> int:
    """Rows that are left for the roll."""
    return max(1, size[1] - field_row(meeting, size) - 2 - _below(signing))


def page(meeting: MeetingView, signing: Signing, size: tuple[int, int]) -> list[Line]:
    """The rows of the body."""
    width, _height = size
    top = _small(meeting, width) if compact(meeting, size) else _large(meeting, width)
    through = by_proxy(meeting)
    places = [_place(each, number, through) for number, each in enumerate(listed(meeting))]
    rest = roll_rows(meeting, signing, size)
    return [
        *top,
        _field(signing, width),
        *_matches(meeting, signing, width),
        BLANK,
        *roll.roll(places, signing.ticking, width, rest),
    ]


def _below(signing: Signing) -> int:
    return max(1, min(len(signing.found), MATCHES)) if signing.typed else 1


def _large(meeting: MeetingView, width: int) -> list[Line]:
    """The figure five rows tall, the words and the bar beside it."""
    big = figures.beside(figures.figure(present_at(meeting), 3))
    beside = [
        (),
        (Span(FIGURES, _present(meeting), "bold"),),
        (Span(FIGURES, _quorum(meeting), "bold"),),
        tuple(_bar(meeting, FIGURES, width)),
        (Span(FIGURES, _away(meeting), "dim"),),
    ]
    return [BLANK, *(Line(row.spans + more) for row, more in zip(big, beside, strict=True)), BLANK]


def _small(meeting: MeetingView, width: int) -> list[Line]:
    """One bold row, and the bar."""
    present, away = _present(meeting), _away(meeting)
    quorum = max(22, 1 + cell_len(present) + 2)
    told = [Span(1, present, "bold"), Span(quorum, _quorum(meeting), "bold")]
    if width >= BROAD:
        told.append(Span(max(51, width - 1 - cell_len(away)) if quorum > 22 else 51, away, "dim"))
    return [Line(tuple(told)), Line(tuple(_bar(meeting, 1, width)))]


def _present(meeting: MeetingView) -> str:
    through = len(by_proxy(meeting))
    text = _("{present} present of {roll}")
    if through:
        text = _("{present} present of {roll}, {proxies} by proxy")
    return text.format(present=present_at(meeting), roll=len(meeting.roll), proxies=through)


def _quorum(meeting: MeetingView) -> str:
    needed, present = meeting.quorum_needed, meeting.attending.present
    if needed is None:
        return _("No quorum is asked.")
    if meeting.rules.parties:
        return _parties(meeting)
    if meeting.quorate:
        return _("Quorum {needed}: met").format(needed=needed)
    short = needed - present
    text = ngettext("Quorum {needed}: {short} more", "Quorum {needed}: {short} more", short)
    return text.format(needed=needed, short=short)


def _parties(meeting: MeetingView) -> str:
    """Which parties of a joint meeting nobody speaks for yet."""
    parties = meeting.rules.parties
    here = represented(parties, (each.person for each in meeting.present))
    missing = parties_words(each for each in parties if each not in here)
    if not missing:
        return _("All {count} parties are represented.").format(count=len(parties))
    return _("Not represented: {parties}").format(parties=missing)


def _away(meeting: MeetingView) -> str:
    """Who sent word, who left, who is not here yet."""
    through = by_proxy(meeting)
    away = [each.presence for each in meeting.roll if not each.present and each.person.id not in through]
    excused, left = away.count(Presence.EXCUSED), away.count(Presence.LEFT)
    parts = [_("excused {count}").format(count=excused)]
    if left:
        parts.append(_("gone {count}").format(count=left))
    parts.append(_("not here {count}").format(count=len(away) - excused - left))
    return "   ".join(parts)


def _bar(meeting: MeetingView, column: int, width: int) -> list[Span]:
    attending = meeting.attending
    parts = bar.Parts(attending.present, rest=attending.roll - attending.present)
    return bar.bar(parts, meeting.quorum_needed, column, max(width - column - 2, 10), "fill-text")


def _field(signing: Signing, width: int) -> Line:
    hint = _("name, pinyin, initials or seat") if not signing.time else ""
    time = _("recorded at {time}   F3 another time").format(time=signing.time) if signing.time else ""
    return line(
        Span(1, pgettext("field", "Sign in"), "dim"),
        Span(FIELD - 1, "["),
        Span(FIELD + ROOM, "]"),
        Span(FIELD + ROOM + 3, hint or time, "bold" if time else "dim"),
    )


def _matches(meeting: MeetingView, signing: Signing, width: int) -> list[Line]:
    """Whom the typed name may mean; along the roll, whose place it is, in full."""
    if not signing.typed:
        people = listed(meeting)
        if signing.ticking is None or not people:
            return [BLANK]
        marked = people[min(signing.ticking, len(people) - 1)]
        return [_match(marked, 0, width, here=False, note=through(meeting, marked))]
    if not signing.found:
        return [line(Span(3, nobody(signing.typed), "dim"))]
    shown = signing.found[:MATCHES]
    sole = len(signing.found) == 1
    return [_match(each, n, width, here=sole or n == signing.picked) for n, each in enumerate(shown)]


def whole_name(typed: str) -> bool:
    """Whether what was typed may be somebody's name, and not initials or a seat that nobody has."""
    return not typed.isascii() or " " in typed.strip()


def nobody(typed: str) -> str:
    """What can be done about a name that nobody on the roll has; initials or a number are no name."""
    if whole_name(typed):
        return _("Nobody is called so. Enter takes them in as a guest or a member.")
    return _("Nobody is found. To take somebody in, type the whole name.")


def through(meeting: MeetingView, who: Attendee) -> str:
    """`by proxy: He Jia`."""
    holder = by_proxy(meeting).get(who.person.id)
    return _("by proxy: {holder}").format(holder=names.name_of(meeting, holder)) if holder else ""


def _match(who: Attendee, number: int, width: int, *, here: bool, note: str = "") -> Line:
    stand = width - STAND
    seat = str(who.person.seat) if who.person.seat is not None else ""
    beside = note or names.other_name(who.person)
    spans = (
        Span(0, ">" if here else " "),
        Span(1, f"{seat:>3}"),
        Span(5, fit(names.person_name(who.person), OTHER - 6)),
        Span(OTHER, fit(beside, stand - OTHER - 1), "" if here or note else "dim"),
        Span(stand, mark(who) if who.steps else _("not here yet")),
    )
    return Line(spans, "cursor" if here else "", f"screen.take({number})")


def _place(who: Attendee, number: int, through: Mapping[PersonId, PersonId]) -> roll.Place:
    proxied = who.person.id in through
    here = who.present or proxied or who.presence is Presence.OBSERVING
    ink, name_ink = ("", "bold") if here else ("dim", "dim")
    name, action = names.person_name(who.person), f"screen.tick({number})"
    told = pgettext("roll", "proxy") if proxied else mark(who)
    return roll.Place(who.person.seat, name, told, ink, action, name_ink)


def mark(who: Attendee) -> str:
    """`in 18:45`, `out 19:40`, `excused`, and a dot for somebody not heard of."""
    if not who.steps:
        return "."
    time = who.steps[-1].at[11:16]
    match who.steps[-1].presence:
        case Presence.PRESENT | Presence.RETURNED:
            return pgettext("roll", "in {time}").format(time=time)
        case Presence.LEFT:
            return pgettext("roll", "out {time}").format(time=time)
        case Presence.EXCUSED:
            return pgettext("roll", "excused")
        case Presence.ABSENT:
            return pgettext("roll", "absent")
        case Presence.OBSERVING:
            return pgettext("roll", "guest")
