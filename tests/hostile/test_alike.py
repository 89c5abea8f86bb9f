"""Names that nobody can tell apart: who is meant is found, and a double is warned of while it is typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from council_tui.store.store import Store
from council_tui.usecases.meetings import view_current
from council_tui.usecases.people import view_people
from tests import assembly
from tests.tui.screen import opened, press, settled, shown

SIZE = (80, 24)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = assembly.found(tmp_path / "council.db")
    yield found
    found.shut()


async def pasted(pilot: Pilot[None], text: str) -> None:
    """A text into the field that has the keys."""
    pilot.app.post_message(events.Paste(text))
    await settled(pilot)


@pytest.mark.parametrize("typed", ["林\u200b晓", "\ufeff林晓", "林晓\u2060", " 林 晓", "林\u202e晓"])
async def test_a_name_with_something_hidden_signs_in_whom_it_names(store: Store, typed: str):
    assembly.plan(store)
    async with opened(store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pasted(pilot, typed)
        await press(pilot, "enter")
    held = store.reading(view_current)
    assert held is not None
    assert [each.person.name for each in held.present] == ["林晓"]
    assert len(store.reading(view_people)) == len(assembly.NAMES)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("周\u200b一一", "Looks the same as 周一一, seat 3."),
        ("周⼀ー", "Looks the same as 周一一, seat 3."),
        ("吕 %s", "Looks the same as 吕 %s, seat 6."),
        ("О'Вrіеn", "Looks the same as O'Brien, seat 5."),
        ("周一", ""),
    ],
)
async def test_a_name_that_looks_like_another_is_warned_of_while_it_is_typed(
    store: Store, typed: str, told: str
):
    """Zero width; a radical and a long mark; the same; Cyrillic letters."""
    async with opened(store, "people").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "n")
        await pasted(pilot, typed)
        assert (
            (told in "\n".join(shown(pilot.app))) if told else "Looks the same" not in str(shown(pilot.app))
        )
        await press(pilot, "ctrl+s")
    assert len(store.reading(view_people)) == len(assembly.NAMES) + 1


async def test_nobody_looks_like_themselves(store: Store):
    async with opened(store, "people").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "e")
        assert "Looks the same" not in str(shown(pilot.app))
