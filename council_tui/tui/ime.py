"""The fields every text is typed into: an input method composes where the cursor is, and no text is endless.

Only what is typed lives here; how a field is framed and what its text means is the form's.
"""

import unicodedata

from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input

from council_tui.domain.lazily import dataclass
from council_tui.wording.catalog import _


class ImeInput(Input):
    """One row of text, at most `max_length` characters long; a text that would be longer is refused whole."""

    @dataclass
    class Refused(Message):
        """What was typed or pasted would make the text too long, so none of it was taken."""

        field: "ImeInput"
        limit: int

        @property
        def words(self) -> str:
            """Why, in a sentence."""
            return _("Not taken: it would be longer than the {limit} characters that fit here.").format(
                limit=self.limit
            )

        @property
        def control(self) -> "ImeInput":
            """The field."""
            return self.field

    def __init__(
        self,
        value: str = "",
        *,
        max_length: int,
        digits: bool = False,
        whole: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ):
        """`digits`: full-width figures, as a Chinese input method may send them, are taken as figures.
        `whole`: the first key replaces what stood there, as a time is typed anew and not mended."""
        super().__init__(
            value,
            id=id,
            classes=classes,
            max_length=max_length,
            select_on_focus=whole,
            compact=True,
        )
        self._digits = digits

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the cursor on the screen, where an input method opens its window.

        Textual's own is one cell too far at the end of a text.
        """
        at = super().cursor_screen_offset
        return at - (1, 0) if self.cursor_at_end else at

    def on_mount(self) -> None:
        """Show the terminal where the cursor is, once the field has its place."""
        self.call_after_refresh(self._point)

    def on_focus(self) -> None:
        """Show the terminal where the cursor is."""
        self.call_after_refresh(self._point)

    def on_resize(self) -> None:
        """The field has another place."""
        self.call_after_refresh(self._point)

    def _point(self) -> None:
        """As when the cursor moves: before the first layout Textual did not know where it stands."""
        if self.has_focus:
            self._watch_selection(self.selection)
            self.app.refresh()

    def replace(self, text: str, start: int, end: int) -> None:
        """Put `text` in the place of what is between two characters."""
        super().replace(unicodedata.normalize("NFKC", text) if self._digits else text, start, end)

    def restricted(self) -> None:
        """Say that it would be too long."""
        self.post_message(self.Refused(self, self.max_length or 0))
