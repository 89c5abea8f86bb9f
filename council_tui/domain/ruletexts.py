"""Rules as plain text and back: the one form of a preset's TOML and of the record's JSON.

Reading is exact: an unknown field, a float, a percentage or a wrong type is refused by its name.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any

from council_tui.domain.gates import BadGate, Gate, parse_gate
from council_tui.domain.proxies import Proxy
from council_tui.domain.rulesets import (
    BadRules,
    ChairVotes,
    FloorRules,
    Names,
    PresentBasis,
    Publish,
    Recused,
    Rules,
)
from council_tui.domain.secrecy import Matter

_Reader = Callable[[object], object]


def rules_text(rules: Rules) -> str:
    """`rules` as canonical JSON: sorted keys, no blanks."""
    return _text(rules)


def rules_from_text(text: str) -> Rules:
    """The rules that `rules_text` wrote. Raises BadRules."""
    return rules_from_plain(_loaded(text))


def floor_text(rules: FloorRules) -> str:
    """`rules` as canonical JSON: sorted keys, no blanks."""
    return _text(rules)


def floor_from_text(text: str) -> FloorRules:
    """The rules that `floor_text` wrote. Raises BadRules."""
    return floor_from_plain(_loaded(text))


def rules_from_plain(plain: Mapping[str, object]) -> Rules:
    """Rules out of a TOML or JSON table; what is missing has its default. Raises BadRules."""
    return Rules(**_read(plain, Rules, _RULES))


def floor_from_plain(plain: Mapping[str, object]) -> FloorRules:
    """Floor rules out of a TOML or JSON table; what is missing has its default. Raises BadRules."""
    return FloorRules(**_read(plain, FloorRules, _FLOOR))


def _text(rules: Rules | FloorRules) -> str:
    plain = {field.name: _plain(getattr(rules, field.name)) for field in fields(rules)}
    plain["names"] = dict(rules.names)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> object:
    match value:
        case Gate():
            return str(value)
        case Publish():
            return {field.name: getattr(value, field.name) for field in fields(value)}
        case tuple():
            return [_plain(part) for part in value]
        case _:
            return value


def _loaded(text: str) -> Mapping[str, object]:
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        raise BadRules("", "", text) from None
    if not isinstance(plain, dict):
        raise BadRules("", "", text)
    return plain


def _read(plain: Mapping[str, object], kind: type, readers: Mapping[str, _Reader]) -> dict[str, Any]:
    """The arguments of a `kind`, each through its reader. Raises BadRules naming the field."""
    known = plain.get("id")
    id = known if isinstance(known, str) else ""
    for field in fields(kind):
        if field.default is MISSING and field.name not in plain:
            raise BadRules(id, field.name, "")
    read: dict[str, Any] = {}
    for name, value in plain.items():
        try:
            read[name] = readers[name](value)
        except (KeyError, ValueError, BadGate):
            raise BadRules(id, name, str(value)) from None
    return read


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _id(value: object) -> str:
    if not re.fullmatch(r"[a-z0-9_]*", _words(value)):
        raise ValueError(value)
    return _words(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(value)
    return value


def _maybe(reader: _Reader, value: object) -> object:
    """None for what is not stated; TOML has no null and says it with an empty text."""
    return None if value is None or value == "" else reader(value)


def _day(value: object) -> str:
    return date.fromisoformat(_words(value)).isoformat()


def _list(reader: _Reader, value: object) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise ValueError(value)
    return tuple(reader(part) for part in value)


def _gate(value: object) -> Gate:
    return parse_gate(_words(value))


def _names(value: object) -> Names:
    if not isinstance(value, dict):
        raise ValueError(value)
    return tuple(sorted((_words(lang), _words(name)) for lang, name in value.items()))


def _publish(value: object) -> Publish:
    readers = {"within_days": _number, "for_days": _number, "workdays": _flag}
    if not isinstance(value, dict) or not {"within_days", "for_days"} <= value.keys():
        raise ValueError(value)
    return Publish(**{name: readers[name](part) for name, part in value.items()})  # type: ignore[arg-type]


def _one_of(kind: type[StrEnum], value: object) -> StrEnum:
    return kind(_words(value))


_RULES: dict[str, _Reader] = {
    "id": _id,
    "names": _names,
    "quorum": partial(_list, _gate),
    "carry": partial(_list, _gate),
    "valid_from": partial(_maybe, _day),
    "valid_to": partial(_maybe, _day),
    "source": _words,
    "verified": _flag,
    "ask_abstain": _flag,
    "chair_votes": partial(_one_of, ChairVotes),
    "close_vote_hint": _flag,
    "methods": partial(_list, _words),
    "only_posted_items": _flag,
    "notice_days": partial(_maybe, _number),
    "consult_days": partial(_maybe, _number),
    "publish": partial(_maybe, _publish),
    "invalid_counts": _flag,
    "recused": partial(_one_of, Recused),
    "present_basis": partial(_one_of, PresentBasis),
    "secret_required_for": partial(_list, partial(_one_of, Matter)),
    "any_quorum": _flag,
    "silent_joins_majority": _flag,
    "parties": partial(_list, _words),
    "proxy": partial(_one_of, Proxy),
    "max_per_holder": partial(_maybe, _number),
    "proxy_barred": _words,
}

_FLOOR: dict[str, _Reader] = {
    "id": _id,
    "names": _names,
    "source": _words,
    "second_required": _flag,
    "speech_seconds": _number,
    "speeches_per_item": _number,
    "chair_neutral": _flag,
    "stance_required": _flag,
    "alternate_sides": _flag,
    "one_at_a_time": _flag,
    "urgent_by_vote": _flag,
}
