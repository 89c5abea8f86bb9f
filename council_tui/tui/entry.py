"""One field of a form on the screen: its widget, what is typed in it, and the rows it takes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from textual.widget import Widget
from textual.widgets import TextArea

from council_tui.domain.people import PersonView
from council_tui.export.wrap import wrap
from council_tui.store import clock
from council_tui.tui.fields import Field, Kind, called, found, read
from council_tui.tui.ime import ImeInput
from council_tui.tui.ink import BLANK, Line, Span, line, text
from council_tui.tui.long_input import LongInput
from council_tui.tui.widgets.pick import Pick
from council_tui.wording.names import other_name, person_name

LABEL = 16
"""Columns of a label, the margin before it included."""
SHORT = 20
"""Columns of a field for a number or a name."""
MOMENT = 14
"""Columns of a field for a date or a time: a day in full has room beside it."""
LONG_ROWS = 5
CANDIDATES = 4

_ROOM = {Kind.DAY: MOMENT, Kind.TIME: MOMENT, Kind.NUMBER: SHORT, Kind.PERSON: SHORT}


class Entry:
    """A field and its widget."""

    def __init__(self, field: Field):
        self.field = field
        self.widget = _widget(field)

    @property
    def typed(self) -> str:
        """What stands in it."""
        if isinstance(self.widget, TextArea):
            return self.widget.text
        return self.widget.value if isinstance(self.widget, ImeInput | Pick) else ""

    def put(self, words: str) -> None:
        """Write into it; a choice stays as it is."""
        if isinstance(self.widget, TextArea):
            self.widget.text = words
        elif isinstance(self.widget, ImeInput):
            self.widget.value = words

    def suggest(self, typed: Mapping[str, str]) -> None:
        """Show in an empty line what it will be taken as."""
        if self.field.suggest is not None and isinstance(self.widget, ImeInput):
            self.widget.placeholder = self.field.suggest(typed)

    @property
    def candidates(self) -> tuple[PersonView, ...]:
        """Who may be meant, while the keys go here and no whole name stands here."""
        typed = self.typed.strip()
        if self.field.kind is not Kind.PERSON or not self.widget.has_focus or not typed:
            return ()
        people = found(self.field, typed)
        whole = len(people) == 1 and typed in {people[0].name, people[0].latin}
        return () if whole else people[:CANDIDATES]

    def rows(self, top: int, width: int, today: date, marked: int) -> list[Line]:
        """Place the widget at row `top` of a panel; its label, its frame, its echo, its candidates."""
        room = width - LABEL - 4
        room = min(room, _ROOM.get(self.field.kind, room))
        long = self.field.kind is Kind.LONG
        self.widget.styles.offset = LABEL + 1, top
        self.widget.styles.width, self.widget.styles.height = room, LONG_ROWS if long else 1
        words = self.field.label
        label = Span(3, words[:1].upper() + words[1:], "dim")
        if long:
            return [line(label), *[BLANK] * LONG_ROWS]
        end = LABEL + 1 + room
        understood = read(self.field, self.typed, today)
        beside = self.field.hint if self.field.kind in _ROOM else ""
        echo = understood.echo if self.typed.strip() else beside
        first = line(label, Span(LABEL, "["), Span(end, "]"), Span(end + 2, echo, "dim"))
        if self.field.kind is Kind.GATES and self.typed.strip() and understood.wrong:
            return [first, *(text(each, "bold", LABEL + 1) for each in wrap(understood.wrong, room))]
        return [first, *candidate_rows(self.candidates, marked)]


def typed_in(entries: Iterable[Entry]) -> dict[str, str]:
    """What stands in each field, by its name."""
    return {each.field.name: each.typed for each in entries}


def laid(
    entries: Sequence[Entry], head: Sequence[Line], width: int, marked: int, above: int = 0
) -> tuple[list[Line], int]:
    """The head and every field's rows, placed with the first `above` rows out of sight; and at which row
    the keys are, 0 where they are in none."""
    today = clock.now().date()
    typed = typed_in(entries)
    rows, at = list(head), 0
    for entry in entries:
        entry.suggest(typed)
        at = len(rows) if entry.widget.has_focus else at
        rows += entry.rows(len(rows) - above, width, today, marked)
    return [*rows, BLANK], at


def candidate_rows(people: Sequence[PersonView], marked: int) -> list[Line]:
    """The people a name may mean, one marked; a click takes one."""
    return [
        Line(
            (Span(LABEL + 1, ">" if number == marked else " "), Span(LABEL + 3, _person_words(each))),
            "cursor" if number == marked else "",
            f"screen.choose({number})",
        )
        for number, each in enumerate(people)
    ]


def _widget(field: Field) -> Widget:
    """What a field is typed into."""
    if field.kind is Kind.CHOICE:
        return Pick(field.choices, field.initial)
    if field.kind is Kind.LONG:
        return LongInput(field.initial, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
    initial = field.initial
    if field.kind is Kind.PERSON:
        initial = next((called(field, each) for each in field.people if str(each.id) == field.initial), "")
    made = ImeInput(
        initial,
        max_length=field.longest,
        digits=field.kind in {Kind.NUMBER, Kind.GATES},
        whole=field.kind in _ROOM,
    )
    if field.kind not in _ROOM:
        made.placeholder = field.hint
    return made


def _person_words(person: PersonView) -> str:
    """`2  He Jia   community worker`, without what the room may not see."""
    seat = f"{person.seat:>3}  " if person.seat is not None else "     "
    return seat + "   ".join(part for part in (person_name(person), other_name(person), person.title) if part)
