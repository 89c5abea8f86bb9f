"""A roster file: its bytes to rows, or everything that is wrong with it. Nothing is accepted in part."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from council_tui.domain.parties import Party
from council_tui.domain.roster import (
    Category,
    Column,
    Problem,
    ProblemKind,
    Roster,
    RosterRow,
    same_name,
    skeleton,
)
from council_tui.intake import sheet

MOST_LETTERS = {
    Column.NAME: 100,
    Column.LATIN: 100,
    Column.CATEGORY: 100,
    Column.TITLE: 200,
    Column.PHONE: 40,
    Column.SEAT: 20,
    Column.VOTES: 20,
    Column.PARTY: 60,
}
"""The longest text each column takes, in characters."""
MOST_SEAT = 9_999

HEADINGS: dict[Column, str] = {
    Column.NAME: "姓名 名字 成员 成员姓名 委员 name fullname member",
    Column.SEAT: "座号 座位号 座次 席位 席号 序号 编号 号 seat seatno seatnumber no number #",
    Column.CATEGORY: "身份 类别 成员类别 身份类别 界别 category kind group",
    Column.VOTES: "表决权 有表决权 有无表决权 是否有表决权 投票权 votes vote voting votingright",
    Column.PHONE: "电话 手机 手机号 手机号码 电话号码 联系电话 联系方式 phone mobile telephone tel",
    Column.LATIN: "拼音 拉丁名 姓名拼音 英文名 latin latinname pinyin romanised",
    Column.TITLE: "职务 职位 头衔 title post position",
    Column.PARTY: "方 所属方 代表方 参会方 哪一方 party side",
}
"""How each column is headed, less case, width, spaces and points."""

CATEGORIES: dict[Category, str] = {
    Category.COMMUNITY_WORKER: "社区工作人员 社区工作者 communityworker",
    Category.SERVING_CADRE: "在职党员干部 辖区在职党员干部 在职干部 servingcadre servingpartymemberorcadre",
    Category.PARTY_DELEGATE: "党代表 partydelegate partycongressdelegate",
    Category.PC_DEPUTY: "人大代表 peoplescongressdeputy deputy",
    Category.CPPCC_MEMBER: "政协委员 cppccmember",
    Category.SENIOR_PARTY: "老党员 seniorpartymember",
    Category.SENIOR_CADRE: "老干部 seniorcadre retiredcadre",
    Category.SENIOR_TEACHER: "老教师 seniorteacher retiredteacher",
    Category.VETERAN: "退役军人 退伍军人 veteran",
    Category.RESIDENT_REP: "居民代表 residentsrepresentative residentrepresentative resident",
    Category.BUILDING_HEAD: "楼栋长 楼长 buildinghead",
    Category.GRID_WORKER: "网格员 专职网格员 gridworker",
    Category.PROPERTY_STEWARD: "红色管家 物业管家 propertysteward steward",
    Category.OWNER: "业主 业主代表 owner homeowner",
    Category.PARTNER_ORG: "共建单位 驻地单位 驻区单位 partnerorganisation partnerorganization",
    Category.OTHER: "其他 其它 other",
}
"""How each category is written in files, less case, width, spaces and points; its code is understood too."""

PARTIES: dict[Party, str] = {
    Party.COMMUNITY: "社区 社区方 社区居委会 居委会 thecommunity",
    Party.PROPERTY: "物业 物业方 物业公司 物业企业 propertycompany thepropertycompany",
    Party.OWNERS: "业主 业主方 业主委员会 业委会 theowners",
}
"""How the parties of the usual joint meeting are written, in the same way."""

_YES = ("是", "有", "对", "有表决权", "√", "✓", "✔", "yes", "y", "true", "t", "1")
_NO = ("否", "无", "没有", "不", "无表决权", "列席", "×", "✗", "x", "no", "n", "false", "f", "0")
_TOTALS = ("合计", "总计", "小计", "共计", "total", "sum")
_SPOILT = re.compile(r"\d(\.\d*)?e\+?\d+|\d{5,}\.0*", re.IGNORECASE)
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PADDED = re.compile(rf"[{_HAN}][^\S\r\n]+[{_HAN}]")
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def read_roster(data: bytes) -> Roster | list[Problem]:
    """The roster in a file's bytes, or all its problems in the order of the lines.

    UTF-8 with or without its mark, UTF-16 with it, else GB18030; `,` `;` tab or `，` between the cells;
    headings in Chinese or English, in any order.
    """
    read = sheet.read_sheet(data, lambda cells: len(_columns(cells)) if Column.NAME in _columns(cells) else 0)
    if not isinstance(read, sheet.Sheet):
        return read
    columns = _columns(read.header[1])
    wide = len(read.header[1])
    problems = [*_header_problems(read.header), *read.problems]
    rows = []
    for line, cells in read.rows:
        if len(cells) < wide or any(cell.strip() for cell in cells[wide:]):
            problems.append(Problem(line, ProblemKind.RAGGED, (len(cells), wide)))
            continue
        texts = {column: _clean(column, cells[place]) for column, place in columns.items()}
        problems += [Problem(line, kind, facts) for kind, facts in _wrong(texts)]
        rows.append(_person(line, texts))
    doubts = [*_twins(rows), *_look_alikes(rows), *_unreadable(rows), *_unused(read.header)]
    problems += [doubt for doubt in doubts if doubt.kind not in _WARNINGS]
    if not rows and not problems:
        problems.append(Problem(read.header[0], ProblemKind.NO_ROWS))
    if problems:
        return sorted(problems, key=lambda problem: problem.line or 0)
    warnings = tuple(sorted(doubts, key=lambda doubt: doubt.line or 0))
    return Roster(tuple(rows), read.encoding, read.delimiter, warnings)


_WARNINGS = (
    ProblemKind.SAME_NAME,
    ProblemKind.LOOK_ALIKE,
    ProblemKind.UNREADABLE,
    ProblemKind.UNUSED_COLUMN,
)


def _bare(text: str) -> str:
    """A heading or a code word, less case, width, hidden characters, spaces and points."""
    return re.sub(r"[\s._'’()*:/、\-]", "", same_name(text))


def _columns(header: Sequence[str]) -> dict[Column, int]:
    """Where each known column stands; the first of two with one heading."""
    found: dict[Column, int] = {}
    for place, heading in enumerate(header):
        column = _column(heading)
        if column is not None:
            found.setdefault(column, place)
    return found


def _column(heading: str) -> Column | None:
    bare = _bare(heading)
    return next((column for column, words in HEADINGS.items() if bare in words.split()), None)


def _header_problems(header: sheet.Cells) -> list[Problem]:
    line, cells = header
    named = [column for column in map(_column, cells) if column is not None]
    return [
        Problem(line, ProblemKind.HEADER_TWICE, (column,)) for column in Column if named.count(column) > 1
    ]


def _unused(header: sheet.Cells) -> list[Problem]:
    line, cells = header
    return [
        Problem(line, ProblemKind.UNUSED_COLUMN, (cell.strip(),))
        for cell in cells
        if cell.strip() and not _column(cell)
    ]


def _person(line: int, texts: Mapping[Column, str]) -> RosterRow:
    """One person as their cells say; what is wrong with these is reported beside."""
    seat = texts.get(Column.SEAT, "")
    return RosterRow(
        seat=_seat(seat) if seat else None,
        name=texts[Column.NAME],
        category=_category(texts.get(Column.CATEGORY, "")),
        votes=_bare(texts.get(Column.VOTES, "")) not in _NO,
        phone=texts.get(Column.PHONE) or None,
        latin=texts.get(Column.LATIN) or None,
        title=texts.get(Column.TITLE) or None,
        party=party_of(texts.get(Column.PARTY, "")) or None,
        line=line,
        said=frozenset(column for column, text in texts.items() if text),
    )


def _clean(column: Column, cell: str) -> str:
    """A cell without the spaces around it; a short Chinese name without the one that aligns it (`周　敏`)."""
    text = cell.strip()
    if column is Column.NAME:
        return text[0] + text[-1] if _PADDED.fullmatch(text) else text
    if column is Column.PHONE:
        return unicodedata.normalize("NFKC", text).removeprefix("'")
    return text


def _wrong(texts: Mapping[Column, str]) -> Iterator[tuple[ProblemKind, tuple[str | int, ...]]]:
    """Everything wrong with one person's cells, each with its facts."""
    for column, text in texts.items():
        yield from _wrong_text(column, text)
    name = texts[Column.NAME]
    seat, votes, phone = (texts.get(column, "") for column in (Column.SEAT, Column.VOTES, Column.PHONE))
    if not name:
        yield ProblemKind.NO_NAME, ()
    if total := next((text for text in (name, seat) if _bare(text) in _TOTALS), ""):
        yield ProblemKind.NOT_A_PERSON, (total,)
    elif seat and _seat(seat) is None:
        yield ProblemKind.BAD_SEAT, (seat,)
    if votes and _bare(votes) not in (*_YES, *_NO):
        yield ProblemKind.BAD_VOTES, (votes,)
    if _SPOILT.fullmatch(phone):
        yield ProblemKind.SPOILT_PHONE, (phone,)


def _wrong_text(column: Column, text: str) -> Iterator[tuple[ProblemKind, tuple[str | int, ...]]]:
    if len(text) > MOST_LETTERS[column]:
        yield ProblemKind.TOO_LONG, (column, len(text), MOST_LETTERS[column])
    if "\n" in text:
        yield ProblemKind.LINE_BREAK, (column,)
    hidden = _first_hidden(text.replace("\n", ""))
    if hidden is not None:
        yield ProblemKind.HIDDEN, (column, f"U+{ord(hidden):04X}")


def _first_hidden(text: str) -> str | None:
    """The first character that cannot be seen, or reorders what is seen; None for an honest text.

    Joiners stand within Persian and Indic names and emoji, variation selectors after a Chinese
    character or a symbol: there they are part of the spelling.
    """
    for before, char in zip("\0" + text, text, strict=False):
        if char in "\u200c\u200d" and _joins(before):
            continue
        if "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
            if before < "\u2000":
                return char
        elif char in _UNSEEN or unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            return char
    return None


def _joins(before: str) -> bool:
    return "\u0600" <= before < "\u1100" or before == "\ufe0f" or before >= "\U0001f000"


def _seat(typed: str) -> int | None:
    """A seat number of 1 to `MOST_SEAT`: `12`, `１２`, `12号`."""
    found = re.fullmatch(r"0*([1-9]\d{0,3})号?", unicodedata.normalize("NFKC", typed), re.ASCII)
    return int(found[1]) if found else None


def _category(typed: str) -> str:
    """The known category meant, else the text as typed; `other` for nothing typed."""
    if not typed:
        return Category.OTHER
    bare = _bare(typed)
    known = (code for code, words in CATEGORIES.items() if bare in words.split() or bare == _bare(code))
    return next(known, typed)


def party_of(typed: str) -> str:
    """The known party meant, else the text as typed."""
    bare = _bare(typed)
    known = (code for code, words in PARTIES.items() if bare in words.split() or bare == _bare(code))
    return next(known, typed.strip())


def _twins(rows: Sequence[RosterRow]) -> Iterator[Problem]:
    """Seats given twice; names given twice, a mere warning where both have a seat of their own."""
    seats: dict[int, RosterRow] = {}
    names: dict[str, RosterRow] = {}
    for row in (row for row in rows if row.name):
        first = seats.setdefault(row.seat, row) if row.seat is not None else row
        if first is not row:
            yield Problem(row.line, ProblemKind.SEAT_TWICE, (row.seat or 0, first.line))
        other = names.setdefault(same_name(row.name), row)
        if other is not row:
            apart = row.seat is not None and other.seat is not None and row.seat != other.seat
            kind = ProblemKind.SAME_NAME if apart else ProblemKind.NAME_TWICE
            yield Problem(row.line, kind, (row.name, other.line))


def _look_alikes(rows: Sequence[RosterRow]) -> Iterator[Problem]:
    seen: dict[str, RosterRow] = {}
    for row in rows:
        other = seen.setdefault(skeleton(row.name), row)
        if same_name(other.name) != same_name(row.name):
            yield Problem(row.line, ProblemKind.LOOK_ALIKE, (row.name, other.name, other.line))


def _unreadable(rows: Sequence[RosterRow]) -> Iterator[Problem]:
    """Names with a character lost on the way (U+FFFD) or known to one computer only (private use)."""
    for row in rows:
        for char in row.name:
            if char == "\ufffd" or unicodedata.category(char) == "Co":
                yield Problem(row.line, ProblemKind.UNREADABLE, (Column.NAME, f"U+{ord(char):04X}"))
                break
