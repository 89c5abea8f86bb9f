"""Proxies: a member who is away is represented by one who is there; which of them rules take."""

from enum import StrEnum

from council_tui.domain.errors import Refusal
from council_tui.domain.ids import MeetingId, PersonId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Fact
from council_tui.domain.topics import Topic


class Proxy(StrEnum):
    """By whom rules let a member be represented; always in writing."""

    NONE = "none"
    WRITTEN = "written"
    """By any other voting member."""
    SAME_HOUSEHOLD = "same_household"
    CLOSE_KIN = "close_kin"


class Bond(StrEnum):
    """What a holder is to the member, as the two of them say."""

    WRITTEN = "written"
    """Nothing more than the paper says."""
    SAME_HOUSEHOLD = "same_household"
    CLOSE_KIN = "close_kin"


@dataclass(frozen=True, slots=True)
class ProxyGiven(Fact):
    """A member is represented by another from a moment on, or took their proxy back.

    The newest of a member holds; it ends when they come themselves, and rests while the holder is away.
    """

    TABLE = "proxy_given"
    TOPIC = Topic.AGENDA

    meeting: MeetingId
    person: PersonId
    holder: PersonId | None
    """None: the proxy was taken back."""
    bond: Bond
    paper: bool
    """Whether the written paper was there."""
    reference: str
    """Its number or date; may be empty."""
    at: str


@dataclass(frozen=True, slots=True)
class VoteProxies(Fact):
    """Who was represented by whom at a vote: when it opened, or as a later one says, when it closed."""

    TABLE = "vote_proxies"
    TOPIC = Topic.VOTES
    ONE = ("vote",)

    vote: VoteId
    people: tuple[PersonId, ...]
    """The represented, in the order of the roll."""
    holders: tuple[PersonId, ...]
    """Who represented each of them."""


class ProxyRefusal(Refusal):
    """A proxy that cannot be given, or rules that cannot take any."""


@dataclass
class NoProxies(ProxyRefusal):
    """The rules let nobody be represented."""


@dataclass
class ProxiesBarred(ProxyRefusal):
    """A law lets no member of such a body be represented."""

    law: str


@dataclass
class WithoutVote(ProxyRefusal):
    """A proxy is between two voting members, and this is none."""

    person: PersonId
    name: str


@dataclass
class AnswersInPerson(ProxyRefusal):
    """The member is in the room."""

    person: PersonId
    name: str


@dataclass
class TooManyProxies(ProxyRefusal):
    """The holder has as many as the rules allow one member."""

    holder: PersonId
    name: str
    most: int


@dataclass
class ProxyChain(ProxyRefusal):
    """The holder gave a proxy too: nobody represents through two others."""

    holder: PersonId
    name: str


@dataclass
class WrongBond(ProxyRefusal):
    """The rules ask that the holder be something else to the member."""

    proxy: Proxy


def takes(proxy: Proxy, bond: Bond) -> bool:
    """Whether rules take a proxy whose holder is this to the member."""
    return proxy is Proxy.WRITTEN or str(proxy) == str(bond)


def bonds(proxy: Proxy) -> tuple[Bond, ...]:
    """What a holder may be to the member under such rules; nothing where no proxies are taken."""
    return tuple(bond for bond in Bond if takes(proxy, bond))
