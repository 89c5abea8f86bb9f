"""Lines of text as wide as they are shown: Chinese by its rules of line breaking (5-papers.md 5.4).

One pass: the text is cut into tokens, tokens that may not be parted are put together, and the
lines are filled. A forbidden mark carries the character before it down with it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

NOT_FIRST = frozenset(
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞！＂％＇），．：；？］｀｜｝～￠々ー"
)
"""What may not begin a line."""
_NOT_FIRST = "".join(sorted(NOT_FIRST))
NOT_LAST = frozenset("$([{£¥·‘“〈《「『【〔〖〝（［｛￡￥＄")
"""What may not end a line; without the full stop of the published set, which ends sentences."""

_MARKS = (
    r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
    r"\U000e0100-\U000e01ef"
)
_PLAIN = r"\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff"
"""Characters of which any two may be parted, all of them wide."""
_IDEOGRAPHS = (
    rf"{_PLAIN}\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3040-\u31ff\u3220-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
    r"\U00016fe0-\U0001b2ff\U00020000-\U0003fffd"
)
_WIDE = r"\u3001-\u3004\u3008-\u3020\u3030-\u303f\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
_PICTURES = r"\u231a\u231b\u23e9-\u23f3\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff"
_DOUBTFUL = r"\u2014\u2015\u2016\u2018\u2019\u201c\u201d\u2026\u00b7\u2460-\u24ff\u2190-\u21ff\u25a0-\u25ff"
_SPACE = r" \u2002-\u200a\u3000\t"
_OTHER = rf"[^{_SPACE}{_IDEOGRAPHS}{_WIDE}{_PICTURES}{_DOUBTFUL}{_MARKS}]"

_TOKEN = (
    rf"[{_SPACE}]+"
    rf"|\d+\u5e74(?:\d+\u6708(?:\d+\u65e5)?)?|\d+\u6708\d+\u65e5"  # a date
    rf"|\u7b2c?\d+(?:[.,:]\d+)*[{_IDEOGRAPHS}][{_MARKS}]*"  # a number and what it counts
    r"|\d[\d:.]*\u2014\d[\d:.]*"  # from one hour to another
    r"|\u2014\u2014|\u2026\u2026"
    r"|\uff08[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u53410-9]{1,3}\uff09"  # a part's number
    r"|[(\[{]+"  # whatever they hold, a name among it, is a token of its own
    rf"|{_OTHER}[{_MARKS}]*(?:[\u2019\u00b7]?{_OTHER}[{_MARKS}]*)*"  # a word, a code
    rf"|[\U0001f1e6-\U0001f1ff]{{2}}"
    rf"|[{_PICTURES}][{_MARKS}\U0001f3fb-\U0001f3ff]*(?:\u200d[{_PICTURES}][{_MARKS}\U0001f3fb-\U0001f3ff]*)*"
    rf"|.[{_MARKS}]*[\u3001\u3002\uff0c\uff1a\uff1b\uff09]*"
)
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2}-)(?=[^\W\d_]{2})")
_LATIN = re.compile(r"[ -~\u00c0-\u024f]+")
_SPACES = frozenset(" \t\u3000" + "".join(map(chr, range(0x2002, 0x200B))))


@lru_cache(maxsize=64)
def _tokens(names: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern that cuts a text up, with these names kept whole.

    A run of plain characters is one token, the first group: all but its last, which may carry a mark.
    """
    longest = sorted((name for name in names if name.strip()), key=len, reverse=True)
    whole = [
        rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])" if _LATIN.fullmatch(name) else re.escape(name)
        for name in longest
    ]
    begin = re.escape("".join(sorted({name[0] for name in longest})))
    run = rf"((?:(?![\u7b2c{begin}])[{_PLAIN}])+)(?=[{_PLAIN}])"
    return re.compile(f"{run}|({'|'.join([*whole, _TOKEN])})", re.DOTALL)


@lru_cache(maxsize=65_536)
def columns(text: str, ambiguous: int = 2) -> int:
    """How wide a text is shown. A doubtful character counts `ambiguous`: 2 on paper, 1 on most screens."""
    return sum(_cluster_width(cluster, ambiguous) for cluster in clusters(text))


def clusters(text: str) -> Iterator[str]:
    """The characters as a reader counts them: with their marks, joined pictures and flags whole."""
    whole = ""
    for char in text:
        if whole and _continues(whole, char):
            whole += char
            continue
        if whole:
            yield whole
        whole = char
    if whole:
        yield whole


def _continues(whole: str, char: str) -> bool:
    if char.isascii():
        return False
    if (
        unicodedata.category(char) in {"Mn", "Me", "Mc"}
        or char == "\u200d"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
    ):
        return True
    if whole[-1] == "\u200d":
        return unicodedata.category(char) == "So"
    flag = "\U0001f1e6" <= char <= "\U0001f1ff"
    return flag and len(whole) == 1 and "\U0001f1e6" <= whole <= "\U0001f1ff"


@lru_cache(maxsize=16_384)
def _cluster_width(cluster: str, ambiguous: int) -> int:
    first = cluster[0]
    if unicodedata.combining(first) or unicodedata.category(first) in {"Mn", "Me", "Cf"}:
        return 0
    if "\ufe0f" in cluster or "\U0001f1e6" <= first <= "\U0001f1ff":
        return 2
    kind = unicodedata.east_asian_width(first)
    return 2 if kind in "WF" else ambiguous if kind == "A" else 1


def wrap(text: str, width: int, first: int = 0, names: tuple[str, ...] = ()) -> list[str]:
    """A text in lines at most `width` wide, the first of them shorter by `first`; one line at least.

    Spaces at a break go with it. `names` are not parted unless one alone is wider than a line.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        filled = _accompanied(_fill(_parts(line, names), width if lines else width - first, width), width)
        lines += [_joined(parts) for parts in filled]
    return lines


_Part = tuple[str, str, bool]
"""The space before it; what no line break may part; or else plain characters that any break may part."""


def _joined(line: list[_Part]) -> str:
    """A line's text: the space before its first part went with the break."""
    return "".join([space + part for space, part, _loose in line]).removeprefix(line[0][0]) if line else ""


def _fill(parts: Iterator[_Part], room: int, width: int) -> list[list[_Part]]:
    """As much into each line as fits; a part wider than a line is cut."""
    lines: list[list[_Part]] = [[]]
    used = 0
    for space, part, loose in parts:
        gap = columns(space) if space and lines[-1] else 0
        wide = 2 * len(part) if loose else columns(part)
        if used + gap + wide <= room:
            lines[-1].append((space, part, loose))
            used += gap + wide
        elif loose:
            used = _pour(lines, (space, part), room - used - gap, width)
            room = width if len(lines) > 1 else room
        else:
            if lines[-1]:
                lines.append([])
                room = width
            *cut, part = _cut(part, room, width) if wide > room else [part]
            lines[-1:] = [
                [(space if not place else "", piece, False)] for place, piece in enumerate([*cut, part])
            ]
            used = columns(part)
            room = width if cut else room
    return lines


def _pour(lines: list[list[_Part]], run: tuple[str, str], room: int, width: int) -> int:
    """Plain characters into what is left of a line and as many more as it takes; how full the last is."""
    space, part = run
    fits = room // 2
    if fits > 0:
        lines[-1].append((space, part[:fits], True))
        part = part[fits:]
    step = max(1, width // 2)
    for at in range(0, len(part), step):
        lines.append([("" if at or fits > 0 else space, part[at : at + step], True)])
    return 2 * len(lines[-1][-1][1])


def _cut(part: str, room: int, width: int) -> list[str]:
    """A part too wide for any line, in pieces that fit: a name of a hundred characters, an address."""
    pieces, used = [""], 0
    for cluster in clusters(part):
        wide = _cluster_width(cluster, 2)
        if used + wide > room and pieces[-1]:
            pieces.append("")
            used, room = 0, width
        pieces[-1] += cluster
        used += wide
    return pieces


def _accompanied(lines: list[list[_Part]], width: int) -> list[list[_Part]]:
    """No character stands alone in the last line: what was before it comes down."""
    if len(lines) < 2 or len(lines[-1]) != 1 or not lines[-2]:
        return lines
    apart, lone, _loose = lines[-1][0]
    space, before, loose = lines[-2][-1]
    stays = before[:-1] if loose else ""
    down = before[len(stays) :]
    if len(lone.rstrip(_NOT_FIRST)) != 1 or columns(down + apart + lone) > width:
        return lines
    kept = [*lines[-2][:-1], (space, stays, loose)] if stays else lines[-2][:-1]
    return (
        [*lines[:-2], kept, [("" if stays else space, down, False), (apart, lone, False)]] if kept else lines
    )


def _parts(text: str, names: tuple[str, ...]) -> Iterator[_Part]:
    """Tokens put together where no line may break."""
    before, whole = "", ""
    for space, token, loose in _pieces(text, names):
        if whole and (token[0] in NOT_FIRST or whole[-1] in NOT_LAST):
            bound, token = (token[0], token[1:]) if loose else (token, "")
            whole += space + bound
            space = ""
            if not token:
                continue
        if whole:
            yield before, whole, False
        if loose:
            yield space, token, True
        before, whole = ("", "") if loose else (space, token)
    if whole:
        yield before, whole, False


def _pieces(text: str, names: tuple[str, ...]) -> Iterator[_Part]:
    """Every token with the space before it; a compound word in its parts."""
    space = ""
    for run, token in _tokens(names).findall(text):
        if run:
            yield space, run, True
        elif token[0] in _SPACES:
            space = token
            continue
        elif "-" in token:
            first, *more = _HYPHEN.split(token)
            yield space, first, False
            yield from (("", each, False) for each in more)
        else:
            yield space, token, False
        space = ""
