"""The one rule for finding somebody by what was typed; the pinyin keys come from `intake.pinyin`."""

import unicodedata
from collections.abc import Iterable


def folded(text: str) -> str:
    """`text` as typing is compared: no case, width, accents, spaces, apostrophes or hidden characters."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", "".join(char for char in plain if char.isalnum()))


def matches(typed: str, keys: Iterable[str]) -> bool:
    """Whether what was typed begins one of a person's keys (name, pinyin, initials), or equals a seat number.

    Nothing typed matches nobody. A key of digits only is a seat and must be equal: `1` is not seat 12.
    """
    wanted = folded(typed)
    if not wanted:
        return False
    return any(_meets(wanted, folded(key)) for key in keys)


def _meets(wanted: str, key: str) -> bool:
    return key == wanted if key.isdecimal() else key.startswith(wanted)
