"""What a council's evening is, in plain Python: the model that the record is held against.

It knows nothing of facts, entries or views; undo is a list of pictures. Heads are counted under
`council_default` (two thirds of the roll are present, more than half of those present say yes) or
`robert_simple` (more yes than no).
"""

from copy import deepcopy
from dataclasses import dataclass, field

INSIDE = {"present", "returned"}


@dataclass
class Motion:
    """A motion, or an amendment (`amends`), under an item of a meeting."""

    meeting: int
    item: int
    text: str
    amends: int | None = None
    withdrawn: bool = False


@dataclass
class Vote:
    """A question put: its answers, then its figures."""

    motion: int
    way: str
    question: str
    electorate: list[int]
    rules: str
    answers: dict[int, str] = field(default_factory=dict)
    present: list[int] = field(default_factory=list)
    figures: tuple[int, int, int, int] | None = None
    """Yes, no, abstain, invalid."""
    carried: bool = False
    announced: bool = False
    abandoned: bool = False
    corrections: int = 0

    @property
    def open(self) -> bool:
        return self.figures is None and not self.abandoned

    def close(self, present: list[int], figures: tuple[int, int, int, int], roll: int) -> None:
        """Figures come in, and the rule is applied."""
        yes, no, *_ = self.figures = figures
        self.present = present
        if self.rules == "robert_simple":
            self.carried = yes > no
        else:
            self.carried = len(present) * 3 >= roll * 2 and yes * 2 > len(present) and yes != no


@dataclass
class Meeting:
    """One meeting: who is there, what is before it."""

    state: str = "planned"
    talk: bool = False
    """Whether it was begun as a talk and has not become a meeting."""
    rules: str = ""
    place: str = ""
    notice: str = ""
    chair: int | None = None
    actions: dict[int, str] = field(default_factory=dict)
    worded: dict[int, str] = field(default_factory=dict)
    seals: list[str] = field(default_factory=list)
    titles: dict[int, str] = field(default_factory=dict)
    """Of its items, as they were when it was last signed off: a paper that was signed says what it said."""
    roll: list[int] = field(default_factory=list)
    steps: dict[int, str] = field(default_factory=dict)
    """The last step of each."""
    attended: set[int] = field(default_factory=set)
    items: list[int] = field(default_factory=list)
    before: int | None = None
    """The item before the meeting."""
    heard: set[int] = field(default_factory=set)
    aside: set[tuple[int, int]] = field(default_factory=set)
    settled: dict[int, tuple[str, int | None, str]] = field(default_factory=dict)
    """Outcome, vote, resolution."""


@dataclass
class Council:
    """Everything that stands."""

    seats: dict[int, int | None] = field(default_factory=dict)
    meetings: dict[int, Meeting] = field(default_factory=dict)
    motions: dict[int, Motion] = field(default_factory=dict)
    votes: dict[int, Vote] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)
    rules: str = "council_default"
    provisional: bool = True

    @property
    def members(self) -> list[int]:
        """Those with a seat, by seat."""
        seated = [(seat, person) for person, seat in self.seats.items() if seat is not None]
        return [person for _, person in sorted(seated)]

    @property
    def running(self) -> int | None:
        """The meeting that is open or in recess."""
        return next((id for id, each in self.meetings.items() if each.state in {"open", "recess"}), None)

    def there(self, meeting: int) -> list[int]:
        """The members of a meeting's roll in the room."""
        held = self.meetings[meeting]
        roll = held.roll if held.state != "planned" else self.members
        return [person for person in roll if held.steps.get(person) in INSIDE]

    def voters(self, meeting: int, item: int) -> list[int]:
        """Who may answer under an item."""
        aside = self.meetings[meeting].aside
        return [person for person in self.there(meeting) if (item, person) not in aside]

    def main(self, meeting: int, item: int) -> int | None:
        """The motion an item has."""
        found = [
            id
            for id, each in self.motions.items()
            if (each.meeting, each.item, each.amends) == (meeting, item, None) and not each.withdrawn
        ]
        return found[-1] if found else None

    def result(self, motion: int) -> bool | None:
        """What was announced of a motion."""
        told = [vote.carried for vote in self.votes.values() if vote.motion == motion and vote.announced]
        return told[-1] if told else None

    def changes(self, motion: int) -> list[int]:
        """The amendments to a motion."""
        return [id for id, each in self.motions.items() if each.amends == motion]

    def pending(self, motion: int) -> bool:
        """Whether an amendment waits."""
        return any(self.result(id) is None and not self.motions[id].withdrawn for id in self.changes(motion))

    def wording(self, motion: int) -> str:
        """A motion's text with what was carried."""
        carried = [id for id in self.changes(motion) if self.result(id)]
        return self.motions[carried[-1] if carried else motion].text

    @property
    def voting(self) -> int | None:
        """The open vote."""
        return next((id for id, each in self.votes.items() if each.open), None)


class Timeline:
    """What stands, with the way back and forward."""

    def __init__(self) -> None:
        self.now = Council()
        self.past: list[Council] = []
        self.future: list[Council] = []

    def record(self) -> Council:
        """Something new is recorded: the picture to change."""
        self.past.append(deepcopy(self.now))
        self.future.clear()
        return self.now

    def bar(self) -> None:
        """What was just recorded is not undone."""
        self.past.clear()

    def back(self, steps: int) -> None:
        """So many acts are undone."""
        for _ in range(steps):
            self.future.append(self.now)
            self.now = self.past.pop()

    def forward(self) -> None:
        """One is redone."""
        self.past.append(self.now)
        self.now = self.future.pop()
