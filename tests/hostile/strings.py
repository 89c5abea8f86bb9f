"""Hostile texts by class, and what of them may stand in the record, on a screen, in a file.

The texts are in `strings.json`; those of great length are made here. Nothing here knows the program.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What a terminal would obey, and what is no character; a line feed is judged by whoever asks."""
REORDERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
UNSEEN = re.compile("[\u00ad\u180e\u200b\u2060-\u2064\ufeff\U000e0001]")
FILLER = re.compile("[\u034f\u115f\u1160\u3164]")
"""Blank, but a letter: it may be shown, and stands in no record."""
TAG = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0020-\U000e007f]+")
"""Letters that are never seen, where they spell no flag."""


@dataclass(frozen=True, slots=True)
class Class:
    """Texts that are hostile, or only strange, in one way."""

    name: str
    keep: str
    """`exact`: taken as it is. `show`: taken cleaned. `refuse`: may be refused, with a sentence."""
    texts: tuple[str, ...]


LONG = (
    "a" * 1_000,
    "字" * 1_000,
    "a" * 100_000,
    "字" * 100_000,
    "a " * 50_000,
    "\n" * 10_000,
    "👨\u200d👩\u200d👧\u200d👦" * 10_000,
    "\u200b" * 100_000,
    "[" * 10_000,
    "a" * 65_535 + "b",
    "x" * 79 + "字",
    "(" * 5_000 + ")" * 5_000,
)


def classes() -> tuple[Class, ...]:
    """Every class, the long texts last."""
    read = json.loads(Path(__file__).with_name("strings.json").read_text("utf-8"))
    found = [Class(name, each["keep"], tuple(each["texts"])) for name, each in read.items()]
    return (*found, Class("long", "refuse", LONG))


def every() -> Iterator[tuple[str, str]]:
    """Each text after the name of its class."""
    for each in classes():
        for text in each.texts:
            yield each.name, text


def sample() -> tuple[str, ...]:
    """One text of each class, for the quick run; of the long ones the longest."""
    first = {"csi": 2, "osc": 2, "c1": 1, "markup": 31, "invisible": 1, "emoji": 1, "long": 3, "nul": 0}
    return tuple(each.texts[first.get(each.name, 0)] for each in classes())


MEDLEY = (
    "张\u200b三[/b][@click=app.quit]\x1b[31m\x1b]52;c;QQ==\x07\x9b6n\u202e反对\u2066\x00"
    "👨\u200d👩\u200d👧 e\u0301\ufeff{foo}%s'\n=1+1"
)
"""All that bites in one short text."""


def wrong(text: str, *, lines: bool = True) -> list[str]:
    """What of a text may not be recorded, nor leave the program."""
    found = [f"{name} {ascii(match[0])}" for name, match in _matches(text)]
    if not lines and "\n" in text:
        found.append("a line break")
    if "\t" in text:
        found.append("a tab")
    if not unicodedata.is_normalized("NFC", text):
        found.append("a spelling of its own")
    return found


def steers(text: str) -> list[str]:
    """What of a text that is shown a terminal would obey, or a reader not see."""
    return [each for each in wrong(text) if each.startswith(("control", "reordering", "unseen"))]


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    patterns = {"control": CONTROL, "reordering": REORDERING, "unseen": UNSEEN, "filler": FILLER, "tag": TAG}
    for name, pattern in patterns.items():
        match = pattern.search(text)
        if match:
            yield name, match


def kept(text: str) -> str:
    """A harmless text as one line of the record has it."""
    return unicodedata.normalize("NFC", " ".join(text.split()))
