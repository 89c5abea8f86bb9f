"""Floor areas: whole hundredths of a square metre, as registers give them, read and written as decimals."""

import re

from council_tui.domain.errors import Refusal
from council_tui.domain.lazily import dataclass
from council_tui.domain.plain import begins

_AREA = re.compile(r"(?P<metres>[0-9]{1,13})(?:\.(?P<rest>[0-9]{1,2})0*)?")


@dataclass
class BadArea(Refusal):
    """A text that is no floor area in square metres, with two decimals at most."""

    text: str


def parse_area(text: str) -> int:
    """Hundredths of a square metre: `89.5` is 8950. Never rounded. Raises BadArea."""
    found = _AREA.fullmatch(text.strip())
    if found is None:
        raise BadArea(begins(text))
    return int(found["metres"]) * 100 + int((found["rest"] or "").ljust(2, "0"))


def area_text(hundredths: int) -> str:
    """Square metres with two decimals: `89.50`."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02}"
