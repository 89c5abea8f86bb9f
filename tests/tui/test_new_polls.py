"""Elections and polls begun from the Agenda."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.polls import PollEntry
from council_tui.store.store import Store
from council_tui.tui.forms import AFTER
from council_tui.tui.ime import ImeInput
from council_tui.usecases import agenda, meetings
from council_tui.usecases.agenda import ItemEntry
from tests.assembly import Floor
from tests.polled import TRIO, held, open_
from tests.tui.ballots import SIZE, convened
from tests.tui.screen import opened, panel, press, settled, shown


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = convened(tmp_path, 7)
    yield made
    made.store.shut()


def asked(store: Store) -> list[tuple[int, str]]:
    """Under which item each poll is, and what it asks."""
    found = store.reading(meetings.view_current)
    assert found is not None
    return [(poll.opened.item, poll.opened.title) for poll in found.polls]


async def test_a_poll_is_opened_under_the_item_at_the_cursor_and_its_desk_takes_the_keys(floor: Floor):
    other = floor.store.writing(agenda.add_item, floor.meeting, ItemEntry("选主任 [/]"))
    app = opened(floor.store, "agenda")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "down", "v")
        await press(pilot, "2")
        await press(pilot, *(["tab"] * 5), *"1,2", "ctrl+s")
        await press(pilot, "1", "enter")
        assert "1 paper typed" in "\n".join(shown(app))
    assert asked(floor.store) == [(other, "选主任 [/]")]


async def test_esc_leads_back_to_the_agenda_and_nothing_is_opened(floor: Floor):
    app = opened(floor.store, "agenda")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "v")
        assert panel(app)[1] == "How are the papers counted?"
        await press(pilot, "escape")
        await press(pilot, "v", "1", "escape")
        assert "in debate" in "\n".join(shown(app))
    assert asked(floor.store) == []


async def test_no_second_poll_while_the_papers_of_one_are_typed(floor: Floor):
    open_(floor, PollEntry("主任", "Chair", "plurality", TRIO))
    app = opened(floor.store, "agenda")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        before = shown(app)
        await press(pilot, "v")
        assert shown(app)[2:20] == before[2:20]
    assert len(asked(floor.store)) == 1


async def test_an_announced_poll_is_annulled_and_held_again(floor: Floor):
    """3, 2 of five: A; annulled, then 1 to 4: B."""
    other = floor.store.writing(agenda.add_item, floor.meeting, ItemEntry("选主任 [/]"))
    poll = held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"11122"], other)
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "o", "2")
        assert panel(app)[1].startswith("Annul this poll")
        await press(pilot, *"unsealed", "ctrl+s")
        text = "\n".join(shown(app))
        assert "A N N U L L E D" in text
        assert "unsealed. The result stands no longer." in text
        await press(pilot, "escape")
        assert "Annulled" in "\n".join(shown(app))
        await press(pilot, "0")
        for paper in "12222":
            await press(pilot, paper, "enter")
        await press(pilot, "enter", "enter", "0")
        assert "+  B elected." in "\n".join(shown(app))
    found = floor.store.reading(meetings.view_current)
    assert found is not None
    assert [(each.id, each.winners, each.reopened is None) for each in found.polls] == [
        (poll.id, (1,), False),
        (found.polls[-1].id, (2,), True),
    ]
    item = found.item(other)
    assert item is not None
    assert item.settled is not None
    assert item.settled.resolution == "主任：乙当选。"


async def test_one_paper_of_an_announced_poll_is_corrected_and_both_counts_are_seen(floor: Floor):
    """3 to 2; one for A was for B: 2 to 3."""
    other = floor.store.writing(agenda.add_item, floor.meeting, ItemEntry("选主任 [/]"))
    held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"11122"], other)
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "c")
        await press(pilot, "9", "tab", "2", "tab", "tab", "tab", *"misread", "ctrl+s")
        assert "9" in shown(app)[22]
        assert panel(app)[1].startswith("Correct one paper")
        await press(pilot, "shift+tab", "shift+tab", "shift+tab", "shift+tab", "backspace", "1", "ctrl+s")
        text = " ".join("\n".join(shown(app)).split())
        assert "+ B elected." in text
        assert "misread). Before:" in text
        assert "Round 1: A [/] 3, B 2, C 0." in text
    found = floor.store.reading(meetings.view_current)
    assert found is not None
    item = found.item(other)
    assert item is not None
    assert item.settled is not None
    assert item.settled.resolution == "主任：乙当选。"


async def test_the_desk_says_how_the_poll_stands(floor: Floor):
    """Seven may vote: 4 to 1 of five, and two are out; then more than half of six or seven is 4."""
    open_(floor, PollEntry("主任", "Chair", "plurality", TRIO))
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "1", "enter", "2", "enter")
        assert "Tied for election: A [/], B." in "\n".join(shown(app))
        await press(pilot, "1", "enter")
        assert "Leading: A [/]. 1 more paper can change it." in "\n".join(shown(app))
        await press(pilot, "1", "enter", "1", "enter")
        assert "The 2 papers still out cannot change it. Elected: A [/]." in "\n".join(shown(app))


async def test_dots_within_a_budget_are_points_with_a_limit(floor: Floor):
    """Five dots a paper: 3 and 2 are taken, 3 and 3 are one too many, and at the second Enter invalid."""
    open_(floor, PollEntry("微心愿", "Small wishes", "score", TRIO, points=5))
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "at most 5 points" in shown(app)[2]
        await press(pilot, *"320", "enter", *"330", "enter")
        assert shown(app)[22].startswith(" x 6 points given, at most 5")
        await press(pilot, "enter")
    found = floor.store.reading(meetings.view_current)
    assert found is not None
    assert (found.polls[0].papers, found.polls[0].invalid) == ({"3 2 0": 1}, 1)


async def test_what_is_no_paper_is_not_taken_for_a_blank_one_and_wide_figures_are_figures(floor: Floor):
    """3 to 2; a paper corrected to letters would have been blank, and tied the two."""
    other = floor.store.writing(agenda.add_item, floor.meeting, ItemEntry("选主任 [/]"))
    held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"11122"], other)
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "c")
        await press(pilot, "1", "tab", *"abc", "tab", "tab", "tab", *"misread", "ctrl+s")
        assert shown(app)[22] == " x No paper of this poll can have these marks: abc."
        await press(pilot, *(["shift+tab"] * 3), *(["backspace"] * 3))
        field = app.screen.focused
        assert isinstance(field, ImeInput)
        field.insert_text_at_cursor("\uff12")
        await press(pilot, "ctrl+s")
        assert "+ B elected." in " ".join("\n".join(shown(app)).split())


async def test_what_is_half_typed_for_one_item_is_not_put_back_for_another(floor: Floor):
    other = floor.store.writing(agenda.add_item, floor.meeting, ItemEntry("选主任 [/]"))
    app = opened(floor.store, "agenda")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "v", "2", "end", *" x")
        await pilot.pause(2 * AFTER)
        await press(pilot, "escape")
        await press(pilot, "down", "v", "2", *(["tab"] * 5), *"1,2", "ctrl+s")
    assert asked(floor.store) == [(other, "选主任 [/]")]


async def test_of_several_who_fit_enter_shows_the_one_taken_before_it_records(floor: Floor):
    """林晓, 吕 %s and =李四 begin with l."""
    other = floor.store.writing(agenda.add_item, floor.meeting, ItemEntry("选主任 [/]"))
    held(floor, PollEntry("主任", "Chair", "plurality", TRIO), [*"11122"], other)
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "c")
        await press(pilot, "1", "tab", "2", "tab", "tab", "tab", *"misread", "tab", "l")
        assert shown(app)[23].startswith("  Enter choose ")
        await press(pilot, "down", "enter")
        assert any("[Lyu S " in row for row in shown(app))
        assert shown(app)[23].startswith("  Enter record ")
        await press(pilot, "enter")
        assert "+ B elected." in " ".join("\n".join(shown(app)).split())
