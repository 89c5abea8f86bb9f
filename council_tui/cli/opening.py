"""Which file was chosen, and the council's record opened for one command; which meeting is meant."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from council_tui.cli.exits import Refused
from council_tui.domain.lazily import dataclass
from council_tui.wording.catalog import _

if TYPE_CHECKING:
    from council_tui.domain.meeting import MeetingView
    from council_tui.store.store import Store


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was said before the command: `--file` and `--lang`; None where nothing was."""

    path: str | None = None
    lang: str | None = None

    @property
    def file(self) -> Path:
        """The council's file: chosen here, by the environment, or the platform's."""
        from council_tui.store import places

        return Path(self.path) if self.path is not None else places.default_file()


@contextmanager
def record(chosen: Chosen, *, view_only: bool = True) -> Iterator["Store"]:
    """The council's record, closed afterwards. Raises CannotOpen or Waiting."""
    from council_tui.store.store import Store

    store = Store(chosen.file, view_only=view_only)
    try:
        yield store
    finally:
        store.shut()


def meeting(store: "Store", words: str | None) -> "MeetingView":
    """The meeting meant: `3` of the latest year, `2023-3`; the one in hand where nothing was said."""
    from council_tui.usecases import meetings

    if words is None:
        current = store.reading(meetings.view_current)
        if current is None:
            raise Refused(_("There is no meeting yet."))
        return current
    lines = store.reading(meetings.view_meetings)
    year, number = _numbered(words, max((line.year for line in lines), default=0))
    for line in lines:
        if (line.year, line.number) == (year, number):
            return store.reading(meetings.view_meeting, line.id)
    text = _("There is no meeting {number}. List them with: council-tui meeting list.")
    raise Refused(text.format(number=words))


def _numbered(words: str, latest: int) -> tuple[int, int]:
    """Year and number; (0, 0) for what is no such number."""
    found = re.fullmatch(r"(?:([0-9]{1,4})-)?([0-9]{1,6})", words)
    return (int(found[1] or latest), int(found[2])) if found else (0, 0)
