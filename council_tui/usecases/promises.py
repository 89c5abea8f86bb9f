"""Actions are assigned, changed and dropped."""

from council_tui.domain import plain
from council_tui.domain.errors import Missing, Unknown
from council_tui.domain.ids import ItemId, MeetingId, PersonId
from council_tui.domain.lazily import dataclass
from council_tui.domain.promises import ActionAssigned
from council_tui.store.act import Act
from council_tui.usecases.meetings import a_day, view

TASK, OWNER = 400, 120
"""The longest texts, in characters."""


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """What is typed about something to be done; `due` as `2023-02-15` or empty."""

    task: str
    task_2: str = ""
    organisation: str = ""
    organisation_2: str = ""
    person: PersonId | None = None
    due: str = ""


def assign_action(act: Act, meeting: MeetingId, item: ItemId | None, entry: ActionEntry) -> int:
    """Something is to be done, by somebody, by a day. The action's id."""
    view(act, meeting)
    return act.add(_fact(meeting, item, entry, None))


def change_action(act: Act, action: int, entry: ActionEntry) -> int:
    """An action is worded, given or dated otherwise. Its new id."""
    before = act.one(ActionAssigned, "id = ?", [action])
    if before is None:
        raise Unknown("action", action)
    return act.add(_fact(before.fact.meeting, before.fact.item, entry, action))


def drop_action(act: Act, action: int) -> None:
    """An action is taken back."""
    before = act.one(ActionAssigned, "id = ?", [action])
    if before is None:
        raise Unknown("action", action)
    act.add(ActionAssigned(before.fact.meeting, before.fact.item, "", "", "", "", None, "", replaces=action))


def _fact(
    meeting: MeetingId, item: ItemId | None, entry: ActionEntry, replaces: int | None
) -> ActionAssigned:
    task = plain.clean_line(entry.task, TASK)
    if not task:
        raise Missing("task")
    return ActionAssigned(
        meeting,
        item,
        task,
        plain.clean_line(entry.task_2, TASK),
        plain.clean_line(entry.organisation, OWNER),
        plain.clean_line(entry.organisation_2, OWNER),
        entry.person,
        a_day(entry.due).isoformat() if entry.due else "",
        replaces=replaces,
    )
