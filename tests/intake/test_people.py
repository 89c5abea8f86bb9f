"""Roster files: read whole, or refused with every problem and its line."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from council_tui.domain.roster import (
    Category,
    Column,
    Difference,
    ExistingMember,
    Problem,
    ProblemKind,
    Reason,
    Roster,
    compare,
)
from council_tui.intake.people import CATEGORIES, read_roster

ROSTERS = Path(__file__).parent / "rosters"
SAMPLES = Path(__file__).parents[2] / "data" / "samples"
NAMES = (
    "周敏 何佳 赵明义 孙兰 马建国 钱秀英 李秀珍 陈卫东 吴国强 郑玉梅 冯立新 韩梅 杨德福 朱桂英 "
    "许志刚 沈丽 罗永年 曹建华 魏红 姜文 高建军"
)
KINDS = ProblemKind


def roster(text: str) -> Roster:
    read = read_roster(text.encode())
    assert isinstance(read, Roster), read
    return read


def problems(data: str | bytes) -> list[tuple[int | None, ProblemKind]]:
    read = read_roster(data.encode() if isinstance(data, str) else data)
    assert isinstance(read, list), read
    return [(problem.line, problem.kind) for problem in read]


@pytest.mark.parametrize(
    ("path", "encoding", "delimiter"),
    [
        (ROSTERS / "gb18030.csv", "gb18030", ","),
        (ROSTERS / "english-semicolon.csv", "utf-8", ";"),
        (SAMPLES / "roster.csv", "utf-8-sig", ","),
        (SAMPLES / "roster-gb18030.csv", "gb18030", ","),
    ],
)
def test_the_21_of_the_example_are_read_from_each_sort_of_file(path: Path, encoding: str, delimiter: str):
    read = read_roster(path.read_bytes())
    assert isinstance(read, Roster)
    assert [(row.seat, row.name) for row in read.rows] == list(enumerate(NAMES.split(), 1))
    assert [row.phone for row in read.rows] == [str(13_800_000_000 + seat) for seat in range(1, 22)]
    assert all(row.votes for row in read.rows)
    assert read.rows[2].category == Category.RESIDENT_REP
    assert (read.encoding, read.delimiter, read.warnings) == (encoding, delimiter, ())


def test_everything_wrong_is_said_at_once_with_its_line():
    assert problems((ROSTERS / "everything-wrong.csv").read_bytes()) == [
        (3, KINDS.BAD_VOTES),
        (3, KINDS.SPOILT_PHONE),
        (4, KINDS.SPOILT_PHONE),
        (4, KINDS.SEAT_TWICE),
        (5, KINDS.HIDDEN),
        (5, KINDS.BAD_SEAT),
        (7, KINDS.NAME_TWICE),
        (8, KINDS.QUOTES),
        (9, KINDS.NO_NAME),
        (10, KINDS.RAGGED),
        (11, KINDS.NOT_A_PERSON),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "，"])
def test_delimiters_newlines_and_headings_in_any_order_are_understood(delimiter: str, newline: str):
    rows = [[" 手机\u3000", "Ｎａｍｅ", "楼栋", "No."], ["13800000001", "陈果 [/]", "3栋", "７号"]]
    read = roster(newline.join(delimiter.join(row) for row in rows))
    assert [(row.name, row.seat, row.phone, row.line) for row in read.rows] == [
        ("陈果 [/]", 7, "13800000001", 2)
    ]
    assert [warning.facts for warning in read.warnings] == [("楼栋",)]


def test_a_title_above_the_headings_and_empty_lines_are_passed_over():
    read = roster("某社区议事会名册\n\n姓名,身份\n\n周　敏,老党员\n,,\n".replace(",,", ","))
    assert [(row.name, row.line, row.category) for row in read.rows] == [("周敏", 5, Category.SENIOR_PARTY)]


@pytest.mark.parametrize(
    ("typed", "votes"),
    [
        ("是", True),
        ("", True),
        ("YES", True),
        ("１", True),
        ("否", False),
        ("n", False),
        ("0", False),
        ("列席", False),
    ],
)
def test_the_right_to_vote_is_read_in_both_languages_and_empty_means_yes(typed: str, votes: bool):
    assert roster(f"姓名,有表决权\n林晓,{typed}").rows[0].votes is votes


def test_a_category_is_known_by_its_code_and_words_and_else_stays_as_typed():
    words = [(code, word) for code, text in CATEGORIES.items() for word in (*text.split(), code)]
    text = "\n".join(f"居民{number},{word}" for number, (_, word) in enumerate(words))
    assert [row.category for row in roster("姓名,身份\n" + text).rows] == [code for code, _ in words]
    assert roster("姓名,身份\n林晓,热心 居民").rows[0].category == "热心 居民"
    assert {code for code, _ in words} == set(Category)


@pytest.mark.parametrize("phone", ["1.38E+10", "1.38e10", "13800000001.0", "１.38E+10"])
def test_a_phone_spoilt_by_a_spreadsheet_is_refused(phone: str):
    assert problems(f"姓名,电话\n林晓,{phone}") == [(2, KINDS.SPOILT_PHONE)]


@pytest.mark.parametrize("phone", ["13800000001", "+8613800000002", "021-6123.4567", "00123"])
def test_a_phone_stays_text(phone: str):
    assert roster(f"姓名,电话\n林晓,{phone}").rows[0].phone == phone


@pytest.mark.parametrize("cell", ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(1)", "[@click=app.quit]张三[/]"])
def test_a_formula_or_markup_is_just_text(cell: str):
    row = roster(f'姓名,职务\n"{cell}","{cell}"').rows[0]
    assert (row.name, row.title) == (cell, cell)


HIDDEN = [
    "张\u200b三",
    "张三\u202e",
    "\u2066x\u2069y",
    "a\u200cb",
    "a\xadb",
    "\u3164",
    "a\ufe0f",
    "a\x1b[31m",
    "x\u061cy",
]


@pytest.mark.parametrize("name", HIDDEN)
def test_a_character_that_cannot_be_seen_is_refused(name: str):
    assert problems(f"姓名\n{name}") == [(2, KINDS.HIDDEN)]


REAL = [
    "欧阳娜娜",
    "阿卜杜拉·买买提",
    "O'Neil-Smith",
    "José María",
    "Nguyễn Văn Ánh",
    "X Æ A-12",
    "山田 太郎",
    "محمد",
    "김",
    "𫖮",
    "䶮",
    "𠮷野",
    "葛\U000e0100",
    "می\u200cخواهم",
    "Null",
    "-",
]


@pytest.mark.parametrize("name", REAL)
def test_a_real_name_is_taken_as_it_is(name: str):
    assert roster(f"姓名\n{name}").rows[0].name == name


def test_one_name_in_two_seats_is_a_warning_and_without_seats_a_problem():
    assert problems("姓名,座号\n王伟,1\n王　伟,") == [(3, KINDS.NAME_TWICE)]
    read = roster("姓名,座号\n王伟,1\n王伟,2")
    assert read.warnings == (Problem(3, KINDS.SAME_NAME, ("王伟", 2)),)


@pytest.mark.parametrize(
    ("one", "other"), [("李一", "李—"), ("paul", "раul"), ("陈已", "陈己"), ("王O", "王0")]
)
def test_names_that_look_the_same_are_warned_of(one: str, other: str):
    assert [warning.kind for warning in roster(f"姓名\n{one}\n{other}").warnings] == [KINDS.LOOK_ALIKE]


def test_a_character_lost_on_the_way_is_warned_of():
    assert [warning.kind for warning in roster("姓名\n张\ufffd\n李\ue000").warnings] == [KINDS.UNREADABLE] * 2


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", KINDS.EMPTY),
        (b"\xef\xbb\xbf", KINDS.EMPTY),
        (b"\n" * 1000, KINDS.EMPTY),
        (b"PK\x03\x04" + bytes(1000), KINDS.WORKBOOK),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), KINDS.NOT_TEXT),
        (bytes(1000), KINDS.NOT_TEXT),
        ("姓名\n张三".encode("big5", "replace") + "張".encode("big5"), KINDS.NO_HEADER),
        ("张三,13800000001".encode(), KINDS.NO_HEADER),
        ("姓名,电话\n".encode(), KINDS.NO_ROWS),
        ("姓名,name\n张三,李四".encode(), KINDS.HEADER_TWICE),
        (
            b"name\n" + "张三\n".encode() + "李四\n".encode("gbk") + "王五六\n".encode("gbk"),
            KINDS.MIXED_ENCODING,
        ),
        (b"a" * (10 * 1024 * 1024 + 1), KINDS.TOO_BIG),
        ("姓名\n".encode() + b"a\n" * 20_001, KINDS.TOO_MANY_ROWS),
        ("姓名".encode() + b",a" * 64, KINDS.TOO_MANY_COLUMNS),
        ("姓名".encode() + b",abcdef" * 100_000, KINDS.TOO_MANY_COLUMNS),
        ("姓名\n".encode() + b"a" * 4_001, KINDS.CELL_TOO_LONG),
        ("姓名\n".encode() + b"a" * 2_000_000, KINDS.CELL_TOO_LONG),
        ("姓名\n".encode() + b"a" * 101, KINDS.TOO_LONG),
        ('姓名\n"张\n三"'.encode(), KINDS.LINE_BREAK),
        (b'"' * 1_000_001, KINDS.CELL_TOO_LONG),
        (("姓名\n" + '"张三\n' * 20_000).encode(), KINDS.QUOTES),
    ],
)
def test_a_file_that_is_no_roster_says_why(data: bytes, kind: ProblemKind):
    assert {found for _, found in problems(data)} == {kind}


def test_the_largest_roster_allowed_is_read():
    text = "姓名,座号\n" + "\n".join(f"住户{number}," for number in range(20_000))
    assert len(roster(text).rows) == 20_000


@pytest.mark.parametrize("bom", ["utf-16", "utf-8-sig", "gb18030"])
def test_rare_characters_survive_each_encoding(bom: str):
    read = read_roster("姓名,职务\n𠮷野,㐀㐁€".encode(bom))
    assert isinstance(read, Roster)
    assert (read.rows[0].name, read.rows[0].title) == ("𠮷野", "㐀㐁€")


def test_quoted_cells_keep_commas_and_quotation_marks():
    text = io.StringIO()
    csv.writer(text).writerows([["姓名", "职务"], ['O\'Brien, "Pat"', "a;b"]])
    assert roster(text.getvalue()).rows[0].name == 'O\'Brien, "Pat"'


WANG = ExistingMember(1, 1, "王伟", Category.OWNER, True, "13800000001")
OTHER_WANG = ExistingMember(2, 2, "王伟", Category.VETERAN, True)
LIN = ExistingMember(3, 3, "林晓", Category.OWNER, False, None)


def test_a_preview_tells_added_changed_unchanged_and_absent():
    read = roster("姓名,座号,身份,表决权,电话\n王伟,1,,,\n林晓,5,业主,是,139\n陈果 [/],,,,")
    preview = compare(read, [WANG, OTHER_WANG, LIN])
    assert [row.name for row in preview.added] == ["陈果 [/]"]
    assert preview.unchanged == (WANG,)
    assert preview.absent == (OTHER_WANG,)
    assert [(change.member.person, change.differences) for change in preview.changed] == [
        (
            3,
            (
                Difference(Column.SEAT, 3, 5),
                Difference(Column.VOTES, False, True),
                Difference(Column.PHONE, None, "139"),
            ),
        )
    ]


def test_an_empty_cell_changes_nothing_about_a_known_member():
    assert compare(roster("姓名,身份,表决权,电话,职务\n林晓,,,,"), [LIN]).unchanged == (LIN,)


def test_a_name_that_two_members_bear_needs_its_seat():
    preview = compare(roster("姓名\n王伟"), [WANG, OTHER_WANG])
    assert [(no.reason, no.row.line) for no in preview.refused] == [(Reason.SEVERAL_SO_NAMED, 2)]
    assert preview.added == preview.changed == ()


def test_a_seat_somebody_keeps_is_refused_and_a_swap_is_not():
    refused = compare(roster("姓名,座号\n陈果,3"), [LIN]).refused
    assert [(no.reason, no.others) for no in refused] == [(Reason.SEAT_TAKEN, ("林晓",))]
    han = replace(LIN, person=4, seat=4, name="韩梅")
    assert len(compare(roster("姓名,座号\n林晓,4\n韩梅,3"), [LIN, han]).changed) == 2


def test_a_move_barred_bars_the_one_who_wanted_the_seat_left_free():
    han = replace(LIN, person=4, seat=4, name="韩梅")
    preview = compare(roster("姓名,座号\n林晓,4\n陈果,3"), [LIN, han])
    assert [(no.row.name, no.others) for no in preview.refused] == [("林晓", ("韩梅",)), ("陈果", ("林晓",))]
    assert preview.absent == (han,)
