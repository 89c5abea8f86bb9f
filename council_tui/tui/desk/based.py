"""What every part of the Agenda screen stands on: the meeting in hand, the typed time, the way of voting."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from council_tui.domain.agenda import MeetingState
from council_tui.domain.ids import ItemId, MeetingId, ProposalId
from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView, latest
from council_tui.domain.steps import Deed, next_deed
from council_tui.domain.typed_times import typed_moment
from council_tui.domain.votes import Way
from council_tui.store import clock
from council_tui.tui import timed
from council_tui.tui.fields import Field, Values
from council_tui.tui.forms import Form
from council_tui.tui.screens.base import HallScreen
from council_tui.wording import steps

Deeds = Callable[[Values], Awaitable[str]]
"""Records what a form holds; says why not, or nothing."""


class MeetingScreen(HallScreen):
    """Knows the meeting in hand, and the moment that what is recorded gets."""

    cursor: int | None = None
    """The item at which the keys are; None follows the meeting."""

    def __init__(self) -> None:
        super().__init__()
        self.ways: dict[ProposalId, Way] = {}
        self.rules: dict[ProposalId, str] = {}
        """Rules of their own that questions are decided by, as JSON text."""
        self.waived: set[ItemId] = set()
        """Items under which nothing more is assigned."""
        self.kept_rules: set[ItemId] = set()
        """Items that were not about the council's own rules after all."""

    @property
    def meeting(self) -> MeetingView:
        """The meeting in hand. Asked for only where there is one."""
        held: MeetingView = self.view.meeting
        return held

    @property
    def now(self) -> str:
        """What the clocks of the page show."""
        if self.meeting.plan.late or self.meeting.adjourned_at:
            return max(latest(self.meeting), self.typed_at)
        return clock.local(clock.now())

    @property
    def stamp(self) -> str:
        """The time that what is recorded gets, where it is not the clock's: `19:41`."""
        return self.typed_at[11:16] or (self.now[11:16] if self.meeting.plan.late else "")

    @property
    def deed(self) -> Deed:
        """What comes next."""
        council = self.view.council
        asked = [each.id for each in self.meeting.items if steps.about_rules(each)]
        rules = set(asked) - self.kept_rules if council is not None and council.provisional else set()
        return next_deed(self.meeting, frozenset(self.waived), frozenset(rules))

    @property
    def chosen(self) -> ItemView | None:
        """The item at which the keys are."""
        items = self.meeting.items
        if not items:
            return None
        if self.cursor is not None:
            return items[min(self.cursor, len(items) - 1)]
        return self.meeting.current or next((each for each in items if each.settled is None), items[-1])

    @property
    def sitting(self) -> bool:
        """Whether the meeting sits: opened, not in recess, not over."""
        return self.meeting.running and self.meeting.state is not MeetingState.RECESS

    async def ask(
        self, title: str, fields: Sequence[Field], deed: Callable[[Values], Any], draft: str = ""
    ) -> bool:
        """A form that records; whether it was. `deed` says nothing when it did."""
        recorded = await self.app.push_screen_wait(Form(title, fields, deed, draft=draft))
        return bool(recorded)

    async def noted(self, deed: Callable[..., Any], *args: Any) -> str:
        """Record out of a form: nothing when it was, else why not."""
        return "" if await self.record(deed, *args) is not None else self.told

    @property
    def held(self) -> MeetingId:
        """The meeting's id."""
        return self.meeting.id

    async def moment(self, title: str, initial: str = "") -> str:
        """A typed time on the meeting's day; empty where none was typed, or none that can be read."""
        typed = await timed.ask(self, title, initial)
        return typed_moment(self.meeting, typed) if typed else ""
