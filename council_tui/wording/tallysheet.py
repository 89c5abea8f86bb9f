"""The blank tally sheet of a meeting: printed beforehand, filled in by hand when the laptop dies.

No paper of the record: it is never sealed, and says when it was printed.
"""

from collections.abc import Iterator

from council_tui.domain.agenda import Role
from council_tui.domain.meeting import MeetingView
from council_tui.domain.papers import SHEET
from council_tui.wording import gates, names, rules
from council_tui.wording.bilingual import council_name
from council_tui.wording.catalog import _, pgettext, speaking
from council_tui.wording.document import (
    TICK,
    Align,
    Block,
    Boxes,
    Column,
    Document,
    Heading,
    Labelled,
    Lines,
    Paragraph,
    Ruled,
    Title,
)
from council_tui.wording.papers import afterwards, head, questions

LINE = "_" * 24
"""Where somebody's name is still to be written."""
FLOOR = 3
"""Blank motions at the end, for what is moved on the floor."""
CANDIDATES = 6
VOTES = 5
"""Votes that one roll call sheet has columns for."""


def compose_sheet(meeting: MeetingView, lang: str, printed: str) -> Document:
    """The sheet in a language, whichever is in use; `printed`: the local time at which it was."""
    with speaking(lang):
        blocks = tuple(_blocks(meeting, printed))
        whole = tuple(dict.fromkeys(names.person_name(each.person) for each in meeting.people.values()))
    return Document(SHEET, lang, blocks, whole)


def _blocks(meeting: MeetingView, printed: str) -> Iterator[Block]:
    yield from _titles(meeting)
    yield from _head(meeting, printed)
    yield from _roll(meeting)
    for item in meeting.items:
        yield from questions.item_blocks(meeting, item)
    yield from _floor(meeting)
    yield from _roll_call(meeting)
    yield from afterwards.blocks()


def _titles(meeting: MeetingView) -> Iterator[Title]:
    yield Title(council_name(meeting.council))
    which = names.title_numbered(meeting.year, meeting.number)
    yield Title(_("Blank tally sheet of {meeting}").format(meeting=which))


def _head(meeting: MeetingView, printed: str) -> Iterator[Block]:
    """When it was printed; when and where it is, who holds which office, and how many are needed."""
    plan = meeting.plan
    text = _("{day} {time}; filled in by hand, no part of the sealed record")
    words = text.format(day=names.day_words(printed), time=names.clock_time(printed))
    yield Labelled(pgettext("sheet", "Printed"), words)
    day = _("{day}, {start}").format(day=names.day_in_full(plan.starts), start=names.clock_time(plan.starts))
    yield Labelled(pgettext("paper", "Date"), day)
    yield Labelled(pgettext("paper", "Place"), names.said(meeting, plan.place, plan.place_2) or LINE)
    for role in (Role.CHAIR, Role.RECORDER, Role.TELLERS):
        holders = names.listed(names.name_of(meeting, each) for each in meeting.holders(role))
        yield Labelled(_(names.ROLES[role]), holders or LINE)
    on_roll = pgettext("sheet", "{count} on the roll").format(count=len(meeting.roll))
    yield Labelled(pgettext("paper", "Members"), on_roll)
    yield Labelled(pgettext("paper", "Quorum"), head.quorum(meeting))
    words = _("{label}: {words}").format(
        label=rules.rules_name(meeting.rules), words=names.tight(gates.rules_words(meeting.rules))
    )
    yield Labelled(pgettext("paper", "Rules"), names.sentences([words, rules.chair_words(meeting.rules)]))
    yield Lines((pgettext("sheet", "Called to order at"), pgettext("sheet", "Adjourned at")))


def _roll(meeting: MeetingView) -> Iterator[Block]:
    """Everybody on the roll, to be ticked and to sign; and empty rows for guests."""
    yield Heading("", pgettext("section", "Sign-in"))
    columns = (
        Column(pgettext("sheet", "Seat"), Align.RIGHT),
        Column(pgettext("sheet", "Name")),
        Column(pgettext("sheet", "Present")),
        Column(pgettext("sheet", "Time")),
        Column(pgettext("sheet", "Signature"), share=1),
    )
    members = [each.person for each in meeting.people.values() if each.on_roll]
    rows = [(questions.seat(each), names.person_name(each), TICK, "", "") for each in members]
    yield Ruled(columns, tuple(rows), spaced=True)
    yield Boxes((pgettext("sheet", "Present"), pgettext("paper", "Excused"), pgettext("paper", "Absent")))


def _floor(meeting: MeetingView) -> Iterator[Block]:
    """What nobody planned: motions from the floor, an election or a poll."""
    for place in range(1, FLOOR + 1):
        yield Heading("", _("From the floor {number}").format(number=names.counted(place)))
        yield from questions.blank(meeting)
    yield Heading("", _("Election or poll"))
    yield from questions.blank_poll(CANDIDATES)


def _roll_call(meeting: MeetingView) -> Iterator[Block]:
    """One table for the roll calls of a whole evening: a column a vote."""
    if meeting.rules.parties or not meeting.rules.by_heads:
        return
    yield Heading("", _("Roll calls"))
    text = _("A column a vote. Write + for yes, - for no, = for abstaining; leave empty who is away.")
    yield Paragraph(text)
    columns = (
        Column(pgettext("sheet", "Seat"), Align.RIGHT),
        Column(pgettext("sheet", "Name")),
        *(Column(str(vote)) for vote in range(1, VOTES + 1)),
    )
    empty = (TICK,) * VOTES
    people = (each.person for each in meeting.roll)
    yield Ruled(columns, tuple((questions.seat(each), names.person_name(each), *empty) for each in people))
