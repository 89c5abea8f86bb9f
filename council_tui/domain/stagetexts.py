"""Stages as canonical JSON and back, and the ways in stages that are shipped."""

import json
from collections.abc import Mapping, Sequence

from council_tui.domain.lazily import dataclass
from council_tui.domain.rulesets import Names, Rules, named
from council_tui.domain.ruletexts import rules_from_plain, rules_from_text, rules_text
from council_tui.domain.stages import BadStages, Stage


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of a way that is shipped: its body in each language."""

    bodies: Names
    rules: Rules
    days: int


@dataclass(frozen=True, slots=True)
class Course:
    """A way in stages that is shipped, like 四议两公开."""

    id: str
    names: Names
    source: str
    verified: bool
    steps: tuple[Step, ...]

    def name(self, lang: str) -> str:
        """What it is called in `lang`."""
        return named(self.names, lang)

    def stages(self, lang: str) -> tuple[Stage, ...]:
        """Its stages for a council whose language is `lang`."""
        return tuple(_stage(step, lang) for step in self.steps)


def _stage(step: Step, lang: str) -> Stage:
    own = named(step.bodies, lang)
    other = next((name for code, name in step.bodies if code != lang and name != own), "")
    return Stage(own, other, rules_text(step.rules), step.days)


def stages_text(stages: Sequence[Stage]) -> str:
    """Stages as canonical JSON: sorted keys, no blanks; each rule whole, null for the council's own."""
    plain = [
        {
            "body": stage.body,
            "body_2": stage.body_2,
            "days": stage.days,
            "roll": stage.roll,
            "rules": json.loads(stage.rules) if stage.rules else None,
        }
        for stage in stages
    ]
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def stages_from_text(text: str) -> tuple[Stage, ...]:
    """The stages that `stages_text` wrote. Raises BadStages, or BadRules for a rule in them."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        raise BadStages("", text[:80]) from None
    if not isinstance(plain, list):
        raise BadStages("", text[:80])
    return tuple(_read(each) for each in plain)


def _read(plain: object) -> Stage:
    if not isinstance(plain, dict):
        raise BadStages("", str(plain)[:80])
    rules = plain.get("rules")
    return Stage(
        _words(plain, "body"),
        _words(plain, "body_2"),
        rules_text(rules_from_plain(rules)) if isinstance(rules, dict) else "",
        _number(plain, "days"),
        None if plain.get("roll") is None else _number(plain, "roll"),
    )


def course_from_plain(plain: Mapping[str, object], rules: Mapping[str, Rules]) -> Course:
    """A way in stages out of a TOML table; a stage names a rule of `rules`, or holds one of its own.

    Raises BadStages naming the field, or BadRules.
    """
    names, steps = plain.get("names"), plain.get("stages")
    if not isinstance(names, dict) or not isinstance(steps, list):
        raise BadStages("names" if isinstance(steps, list) else "stages", str(names)[:80])
    return Course(
        _words(plain, "id"),
        tuple(sorted(names.items())),
        _words(plain, "source"),
        plain.get("verified") is True,
        tuple(_step(each, rules) for each in steps),
    )


def _step(plain: Mapping[str, object], known: Mapping[str, Rules]) -> Step:
    bodies, wanted = plain.get("body"), plain.get("rules")
    if not isinstance(bodies, dict):
        raise BadStages("body", str(bodies)[:80])
    if isinstance(wanted, dict):
        rules = rules_from_plain(wanted)
    elif isinstance(wanted, str) and wanted in known:
        rules = known[wanted]
    else:
        raise BadStages("rules", str(wanted)[:80])
    return Step(tuple(sorted(bodies.items())), rules, _number(plain, "days"))


def stage_rules(stage: Stage) -> Rules | None:
    """The rule of a stage; None where the council's own decides."""
    return rules_from_text(stage.rules) if stage.rules else None


def _words(plain: Mapping[str, object], field: str) -> str:
    value = plain.get(field)
    if not isinstance(value, str):
        raise BadStages(field, str(value)[:80])
    return value


def _number(plain: Mapping[str, object], field: str) -> int:
    value = plain.get(field)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise BadStages(field, str(value)[:80])
    return value
