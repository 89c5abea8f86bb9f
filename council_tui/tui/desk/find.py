"""Who is meant: a name, its pinyin, its initials or a seat, and the people it fits."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from council_tui.domain.attendees import Attendee
from council_tui.domain.finding import folded, matches
from council_tui.domain.lazily import dataclass
from council_tui.domain.people import PersonView
from council_tui.tui.dialogs import Dialog, titled
from council_tui.tui.ime import ImeInput
from council_tui.tui.ink import BLANK, Line, Span, line, text
from council_tui.tui.pages.signin import mark, nobody, whole_name
from council_tui.usecases.people import NAME
from council_tui.wording import names
from council_tui.wording.catalog import N_

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody known, or a name nobody has."""

    who: Attendee | None
    typed: str


def called(person: PersonView, typed: str) -> bool:
    """Whether what was typed may mean somebody."""
    seat = (str(person.seat),) if person.seat is not None else ()
    return matches(typed, (person.name, person.latin, *person.keys, *seat))


def fitting(people: Sequence[Attendee], typed: str) -> tuple[Attendee, ...]:
    """Whom a typed name may mean: an equal name alone; first those whose initials it is, letter by letter."""
    typed = typed.strip()
    equal = tuple(each for each in people if typed in {each.person.name, each.person.latin})
    found = [each for each in people if called(each.person, typed)]
    return equal or tuple(sorted(found, key=lambda each: _far(each.person, folded(typed))))


def _far(person: PersonView, typed: str) -> tuple[bool, int]:
    """How far what was typed is from being somebody's initials."""
    return typed not in person.keys, abs(len(person.name) - len(typed))


def meant(people: Sequence[Attendee], typed: str) -> Attendee | None:
    """The one meant beyond doubt: the only one a name fits, or the only one it names whole (`zm`)."""
    found = fitting(people, typed)
    whole = [each for each in found if folded(typed) in each.person.keys]
    letters = [each for each in whole if len(each.person.name) == len(folded(typed))]
    return next((sole[0] for sole in (found, letters, whole) if len(sole) == 1), None)


class Find(Dialog[Meant]):
    """A field, and whom it may mean; the answer is one of them, or a name that nobody has."""

    BINDINGS: ClassVar = [
        Binding("enter", "take", N_("this one"), id="find.take", priority=True),
        Binding("up", "move(-1)", N_("up"), id="find.up", show=False, priority=True),
        Binding("down", "move(1)", N_("down"), id="find.down", show=False, priority=True),
    ]

    def __init__(self, title: str, people: Sequence[Attendee]):
        super().__init__()
        self._title, self._people, self._cursor = title, tuple(people), 0

    def compose_fields(self) -> ComposeResult:
        """The field."""
        yield ImeInput("", max_length=NAME, digits=True)

    def on_mount(self) -> None:
        """The keys go to the field."""
        super().on_mount()
        self.set_focus(self.query_one(ImeInput))

    @property
    def _fits(self) -> tuple[Attendee, ...]:
        typed = self.query_one(ImeInput).value
        return fitting(self._people, typed) if typed.strip() else self._people

    def page(self, width: int) -> Sequence[Line]:
        """The field, and a window of the people around the cursor."""
        top = titled(self._title, width)
        field = self.query_one(ImeInput)
        field.styles.offset, field.styles.width = (4, len(top)), width - 8
        fits = self._fits
        first = max(0, min(self._cursor - SHOWN // 2, len(fits) - SHOWN))
        rows = [self._row(n, each) for n, each in list(enumerate(fits))[first : first + SHOWN]]
        if not fits:
            rows = [text(nobody(self.query_one(ImeInput).value), "dim", 3)]
        rows += [BLANK] * (SHOWN - len(rows))
        return [*top, line(Span(3, "["), Span(width - 4, "]")), BLANK, *rows, BLANK]

    def _row(self, number: int, who: Attendee) -> Line:
        here = number == self._cursor
        seat = str(who.person.seat) if who.person.seat is not None else ""
        spans = (
            Span(1, ">" if here else " "),
            Span(3, f"{seat:>4}"),
            Span(9, names.person_name(who.person)),
            Span(27, names.other_name(who.person), "" if here else "dim"),
            Span(48, mark(who)),
        )
        return Line(spans, "cursor" if here else "", f"screen.pick({number})")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Others are meant."""
        event.stop()
        self._cursor = 0
        self.paint()

    def action_move(self, by: int) -> None:
        """The cursor goes up or down."""
        self._cursor = max(0, min(self._cursor + by, len(self._fits) - 1))
        self.paint()

    def action_pick(self, number: int) -> None:
        """A click on somebody."""
        self._cursor = number
        self.action_take()

    def action_take(self) -> None:
        """The one under the cursor; a name nobody has as it was typed."""
        typed = self.query_one(ImeInput).value.strip()
        fits = self._fits
        if fits:
            self.dismiss(Meant(fits[min(self._cursor, len(fits) - 1)], typed))
        elif whole_name(typed):
            self.dismiss(Meant(None, typed))
