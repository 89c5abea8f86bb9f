"""The end of the blank tally sheet: how what was written by hand comes into the program."""

from collections.abc import Iterator

from council_tui.wording import names
from council_tui.wording.catalog import N_, _
from council_tui.wording.document import Block, Heading, Paragraph

RETURNED = (
    N_("Open the program again: the meeting goes on where it stopped, and what was recorded is there."),
    N_(
        "Agenda (4), i: type when the first thing on this sheet happened (1941). All that is recorded"
        " from then on has that time. i again for the next time; i and nothing typed when you have caught up."
    ),
    N_(
        "s: who came or left. 0 takes the item up, m enters the motion, 0 puts it to the vote: type the"
        " figures of this sheet, Enter, and 0 announces."
    ),
    N_("Minutes and record say of such a vote that it was entered late, and when."),
)
ON_PAPER = (
    N_(
        "Home (1): n plans the meeting, or e changes its plan."
        ' At "Entered late" pick "held on paper, entered now".'
    ),
    N_(
        "Agenda (4), F3: when people came. Tab, then down the roll: Enter for those who were excused or"
        " absent, Space for one who came, a for all the others."
    ),
    N_(
        "i: when it was called to order; 0 opens it. Then as above, each time with i; without i it has"
        " the time of what was entered before it."
    ),
    N_("Minutes and record say on top that the meeting was entered afterwards."),
)
KEPT = N_("Keep this sheet with the minutes: what was signed by hand is the proof.")


def blocks() -> Iterator[Block]:
    """The two cases: the laptop is back the same evening, or the whole meeting was held on paper."""
    yield from _steps(_("Entering it: the laptop is back the same evening"), RETURNED)
    yield from _steps(_("Entering it: the whole meeting was held on paper"), ON_PAPER)
    yield Paragraph(_(KEPT))


def _steps(title: str, points: tuple[str, ...]) -> Iterator[Block]:
    yield Heading("", title)
    for place, point in enumerate(points, 1):
        yield Paragraph(names.point_numeral(place) + _(point))
