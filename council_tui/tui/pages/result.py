"""The page of a closed vote: its sign and figures first, then the verdict on a fill, then why."""

from collections.abc import Sequence

from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.reopenings import Reopening
from council_tui.domain.rules import Count, Verdict
from council_tui.domain.votes import VoteClosed, VoteView, Way
from council_tui.export.wrap import wrap
from council_tui.tui.ink import BLANK, Line, Span
from council_tui.tui.pages import counting
from council_tui.tui.widgets.bar import Parts
from council_tui.tui.widgets.figures import CROSS, TICK, sign
from council_tui.tui.widgets.prose import prose
from council_tui.wording import names
from council_tui.wording.catalog import N_, _, pgettext
from council_tui.wording.counts import verdict_sentence
from council_tui.wording.gates import rules_short
from council_tui.wording.papers import votes


def page(meeting: MeetingView, item: ItemView, vote: VoteView, width: int) -> list[Line]:
    """A closed vote, as the room reads it."""
    count, verdict = vote.count(), vote.verdict()
    if vote.closed is None or count is None or verdict is None:
        return abandoned(meeting, item, vote, width)
    shape, ink = (TICK, "for") if verdict.carried else (CROSS, "against")
    said = f"{'+' if verdict.carried else '-'}  {shout(verdict, parties=count.parties)}"
    if vote.reopened is not None:
        shape, ink, said = CROSS, "abstain", counting.spaced(_(_SHOUTED[vote.reopened.why]))
    rest = _rest(vote, count)
    tall = counting.figures(
        count,
        rest,
        width,
        asked=vote.rules.ask_abstain or count.abstain > 0,
        sign=sign(shape, counting.COLUMNS[3], ink),
    )
    if len(tall) > 1:
        tall.insert(-1, BLANK)
    return [
        counting.head(meeting, item, vote, _announced(meeting, vote), width),
        BLANK,
        *tall,
        BLANK,
        *counting.filled(said, f"fill-{ink}", width),
        BLANK,
        *_why(count, verdict, width),
        *_asides(meeting, vote, vote.closed, width),
    ]


_SHOUTED = {
    Reopening.ANNULLED: N_("ANNULLED"),
    Reopening.RECONSIDERED: N_("TAKEN UP AGAIN"),
}
"""What stands across the room where a result stands no longer."""


def shout(verdict: Verdict, *, parties: bool = False) -> str:
    """The verdict in letters apart: `C A R R I E D`."""
    if verdict.carried:
        words = pgettext("across the room", "CARRIED")
    elif not verdict.quorum_met and parties:
        words = pgettext("across the room", "LOST PARTY MISSING")
    elif not verdict.quorum_met:
        words = pgettext("across the room", "LOST NO QUORUM")
    elif verdict.tie:
        words = pgettext("across the room", "LOST TIE")
    else:
        words = pgettext("across the room", "LOST")
    return counting.spaced(words)


def _announced(meeting: MeetingView, vote: VoteView) -> str:
    if vote.announced is None:
        return _("not announced yet")
    return _("{time} announced").format(time=names.clock_time(vote.announced, meeting.plan.starts))


def _rest(vote: VoteView, count: Count) -> str:
    """Papers have invalid ones, hands and answers those who gave none."""
    if vote.opened.way is Way.SECRET:
        return _("invalid {count}").format(count=count.invalid)
    if count.parties:
        return _("no stand {count}").format(count=count.not_voting)
    return _("not voting {count}").format(count=count.not_voting)


def _why(count: Count, verdict: Verdict, width: int) -> list[Line]:
    """The sentence with its arithmetic, and the bar below it."""
    parts = Parts(count.yes, count.no, count.abstain, count.not_voting + count.invalid)
    said = counting.told(verdict_sentence(count, verdict), width)
    return [*said, counting.barred(parts, verdict.needed)]


def _asides(meeting: MeetingView, vote: VoteView, closed: VoteClosed, width: int) -> list[Line]:
    """The last correction, with who made it and why, or why unlikely figures were taken; and the rule."""
    notes = list(votes.corrections(meeting, vote))[-1:]
    if vote.reopened is not None:
        notes.append(votes.reopened(meeting, vote.reopened))
    if not notes and closed.override:
        notes.append(votes.override(closed))
    rows = [Line((Span(3, row),)) for note in notes for row in wrap(note, width - 5)]
    rows.append(Line((Span(3, rules_short(vote.rules), "dim"),)))
    if vote.announced is None:
        rows.append(Line((Span(3, _mending(vote), "dim"),)))
    return [BLANK, *rows]


def _mending(vote: VoteView) -> str:
    """How a wrong figure is mended before the result was announced."""
    if vote.opened.way is Way.SECRET:
        return _("Wrong? Once it is announced, c corrects it.")
    return _("Wrong? Before it is announced, u goes back to the count.")


def abandoned(meeting: MeetingView, item: ItemView, vote: VoteView, width: int) -> list[Line]:
    """A vote that ended without a result."""
    return [
        counting.head(meeting, item, vote, "", width),
        *counting.question(meeting, vote, width, 3),
        BLANK,
        *counting.told(votes.abandoned(meeting, vote), width),
    ]


def full(meeting: MeetingView, vote: VoteView, width: int) -> list[Line]:
    """Everything there is to read of a vote: its exact text, its verdict, its corrections, who said what."""
    question = names.said(meeting, vote.opened.question, vote.opened.question_2)
    parts: Sequence[str] = [question]
    if vote.closed is not None:
        papers = votes.papers_words(vote.closed) if vote.opened.way is Way.SECRET else ""
        parts = [
            question,
            votes.verdict(vote),
            papers,
            *votes.aside(meeting, vote),
            votes.named(meeting, vote),
        ]
    rows: list[Line] = []
    for words in (each for each in parts if each):
        rows += [*prose(words, width, 3), BLANK]
    return rows[:-1]
