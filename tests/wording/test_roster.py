"""Every problem and preview has its words in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.roster import Category, Column, ExistingMember, Problem, ProblemKind, Roster, compare
from council_tui.intake.people import read_roster
from council_tui.wording import catalog
from council_tui.wording import roster as words

WRONG = Path(__file__).parents[1] / "intake" / "rosters" / "everything-wrong.csv"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    catalog.use("en")
    yield
    catalog.use("en")


FACTS = {
    ProblemKind.TOO_BIG: (11, 10),
    ProblemKind.NO_HEADER: ("张三",),
    ProblemKind.HEADER_TWICE: (Column.NAME,),
    ProblemKind.TOO_MANY_ROWS: (11, 10),
    ProblemKind.TOO_MANY_COLUMNS: (65, 64),
    ProblemKind.CELL_TOO_LONG: (1, 4001, 4000),
    ProblemKind.RAGGED: (4, 5),
    ProblemKind.LINE_BREAK: (Column.NAME,),
    ProblemKind.HIDDEN: (Column.NAME, "U+200B"),
    ProblemKind.TOO_LONG: (Column.NAME, 101, 100),
    ProblemKind.NOT_A_PERSON: ("合计",),
    ProblemKind.BAD_SEAT: ("三",),
    ProblemKind.SEAT_TWICE: (2, 3),
    ProblemKind.NAME_TWICE: ("周敏", 2),
    ProblemKind.BAD_VOTES: ("{maybe}",),
    ProblemKind.SPOILT_PHONE: ("1.38E+10",),
    ProblemKind.SAME_NAME: ("周敏", 2),
    ProblemKind.LOOK_ALIKE: ("李一", "李—", 2),
    ProblemKind.UNREADABLE: (Column.NAME, "U+E000"),
    ProblemKind.UNUSED_COLUMN: ("楼栋",),
}


@pytest.mark.parametrize("kind", ProblemKind)
def test_each_problem_is_a_sentence_in_both_languages(kind: ProblemKind):
    problem = Problem(7, kind, FACTS.get(kind, ()))
    english = words.problem_words(problem)
    catalog.use("zh")
    chinese = words.problem_words(problem)
    assert english.startswith("Line 7: ")
    assert chinese.startswith("第7行：")
    for fact in FACTS.get(kind, ()):
        shown = {Column.NAME: "姓名"}.get(fact, fact)
        assert str(shown) in chinese
    assert not re.search("[A-Za-z]{4,}", re.sub("maybe|name|GB18030", "", chinese))


def test_a_real_file_is_answered_line_by_line_in_chinese():
    catalog.use("zh")
    found = read_roster(WRONG.read_bytes())
    assert isinstance(found, list)
    said = [words.problem_words(problem) for problem in found]
    assert said[1] == "第3行：电话「1.38E+10」被电子表格改坏了：请把这一列设为文本，重新输入。"
    assert said[6] == "第7行：周敏在第2行已经有了。如果是两个人，请各给一个座号。"


def test_a_long_text_from_a_file_is_not_repeated_whole():
    assert len(words.problem_words(Problem(1, ProblemKind.BAD_SEAT, ("9" * 5_000,)))) < 120


def test_categories_have_words_and_free_ones_stand_as_typed():
    english = {words.category_words(code) for code in Category}
    catalog.use("zh")
    chinese = {words.category_words(code) for code in Category}
    assert len(english) == len(chinese) == 16
    assert words.category_words("building_head") == "楼栋长"
    assert words.category_words("热心居民 [/]") == "热心居民 [/]"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_words_of_a_category_are_read_back_as_that_category(lang: str):
    catalog.use(lang)
    text = "姓名;身份\n" + "\n".join(
        f"居民{place};{words.category_words(code)}" for place, code in enumerate(Category)
    )
    read = read_roster(text.encode())
    assert isinstance(read, Roster)
    assert [row.category for row in read.rows] == list(Category)


def test_a_preview_is_told_in_both_languages_and_hides_phones_when_asked():
    read = read_roster(
        "姓名,座号,身份,表决权,电话\n林晓,5,楼栋长,是,13900000009\n陈果 [/],6,业主,否,13900000008".encode()
    )
    assert isinstance(read, Roster)
    preview = compare(read, [ExistingMember(3, 3, "林晓", "owner", False)])
    assert words.preview_lines(preview) == [
        "To add 1, to change 1, unchanged 0, refused 0.",
        "Add: seat 6 陈果 [/] (home owner, has no vote, 13900000008)",
        "Change: seat 3 林晓: seat 3 -> 5; member category home owner -> building head; "
        "right to vote no -> yes; phone (nothing) -> 13900000009",
    ]
    catalog.use("zh")
    assert words.preview_lines(preview, masked=True) == [
        "新增1人，更改1人，不变0人，不收0人。",
        "新增：6号陈果 [/]（业主、无表决权、***）",
        "更改：3号林晓：座号由3改为5；身份由业主改为楼栋长；表决权由无改为有；电话由（空）改为***",
    ]


def test_a_refused_row_says_who_is_in_the_way():
    read = read_roster("姓名,座号\n陈果,3".encode())
    assert isinstance(read, Roster)
    lines = words.preview_lines(compare(read, [ExistingMember(3, 3, "林晓", "owner", True)]))
    assert lines[1:] == [
        "Refused: line 2, seat 3 陈果: the seat is taken by 林晓.",
        "Not in the file, left as they are: 1.",
    ]
    assert words.reading_words(read) == "1 people read (UTF-8, comma)."
