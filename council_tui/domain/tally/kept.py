"""A count as exact text that can be read back: what a record keeps so that no later program counts anew."""

import dataclasses
import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, get_args

from council_tui.domain.tally.model import Broken, Event, Result, Round, Stake, Tie, Why

_KINDS = {kind.__name__: kind for kind in (*get_args(Event), Result, Round, Tie)}
_WORDS = {"why": Why, "stake": Stake, "broken": Broken}
"""Fields that hold a word of a closed set."""
_KIND, _SHARE = "is", "/"


def text(result: Result) -> str:
    """Canonical JSON: a fraction is `{"/": "2/3"}`, everything with a name says what it is."""
    return json.dumps(_plain(result), separators=(",", ":"), sort_keys=True)


def result(text: str) -> Result:
    """The count that `text` says. Raises ValueError for a text that is none."""
    found = _read("", json.loads(text))
    if not isinstance(found, Result):
        raise ValueError(text[:60])
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Fraction):
        return {_SHARE: str(value)}
    if dataclasses.is_dataclass(value):
        fields = {each.name: _plain(getattr(value, each.name)) for each in dataclasses.fields(value)}
        return {_KIND: type(value).__name__, **fields}
    if isinstance(value, Mapping):
        return [[key, _plain(each)] for key, each in value.items()]
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _read(name: str, value: Any) -> Any:
    if name in _WORDS:
        return _WORDS[name](value)
    if isinstance(value, list):
        if name == "figures":
            return {key: _read("", each) for key, each in value}
        return tuple(_read("", each) for each in value)
    if not isinstance(value, dict):
        return value
    if _SHARE in value:
        return Fraction(value[_SHARE])
    kind = _KINDS[value[_KIND]]
    return kind(**{key: _read(key, each) for key, each in value.items() if key != _KIND})
