"""The council: its name, its rules, and who keeps its record."""

from council_tui.domain.errors import Refusal
from council_tui.domain.ids import PersonId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact
from council_tui.domain.topics import Topic


@dataclass(frozen=True, slots=True)
class CouncilNamed(Fact):
    """What the council is called, and the language it speaks."""

    TABLE = "council_named"
    TOPIC = Topic.COUNCIL

    name: str
    name_2: str
    """The name in the second language; empty: as `name`."""
    lang: str


@dataclass(frozen=True, slots=True)
class RulesChosen(Fact):
    """The rules in force from now on: how it is decided and how it is debated."""

    TABLE = "rules_chosen"
    TOPIC = Topic.COUNCIL

    rules: str
    """The whole of `rules.Rules` as canonical JSON."""
    floor: str
    """The whole of `rules.FloorRules` as canonical JSON."""
    provisional: bool
    """Whether the council has yet to adopt them by a vote."""
    vote: VoteId | None = None
    """The vote that adopted them."""


@dataclass
class NotCarried(Refusal):
    """Rules are adopted by a vote that was announced as carried."""

    vote: VoteId


@dataclass(frozen=True, slots=True)
class OperatorChosen(Fact):
    """Who sits at the keyboard while no meeting is open."""

    TABLE = "operator_chosen"
    TOPIC = Topic.COUNCIL

    person: PersonId


@dataclass(frozen=True, slots=True)
class CouncilView:
    """The council as it is now; `rules` and `floor` are JSON texts."""

    name: str
    name_2: str
    lang: str
    rules: str
    floor: str
    rules_id: int
    provisional: bool
    adopted_by: VoteId | None
    """The vote that adopted the rules, if only after the meeting was opened under them."""
    operator: PersonId
