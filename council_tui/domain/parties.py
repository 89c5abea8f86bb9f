"""Parties of a joint meeting: which a member speaks for, and which are represented by those in a room."""

from collections.abc import Iterable
from enum import StrEnum

from council_tui.domain.errors import Refusal
from council_tui.domain.ids import MeetingId, PersonId
from council_tui.domain.lazily import dataclass
from council_tui.domain.people import PersonView
from council_tui.domain.record import Fact
from council_tui.domain.topics import Topic


class Party(StrEnum):
    """The parties of the usual joint meeting; any other is called as the council calls it."""

    COMMUNITY = "community"
    PROPERTY = "property"
    OWNERS = "owners"


@dataclass(frozen=True, slots=True)
class PartyJoined(Fact):
    """Which party somebody speaks for from now on."""

    TABLE = "party_joined"
    TOPIC = Topic.PEOPLE
    ONE = ("person",)

    person: PersonId
    party: str
    """A `Party`, or the council's own word; empty: for none."""


@dataclass(frozen=True, slots=True)
class PartyKept(Fact):
    """Which party a member on the roll spoke for when the meeting opened."""

    TABLE = "party_kept"
    TOPIC = Topic.AGENDA
    ONE = ("meeting", "person")

    meeting: MeetingId
    person: PersonId
    party: str


@dataclass
class ByParties(Refusal):
    """Rules with parties are voted on by parties, and others are not."""

    parties: tuple[str, ...]


@dataclass
class NoParty(Refusal):
    """Nobody on the roll speaks for any of these parties."""

    parties: tuple[str, ...]


@dataclass
class NotRepresented(Refusal):
    """Nobody in the room speaks for this party."""

    party: str


def speaking(party: str, people: Iterable[PersonView]) -> tuple[PersonView, ...]:
    """Who of these people speaks for a party, in their order."""
    return tuple(each for each in people if each.party == party)


def represented(parties: Iterable[str], people: Iterable[PersonView]) -> tuple[str, ...]:
    """The parties for which one of these people speaks, in the order of the rules."""
    here = {each.party for each in people}
    return tuple(party for party in parties if party in here)
