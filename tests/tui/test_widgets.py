"""Big figures, the bar of answers and the roll, held against the sketches of `screens.md`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_tui.tui.ink import Line, plain_lines
from council_tui.tui.widgets.bar import Parts, bar
from council_tui.tui.widgets.figures import CROSS, TICK, beside, figure, sign
from council_tui.tui.widgets.roll import Place, fits, roll, step


def drawn(parts: Parts, needed: int | None, room: int = 38) -> str:
    return plain_lines([Line(tuple(bar(parts, needed, 0, room)))], 80)[0]


def test_a_figure_is_three_dots_wide_and_five_tall():
    assert plain_lines(beside(figure(14, 3), figure(1, 25)), 80) == [
        "     ##    ##  ##          ##",
        "   ####    ##  ##        ####",
        "     ##    ######          ##",
        "     ##        ##          ##",
        "   ######      ##        ######",
    ]


def test_a_figure_above_ninety_nine_is_set_plain():
    assert plain_lines(beside(figure(100, 3, "for")), 80) == ["", "", "   100", "", ""]


@pytest.mark.parametrize(
    ("number", "ink", "painted"),
    [(0, "against", "big-zero"), (2, "abstain", "big-abstain"), (7, "text", "big-text")],
)
def test_a_nought_is_quiet(number: int, ink: str, painted: str):
    assert {span.ink for row in figure(number, 3, ink) for span in row} == {painted}


def test_tick_and_cross_are_five_dots_wide():
    assert {len(row) for row in (*TICK, *CROSS)} == {5}
    assert plain_lines(beside(sign(CROSS, 65, "against")), 80)[2] == " " * 69 + "##"


@pytest.mark.parametrize(
    ("parts", "needed", "room", "seen"),
    [
        (Parts(14, 1, 2), 9, 38, "++++++++++++++++++|++++++++++====--"),
        (Parts(8, 0, 1, 8), 9, 38, "++++++++++++++++..|..............=="),
        (Parts(8, 8, 1), 9, 38, "++++++++++++++++==|----------------"),
        (Parts(16, 0, 1), 9, 38, "++++++++++++++++++|++++++++++++++=="),
        (Parts(13, rest=8), 14, 55, "++++++++++++++++++++++++++..|.............."),
        (Parts(18, 0, 0, 0), 10, 38, "++++++++++++++++++++|++++++++++++++++"),
        (Parts(19, 0, 0, 0), 10, 38, "++++++++++|+++++++++"),
        (Parts(18, 19), 19, 38, "++++++++++++++++++-|------------------"),
        (Parts(3, 1), None, 38, "++++++--"),
        (Parts(3, 1), 5, 38, "++++++--"),
        (Parts(0), 1, 38, ""),
    ],
)
def test_the_bar_of_the_sketches(parts: Parts, needed: int | None, room: int, seen: str):
    assert drawn(parts, needed, room) == seen


answers = st.builds(Parts, *[st.integers(0, 120)] * 4)


@given(answers, st.data())
def test_the_bar_is_never_rounded_across_the_mark(parts: Parts, drawing: st.DataObject):
    if not parts.whole:
        return
    needed = drawing.draw(st.integers(1, parts.whole))
    seen = drawn(parts, needed)
    before, after = seen.split("|")
    possible = parts.yes + parts.rest
    assert len(seen) <= 38
    assert (set(before) <= {"+"}) == (parts.yes >= needed)
    assert ("-" in before) == (parts.whole - parts.no < needed)
    assert bool(set("=-") & set(before)) == (possible < needed)
    assert "-" in seen or not parts.no


def people(count: int) -> list[Place]:
    return [Place(seat, f"No{seat}", ".") for seat in range(1, count + 1)]


def test_the_roll_goes_down_three_columns():
    places = people(17)
    places[10] = Place(11, "冯立新", ".")
    places[0] = Place(1, "周敏", "+ 赞成", "for")
    assert plain_lines(roll(places, 10, 80, 7), 80)[0] == (
        "   1 周敏         + 赞成     8 No8          .         15 No15         ."
    )
    assert plain_lines(roll(places, 10, 80, 7), 80)[3] == "   4 No4          .       > 11 冯立新       ."


def test_a_long_name_is_cut_and_its_mark_keeps_its_column():
    place = Place(9999, "阿卜杜拉·陈果 [/]小明小红", "到 18:45")
    assert plain_lines(roll([place], None, 80, 3), 80) == ["9999 阿卜杜拉·..  到 18:45"]


def test_of_more_than_fit_the_page_of_the_cursor_is_seen():
    assert [fits(count, 80, rows) for count, rows in ((21, 7), (22, 7), (42, 14))] == [True, False, True]
    assert plain_lines(roll(people(50), 47, 80, 14), 80)[5] == "> 48 No48         ."
    assert plain_lines(roll(people(50), 3, 60, 7), 60)[0] == "   1 No1          .          8 No8          ."


@pytest.mark.parametrize(
    ("at", "across", "down", "to"),
    [(0, 1, 0, 7), (16, 0, 1, 16), (7, -1, 0, 0), (6, 0, 1, 7), (15, 1, 0, 15)],
)
def test_the_cursor_goes_by_columns_and_stays_at_the_edge(at: int, across: int, down: int, to: int):
    assert step(at, 17, across, down, (80, 7)) == to
