"""Owners vote: units are taken over, a question is put, papers are entered, counted, announced."""

from collections.abc import Sequence
from functools import partial

import pytest

from council_tui.domain.counts import Count
from council_tui.domain.errors import (
    IssuedOverElectorate,
    NeedsReason,
    NotAnnounced,
    PapersDoNotAddUp,
    Unknown,
    VoteOver,
    VoteRunning,
)
from council_tui.domain.failures import NothingToUndo
from council_tui.domain.ids import OwnerId, VoteId
from council_tui.domain.recounts import NothingChanges
from council_tui.domain.reopenings import StandsNoLonger
from council_tui.domain.rules import rules_text
from council_tui.domain.unitlists import Answer, AreaSource, UnitRow
from council_tui.domain.units import NotByArea, NoUnits
from council_tui.intake.rules import preset
from council_tui.usecases import meetings, owners, record, results, units, verification, votes
from council_tui.usecases.desk import Watch, view_desk
from council_tui.usecases.owners import PaperTold
from tests.assembly import Floor

GENERAL = rules_text(preset("cc278_general"))


def row(unit: str, area: int, owner: str, line: int = 2, counts: bool = True) -> UnitRow:
    return UnitRow(line, unit, area, owner, counts, None, None, AreaSource.REGISTER)


def ninety() -> list[UnitRow]:
    return [row(f"1-{n}", 10_000, f"业主{n} [/]", n) for n in range(1, 91)]


def opened(floor: Floor, rows: Sequence[UnitRow]) -> VoteId:
    floor.store.writing(units.import_units, rows)
    return floor.store.writing(owners.open_owners_vote, floor.meeting, floor.motion, GENERAL)


def found(floor: Floor, vote: VoteId, typed: str) -> OwnerId:
    return floor.store.reading(partial(owners.view_candidates, vote=vote, typed=typed, most=5))[0].owner


def enter(floor: Floor, vote: VoteId, typed: str, answer: Answer) -> None:
    floor.store.writing(owners.enter_paper, vote, found(floor, vote, typed), answer)


def running(floor: Floor, vote: VoteId) -> Count:
    tally = floor.store.reading(partial(votes.view_vote, vote=vote)).owners
    assert tally is not None
    return tally.count


def by_area(count: Count) -> Count:
    assert count.area is not None
    return count.area


def test_a_list_is_taken_over_once_and_again_only_what_changed(floor: Floor):
    rows = [
        row("1-101", 8950, "王芳、李雷"),
        row("1-102", 10_000, "赵敏"),
        row("2-101", 1250, "赵敏", counts=False),
    ]
    assert floor.store.writing(units.import_units, rows) == 3
    assert floor.store.writing(units.import_units, rows) == 0
    sold = [row("1-101", 8950, "李雷；王芳"), row("1-102", 10_050, "欧阳[b]娜")]
    preview = floor.store.reading(partial(units.view_preview, rows=sold))
    assert [(each.column, each.old, each.new) for each in preview.differences] == [
        ("area", "10000", "10050"),
        ("owner", "赵敏", "欧阳[b]娜"),
    ]
    assert (preview.unchanged, preview.absent, preview.owners) == (1, 1, 1)
    assert floor.store.writing(units.import_units, sold) == 1
    assert floor.store.reading(units.view_totals).area == 8950 + 10_050


def test_papers_are_counted_by_heads_and_area_and_close_the_vote(floor: Floor):
    # 90 owners of 100 sq m: 60 take part, 31 yes; more than half of 60 is 31, of 6000 sq m 3000.01.
    vote = opened(floor, ninety())
    for n in range(1, 61):
        enter(floor, vote, f"1-{n}", Answer.YES if n <= 31 else Answer.NO)
    count = running(floor, vote)
    assert (count.roll, count.present, count.yes, count.no) == (90, 60, 31, 29)
    assert (by_area(count).roll, by_area(count).yes) == (900_000, 310_000)
    floor.store.writing(owners.close_owners_vote, vote, 90)
    told = floor.store.reading(partial(votes.view_vote, vote=vote))
    assert told.closed is not None
    assert (told.closed.carried, told.closed.needed, told.closed.issued, told.closed.returned) == (
        True,
        31,
        90,
        60,
    )
    verdict = told.verdict()
    assert verdict is not None
    assert [(part.measure, part.needed) for part in verdict.parts] == [("heads", 31), ("area", 300_001)]
    floor.store.writing(results.announce_result, vote)
    assert verification.check_record(floor.store).faults == ()


def test_an_owner_of_twelve_units_answers_once_with_all_their_area(floor: Floor):
    rows = [row(f"1-{n}", 10_000, f"业主{n}", n) for n in range(1, 9)]
    vote = opened(floor, rows + [row(f"2-{n}", 10_000, "开发商", n + 8) for n in range(1, 13)])
    enter(floor, vote, "2-12", Answer.YES)
    count = running(floor, vote)
    assert (count.roll, count.yes, by_area(count).yes, by_area(count).roll) == (9, 1, 120_000, 200_000)


def test_a_newer_paper_stands_in_for_the_older_and_may_be_taken_back(floor: Floor):
    vote = opened(floor, ninety())
    enter(floor, vote, "1-7", Answer.NO)
    enter(floor, vote, "1-7", Answer.INVALID)
    assert (running(floor, vote).no, running(floor, vote).invalid) == (0, 1)
    enter(floor, vote, "1-7", Answer.NONE)
    assert (running(floor, vote).present, by_area(running(floor, vote)).present) == (0, 0)


def test_what_the_desk_follows_is_what_is_counted_whole(floor: Floor):
    vote = opened(floor, [*ninety(), row("9-1", 4321, "业主5 [/]", 99)])
    watch = Watch()
    floor.store.reading(watch)
    papers = [("1-5", Answer.YES), ("9-1", Answer.NO), ("1-6", Answer.INVALID), ("1-5", Answer.NONE)]
    for typed, answer in [*papers, ("1-8", Answer.ABSTAIN), ("1-6", Answer.YES)]:
        enter(floor, vote, typed, answer)
        followed, whole = floor.store.reading(watch).running, floor.store.reading(view_desk).running
        assert followed is not None
        assert whole is not None
        assert followed.owners is not None
        assert whole.owners is not None
        assert followed.owners.count == whole.owners.count
        assert [each.ballot for each in followed.owners.recent] == [
            each.ballot for each in whole.owners.recent
        ]
    last = floor.store.reading(record.view_last)
    floor.store.writing(record.undo, last.entries[0].seq)
    undone = floor.store.reading(watch).running
    assert undone is not None
    assert undone.owners is not None
    assert undone.owners.count == running(floor, vote)
    assert undone.owners.count.invalid == 1


def test_owners_are_found_by_unit_name_pinyin_and_initials(floor: Floor):
    vote = opened(
        floor,
        [
            row("1-101", 1, "王芳、李雷"),
            row("1-1011", 1, "赵敏"),
            row("3-1", 1, "欧阳[b]娜"),
            row("4-1", 1, "周 32"),
        ],
    )
    asked = partial(owners.view_candidates, vote=vote, most=5)
    names = {
        typed: [each.name for each in floor.store.reading(partial(asked, typed=typed))]
        for typed in ("1-101", "wangf", "ll", "zm", "欧阳", "3-2", "32")
    }
    assert names == {
        "1-101": ["王芳、李雷", "赵敏"],
        "wangf": ["王芳、李雷"],
        "ll": ["王芳、李雷"],
        "zm": ["赵敏"],
        "欧阳": ["欧阳[b]娜"],
        "3-2": [],
        "32": [],
    }


def test_refusals(floor: Floor):
    with pytest.raises(NoUnits):
        floor.store.writing(owners.open_owners_vote, floor.meeting, floor.motion, GENERAL)
    with pytest.raises(NotByArea):
        floor.store.writing(
            owners.open_owners_vote, floor.meeting, floor.motion, rules_text(preset("council_default"))
        )
    vote = opened(floor, ninety())
    enter(floor, vote, "1-1", Answer.YES)
    with pytest.raises(VoteRunning):
        floor.store.writing(units.import_units, ninety())
    with pytest.raises(Unknown):
        floor.store.writing(owners.enter_paper, vote, OwnerId(4_000), Answer.YES)
    with pytest.raises(IssuedOverElectorate):
        floor.store.writing(owners.close_owners_vote, vote, 91)
    with pytest.raises(PapersDoNotAddUp):
        floor.store.writing(owners.close_owners_vote, vote, 0)
    floor.store.writing(owners.close_owners_vote, vote, 90)
    with pytest.raises(VoteOver):
        floor.store.writing(owners.enter_paper, vote, OwnerId(1), Answer.YES)


def test_an_erased_owner_is_found_by_their_unit_only(floor: Floor):
    vote = opened(floor, [row("1-101", 8950, "王芳"), row("1-102", 100, "赵敏")])
    owner = found(floor, vote, "wf")
    floor.store.writing(record.erase_text, "owner", int(owner), "name", "本人要求")
    asked = partial(owners.view_candidates, vote=vote, most=5)
    assert floor.store.reading(partial(asked, typed="wf")) == []
    assert [each.name for each in floor.store.reading(partial(asked, typed="1-101"))] == [""]
    assert verification.check_record(floor.store).faults == ()


def announced(floor: Floor) -> VoteId:
    """90 owners of 100 sq m: 60 take part, 31 yes (§3.5, carried); announced."""
    vote = opened(floor, ninety())
    for n in range(1, 61):
        enter(floor, vote, f"1-{n}", Answer.YES if n <= 31 else Answer.NO)
    floor.store.writing(owners.close_owners_vote, vote, 60)
    floor.store.writing(results.announce_result, vote)
    return vote


def outcome(floor: Floor) -> str:
    settled = floor.store.reading(partial(meetings.view_meeting, id=floor.meeting)).items[0].settled
    assert settled is not None
    return settled.outcome


def test_a_corrected_paper_is_counted_and_judged_anew_and_both_figures_stay(floor: Floor):
    """One yes was a no: 30 of 60 is exactly half, lost (§3.5); by area 3000 of 6000 sq m, 3000.01 needed."""
    vote = announced(floor)
    assert outcome(floor) == "carried"
    paper = PaperTold(Answer.NO, "看错 [/]", floor.people[1])
    floor.store.writing(owners.correct_paper, vote, found(floor, vote, "1-31"), paper)
    told = floor.store.reading(partial(votes.view_vote, vote=vote))
    assert told.owners is not None
    (old, new), (mended,) = told.corrections[0], told.owners.mended
    assert (old.yes, old.no, old.carried, new.yes, new.no, new.carried) == (31, 29, True, 30, 30, False)
    assert (mended.before.yes, mended.after.yes, mended.after.needed) == (310_000, 300_000, 300_001)
    assert (mended.asker, new.why) == (floor.people[1], "看错 [/]")
    assert outcome(floor) == "lost"
    assert verification.check_record(floor.store).sound
    with pytest.raises(NothingToUndo):
        floor.store.writing(record.undo)


def test_a_second_correction_leaves_every_figure_before_it(floor: Floor):
    vote = announced(floor)
    for unit, answer in (("1-31", Answer.NO), ("1-32", Answer.INVALID), ("1-31", Answer.YES)):
        paper = PaperTold(answer, "看错")
        floor.store.writing(owners.correct_paper, vote, found(floor, vote, unit), paper)
    told = floor.store.reading(partial(votes.view_vote, vote=vote))
    assert told.owners is not None
    assert [(new.yes, new.no, new.invalid) for _old, new in told.corrections] == [
        (30, 30, 0),
        (30, 29, 1),
        (31, 28, 1),
    ]
    assert [each.after.invalid for each in told.owners.mended] == [0, 10_000, 10_000]
    assert running(floor, vote).yes == 31


def test_a_paper_that_came_is_one_more_of_those_issued(floor: Floor):
    vote = announced(floor)
    late = found(floor, vote, "1-61")
    with pytest.raises(PapersDoNotAddUp):
        floor.store.writing(owners.correct_paper, vote, late, PaperTold(Answer.YES, "漏计"))
    floor.store.writing(owners.correct_paper, vote, late, PaperTold(Answer.YES, "漏计", issued=61))
    told = floor.store.reading(partial(votes.view_vote, vote=vote))
    assert told.closed is not None
    assert (told.closed.issued, told.closed.returned, told.closed.yes) == (61, 61, 32)


def test_what_a_correction_of_a_paper_is_refused_for(floor: Floor):
    vote = opened(floor, ninety())
    enter(floor, vote, "1-1", Answer.YES)
    first = found(floor, vote, "1-1")
    floor.store.writing(owners.close_owners_vote, vote, 60)
    with pytest.raises(NotAnnounced):
        floor.store.writing(owners.correct_paper, vote, first, PaperTold(Answer.NO, "看错"))
    floor.store.writing(results.announce_result, vote)
    with pytest.raises(NeedsReason):
        floor.store.writing(owners.correct_paper, vote, first, PaperTold(Answer.NO, " "))
    with pytest.raises(NothingChanges):
        floor.store.writing(owners.correct_paper, vote, first, PaperTold(Answer.YES, "看错"))
    with pytest.raises(Unknown):
        floor.store.writing(owners.correct_paper, vote, OwnerId(999), PaperTold(Answer.NO, "看错"))
    floor.store.writing(results.annul_vote, vote, "票箱未封")
    with pytest.raises(StandsNoLonger):
        floor.store.writing(owners.correct_paper, vote, first, PaperTold(Answer.NO, "看错"))
