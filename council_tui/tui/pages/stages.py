"""The stages of a proposal laid out as a ladder: a row each, with where it stands today."""

from rich.cells import cell_len

from council_tui.domain.items import MotionView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.stages import Ladder, Rung, StageState
from council_tui.store import clock
from council_tui.tui.ink import BLANK, Line, Span, fit, line, text
from council_tui.tui.widgets.prose import prose
from council_tui.wording import stages
from council_tui.wording.catalog import _, pgettext

SIGNS = {
    StageState.CARRIED: "+",
    StageState.LOST: "-",
    StageState.OPEN: "*",
    StageState.WAITING: ".",
    StageState.CLOSED: ".",
}
"""What stands in front of a stage; its words say the same."""


TEXT = 9
"""Where texts begin on the screen, behind their labels."""
ROWS = 2
"""Rows of a text that has its stages below it."""


def put_words(meeting: MeetingView, motion: MotionView) -> list[str]:
    """`stage 3 of 4: Party members' meeting considers`: what is put in this meeting, or was; or nothing."""
    ladder = motion.ladder
    if ladder is None:
        return []
    put = [rung for vote in motion.votes if vote.decides and (rung := ladder.put_by(vote.id)) is not None]
    rung = put[-1] if put else ladder.next
    return [stages.stage_title(ladder, rung, meeting.council.lang)] if rung is not None else []


def below(meeting: MeetingView, motion: MotionView, above: list[Line], width: int) -> list[Line]:
    """A text with a row for each stage below it; the text alone where there are none."""
    ladder = motion.ladder
    if ladder is None:
        return above
    if len(above) > ROWS:
        above = [*above[: ROWS - 1], text(_("... Enter shows the full text"), "dim", TEXT)]
    told = meeting.council.lang, clock.local(clock.now())[:10]
    rows = [_row(ladder, rung, told, width, TEXT) for rung in ladder.rungs]
    label = Span(1, pgettext("proposal", "Stages"), "dim")
    return [*above, Line((label, *rows[0].spans)), *rows[1:]]


def _row(ladder: Ladder, rung: Rung, told: tuple[str, str], width: int, column: int) -> Line:
    """`+ 3  Party members' meeting considers   carried  16 of 31, needed 16`."""
    lang, day = told
    state = ladder.state(rung, day)
    words = stages.state_words(ladder, rung, day)
    head = f"{SIGNS[state]} {rung.number}  "
    start = column + cell_len(head)
    at = max(start + 10, min(width - cell_len(words) - 1, column + 34))
    ink = "bold" if state is StageState.OPEN else "dim" if state is StageState.CLOSED else ""
    return line(
        Span(column, head, ink),
        Span(start, fit(stages.body_words(rung.stage, lang), at - start - 1), ink),
        Span(at, fit(words, width - at - 1), ink),
    )


def full(meeting: MeetingView, motion: MotionView, width: int, column: int) -> list[Line]:
    """Each stage with its rule and how it was decided, what comes next, and what was made public."""
    ladder, lang = motion.ladder, meeting.council.lang
    if ladder is None:
        return []
    rows = [BLANK, text(_("Stages"), "dim", column)]
    for rung in ladder.rungs:
        title = stages.stage_title(ladder, rung, lang)
        rows += prose(stages.decided_sentence(ladder, rung, lang) or title, width, column)
        rows += prose(stages.terms_words(rung.stage), width - 2, column + 2, "dim")
    for words in (stages.next_sentence(ladder, ladder.next, lang), *stages.published_lines(ladder)):
        rows += prose(words, width, column)
    return rows
