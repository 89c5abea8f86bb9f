"""Votes taken through the keys: figures, answers, papers and consent, and what is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.agenda import Role
from council_tui.domain.votes import Choice, Way
from council_tui.store.store import Store
from council_tui.usecases import attendance, meetings
from council_tui.wording import catalog
from tests.assembly import Floor
from tests.tui.ballots import SIZE, answers, convened, figures, put, typed_ahead, votes
from tests.tui.screen import opened, press, settled, shown


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    """Seven of nine are there: four are more than half."""
    made = convened(tmp_path, 7)
    yield made
    made.store.shut()


async def test_three_numbers_close_a_show_of_hands_and_it_is_announced(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "5")
        assert "4 needed, 5 yes: enough." in shown(pilot.app)[15]
        await press(pilot, "tab", "1", "tab", "1", "enter")
        rows = shown(pilot.app)
        assert "C A R R I E D" in rows[13]
        assert rows[16] == "   7 present, more than half is 4; yes 5, no 1, abstain 1: carried."
        await press(pilot, "0")
        assert "announced" in shown(pilot.app)[2]
    vote = votes(floor.store)[0]
    assert figures(vote) == (5, 1, 1, True)
    assert vote.announced is not None


async def test_more_hands_than_people_are_refused_and_stay_typed(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "5", "tab", "2", "tab", "1")
        assert "5 + 2 + 1 = 8, but 7 are present." in shown(pilot.app)[15]
        await press(pilot, "enter")
        rows = shown(pilot.app)
    assert rows[22] == " x Not recorded: 5 + 2 + 1 = 8, but 7 are present. Who has not signed in?"
    assert rows[13] == "   [   5 ]               [   2 ]               [   1_]"
    assert votes(floor.store)[0].closed is None


async def test_unlikely_figures_ask_for_a_reason_which_is_kept(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "4", "enter", "enter", "enter")
        assert votes(floor.store)[0].closed is None
        await press(pilot, *"late", "enter")
    closed = votes(floor.store)[0].closed
    assert closed is not None
    assert (closed.yes, closed.not_voting, closed.override) == (4, 3, "late")


async def test_figures_come_full_width_and_none_at_all_close_nothing(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "enter", "enter", "enter")
        assert shown(pilot.app)[22] == " x No figures yet: type them first."
        await press(pilot, "fullwidth_digit_six", "tab", "fullwidth_digit_one", "enter")
    assert figures(votes(floor.store)[0]) == (6, 1, 0, True)


async def test_enter_goes_on_to_the_next_figure_and_closes_when_everybody_is_counted(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "4", "enter")
        assert shown(pilot.app)[23].split()[:3] == ["Enter", "next", "field"]
        await press(pilot, "3")
        assert shown(pilot.app)[23].split()[:4] == ["Enter", "close", "the", "count"]
        await press(pilot, "enter")
    assert figures(votes(floor.store)[0]) == (4, 3, 0, True)


async def test_figures_typed_ahead_land_in_their_fields(floor: Floor):
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0")
        await typed_ahead(app, ["3", "tab", "2", "tab", "2", "enter", "0"])
        await settled(pilot)
    vote = votes(floor.store)[0]
    assert figures(vote) == (3, 2, 2, False)
    assert vote.announced is not None


@pytest.mark.parametrize("present", [17, 40])
async def test_a_roll_call_takes_one_key_a_member_and_two_more(tmp_path: Path, present: int):
    floor = convened(tmp_path, present)
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "2")
        await press(pilot, *"12" * (present // 2), *"1" * (present % 2), "0", "0")
    vote = votes(floor.store)[0]
    floor.store.shut()
    no = present // 2
    assert figures(vote)[:3] == (present - no, no, 0)
    assert vote.announced is not None
    assert [choice for _, choice in vote.answers.values()][:2] == [Choice.YES, Choice.NO]


async def test_sixty_keys_typed_ahead_land_on_the_right_members(tmp_path: Path):
    floor = convened(tmp_path, 60)
    floor.store.writing(meetings.hand_over, floor.meeting, Role.CHAIR, (floor.people[0],))
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "2")
        await typed_ahead(app, ["1", "2", "3"] * 20)
        await settled(pilot)
        assert "0 close" in shown(pilot.app)[23]
    found = answers(floor.store)
    floor.store.shut()
    called = (*floor.people[1:60], floor.people[0])
    cycle = (Choice.YES, Choice.NO, Choice.ABSTAIN)
    assert found == {person: cycle[place % 3] for place, person in enumerate(called)}


async def test_an_answer_is_taken_back_and_the_cursor_returns(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "2")
        await press(pilot, "y", "n", "backspace")
        assert answers(floor.store) == {floor.people[0]: Choice.YES}
        assert "Asking 2" in shown(pilot.app)[7]
        await press(pilot, "a")
    assert answers(floor.store) == {floor.people[0]: Choice.YES, floor.people[1]: Choice.ABSTAIN}


async def test_members_are_skipped_found_and_pointed_at(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "2")
        await press(pilot, "space", "1")
        await press(pilot, "slash")
        await press(pilot, *"ouyang", "enter")
        await press(pilot, "2")
        await press(pilot, "down", "3")
        await pilot.click(offset=(6, 14))
        await press(pilot, "1")
    lin, chen, _zhou, ouyang, _brien, lu, _li = floor.people[:7]
    assert answers(floor.store) == {
        chen: Choice.YES,
        ouyang: Choice.NO,
        lu: Choice.ABSTAIN,
        lin: Choice.YES,
    }


async def test_while_a_vote_is_open_digits_are_no_tabs_and_after_esc_they_are(floor: Floor):
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "2")
        await press(pilot, "8", "6")
        assert app.current_mode == "votes"
        await press(pilot, "1", "escape")
        assert app.current_mode == "agenda"
        await press(pilot, "8", "5")
        assert "Asking 2" in shown(pilot.app)[7]
        await press(pilot, "1")
    assert list(answers(floor.store)) == list(floor.people[:2])


async def test_who_leaves_is_not_asked_and_who_comes_is(floor: Floor):
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "2")
        await press(pilot, "1", "escape")
        deeds = ((attendance.sign_out, floor.people[1]), (attendance.sign_in, floor.people[7]))
        for deed, person in deeds:
            await app.clerk.send(deed, floor.meeting, person, look=lambda at: None)
        await press(pilot, "8", "5")
        rows = shown(pilot.app)
        assert "Asking 3" in rows[7]
        assert "6 to ask" in rows[11]
        await press(pilot, *"111111", "0")
    closed = votes(floor.store)[0].closed
    assert closed is not None
    assert closed.presence == (floor.people[0], *floor.people[2:8])
    assert (closed.yes, closed.not_voting) == (7, 0)


async def test_the_papers_of_a_secret_ballot_must_add_up(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "3")
        await press(pilot, "7", "tab", "7", "tab", "1", "tab", "3", "tab", "2")
        assert "6 valid, 3 + 2 + 0 = 5: 1 is missing." in shown(pilot.app)[11]
        await press(pilot, "enter", "enter")
        assert "but 7 papers came back" in shown(pilot.app)[22]
        await press(pilot, "1")
        assert "6 valid = 3 + 2 + 1: it adds up." in shown(pilot.app)[11]
        await press(pilot, "enter")
        assert "invalid 1" in shown(pilot.app)[10]
    closed = votes(floor.store)[0].closed
    assert closed is not None
    assert (closed.issued, closed.returned, closed.invalid) == (7, 7, 1)
    assert figures(votes(floor.store)[0]) == (3, 2, 1, False)


async def test_nobody_objects_and_everybody_present_has_agreed(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "4")
        await press(pilot, "0")
        assert votes(floor.store)[0].closed is None
        await press(pilot, "enter")
    assert figures(votes(floor.store)[0]) == (7, 0, 0, True)


async def test_an_objection_puts_the_question_in_another_way(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "4")
        await press(pilot, "o")
        await press(pilot, "enter")
        await press(pilot, "1")
    first, second = votes(floor.store)
    assert first.abandoned is not None
    assert first.abandoned.reason == "Somebody objects."
    assert (second.opened.way, second.open) == (Way.HANDS, True)


async def test_nobody_there_to_vote_is_refused(floor: Floor):
    for person in floor.people[:7]:
        floor.store.writing(attendance.sign_out, floor.meeting, person)
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0")
        assert shown(pilot.app)[22].startswith(" x ")
    assert votes(floor.store) == ()


async def test_a_window_that_only_looks_shows_the_vote_and_takes_no_answer(floor: Floor, tmp_path: Path):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "2")
        await press(pilot, "1")
    looking = Store(tmp_path / "council.db", view_only=True)
    app = opened(looking, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        rows = shown(pilot.app)
        assert "6 to ask" in rows[11]
        assert "Asking" not in "".join(rows)
        await press(pilot, "2")
        await press(pilot, "4")
        assert app.current_mode == "agenda"
    looking.shut()
    assert answers(floor.store) == {floor.people[0]: Choice.YES}


async def test_where_the_rules_do_not_ask_for_abstentions_nobody_is_offered_one(tmp_path: Path):
    floor = convened(tmp_path, 7, rules="robert_simple")
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "2")
        await press(pilot, "3")
        assert answers(floor.store) == {}
        assert "abstain" not in shown(pilot.app)[23]
        await press(pilot, "1")
        assert list(answers(floor.store)) == [floor.people[0]]
    floor.store.shut()


async def test_nothing_is_green_while_answers_are_taken_and_all_three_look_alike(floor: Floor):
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "2")
        foot = app.screen.query_one("#foot").lines[2]
        assert "next" not in {span.ink for span in foot.spans}
        answered = [span.ink for span in foot.spans if span.text in {"yes", "no", "abstain"}]
        assert answered == ["panel-dim"] * 3
        await press(pilot, *"1111111")
        assert "next" in {span.ink for span in app.screen.query_one("#foot").lines[2].spans}


async def test_it_is_said_in_chinese(floor: Floor):
    catalog.use("zh")
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "2")
        await press(pilot, *"111")
        rows = shown(pilot.app)
        assert "需赞成 4，已有 3：还差 1。" in rows[12]
        assert "请答 4" in rows[7]
        assert rows[23] == " 1 赞成   2 反对   3 弃权   空格 跳过   退格 收回   0 结束"
        await press(pilot, *"1222", "0")
        rows = shown(pilot.app)
    assert "+  通   过" in rows[13]
    assert rows[16] == "   到会 7 人，过半数需 4 票；赞成 4，反对 3，弃权 0：通过。"
