"""A council that began under provisional rules puts them to the vote as item 1 of its first agenda."""

from council_tui.domain.ids import ItemId, MeetingId
from council_tui.store.act import Act
from council_tui.usecases import agenda, meetings, proposals
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.proposals import Wording


def propose_rules(act: Act, meeting: MeetingId, entry: ItemEntry, wording: Wording) -> ItemId:
    """The rules are put before the meeting first of all, with the text to be voted on."""
    before = [(each.id, each.level) for each in meetings.unended(act, meeting).items]
    item = agenda.add_item(act, meeting, entry)
    if before:
        agenda.order_agenda(act, meeting, [(item, 0), *before])
    proposals.write_proposal(act, item, wording)
    return item
