"""The ways in stages shipped with the program, one TOML file each.

To add one, put a file into `courses/`, named after its id; the picker finds it by itself.
"""

import tomllib
from functools import cache
from pathlib import Path

from council_tui.domain.stagetexts import Course, course_from_plain
from council_tui.intake.rules import presets

COURSES = Path(__file__).parent / "courses"


@cache
def courses() -> tuple[Course, ...]:
    """Every way in stages shipped, by id."""
    known = {rules.id: rules for rules in presets()}
    found = (tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(COURSES.glob("*.toml")))
    return tuple(course_from_plain(plain, known) for plain in found)
