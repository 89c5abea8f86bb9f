"""An exported paper as a reader takes it in, by rows and columns of cells. Knows nothing of the exporter."""

import re
from collections.abc import Sequence

from wcwidth import wcswidth


def section(text: str, first: str, then: str = "") -> str:
    """The lines from one that begins with `first` up to one that begins with `then`, or to the end."""
    lines = text.splitlines()
    begin = _line(lines, first, 0)
    end = _line(lines, then, begin + 1) if then else len(lines)
    return "\n".join(lines[begin:end])


def _line(lines: Sequence[str], wanted: str, after: int) -> int:
    for number, line in enumerate(lines[after:], after):
        if line.lstrip().startswith(wanted):
            return number
    raise AssertionError(f"No line begins with {wanted!r}:\n" + "\n".join(lines))


def labelled(text: str, label: str) -> str:
    """What stands behind a label at the left edge, with the lines that go on below it."""
    lines = text.splitlines()
    begin = next((n for n, line in enumerate(lines) if line.startswith(label)), None)
    assert begin is not None, f"Nobody is labelled {label!r}:\n{text}"
    words = [lines[begin][len(label) :].strip()]
    for line in lines[begin + 1 :]:
        if not line.startswith("    ") or not line.strip():
            break
        words.append(line.strip())
    return "\n".join(words)


def run_on(text: str, *, spaced: bool = False) -> str:
    """A wrapped text as one line: Chinese lines join as they are, English ones with a space."""
    return (" " if spaced else "").join(line.strip() for line in text.splitlines())


def table(text: str, *headings: str, spaced: bool = False) -> list[tuple[str, ...]]:
    """The rows under a line of headings, each cell under its own heading; several lines of a cell joined.

    They join as in `run_on`. A cell is under a heading when it begins where the heading begins, or
    ends where it ends.
    """
    lines = text.splitlines()
    top = next((n for n, line in enumerate(lines) if _words(line) == list(headings)), None)
    assert top is not None, f"No line has the headings {headings}:\n{text}"
    assert set(lines[top + 1].strip()) == {"-"}
    edges = [(begin, end) for begin, end, _word in _cells(lines[top])]
    rows: list[tuple[str, ...]] = []
    for line in lines[top + 2 :]:
        if not line.strip():
            break
        found = _under(line, edges)
        if found[0]:
            rows.append(found)
        else:
            joint = zip(rows[-1], found, strict=True)
            rows[-1] = tuple((" " if spaced and more else "").join([above, more]) for above, more in joint)
    return rows


def _under(line: str, edges: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    found = [""] * len(edges)
    for begin, end, word in _cells(line):
        at = [n for n, (left, right) in enumerate(edges) if begin == left or end == right]
        assert len(at) == 1, f"{word!r} stands under no heading: {line!r}"
        found[at[0]] = word
    return tuple(found)


def _words(line: str) -> list[str]:
    return [word for _begin, _end, word in _cells(line)]


def _cells(line: str) -> list[tuple[int, int, str]]:
    """The parts of a line that two blanks or more divide: first cell, cell after the last, text."""
    found, at = [], 0
    for part in re.split(r"( {2,})", line):
        width = wcswidth(part)
        if part.strip():
            lead = len(part) - len(part.lstrip())
            found.append((at + lead, at + width, part.strip()))
        at += width
    return found
