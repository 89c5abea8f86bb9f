"""What a body's rules say: how it is decided, and how it is debated. `rules.py` applies them."""

from enum import StrEnum

from council_tui.domain.errors import Refusal
from council_tui.domain.gates import Gate, Measure
from council_tui.domain.lazily import dataclass
from council_tui.domain.proxies import Proxy
from council_tui.domain.secrecy import Matter

Names = tuple[tuple[str, str], ...]
"""A name in each language, by code: `(("en", "Village council"), ("zh", "村民议事会"))`."""


class ChairVotes(StrEnum):
    """When the chair's own vote is taken."""

    WITH_ALL = "with_all"
    LAST = "last"
    NEVER = "never"
    TIE_ONLY = "tie_only"
    """Only to break a tie, after the count."""


class Recused(StrEnum):
    """Whether a member who steps aside still counts among those present."""

    EXCLUDED = "excluded_from_present"
    COUNTED = "counted"


class PresentBasis(StrEnum):
    """Whose presence counts."""

    AT_VOTE = "at_vote"
    AT_OPENING = "at_opening"
    """Who was there at the opening counts on when they have left; who came later is counted with them."""


@dataclass
class BadRules(Refusal):
    """A rule set that cannot be: which one, which of its fields, and what stands there."""

    id: str
    field: str
    value: str


@dataclass
class NotForMeetings(Refusal):
    """Rules that count more than heads: nobody in a room can vote by them."""

    id: str


@dataclass
class UnknownRules(Refusal):
    """No rules of this id are shipped."""

    id: str


@dataclass(frozen=True, slots=True)
class Publish:
    """When and how long a result is posted, in days."""

    within_days: int
    for_days: int
    workdays: bool = False


def named(names: Names, lang: str) -> str:
    """The name in `lang`, else in English, else the first there is."""
    known = dict(names)
    return known.get(lang) or known.get("en") or names[0][1]


@dataclass(frozen=True, slots=True)
class Rules:
    """How a body decides. Raises BadRules when made of what cannot be judged.

    The model of domain/3-rules.md §3.2. A tie is never carried; what an abstention does follows
    from the base of the result gates.
    """

    id: str
    """Empty for rules made up on the spot."""
    names: Names
    quorum: tuple[Gate, ...]
    """All must hold for those present, or one of them (`any_quorum`); none: no quorum is asked."""
    carry: tuple[Gate, ...]
    """All must hold for the yes votes; at least one."""
    valid_from: str | None = None
    """ISO day; None: not stated."""
    valid_to: str | None = None
    """The last ISO day; None: still in force."""
    source: str = ""
    verified: bool = False
    """Whether the source was read in full; else it is to be checked against the body's own rules."""
    ask_abstain: bool = True
    chair_votes: ChairVotes = ChairVotes.WITH_ALL
    close_vote_hint: bool = False
    """Whether postponing is offered after a close vote."""
    methods: tuple[str, ...] = ("hands", "roll_call", "secret", "consent")
    """Ways of voting, the usual one first; values of `votes.Way`."""
    only_posted_items: bool = False
    notice_days: int | None = None
    consult_days: int | None = None
    """How long opinions are gathered before the meeting."""
    publish: Publish | None = None
    invalid_counts: bool = False
    """Whether invalid papers are among the participating."""
    recused: Recused = Recused.EXCLUDED
    present_basis: PresentBasis = PresentBasis.AT_VOTE
    secret_required_for: tuple[Matter, ...] = ()
    """What has to be voted on secretly; another way is warned of, and never refused."""
    any_quorum: bool = False
    """Whether one of the gates of the quorum is enough (adults, or delegates of households)."""
    silent_joins_majority: bool = False
    """Whether those who were given the papers with proof and returned none are counted with the majority.

    Only where a covenant or the assembly's own rules say so (MoHURD 2009-274, 26(2)); never for the quorum.
    """
    parties: tuple[str, ...] = ()
    """Of a joint meeting: then parties are counted and not members, and those present are the represented.

    Values of `parties.Party`, or the council's own words.
    """
    proxy: Proxy = Proxy.NONE
    """By whom a member who is away may be represented; not of a joint meeting."""
    max_per_holder: int | None = None
    """How many members one may represent at most; None: the rules set no limit."""
    proxy_barred: str = ""
    """The law by which no member of such a body is ever represented; empty: none does."""

    def __post_init__(self) -> None:
        if not self.carry:
            raise BadRules(self.id, "carry", "[]")
        if not self.names:
            raise BadRules(self.id, "names", "[]")
        unlike = len(set(self.parties)) == len(self.parties) != 1 and all(map(str.strip, self.parties))
        if not unlike or (self.parties and not self.by_heads):
            raise BadRules(self.id, "parties", ", ".join(self.parties))
        if self.takes_proxies and (self.parties or self.proxy_barred):
            raise BadRules(self.id, "proxy", self.proxy)
        if self.max_per_holder == 0:
            raise BadRules(self.id, "max_per_holder", "0")

    def name(self, lang: str) -> str:
        """What these rules are called in `lang`."""
        return named(self.names, lang)

    @property
    def measures(self) -> frozenset[Measure]:
        """By what figures have to be taken; a measure of one quorum among several may be left out."""
        asked = self.carry if self.any_quorum else (*self.quorum, *self.carry)
        return frozenset(gate.measure for gate in asked)

    @property
    def chair_answers(self) -> bool:
        """Whether the chair is among those who are asked."""
        return self.chair_votes not in {ChairVotes.NEVER, ChairVotes.TIE_ONLY}

    @property
    def takes_proxies(self) -> bool:
        """Whether a member who is away may be represented."""
        return self.proxy is not Proxy.NONE

    @property
    def of_owners(self) -> bool:
        """Whether owners decide by them: nobody else is counted by floor area."""
        return any(gate.measure is Measure.AREA for gate in (*self.quorum, *self.carry))

    @property
    def by_heads(self) -> bool:
        """Whether those in a room can vote by them."""
        return self.measures == {Measure.HEADS}

    def is_old(self, day: str) -> bool:
        """Whether they have run out before `day` (ISO)."""
        return self.valid_to is not None and self.valid_to < day

    def in_force(self, day: str) -> bool:
        """Whether they hold on `day` (ISO)."""
        return (self.valid_from is None or self.valid_from <= day) and not self.is_old(day)


@dataclass(frozen=True, slots=True)
class FloorRules:
    """How a body debates: a setting of its own, beside how it decides (domain/4-procedure.md §4.2)."""

    id: str
    names: Names
    source: str = ""
    second_required: bool = False
    speech_seconds: int = 180
    speeches_per_item: int = 2
    chair_neutral: bool = False
    stance_required: bool = False
    alternate_sides: bool = False
    one_at_a_time: bool = False
    """Whether a new motion waits until the one before is settled."""
    urgent_by_vote: bool = False
    """Whether a motion without notice is taken up only if the meeting votes so."""

    def __post_init__(self) -> None:
        if not self.names:
            raise BadRules(self.id, "names", "[]")

    def name(self, lang: str) -> str:
        """What these rules are called in `lang`."""
        return named(self.names, lang)
