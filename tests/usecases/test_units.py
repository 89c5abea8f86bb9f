"""Units entered and changed one by one: number, area, source, whether they count, and whose they are."""

from functools import partial

import pytest

from council_tui.domain.areas import BadArea
from council_tui.domain.errors import Missing, Unknown, VoteRunning
from council_tui.domain.rules import rules_text
from council_tui.domain.unitlists import AreaSource
from council_tui.domain.units import UnitKnown, UnitView
from council_tui.intake.rules import preset
from council_tui.store.store import Store
from council_tui.usecases import owners, record, units, verification
from council_tui.usecases.units import UnitEntry, add_unit, change_unit
from tests.assembly import Floor


def known(store: Store) -> list[tuple[str, int, str, str, bool]]:
    """Number, area, owner, source, whether it counts."""
    look = partial(units.view_units, typed="", place=(0, ""), most=50)
    found: list[UnitView] = store.reading(look)
    return [(each.number, each.area, each.name, str(each.source), each.counts) for each in found]


def test_half_a_character_finds_what_stands_beside_it(floor: Floor):
    """As a broken input method may send it: no file can hold it."""
    floor.store.writing(add_unit, "1-101", UnitEntry("89.5", "王芳"))
    look = partial(units.view_units, typed="1-1\ud800\x00", place=(0, ""), most=50)
    assert [each.number for each in floor.store.reading(look)] == ["1-101"]


def test_a_unit_is_entered_and_changed_and_both_are_undone(floor: Floor):
    store = floor.store
    store.writing(add_unit, "1-101", UnitEntry("89.5", "王芳 [/]；李雷"))
    store.writing(add_unit, "1-102", UnitEntry("100", "李雷、王芳 [/]", AreaSource.SURVEY))
    assert known(store) == [
        ("1-101", 8950, "王芳 [/]；李雷", "register", True),
        ("1-102", 10_000, "王芳 [/]；李雷", "survey", True),
    ]
    assert store.reading(units.view_totals).owners == 1
    store.writing(change_unit, "1-102", UnitEntry("100.25", "欧阳[b]娜", AreaSource.CONTRACT, False))
    assert known(store)[1:] == [("1-102", 10_025, "欧阳[b]娜", "contract", False)]
    store.writing(record.undo)
    assert known(store)[1:] == [("1-102", 10_000, "王芳 [/]；李雷", "survey", True)]
    store.writing(record.redo)
    assert known(store)[1:] == [("1-102", 10_025, "欧阳[b]娜", "contract", False)]
    assert verification.check_record(store).sound


def test_an_owner_that_is_not_asked_stays(floor: Floor):
    floor.store.writing(add_unit, "1-101", UnitEntry("89.5", "王芳"))
    floor.store.writing(change_unit, "1-101", UnitEntry("90", None))
    assert known(floor.store) == [("1-101", 9000, "王芳", "register", True)]


@pytest.mark.parametrize(
    ("number", "entry", "refusal"),
    [
        (" ", UnitEntry("89.5", "王芳"), Missing),
        ("1-102", UnitEntry("89.5", " ; "), Missing),
        ("1-102", UnitEntry("89.555", "王芳"), BadArea),
        ("1-102", UnitEntry("0.00", "王芳"), BadArea),
        ("１-101", UnitEntry("89.5", "王芳"), UnitKnown),
    ],
)
def test_what_cannot_be_a_unit_is_refused_and_nothing_is_written(
    floor: Floor, number: str, entry: UnitEntry, refusal: type[Exception]
):
    floor.store.writing(add_unit, "1-101", UnitEntry("80", "王芳"))
    before = known(floor.store)
    with pytest.raises(refusal):
        floor.store.writing(add_unit, number, entry)
    if number == "1-102":
        with pytest.raises(refusal):
            floor.store.writing(change_unit, "1-101", entry)
    assert known(floor.store) == before


def test_no_unit_changes_while_the_owners_vote_and_none_that_is_not_there(floor: Floor):
    floor.store.writing(add_unit, "1-101", UnitEntry("89.5", "王芳"))
    with pytest.raises(Unknown):
        floor.store.writing(change_unit, "9-999", UnitEntry("1", "王芳"))
    general = rules_text(preset("cc278_general"))
    floor.store.writing(owners.open_owners_vote, floor.meeting, floor.motion, general)
    for deed in (
        partial(floor.store.writing, add_unit, "1-102", UnitEntry("1", "王芳")),
        partial(floor.store.writing, change_unit, "1-101", UnitEntry("1", "王芳")),
    ):
        with pytest.raises(VoteRunning):
            deed()
