"""Whose presence counts: of those at the vote, or on from the opening."""

from dataclasses import replace
from pathlib import Path

import pytest

from council_tui.domain.figures import Figures
from council_tui.domain.minutes import PaperKind
from council_tui.domain.rules import rules_text
from council_tui.domain.rulesets import PresentBasis
from council_tui.domain.votes import Choice, Way
from council_tui.export.text import lines
from council_tui.intake.rules import preset
from council_tui.usecases import agenda, attendance, council, meetings, results, verification, votes
from council_tui.wording.minutes import compose_in
from tests import assembly
from tests.assembly import Floor


def convened(path: Path, basis: PresentBasis) -> Floor:
    """Seven of nine at the opening."""
    store = assembly.found(path / "basis.db")
    ours = rules_text(replace(preset("council_default"), id="ours", present_basis=basis))
    store.writing(council.choose_rules, ours, store.reading(council.view_council).floor, False)
    floor = assembly.convene(store)
    store.writing(agenda.open_item, floor.meeting, floor.item)
    return floor


@pytest.fixture(autouse=True)
def _later(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("COUNCIL_TUI_CLOCK", "2023-02-08T19:00")
    return monkeypatch


@pytest.mark.parametrize("way", [Way.HANDS, Way.ROLL_CALL, Way.SECRET])
@pytest.mark.parametrize(
    ("basis", "present", "quorum", "carried"),
    [
        # 9 on the roll, quorum 2/3 = 6; 7 at the opening, two leave: 5 are there. 3 yes, 2 no.
        (PresentBasis.AT_VOTE, 5, False, False),  # 5 < 6
        (PresentBasis.AT_OPENING, 7, True, False),  # 7 >= 6; more than half of 7 is 4, 3 < 4
    ],
)
def test_who_left_after_the_opening(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: Way,
    basis: PresentBasis,
    present: int,
    quorum: bool,
    carried: bool,
):
    floor = convened(tmp_path, basis)
    store = floor.store
    monkeypatch.setenv("COUNCIL_TUI_CLOCK", "2023-02-08T19:30")
    for person in floor.people[5:7]:
        store.writing(attendance.sign_out, floor.meeting, person)
    vote = cast(floor, way, 3, 2)
    closed = store.reading(votes.view_vote, vote).closed
    assert (len(closed.presence), closed.quorum_met, closed.carried) == (present, quorum, carried)
    assert store.reading(meetings.view_meeting, floor.meeting).quorate is quorum
    assert verification.check_record(store).sound
    store.shut()


def cast(floor: Floor, way: Way, yes: int, no: int):
    """A vote taken this way and announced."""
    store = floor.store
    if way is Way.SECRET:
        vote = store.writing(votes.open_secret_vote, floor.meeting, floor.motion)
        store.writing(votes.close_secret_vote, vote, Figures(yes, no, 0, yes + no, yes + no))
    else:
        vote = store.writing(votes.open_vote, floor.meeting, floor.motion, way)
        if way is Way.HANDS:
            store.writing(votes.close_hands, vote, Figures(yes, no, 0))
        else:
            for number, person in enumerate(floor.people[: yes + no]):
                store.writing(votes.cast_ballot, vote, person, Choice.YES if number < yes else Choice.NO)
            store.writing(votes.close_roll_call, vote)
    store.writing(results.announce_result, vote)
    return vote


def test_who_comes_later_is_counted_with_those_of_the_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """7 at the opening, one leaves, two come: 9; more than half is 5."""
    floor = convened(tmp_path, PresentBasis.AT_OPENING)
    monkeypatch.setenv("COUNCIL_TUI_CLOCK", "2023-02-08T19:30")
    floor.store.writing(attendance.sign_out, floor.meeting, floor.people[6])
    for person in floor.people[7:]:
        floor.store.writing(attendance.sign_in, floor.meeting, person)
    closed = floor.store.reading(votes.view_vote, cast(floor, Way.HANDS, 5, 3)).closed
    assert (len(closed.presence), closed.needed, closed.carried, closed.not_voting) == (9, 5, True, 1)
    floor.store.shut()


def test_both_languages_say_whose_presence_was_counted(tmp_path: Path):
    floor = convened(tmp_path, PresentBasis.AT_OPENING)
    cast(floor, Way.HANDS, 4, 3)
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    english = " ".join(" ".join(lines(compose_in(held, PaperKind.MINUTES, "en"), 76)).split())
    assert "carried. Present are those of the opening, and who came later." in english
    chinese = "".join("".join(lines(compose_in(held, PaperKind.MINUTES, "zh"), 76)).split())
    assert "到会人数按会议开始时计，后到的一并计入。" in chinese
    floor.store.shut()


def test_who_stands_aside_is_left_out_all_the_same(tmp_path: Path):
    floor = convened(tmp_path, PresentBasis.AT_OPENING)
    floor.store.writing(attendance.recuse, floor.meeting, floor.item, floor.people[6], "亲属")
    for way in (Way.HANDS, Way.SECRET):
        if way is Way.SECRET:
            vote = floor.store.writing(votes.open_secret_vote, floor.meeting, floor.motion)
            floor.store.writing(votes.close_secret_vote, vote, Figures(4, 2, 0, 6, 6))
        else:
            vote = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, way)
            floor.store.writing(votes.close_hands, vote, Figures(4, 2, 0))
        closed = floor.store.reading(votes.view_vote, vote).closed
        assert len(closed.presence) == 6
        floor.store.writing(results.announce_result, vote)
        floor.store.writing(results.annul_vote, vote, "x")
    floor.store.shut()
