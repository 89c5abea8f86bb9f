"""A vote: its question, its answers, its figures."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from council_tui.domain.casting import Casting, CastingVote, with_casting
from council_tui.domain.ids import ItemId, MeetingId, PersonId, ProposalId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact
from council_tui.domain.recounts import VoteRecounted
from council_tui.domain.reopenings import VoteReopened
from council_tui.domain.rules import Count, Rules, Verdict, judge
from council_tui.domain.topics import Topic

if TYPE_CHECKING:
    from council_tui.domain.owners import Tally


class Way(StrEnum):
    """How answers are taken."""

    HANDS = "hands"
    ROLL_CALL = "roll_call"
    SECRET = "secret"
    CONSENT = "consent"
    LAPTOP = "laptop"
    """A secret ballot for which the laptop is passed round."""
    PARTIES = "parties"
    """Each party of a joint meeting takes its stand."""
    UNITS = "units"
    """Owners answer in writing, unit by unit."""

    @property
    def secret(self) -> bool:
        """Whether nobody may ever learn who answered what; the electorate is fixed when it opens."""
        return self in {Way.SECRET, Way.LAPTOP}


class Subject(StrEnum):
    """What is voted on."""

    AMENDMENT = "amendment"
    MOTION = "motion"
    AMENDED = "amended"


class Choice(StrEnum):
    """One member's answer; NONE takes an answer back."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class VoteOpened(Fact):
    """A question was put: its exact text, the rule, and who may answer."""

    TABLE = "vote_opened"
    TOPIC = Topic.VOTES

    meeting: MeetingId
    item: ItemId
    proposal: ProposalId
    way: Way
    subject: Subject
    ordinal: int
    """The number of an amendment under its motion, from 1; 0 for a motion."""
    question: str
    question_2: str
    rules: str
    """The whole of `rules.Rules` as canonical JSON."""
    roll: int
    electorate: tuple[PersonId, ...]
    """Voting members present and not recused, in the order of the roll."""
    at: str


@dataclass(frozen=True, slots=True)
class VoteAbandoned(Fact):
    """An open vote ended without a result."""

    TABLE = "vote_abandoned"
    TOPIC = Topic.VOTES
    ONE = ("vote",)

    vote: VoteId
    reason: str
    """Empty for a ballot on the laptop that is void because the program ended."""
    at: str


@dataclass(frozen=True, slots=True)
class Ballot(Fact):
    """One member's answer in a roll call."""

    TABLE = "ballot"
    TOPIC = Topic.VOTES
    ONE = ("vote", "person")

    vote: VoteId
    person: PersonId
    choice: Choice


@dataclass(frozen=True, slots=True)
class PartyStand(Fact):
    """One party's stand in a vote by parties: it agrees, does not, or reserves its opinion."""

    TABLE = "party_stand"
    TOPIC = Topic.VOTES
    ONE = ("vote", "party")

    vote: VoteId
    party: str
    stand: Choice
    speaker: PersonId | None
    """Who said so; None for a stand taken back."""


@dataclass(frozen=True, slots=True)
class VoteClosed(Fact):
    """The figures of a vote, and what the rule says of them.

    A later one that replaces it is a correction and carries `why`, a recount (`VoteRecounted`), or the
    same figures with the verdict by a casting vote (`CastingVote`).
    """

    TABLE = "vote_closed"
    TOPIC = Topic.VOTES
    ONE = ("vote",)

    vote: VoteId
    presence: tuple[PersonId, ...]
    """Who counted as present at the close."""
    yes: int
    no: int
    abstain: int
    not_voting: int
    invalid: int
    issued: int | None
    """Papers given out; None where none are used."""
    returned: int | None
    quorum_met: bool
    quorum_needed: int | None
    carried: bool
    needed: int | None
    tie: bool
    override: str
    """Why unlikely figures were taken all the same; mostly empty."""
    why: str
    """Why an announced result was corrected; empty otherwise."""
    at: str

    @property
    def present(self) -> int:
        """How many counted as present; of parties, how many were represented."""
        return self.yes + self.no + self.abstain + self.not_voting + self.invalid


@dataclass(frozen=True, slots=True)
class ResultAnnounced(Fact):
    """The chair said the result aloud: from now on it is corrected, not undone."""

    TABLE = "result_announced"
    TOPIC = Topic.VOTES
    ONE = ("vote",)

    vote: VoteId
    at: str


@dataclass(frozen=True, slots=True)
class VoteView:
    """A vote with its answers and figures."""

    id: VoteId
    opened: VoteOpened
    rules: Rules
    answers: Mapping[PersonId, tuple[int, Choice]]
    """Standing answers of a roll call: the ballot's id and the choice; NONE is left out."""
    closed: VoteClosed | None
    closed_id: int | None
    corrections: tuple[tuple[VoteClosed, VoteClosed], ...]
    """Old and new figures of each correction and recount, oldest first."""
    announced: str | None
    """When the chair announced the result."""
    abandoned: VoteAbandoned | None
    correctors: tuple[PersonId, ...] = ()
    """Who sat at the keyboard at each of them; 0 before anybody was named."""
    recounts: tuple[VoteRecounted | None, ...] = ()
    """What each of them was: a recount, or None for a correction."""
    casting: CastingVote | None = None
    """What the chair said after a tie."""
    reopened: VoteReopened | None = None
    """Why an announced result stands no longer."""
    ticked: tuple[PersonId, ...] = ()
    """Who voted on the laptop, in the order of the roll, where the body wanted that kept."""
    owners: "Tally | None" = None
    """The papers of a vote of owners; None for any other way."""
    late: str = ""
    """When it was entered, where that was afterwards with typed times; mostly empty."""
    stands: Mapping[str, tuple[int, PartyStand]] = field(default_factory=dict)
    """Standing stands of the parties, with their ids; those taken back are left out."""
    proxies: Mapping[PersonId, PersonId] = field(default_factory=dict)
    """Who was represented by whom: kept when it opened, and when it closed."""
    before: "tuple[VoteView, ...]" = ()
    """The vote as it stood before each correction and recount, oldest first."""

    @property
    def open(self) -> bool:
        """Whether answers are being taken."""
        return self.closed is None and self.abandoned is None

    @property
    def answered_at(self) -> str | None:
        """The moment whose room answers: of one that is entered afterwards its opening; None: now."""
        return self.opened.at if self.late else None

    @property
    def decides(self) -> bool:
        """Whether a result was announced that stands."""
        return self.announced is not None and self.reopened is None

    @property
    def recountable(self) -> bool:
        """Whether there are hands or papers of a result that stands, to be counted again."""
        stands = self.closed is not None and self.reopened is None
        return stands and self.opened.way in {Way.HANDS, Way.SECRET}

    def tally(self, present: int) -> Count:
        """The answers of a roll call, or the stands of the parties, so far, out of `present`."""
        given = [choice for _, choice in self.answers.values()]
        given += [stand.stand for _, stand in self.stands.values()]
        return Count(
            roll=self.opened.roll,
            present=present,
            yes=given.count(Choice.YES),
            no=given.count(Choice.NO),
            abstain=given.count(Choice.ABSTAIN),
            parties=bool(self.rules.parties),
        )

    def count(self) -> Count | None:
        """The figures of the close; None while it is open."""
        if self.closed is None:
            return None
        if self.owners is not None:
            from council_tui.domain.owners import taking_part

            return taking_part(self.rules, self.owners.count)
        return Count(
            roll=self.opened.roll,
            present=self.closed.present,
            yes=self.closed.yes,
            no=self.closed.no,
            abstain=self.closed.abstain,
            invalid=self.closed.invalid,
            parties=bool(self.rules.parties),
            by_proxy=len(self.represented),
        )

    @property
    def represented(self) -> Mapping[PersonId, PersonId]:
        """Who of those present at the close was represented, and by whom; while it is open nobody yet."""
        there = self.closed.presence if self.closed is not None else ()
        return {person: self.proxies[person] for person in there if person in self.proxies}

    @property
    def answering(self) -> int:
        """How many of those present can have been counted: not a chair who broke the tie."""
        present = self.closed.presence if self.closed is not None else ()
        return len(present) - (self.casting is not None)

    @property
    def tie_broken(self) -> bool:
        """Whether the result is what the chair made of a tie that still stands."""
        count = self.count()
        cast = self.casting is not None and self.casting.choice is not Casting.NONE
        return cast and count is not None and count.tied

    def decided(self) -> Count | None:
        """The figures that are judged, a casting vote with them; None while it is open."""
        count = self.count()
        return count and with_casting(count, self.casting.choice if self.casting is not None else None)

    def verdict(self) -> Verdict | None:
        """What the rule says of the close; None while it is open."""
        count = self.decided()
        return None if count is None else judge(self.rules, count)
