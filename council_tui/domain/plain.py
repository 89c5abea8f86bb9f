"""Text from people, made harmless: what hides, steers a terminal or breaks a line is taken out.

What is cleaned may be kept; what is only shown goes through `visible`, which hides nothing.
A text that is too long is refused and never cut: a cut is a lie.
The patterns are texts that `re` compiles when first used: all of them would cost a start five milliseconds.
"""

import re
import unicodedata

from council_tui.domain.errors import TooLong

_SLACK = 1_000
"""So many characters above twice the limit may be markup of a terminal; more is not looked at."""

_SEQUENCE = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"  # OSC and its like
    r"|\x1b[ -/]*[0-~]"
)
"""What a terminal obeys, whole, so that no `[31m` is left over."""

_BREAK = r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]"

_HIDDEN = (
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f"
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    r"\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff\ud800-\udfff"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
"""Controls, direction marks, what is never seen, what is no character at all."""

_SHAPING = r"[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]"
"""Joiners and selectors: part of the spelling of some scripts, pictures and rare Chinese characters."""

_JOINED = (
    r"[\u00a9\u00ae\u0600-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\u2139-\u2bff\u3030\u303d\u3297\u3299"
    r"\ufb50-\ufdfc\ufe70-\ufefc\U0001f000-\U0001faff\ufe0f]"
)
"""What a joiner stands between: letters of scripts that join, and pictures."""

_SELECTED = r"[#*0-9\u00a9\u00ae\u2010-\u33ff\u3400-\u9fff\uf900-\ufaff\U0001f000-\U0003ffff]"
"""What a selector follows: a picture, a symbol, an ideograph, a key's cap."""

_NOWHERE = r"[\x00\ud800-\udfff]"

_REPEATED = 60
_NAMED = 160
"""So many characters of what was typed does a sentence repeat."""

_CONTROL = (
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb\ud800-\udfff\U000e0001]"
)
"""What a terminal obeys, and what nobody would see."""


def clean_line(text: str, limit: int) -> str:
    """One line of text, harmless; every space and break in it one space. Raises TooLong."""
    _look(text, limit)
    return _fits(" ".join(_harmless(text).split()), limit)


def clean_text(text: str, limit: int) -> str:
    """Text of several lines, harmless; at most one empty line in a row. Raises TooLong."""
    _look(text, limit)
    lines = [" ".join(line.split()) for line in _harmless(text).split("\n")]
    return _fits(re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip("\n"), limit)


def visible(text: str) -> str:
    """`text` as a terminal may have it: controls are shown, not obeyed; line breaks stay."""
    return re.sub(_CONTROL, _shown, text)


def storable(text: str) -> str:
    """`text` as it was typed, without what no file can hold: NUL, and halves of characters."""
    return re.sub(_NOWHERE, "", text)


def begins(text: str) -> str:
    """The beginning of a text, for a sentence that repeats it; what is cut ends in `..`."""
    return visible(text if len(text) <= _REPEATED else text[:_REPEATED] + "..")


def ends(path: object) -> str:
    """The end of a path, for a sentence that names a file; what is cut begins with `..`."""
    text = str(path)
    return visible(text if len(text) <= _NAMED else ".." + text[-_NAMED:])


def _look(text: str, limit: int) -> None:
    """Refuse what is far too long before any work is put into it."""
    if len(text) > 2 * limit + _SLACK:
        _fits(text, limit)


def _fits(text: str, limit: int) -> str:
    if len(text) > limit:
        raise TooLong(visible(text[:10]), limit, len(text))
    return text


def _harmless(text: str) -> str:
    text = re.sub(_BREAK, "\n", re.sub(_SEQUENCE, "", text))
    text = re.sub(_HIDDEN, "", text.replace("\t", " "))
    return unicodedata.normalize("NFC", re.sub(_SHAPING, _needed, text))


def _needed(found: re.Match[str]) -> str:
    """A joiner or selector where spelling needs it, else nothing."""
    mark, text, at = found[0], found.string, found.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in "\u200c\u200d":
        return mark if re.match(_JOINED, before) and re.match(_JOINED, after) else ""
    return mark if re.match(_SELECTED, before) else ""


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == 0x7F:
        return "\u2421"
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"
