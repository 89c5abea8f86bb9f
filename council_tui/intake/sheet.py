"""A delimited text file from outside, as rows of cells with their line numbers.

It knows encodings, delimiters, quotation marks and limits, and nothing of what the cells mean.
"""

import codecs
import csv
import re
from collections.abc import Callable, Iterator, Sequence

from council_tui.domain.lazily import dataclass
from council_tui.domain.roster import Problem, ProblemKind

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 64
MOST_CHARACTERS = 4_000
MOST_LINE = MOST_COLUMNS * MOST_CHARACTERS
DELIMITERS = (",", ";", "\t", "，")
HEADER_WITHIN = 10
"""The header is looked for in so many rows: lists often have a title above it."""

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x09\x08")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

Cells = tuple[int, list[str]]
"""A row's first line, counted from 1, and its cells."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file that hold anything, as far as they could be read."""

    header: Cells
    rows: tuple[Cells, ...]
    encoding: str
    delimiter: str
    problems: tuple[Problem, ...]
    """Rows that could not be read, or are too long or wide."""


def read_sheet(data: bytes, headers: Callable[[Sequence[str]], int]) -> Sheet | list[Problem]:
    """The sheet in `data`; or, where nothing at all can be read, why.

    `headers` counts the cells of a row that are known headings: the first row with any, under the
    delimiter that shows most, is the header.
    """
    readable = decoded(data)
    if isinstance(readable, Problem):
        return [readable]
    text, encoding = readable
    lines = re.split(r"\r\n|\n|\r", text)
    long = [_overlong(number, line) for number, line in enumerate(lines, 1) if len(line) > MOST_LINE]
    if long:
        return long
    found = max((_header(lines, delimiter, headers) for delimiter in DELIMITERS), key=lambda head: head[0])
    score, header, delimiter = found
    if not score:
        return [Problem(header[0], ProblemKind.NO_HEADER, (" ".join(header[1])[:80],))]
    if wide := _oversized(*header):
        return wide
    rows, problems = _rows(lines, header[0], delimiter)
    return Sheet(header, tuple(rows), encoding, delimiter, tuple(problems))


def decoded(data: bytes, most: int = MOST_BYTES) -> tuple[str, str] | Problem:
    """The text and its encoding: what its mark says, else UTF-8, else GB18030; at most so many bytes."""
    if len(data) > most:
        return Problem(None, ProblemKind.TOO_BIG, (len(data), most))
    if data.startswith(_WORKBOOKS):
        return Problem(None, ProblemKind.WORKBOOK)
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        return Problem(_line_at(data, error.start), ProblemKind.NOT_TEXT)
    if "\0" in text:
        return Problem(_line_at(text.encode(), text.encode().index(0)), ProblemKind.NOT_TEXT)
    if not text.strip():
        return Problem(None, ProblemKind.EMPTY)
    mixed = _utf8_line(data) if encoding == "gb18030" else None
    return (text, encoding) if mixed is None else Problem(mixed, ProblemKind.MIXED_ENCODING)


def _encoding(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith(_UTF16):
        return "utf-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def _line_at(data: bytes, place: int) -> int:
    return len(re.findall(rb"\r\n|\n|\r", data[:place])) + 1


def _utf8_line(data: bytes) -> int | None:
    """The first line that is Chinese in UTF-8 although the file as a whole is not UTF-8.

    GB18030 gives such a line too, as other characters, so nobody would notice.
    """
    for number, line in enumerate(re.split(rb"\r\n|\n|\r", data), 1):
        if not line.isascii() and re.search(rb"[\xe4-\xe9][\x80-\xbf]{2}", line):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                continue
            return number
    return None


def _header(
    lines: Sequence[str], delimiter: str, headers: Callable[[Sequence[str]], int]
) -> tuple[int, Cells, str]:
    """The most known headings in one of the first rows, that row, and the delimiter.

    Without any, the first row that holds anything: it is shown to the person.
    """
    first: Cells | None = None
    for line, cells in _records(lines[: HEADER_WITHIN * 2], 0, delimiter):
        if cells is None or not any(cell.strip() for cell in cells):
            continue
        first = first or (line, cells)
        if score := headers(cells):
            return score, (line, cells), delimiter
    return 0, first or (1, list(lines[:1])), delimiter


def _rows(lines: Sequence[str], after: int, delimiter: str) -> tuple[list[Cells], list[Problem]]:
    """The rows below the header; and what is wrong with those that cannot be taken."""
    rows: list[Cells] = []
    problems = []
    count = 0
    for line, cells in _records(lines, after, delimiter):
        if cells is None:
            problems.append(Problem(line, ProblemKind.QUOTES))
        elif any(cell.strip() for cell in cells):
            count += 1
            wrong = _oversized(line, cells)
            problems += wrong
            if not wrong:
                rows.append((line, cells))
    if count > MOST_ROWS:
        return [], [Problem(None, ProblemKind.TOO_MANY_ROWS, (count, MOST_ROWS))]
    return rows, problems


def _overlong(number: int, line: str) -> Problem:
    """What is wrong with a line longer than any good row; it is not worth taking apart properly."""
    cells = line.split(max(DELIMITERS, key=line.count))
    if len(cells) > MOST_COLUMNS:
        return Problem(number, ProblemKind.TOO_MANY_COLUMNS, (len(cells), MOST_COLUMNS))
    longest = max(range(len(cells)), key=lambda place: len(cells[place]))
    return Problem(number, ProblemKind.CELL_TOO_LONG, (longest + 1, len(cells[longest]), MOST_CHARACTERS))


def _oversized(line: int, cells: Sequence[str]) -> list[Problem]:
    if len(cells) > MOST_COLUMNS:
        return [Problem(line, ProblemKind.TOO_MANY_COLUMNS, (len(cells), MOST_COLUMNS))]
    return [
        Problem(line, ProblemKind.CELL_TOO_LONG, (number, len(cell), MOST_CHARACTERS))
        for number, cell in enumerate(cells, 1)
        if len(cell) > MOST_CHARACTERS
    ]


def _records(lines: Sequence[str], start: int, delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    """Each row with its first line; None for one whose quotation marks do not pair.

    A mark that is never closed would swallow every row below it: reading goes on with the next line,
    so that what else is wrong is still found.
    """
    at = start
    while at < len(lines):
        ahead = (lines[number] + "\n" for number in range(at, len(lines)))
        reader = csv.reader(ahead, delimiter=delimiter, strict=True)
        first = at
        try:
            for cells in reader:
                yield first + 1, cells
                first = at + reader.line_num
        except csv.Error:
            yield first + 1, None
            first += 1
        at = first
