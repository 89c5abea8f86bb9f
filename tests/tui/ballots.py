"""What tests of the Votes screen share: a meeting with a motion before it, and what was recorded."""

from collections.abc import Sequence
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from council_tui.domain.ids import PersonId
from council_tui.domain.votes import Choice, VoteView
from council_tui.store.store import Store
from council_tui.tui.app import CouncilApp
from council_tui.usecases import agenda, meetings
from tests import assembly
from tests.assembly import NAMES, Floor
from tests.tui.screen import press

CROWD = (*NAMES, *(f"居民{number}" for number in range(100)))
SIZE = (80, 24)


def convened(path: Path, present: int, **chosen: str) -> Floor:
    """A meeting of so many, with a motion before it."""
    store = assembly.found(path / "council.db", CROWD[: present + 2], **chosen)
    floor = assembly.convene(store, present)
    store.writing(agenda.open_item, floor.meeting, floor.item)
    return floor


def votes(store: Store) -> tuple[VoteView, ...]:
    found = store.reading(meetings.view_current)
    assert found is not None
    return found.votes


def answers(store: Store) -> dict[PersonId, Choice]:
    return {person: choice for person, (_, choice) in votes(store)[-1].answers.items()}


def figures(vote: VoteView) -> tuple[int, int, int, bool]:
    assert vote.closed is not None
    return vote.closed.yes, vote.closed.no, vote.closed.abstain, vote.closed.carried


async def typed_ahead(app: CouncilApp, keys: Sequence[str]) -> None:
    """Keys that come faster than anything is painted."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


async def put(pilot: Pilot[None], way: str) -> None:
    """Put what waits to the vote in another way: 1 hands, 2 roll call, 3 secret ballot, 4 consent."""
    await press(pilot, "h")
    await press(pilot, way)
