"""Opening a secret ballot on the laptop: what it cannot do is said first, and what may listen is refused."""

from typing import Any

from council_tui.domain.ids import ProposalId
from council_tui.domain.laptop import FEW
from council_tui.domain.meeting import MeetingView
from council_tui.store.engine import Done
from council_tui.tui import safety
from council_tui.tui.dialogs import Confirm
from council_tui.tui.screens.base import BaseScreen
from council_tui.tui.urn import Urn
from council_tui.usecases.laptop import open_laptop_vote
from council_tui.wording.catalog import _, ngettext


async def put(
    screen: BaseScreen[Any], meeting: MeetingView, proposal: ProposalId, rule: str = ""
) -> Done | None:
    """Ask, and open the ballot with an empty urn; None when it was not opened. Runs in a worker."""
    clerk = screen.app.clerk
    watched = safety.watched()
    if watched:
        screen.say(watched)
        return None
    if not await _agreed(screen, meeting, proposal):
        return None
    clerk.urn = Urn()
    done = await screen.record(open_laptop_vote, meeting.id, proposal, rule)
    if done is None:
        clerk.urn = None
    return done


async def _agreed(screen: BaseScreen[Any], meeting: MeetingView, proposal: ProposalId) -> bool:
    """What follows, on one screen; with few voters once more."""
    note = _(
        "No recount is possible: what is pressed is kept in memory only, and if the program ends the ballot"
        " is void. Where all vote alike, or fewer than {few} vote, the totals tell how each of them voted."
        " For elections of persons use papers."
    )
    asked = _("Open the secret ballot on the laptop? From here on it can only be ended, not undone.")
    if not await screen.app.push_screen_wait(Confirm(asked, note.format(few=FEW))):
        return False
    voters = _voters(meeting, proposal)
    if voters >= FEW:
        return True
    few = ngettext(
        "Only {count} may vote: the totals will show how. Open it all the same?",
        "Only {count} may vote: the totals may show how each of them did. Open it all the same?",
        voters,
    )
    sure: bool | None = await screen.app.push_screen_wait(Confirm(few.format(count=voters)))
    return sure is True


def _voters(meeting: MeetingView, proposal: ProposalId) -> int:
    """How many may vote on a motion now."""
    found = [item for item in meeting.items if any(each.id == proposal for each in item.motions)]
    return len(meeting.electorate(found[0])) if found else 0
