"""A form from a description of its fields: typed text is kept as a draft until it is recorded."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, TextArea

from council_tui.domain.people import PersonView
from council_tui.store import clock
from council_tui.tui.dialogs import Dialog
from council_tui.tui.fields import Field, Kind, Values, found, read, read_all
from council_tui.tui.ime import ImeInput
from council_tui.tui.ink import BLANK, Line, Span, line, text
from council_tui.tui.widgets.pick import Pick
from council_tui.usecases.record import keep_draft, view_drafts
from council_tui.wording.catalog import N_, _

LABEL = 16
"""Columns of a label, the margin before it included."""
LONG_ROWS = 5
CANDIDATES = 4
DRAFT_AFTER = 1.0
"""Seconds after the last key until what was typed is kept."""

Deed = Callable[[Values], Awaitable[str]]
"""Records the values; what it says is why they were refused, empty when they were recorded."""


class Form(Dialog[bool]):
    """Several fields and one deed; True once it is recorded. What was refused stays open as it was typed."""

    BINDINGS: ClassVar = [
        Binding("enter", "next_field", N_("next field"), id="form.next", priority=True),
        Binding("ctrl+s", "record", N_("record"), id="form.record", priority=True),
        Binding("tab", "app.focus_next", N_("next field"), id="form.tab", show=False),
        Binding("shift+tab", "app.focus_previous", N_("field before"), id="form.back", show=False),
        Binding("up", "candidate(-1)", N_("person before"), id="form.up", show=False, priority=True),
        Binding("down", "candidate(1)", N_("next person"), id="form.down", show=False, priority=True),
    ]

    def __init__(self, title: str, fields: Sequence[Field], deed: Deed, *, draft: str = ""):
        super().__init__()
        self._title, self._fields, self._deed, self._draft = title, tuple(fields), deed, draft
        self._widgets: dict[str, Widget] = {}
        self._kept: Mapping[str, str] = {}
        self._candidate = 0
        self._timer = self._restored = False

    def compose_fields(self) -> ComposeResult:
        """A widget for each field."""
        for field in self._fields:
            self._widgets[field.name] = widget = _widget(field)
            yield widget

    def on_mount(self) -> None:
        """Put back what was being typed, and begin with the first field."""
        super().on_mount()
        if self._widgets:
            self._widgets[self._fields[0].name].focus()
        if self._draft:
            self.run_worker(self._restore(), group="look")

    async def _restore(self) -> None:
        kept = await self.app.clerk.look(view_drafts, self._draft)
        for name, words in kept.items():
            widget = self._widgets.get(name)
            if isinstance(widget, ImeInput):
                widget.value = words
            elif isinstance(widget, TextArea):
                widget.text = words
        self._restored = bool(kept)
        self.paint()

    # Painting.

    def page(self, width: int) -> Sequence[Line]:
        """Title, labels, frames of the fields, how each was understood, and candidates for a name."""
        rows = [BLANK, text(self._title, "bold", 3), BLANK]
        for field in self._fields:
            rows += self._field_rows(field, len(rows), width)
        return [*rows, BLANK]

    def _field_rows(self, field: Field, top: int, width: int) -> list[Line]:
        widget = self._widgets[field.name]
        long = LONG_ROWS if field.kind is Kind.LONG else 1
        room = width - LABEL - 4
        if field.kind in {Kind.DAY, Kind.TIME, Kind.NUMBER, Kind.PERSON}:
            room = min(room, 20)
        widget.styles.offset = LABEL + 1, top
        widget.styles.width, widget.styles.height = room, long
        if field.kind is Kind.LONG:
            return [line(Span(3, field.label, "dim")), *[BLANK] * long]
        echo = self._echo(field)
        first = line(
            Span(3, field.label, "dim"),
            Span(LABEL, "["),
            Span(LABEL + 1 + room, "]"),
            Span(LABEL + 4 + room, echo, "dim"),
        )
        return [first, *self._candidate_rows(field)]

    def _echo(self, field: Field) -> str:
        typed = self._typed(field)
        known = read(field, typed, clock.now().date())
        return known.echo if typed.strip() else field.hint

    def _candidate_rows(self, field: Field) -> list[Line]:
        people = self._candidates(field)
        return [
            Line(
                (Span(LABEL + 1, ">" if n == self._candidate else " "), Span(LABEL + 3, _person_words(each))),
                "cursor" if n == self._candidate else "",
                f"screen.choose({n})",
            )
            for n, each in enumerate(people)
        ]

    def message(self) -> str:
        """That nothing of this is recorded yet."""
        if self._restored:
            return _("Put back what was typed before; not recorded yet.")
        return (
            _("Not recorded yet; what you type is kept as a draft.")
            if self._draft
            else _("Not recorded yet.")
        )

    # Fields.

    def _typed(self, field: Field) -> str:
        widget = self._widgets[field.name]
        if isinstance(widget, TextArea):
            return widget.text
        return widget.value if isinstance(widget, (ImeInput, Pick)) else ""

    def _at(self) -> Field | None:
        """The field in focus."""
        return next((field for field in self._fields if self._widgets[field.name] is self.focused), None)

    def _candidates(self, field: Field) -> tuple[PersonView, ...]:
        """Who may be meant in the field in focus, unless it says a whole name already."""
        if field.kind is not Kind.PERSON or field is not self._at():
            return ()
        typed = self._typed(field).strip()
        people = found(field, typed) if typed else ()
        return () if any(typed == each.name for each in people) else people[:CANDIDATES]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how it is understood, and keep it."""
        event.stop()
        self._changed()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep it."""
        event.stop()
        self._changed()

    def _changed(self) -> None:
        self._candidate = 0
        self.paint()
        if self._draft and not self._timer:
            self._timer = True
            self.set_timer(DRAFT_AFTER, self._keep)

    def _keep(self) -> None:
        self._timer = False
        self.run_worker(
            self._keep_all({field.name: self._typed(field) for field in self._fields}), group="act"
        )

    async def _keep_all(self, texts: Mapping[str, str]) -> None:
        """Write what changed since it was last kept; a choice is not worth keeping."""
        kinds = {field.name: field.kind for field in self._fields}
        for name, words in texts.items():
            if words != self._kept.get(name, "") and kinds[name] is not Kind.CHOICE:
                await self.app.clerk.do(keep_draft, self._draft, name, words, look=lambda at: None)
        self._kept = texts

    # Keys.

    def action_candidate(self, by: int) -> None:
        """The mark among candidates moves; elsewhere the field before or the next one."""
        field = self._at()
        people = self._candidates(field) if field is not None else ()
        if people:
            self._candidate = max(0, min(self._candidate + by, len(people) - 1))
            self.paint()
        elif isinstance(self.focused, TextArea):
            self.focused.action_cursor_down() if by > 0 else self.focused.action_cursor_up()
        else:
            self.focus_next() if by > 0 else self.focus_previous()

    def action_choose(self, number: int) -> None:
        """Take a candidate."""
        field = self._at()
        people = self._candidates(field) if field is not None else ()
        if field is not None and number < len(people):
            widget = self._widgets[field.name]
            if isinstance(widget, ImeInput):
                widget.value = people[number].name
            self.focus_next()

    def action_next_field(self) -> None:
        """Enter: take the marked candidate, go to the next field, and record from the last one."""
        field = self._at()
        if field is not None and self._candidates(field):
            self.action_choose(self._candidate)
            if field is not self._fields[-1]:
                return
        if (
            field is not None
            and field.kind is Kind.LONG
            and isinstance(self.focused, TextArea)
            and field is not self._fields[-1]
        ):
            self.focus_next()
        elif field is self._fields[-1] or field is None:
            self.action_record()
        else:
            self.focus_next()

    def action_record(self) -> None:
        """Record what was typed, if it can be read."""
        typed = {field.name: self._typed(field) for field in self._fields}
        values, wrong = read_all(self._fields, typed, clock.now().date())
        if wrong:
            name, self.told = next(iter(wrong.items()))
            self._widgets[name].focus()
            self.paint()
            return
        self.run_worker(self._record(values), group="act")

    async def _record(self, values: Values) -> None:
        self.told = await self._deed(values)
        if self.told:
            self.paint()
            return
        if self._draft:
            await self._keep_all(dict.fromkeys(self._kept, ""))
        self.dismiss(True)


def _widget(field: Field) -> Widget:
    """What a field is typed into."""
    if field.kind is Kind.CHOICE:
        return Pick(field.choices, field.initial)
    if field.kind is Kind.LONG:
        return TextArea(field.initial, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
    initial = field.initial
    if field.kind is Kind.PERSON:
        initial = next((each.name for each in field.people if str(each.id) == field.initial), "")
    return ImeInput(initial, max_length=field.longest, digits=field.kind is Kind.NUMBER)


def _person_words(person: PersonView) -> str:
    """`2 He Jia   he jia   community worker`, without what the room may not see."""
    seat = f"{person.seat:>3}  " if person.seat is not None else "     "
    return seat + "   ".join(part for part in (person.name, person.latin, person.title) if part)
