"""Results through the keys: announced, undone, corrected, postponed, listed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from council_tui.domain.agenda import Outcome, Role
from council_tui.domain.casting import Casting
from council_tui.domain.minutes import PaperKind
from council_tui.domain.rules import ChairVotes, rules_text
from council_tui.domain.secrecy import Matter
from council_tui.domain.votes import Choice, Way
from council_tui.export.text import lines
from council_tui.intake.rules import preset
from council_tui.store.store import Store
from council_tui.usecases import agenda, attendance, meetings, proposals
from council_tui.usecases import votes as usecases_votes
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.results import announce_result
from council_tui.wording.minutes import compose_in
from tests.assembly import Floor
from tests.tui.ballots import SIZE, convened, figures, put, votes
from tests.tui.screen import opened, press, settled, shown


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    """Seven of nine are there: four are more than half."""
    made = convened(tmp_path, 7)
    yield made
    made.store.shut()


async def test_an_abandoned_vote_is_listed_and_put_again(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "b")
        await press(pilot, *"noise", "enter")
        assert any("no result" in row for row in shown(pilot.app))
        await press(pilot, "0", "7", "enter")
    first, second = votes(floor.store)
    assert first.abandoned is not None
    assert first.abandoned.reason == "noise"
    assert figures(second) == (7, 0, 0, True)


async def test_before_it_is_announced_a_count_is_undone_and_its_figures_are_there_again(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "6", *["enter"] * 3)
        await press(pilot, "u")
        await press(pilot, "enter", "tab")
        assert "[   6_]" in shown(pilot.app)[13]
        await press(pilot, "backspace", "7", *["enter"] * 3)
    assert figures(votes(floor.store)[0]) == (7, 0, 0, True)


async def test_an_announced_result_is_corrected_and_shows_old_and_new_who_and_why(floor: Floor):
    floor.store.writing(meetings.hand_over, floor.meeting, Role.RECORDER, [floor.people[1]])
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "5", "tab", "2", "enter", "0", "c")
        await press(pilot, "backspace", "3", "tab", "backspace", "4", "tab", "tab", *"recount", "enter")
        rows = shown(pilot.app)
        assert rows[19] == "   Corrected: yes 5 to 3, no 2 to 4, result carried to not carried (Chen Guo,"
        assert rows[20].endswith(", recount).")
        await press(pilot, "c", "backspace", "4", "tab", "backspace", "3", "tab", "tab", *"again", "enter")
        rows = shown(pilot.app)
        assert rows[19].startswith("   Corrected: yes 3 to 4, no 4 to 3, result not carried to carried (")
        assert "Chen Guo" in rows[19] + rows[20]
        assert rows[20].endswith(", again).")
    assert figures(votes(floor.store)[0]) == (4, 3, 0, True)


async def test_one_answer_of_a_roll_call_is_corrected(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "2")
        await press(pilot, *"1111222", "0", "0", "c")
        await press(pilot, *"lx", "enter", "right", "tab", *"misheard", "enter")
    vote = votes(floor.store)[0]
    assert vote.answers[floor.people[0]][1] is Choice.NO
    assert figures(vote) == (3, 4, 0, False)
    assert [new.why for _, new in vote.corrections] == ["misheard"]


async def test_a_result_is_annulled_and_its_question_put_again(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "1", "tab", "6", "enter", "0", "o", "2", *"guests", "enter")
        rows = shown(pilot.app)
        assert any("A N N U L L E D" in row for row in rows)
        assert any("guests. The result stands no longer." in row for row in rows)
        await press(pilot, "escape", "0", "6", "tab", "1", "enter", "0")
    first, second = votes(floor.store)
    assert (figures(first), first.decides) == ((1, 6, 0, False), False)
    assert (figures(second), second.decides) == ((6, 1, 0, True), True)


async def test_a_question_is_taken_up_again_as_somebody_present_moves(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "1", "tab", "6", "enter", "0", "o", "1", *"cg", "enter", *"new", "enter")
        assert any("Taken up again" in row and "Chen Guo" in row for row in shown(pilot.app))
        await press(pilot, "u", "enter")
    (vote,) = votes(floor.store)
    assert vote.decides


async def test_hands_are_counted_again_and_both_counts_stand_on_the_page(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "4", "tab", "3", "enter")
        await press(pilot, "r", "3", "enter", "4", "enter", "0", "enter", *"cg", "enter", *"x", "enter")
        rows = shown(pilot.app)
        assert rows[13].strip() == "-  L O S T"
        assert rows[19] == "   First count: +4 -3 =0; recount: +3 -4 =0. The recount decides: not carried"
        assert rows[20].startswith("   (asked for by Chen Guo, ")
        await press(pilot, "0", "r", *"3", "enter", "4", "enter", "0", "enter", "enter", "enter")
        assert "The recount confirms the count: +3 -4 =0 (" in shown(pilot.app)[19]
    assert figures(votes(floor.store)[0]) == (3, 4, 0, False)
    assert len(votes(floor.store)[0].corrections) == 2


async def test_figures_of_a_recount_that_cannot_be_are_refused_in_the_form(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "4", "tab", "3", "enter", "r", "9", "enter", "4", "enter", "0", "ctrl+s")
        assert "9 + 4 + 0 = 13, but 7 are present." in shown(pilot.app)[22]
    assert votes(floor.store)[0].corrections == ()


async def test_a_roll_is_called_again_and_both_rounds_are_listed(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "2")
        await press(pilot, *"1112223", "0", "0", "r", "1", *"tie", "enter")
        await press(pilot, *"1111222", "0", "0", "escape", "5")
        rows = shown(pilot.app)
        assert any(row.rstrip().endswith("Second round") for row in rows)
        assert any(row.rstrip().endswith("Carried") for row in rows)
    first, second = votes(floor.store)
    assert (figures(first), first.decides) == ((3, 3, 1, False), False)
    assert (figures(second), second.decides) == ((4, 3, 0, True), True)


async def test_after_a_tie_the_next_step_is_to_postpone_and_the_paper_says_both(tmp_path: Path):
    floor = convened(tmp_path, 8)
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "4", "tab", "4", "enter")
        assert "L O S T   T I E" in shown(pilot.app)[13]
        await press(pilot, "0")
        assert shown(pilot.app)[23].startswith("  0 postpone ")
        await press(pilot, "0")
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    floor.store.shut()
    assert held.items[0].settled is not None
    assert held.items[0].settled.outcome is Outcome.POSTPONED
    paper = "\n".join(lines(compose_in(held, PaperKind.MINUTES, "en"), 76))
    assert "Not carried (a tie). Postponed to a later meeting." in " ".join(paper.split())
    assert "本议题未通过（平票）。本议题下次会议再议。" in "".join(
        lines(compose_in(held, PaperKind.RECORD, "zh"), 76)
    )


async def test_after_a_tie_the_chair_is_asked_for_the_casting_vote_and_nothing_is_chosen(tmp_path: Path):
    floor = convened(tmp_path, 7)
    ours = rules_text(replace(preset("council_default"), id="ours", chair_votes=ChairVotes.TIE_ONLY))
    floor.store.writing(meetings.hand_over, floor.meeting, Role.CHAIR, [floor.people[0]])
    floor.store.writing(usecases_votes.open_vote, floor.meeting, floor.motion, Way.HANDS, ours)
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "3", "tab", "3")
        assert any("3 yes: tied, not carried." in row for row in shown(pilot.app))
        await press(pilot, "enter")
        assert shown(pilot.app)[23].startswith("  0 casting vote ")
        await press(pilot, "0")
        rows = shown(pilot.app)
        assert any("3 to 3. What is the chair's casting vote?" in row for row in rows)
        assert any("> 3  no casting vote" in row for row in rows)
        await press(pilot, "enter")
        assert votes(floor.store)[0].casting.choice is Casting.NONE
        await press(pilot, "u", "enter")
        await press(pilot, "0", "1")
        rows = shown(pilot.app)
        assert "C A R R I E D" in rows[13]
        assert rows[16].startswith("   3 to 3; the chair's casting vote: in favour.")
        await press(pilot, "0")
    assert figures(votes(floor.store)[0]) == (3, 3, 0, True)
    assert votes(floor.store)[0].announced
    floor.store.shut()


async def test_what_was_carried_is_not_postponed(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "5", "tab", "2", "enter", "0", "4", "o", "5", "ctrl+s")
        assert any("This was settled already." in row for row in shown(pilot.app))
    end = floor.store.reading(meetings.view_meeting, floor.meeting).items[0].settled
    assert end is not None
    assert end.outcome is Outcome.CARRIED


async def test_what_was_announced_is_said_in_the_list_of_what_was_done_with_its_figures(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "5", "tab", "2", "enter", "0")
        assert shown(pilot.app)[22].endswith("Result announced: carried, +5 -2 =0, Mend the lamps")
        floor.store.writing(attendance.sign_out, floor.meeting, floor.people[1])
        await press(pilot, "u")
        assert any("Left the room: Chen Guo" in row for row in shown(pilot.app))
        assert any("Result announced: carried, +5 -2 =0, Mend" in row for row in shown(pilot.app))


async def test_a_way_of_voting_that_the_rules_do_not_name_is_warned_of_and_printed(tmp_path: Path):
    floor = convened(tmp_path, 7, rules="consult_committee")
    said = "The rules do not name this way of voting."
    async with opened(floor.store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert said not in "\n".join(shown(pilot.app))
        await press(pilot, "h", "2")
        assert said in shown(pilot.app)[21]
        await press(pilot, "0")
        assert said in shown(pilot.app)[21]
        await press(pilot, *"1111222", "0", "0")
        assert said not in shown(pilot.app)[21]
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    floor.store.shut()
    assert said in " ".join(" ".join(lines(compose_in(held, PaperKind.MINUTES, "en"), 76)).split())


async def test_past_votes_are_listed_and_looked_at(floor: Floor):
    app = opened(floor.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "7", "enter", "0", "escape")
        assert app.current_mode == "agenda"
        await press(pilot, "8", "5")
        rows = shown(pilot.app)
        assert rows[3] == "> 1. Motion  show of hands                   7    7    0       0    Carried"
        await press(pilot, "enter")
        assert "C A R R I E D" in shown(pilot.app)[13]
        await press(pilot, "enter")
        assert any("Mend the lamps" in row for row in shown(pilot.app))
        await press(pilot, "escape", "escape")
        assert shown(pilot.app)[3].startswith("> 1. Motion")


async def test_a_roll_call_is_closed_early_only_when_asked_again(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await put(pilot, "2")
        await press(pilot, *"11111", "0")
        assert "2 members have not answered" in " ".join(shown(pilot.app))
        await press(pilot, "escape")
        assert votes(floor.store)[0].closed is None
        await press(pilot, "0", "enter")
    closed = votes(floor.store)[0].closed
    assert closed is not None
    assert (closed.yes, closed.not_voting) == (5, 2)


async def test_what_is_to_be_voted_secretly_is_put_so_and_another_way_is_warned_of(floor: Floor):
    floor.store.writing(agenda.change_item, floor.item, ItemEntry("路灯 [/]", matter=Matter.SECRET))
    said = "This is to be voted on secretly, and another way was taken."
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "secret ballot" in shown(pilot.app)[2]
        await press(pilot, "h")
        assert any("show of hands" in row and "to be voted secretly" in row for row in shown(pilot.app))
        await press(pilot, "1")
        assert said in shown(pilot.app)[21]
        await press(pilot, "7", "enter", "enter")
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    assert said in " ".join(" ".join(lines(compose_in(held, PaperKind.MINUTES, "en"), 76)).split())


async def test_an_item_is_marked_in_its_form(floor: Floor):
    async with opened(floor.store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "e", *["tab"] * 5, "right", "ctrl+s")
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    assert held.items[0].matter is Matter.PERSONS


async def test_at_an_open_desk_it_is_tried_what_happens_if_two_leave(floor: Floor):
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "3", "f4")
        assert any("As it is: 4 needed, 3 yes: 1 short." in row for row in shown(pilot.app))
        await press(pilot, "2")
        assert any("no quorum (6 needed, 5 present)." in row for row in shown(pilot.app))
        await press(pilot, "backspace", "9")
        assert any("So many cannot be: 4 have not answered" in row for row in shown(pilot.app))
        await press(pilot, "escape", "tab", "4", "enter")
    assert figures(votes(floor.store)[0]) == (3, 4, 0, False)


async def test_an_earlier_vote_that_is_looked_at_is_not_postponed_in_place_of_the_last(floor: Floor):
    """The first item is lost 0 to 7; the second 3 to 4, so close that it may come back."""
    write = floor.store.writing
    other = write(agenda.add_item, floor.meeting, ItemEntry("选主任 [/]"))
    first = write(usecases_votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    write(usecases_votes.close_hands, first, usecases_votes.Figures(0, 7, 0))
    write(announce_result, first)
    write(agenda.open_item, floor.meeting, other)
    words = proposals.Wording("选林晓", "")
    motion = write(proposals.move, floor.meeting, other, words, floor.people[0], floor.people[1])
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "3", "tab", "4", "enter", "0")
        assert shown(pilot.app)[23].startswith("  0 postpone ")
        await press(pilot, "escape", "5", "down", "enter")
        assert "yes 0, no 7" in "\n".join(shown(pilot.app))
        assert shown(pilot.app)[23].startswith("  0 to the list ")
        await press(pilot, "0")
        assert shown(pilot.app)[23].startswith("  0 to the agenda ")
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    assert [vote.opened.proposal for vote in held.votes] == [floor.motion, motion]
    ends = [item.settled for item in held.items]
    assert [end.outcome for end in ends if end is not None] == [Outcome.LOST, Outcome.LOST]


async def test_a_window_that_only_looks_offers_nothing_that_changes_a_result(floor: Floor):
    vote = floor.store.writing(usecases_votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    floor.store.writing(usecases_votes.close_hands, vote, usecases_votes.Figures(5, 2, 0))
    looking = Store(floor.store.path)
    assert looking.read_only
    async with opened(looking, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "C A R R I E D" in "\n".join(shown(pilot.app))
        assert "announce" not in shown(pilot.app)[23]
        assert "correct" not in shown(pilot.app)[23]
        assert "recount" not in shown(pilot.app)[23]
        await press(pilot, "0", "5", "r", "c")
        assert "C A R R I E D" in "\n".join(shown(pilot.app))
    looking.shut()
