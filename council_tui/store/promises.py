"""Actions as they stand."""

from council_tui.domain.promises import ActionAssigned
from council_tui.domain.record import Kept
from council_tui.store.act import Reader

_WAITING = "task <> '' AND (due = '' OR due >= ? OR (person IS NULL AND organisation = ''))"


def waiting(at: Reader, since: str) -> list[Kept[ActionAssigned]]:
    """The actions without an owner or a day, and those whose day is not before `since`."""
    return at.standing(ActionAssigned, _WAITING, [since])
