"""The rules shipped with the program, one TOML file each, and rules from a file of the council's own.

To add a rule set, put a file into `presets/` (how it is decided) or `floor/` (how it is debated), named
after its id; the welcome, the pickers and the command line find it by themselves.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from council_tui.domain.plain import begins
from council_tui.domain.rules import (
    BadRules,
    FloorRules,
    Rules,
    UnknownRules,
    floor_from_plain,
    rules_from_plain,
)

PRESETS = Path(__file__).parent / "presets"
FLOOR = Path(__file__).parent / "floor"
FIRST = "council_default"
"""The rules a new council starts with."""
FIRST_FLOOR = "plain"
USUAL = (
    *(FIRST, "council_two_thirds", "consult_committee", "robert_simple", "owners_committee", "nyc_cb"),
    *("rural_collective_2024", "village_reps", "urc_meeting_1989"),
)
"""What a new council may start with: rules of bodies that meet as one does, and not of one question or one
stage of a longer way."""


def read_rules(path: Path) -> Rules:
    """The rules in a TOML file. Raises BadRules, which names the field, or the file if it is no TOML."""
    return rules_from_plain(_table(path))


def read_floor(path: Path) -> FloorRules:
    """The floor rules in a TOML file. Raises BadRules as `read_rules` does."""
    return floor_from_plain(_table(path))


@cache
def presets() -> tuple[Rules, ...]:
    """Every rule set shipped: the one to start with first, the others by id."""
    found = (read_rules(path) for path in PRESETS.glob("*.toml"))
    return tuple(sorted(found, key=lambda rules: (rules.id != FIRST, rules.id)))


@cache
def floor_presets() -> tuple[FloorRules, ...]:
    """Every set of floor rules shipped: the one to start with first, the others by id."""
    found = (read_floor(path) for path in FLOOR.glob("*.toml"))
    return tuple(sorted(found, key=lambda rules: (rules.id != FIRST_FLOOR, rules.id)))


def preset(id: str) -> Rules:
    """The rules of this id. Raises UnknownRules."""
    for rules in presets():
        if rules.id == id:
            return rules
    raise UnknownRules(begins(id))


def floor_preset(id: str) -> FloorRules:
    """The floor rules of this id. Raises UnknownRules."""
    for rules in floor_presets():
        if rules.id == id:
            return rules
    raise UnknownRules(begins(id))


def _table(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except ValueError as broken:
        raise BadRules(path.stem, "", str(broken)) from None
