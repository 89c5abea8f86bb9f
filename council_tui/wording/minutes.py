"""The papers of a meeting as documents: minutes (what was decided) and record (what happened).

Figures, names and outcomes come from the facts; nothing the recorder words can change them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind
from council_tui.wording import names
from council_tui.wording.catalog import current, languages, speaking
from council_tui.wording.document import Block, Document, Heading, fingerprint
from council_tui.wording.papers import foot, head, items, record

Section = Callable[[MeetingView], Iterable[Block]]


def _items(meeting: MeetingView) -> Iterator[Block]:
    """The agenda, item by item."""
    return (block for item in meeting.items for block in items.item_blocks(meeting, item))


SECTIONS: dict[PaperKind, tuple[Section, ...]] = {
    PaperKind.MINUTES: (head.head, foot.opening, _items, foot.actions, foot.ending, foot.signatures),
    PaperKind.RECORD: (head.head, record.proceedings, record.decisions, foot.actions, foot.signatures),
}
"""What each paper holds, in its order.

To add a section: a function of the meeting that gives blocks, in a file under `papers/`, and its
place here. Opinions gathered before the meeting belong into an item's parts (`papers/items.py`),
carried-over decisions in front of `foot.actions`, the public notice behind it.
"""


def compose(meeting: MeetingView, kind: PaperKind) -> Document:
    """A paper of the meeting as it stands, in the language in use.

    What was written in one language only stands in the other as it was written.
    """
    sections = (block for part in SECTIONS[kind] for block in part(meeting))
    blocks = [*head.titles(meeting, kind), *_numbered(meeting, sections)]
    whole = tuple(dict.fromkeys(names.person_name(each.person) for each in meeting.people.values()))
    return Document(str(kind), current(), tuple(blocks), whole)


def _numbered(meeting: MeetingView, blocks: Iterable[Block]) -> Iterator[Block]:
    """Sections without a number go on counting where the agenda ends."""
    tops = [item.label.split(".")[0] for item in meeting.items]
    last = max((int(top) for top in tops if top.isdecimal()), default=0)
    for block in blocks:
        if isinstance(block, Heading) and not block.numeral:
            last += 1
            yield replace(block, numeral=names.numeral(str(last)))
        else:
            yield block


def compose_in(meeting: MeetingView, kind: PaperKind, lang: str) -> Document:
    """A paper in a language of its own, whichever is in use."""
    with speaking(lang):
        return compose(meeting, kind)


def sealed_hash(meeting: MeetingView) -> str:
    """What the chair's signature stands for: one hash over every paper in every language."""
    return fingerprint(*(compose_in(meeting, kind, lang) for kind in PaperKind for lang in languages()))
