"""The chair's desk: the next step, motions and amendments, outcomes, remarks, the agenda while it runs."""

from pathlib import Path
from typing import Any

import pytest

from council_tui.domain.agenda import MeetingState, Outcome
from council_tui.domain.figures import Figures
from council_tui.domain.floor import Stance
from council_tui.domain.meeting import MeetingView
from council_tui.domain.votes import Way
from council_tui.store.store import Store
from council_tui.usecases import attendance, meetings, people, proposals, votes
from council_tui.usecases.meetings import view_current
from council_tui.usecases.proposals import Wording
from council_tui.wording import catalog
from tests.assembly import TEXT, convene, found, plan
from tests.tui.screen import opened, press, settled, shown


def now(store: Store) -> MeetingView:
    held = store.reading(view_current)
    assert held is not None
    return held


def names(store: Store) -> list[str]:
    return [each.person.name for each in now(store).present]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return found(tmp_path / "book.council")


async def run(store: Store, *groups: tuple[str, ...] | str, size: tuple[int, int] = (80, 24)) -> list[str]:
    """Press groups of keys on the Agenda screen, each waited for; what is painted in the end."""
    app = opened(store, "agenda")
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for keys in groups:
            await press(pilot, *keys)
        return shown(app)


async def test_the_desk_says_what_comes_next_in_the_chairs_words(store: Store):
    convene(store)
    catalog.use("zh")
    rows = await run(store, ("0",), size=(80, 24))
    assert "下一步  付表决：议题，举手" in "\n".join(rows)


def item_of(store: Store) -> Any:
    return now(store).items[0]


async def test_an_item_is_taken_up_moved_seconded_and_put_to_the_vote(store: Store):
    meeting, item = plan(store)
    for person in store.reading(people.view_people)[:7]:
        store.writing(attendance.sign_in, meeting, person.id)
    store.writing(meetings.open_meeting, meeting)
    await run(store, ("0",), ("0",), "林晓", ("tab",), "cg", ("enter",), "修5盏灯 [/]", ("ctrl+s",), ("0",))
    motion = item_of(store).motion
    assert (motion.mover, motion.seconder, motion.text) == (1, 2, "修5盏灯 [/]")
    vote = now(store).open_vote
    assert vote is not None
    assert vote.opened.way is Way.HANDS


async def test_a_proposal_written_before_is_moved_as_it_stands(store: Store):
    meeting, item = plan(store)
    written = store.writing(proposals.write_proposal, item, Wording(TEXT))
    for person in store.reading(people.view_people)[:7]:
        store.writing(attendance.sign_in, meeting, person.id)
    store.writing(meetings.open_meeting, meeting)
    await run(store, ("0",), ("m",), "林晓", ("ctrl+s",))
    assert (item_of(store).motion.id, item_of(store).motion.mover) == (written, 1)


async def test_an_amendment_is_voted_on_first_and_its_text_is_prefilled(store: Store):
    convene(store)
    catalog.use("zh")
    rows = await run(store, ("enter",), ("r",), "周一一", ("tab", "tab"), "改为 900 元", ("ctrl+s",))
    amendment = item_of(store).motions[-1]
    assert (amendment.words, amendment.text) == ("改为 900 元", TEXT)
    assert "付表决：修正案（一），举手" in "\n".join(rows)
    assert "修正案（一）待表决：改为 900 元" in "\n".join(rows)


async def test_another_way_of_voting_is_chosen_and_used(store: Store):
    convene(store)
    rows = await run(store, ("enter",), ("h",), ("2",))
    assert "Put to the vote: Motion, roll call" in "\n".join(rows)
    await run(store, ("h",), ("3",), ("0",), ("enter",))
    vote = now(store).open_vote
    assert vote is not None
    assert vote.opened.way is Way.SECRET


def voted(store: Store, figures: Figures) -> None:
    floor_ = convene(store)
    vote = store.writing(votes.open_vote, floor_.meeting, floor_.motion, Way.HANDS)
    store.writing(votes.close_hands, vote, figures)


async def test_a_result_is_announced_and_what_was_carried_is_assigned(store: Store):
    voted(store, Figures(6, 1, 0))
    rows = await run(store, ())
    assert "Announce the result: Motion carried" in "\n".join(rows)
    rows = await run(
        store, ("0",), ("0",), "装灯", ("tab",), "林晓", ("tab", "tab"), "2023-02-15", ("ctrl+s",)
    )
    action = now(store).actions[0].fact
    assert (action.task, action.person, action.due) == ("装灯", 1, "2023-02-15")
    assert "carried  +6  -1  =0  needed 4" in "\n".join(rows)


async def test_what_needs_no_owner_is_passed_over(store: Store):
    voted(store, Figures(6, 1, 0))
    rows = await run(store, ("0",), ("0",), ("escape",))
    assert "Adjourn: every item has its outcome" in "\n".join(rows)


async def test_a_tie_may_come_back(store: Store):
    voted(store, Figures(3, 3, 1))
    rows = await run(store, ("0",))
    assert "Postpone: it comes back on the next agenda" in "\n".join(rows)
    await run(store, ("0",))
    assert item_of(store).settled.outcome is Outcome.POSTPONED


async def test_most_items_end_without_a_vote(store: Store):
    convene(store)
    await run(store, ("enter",), ("o",), ("1",), ("tab",), "O, 9", ("ctrl+s",))
    assert item_of(store).settled is None
    await run(store, ("o",), ("1",), ("tab",), "周一一", ("ctrl+s",))
    settled_ = item_of(store).settled
    assert (settled_.outcome, settled_.resolution) == (Outcome.AGREED, TEXT)
    assert settled_.consenting == (1, 2, 4, 5, 6, 7)


async def test_a_remark_is_noted_with_its_side(store: Store):
    convene(store)
    await run(store, ("enter",), ("k",), "林晓", ("tab", "right", "right", "tab"), "太贵", ("ctrl+s",))
    remark = item_of(store).remarks[0].fact
    assert (remark.text, remark.person, remark.stance) == ("太贵", 1, Stance.CON)


async def test_items_come_move_and_go(store: Store):
    plan(store)
    await run(store, ("escape",), ("n",), "充电棚", ("tab",), "15", ("ctrl+s",), ("down", "K"))
    assert [each.title for each in now(store).items] == ["充电棚", "路灯 [/]"]
    await run(store, ("escape",), ("e",), ("ctrl+u",), "充电", ("ctrl+s",), ("down", "delete", "enter"))
    assert [(each.title, each.minutes) for each in now(store).items] == [("充电", 15)]


async def test_recess_offices_and_the_end(store: Store):
    floor = convene(store)
    await run(store, ("l",), ("0",), ("y",), "林晓", ("tab",), "陈果", ("ctrl+s",), ("z",), ("enter",))
    held = now(store)
    assert [move.state for move in held.moves] == [
        MeetingState.OPEN,
        MeetingState.RECESS,
        MeetingState.RESUMED,
        MeetingState.ADJOURNED,
    ]
    assert [(each.role, each.people) for each in held.officers] == [("chair", (1,)), ("recorder", (2,))]
    assert floor.meeting == held.id


async def test_somebody_stands_aside_for_an_item(store: Store):
    convene(store)
    await run(store, ("enter",), ("s",), "林晓", ("enter",), ("5",), "自家楼下", ("enter",))
    assert item_of(store).recused == {1: "自家楼下"}


async def test_a_window_that_only_looks_offers_nothing_to_record(tmp_path: Path, store: Store):
    convene(store)
    looking = Store(store.path)
    assert looking.read_only
    rows = await run(looking, ("n",), ("0",))
    assert rows[23].strip() == "? help"
    assert len(now(store).items) == 1


async def test_a_question_may_be_decided_by_another_rule(store: Store):
    convene(store)
    rows = await run(store, ("enter",), ("j",), ("4",), ("0",))
    vote = now(store).open_vote
    assert vote is not None
    assert vote.rules.id == "council_two_thirds"
    assert any("5 needed" in row for row in rows)
