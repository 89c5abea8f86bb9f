"""The proposals of the meeting in hand, with every text they have had."""

from council_tui.domain.ids import MeetingId
from council_tui.domain.versions import ProposalsView
from council_tui.store import people, proposals
from council_tui.store.act import Reader
from council_tui.usecases.hall import view_hall


def view_proposals(at: Reader, chosen: MeetingId | None = None) -> ProposalsView:
    """The frame and the proposals' texts; none where there is no meeting."""
    hall = view_hall(at, chosen)
    items = [item.id for item in hall.meeting.items] if hall.meeting is not None else []
    texts = proposals.versions(at, items)
    by = {version.by for versions in texts.values() for version in versions}
    return ProposalsView(hall, texts, people.names(at, by))
