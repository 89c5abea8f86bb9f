"""Candidates as somebody types them: names, seat numbers or initials of the register, projects with costs."""

import re
import unicodedata
from collections.abc import Sequence

from council_tui.domain.finding import matches
from council_tui.domain.people import PersonView
from council_tui.domain.polls import Candidate

_BETWEEN = "[,;，；、\n]+"
_COST = r"(?P<name>.*?)[\s:：]*(?P<cost>[0-9]{1,12}(?:\.[0-9]{1,2})?)"
_SEATS = r"[0-9\s]+"
"""Nothing but seat numbers: a space between them is enough."""
_SECOND = r"\s+/\s+"


def candidates(text: str, people: Sequence[PersonView], *, priced: bool) -> tuple[Candidate, ...]:
    """Each candidate of a text, one a line or with commas between.

    Somebody of the register by name, Latin name, seat number, or pinyin or initials that fit nobody else. A
    project ends in its cost (`Lamps 1200.50`). Behind ` / ` stands the name in the other language.
    """
    if not priced and re.fullmatch(_SEATS, text):
        text = ",".join(text.split())
    parts = [part.strip() for part in re.split(_BETWEEN, text) if part.strip()]
    return tuple(_project(part) if priced else _somebody(part, people) for part in parts)


def cents(text: str) -> int | None:
    """A sum of money in hundredths, exactly; None for anything else."""
    text = unicodedata.normalize("NFKC", text).strip().replace(",", "")
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,2})?", text):
        return None
    whole, _dot, part = text.partition(".")
    return int(whole) * 100 + int(part.ljust(2, "0"))


def _project(part: str) -> Candidate:
    found = re.fullmatch(_COST, unicodedata.normalize("NFKC", part), re.DOTALL)
    if found is None:
        return _named(part)
    named = _named(found["name"])
    return Candidate(named.name, named.name_2, cost=cents(found["cost"]))


def _somebody(part: str, people: Sequence[PersonView]) -> Candidate:
    for found in (_called(part, people), _meant(part, people)):
        if len(found) == 1:
            return Candidate(found[0].name, person=found[0].id)
    return _named(part)


def _called(part: str, people: Sequence[PersonView]) -> list[PersonView]:
    return [each for each in people if part in {each.name, each.latin} or part == str(each.seat)]


def _meant(part: str, people: Sequence[PersonView]) -> list[PersonView]:
    """Who may be meant by letters alone."""
    return [each for each in people if part.isascii() and matches(part, each.keys)]


def _named(part: str) -> Candidate:
    name, *second = re.split(_SECOND, part.strip(), maxsplit=1)
    return Candidate(name, second[0] if second else "")
