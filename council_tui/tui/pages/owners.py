"""The page of an owners' vote: both measures, what is missing, whose paper is in hand, the last ones."""

from collections.abc import Sequence

from council_tui.domain.areas import area_text
from council_tui.domain.counts import Count
from council_tui.domain.gates import Measure
from council_tui.domain.items import ItemView
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.owners import Missing, missing, taking_part, tenths
from council_tui.domain.rules import Rules
from council_tui.domain.unitlists import Answer
from council_tui.domain.units import Candidate, Paper
from council_tui.domain.votes import VoteView
from council_tui.tui.ink import BLANK, Line, Span, fit, right
from council_tui.tui.pages import counting
from council_tui.wording import units
from council_tui.wording.catalog import _, ngettext, pgettext
from council_tui.wording.gates import linked

HEADS, SHARE, AREA, AREA_SHARE = 26, 36, 54, 64
"""Where the columns of figures end."""
FIELD, ROOM = 20, 22
"""The field's column and width."""
SIGNS = {Answer.YES: "+", Answer.NO: "-", Answer.ABSTAIN: "=", Answer.INVALID: "x"}
INKS = {Answer.YES: "for", Answer.NO: "against", Answer.ABSTAIN: "abstain", Answer.INVALID: ""}


@dataclass(frozen=True, slots=True)
class Entering:
    """Where the keys are: what fits what is typed and which is marked, or whose paper is in hand."""

    typing: bool = True
    typed: str = ""
    found: tuple[Candidate, ...] = ()
    marked: int = 0
    chosen: Candidate | None = None


def page(
    meeting: MeetingView, item: ItemView, vote: VoteView, entering: Entering, width: int
) -> tuple[list[Line], int]:
    """The rows, and the one in which the field stands."""
    tally = vote.owners
    if tally is None:
        return [], 0
    rows = [
        counting.head(meeting, item, vote, _back(tally.count), width),
        *counting.question(meeting, vote, width, 1),
        BLANK,
        *_figures(vote.rules, tally.count),
        BLANK,
        *_standing(vote.rules, tally.count, width),
        BLANK,
    ]
    return [*rows, *_entry(entering, width), *_recent(tally.recent, width)], len(rows)


def _back(count: Count) -> str:
    """How many of the owners' papers came back, invalid ones too."""
    return _("papers back {count} of {whole}").format(count=count.present, whole=count.roll)


def _figures(rules: Rules, count: Count) -> list[Line]:
    """By heads and by area, each with its share of all, or of those taking part."""
    judged = taking_part(rules, count)
    area, whole = judged.area or judged, count.area or count
    heads = Line(
        (
            right(_("owners"), HEADS, "dim"),
            right("%", SHARE, "dim"),
            right(_("floor area"), AREA, "dim"),
            right("%", AREA_SHARE, "dim"),
        )
    )
    rows = [
        heads,
        _row(_("in all"), (count.roll, whole.roll), None, "dim"),
        _row(_("taking part"), (judged.present, area.present), (count.roll, whole.roll), "bold"),
    ]
    figures = {
        Answer.YES: (judged.yes, area.yes),
        Answer.NO: (judged.no, area.no),
        Answer.ABSTAIN: (judged.abstain, area.abstain),
    }
    for answer, pair in figures.items():
        words = f"{SIGNS[answer]} {units.answer_words(answer)}"
        rows.append(_row(words, pair, (judged.participating, area.participating), INKS[answer]))
    invalid = f"{SIGNS[Answer.INVALID]} {units.answer_words(Answer.INVALID)}"
    return [*rows, _row(invalid, (count.invalid, whole.invalid), None, "dim")]


def _row(label: str, figures: tuple[int, int], of: tuple[int, int] | None, ink: str) -> Line:
    heads, area = figures
    spans = [
        Span(3, label, "dim" if ink == "dim" else ""),
        right(str(heads), HEADS, ink if heads else "dim"),
        right(area_text(area), AREA, ink if area else "dim"),
    ]
    if of is not None:
        spans.insert(2, right(tenths(heads, of[0]), SHARE))
        spans.append(right(tenths(area, of[1]), AREA_SHARE))
    return Line(tuple(spans))


def _standing(rules: Rules, count: Count, width: int) -> list[Line]:
    """What is still missing for taking part, and for the result."""
    found = missing(rules, count)
    words = (
        _("Taking part: {missing}").format(missing=_listed(found, rules, part=True)),
        _("Result: {missing}").format(missing=_listed(found, rules, part=False)),
    )
    return [Line((Span(3, fit(each, width - 5), "bold"),)) for each in words]


def _listed(found: Sequence[Missing], rules: Rules, *, part: bool) -> str:
    """`3 owners and 120.00 sq m more`, `reached`, `cannot be reached any more`."""
    figures = [(each.measure, each.taking_part if part else each.yes) for each in found]
    if any(figure is None for _measure, figure in figures):
        return _("cannot be reached any more")
    words = [_more(measure, figure) for measure, figure in figures if figure]
    if not words:
        return pgettext("owners", "reached")
    joined = linked(words, _("{first} and {second}"))
    text = _("{figures} more needed") if part else _("{figures} more yes needed")
    return text.format(figures=joined)


def _more(measure: Measure, figure: int) -> str:
    if measure is Measure.AREA:
        return _("{area} sq m").format(area=area_text(figure))
    return ngettext("{count} owner", "{count} owners", figure).format(count=figure)


def _entry(entering: Entering, width: int) -> list[Line]:
    """The field with what fits, or whose paper is in hand and what it may say."""
    if entering.chosen is not None:
        return [*_chosen(entering.chosen, width), BLANK]
    if not entering.typing:
        return [Line((Span(1, _("Enter: the next paper.   0: close the count.")),)), BLANK]
    label = Span(1, _("Unit or owner"), "bold")
    rows = [Line((label, Span(FIELD - 1, "["), Span(FIELD + ROOM, "]")))]
    if entering.typed and not entering.found:
        rows.append(Line((Span(3, _("Nobody who may answer fits.")),)))
    rows += [
        Line(
            (
                Span(1, ">" if number == entering.marked else " "),
                Span(3, fit(who(each, width), width - 22)),
                right(_stands(each), width - 2, "dim"),
            ),
            "cursor" if number == entering.marked else "",
        )
        for number, each in enumerate(entering.found)
    ]
    return [*rows, BLANK]


def who(owner: Candidate, width: int) -> str:
    """`1-101  Wang Fang  2 units  189.50 sq m`."""
    numbers = " ".join(owner.numbers) + (" .." if owner.units > len(owner.numbers) else "")
    area = _("{area} sq m").format(area=area_text(owner.area))
    return "  ".join([fit(numbers, width // 3), owner.name, area])


def _stands(owner: Candidate) -> str:
    return "" if owner.answer is Answer.NONE else units.answer_words(owner.answer)


def _chosen(owner: Candidate, width: int) -> list[Line]:
    keys = _("1 yes   2 no   3 abstain   4 invalid   Esc not this one")
    rows = [Line((Span(1, fit(who(owner, width), width - 3), "bold"),)), Line((Span(3, keys),))]
    if owner.answer is not Answer.NONE:
        text = _("Entered already: {answer}. Another answer is asked first.")
        rows.append(Line((Span(3, text.format(answer=_stands(owner)), "bold"),)))
    return rows


def _recent(papers: Sequence[Paper], width: int) -> list[Line]:
    """The last papers, the newest first."""
    return [
        Line(
            (
                Span(3, fit(each.number, 12), "dim"),
                Span(16, fit(each.name, width - 50)),
                right(area_text(each.area), AREA, "dim"),
                Span(AREA + 2, f"{SIGNS[each.answer]} {units.answer_words(each.answer)}"),
            )
        )
        for each in papers
    ]
