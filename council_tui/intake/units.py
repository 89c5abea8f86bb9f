"""A list of dwelling units, with or without their owners' papers: its bytes to rows, or all that is wrong."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from council_tui.domain.areas import BadArea, parse_area
from council_tui.domain.plain import begins
from council_tui.domain.roster import Problem, ProblemKind, same_name
from council_tui.domain.unitlists import (
    Answer,
    AreaSource,
    BadUnits,
    UnitColumn,
    UnitFlaw,
    UnitProblem,
    UnitRow,
)
from council_tui.intake import sheet

T = TypeVar("T")

MOST_LETTERS = 100
"""The longest text a cell may hold, in characters."""

HEADINGS: dict[UnitColumn, str] = {
    UnitColumn.UNIT: "房号 房屋 房间号 房屋编号 户号 门牌 门牌号 室号 unit unitno unitnumber dwelling flat",
    UnitColumn.AREA: "面积 专有面积 专有部分面积 建筑面积 面积m2 面积平方米 area aream2 areasqm floorarea",
    UnitColumn.OWNER: "业主 业主姓名 产权人 权利人 姓名 owner owners ownername name",
    UnitColumn.VOTE: "表决 表决意见 意见 投票 选择 vote ballot answer choice",
    UnitColumn.COUNTS: "计入 是否计入 计票 counts count counted countsforvote",
    UnitColumn.ISSUED: "发出 已发出 送达 已送达 发放 issued delivered",
    UnitColumn.SOURCE: "面积来源 面积依据 来源 areasource source",
}
"""How each column is headed, less case, width, spaces and points."""

NEEDED = (UnitColumn.UNIT, UnitColumn.AREA, UnitColumn.OWNER)

ANSWERS: dict[Answer, str] = {
    Answer.YES: "赞成 同意 是 yes y for 1",
    Answer.NO: "反对 不同意 否 no n against 2",
    Answer.ABSTAIN: "弃权 abstain abstention a 3",
    Answer.INVALID: "废票 无效 无效票 invalid void spoilt 4",
}
"""How an answer is written; the digits are those of the desk."""

SOURCES: dict[AreaSource, str] = {
    AreaSource.REGISTER: "登记 不动产登记 产权证 登记面积 register registered",
    AreaSource.SURVEY: "测绘 实测 测绘面积 survey surveyed",
    AreaSource.CONTRACT: "合同 买卖合同 合同面积 contract",
}

_YES = ("是", "有", "对", "计", "计入", "已发", "发出", "√", "✓", "✔", "yes", "y", "true", "t", "1")
_NO = ("否", "无", "没有", "不", "不计", "不计入", "未发", "×", "✗", "x", "no", "n", "false", "f", "0")
_TOTALS = ("合计", "总计", "小计", "共计", "total", "sum")


def read_units(data: bytes, votes: bool) -> tuple[UnitRow, ...]:
    """The units in a file's bytes, in its order; `votes` where each row says what its paper says.

    UTF-8 with or without its mark, UTF-16 with it, else GB18030; headings in Chinese or English, in any
    order. Nothing is accepted in part. Raises BadUnits.
    """
    read = sheet.read_sheet(data, lambda cells: len(_columns(cells)) if len(_columns(cells)) > 1 else 0)
    if not isinstance(read, sheet.Sheet):
        raise BadUnits(tuple(map(_headless, read)))
    if wrong := list(_header_wrong(read.header, votes)):
        raise BadUnits(tuple(wrong))
    problems: list[Problem | UnitProblem] = list(read.problems)
    rows = list(_rows(read, problems))
    problems += _twice(rows)
    if not rows and not problems:
        problems.append(UnitProblem(read.header[0], UnitFlaw.NO_ROWS))
    if problems:
        raise BadUnits(tuple(sorted(problems, key=lambda problem: problem.line or 0)))
    return tuple(rows)


def _headless(problem: Problem) -> Problem | UnitProblem:
    """Where no heading is known at all, the first that is needed is named."""
    if problem.kind is ProblemKind.NO_HEADER:
        return UnitProblem(problem.line or 1, UnitFlaw.NO_COLUMN, (UnitColumn.UNIT,))
    return problem


def _bare(text: str) -> str:
    """A heading or a code word, less case, width, hidden characters, spaces and points."""
    return re.sub(r"[\s._'’()*:/、\-]", "", same_name(text))


def _column(heading: str) -> UnitColumn | None:
    bare = _bare(heading)
    return next((column for column, words in HEADINGS.items() if bare in words.split()), None)


def _columns(header: Sequence[str]) -> dict[UnitColumn, int]:
    """Where each known column stands; the first of two with one heading."""
    found: dict[UnitColumn, int] = {}
    for place, heading in enumerate(header):
        column = _column(heading)
        if column is not None:
            found.setdefault(column, place)
    return found


def _header_wrong(header: sheet.Cells, votes: bool) -> Iterator[UnitProblem]:
    line, cells = header
    named = list(map(_column, cells))
    for column in (*NEEDED, *[UnitColumn.VOTE] * votes):
        if column not in named:
            yield UnitProblem(line, UnitFlaw.NO_COLUMN, (column,))
    for column in UnitColumn:
        if named.count(column) > 1:
            yield UnitProblem(line, UnitFlaw.HEADER_TWICE, (column,))


def _rows(read: sheet.Sheet, problems: list[Problem | UnitProblem]) -> Iterator[UnitRow]:
    """Every row that can be taken; what is wrong with the others is put among `problems`."""
    columns = _columns(read.header[1])
    wide = len(read.header[1])
    for line, cells in read.rows:
        if len(cells) < wide or any(cell.strip() for cell in cells[wide:]):
            problems.append(UnitProblem(line, UnitFlaw.RAGGED, (len(cells), wide)))
            continue
        texts = {column: cells[place].strip() for column, place in columns.items()}
        wrong = [UnitProblem(line, flaw, facts) for flaw, facts in _wrong(texts)]
        problems += wrong
        if not wrong:
            yield _unit(line, texts)


def _unit(line: int, texts: Mapping[UnitColumn, str]) -> UnitRow:
    issued = texts.get(UnitColumn.ISSUED)
    return UnitRow(
        line=line,
        unit=texts[UnitColumn.UNIT],
        area=parse_area(texts[UnitColumn.AREA]),
        owner=texts[UnitColumn.OWNER],
        counts=_bare(texts.get(UnitColumn.COUNTS, "")) not in _NO,
        vote=_known(ANSWERS, texts.get(UnitColumn.VOTE, "")),
        issued=None if issued is None else _bare(issued) in _YES,
        source=_known(SOURCES, texts.get(UnitColumn.SOURCE, "")) or AreaSource.REGISTER,
    )


def _known(words: Mapping[T, str], typed: str) -> T | None:
    """Which of `words` is meant; None for none of them."""
    bare = _bare(typed)
    return next((each for each, known in words.items() if bare in known.split()), None)


def _wrong(texts: Mapping[UnitColumn, str]) -> Iterator[tuple[UnitFlaw, tuple[str | int, ...]]]:
    """Everything wrong with one unit's cells, each with its facts."""
    if (total := texts[UnitColumn.UNIT]) and _bare(total) in _TOTALS:
        yield UnitFlaw.NOT_A_UNIT, (total,)
        return
    for column, text in texts.items():
        yield from _wrong_text(column, text)
    yield from _wrong_area(texts[UnitColumn.AREA])
    vote = texts.get(UnitColumn.VOTE, "")
    if vote and _known(ANSWERS, vote) is None:
        yield UnitFlaw.BAD_VOTE, (begins(vote),)
    for column in (UnitColumn.COUNTS, UnitColumn.ISSUED):
        if (mark := texts.get(column, "")) and _bare(mark) not in (*_YES, *_NO):
            yield UnitFlaw.BAD_MARK, (column, begins(mark))
    source = texts.get(UnitColumn.SOURCE, "")
    if source and _known(SOURCES, source) is None:
        yield UnitFlaw.BAD_SOURCE, (begins(source),)
    if vote and UnitColumn.ISSUED in texts and _bare(texts[UnitColumn.ISSUED]) not in _YES:
        yield UnitFlaw.NOT_ISSUED, ()


def _wrong_text(column: UnitColumn, text: str) -> Iterator[tuple[UnitFlaw, tuple[str | int, ...]]]:
    if not text and column in NEEDED:
        yield UnitFlaw.EMPTY_CELL, (column,)
    if len(text) > MOST_LETTERS:
        yield UnitFlaw.TOO_LONG, (column, len(text), MOST_LETTERS)
    hidden = next((char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")), "")
    if hidden:
        yield UnitFlaw.HIDDEN, (column, f"U+{ord(hidden):04X}")


def _wrong_area(text: str) -> Iterator[tuple[UnitFlaw, tuple[str | int, ...]]]:
    """A floor area is above nought, and never rounded."""
    if not text:
        return
    try:
        area = parse_area(text)
    except BadArea:
        area = 0
    if not area:
        yield UnitFlaw.BAD_AREA, (begins(text),)


def _twice(rows: Sequence[UnitRow]) -> Iterator[UnitProblem]:
    first: dict[str, int] = {}
    for row in rows:
        line = first.setdefault(same_name(row.unit), row.line)
        if line != row.line:
            yield UnitProblem(row.line, UnitFlaw.UNIT_TWICE, (row.unit, line))
