"""A meeting: its plan, its agenda, who came, and what happened when."""

from enum import StrEnum

from council_tui.domain.ids import ItemId, MeetingId, NamedId, PersonId, RulesId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact
from council_tui.domain.topics import Topic


class MeetingKind(StrEnum):
    """What sort of meeting it is."""

    REGULAR = "regular"
    SPECIAL = "special"


class Role(StrEnum):
    """An office in a meeting."""

    CONVENER = "convener"
    CHAIR = "chair"
    RECORDER = "recorder"
    TELLERS = "tellers"


class Presence(StrEnum):
    """What somebody's place in the room became."""

    PRESENT = "present"
    LEFT = "left"
    RETURNED = "returned"
    EXCUSED = "excused"
    ABSENT = "absent"
    OBSERVING = "observing"


IN_THE_ROOM = frozenset({Presence.PRESENT, Presence.RETURNED})


class MeetingState(StrEnum):
    """What a meeting became."""

    OPEN = "open"
    TALK = "talk"
    RECESS = "recess"
    RESUMED = "resumed"
    ADJOURNED = "adjourned"


class ItemState(StrEnum):
    """Whether an item is before the meeting."""

    OPENED = "opened"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How an item ended, or how it waits."""

    CARRIED = "carried"
    LOST = "lost"
    POSTPONED = "postponed"
    REFERRED = "referred"
    WITHDRAWN = "withdrawn"
    AGREED = "agreed"
    OPINIONS_GATHERED = "opinions_gathered"
    NOTED = "noted"
    SURVEY_ORDERED = "survey_ordered"


UNFINISHED = frozenset({Outcome.POSTPONED, Outcome.SURVEY_ORDERED})
"""Outcomes after which an item is offered again on the next agenda."""


@dataclass(frozen=True, slots=True)
class Meeting(Fact):
    """A meeting exists: its kind and its number in the year."""

    TABLE = "meeting"
    TOPIC = Topic.AGENDA

    kind: MeetingKind
    year: int
    number: int


@dataclass(frozen=True, slots=True)
class MeetingPlanned(Fact):
    """When and where a meeting is to be."""

    TABLE = "meeting_planned"
    TOPIC = Topic.AGENDA
    ONE = ("meeting",)

    meeting: MeetingId
    starts: str
    """Local time: `2023-02-08T19:00`."""
    place: str
    place_2: str
    reference: str
    """The number printed under the title; may be empty."""
    late: bool
    """Whether it was held on paper and is entered afterwards (补录)."""


@dataclass(frozen=True, slots=True)
class NoticePosted(Fact):
    """The notice of a meeting was posted on this day (`2023-02-01`)."""

    TABLE = "notice_posted"
    TOPIC = Topic.AGENDA
    ONE = ("meeting",)

    meeting: MeetingId
    day: str


@dataclass(frozen=True, slots=True)
class Officers(Fact):
    """Who holds an office in a meeting, from a moment on; an earlier holder stays on the record."""

    TABLE = "officers"
    TOPIC = Topic.AGENDA

    meeting: MeetingId
    role: Role
    people: tuple[PersonId, ...]
    at: str
    """Local time of the handing over; empty: from the start."""


@dataclass(frozen=True, slots=True)
class Item(Fact):
    """A matter to be put on an agenda; it keeps its id when it is carried over."""

    TABLE = "item"
    TOPIC = Topic.AGENDA

    number: str
    """The council's own number for it (`T-2023-004`); may be empty."""


@dataclass(frozen=True, slots=True)
class ItemWritten(Fact):
    """What an item says."""

    TABLE = "item_written"
    TOPIC = Topic.AGENDA
    ONE = ("item",)

    item: ItemId
    title: str
    title_2: str
    source: str
    """Where it comes from, in a sentence; may be empty."""
    source_2: str
    presenter: PersonId | None
    minutes: int | None
    """The time allotted."""


@dataclass(frozen=True, slots=True)
class AgendaSet(Fact):
    """The whole agenda of a meeting, in order."""

    TABLE = "agenda_set"
    TOPIC = Topic.AGENDA
    ONE = ("meeting",)

    meeting: MeetingId
    items: tuple[ItemId, ...]
    levels: tuple[int, ...]
    """0 for an item, 1 for a sub-item of the one before."""


@dataclass(frozen=True, slots=True)
class ItemNumbered(Fact):
    """The number an item has in this meeting's papers, frozen when the meeting opens: `2`, `2.1`."""

    TABLE = "item_numbered"
    TOPIC = Topic.AGENDA
    ONE = ("meeting", "item")

    meeting: MeetingId
    item: ItemId
    number: str


@dataclass(frozen=True, slots=True)
class Attendance(Fact):
    """Somebody came, left, returned, was excused, stayed away or observes."""

    TABLE = "attendance"
    TOPIC = Topic.AGENDA

    meeting: MeetingId
    person: PersonId
    presence: Presence
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class Recusal(Fact):
    """Somebody stands aside for one item, or takes part in it again."""

    TABLE = "recusal"
    TOPIC = Topic.AGENDA

    meeting: MeetingId
    item: ItemId
    person: PersonId
    recused: bool
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class MeetingMoved(Fact):
    """A meeting was opened, held as a talk, put into recess, resumed or adjourned."""

    TABLE = "meeting_moved"
    TOPIC = Topic.AGENDA

    meeting: MeetingId
    state: MeetingState
    at: str


@dataclass(frozen=True, slots=True)
class RollMember(Fact):
    """One member on the roll as it stood when the meeting opened."""

    TABLE = "roll_member"
    TOPIC = Topic.AGENDA
    ONE = ("meeting", "person")

    meeting: MeetingId
    person: PersonId
    named: NamedId
    seat: int
    category: str
    votes: bool


@dataclass(frozen=True, slots=True)
class RulesKept(Fact):
    """The version of the rules that was in force when the meeting opened."""

    TABLE = "rules_kept"
    TOPIC = Topic.AGENDA
    ONE = ("meeting",)

    meeting: MeetingId
    rules: RulesId


@dataclass(frozen=True, slots=True)
class ItemMoved(Fact):
    """An item was taken up or put away."""

    TABLE = "item_moved"
    TOPIC = Topic.AGENDA

    meeting: MeetingId
    item: ItemId
    state: ItemState
    at: str


@dataclass(frozen=True, slots=True)
class ItemSettled(Fact):
    """How an item ended in a meeting."""

    TABLE = "item_settled"
    TOPIC = Topic.AGENDA
    ONE = ("meeting", "item")

    meeting: MeetingId
    item: ItemId
    outcome: Outcome
    vote: VoteId | None
    """The vote that decided it, if one did."""
    resolution: str
    """What was resolved or noted, in full; may be empty."""
    resolution_2: str
    consenting: tuple[PersonId, ...]
    """Who agreed, when it was settled by consultation."""
    at: str
