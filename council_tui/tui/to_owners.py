"""A question goes to the owners: by which rule is asked first."""

from typing import TYPE_CHECKING, Any

from council_tui.domain.gates import Measure
from council_tui.domain.ids import ProposalId
from council_tui.domain.meeting import MeetingView
from council_tui.domain.rules import Rules, rules_text
from council_tui.intake.rules import presets
from council_tui.tui.dialogs import Choose, Option
from council_tui.usecases.owners import open_owners_vote
from council_tui.wording.catalog import _
from council_tui.wording.rules import rules_name

if TYPE_CHECKING:
    from council_tui.store.engine import Done
    from council_tui.tui.screens.base import BaseScreen


async def put_to_owners(
    screen: "BaseScreen[Any]", meeting: MeetingView, proposal: ProposalId
) -> "Done | None":
    """Open a vote of owners; None when it was left, or refused. Runs in a worker."""
    rule = await screen.app.push_screen_wait(_rules(meeting))
    if rule is None:
        return None
    return await screen.record(open_owners_vote, meeting.id, proposal, rule)


def _rules(meeting: MeetingView) -> Choose[str]:
    """The rules shipped that count heads and area: those in force on the day of the meeting first."""
    day = meeting.plan.starts[:10]
    known = sorted(filter(_by_area, presets()), key=lambda each: each.is_old(day))
    options = [
        Option(rules_text(each), rules_name(each), _("old rules") if each.is_old(day) else "")
        for each in known
    ]
    note = _("Who may answer, and with what floor area, is kept from here on.")
    return Choose(_("By which rule do the owners decide?"), options, note=note)


def _by_area(rules: Rules) -> bool:
    return Measure.AREA in rules.measures and Measure.HOUSEHOLDS not in rules.measures
