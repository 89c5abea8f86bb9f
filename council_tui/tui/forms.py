"""A form from a description of its fields: typed text is kept as a draft until it is recorded."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Mount
from textual.message import Message
from textual.widgets import Input, TextArea

from council_tui.store import clock
from council_tui.tui.dialogs import AROUND, Dialog, titled
from council_tui.tui.drafts import AFTER, Drafts
from council_tui.tui.entry import Entry, laid, typed_in
from council_tui.tui.fields import Field, Kind, Values, called, read_all
from council_tui.tui.ink import Line
from council_tui.wording.catalog import N_, _

Deed = Callable[[Values], Awaitable[str]]
"""Records the values; what it says is why they were refused, empty when they were recorded."""

ReadBack = Callable[[Mapping[str, str], int], Sequence[Line]]
"""What all that is typed means, in rows of so many columns."""


class Form(Dialog[bool]):
    """Several fields and one deed; True once it is recorded. What was refused stays open as it was typed."""

    BINDINGS: ClassVar = [
        Binding("enter", "next_field", N_("next field"), id="form.next", priority=True),
        Binding("ctrl+s", "record", N_("record"), id="form.record", priority=True),
        Binding("tab", "app.focus_next", N_("next field"), id="form.tab", show=False, priority=True),
        Binding(
            "shift+tab", "app.focus_previous", N_("field before"), id="form.back", show=False, priority=True
        ),
        Binding("up", "candidate(-1)", N_("person before"), id="form.up", show=False, priority=True),
        Binding("down", "candidate(1)", N_("next person"), id="form.down", show=False, priority=True),
    ]

    read_back: ReadBack | None = None
    """Said under the title, at every key."""

    def __init__(self, title: str, fields: Sequence[Field], deed: Deed, *, draft: str = ""):
        super().__init__()
        self._title, self._deed, self._draft = title, deed, draft
        self._entries = [Entry(field) for field in fields]
        self._marked = 0
        self._waiting = self._restored = self._recording = False
        self._judged: dict[str, str] = {}
        """What stood in the fields when `told` was said of them."""

    def compose_fields(self) -> ComposeResult:
        """A widget for each field."""
        yield from (entry.widget for entry in self._entries)

    @on(Mount)
    async def put_back(self) -> None:
        """Begin with the first field, and put back what was being typed before any key is taken."""
        self._drafts = Drafts(self.app.clerk, self._draft)
        self._judged = typed_in(self._entries)
        self.set_focus(self._entries[0].widget)
        kept = await self._drafts.found()
        for entry in self._entries:
            if entry.field.name in kept:
                entry.put(kept[entry.field.name])
        self._restored = bool(kept)
        self.paint()

    def page(self, width: int) -> Sequence[Line]:
        """The title, and each field's rows; a panel too low for all shows those around the focus."""
        read = self.read_back(typed_in(self._entries), width) if self.read_back else ()
        head = [*titled(self._title, width), *read]
        rows, at = laid(self._entries, head, width, self._marked)
        room = self.size.height - AROUND
        above = max(0, min(at - room // 2, len(rows) - room))
        return laid(self._entries, head, width, self._marked, above)[0][above:] if above else rows

    def message(self) -> str:
        """What is doubtful; else that nothing of this is recorded yet."""
        doubts = [each.field.doubt(each.typed) for each in self._entries if each.field.doubt is not None]
        if any(doubts):
            return next(filter(None, doubts))
        if self._restored:
            return _("Put back what was typed before; not recorded yet.")
        if self._draft:
            return _("Not recorded yet; what you type is kept as a draft.")
        return _("Not recorded yet.")

    def hint_words(self, binding: Binding) -> str:
        """Enter in the last field does what ctrl+s does, once one person is meant there."""
        if binding.id != "form.next" or self._at() is not self._entries[-1]:
            return super().hint_words(binding)
        if len(self._at().candidates) > 1:
            return _("choose")
        return super().hint_words(self.active_bindings["ctrl+s"].binding)

    def _at(self) -> Entry:
        """The field the keys go to."""
        return next((each for each in self._entries if each.widget is self.focused), self._entries[-1])

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _changed(self, event: Message) -> None:
        """Say how it is understood, and keep it; what was refused was something else."""
        event.stop()
        if typed_in(self._entries) != self._judged:
            self.told = ""
        self._marked = 0
        self.paint()
        if not self._waiting:
            self._waiting = True
            self.set_timer(AFTER, self._keep)

    def _keep(self) -> None:
        self._waiting = False
        if self._recording:
            return
        texts = typed_in(each for each in self._entries if each.field.kind is not Kind.CHOICE)
        self.run_worker(self._drafts.keep(texts), group="write")

    def action_candidate(self, by: int) -> None:
        """The mark among candidates moves; elsewhere the cursor, or the field before or the next one."""
        people = self._at().candidates
        if people:
            self._marked = max(0, min(self._marked + by, len(people) - 1))
            self.paint()
        elif isinstance(self.focused, TextArea):
            (self.focused.action_cursor_down if by > 0 else self.focused.action_cursor_up)()
        else:
            (self.focus_next if by > 0 else self.focus_previous)()

    def action_choose(self, number: int) -> None:
        """Take a candidate."""
        entry = self._at()
        if number < len(entry.candidates):
            entry.put(called(entry.field, entry.candidates[number]))
            self._marked = 0

    def action_next_field(self) -> None:
        """Enter: take the marked candidate; go to the next field; from the last one, record. Of several
        candidates the one taken is seen there before it is recorded."""
        entry = self._at()
        several = len(entry.candidates) > 1
        if entry.candidates:
            self.action_choose(self._marked)
        if entry is self._entries[-1]:
            if not several:
                self.action_record()
        else:
            self.focus_next()

    def action_record(self) -> None:
        """Record what was typed, if it can be read; a second Enter while it is on its way records nothing."""
        if self._recording:
            return
        self._judged = typed_in(self._entries)
        values, wrong = read_all([each.field for each in self._entries], self._judged, clock.now().date())
        if wrong:
            name, self.told = next(iter(wrong.items()))
            self.set_focus(next(each for each in self._entries if each.field.name == name).widget)
            self.paint()
        else:
            self._recording = True
            self.run_worker(self._record(values), group="act")

    def action_cancel(self) -> None:
        """Go back, unless it is being recorded already."""
        if not self._recording:
            super().action_cancel()

    async def _record(self, values: Values) -> None:
        self.told = await self._deed(values)
        if self.told:
            self._recording = False
            self.paint()
            return
        await self._drafts.forget()
        self.dismiss(True)
