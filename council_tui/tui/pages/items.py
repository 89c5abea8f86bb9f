"""The agenda as a list: each item with the time it took, its limit and its end."""

from rich.cells import cell_len

from council_tui.domain import clocks
from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView
from council_tui.tui.ink import Line, Span, fit, line, right, text
from council_tui.wording import names, steps
from council_tui.wording.catalog import _, pgettext

BROAD = 70
"""From so many columns on the figures stand further apart."""
END = 15
"""Columns of an item's end, counted from the right edge."""
OUTCOMES = 12


def lasted(seconds: int) -> str:
    """`12:40`, minutes and seconds."""
    return f"{seconds // 60}:{seconds % 60:02}"


def label_words(label: str) -> str:
    """An item's number in a list, without its stop: `2`, `2.1`."""
    return names.counted(int(label)) if label.isdecimal() else label


def listing(meeting: MeetingView, cursor: int, moved: bool, now: str, size: tuple[int, int]) -> list[Line]:
    """The head of the list, and the items around the cursor."""
    width, room = size
    used, limit = _ends(width)
    head = line(
        Span(1, _("Agenda"), "bold"),
        right(pgettext("agenda", "used"), used, "dim"),
        right(pgettext("agenda", "limit"), limit, "dim"),
        Span(width - END, pgettext("agenda", "outcome"), "dim"),
    )
    if not meeting.items:
        return [head, text(_("No item yet. n: a new one"), "dim", 3)]
    if len(meeting.items) > room:
        head = Line(
            (*head.spans, Span(1 + cell_len(_("Agenda")) + 2, f"{cursor + 1} / {len(meeting.items)}", "dim"))
        )
    first = max(0, min(cursor - room // 2, len(meeting.items) - room))
    wide = max(cell_len(label_words(each.label)) for each in meeting.items)
    shown = meeting.items[first : first + room]
    ink = "cursor" if moved else "panel"
    return [
        head,
        *(_row(meeting, each, (width, wide), now, ink if each.position == cursor else "") for each in shown),
    ]


def _ends(width: int) -> tuple[int, int]:
    """Where the time used and the limit end."""
    return (width - 27, width - 19) if width >= BROAD else (width - 26, width - 17)


def _row(meeting: MeetingView, item: ItemView, widths: tuple[int, int], now: str, ink: str) -> Line:
    width, wide = widths
    used, limit = _ends(width)
    start = 2 + wide + 2 + (2 if item.level else 0)
    spent = clocks.used(meeting, item, now) if item.spells else 0
    over = clocks.over(meeting, item, now)
    title = fit(names.said(meeting, item.title, item.title_2), used - 7 - start)
    spans = (
        Span(0, ">" if ink else " "),
        Span(2, label_words(item.label)),
        Span(start, title),
        right(lasted(spent) if item.spells else "", used, "bold" if over and not ink else ""),
        right(_("{minutes} min").format(minutes=item.minutes) if item.minutes else "", limit),
        Span(width - END, steps.item_words(meeting, item)),
    )
    return Line(spans, ink, f"screen.point({item.position})")
