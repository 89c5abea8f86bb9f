"""The rules laid out: those in force here, those before, the ones shipped, and one of them in full."""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from council_tui.domain.finding import folded, matches
from council_tui.domain.lazily import dataclass
from council_tui.domain.rulebook import RulesView, Version
from council_tui.domain.rules import FloorRules, Rules
from council_tui.intake.rules import floor_presets, presets
from council_tui.tui.ink import BLANK, Line, Span, fit, line, right, text
from council_tui.tui.screens.listed import first_shown
from council_tui.tui.widgets.pane import beside, main, pane
from council_tui.tui.widgets.prose import prose
from council_tui.wording.catalog import N_, _, pgettext
from council_tui.wording.names import day_words, title_numbered
from council_tui.wording.rules import Lines, floor_lines, mark, rules_lines, rules_name

NAME, STATE = 2, 46
"""Columns of the list."""
NARROW_STATE = 32
"""Where the state stands in a list of less than 80 columns."""
FIELD, FIELD_WIDTH = 3, 20
"""The filter's column and width."""
LABEL, FLOOR_LABEL = 19, 31
"""Columns of a label in full text; those of the floor rules are longer."""


class Shelf(StrEnum):
    """Where a set of rules stands, in the order of the list."""

    COUNCIL = "council"
    EARLIER = "earlier"
    SHIPPED = "shipped"
    OLD = "old"
    FLOOR = "floor"


HEADS = {
    Shelf.COUNCIL: N_("In force in this council"),
    Shelf.EARLIER: N_("In force here before"),
    Shelf.SHIPPED: N_("Rules shipped with the program"),
    Shelf.OLD: N_("Old rules, no longer in force"),
    Shelf.FLOOR: N_("Floor rules: how it is debated"),
}


@dataclass(frozen=True, slots=True)
class Book:
    """One set of rules in the list."""

    shelf: Shelf
    rules: Rules | FloorRules
    version: Version | None = None
    """As this council had it; None for what is only shipped."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the list is looked at: where the cursor is, and the filter."""

    cursor: int = 0
    typed: str = ""
    finding: bool = False


def books(view: RulesView, typed: str = "") -> tuple[Book, ...]:
    """Every set of rules, as far as the filter lets it through."""
    found = _all(view)
    return tuple(each for each in found if _fits(each, typed)) if folded(typed) else found


def _all(view: RulesView) -> tuple[Book, ...]:
    own = [
        Book(Shelf.EARLIER if n else Shelf.COUNCIL, each.rules, each) for n, each in enumerate(view.versions)
    ]
    shipped = [Book(Shelf.OLD if each.is_old(view.today) else Shelf.SHIPPED, each) for each in presets()]
    shipped.sort(key=lambda each: each.shelf is Shelf.OLD)
    return (*own, *shipped, *(Book(Shelf.FLOOR, each) for each in floor_presets()))


def _fits(book: Book, typed: str) -> bool:
    """Whether a word of a name, its pinyin or initials, or the id begins with what was typed."""
    names = [name for _lang, name in book.rules.names]
    keys = [key for name in names for key in _spellings(name)]
    wanted = folded(typed)
    held = not wanted.isascii() and any(wanted in folded(name) for name in names)
    return held or matches(typed, [*keys, book.rules.id])


@cache
def _spellings(name: str) -> tuple[str, ...]:
    """Pinyin and initials, and the name from each of its words on."""
    from council_tui.intake import pinyin

    words = name.split()
    return (*pinyin.keys(name), *(" ".join(words[n:]) for n in range(len(words))))


def rules_page(view: RulesView, reading: Reading, width: int, height: int) -> list[Line]:
    """The rows of the page."""
    found = books(view, reading.typed)
    at = max(min(reading.cursor, len(found) - 1), 0)
    room = main(width) if pane(width) else width
    top = [_filter_row(view, found, reading, room)]
    left = [*top, *_listed(view, found, at, (room, height - len(top)), reading.typed)]
    beside_it = full(found[at], pane(width), 0) if found and pane(width) else []
    title = [text(rules_name(found[at].rules), "bold", 0), BLANK] if beside_it else []
    return beside(left, [BLANK, *title, *beside_it], width)


def _filter_row(view: RulesView, found: Sequence[Book], reading: Reading, width: int) -> Line:
    spans = [Span(1, "/", "bold", "screen.find")]
    if reading.finding:
        told = _("{found} of {count}").format(found=len(found), count=len(_all(view)))
        spans.append(Span(FIELD + FIELD_WIDTH + 2, told, "bold"))
    return line(*spans, right(_("name, pinyin, initials, id"), width - 1, "dim"))


def _listed(view: RulesView, found: Sequence[Book], at: int, room: tuple[int, int], typed: str) -> list[Line]:
    """A window of the list around the cursor, with a heading over each shelf."""
    width, height = room
    if not found:
        return [BLANK, text(_("No rules are called {typed}. Esc: show all").format(typed=typed))]
    rows: list[Line] = []
    here = 0
    for number, each in enumerate(found):
        if number == 0 or found[number - 1].shelf is not each.shelf:
            rows += [*([BLANK] if number else []), text(_(HEADS[each.shelf]), "bold")]
        here = len(rows) if number == at else here
        rows.append(_row(view, each, number, here=number == at, width=width))
    first = first_shown(len(rows), 0 if at == 0 else here, height)
    return rows[first : first + height]


def _row(view: RulesView, book: Book, number: int, *, here: bool, width: int) -> Line:
    column = STATE if width >= 78 else NARROW_STATE
    spans = (
        Span(0, ">" if here else " "),
        Span(NAME, fit(rules_name(book.rules), column - NAME - 1)),
        Span(column, fit(state_words(book, view.today), width - column - 1), "" if here else "dim"),
    )
    return Line(spans, "cursor" if here else "", f"screen.point({number})")


def state_words(book: Book, today: str) -> str:
    """What is to be known of a set of rules before it is read."""
    rules = book.rules
    if book.version is not None:
        return _chosen_words(book.version, current=book.shelf is Shelf.COUNCIL)
    if isinstance(rules, FloorRules):
        return ""
    if rules.valid_to is not None:
        return _("until {day}").format(day=rules.valid_to)
    if not rules.in_force(today):
        return _("from {day}").format(day=rules.valid_from)
    if not rules.by_heads:
        return _("counts floor area")
    return mark(rules)


def _chosen_words(version: Version, *, current: bool) -> str:
    if version.adopted is not None:
        held = title_numbered(version.adopted.year, version.adopted.number)
        return _("adopted, {meeting}").format(meeting=held)
    if version.provisional and current:
        return pgettext("rules", "provisional, not yet adopted")
    return _("chosen on {day}").format(day=day_words(version.day))


def full(book: Book, width: int, column: int = 3) -> list[Line]:
    """All there is to read of a set of rules; of those in force here the floor rules too."""
    if isinstance(book.rules, FloorRules):
        return _laid(floor_lines(book.rules), width, column, FLOOR_LABEL)
    said = rules_lines(book.rules)
    if book.version is None:
        return _laid(said, width, column, LABEL)
    words = _chosen_words(book.version, current=book.shelf is Shelf.COUNCIL)
    if book.version.adopted is not None:  # the council itself has looked at them
        said = tuple(each for each in said if each[1] != mark(book.rules))
    floor = book.version.floor
    return [
        *_laid(((_("In this council"), words), *said), width, column, LABEL),
        BLANK,
        text(_("How it is debated: {name}").format(name=rules_name(floor)), "bold", column),
        *_laid(floor_lines(floor), width, column, FLOOR_LABEL),
    ]


def _laid(lines: Lines, width: int, column: int, label: int) -> list[Line]:
    """Labels, and words wrapped beside them."""
    rows: list[Line] = []
    for name, words in lines:
        if words:
            told = prose(words, width - label, column + label)
            rows += [Line((Span(column, name, "dim"), *told[0].spans)), *told[1:]]
    return rows
