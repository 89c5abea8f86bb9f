"""BLT: ranked ballot papers, one kind of paper a line.

    3 2             three candidates, two seats
    -2              candidate 2 has withdrawn
    4 1 3 0         four papers: 1 first, then 3
    1 3 1=2 0       one paper: 3 first, then 1 and 2 equal
    0               end of the papers
    "Wang Jun"      a name for each candidate, then a title

`#` begins a comment. Only names, title and comments may hold anything but ASCII.
"""

import codecs
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from council_tui.domain.plain import begins
from council_tui.domain.tally.flaws import BadBallots, Flaw
from council_tui.domain.tally.model import Rank, Ranked, Ranking
from council_tui.intake import ballots

MOST_CANDIDATES = 300


class _Ranks(dict[bytes, Rank]):
    """What stands for a place on a paper, `3` or `1=2`; each is made once, when it is first met."""

    def __init__(self, candidates: int, equal: bool):
        super().__init__((b"%d" % each, (each,)) for each in range(1, candidates + 1))
        self.candidates = candidates
        self.equal = equal

    def __missing__(self, word: bytes) -> Rank:
        parts = word.split(b"=")
        for part in parts:
            if not re.fullmatch(rb"[1-9][0-9]{0,5}", part) or int(part) > self.candidates:
                raise BadBallots(Flaw.NO_SUCH_CANDIDATE, (_shown(word), self.candidates))
        if len(parts) > 1 and not self.equal:
            raise BadBallots(Flaw.EQUAL_RANKS)
        rank = self[word] = tuple(sorted({int(part) for part in parts}))
        return rank


class _Numbers(dict[bytes, int]):
    """How many papers a line stands for, by its first word; each is read once."""

    def __missing__(self, word: bytes) -> int:
        if not word.isdigit() or len(word) > ballots.MOST_DIGITS or not int(word):
            raise BadBallots(Flaw.NO_WEIGHT, (_shown(word),))
        number = self[word] = int(word)
        return number


def read(data: bytes, equal: bool) -> Ranked:
    """The papers of a BLT file; `equal` where several candidates may share a place. Raises BadBallots."""
    data = _lines(data)
    start, candidates, seats = _header(data)
    start, withdrawn = _withdrawn(data, start, candidates)
    end = _end(data, start)
    papers = _papers(data, start, end, _Ranks(candidates, equal))
    named, title = _named(data, end, candidates)
    return Ranked(named, papers, withdrawn, seats, title, data.find(b"=", start, end) >= 0)


def _lines(data: bytes) -> bytes:
    """The file with `\\n` at the end of each line and without a mark of its encoding. Raises BadBallots."""
    if len(data) > ballots.MOST_BYTES:
        raise BadBallots(Flaw.TOO_BIG, (len(data), ballots.MOST_BYTES))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = ballots.text_of(data).encode()
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"\0" in data:
        raise BadBallots(Flaw.NOT_TEXT, (), _line(data, data.index(b"\0")))
    if not data.strip():
        raise BadBallots(Flaw.EMPTY)
    return data if data.endswith(b"\n") else data + b"\n"


def _line(data: bytes, place: int) -> int:
    return data.count(b"\n", 0, place) + 1


def _shown(text: bytes) -> str:
    return begins(text[:400].decode("utf-8", "replace").strip())


def _bare(line: bytes) -> bytes:
    """A line without its comment."""
    return line.split(b"#", 1)[0].strip()


def _said(data: bytes, start: int) -> Iterator[tuple[int, int, bytes]]:
    """Where each line that says something begins and ends, from a place on, and what it says."""
    while start < len(data):
        end = data.index(b"\n", start) + 1
        if said := _bare(data[start:end]):
            yield start, end, said
        start = end


def _header(data: bytes) -> tuple[int, int, int]:
    """Where the first line ends, the number of candidates, and of seats."""
    for start, end, said in _said(data, 0):
        if not re.fullmatch(rb"[0-9]{1,6}\s+[0-9]{1,6}", said):
            raise BadBallots(Flaw.NO_HEADER, (_shown(said),), _line(data, start))
        candidates, seats = map(int, said.split())
        if not 1 <= candidates <= MOST_CANDIDATES:
            facts = (candidates, MOST_CANDIDATES)
            raise BadBallots(Flaw.TOO_MANY_CANDIDATES, facts, _line(data, start))
        if not 1 <= seats <= candidates:
            raise BadBallots(Flaw.BAD_SEATS, (seats, candidates), _line(data, start))
        return end, candidates, seats
    raise BadBallots(Flaw.EMPTY)


def _withdrawn(data: bytes, start: int, candidates: int) -> tuple[int, frozenset[int]]:
    """Where the papers begin, and who withdrew."""
    found: set[int] = set()
    for begin, end, said in _said(data, start):
        if not said.startswith(b"-"):
            return begin, frozenset(found)
        for word in said.split():
            if not re.fullmatch(rb"-[1-9][0-9]{0,5}", word) or -int(word) > candidates:
                raise BadBallots(Flaw.BAD_WITHDRAWN, (_shown(word), candidates), _line(data, begin))
            found.add(-int(word))
        start = end
    return start, frozenset(found)


def _end(data: bytes, start: int) -> int:
    """Where the line begins that ends the papers: the last that says nothing but `0`."""
    at = len(data)
    while (at := data.rfind(b"\n0", start - 1, at)) >= 0:
        if _bare(data[at + 1 : data.index(b"\n", at + 1)]) == b"0":
            return at + 1
    found = re.search(rb"^[ \t]+0[ \t]*(?:#.*)?$", data[start:], re.MULTILINE)
    if found is None:
        raise BadBallots(Flaw.NO_END, (), _line(data, len(data)) - 1)
    return start + found.start()


def _papers(data: bytes, start: int, end: int, ranks: _Ranks) -> dict[Ranking, int]:
    """The papers between two places, those with the same preferences together."""
    part = data[start:end]
    lines: Iterable[bytes] = io.BytesIO(part)
    counted = Counter(map(_bare, lines) if b"#" in part else lines)
    equal, find, numbers = b"=" in part, ranks.__getitem__, _Numbers()
    papers: dict[Ranking, int] = {}
    raw = b""
    try:
        for raw, times in counted.items():
            words = raw.split()
            if not words:
                continue
            ranking = tuple(map(find, words[1:-1]))
            if equal or words[-1] != b"0" or len(set(ranking)) != len(words) - 2:
                _check(raw, words, ranking)
            papers[ranking] = papers.get(ranking, 0) + numbers[words[0]] * times
    except BadBallots as refused:
        before = next(at for at, line in enumerate(part.split(b"\n")) if _bare(line) == _bare(raw))
        refused.line = _line(data, start) + before
        raise
    return papers


def _check(raw: bytes, words: list[bytes], ranking: Ranking) -> None:
    """Refuse a paper that does not end, or names somebody twice."""
    if words[-1] != b"0" or len(words) < 2:
        raise BadBallots(Flaw.NO_ZERO, (_shown(raw),))
    _once(ranking)


def _once(ranking: Ranking) -> None:
    """Refuse a paper that names somebody twice."""
    seen: set[int] = set()
    for each in (each for rank in ranking for each in rank):
        if each in seen:
            raise BadBallots(Flaw.TWICE, (each,))
        seen.add(each)


def _named(data: bytes, end: int, candidates: int) -> tuple[tuple[str, ...], str]:
    """The candidates' names and the title, below the line that ends the papers."""
    first = data.index(b"\n", end) + 1
    before = _line(data, first) - 1
    text = ballots.text_of(data[first:], before) if data[first:].strip() else ""
    lines = [(before + number, line.strip()) for number, line in enumerate(text.split("\n"), 1)]
    said = [(number, line) for number, line in lines if line and not line.startswith("#")]
    if len(said) < candidates:
        raise BadBallots(Flaw.NO_NAMES, (len(said), candidates), before + len(lines) - 1)
    if len(said) > candidates + 1:
        number, line = said[candidates + 1]
        raise BadBallots(Flaw.AFTER_NAMES, (begins(line),), number)
    quoted = [(number, _unquoted(number, line)) for number, line in said[:candidates]]
    titles = [ballots.harmless(number, line.strip('"')) for number, line in said[candidates:]]
    return ballots.names(quoted, MOST_CANDIDATES), "".join(titles)


def _unquoted(number: int, line: str) -> str:
    found = re.fullmatch(r'"(.*)"\s*(?:#[^"]*)?', line)
    if found is None:
        raise BadBallots(Flaw.BAD_NAME, (begins(line),), number)
    return found[1].replace('""', '"')
