"""The Minutes screen laid out: what is missing, the versions, and the paper as it would be printed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from rich.cells import cell_len

from council_tui.domain.ids import PersonId
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind
from council_tui.domain.papers import SHEET, PapersView, Printed, exported
from council_tui.domain.quality import Gap, gaps
from council_tui.export import WIDTHS
from council_tui.export.anchor import anchor_lines
from council_tui.export.text import lines
from council_tui.store import clock
from council_tui.tui.ink import BLANK, Line, Span, line, right, text
from council_tui.tui.widgets import pane
from council_tui.tui.widgets.prose import prose
from council_tui.wording import names
from council_tui.wording.catalog import _, languages, ngettext, pgettext, speaking
from council_tui.wording.minutes import sealed_hash
from council_tui.wording.papers.state import Paper, kind_words, paper, seal_words, state_words
from council_tui.wording.quality import lack_words

T = TypeVar("T")

PAGES = 11
"""Columns for which page of how many is seen."""

GAPS, SEALS = 4, 2
"""Rows for what is missing and for versions, in a window of 24 rows."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Which paper is shown, and from which line on."""

    kind: PaperKind = PaperKind.MINUTES
    lang: str = ""
    """Empty: the council's."""
    columns: int = WIDTHS[0]
    first: int = 0
    cursor: int = 0
    """The gap where the keys go."""

    def spoken(self, meeting: MeetingView) -> str:
        """The paper's language."""
        return self.lang or meeting.council.lang


class Papers:
    """The papers of one view, composed and laid out once each."""

    def __init__(self, view: PapersView):
        self.view = view
        self._papers: dict[tuple[Printed, str], Paper] = {}
        self._lines: dict[tuple[PaperKind, str, int], list[str]] = {}

    @property
    def meeting(self) -> MeetingView:
        """The meeting in hand; there is one."""
        assert self.view.hall.meeting is not None
        return self.view.hall.meeting

    @cached_property
    def sha256(self) -> str:
        """The hash of what all papers say."""
        return sealed_hash(self.meeting)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What they lack; nothing yet before the meeting has begun."""
        return gaps(self.meeting) if self.meeting.moves else ()

    def paper(self, kind: Printed, lang: str) -> Paper:
        """One of them; or the blank tally sheet, which is never sealed."""
        if (kind, lang) not in self._papers:
            self._papers[kind, lang] = self._composed(kind, lang)
        return self._papers[kind, lang]

    def _composed(self, kind: Printed, lang: str) -> Paper:
        if kind == SHEET:
            from council_tui.wording.tallysheet import compose_sheet

            return Paper(compose_sheet(self.meeting, lang, clock.local(clock.now())), None)
        return paper(self.meeting, kind, lang, self.sha256)

    def lines(self, kind: PaperKind, lang: str, columns: int) -> list[str]:
        """One of them as it is printed at a width."""
        key = kind, lang, columns
        if key not in self._lines:
            found = self.paper(kind, lang)
            anchor = found.anchor(columns)
            last = ["", *anchor_lines(anchor, columns)] if anchor is not None else []
            self._lines[key] = [*lines(found.document, columns), *last]
        return self._lines[key]


def columns_shown(setting: Setting, width: int) -> int:
    """The width of the paper on the screen: as chosen, where there is room."""
    room = pane.pane(width) or width - 2
    return (
        setting.columns if setting.columns <= room else max(w for w in WIDTHS if w <= max(room, WIDTHS[-1]))
    )


def page(papers: Papers, setting: Setting, width: int, height: int) -> list[Line]:
    """The rows: one below the other, or side by side in a wide window."""
    if pane.pane(width):
        left = pane.main(width)
        rows = [*_lacking(papers, setting, left, height - 8), BLANK, *_seals(papers, left, 6)]
        return pane.beside(rows, sheet(papers, setting, width, height), width)
    top = [*_lacking(papers, setting, width, GAPS), *_seals(papers, width, SEALS), BLANK]
    return [*top, *sheet(papers, setting, width, height - len(top))]


def room(papers: Papers, setting: Setting, width: int, height: int) -> int:
    """How many lines of the paper are seen."""
    heads = len(_head(papers, setting, width, ""))
    if pane.pane(width):
        return max(height - heads, 1)
    above = len(_lacking(papers, setting, width, GAPS)) + len(_seals(papers, width, SEALS)) + 1
    return max(height - above - heads, 1)


def turned(papers: Papers, setting: Setting, by: int, size: tuple[int, int]) -> Setting:
    """So many lines further, or back; never past the last page."""
    columns = columns_shown(setting, size[0])
    whole = len(papers.lines(setting.kind, setting.spoken(papers.meeting), columns))
    last = max(0, whole - room(papers, setting, *size))
    return replace(setting, first=max(0, min(setting.first + by, last)))


def _lacking(papers: Papers, setting: Setting, width: int, most: int) -> list[Line]:
    found = papers.gaps
    if not papers.meeting.moves:
        return [text(_("The papers write themselves once the meeting is opened."), "bold")]
    if not found:
        return [text(_("Nothing is missing."), "bold")]
    count = ngettext("{count} gap", "{count} gaps", len(found)).format(count=len(found))
    note = _("signing off is possible all the same; gaps are printed")
    first = max(0, min(setting.cursor - most // 2, len(found) - most))
    return [
        line(Span(1, count, "bold"), Span(3 + cell_len(count), note, "dim")),
        *(
            _gap(papers.meeting, gap, width, first + n, first + n == setting.cursor)
            for n, gap in enumerate(found[first : first + most])
        ),
    ]


def _gap(meeting: MeetingView, gap: Gap, width: int, number: int, here: bool) -> Line:
    """What is missing, where, and that Enter goes there."""
    words, mend = lack_words(gap.lack), _("Enter mends it")
    at = max(4 + cell_len(words), width // 2 - 8)
    spans = [
        Span(0, ">" if here else " "),
        Span(2, words),
        Span(at, _where(meeting, gap), "" if here else "dim"),
    ]
    if here:
        spans.append(right(f"  {mend}", width - 1))
    return Line(tuple(spans), "cursor" if here else "", f"screen.point({number})")


def _where(meeting: MeetingView, gap: Gap) -> str:
    """The action or the item that a gap is about."""
    if gap.action is not None:
        found = next(each.fact for each in meeting.actions if each.id == gap.action)
        return names.said(meeting, found.task, found.task_2)
    item = meeting.item(gap.item) if gap.item is not None else None
    if item is None:
        return ""
    title = names.said(meeting, item.title, item.title_2)
    return pgettext("gap", "{number} {title}").format(number=names.numeral(item.label), title=title)


def _seals(papers: Papers, width: int, most: int) -> list[Line]:
    """The newest versions, the last of them first."""
    seals = papers.meeting.seals[::-1][:most]
    told = [seal_words(papers.meeting, seal, exported(papers.view.exports, seal)) for seal in seals]
    return [row for words in told for row in prose(words, width - 2, 1, "dim")]


def sheet(papers: Papers, setting: Setting, width: int, height: int) -> list[Line]:
    """The head of the paper and a window of its lines, `height` rows in all."""
    rows = papers.lines(setting.kind, setting.spoken(papers.meeting), columns_shown(setting, width))
    seen = max(height - len(_head(papers, setting, width, "")), 1)
    told = _("{at} / {pages}").format(at=-(-setting.first // seen) + 1, pages=-(-len(rows) // seen))
    column = 0 if pane.pane(width) else 2
    body = [Line((Span(column, row),)) for row in rows[setting.first : setting.first + seen]]
    return [*_head(papers, setting, width, told), *body]


def _head(papers: Papers, setting: Setting, width: int, told: str) -> list[Line]:
    """Which paper it is and how far it has come: in one row, or in two where that is too long."""
    lang, columns = setting.spoken(papers.meeting), columns_shown(setting, width)
    column, end = (0, pane.pane(width)) if pane.pane(width) else (1, width - 1)
    kind, state = kind_words(setting.kind), state_words(papers.meeting, papers.sha256)
    about = _("{language}  {columns} columns").format(language=language_words(lang), columns=columns)
    sealed = papers.paper(setting.kind, lang).seal is not None
    right_hand = right(state, end, "sealed" if sealed else "bold")
    left = [Span(column, kind, "bold"), Span(column + cell_len(kind) + 2, about, "dim")]
    after = left[1].column + cell_len(about)
    if after + PAGES + 6 + cell_len(state) <= end:
        return [line(*left, right(told, right_hand.column - 3, "dim"), right_hand)]
    return [line(*left, right(told, end, "dim")), line(right_hand._replace(column=column))]


def changed(setting: Setting, papers: Papers | None, what: str, by: int) -> Setting:
    """Another kind, language or width, from the first line on."""
    if papers is None:
        return setting
    match what:
        case "kind":
            return replace(setting, kind=_after(list(PaperKind), setting.kind, by), first=0)
        case "language":
            lang = _after(list(languages()), setting.spoken(papers.meeting), by)
            return replace(setting, lang=lang, first=0)
        case _:
            place = max(0, min(WIDTHS.index(setting.columns) + by, len(WIDTHS) - 1))
            return replace(setting, columns=WIDTHS[place], first=0)


def _after(found: Sequence[T], one: T, by: int) -> T:
    return found[(found.index(one) + by) % len(found)] if one in found else found[0]


def seal_question(papers: Papers, chair: PersonId) -> tuple[str, str]:
    """What the chair is asked, and what follows from it."""
    meeting = papers.meeting
    version = meeting.seals[-1].fact.version + 1 if meeting.seals else 1
    asked = _("Sign off version {version} of the papers?  Chair: {chair}")
    gaps = len(papers.gaps)
    count = ngettext("{count} gap is printed.", "{count} gaps are printed.", gaps).format(count=gaps)
    note = _(
        "Minutes and record in every language are sealed as they stand."
        " This is not undone; a later change becomes a new version."
    )
    question = asked.format(version=version, chair=names.name_of(meeting, chair))
    return question, names.sentences([count if gaps else "", note])


def language_words(lang: str) -> str:
    """What a language calls itself."""
    with speaking(lang):
        return pgettext("language", "English")
