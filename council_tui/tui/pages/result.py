"""The page of a closed vote: its sign and figures first, then the verdict on a fill, then why."""

from collections.abc import Sequence

from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.reopenings import PollReopened, Reopening, VoteReopened
from council_tui.domain.rules import Count, Verdict
from council_tui.domain.tiebreak import tie_breaker
from council_tui.domain.votes import VoteClosed, VoteView, Way
from council_tui.export.wrap import wrap
from council_tui.tui.ink import BLANK, Line, Span
from council_tui.tui.pages import counting
from council_tui.tui.widgets.bar import Parts
from council_tui.tui.widgets.figures import CROSS, TICK, sign
from council_tui.tui.widgets.prose import prose
from council_tui.wording import counts, names
from council_tui.wording.catalog import N_, _, pgettext
from council_tui.wording.gates import rules_short
from council_tui.wording.papers import casting, recounts, reopenings, votes
from council_tui.wording.proxies import at_vote_words


def page(meeting: MeetingView, item: ItemView, vote: VoteView, width: int) -> list[Line]:
    """A closed vote, as the room reads it."""
    count, verdict = vote.count(), vote.verdict()
    if vote.closed is None or count is None or verdict is None:
        return abandoned(meeting, item, vote, width)
    open_tie = tie_breaker(meeting, item, vote) is not None
    shape, ink = (TICK, "for") if verdict.carried else (CROSS, "against")
    if vote.reopened is not None or open_tie:
        shape, ink = CROSS, "abstain"
    tall = counting.figures(
        count,
        _rest(vote, count),
        width,
        asked=vote.rules.ask_abstain or count.abstain > 0,
        sign=sign(shape, counting.COLUMNS[3], ink),
    )
    if len(tall) > 1:
        tall.insert(-1, BLANK)
    why = _why(vote, verdict, width, open_tie=open_tie)
    return [
        counting.head(meeting, item, vote, _announced(meeting, vote), width),
        BLANK,
        *tall,
        BLANK,
        *counting.filled(_said(vote, verdict, open_tie=open_tie), f"fill-{ink}", width),
        *_below(why, _asides(meeting, vote, vote.closed, width), vote),
    ]


def _said(vote: VoteView, verdict: Verdict, *, open_tie: bool) -> str:
    """What stands across the room: the verdict with its sign; or that it stands no longer, or waits."""
    if vote.reopened is not None:
        return shout_reopened(vote.reopened)
    if open_tie:
        return counting.spaced(_("TIE"))
    return f"{'+' if verdict.carried else '-'}  {shout(verdict, parties=bool(vote.rules.parties))}"


def _below(why: list[Line], asides: list[Line], vote: VoteView) -> list[Line]:
    """What stands under the verdict; a long reason and a change of the figures leave no room for air."""
    tight = len(why) > 2 and bool(vote.corrections)
    air = [] if tight else [BLANK]
    return [*air, *why, *air, *asides]


_SHOUTED = {
    Reopening.ANNULLED: N_("ANNULLED"),
    Reopening.RECONSIDERED: N_("TAKEN UP AGAIN"),
    Reopening.SECOND_ROUND: N_("SECOND ROUND"),
}
"""What stands across the room where a result stands no longer."""


def shout_reopened(why: VoteReopened | PollReopened) -> str:
    """`A N N U L L E D`."""
    return counting.spaced(_(_SHOUTED[why.why]))


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
    if vote.opened.way in votes.PAPERS - {Way.LAPTOP}:
        return _("invalid {count}").format(count=vote.closed.invalid if vote.closed else count.invalid)
    if count.parties:
        return _("no stand {count}").format(count=count.not_voting)
    return _("not voting {count}").format(count=count.not_voting)


def _why(vote: VoteView, verdict: Verdict, width: int, *, open_tie: bool) -> list[Line]:
    """The sentence with its arithmetic, and the bar below it; no bar shows two measures. It ends with what
    became of a result that stands no longer, and with the chair's vote that a tie waits for."""
    count = vote.decided()
    words = casting.told(vote)
    if vote.reopened is not None and count is not None:
        words = counts.verdict_sentence(count, verdict, reopenings.reopened_short(vote.reopened).lower())
    elif open_tie and count is not None:
        words = counts.verdict_sentence(count, verdict, _("tied, the chair's casting vote is due"))
    said = counting.told(words, width)
    if count is None or vote.opened.way is Way.UNITS:
        return said
    parts = Parts(count.yes, count.no, count.abstain, max(count.not_voting, 0) + count.invalid)
    return [*said, counting.barred(parts, verdict.needed)]


def _asides(meeting: MeetingView, vote: VoteView, closed: VoteClosed, width: int) -> list[Line]:
    """The last correction, with who made it and why, or why unlikely figures were taken; and the rule."""
    notes = _last_change(meeting, vote)
    if vote.reopened is not None:
        notes.append(reopenings.reopened(meeting, vote.reopened))
    if not notes and closed.override:
        notes.append(votes.override(closed))
    rows = [Line((Span(3, row),)) for note in notes for row in wrap(note, width - 5)]
    rows.append(Line((Span(3, rules_short(vote.rules), "dim"),)))
    if vote.announced is None:
        rows.append(Line((Span(3, _mending(vote), "dim"),)))
    return rows


def _last_change(meeting: MeetingView, vote: VoteView) -> list[str]:
    """The last correction or recount; nothing where there was none."""
    if not vote.corrections:
        return []
    counted = recounts.recount_short(meeting, vote, len(vote.corrections) - 1)
    return [counted] if counted else list(votes.corrections(meeting, vote))[-1:]


def _mending(vote: VoteView) -> str:
    """How a wrong figure is mended before the result was announced."""
    if vote.corrections:
        return _("Wrong? r counts once more; every count is printed.")
    if vote.opened.way is Way.SECRET:
        return _("Wrong? Once it is announced, c corrects it.")
    if vote.opened.way is Way.LAPTOP:
        return _("No recount is possible. Once it is announced, o annuls it.")
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
        papers = votes.papers_words(vote)
        parts = [
            question,
            votes.verdict(vote),
            papers,
            *votes.aside(meeting, vote),
            votes.named(meeting, vote),
            at_vote_words(meeting, vote.represented),
        ]
    rows: list[Line] = []
    for words in (each for each in parts if each):
        rows += [*prose(words, width, 3), BLANK]
    return rows[:-1]
