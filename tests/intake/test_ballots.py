"""Files of ballot papers: what is read, in which encoding, and what is refused with which line."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council_tui.domain.tally import METHODS
from council_tui.domain.tally.flaws import BadBallots, Flaw
from council_tui.intake import ballots
from council_tui.wording.tallies import flaw_words

BLT = '''3 2
# a comment
-2

4 1 3 0
1 3 1 0  # another
2 1 3 0
1 0
0
"陈果 [/]"
"林晓 ""Lin"""
"王军 <i>" # the third
"梧桐里"
'''
CSV = "count,陈果 [/],林晓\n2,1,0\n3,0,1\n1,1,0\n"
PB = """META
key;value
budget;1000
vote_type;approval
PROJECTS
project_id;cost;name
p1;300;"路灯; 五盏"
p2;800;充电棚
VOTES
voter_id;age;vote
1;30;p1,p2
2;31;p2
3;32;p2
4;33;
"""


def read(papers: str | bytes, method: str = "stv", points: int | None = None) -> Any:
    return ballots.read(papers.encode() if isinstance(papers, str) else papers, METHODS[method], points)


def flaw(papers: str | bytes, method: str = "stv", points: int | None = None) -> tuple[Flaw, int | None]:
    with pytest.raises(BadBallots) as refused:
        read(papers, method, points)
    assert flaw_words(refused.value)
    return refused.value.flaw, refused.value.line


def test_papers_names_seats_and_withdrawals_are_read():
    found = read(BLT)
    assert found.candidates == ("陈果 [/]", '林晓 "Lin"', "王军 <i>")
    assert found.papers == {((1,), (3,)): 6, ((3,), (1,)): 1, (): 1}
    assert (found.seats, found.withdrawn, found.title) == (2, {2}, "梧桐里")


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("gb18030"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode("gb18030"),
        lambda text: text.rstrip("\n").encode(),
        lambda text: text.replace("\n0\n", "\n 0 # end\n").encode(),
        lambda text: text.replace("\n0\n", "\n0 \n\n").encode(),
    ],
    ids=["bom", "utf-16", "gb18030", "crlf", "cr", "no last break", "comment", "space"],
)
def test_encodings_and_line_ends_change_nothing(encode: Callable[[str], bytes]):
    assert read(encode(BLT)) == read(BLT)


def test_equal_places_are_read_where_the_method_takes_them():
    assert read('3 1\n2 3=1 2 0\n0\n"A"\n"B"\n"C"\n', "schulze").papers == {((1, 3), (2,)): 2}


@pytest.mark.parametrize(
    ("old", "new", "wrong", "line"),
    [
        ("3 2\n", "", Flaw.NO_HEADER, 2),
        ("3 2", "3", Flaw.NO_HEADER, 1),
        ("3 2", "0 2", Flaw.TOO_MANY_CANDIDATES, 1),
        ("3 2", "999999 2", Flaw.TOO_MANY_CANDIDATES, 1),
        ("3 2", "3 4", Flaw.BAD_SEATS, 1),
        ("3 2", "3 " + "9" * 5_000, Flaw.NO_HEADER, 1),
        ("-2", "-4", Flaw.BAD_WITHDRAWN, 3),
        ("-2", "-1-2", Flaw.BAD_WITHDRAWN, 3),
        ("2 1 3 0", "2 1 4 0", Flaw.NO_SUCH_CANDIDATE, 7),
        ("2 1 3 0", "2 1 -3 0", Flaw.NO_SUCH_CANDIDATE, 7),
        ("2 1 3 0", "2 1 0 3 0", Flaw.NO_SUCH_CANDIDATE, 7),
        ("2 1 3 0", "2 1 " + "3" * 5_000 + " 0", Flaw.NO_SUCH_CANDIDATE, 7),
        ("2 1 3 0", "2 1 3 1 0", Flaw.TWICE, 7),
        ("2 1 3 0", "2 1=3 0", Flaw.EQUAL_RANKS, 7),
        ("2 1 3 0", "2 1 3", Flaw.NO_ZERO, 7),
        ("2 1 3 0", "0 1 3 0", Flaw.NO_WEIGHT, 7),
        ("2 1 3 0", "-2 1 3 0", Flaw.NO_WEIGHT, 7),
        ("2 1 3 0", "2.5 1 3 0", Flaw.NO_WEIGHT, 7),
        ("2 1 3 0", "9" * 5_000 + " 1 3 0", Flaw.NO_WEIGHT, 7),
        ("2 1 3 0", "２ 1 3 0", Flaw.NO_WEIGHT, 7),
        ("2 1 3 0", "2 1\x003 0", Flaw.NOT_TEXT, 7),
        ("2 1 3 0", "\x1b[31m", Flaw.NO_ZERO, 7),
        ("\n0\n", "\n", Flaw.NO_END, 12),
        ('"梧桐里"\n', '"梧桐里"\n"more"\n', Flaw.AFTER_NAMES, 14),
        ('"王军 <i>" # the third\n"梧桐里"\n', "", Flaw.NO_NAMES, 11),
        ('"陈果 [/]"', "陈果", Flaw.BAD_NAME, 10),
        ('"陈果 [/]"', '""', Flaw.BAD_NAME, 10),
        ('"陈果 [/]"', '"王军 <i>"', Flaw.SAME_NAME, 12),
        ('"陈果 [/]"', '"' + "长" * 201 + '"', Flaw.LONG_NAME, 10),
        ('"陈果 [/]"', "1 1 0", Flaw.BAD_NAME, 10),
        (BLT, " \n\n", Flaw.EMPTY, None),
        (BLT, "# nothing\n", Flaw.EMPTY, None),
    ],
)
def test_a_broken_blt_file_is_refused_with_its_line(old: str, new: str, wrong: Flaw, line: int | None):
    assert old in BLT
    assert flaw(BLT.replace(old, new, 1)) == (wrong, line)


def test_names_in_no_encoding_are_refused_with_their_line():
    assert flaw(BLT.encode().replace("陈".encode(), b"\xff\xff")) == (Flaw.NOT_TEXT, 10)
    two = BLT.encode("gb18030").replace("王军".encode("gb18030"), "王军".encode())
    assert flaw(two) == (Flaw.MIXED_ENCODING, 12)


def told(papers: bytes, method: str) -> str:
    """What is said of papers that cannot be read; nothing of others."""
    try:
        read(papers, method)
    except BadBallots as refused:
        return flaw_words(refused)
    return ""


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60) | st.text('0123 -="#\n\r\t\x00ab', max_size=60).map(str.encode))
def test_no_bytes_at_all_break_a_reader(papers: bytes):
    for method in ("stv", "schulze", "score", "mes"):
        for front in (b"", b"3 1\n", b"count,a\n", b"META\n"):
            assert "{found}" not in told(front + papers, method)


def test_a_table_of_marks_is_read():
    found = read(CSV, "approval")
    assert (found.candidates, found.papers) == (("陈果 [/]", "林晓"), {(1, 0): 3, (0, 1): 3})


@pytest.mark.parametrize(
    "papers",
    [
        CSV.replace(",", ";"),
        CSV.replace(",", "\t"),
        CSV.replace("count", "票数").replace("\n", "\r\n"),
        "# by hand\n\n" + CSV + "\n",
        CSV.replace("3,0,1", " 3 ,, 1 "),
        CSV.replace("林晓", '"林晓"'),
    ],
)
def test_tables_are_read_as_spreadsheets_write_them(papers: str):
    assert read(papers, "approval") == read(CSV, "approval")
    assert read(papers.encode("gb18030"), "approval") == read(CSV, "approval")


def test_costs_and_points_are_read():
    found = read("count,A,B\ncost,30,40\n2,1,0\n", "greedy")
    assert (found.costs, found.papers) == ((30, 40), {(1, 0): 2})
    assert read("count,A,B\n2,7,0\n", "score", 7).papers == {(7, 0): 2}


@pytest.mark.parametrize(
    ("papers", "method", "wrong", "line"),
    [
        ("a,b\n1,1\n", "approval", Flaw.NO_COUNT, 1),
        ("\ncount\n", "approval", Flaw.NO_COUNT, 2),
        ("count,A,A\n", "approval", Flaw.SAME_NAME, 1),
        ("count,A,\n", "approval", Flaw.BAD_NAME, 1),
        ("count,A\n1,1\n1,1,1\n", "approval", Flaw.RAGGED, 3),
        ("count,A\n1,1\n0,1\n", "approval", Flaw.NO_WEIGHT, 3),
        ("count,A\n1,1\n1.5,1\n", "approval", Flaw.NO_WEIGHT, 3),
        ("count,A\n1,1\n1,-1\n", "score", Flaw.BAD_MARK, 3),
        ("count,A\n1,1\n1,0.5\n", "score", Flaw.BAD_MARK, 3),
        ("count,A\n1,1\n1," + "9" * 5_000 + "\n", "score", Flaw.BAD_MARK, 3),
        ('count,A\n1,1\n1,"1\n', "score", Flaw.BAD_MARK, 3),
        ("count,A,B\n1,3,1\n1,3,2\n", "score", Flaw.OVER_POINTS, 3),
        ("count,A\n1,1\n1,2\n", "approval", Flaw.MARK_NOT_ONE, 3),
        ("count,A\ncost,0\n", "mes", Flaw.BAD_COST, 2),
        ("count,A\ncost,1.50\n", "mes", Flaw.BAD_COST, 2),
        ("count,A\ncost,2\n1,1\ncost,3\n", "mes", Flaw.BAD_COST, 4),
        ("count,A\n1,1\x00\n", "approval", Flaw.NOT_TEXT, 2),
        ("", "approval", Flaw.EMPTY, None),
    ],
)
def test_a_broken_table_is_refused_with_its_line(papers: str, method: str, wrong: Flaw, line: int | None):
    assert flaw(papers, method, 4 if wrong is Flaw.OVER_POINTS else None) == (wrong, line)


def test_a_workbook_is_refused():
    assert flaw(b"PK\x03\x04 and so on", "approval") == (Flaw.WORKBOOK, None)


def test_pabulib_votes_by_approval_are_read():
    found = read(PB, "mes")
    assert (found.candidates, found.costs, found.budget) == (("p1", "p2"), (300, 800), 1000)
    assert found.papers == {(1, 1): 1, (0, 1): 2, (0, 0): 1}


@pytest.mark.parametrize(
    ("old", "new", "wrong", "line"),
    [
        ("approval", "ordinal", Flaw.NOT_APPROVAL, 4),
        ("vote_type;approval\n", "", Flaw.NOT_APPROVAL, 1),
        ("budget;1000", "budget;much", Flaw.BAD_BUDGET, 3),
        ("budget;1000\n", "", Flaw.BAD_BUDGET, 1),
        ("PROJECTS\n", "", Flaw.NO_SECTION, 14),
        (";cost;", ";price;", Flaw.NO_FIELD, 6),
        ("p2;800", "p2;8.50", Flaw.BAD_COST, 8),
        ("p2;800", "p1;800", Flaw.SAME_NAME, 8),
        ("p2;800;充电棚", "p2", Flaw.RAGGED, 8),
        (";vote\n", ";votes\n", Flaw.NO_FIELD, 10),
        ("2;31;p2", "2;31;p3", Flaw.NO_SUCH_PROJECT, 12),
        ("2;31;p2", "2;31;p2,p2", Flaw.MARKED_TWICE, 12),
        ("2;31;p2", "2;31", Flaw.RAGGED, 12),
        ('"路灯; 五盏"', '"路灯', Flaw.BAD_MARK, 7),
    ],
)
def test_a_broken_pabulib_file_is_refused_with_its_line(old: str, new: str, wrong: Flaw, line: int | None):
    assert old in PB
    assert flaw(PB.replace(old, new, 1), "greedy") == (wrong, line)
