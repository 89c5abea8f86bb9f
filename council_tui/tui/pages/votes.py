"""The list of a meeting's votes: what was asked, the figures, the result."""

from collections.abc import Sequence

from rich.cells import cell_len

from council_tui.domain.desk import VotesView
from council_tui.domain.items import ItemView
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import PollView, under
from council_tui.domain.steps import Next, next_deed
from council_tui.domain.votes import VoteView, Way
from council_tui.tui.ink import BLANK, Line, Span, fit, right
from council_tui.tui.pages import counting, unmet
from council_tui.tui.screens.listed import first_shown
from council_tui.wording import names
from council_tui.wording.catalog import _, ngettext, pgettext
from council_tui.wording.papers import reopenings
from council_tui.wording.steps import long_step

ENDS = (46, 51, 56, 64)
"""Where the columns of present, yes, no and abstain end, at 80 columns."""
RESULT = 68
ITEM, BROAD = 78, 100
"""Where the item's title stands, and from so many columns on."""


@dataclass(frozen=True, slots=True)
class Row:
    """A vote and its item."""

    item: ItemView
    vote: VoteView


@dataclass(frozen=True, slots=True)
class PollRow:
    """A poll and its item."""

    item: ItemView
    poll: PollView


def rows(view: VotesView) -> list[Row | PollRow]:
    """The votes and polls of the meeting in hand, the latest first; of two entered with one typed time
    that of the later item."""
    if view.meeting is None:
        return []
    votes = [Row(item, vote) for item in view.meeting.items for vote in item.votes]
    votes.sort(key=lambda row: row.vote.id, reverse=True)
    polls = [
        PollRow(item, poll) for item in view.meeting.items for poll in under(view.meeting.polls, item.id)
    ]
    polls.sort(key=lambda row: row.poll.id, reverse=True)
    found: list[Row | PollRow] = []
    while votes and polls:
        vote, poll = votes[0], polls[0]
        later = (vote.vote.opened.at, vote.item.position) >= (poll.poll.opened.at, poll.item.position)
        found.append(votes.pop(0) if later else polls.pop(0))
    return [*found, *votes, *polls]


def page(view: VotesView, cursor: int, way: Way, width: int, height: int) -> list[Line]:
    """What can be put to the vote, and the votes there were."""
    meeting = view.meeting
    if meeting is None:
        return unmet.rows()
    top = _next(meeting, way, width)
    found = rows(view)
    if not found:
        nothing = _("No votes in this meeting. A motion is put to the vote here or on the Agenda screen (4).")
        return [*top, *(counting.plain(nothing, width))]
    first = first_shown(len(found), cursor, height - len(top) - 1)
    shown = list(enumerate(found))[max(first, 0) :]
    return [*top, _heads(width), *(_line(meeting, n, row, n == cursor, width) for n, row in shown)]


def _line(meeting: MeetingView, number: int, row: Row | PollRow, here: bool, width: int) -> Line:
    if isinstance(row, Row):
        return _row(meeting, number, row, here, width)
    return _poll(meeting, number, row, here, width)


def _poll(meeting: MeetingView, number: int, row: PollRow, here: bool, width: int) -> Line:
    """A poll: its question, its papers, and whether anybody won."""
    title = names.said(meeting, row.poll.opened.title, row.poll.opened.title_2)
    words = pgettext("vote", "{number} {subject}").format(number=names.numeral(row.item.label), subject=title)
    at = RESULT if width >= counting.WIDE else RESULT - 28
    spans = [
        Span(0, ">" if here else " "),
        Span(2, fit(_("{question}  {way}").format(question=words, way=_("poll")), 38)),
        Span(at, _polled(row.poll), "" if here else "bold"),
    ]
    if width >= counting.WIDE and row.poll.closed is not None:
        papers = row.poll.closed.returned
        spans.append(
            right(ngettext("{count} paper", "{count} papers", papers).format(count=papers), ENDS[-1])
        )
    return Line(tuple(spans), "cursor" if here else "", f"screen.point({number})")


def _polled(poll: PollView) -> str:
    if poll.abandoned is not None:
        return _("no result")
    if poll.closed is None:
        return _("still open")
    if not poll.announced:
        return _("to announce")
    if poll.reopened is not None:
        return reopenings.reopened_short(poll.reopened)
    if poll.further is not None:
        from council_tui.wording import pollnotes

        return pollnotes.round_column(poll)
    return pgettext("column", "Decided") if poll.winners else pgettext("column", "Nobody")


def _next(meeting: MeetingView, way: Way, width: int) -> list[Line]:
    """The next step in words: what is put, and how."""
    deed = next_deed(meeting)
    if deed.next is not Next.VOTE:
        return []
    how = _("h another way")
    column = 1 + max(cell_len(_("Next")), 6) + 2
    said = fit(long_step(meeting, deed, way), width - 3 - cell_len(how) - column)
    spans = Span(1, _("Next"), "dim"), Span(column, said, "bold"), right(how, width - 1, "dim")
    return [Line(spans), BLANK]


def _heads(width: int) -> Line:
    names_ = (
        pgettext("column", "Present"),
        pgettext("column", "Yes"),
        pgettext("column", "No"),
        pgettext("column", "Abstain"),
    )
    if width < counting.WIDE:
        return Line(
            (
                Span(2, pgettext("column", "Question"), "dim"),
                Span(RESULT - 28, pgettext("column", "Result"), "dim"),
            )
        )
    ends: Sequence[int] = ENDS
    heads = [right(name, end, "dim") for name, end in zip(names_, ends, strict=True)]
    return Line(
        (
            Span(2, pgettext("column", "Question"), "dim"),
            *heads,
            Span(RESULT, pgettext("column", "Result"), "dim"),
            Span(ITEM, pgettext("column", "Item") if width >= BROAD else "", "dim"),
        )
    )


def _row(meeting: MeetingView, number: int, row: Row, here: bool, width: int) -> Line:
    words = counting.title(meeting, row.item, row.vote)
    way = names.way_words(row.vote.opened.way)
    spans = [
        Span(0, ">" if here else " "),
        Span(2, fit(_("{question}  {way}").format(question=words, way=way), 38)),
    ]
    count = row.vote.count()
    wide = width >= counting.WIDE
    if count is not None and wide:
        figures = (count.present, count.yes, count.no, count.abstain)
        spans += [right(str(figure), end) for figure, end in zip(figures, ENDS, strict=True)]
    spans.append(Span(RESULT if wide else RESULT - 28, _result(row.vote), "" if here else "bold"))
    if width >= BROAD:
        title = names.said(meeting, row.item.title, row.item.title_2)
        spans.append(Span(ITEM, fit(title, width - ITEM - 1), "" if here else "dim"))
    return Line(tuple(spans), "cursor" if here else "", f"screen.point({number})")


def _result(vote: VoteView) -> str:
    if vote.abandoned is not None:
        return _("no result")
    if vote.closed is None:
        return _("still open")
    if not vote.announced:
        return _("to announce")
    if vote.reopened is not None:
        return reopenings.reopened_short(vote.reopened)
    if vote.closed.carried:
        return pgettext("column", "Carried")
    return pgettext("column", "Tied") if vote.closed.tie else pgettext("column", "Lost")
