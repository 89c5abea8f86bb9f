"""The pages of a poll: its desk while papers are typed, and its count round by round."""

from collections.abc import Sequence

from rich.cells import cell_len

from council_tui.domain import pollcounts, pollpapers
from council_tui.domain.items import ItemView
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import PollView
from council_tui.domain.tally.model import Form
from council_tui.export.wrap import wrap
from council_tui.tui.ink import BLANK, Line, Span, fit, right
from council_tui.tui.pages import counting
from council_tui.tui.pages.result import shout_reopened
from council_tui.tui.widgets.prose import prose
from council_tui.wording import names, pollnotes, polls, pollstandings
from council_tui.wording.catalog import N_, _, ngettext, pgettext
from council_tui.wording.papers import reopenings
from council_tui.wording.papers.polls import corrected, sentences

FEW = 14
"""Up to so many candidates stand in two columns, more in three."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What is typed at the desk and not recorded yet."""

    text: str
    live: bool
    """Whether keys are taken here."""


def desk(
    meeting: MeetingView, item: ItemView, poll: PollView, writing: Writing, size: tuple[int, int]
) -> list[Line]:
    """The question, who may be marked, the paper being typed, and the papers so far."""
    width, height = size
    called = polls.candidates(meeting, poll)
    stands = counting.told(pollstandings.standing_words(called, poll), width)
    rows = [
        head(meeting, item, poll, pollnotes.note(meeting, poll), width),
        *counting.plain(_(how(poll)), width),
        BLANK,
        *_candidates(poll, called, width, height - 11 - len(stands)),
        BLANK,
        _field(poll, writing),
        Line((Span(3, fit(_understood(poll, called, writing.text), width - 5), "dim"),)),
        BLANK,
        *_so_far(poll, width),
        *stands,
    ]
    return [*rows, *_typed(poll, width, height - len(rows))]


def head(meeting: MeetingView, item: ItemView, poll: PollView, note: str, width: int) -> Line:
    """What is decided and how it is counted, and a note at the right edge."""
    number = names.numeral(item.label)
    words = pgettext("vote", "{number} {subject}").format(number=number, subject=polls.title(meeting, poll))
    words = fit(words, width // 2)
    at = 1 + cell_len(words) + 2
    room = width - 1 - at - (cell_len(note) + 2 if note else 0)
    spans = [Span(1, words, "bold"), Span(at, fit(polls.rule_words(poll), room), "dim")]
    if note:
        spans.append(right(note, width - 1, "dim"))
    return Line(tuple(spans))


_HOW = {
    Form.MARKED: N_("Numbers marked on a paper, then Enter. 0: blank paper. -: invalid paper."),
    Form.RANKED: N_("Numbers by preference, then Enter. 0: blank paper. -: invalid paper."),
    Form.PRICED: N_("Projects marked, then Enter. 0: blank paper. -: invalid paper."),
}
_EQUAL = N_("Numbers by preference (1=2: equal), then Enter. 0: blank paper. -: invalid paper.")
_POINTS = N_("A figure for each in order, then Enter. 0: blank paper. -: invalid paper.")


def how(poll: PollView) -> str:
    """How papers are typed."""
    if poll.method.points:
        return _POINTS
    return _EQUAL if poll.method.equal_ranks else _HOW[poll.method.form]


def _candidates(poll: PollView, called: Sequence[str], width: int, room: int) -> list[Line]:
    """Numbers, names, and marks or first preferences so far, in two or three columns."""
    columns = 2 if len(called) <= FEW else 3
    rows = -(-len(called) // columns)
    shown, wide = min(rows, max(room, 1)), (width - 3) // columns
    figures, named = pollcounts.first_figures(poll), polls.priced(poll, called)
    found: list[Line] = []
    for row in range(shown):
        spans: list[Span] = []
        for column in range(columns):
            place = column * rows + row
            if place < len(called):
                at = 3 + column * wide
                spans.append(Span(at, f"{place + 1:>2} {fit(named[place], wide - 11)}"))
                spans.append(right(str(figures[place]), at + wide - 3, "bold" if figures[place] else "dim"))
        found.append(Line(tuple(spans)))
    return found


def _field(poll: PollView, writing: Writing) -> Line:
    label = _("Paper {number}").format(number=poll.returned + 1)
    at = 3 + cell_len(label) + 2
    text = writing.text + ("_" if writing.live else "")
    return Line(
        (Span(3, label, "dim"), Span(at, f"[{text:<24}]", "cursor-bold" if writing.live else "field"))
    )


def _understood(poll: PollView, called: Sequence[str], text: str) -> str:
    """Whom the numbers typed so far mean."""
    if poll.method.points or not text:
        return ""
    numbers = [int(each) for each in pollpapers.numbers_in(text, len(called))]
    return names.listed(called[each - 1] for each in numbers if 1 <= each <= len(called))


def _so_far(poll: PollView, width: int) -> list[Line]:
    opened = poll.opened
    text = ngettext(
        "{returned} paper typed: {valid} marked, {blank} blank, {invalid} invalid. {electorate} may vote.",
        "{returned} papers typed: {valid} marked, {blank} blank, {invalid} invalid. {electorate} may vote.",
        poll.returned,
    )
    words = text.format(
        returned=poll.returned,
        valid=poll.valid,
        blank=poll.blank,
        invalid=poll.invalid,
        electorate=opened.electorate,
    )
    rows = counting.told(words, width)
    if poll.returned > opened.electorate:
        rows += counting.told(_("More papers than people who may vote: the whole poll is void."), width)
    return rows


def _typed(poll: PollView, width: int, room: int) -> list[Line]:
    """The last paper, and the kinds of papers with their numbers, as many as fit."""
    if poll.last is None or room < 1:
        return []
    sort, marks = poll.last.fact.sort, poll.last.fact.marks
    last = pollpapers.as_typed(poll, marks) or _(_SORTS[sort])
    rows = [Line((Span(3, _("Last paper: {marks}").format(marks=last)),))]
    kinds = [
        pgettext("papers", "{marks} ({count})").format(marks=pollpapers.as_typed(poll, each), count=count)
        for each, count in poll.papers.items()
    ]
    said = "   ".join(kinds)
    return [*rows, *(Line((Span(3, row, "dim"),)) for row in wrap(said, width - 5))][:room]


_SORTS = {"marked": "", "blank": N_("blank paper"), "invalid": N_("invalid paper")}


def result(
    meeting: MeetingView, item: ItemView, poll: PollView, first: int, size: tuple[int, int]
) -> list[Line]:
    """Who is elected on a fill, then the papers and every round, from row `first` of the text on."""
    top, text = _top(meeting, item, poll, size[0]), body(meeting, poll, size[0])
    room = size[1] - len(top)
    if len(text) <= room:
        return [*top, *text]
    first = max(0, min(first, len(text) - room + 1))
    more = _("PgUp PgDn: rows {first} to {last} of {all}")
    last = Line((Span(3, more.format(first=first + 1, last=first + room - 1, all=len(text)), "dim"),))
    return [*top, *text[first : first + room - 1], last]


def furthest(meeting: MeetingView, item: ItemView, poll: PollView, size: tuple[int, int]) -> int:
    """The last row from which a count need be read."""
    room = size[1] - len(_top(meeting, item, poll, size[0]))
    rows = len(body(meeting, poll, size[0]))
    return rows - room + 1 if rows > room else 0


def _top(meeting: MeetingView, item: ItemView, poll: PollView, width: int) -> list[Line]:
    note = _announced(meeting, poll)
    return [head(meeting, item, poll, note, width), BLANK, *_verdict(meeting, poll, width), BLANK]


def _announced(meeting: MeetingView, poll: PollView) -> str:
    if poll.abandoned is not None:
        return ""
    if poll.announced is None:
        return _("not announced yet")
    return _("{time} announced").format(time=names.clock_time(poll.announced, meeting.plan.starts))


def _verdict(meeting: MeetingView, poll: PollView, width: int) -> list[Line]:
    """What came of it, read from across the room; what does not fit follows below."""
    said = polls.outcome(meeting, poll)
    if poll.reopened is not None:
        shouted = counting.filled(shout_reopened(poll.reopened), "fill-abstain", width)
        why = counting.told(reopenings.reopened(meeting, poll.reopened), width)
        return [*shouted, BLANK, *why, BLANK, *counting.told(said, width)]
    sign, ink = ("+", "for") if poll.winners else ("-", "abstain")
    words = f"{sign}  {said}"
    rows = counting.filled(words, f"fill-{ink}", width)
    return rows if cell_len(words) <= width - 6 else [*rows, BLANK, *counting.told(said, width)]


def body(meeting: MeetingView, poll: PollView, width: int) -> list[Line]:
    """Papers, what was needed, and the count in lines."""
    mended = [corrected(meeting, *each) for each in poll.corrections]
    parts = [*mended, *filter(None, (polls.papers_words(poll), polls.needed_words(poll))), ""]
    rows = [
        Line((Span(3, row),)) if part else BLANK for part in parts for row in (wrap(part, width - 5) or [""])
    ]
    for told in polls.round_rows(meeting, poll):
        indent = 5 if told.startswith("  ") else 3
        ink = "" if indent == 5 else "bold"
        rows += [Line((Span(indent, row, ink),)) for row in wrap(told.strip(), width - 7)] or [BLANK]
    return rows


def whole(meeting: MeetingView, poll: PollView, width: int) -> list[Line]:
    """All there is to read of a poll, as the papers have it."""
    rows: list[Line] = []
    for words in sentences(meeting, poll):
        rows += [*prose(words, width, 3), BLANK]
    return rows[:-1]
