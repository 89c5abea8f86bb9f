"""The Proposals screen laid out: what an amendment changes, the list below it, the full text beside it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from rich.cells import cell_len

from council_tui.domain.difference import difference
from council_tui.domain.finding import folded, matches
from council_tui.domain.items import ItemView, MotionView, subject_of
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.versions import ProposalsView, Version, measured_against
from council_tui.tui.ink import BLANK, Line, Span, fit, line, text
from council_tui.tui.pages import stages
from council_tui.tui.widgets.prose import compared, prose
from council_tui.wording import names
from council_tui.wording.catalog import N_, _, current, pgettext

TEXT = 9
"""Where texts begin, behind their labels."""
ROOMY = 70
"""Columns from which the list has the movers too; below they stand above it only."""
MOST = 8
"""Rows of the list that the text above it leaves free."""

STATES = {
    "withdrawn": N_("withdrawn"),
    "voting": N_("voting"),
    "counted": N_("counted"),
    "to_be_voted": N_("to be voted on"),
    "written": N_("written"),
    "debated": N_("in debate"),
    "moved": N_("moved"),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the list: a proposal or an amendment; or an item that nobody has written one for."""

    item: ItemView
    motion: MotionView | None


def listed(meeting: MeetingView | None, wanted: str = "") -> list[Listed]:
    """Every row, or those in which something is looked for: each motion before its amendments."""
    if meeting is None:
        return []
    rows = [row for item in meeting.items for row in _under(item)]
    return [row for row in rows if _fits(meeting, row, wanted)] if wanted else rows


def _under(item: ItemView) -> Iterator[Listed]:
    motions = [motion for motion in item.motions if motion.amends is None]
    if not motions:
        yield Listed(item, None)
    for motion in motions:
        yield Listed(item, motion)
        yield from (Listed(item, each) for each in item.motions if each.amends == motion.id)


def _fits(meeting: MeetingView, row: Listed, wanted: str) -> bool:
    """Whether it is in a title, a text or a number, or begins the name of who moved it."""
    item, motion = row.item, row.motion
    said = [item.number, item.title, item.title_2]
    if motion is not None:
        said += [motion.words, motion.words_2, motion.text, motion.text_2]
    if any(folded(wanted) in folded(each) for each in said):
        return True
    mover = meeting.people.get(motion.mover) if motion is not None and motion.mover is not None else None
    return mover is not None and matches(wanted, (mover.person.name, mover.person.latin, *mover.person.keys))


def state_words(meeting: MeetingView, row: Listed) -> str:
    """Where a proposal stands, in a word or two."""
    item, motion = row.item, row.motion
    if motion is None:
        return _("no text yet")
    if motion.withdrawn is None and motion.carried is not None:
        return pgettext("result", "carried") if motion.carried else pgettext("result", "lost")
    return _(STATES[_state(meeting, item, motion)])


def _state(meeting: MeetingView, item: ItemView, motion: MotionView) -> str:
    """Where one without a result stands."""
    if motion.withdrawn is not None:
        return "withdrawn"
    if any(vote.open for vote in motion.votes):
        return "voting"
    if any(vote.closed is not None for vote in motion.votes):
        return "counted"
    if motion.mover is None:
        return "written"
    if motion.amends is not None:
        return "to_be_voted"
    here = meeting.current is not None and meeting.current.id == item.id
    return "debated" if here else "moved"


def moved_words(meeting: MeetingView, motion: MotionView) -> str:
    """Who moved it and who seconded it."""
    if motion.mover is None:
        return _("not moved yet")
    mover = names.name_of(meeting, motion.mover)
    if motion.seconder is None:
        return _("moved by {mover}, not seconded").format(mover=mover)
    return _("moved by {mover}, seconded by {seconder}").format(
        mover=mover, seconder=names.name_of(meeting, motion.seconder)
    )


def number_words(item: ItemView) -> str:
    """An item's own number, else the one it has on the agenda."""
    return item.number or names.numeral(item.label)


def title_words(meeting: MeetingView, row: Listed) -> str:
    """What a row is called above a form: `T-2023-004 Street lights`, `Amendment 1`."""
    item, motion = row.item, row.motion
    if motion is not None and motion.amends is not None:
        return names.subject_words(*subject_of(item, motion))
    title = names.said(meeting, item.title, item.title_2)
    return pgettext("proposal", "{number}  {title}").format(number=number_words(item), title=title)


def ended(motion: MotionView) -> bool:
    """Whether nothing can become of it any more in this meeting."""
    return motion.withdrawn is not None or motion.carried is not None


def filter_rows(view: ProposalsView, shown: int) -> list[Line]:
    """The row of the filter, and how many fit."""
    told = _("{count} of {whole}").format(count=shown, whole=len(listed(view.hall.meeting)))
    return [line(Span(1, "/"), Span(25, told, "dim"))]


def page(view: ProposalsView, rows: Sequence[Listed], cursor: int, width: int, height: int) -> list[Line]:
    """What the row under the cursor says, above the list."""
    meeting = view.hall.meeting
    if meeting is None:
        return []
    if not rows:
        none = _("No item is on the agenda yet. 4 Agenda, then n adds one; its proposal is written here.")
        found = _("Nothing fits. Esc shows all.")
        return [text(fit(found if meeting.items else none, width - 2), "dim")]
    row = rows[cursor]
    room = max(2, height - 5 - min(len(rows), MOST))
    top = [_head(meeting, row, width), BLANK, *_cut(_shown(meeting, row, width), room, width), BLANK]
    table = _table(meeting, rows, cursor, width, max(3, height - len(top) - 1))
    return [*top, _heads(width), *table]


def _head(meeting: MeetingView, row: Listed, width: int) -> Line:
    item, motion = row.item, row.motion
    title = names.said(meeting, item.title, item.title_2)
    if motion is None:
        return line(Span(1, number_words(item), "bold"), Span(3 + cell_len(number_words(item)), title))
    subject = names.subject_words(*subject_of(item, motion)) if motion.mover is not None else _("Proposal")
    moved = moved_words(meeting, motion)
    second = 3 + cell_len(subject)
    third = min(second + cell_len(moved) + 3, width - 12)
    if width < ROOMY:
        return line(Span(1, subject, "bold"), Span(second, moved))
    to = _("to {number}  {title}") if motion.amends is not None else pgettext("proposal", "{number}  {title}")
    target = to.format(number=number_words(item), title=title)
    return line(
        Span(1, subject, "bold"),
        Span(second, fit(moved, third - second - 2)),
        Span(third, fit(target, width - third - 1), "dim"),
    )


def _shown(meeting: MeetingView, row: Listed, width: int) -> list[Line]:
    """The text of a motion as it stands; of an amendment, what it changes; with the result so far."""
    item, motion = row.item, row.motion
    if motion is None:
        return [text(_("Nobody has written a proposal yet. n writes one."), "dim")]
    room = width - TEXT - 1
    if motion.amends is not None:
        rows, label = compared(difference(*changed(meeting, item, motion)), room, TEXT), _("Changes")
    else:
        rows = prose(names.said(meeting, *item.wording(motion)), room, TEXT, "bold")
        label = pgettext("proposal", "Text")
    first = Line((Span(1, label, "dim"), *rows[0].spans)) if rows else line(Span(1, label, "dim"))
    whole = stages.below(meeting, motion, [first, *rows[1:]], width)
    return [*whole, *_results(item, motion)]


def changed(meeting: MeetingView, item: ItemView, amendment: MotionView) -> tuple[str, str]:
    """The text before and after an amendment, both in the second language where it has both."""
    own, second = measured_against(item, amendment)
    if current() != meeting.council.lang and second and amendment.text_2:
        return second, amendment.text_2
    return own, amendment.text


def _results(item: ItemView, motion: MotionView) -> list[Line]:
    """The amendments that are in a text, and its own result or why it was withdrawn."""
    found = [
        _("{subject} is in it: {figures}").format(
            subject=names.subject_words(*subject_of(item, each)), figures=_figures(each)
        )
        for each in item.amendments(motion)
        if each.carried
    ]
    if motion.withdrawn is not None:
        found.append(_("Withdrawn: {reason}").format(reason=motion.withdrawn))
    elif motion.carried is not None:
        told = pgettext("result", "carried") if motion.carried else pgettext("result", "lost")
        found.append(_("Result: {figures}  {result}").format(figures=_figures(motion), result=told))
    return [text(words, "dim", TEXT) for words in found]


def _figures(motion: MotionView) -> str:
    """`+14  -1  =2`: the figures of its last vote that decides."""
    closed = [vote.closed for vote in motion.votes if vote.decides and vote.closed is not None]
    return f"+{closed[-1].yes}  -{closed[-1].no}  ={closed[-1].abstain}" if closed else ""


def _cut(rows: list[Line], room: int, width: int) -> list[Line]:
    """As many rows as there is room for; the last says where the rest is."""
    if len(rows) <= room:
        return rows
    return [*rows[: room - 1], text(_("... Enter shows the full text"), "dim", TEXT)]


def _heads(width: int) -> Line:
    mover = [Span(width - 33, _("Mover"), "dim")] if width >= ROOMY else []
    return line(Span(1, _("Proposals"), "bold"), *mover, Span(width - 17, _("State"), "dim"))


def _table(meeting: MeetingView, rows: Sequence[Listed], cursor: int, width: int, room: int) -> list[Line]:
    first = max(0, min(cursor - room // 2, len(rows) - room))
    return [
        _row(meeting, row, width, first + n, first + n == cursor)
        for n, row in enumerate(rows[first : first + room])
    ]


def _row(meeting: MeetingView, row: Listed, width: int, number: int, here: bool) -> Line:
    item, motion = row.item, row.motion
    mover = motion.mover if motion is not None else None
    left = [Span(2, fit(number_words(item), 11)), Span(14, names.said(meeting, item.title, item.title_2))]
    if motion is not None and motion.amends is not None:
        left = [
            Span(4, names.subject_words(*subject_of(item, motion))),
            Span(18, names.said(meeting, motion.words, motion.words_2)),
        ]
    quiet = "dim" if motion is None and not here else ""
    name = fit(names.name_of(meeting, mover), 15) if mover is not None else ""
    spans = (
        Span(0, ">" if here else " "),
        *(Span(each.column, each.text, quiet) for each in left),
        *([Span(width - 34, " "), Span(width - 33, name)] if width >= ROOMY else []),
        Span(width - 18, " "),
        Span(width - 17, state_words(meeting, row), quiet),
    )
    return Line(spans, "cursor" if here else "", f"screen.point({number})")


def full(view: ProposalsView, row: Listed, width: int, column: int = 1) -> list[Line]:
    """Everything a proposal says, in both languages, and every text it has had."""
    motion, meeting = row.motion, view.hall.meeting
    if motion is None or meeting is None:
        return []
    rows = prose(motion.words, width, column, "bold") if motion.words else []
    rows += prose(motion.words_2, width, column) if motion.words_2 else []
    rows += [BLANK] if rows else []
    own, second = row.item.wording(motion) if motion.amends is None else (motion.text, motion.text_2)
    rows += prose(own, width, column)
    rows += stages.full(meeting, motion, width, column)
    rows += [BLANK, text(_("In the second language"), "dim", column)]
    rows += prose(second or _("None yet; e adds one."), width, column, "" if second else "dim")
    texts = view.versions.get(motion.id, ())
    return [*rows, *(_versions(view, texts, width, column) if texts[1:] else [])]


def _versions(view: ProposalsView, texts: Sequence[Version], width: int, column: int) -> list[Line]:
    """Each text that was recorded, and what it changed in the one before."""
    rows = []
    before = ""
    for number, each in enumerate(texts, 1):
        when = datetime.fromisoformat(each.at).astimezone()
        told = _("Version {number}   #{entry}  {day} {time}  {name}").format(
            number=number,
            entry=each.entry,
            day=names.day_words(when.date().isoformat()),
            time=when.strftime("%H:%M"),
            name=view.names.get(each.by) or _("set-up"),
        )
        rows += [BLANK, text(fit(told, width), "dim", column)]
        words = each.written.text
        rows += compared(difference(before, words), width, column) if before else prose(words, width, column)
        before = words
    return rows
