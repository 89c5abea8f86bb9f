"""Home laid out: the next meeting, the next step, what waits, and every meeting."""

from collections.abc import Sequence

from rich.cells import cell_len

from council_tui.domain.agenda import Role
from council_tui.domain.finding import folded
from council_tui.domain.home import HomeView, Todo, next_step, todos
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingLine, MeetingView
from council_tui.tui.ink import BLANK, Line, Span, fit, line, right, text
from council_tui.wording.bilingual import either
from council_tui.wording.catalog import _, ngettext, pgettext
from council_tui.wording.home import (
    countdown,
    line_state,
    near_day,
    starts_words,
    step_note,
    step_words,
    todo_words,
)
from council_tui.wording.names import name_of, said, title_numbered

COUNT, EARLIEST = 42, 45
WHEN, PLACE, STATE = 28, 46, 16
"""Columns of the list; the state's from the right edge."""
PLACE_LEAST = 20
"""Columns that the place of the next meeting has at least."""
FIELD = 16
"""The column of the filter."""

Row = Todo | MeetingLine


@dataclass(frozen=True, slots=True)
class Looking:
    """Where the cursor is, and what the list of meetings is filtered by."""

    cursor: int = 0
    typed: str = ""
    finding: bool = False


def rows_of(view: HomeView, typed: str) -> tuple[Row, ...]:
    """What the cursor can stand on: what waits, then the meetings; of the meetings nothing while one runs."""
    waiting = () if folded(typed) else todos(view)
    if view.hall.masked:
        return waiting
    wanted = folded(typed)
    return *waiting, *(each for each in view.meetings if not wanted or wanted in folded(_spelt(each)))


def home_page(view: HomeView, looking: Looking, width: int, height: int) -> tuple[list[Line], int]:
    """The rows of the page, and the row of the filter's field."""
    rows = rows_of(view, looking.typed)
    at = min(looking.cursor, len(rows) - 1)
    waiting = [each for each in rows if isinstance(each, Todo)]
    held = [each for each in rows if isinstance(each, MeetingLine)]
    page = [*_head(view, width), *_next(view, width)]
    if not looking.typed:
        page += _waiting(view, waiting, at)
    field = len(page)
    if view.meetings and not view.hall.masked:
        page.append(_list_head(view, len(held), looking))
        room = max(height - len(page), 1)
        place = at - len(waiting)
        first = max(0, min(max(place, 0) - room // 2, len(held) - room))
        shown = list(enumerate(held))[first : first + room]
        page += [_meeting(view, each, n == place, n + len(waiting), width) for n, each in shown]
    return page, field


def _head(view: HomeView, width: int) -> list[Line]:
    """When and where the next meeting is."""
    coming = view.coming
    if coming is None:
        told = _("No meeting is planned.") if view.meetings else _("No meeting yet. n: new meeting")
        return [BLANK, text(told, "bold"), BLANK]
    starts = starts_words(coming.plan.starts, view.now)
    left = pgettext("home", "running") if coming.running else countdown(coming.plan.starts, view.now)
    end = min(width - 1, 62)
    first = line(
        Span(1, starts, "bold"),
        Span(23, title_numbered(coming.year, coming.number), "bold"),
        right(left, end, "bold"),
    )
    return [BLANK, first, text(_where(coming, width - 2), "dim"), BLANK]


def _where(coming: MeetingView, width: int) -> str:
    """Place, convener and roll; of a long place only as much as leaves room for the others."""
    convener = coming.holders(Role.CONVENER)
    roll = len(coming.roll)
    parts = (
        _("Convener {name}").format(name=name_of(coming, convener[0])) if convener else "",
        ngettext("{count} on the roll", "{count} on the roll", roll).format(count=roll) if roll else "",
        _("entered afterwards") if coming.plan.late else "",
    )
    others = "".join(f"   {part}" for part in parts if part)
    place = said(coming, coming.plan.place, coming.plan.place_2)
    return (fit(place, max(width - cell_len(others), PLACE_LEAST)) + others).strip()


def _next(view: HomeView, width: int) -> list[Line]:
    step = next_step(view)
    note = step_note(step, view)
    return [
        line(
            Span(1, pgettext("home", "Next"), "dim", "screen.next_step"),
            Span(9, step_words(step, view.coming), "bold", "screen.next_step"),
            Span(36, note, "dim"),
        ),
        BLANK,
    ]


def _waiting(view: HomeView, waiting: Sequence[Todo], at: int) -> list[Line]:
    """What is to be done, a row for each sort; counts only while a meeting runs."""
    if not waiting:
        return [
            line(Span(1, pgettext("home", "To do"), "bold"), Span(EARLIEST, _("nothing waits"), "dim")),
            BLANK,
        ]
    masked = view.hall.masked
    head = line(
        Span(1, pgettext("home", "To do"), "bold"),
        right(pgettext("home", "count"), COUNT, "dim"),
        Span(EARLIEST, "" if masked else pgettext("home", "earliest"), "dim"),
    )
    return [
        head,
        *(_todo(each, n, n == at, "" if masked else view.today) for n, each in enumerate(waiting)),
        BLANK,
    ]


def _todo(todo: Todo, number: int, here: bool, today: str) -> Line:
    day = near_day(todo.earliest, today) if todo.earliest and today else ""
    spans = (
        Span(0, ">" if here else " "),
        Span(2, todo_words(todo.kind)),
        right(str(todo.count), COUNT, "" if here else "bold"),
        Span(EARLIEST, day),
    )
    return Line(spans, "cursor" if here else "", f"screen.point({number})")


def _list_head(view: HomeView, found: int, looking: Looking) -> Line:
    spans = [Span(1, _("Meetings"), "bold")]
    if looking.finding:
        told = _("{found} of {count}").format(found=found, count=len(view.meetings))
        spans += [Span(FIELD - 2, "/"), Span(PLACE, told, "dim")]
    return line(*spans)


def _meeting(view: HomeView, each: MeetingLine, here: bool, number: int, width: int) -> Line:
    quiet = "" if here else "dim"
    spans = [
        Span(0, ">" if here else " "),
        Span(2, title_numbered(each.year, each.number)),
        Span(WHEN, each.starts.replace("T", " "), quiet),
        Span(width - STATE, line_state(each)),
    ]
    if width >= 80:
        lang = view.hall.council.lang if view.hall.council is not None else ""
        spans.append(Span(PLACE, either(each.place, each.place_2, lang), quiet))
        spans.append(Span(width - STATE - 2, "  "))
    return Line(tuple(spans), "cursor" if here else "", f"screen.point({number})")


def _spelt(each: MeetingLine) -> str:
    """All that a meeting may be looked for by."""
    words = (title_numbered(each.year, each.number), each.starts, each.place, each.place_2, line_state(each))
    return " ".join(words)
