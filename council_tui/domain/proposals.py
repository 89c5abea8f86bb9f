"""Proposals and amendments: their words, their movers, their ends."""

from council_tui.domain.ids import ItemId, MeetingId, PersonId, ProposalId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact
from council_tui.domain.topics import Topic


@dataclass(frozen=True, slots=True)
class Proposal(Fact):
    """A proposal under an item, or an amendment to one."""

    TABLE = "proposal"
    TOPIC = Topic.PROPOSALS

    item: ItemId
    amends: ProposalId | None


@dataclass(frozen=True, slots=True)
class ProposalWritten(Fact):
    """A proposal's exact text; of an amendment, the words moved and the full text it would make."""

    TABLE = "proposal_written"
    TOPIC = Topic.PROPOSALS
    ONE = ("proposal",)

    proposal: ProposalId
    words: str
    """What an amendment says ("strike four, insert five"); empty for a proposal."""
    words_2: str
    text: str
    text_2: str


@dataclass(frozen=True, slots=True)
class Moved(Fact):
    """A proposal was moved on the floor, and became a motion."""

    TABLE = "moved"
    TOPIC = Topic.PROPOSALS
    ONE = ("proposal", "meeting")

    proposal: ProposalId
    meeting: MeetingId
    mover: PersonId
    at: str


@dataclass(frozen=True, slots=True)
class Seconded(Fact):
    """A motion was seconded."""

    TABLE = "seconded"
    TOPIC = Topic.PROPOSALS
    ONE = ("proposal", "meeting")

    proposal: ProposalId
    meeting: MeetingId
    seconder: PersonId
    at: str


@dataclass(frozen=True, slots=True)
class Withdrawn(Fact):
    """A proposal was taken back."""

    TABLE = "withdrawn"
    TOPIC = Topic.PROPOSALS
    ONE = ("proposal",)

    proposal: ProposalId
    meeting: MeetingId
    reason: str
    at: str
