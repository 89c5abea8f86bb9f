"""The minutes as they write themselves, beside the desk."""

from collections.abc import Sequence
from functools import lru_cache

from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind
from council_tui.export import text
from council_tui.tui.ink import BLANK, Line, Span
from council_tui.wording import minutes, names
from council_tui.wording.catalog import _, current
from council_tui.wording.document import Document
from council_tui.wording.papers import items

HEAD = 2
"""Rows of the pane's own title."""


def rows(meeting: MeetingView, columns: int, height: int) -> Sequence[Line]:
    """What the minutes say of the item before the meeting (of a long one the end), else their beginning."""
    if not columns or height <= HEAD:
        return ()
    title = _("Minutes, {columns} columns, draft: they write themselves").format(columns=columns)
    found = _Paper(meeting).lines(columns)
    shown = found[-(height - HEAD) :] if meeting.current is not None else found[: height - HEAD]
    return [Line((Span(0, title, "dim"),)), BLANK, *(Line((Span(0, each),)) for each in shown)]


class _Paper:
    """A picture of a meeting, known by the journal's head: equal ones are composed once."""

    def __init__(self, meeting: MeetingView):
        self._meeting = meeting
        self._key = meeting.id, meeting.head, meeting.state, current()

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Paper) and self._key == other._key

    def lines(self, columns: int) -> tuple[str, ...]:
        """The lines at a width."""
        return _laid(self, columns)

    def composed(self) -> Document:
        """The document to be laid out."""
        item = self._meeting.current
        if item is None:
            return minutes.compose(self._meeting, PaperKind.MINUTES)
        whole = tuple(names.person_name(each.person) for each in self._meeting.people.values())
        return Document("minutes", current(), tuple(items.item_blocks(self._meeting, item)), whole)


@lru_cache(maxsize=8)
def _laid(paper: _Paper, columns: int) -> tuple[str, ...]:
    return tuple(text.lines(paper.composed(), columns))
