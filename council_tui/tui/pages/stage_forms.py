"""The questions about a proposal's stages: which they are, and what another body decided of one."""

from collections.abc import Iterator
from functools import partial

from council_tui.domain.items import MotionView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.rules import rules_text
from council_tui.domain.stages import Ladder, Publication, Rung, Stage
from council_tui.domain.stagetexts import Course
from council_tui.intake.rules import presets
from council_tui.intake.stages import courses
from council_tui.tui.dialogs import Option
from council_tui.tui.fields import Field, Kind, Question, Values
from council_tui.usecases import stages as deeds
from council_tui.usecases.stages import BODY, PLACE, SIGNED, StageReport
from council_tui.wording import stages
from council_tui.wording.catalog import _, pgettext
from council_tui.wording.rules import rules_name

FEWEST, MOST = 4, 9
"""How many stages the form has rows for: one more than there are, at least four."""


def set_out(meeting: MeetingView, motion: MotionView, course: Course | None) -> Question:
    """The stages of a proposal, begun with those of a way that is shipped, else with what it has.

    A stage whose body is left empty is none.
    """
    begun = course.stages(meeting.council.lang) if course is not None else _now(motion)
    count = min(MOST, max(FEWEST, len(begun) + 1))
    padded = [*begun, *[Stage("")] * (count - len(begun))]
    return Question(
        _("The stages, in order"),
        [field for number, stage in enumerate(padded, 1) for field in _stage(number, stage)],
        deeds.set_stages,
        partial(_stages, motion, count),
        f"stages.{motion.id}.{course.id if course is not None else 'own'}",
        floor=False,
    )


def _now(motion: MotionView) -> tuple[Stage, ...]:
    return tuple(rung.stage for rung in motion.ladder.rungs) if motion.ladder is not None else ()


def _stage(number: int, stage: Stage) -> Iterator[Field]:
    yield Field(f"body{number}", _("{number} Body").format(number=number), Kind.LINE, stage.body, BODY)
    yield Field(f"second{number}", _("2nd language"), Kind.LINE, stage.body_2, BODY)
    yield Field(f"rule{number}", _("Rule"), Kind.CHOICE, stage.rules, choices=_rules())
    days = str(stage.days) if stage.days else ""
    yield Field(f"days{number}", _("Days to wait"), Kind.NUMBER, days, 3, hint=_("calendar days"))
    roll = str(stage.roll) if stage.roll is not None else ""
    yield Field(f"roll{number}", _("On its roll"), Kind.NUMBER, roll, 7, hint=_("if known"))


def _rules() -> tuple[tuple[str, str], ...]:
    """The council's own, then every rule that counts heads, those of the ways shipped first."""
    found = [step.rules for course in courses() for step in course.steps]
    found += [each for each in presets() if each.by_heads]
    known = {rules_text(each): rules_name(each) for each in found}
    return (("", _("the council's rules")), *known.items())


def _stages(motion: MotionView, count: int, typed: Values) -> tuple[object, ...]:
    wanted = [number for number in range(1, count + 1) if typed[f"body{number}"]]
    return motion.id, tuple(_typed(typed, number) for number in wanted)


def _typed(typed: Values, number: int) -> Stage:
    return Stage(
        typed[f"body{number}"],
        typed[f"second{number}"],
        typed[f"rule{number}"],
        typed[f"days{number}"] or 0,
        typed[f"roll{number}"],
    )


def reports(meeting: MeetingView, motion: MotionView, ladder: Ladder) -> list[Option[Question]]:
    """What may be entered: how another body decided each stage that no vote of ours carried, the next one
    first, and what was made public."""
    lang = meeting.council.lang
    mine = [each for each in ladder.rungs if each.decision and each.decision.vote and each.carried]
    left = [rung for rung in ladder.rungs if rung not in mine]
    found = [
        Option(
            decided(meeting, motion, ladder, rung),
            stages.body_words(rung.stage, lang),
            stages.decided_short(rung.decision) if rung.decision is not None else "",
        )
        for rung in sorted(left, key=lambda rung: rung.carried)
    ]
    for what in Publication:
        note = ladder.published.get(what)
        day = note.day if note is not None else ""
        found.append(Option(published(motion, ladder, what), _(stages.PUBLICATIONS[what]), day))
    return found


def decided(meeting: MeetingView, motion: MotionView, ladder: Ladder, rung: Rung) -> Question:
    """What another body decided of a stage: its figures, when, where, who signed."""
    before = rung.decision if rung.decision is not None and rung.decision.vote is None else None
    count = before.count if before is not None else None
    roll = rung.stage.roll if count is None else count.roll
    return Question(
        stages.stage_heading(ladder, rung, meeting.council.lang),
        [
            _number("roll", _("On its roll"), roll),
            _number("present", pgettext("column", "Present"), count.present if count is not None else None),
            _number("yes", pgettext("column", "Yes"), count.yes if count is not None else None),
            _number("no", pgettext("column", "No"), count.no if count is not None else None),
            _number("abstain", pgettext("column", "Abstain"), count.abstain if count is not None else None),
            Field(
                "day", _("Day"), Kind.DAY, before.day if before is not None else "", required=True, near=True
            ),
            Field(
                "place",
                pgettext("stage", "Place"),
                Kind.LINE,
                before.place if before is not None else "",
                PLACE,
            ),
            Field("signed", _("Signed by"), Kind.LINE, before.signed if before is not None else "", SIGNED),
        ],
        deeds.report_stage,
        lambda typed: (motion.id, rung.number, StageReport(**typed)),
        f"stage.{ladder.id}.{rung.number}",
        floor=False,
    )


def _number(name: str, label: str, figure: int | None) -> Field:
    return Field(name, label, Kind.NUMBER, "" if figure is None else str(figure), 7, required=True)


def published(motion: MotionView, ladder: Ladder, what: Publication) -> Question:
    """The day and the place on which something was made public."""
    before = ladder.published.get(what)
    day, place = (before.day, before.place) if before is not None else ("", "")
    return Question(
        _(stages.PUBLICATIONS[what]),
        [
            Field("day", _("Day"), Kind.DAY, day, required=True, near=True),
            Field("place", pgettext("stage", "Place"), Kind.LINE, place, PLACE),
        ],
        deeds.publish_stages,
        lambda typed: (motion.id, what, typed["day"], typed["place"]),
        floor=False,
    )
