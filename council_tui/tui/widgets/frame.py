"""The frame around every screen: header, tabs, warning, message and footer, as rows."""

from collections.abc import Sequence
from datetime import datetime

from rich.cells import cell_len

from council_tui.domain.agenda import MeetingState
from council_tui.domain.hall import Hall
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView, present_at
from council_tui.domain.polls import running
from council_tui.tui.ink import Line, Span, fit
from council_tui.wording.bilingual import council_name
from council_tui.wording.catalog import _, pgettext

HINTS = 6
"""The footer holds at most so many, the next step among them."""
MOST_SHORT = 99
"""So many may be missing before the header's figures move."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and what it does, as the footer says it."""

    key: str
    words: str
    action: str
    next: bool = False
    """Whether it is the next step: the one green fill of a screen."""


@dataclass(frozen=True, slots=True)
class TabHint:
    """A screen in the strip of tabs."""

    key: str
    title: str
    action: str
    active: bool


def state_words(meeting: MeetingView, read_only: bool) -> str:
    """`open`, `voting`, `sign-in`, ... in the language in use."""
    if read_only:
        return pgettext("meeting", "view only")
    if meeting.state is None:
        signing = any(each.steps for each in meeting.people.values())
        return pgettext("meeting", "sign-in") if signing else pgettext("meeting", "planned")
    if meeting.open_vote is not None or running(meeting.polls) is not None:
        return pgettext("meeting", "voting")
    if meeting.plan.late and meeting.state is not MeetingState.ADJOURNED:
        return pgettext("meeting", "entered late")
    return _moved_words(meeting.state)


def _moved_words(state: MeetingState) -> str:
    match state:
        case MeetingState.OPEN | MeetingState.RESUMED:
            return pgettext("meeting", "open")
        case MeetingState.TALK:
            return pgettext("meeting", "talk")
        case MeetingState.RECESS:
            return pgettext("meeting", "recess")
        case MeetingState.ADJOURNED:
            return pgettext("meeting", "adjourned")


def header(hall: Hall | None, width: int, now: datetime, read_only: bool) -> Line:
    """Council, meeting and state on the left; the live figures at fixed columns from the right edge."""
    spans = [Span(width - 6, now.strftime("%H:%M"), "panel-bold")]
    if hall is None or hall.council is None:
        return Line((Span(1, "council-tui", "panel-bold"), *spans), "panel")
    council = council_name(hall.council)
    meeting = hall.meeting
    if meeting is None:
        return Line((Span(1, fit(council, width - 10), "panel-bold"), *spans), "panel")
    figures = _figures(meeting, width - 8)
    number = _("No. {number}").format(number=meeting.number)
    state = state_words(meeting, read_only)
    room = figures[0].column - 2 - cell_len(number) - 2 - cell_len(state) - 1
    left: list[Span] = []
    at = 1
    if width >= 80:
        council = fit(council, room - 1)
        left.append(Span(1, council, "panel-bold"))
        at = 1 + cell_len(council) + 2
        left.append(Span(at, number, "panel-dim"))
        at += cell_len(number) + 1
    return Line((*left, Span(at, state, "panel-bold"), *figures, *spans), "panel")


def _figures(meeting: MeetingView, end: int) -> list[Span]:
    """Roll, present, quorum and whether it is met, ending before column `end`."""
    present, needed = present_at(meeting), meeting.quorum_needed
    attending = meeting.attending
    short = (needed or 0) - attending.present
    told = pgettext("quorum", "met") if meeting.quorate else _short(short)
    slots = [
        (_("roll {count:>2}").format(count=len(meeting.roll)), 0, "panel"),
        (_("present {count:>2}").format(count=present), 0, "panel-bold"),
    ]
    if needed is not None:
        widest = max(cell_len(pgettext("quorum", "met")), cell_len(_short(MOST_SHORT)))
        quorum = _("quorum {count:>2}").format(count=needed)
        if attending.parties:
            quorum = _("parties {present}/{needed}").format(present=attending.present, needed=needed)
        slots.append((quorum, 0, "panel"))
        slots.append((told, widest, "panel-bold"))
    spans: list[Span] = []
    for words, least, ink in reversed(slots):
        start = end - max(cell_len(words), least)
        spans.insert(0, Span(start, words, ink))
        end = start - 2
    return spans


def _short(count: int) -> str:
    return pgettext("quorum", "{count} short").format(count=count)


def tabs(found: Sequence[TabHint], width: int) -> Line:
    """The strip of screens; the active one reversed. Narrow windows show digits and the active name."""
    spans, at = [], 1
    whole = sum(cell_len(tab.title) + 4 for tab in found) < width
    for tab in found:
        words = f"{tab.key} {tab.title}" if whole or tab.active else tab.key
        if tab.active:
            spans.append(Span(at, f" {words} ", "cursor-bold", tab.action))
        else:
            spans.append(Span(at, f" {tab.key} ", "panel-bold", tab.action))
            spans.append(Span(at + 3, words[2:], "panel-dim", tab.action))
        at += cell_len(words) + 2
    return Line(tuple(spans), "panel")


def footer(hints: Sequence[Hint], width: int) -> Line:
    """At most six hints, the next step first and the help last; what does not fit between is left out."""
    shown = list(hints[:HINTS])
    while len(shown) > 1 and sum(map(_room, shown)) > width + 1:
        del shown[-2 if len(shown) > 2 else -1]
    spans: list[Span] = []
    at = 1
    for hint in shown:
        if hint.next:
            spans.append(Span(at, f" {hint.key} {hint.words} ", "next", hint.action))
        else:
            spans.append(Span(at, hint.key, "panel-bold", hint.action))
            spans.append(Span(at + cell_len(hint.key) + 1, hint.words, "panel-dim", hint.action))
        at += _room(hint)
    return Line(tuple(spans), "panel")


def _room(hint: Hint) -> int:
    """Columns of a hint with the three blanks behind it; the fill of the next step ends in one of them."""
    return cell_len(hint.key) + 1 + cell_len(hint.words) + (4 if hint.next else 3)


def warning(words: str) -> Line:
    """Row 22: what holds until its cause is gone."""
    return Line((Span(1, f"! {words}", "warn"),), "warn") if words else Line()


def refusal(words: str) -> Line:
    """Row 23: what was refused, the figures, the way out."""
    return Line((Span(1, f"x {words}", "refuse"),), "refuse")
