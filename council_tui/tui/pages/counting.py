"""What the pages of a vote share: its head, its question, figures large or in a row, the bar, a fill."""

from collections.abc import Sequence

from rich.cells import cell_len

from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.rules import Count, Outlook, Rules, outlook
from council_tui.domain.votes import VoteView
from council_tui.export.wrap import wrap
from council_tui.tui.ink import Line, Span, fit, right
from council_tui.tui.widgets import figures as big
from council_tui.tui.widgets.bar import ROOM, Parts, bar
from council_tui.wording import names
from council_tui.wording.catalog import _, pgettext
from council_tui.wording.counts import outlook_sentence
from council_tui.wording.papers import votes

COLUMNS = (3, 25, 47, 65)
"""Yes, no, abstain, and the rest: as in the sketches, whatever is around them."""
NARROW = (3, 18, 33, 46)
BAR = 41
WIDE = 80
"""From so many columns on figures are large and the bar stands beside its sentence."""
SIGNS = ("+", "-", "=")
INKS = ("for", "against", "abstain")


def columns(width: int) -> tuple[int, ...]:
    """Where yes, no, abstain and the rest stand."""
    return COLUMNS if width >= WIDE else NARROW


def title(meeting: MeetingView, item: ItemView, vote: VoteView) -> str:
    """`1. Motion as amended`."""
    numeral = names.numeral(item.label)
    return pgettext("vote", "{number} {subject}").format(number=numeral, subject=votes.subject(item, vote))


def head(meeting: MeetingView, item: ItemView, vote: VoteView, note: str, width: int) -> Line:
    """What is voted on and how, and a note at the right edge."""
    words = title(meeting, item, vote)
    way = names.way_words(vote.opened.way)
    spans = [Span(1, words, "bold"), Span(1 + cell_len(words) + 2, way, "dim")]
    if note:
        room = width - 1 - (spans[1].column + cell_len(way) + 2)
        spans.append(right(fit(note, room), width - 1, "dim"))
    return Line(tuple(spans))


def question(meeting: MeetingView, vote: VoteView, width: int, most: int) -> list[Line]:
    """The exact text; of a longer one its beginning, and the key that shows it whole."""
    words = names.said(meeting, vote.opened.question, vote.opened.question_2)
    rows = wrap(" ".join(words.split()), width - 3)
    more = _("F2 full text")
    if len(rows) > most:
        last = fit(rows[most - 1] + "....", width - 5 - cell_len(more))
        rows = [*rows[: most - 1], last]
        return [
            *(Line((Span(1, row),)) for row in rows[:-1]),
            Line((Span(1, last), right(more, width - 1, "dim"))),
        ]
    return [Line((Span(1, row),)) for row in rows]


def words(asked: bool = True, *, parties: bool = False) -> list[str]:
    """`yes`, `no` and `abstain`, as they stand under figures; of parties whether they agree."""
    if parties:
        found = [
            pgettext("parties", "agree"),
            pgettext("parties", "disagree"),
            pgettext("parties", "reserve"),
        ]
        return found if asked else found[:2]
    found = [pgettext("answer", "yes"), pgettext("answer", "no"), pgettext("answer", "abstain")]
    return found if asked else found[:2]


def labels(at: Sequence[int], *, asked: bool) -> Line:
    """`+ yes`, `- no` and `= abstain` at their columns, all alike."""
    rows = zip(at, SIGNS, words(asked), strict=False)
    return Line(tuple(Span(column, f"{sign} {each}") for column, sign, each in rows))


def figures(count: Count, rest: str, width: int, *, asked: bool, sign: big.Figure = ()) -> list[Line]:
    """Yes, no and abstain, five rows tall with their names below; where that does not fit, in a row."""
    if width < WIDE:
        return [row(count, rest, width, asked=asked)]
    named = words(asked, parties=count.parties)
    numbers = (count.yes, count.no, count.abstain)[: len(named)]
    shown = [
        big.figure(number, column, ink) for number, column, ink in zip(numbers, COLUMNS, INKS, strict=False)
    ]
    below = [
        Span(column, f"{mark} {name}", ink if number else "dim")
        for number, column, ink, mark, name in zip(numbers, COLUMNS, INKS, SIGNS, named, strict=False)
    ]
    below.append(Span(COLUMNS[3], rest, "dim"))
    return [*big.beside(*shown, *([sign] if sign else [])), Line(tuple(below))]


def row(count: Count, rest: str, width: int, *, asked: bool) -> Line:
    """The same in one bold row."""
    at = NARROW
    named = words(asked, parties=count.parties)
    found = zip((count.yes, count.no, count.abstain), at, SIGNS, INKS, named, strict=False)
    spans = [
        Span(column, f"{mark} {name} {number}", ink if number else "dim")
        for number, column, mark, ink, name in found
    ]
    return Line((*spans, Span(at[3], rest, "dim")))


def standing(rules: Rules, count: Count, unanswered: int, width: int) -> list[Line]:
    """How it stands, in a sentence and as a bar: beside each other where both fit."""
    ahead: Outlook = outlook(rules, count, unanswered)
    parts = Parts(count.yes, count.no, count.abstain, max(count.not_voting, 0))
    return beside(outlook_sentence(ahead), parts, ahead.needed, width)


def beside(sentence: str, parts: Parts, needed: int | None, width: int) -> list[Line]:
    """A sentence, and a bar at its column; the bar below where the sentence is long."""
    said = Span(3, sentence, "bold")
    if width >= WIDE and cell_len(sentence) < BAR - 4:
        return [Line((said, *bar(parts, needed, BAR, ROOM)))]
    return [*told(sentence, width), barred(parts, needed)]


def barred(parts: Parts, needed: int | None) -> Line:
    """A bar in a row of its own."""
    return Line(tuple(bar(parts, needed, 3, ROOM)))


def told(sentence: str, width: int) -> list[Line]:
    """A sentence in bold, wrapped."""
    return [Line((Span(3, each, "bold"),)) for each in wrap(sentence, width - 5)]


def plain(sentence: str, width: int) -> list[Line]:
    """A sentence, wrapped, where lists begin."""
    return [Line((Span(1, each),)) for each in wrap(sentence, width - 3)]


def filled(sentence: str, ink: str, width: int) -> list[Line]:
    """Three rows of one fill with a sentence in them, read from across the room."""
    fill = " " * (width - 2)
    middle = f"  {fit(sentence, width - 6)}"
    return [
        Line((Span(1, fill, ink),)),
        Line((Span(1, middle + " " * (width - 2 - cell_len(middle)), ink),)),
        Line((Span(1, fill, ink),)),
    ]


def spaced(words: str) -> str:
    """Letters with air between them, as a fill has its verdict: two characters alone stand further apart."""
    return "   ".join((" " * (3 if len(words) == 2 else 1)).join(word) for word in words.split())
