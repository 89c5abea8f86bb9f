"""The page of a roll call: who is asked is seen first, then how it stands, then the roll."""

from collections.abc import Sequence

from rich.cells import cell_len

from council_tui.domain.agenda import Role
from council_tui.domain.desk import VotesView
from council_tui.domain.ids import PersonId
from council_tui.domain.items import ItemView
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.people import PersonView
from council_tui.domain.rules import ChairVotes, Count
from council_tui.domain.votes import Choice, VoteView
from council_tui.export.wrap import wrap
from council_tui.tui.ink import BLANK, Line, Span, fit
from council_tui.tui.pages import counting
from council_tui.tui.widgets import roll
from council_tui.wording import names
from council_tui.wording.catalog import _, pgettext
from council_tui.wording.proxies import holder_words

BOX, BOX_WIDE, BOX_WIDEST = 63, 16, 40
"""The column of who is asked, and how wide it is at 80 columns and where there is room."""
LARGE = 12
"""Rows above the roll where the figures are large."""

MARKS = {Choice.YES: ("+", "for"), Choice.NO: ("-", "against"), Choice.ABSTAIN: ("=", "abstain")}


@dataclass(frozen=True, slots=True)
class Page:
    """The rows, and how many of them the roll may take."""

    lines: tuple[Line, ...]
    rows: int


def page(
    view: VotesView,
    meeting: MeetingView,
    item: ItemView,
    asked: PersonId | None,
    size: tuple[int, int],
) -> Page:
    """Large figures where the whole roll fits below them; else they stand in a row, for more of it."""
    vote = view.running
    if vote is None:
        return Page((), 0)
    width, height = size
    places = _places(view, meeting, vote)
    large = width >= counting.WIDE and roll.fits(len(places), width, height - LARGE)
    top = _large(view, meeting, item, asked, width) if large else _small(view, meeting, item, asked, width)
    rows = height - len(top)
    at = view.asked.index(asked) if asked in view.asked else None
    return Page((*top, *roll.roll(places, at, width, rows)), rows)


def _large(
    view: VotesView, meeting: MeetingView, item: ItemView, asked: PersonId | None, width: int
) -> list[Line]:
    vote, count = _counted(view)
    text = counting.question(meeting, vote, width, 2)
    rows = [counting.head(meeting, item, vote, "", width), *text]
    rows += [BLANK] * (4 - len(rows))
    tall = counting.figures(count, _to_ask(view), width, asked=vote.rules.ask_abstain)
    boxed = _box(view, meeting, asked, min(width - BOX - 1, BOX_WIDEST))
    tall[1:4] = [Line((*row.spans, *box)) for row, box in zip(tall[1:4], boxed, strict=True)]
    below = counting.standing(vote.rules, count, len(view.unanswered), width)
    rows += [*tall, *below]
    return [*rows, *[BLANK] * (LARGE - len(rows))]


def _small(
    view: VotesView, meeting: MeetingView, item: ItemView, asked: PersonId | None, width: int
) -> list[Line]:
    vote, count = _counted(view)
    rows = [
        counting.head(meeting, item, vote, "", width),
        *counting.question(meeting, vote, width, 2),
        counting.row(count, _to_ask(view), width, asked=vote.rules.ask_abstain),
    ]
    told = "" if asked is None else _told(view, meeting, asked)
    if width >= counting.WIDE and cell_len(told) <= BOX_WIDE:
        rows[-1] = Line((*rows[-1].spans, *_one_row(told, BOX, BOX_WIDE)))
    else:
        rows.append(Line(tuple(_one_row(told, 3, width - 6))))
    return [*rows, *counting.standing(vote.rules, count, len(view.unanswered), width)[:2]]


def _counted(view: VotesView) -> tuple[VoteView, Count]:
    if view.running is None:
        raise LookupError("no vote is open")
    return view.running, view.running.tally(view.present)


def _to_ask(view: VotesView) -> str:
    return _("{count} to ask").format(count=len(view.unanswered))


def _box(view: VotesView, meeting: MeetingView, asked: PersonId | None, wide: int) -> list[list[Span]]:
    """Who is asked, reversed, on three rows at the right; under the name who answers for them."""
    if asked is None:
        return [[], [], []]
    seat, name = _asked_words(meeting, asked)
    through = holder_words(meeting, view.through, asked)
    rows = [_("Asking {seat}").format(seat=seat), *wrap(_airy(name), wide - 4)[: 1 if through else 2]]
    rows += [through] if through else []
    rows += [""] * (3 - len(rows))
    return [[Span(BOX, _padded(f"  {each}", wide), "cursor-bold")] for each in rows]


def _one_row(told: str, column: int, wide: int) -> list[Span]:
    return [Span(column, _padded(told, wide), "cursor-bold")] if told else []


def _told(view: VotesView, meeting: MeetingView, asked: PersonId) -> str:
    """Seat and name in a row, and who answers for them."""
    through = holder_words(meeting, view.through, asked)
    return " {} {}".format(*_asked_words(meeting, asked)) + (f"  {through}" if through else "")


def _asked_words(meeting: MeetingView, asked: PersonId) -> tuple[str, str]:
    person = meeting.people[asked].person
    return str(person.seat or ""), names.name_of(meeting, asked)


def _airy(name: str) -> str:
    """A short Chinese name with air between its characters."""
    return " ".join(name) if len(name) <= 4 and cell_len(name) == 2 * len(name) else name


def _padded(words: str, wide: int) -> str:
    fitted = fit(words, wide)
    return fitted + " " * (wide - cell_len(fitted))


def _places(view: VotesView, meeting: MeetingView, vote: VoteView) -> list[roll.Place]:
    last: Sequence[PersonId] = (
        meeting.holders(Role.CHAIR) if vote.rules.chair_votes is ChairVotes.LAST else ()
    )
    marks = _marks()
    return [
        _place(
            meeting.people[person].person,
            marks[vote.answers[person][1]]
            if person in vote.answers
            else _unanswered(person in last, person in view.through),
        )
        for person in view.asked
    ]


def _place(person: PersonView, mark: tuple[str, str]) -> roll.Place:
    action = f"screen.desk('roll_call', '{person.id}')"
    return roll.Place(person.seat, names.person_name(person), *mark, action)


def _marks() -> dict[Choice, tuple[str, str]]:
    """Each answer in the six columns of the roll, and its ink."""
    short = {
        Choice.YES: pgettext("roll", "yes"),
        Choice.NO: pgettext("roll", "no"),
        Choice.ABSTAIN: pgettext("roll", "abst."),
    }
    return {choice: (f"{sign} {short[choice]}", ink) for choice, (sign, ink) in MARKS.items()}


def _unanswered(last: bool, through: bool) -> tuple[str, str]:
    if through:
        return ". " + pgettext("roll", "proxy"), "dim"
    return (". " + pgettext("roll", "last") if last else "."), "dim"
