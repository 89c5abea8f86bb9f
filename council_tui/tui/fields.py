"""What a form asks for: fields by kind, how each reads what was typed, and what it says back."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from council_tui.domain.finding import matches
from council_tui.domain.gates import BadGate, Gate, parse_gate
from council_tui.domain.lazily import dataclass
from council_tui.domain.people import PersonView
from council_tui.intake import when
from council_tui.wording.catalog import _
from council_tui.wording.names import day_in_full, day_words, person_name
from council_tui.wording.say import say

SEPARATOR = re.compile("[,;，；、]")
"""Between two gates, as a keyboard or an input method writes it."""

Values = Mapping[str, Any]
"""What a form holds, by the field's name, each as its kind reads it."""


YES, NO = "yes", "no"
"""The choices of a field that asks whether."""


class Kind(StrEnum):
    """How a field is typed into and read."""

    LINE = "line"
    LONG = "long"
    """Several lines."""
    NUMBER = "number"
    """An int, or None."""
    DAY = "day"
    """`2023-02-15`, or empty."""
    TIME = "time"
    """`19:30`, or empty."""
    PERSON = "person"
    """A PersonId, or None."""
    CHOICE = "choice"
    GATES = "gates"
    """A tuple of gates, written one after the other with a comma between."""


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form."""

    name: str
    label: str
    """In the language in use."""
    kind: Kind = Kind.LINE
    initial: str = ""
    """As typed; of a person the id, of a choice the value."""
    longest: int = 200
    required: bool = False
    near: bool = False
    """A day without a year is the nearest such, not the next."""
    choices: tuple[tuple[str, str], ...] = ()
    people: tuple[PersonView, ...] = ()
    hint: str = ""
    """Said while it is empty: beside a short field, in a line."""
    suggest: Callable[[Mapping[str, str]], str] | None = None
    """Out of all that is typed, what an empty line will be taken as; shown in it, dim."""
    doubt: Callable[[str], str] | None = None
    """What is doubtful about what is typed, in a sentence; it may be recorded all the same."""


@dataclass(frozen=True, slots=True)
class Question:
    """A form, and what is recorded of it."""

    title: str
    fields: list[Field]
    deed: Callable[..., Any]
    told: Callable[[Values], tuple[Any, ...]]
    """What the deed is called with, made of what was typed; nothing where nothing was changed."""
    draft: str = ""
    floor: bool = True
    """Whether it can only be done while the meeting sits."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a field makes of what was typed."""

    value: Any
    echo: str = ""
    """How it was understood, shown beside the field."""
    wrong: str = ""
    """Why it cannot be taken; empty when it can."""


def found(field: Field, typed: str) -> tuple[PersonView, ...]:
    """The people a typed name, pinyin, initials or seat number may mean; an equal name alone."""
    typed = typed.strip()
    equal = tuple(each for each in field.people if typed in {each.name, each.latin})
    if equal:
        return equal
    return tuple(each for each in field.people if matches(typed, _keys(each)))


def called(field: Field, person: PersonView) -> str:
    """What means nobody else: the name in the language in use, else the other one, else the seat."""
    seat = (str(person.seat),) if person.seat is not None else ()
    alone = (words for words in (person_name(person), person.name, *seat) if found(field, words) == (person,))
    return next(alone, person.name)


def _keys(person: PersonView) -> tuple[str, ...]:
    seat = (str(person.seat),) if person.seat is not None else ()
    return (person.name, person.latin, *person.keys, *seat)


def read(field: Field, typed: str, today: date) -> Read:
    """What was typed, as the field's kind has it."""
    if not typed.strip():
        return Read(
            _EMPTY.get(field.kind, ""),
            wrong=_("Please fill in: {label}.").format(label=field.label) if field.required else "",
        )
    return _READERS[field.kind](field, typed.strip(), today)


def _line(field: Field, typed: str, today: date) -> Read:
    return Read(typed)


def _number(field: Field, typed: str, today: date) -> Read:
    if not typed.isdecimal():
        return Read(None, wrong=_("Only figures here: {label}.").format(label=field.label))
    return Read(int(typed))


def _day(field: Field, typed: str, today: date) -> Read:
    day = (when.read_near_date if field.near else when.read_date)(typed, today)
    if day is None:
        return _no_day(typed, today)
    return Read(day.isoformat(), echo=day_in_full(day.isoformat()))


def _no_day(typed: str, today: date) -> Read:
    """Why a text is no date; `2/3` may be two."""
    days = when.two_ways(typed, today)
    if days is None:
        return Read("", wrong=_("Not a date: {typed}. Type it like 2023-02-15 or 2/15.").format(typed=typed))
    one, two = (each.isoformat()[5:] for each in days)
    wrong = _("{typed} may be {one} or {two}. Type it like 2023-02-15.")
    first, second = (day_words(each.isoformat()) for each in days)
    return Read(
        "",
        echo=_("{one} or {two}?").format(one=one, two=two),
        wrong=wrong.format(typed=typed, one=first, two=second),
    )


def _time(field: Field, typed: str, today: date) -> Read:
    time = when.read_time(typed)
    if time is None:
        return Read("", wrong=_("Not a time: {typed}. Type it like 19:30.").format(typed=typed))
    return Read(time.strftime("%H:%M"), echo=time.strftime("%H:%M"))


def gates_of(typed: str) -> tuple[Gate, ...]:
    """The gates that a line says. Raises BadGate."""
    return tuple(parse_gate(each) for each in SEPARATOR.split(typed) if each.strip())


def _gates(field: Field, typed: str, today: date) -> Read:
    try:
        return Read(gates_of(typed))
    except BadGate as refusal:
        return Read((), wrong=say(refusal))


def _person(field: Field, typed: str, today: date) -> Read:
    people = found(field, typed)
    if len(people) == 1:
        return Read(people[0].id, echo=person_name(people[0]))
    if not people:
        return Read(None, wrong=_("Nobody is called {typed}.").format(typed=typed))
    names = "   ".join(map(_seated, people[:4]))
    return Read(None, wrong=_("Which one? {names}").format(names=names))


def _seated(person: PersonView) -> str:
    """`2 He Jia`, as either may be typed."""
    seat = [str(person.seat)] if person.seat is not None else []
    return " ".join([*seat, person_name(person)])


_READERS: Mapping[Kind, Callable[[Field, str, date], Read]] = {
    Kind.LINE: _line,
    Kind.LONG: _line,
    Kind.NUMBER: _number,
    Kind.DAY: _day,
    Kind.TIME: _time,
    Kind.PERSON: _person,
    Kind.CHOICE: _line,
    Kind.GATES: _gates,
}

_EMPTY: Mapping[Kind, Any] = {Kind.PERSON: None, Kind.NUMBER: None, Kind.GATES: ()}
"""What an empty field is; any other is an empty text."""


def read_all(fields: Sequence[Field], typed: Mapping[str, str], today: date) -> tuple[Values, dict[str, str]]:
    """Every value, and what is wrong, by the field's name."""
    reads = {field.name: read(field, typed[field.name], today) for field in fields}
    wrong = {name: each.wrong for name, each in reads.items() if each.wrong}
    return {name: each.value for name, each in reads.items()}, wrong
