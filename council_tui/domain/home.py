"""Home: the next meeting, the one next step, and what waits to be done. Worked out from what stands."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from council_tui.domain.agenda import MeetingState
from council_tui.domain.hall import Hall
from council_tui.domain.ids import MeetingId
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingLine, MeetingView, Unfinished
from council_tui.domain.people import PersonView
from council_tui.domain.promises import ActionAssigned
from council_tui.domain.record import Kept


class TodoKind(StrEnum):
    """What may wait to be done."""

    UNFINISHED = "unfinished"
    MINUTES = "minutes"
    VAGUE = "vague"
    """Actions without an owner or a date."""
    DUE = "due"
    """Actions whose day came since the last meeting: the next one hears of them."""
    RULES = "rules"
    """The rules are provisional still."""
    TYPED = "typed"
    """Texts half typed."""


@dataclass(frozen=True, slots=True)
class Todo:
    """One sort of thing that waits."""

    kind: TodoKind
    count: int
    earliest: str = ""
    """The earliest day among them; may be empty."""
    meeting: MeetingId | None = None
    """The meeting in which the earliest is seen to."""


class Step(StrEnum):
    """What is to be done next."""

    BACK = "back"
    """A meeting runs: go back to it."""
    MEMBERS = "members"
    SIGN_IN = "sign_in"
    MINUTES = "minutes"
    AGENDA = "agenda"
    """The next meeting is on another day: its agenda."""
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class HomeView:
    """What Home shows."""

    hall: Hall
    meetings: tuple[MeetingLine, ...]
    """Every meeting, those cancelled too, the latest first."""
    coming: MeetingView | None
    """The meeting that runs, else the one planned that is chosen or comes next."""
    members: int
    """How many have a seat with a vote."""
    unfinished: tuple[Unfinished, ...]
    actions: tuple[Kept[ActionAssigned], ...]
    """The actions that may ask for something: without an owner or a day, or due since the last meeting."""
    drafts: tuple[str, ...]
    """The forms in which something half typed lies."""
    now: str
    """The clock when this picture was taken, `2023-02-08T18:42:00`."""

    @property
    def today(self) -> str:
        """The day of this picture."""
        return self.now[:10]


@dataclass(frozen=True, slots=True)
class Planning:
    """What a meeting's plan is typed with: who may hold an office, and what is offered."""

    people: tuple[PersonView, ...]
    like: MeetingView | None
    """The meeting that is changed, or the last one, whose place and offices are offered again."""
    number: int
    """The number the next meeting of this year gets."""
    first: bool
    """Whether no meeting was planned before."""
    provisional: bool
    """Whether the council has yet to adopt its rules."""
    unfinished: tuple[Unfinished, ...]


def next_planned(lines: Iterable[MeetingLine], now: str) -> MeetingLine | None:
    """The meeting that comes next: the first that is not past; else one entered afterwards; else the last."""
    planned = sorted((line for line in lines if line.state is None), key=lambda line: (line.starts, line.id))
    ahead = [line for line in planned if line.starts[:10] >= now[:10]]
    late = [line for line in planned if line.late]
    return next(iter([*ahead, *late, *reversed(planned)]), None)


def unsealed(lines: Sequence[MeetingLine]) -> tuple[MeetingLine, ...]:
    """The meetings held whose minutes nobody signed off, the earliest first."""
    held = [line for line in lines if line.state is MeetingState.ADJOURNED and not line.sealed]
    return tuple(reversed(held))


def next_step(view: HomeView) -> Step:
    """The one thing to do next."""
    if view.hall.masked:
        return Step.BACK
    if not view.members:
        return Step.MEMBERS
    coming = view.coming
    if coming is not None and (coming.plan.late or coming.plan.starts[:10] <= view.today):
        return Step.SIGN_IN
    if unsealed(view.meetings):
        return Step.MINUTES
    return Step.AGENDA if coming is not None else Step.PLAN


def todos(view: HomeView) -> tuple[Todo, ...]:
    """What waits, weightiest first; nothing that does not."""
    minutes = unsealed(view.meetings)
    vague = [each for each in view.actions if not each.fact.due or not _owned(each.fact)]
    provisional = view.hall.council is not None and view.hall.council.provisional
    starts = {line.id: line.starts[:10] for line in view.meetings}
    left = [each.meeting for each in view.unfinished[:1]]
    found = (
        Todo(TodoKind.UNFINISHED, len(view.unfinished), *_first([(starts.get(id, ""), id) for id in left])),
        Todo(TodoKind.MINUTES, len(minutes), *_first([(line.starts[:10], line.id) for line in minutes])),
        _of_actions(TodoKind.VAGUE, vague),
        _of_actions(TodoKind.DUE, due(view)),
        Todo(TodoKind.RULES, int(provisional)),
        Todo(TodoKind.TYPED, len(view.drafts)),
    )
    return tuple(each for each in found if each.count)


def last_held(lines: Iterable[MeetingLine]) -> str:
    """The day of the last meeting that was held; empty before the first."""
    return max((line.starts[:10] for line in lines if line.state is MeetingState.ADJOURNED), default="")


def due(view: HomeView) -> list[Kept[ActionAssigned]]:
    """The actions whose day has come, earliest first, since the last meeting that was held before it.

    Nothing says yet that an action is done: each is named until the next meeting has heard of it.
    """
    since = last_held(view.meetings)
    found = [each for each in view.actions if each.fact.due and since <= each.fact.due < view.today]
    return sorted(found, key=lambda each: (each.fact.due, each.id))


def _owned(action: ActionAssigned) -> bool:
    return action.person is not None or bool(action.organisation)


def _first(found: Sequence[tuple[str, MeetingId]]) -> tuple[str, MeetingId | None]:
    return found[0] if found else ("", None)


def _of_actions(kind: TodoKind, found: Sequence[Kept[ActionAssigned]]) -> Todo:
    if not found:
        return Todo(kind, 0)
    days = sorted(each.fact.due for each in found if each.fact.due)
    return Todo(kind, len(found), days[0] if days else "", found[0].fact.meeting)
