"""When a proxy may be given, how long each held, and what is to be said of those that were."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from council_tui.domain.attendees import Attendee, came_since, represented_by, standing
from council_tui.domain.errors import NotInTheRoom, Unknown
from council_tui.domain.ids import PersonId
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.proxies import (
    AnswersInPerson,
    NoProxies,
    ProxiesBarred,
    ProxyChain,
    ProxyGiven,
    TooManyProxies,
    WithoutVote,
    WrongBond,
    takes,
)
from council_tui.domain.record import Kept


def proxies_standing(meeting: MeetingView, at: str | None = None) -> dict[PersonId, ProxyGiven]:
    """The proxies that stand at a moment, whether they count or not. `at`: None: now."""
    steps = {person: each.steps for person, each in meeting.people.items()}
    return standing(steps, meeting.proxies, at)


def unheard(meeting: MeetingView) -> tuple[Attendee, ...]:
    """The members of whom nothing is recorded: neither that they came or stay away, nor a proxy."""
    through = proxies_standing(meeting)
    return tuple(
        each for id, each in meeting.people.items() if each.on_roll and not each.steps and id not in through
    )


def admit_proxy(meeting: MeetingView, given: ProxyGiven, at: str | None) -> None:
    """Refuse a proxy that cannot be given at a moment (None: now), and say why.

    Raises NoProxies, ProxiesBarred, WrongBond, WithoutVote, AnswersInPerson, NotInTheRoom, ProxyChain
    or TooManyProxies.
    """
    admit_rules(meeting)
    if not takes(meeting.rules.proxy, given.bond):
        raise WrongBond(meeting.rules.proxy)
    for each in (given.person, given.holder):
        _admit_member(meeting, each)
    member, holder = meeting.people[given.person], meeting.people[given.holder or given.person]
    if member.there(at):
        raise AnswersInPerson(member.person.id, member.person.name)
    if not holder.there(at):
        raise NotInTheRoom(holder.person.id, holder.person.name)
    others = proxies_standing(meeting, at)
    others.pop(member.person.id, None)
    if holder.person.id in others:
        raise ProxyChain(holder.person.id, holder.person.name)
    most = meeting.rules.max_per_holder
    if most is not None and [each.holder for each in others.values()].count(holder.person.id) >= most:
        raise TooManyProxies(holder.person.id, holder.person.name, most)


def admit_rules(meeting: MeetingView) -> None:
    """Refuse under rules that take no proxies. Raises NoProxies or ProxiesBarred."""
    if meeting.rules.proxy_barred:
        raise ProxiesBarred(meeting.rules.proxy_barred)
    if not meeting.rules.takes_proxies:
        raise NoProxies


def _admit_member(meeting: MeetingView, person: PersonId | None) -> None:
    found = meeting.people.get(person) if person is not None else None
    if found is None:
        raise Unknown("person", person or 0)
    if not (found.on_roll and found.person.votes):
        raise WithoutVote(found.person.id, found.person.name)


@dataclass(frozen=True, slots=True)
class Spell:
    """A proxy from when it was given until it ended."""

    given: ProxyGiven
    until: str
    """When it was taken back, given to another, or the member came; empty: it held to the end."""


def spells(meeting: MeetingView) -> tuple[Spell, ...]:
    """Every proxy that was given, in the order in which they were."""
    found = []
    for number, each in enumerate(meeting.proxies):
        if each.fact.holder is None:
            continue
        own = (late.fact.at for late in meeting.proxies[number + 1 :] if late.fact.person == each.fact.person)
        ends = [*list(own)[:1], *_came(meeting, each)]
        found.append(Spell(each.fact, min(ends, default="")))
    return tuple(found)


def _came(meeting: MeetingView, given: Kept[ProxyGiven]) -> Iterator[str]:
    who = meeting.people.get(given.fact.person)
    came = came_since(who.steps, given) if who is not None else None
    if came is not None:
        yield came


def ever_represented(meeting: MeetingView) -> frozenset[PersonId]:
    """Who was represented at any moment by somebody who was there."""
    if not meeting.proxies or not meeting.rules.takes_proxies:
        return frozenset()
    steps = {person: each.steps for person, each in meeting.people.items()}
    voting = {each.person.id for each in meeting.roll}
    moments = {each.fact.at for each in meeting.proxies} | {step.at for who in steps.values() for step in who}
    found = (represented_by(steps, meeting.proxies, meeting.rules.proxy, at) for at in moments)
    pairs = {pair for each in found for pair in each.items()}
    return frozenset(person for person, holder in pairs if person in voting and holder in voting)


class Flaw(StrEnum):
    """What is to be known of a proxy that was given."""

    NO_PAPER = "no_paper"
    """The written paper was not there."""
    OVER_LIMIT = "over_limit"
    """Its holder has more than the rules allow: they were others when it was given."""
    NOT_TAKEN = "not_taken"
    """The rules do not take it: it is not counted."""
    RESTS = "rests"
    """Its holder is away: it is not counted until they are back."""


def flaws(meeting: MeetingView) -> Counter[Flaw]:
    """How many of the proxies that stand have each flaw."""
    if not meeting.proxies:
        return Counter()
    given = proxies_standing(meeting).values()
    found = Counter(flaw for each in given for flaw in _flaws(meeting, each))
    held = Counter(each.holder for each in given)
    most = meeting.rules.max_per_holder
    if most is not None and meeting.rules.takes_proxies:
        found[Flaw.OVER_LIMIT] = sum(count > most for count in held.values())
    return +found


def flawed(meeting: MeetingView) -> tuple[Flaw, ...]:
    """What is to be said of the proxies of a whole meeting: those that have ended too, none that rested."""
    found = {flaw for each in spells(meeting) for flaw in _flaws(meeting, each.given)} - {Flaw.RESTS}
    most = meeting.rules.max_per_holder
    if most is not None and meeting.rules.takes_proxies:
        moments = {each.fact.at for each in meeting.proxies}
        held = (Counter(each.holder for each in proxies_standing(meeting, at).values()) for at in moments)
        found |= {Flaw.OVER_LIMIT for each in held if max(each.values(), default=0) > most}
    return tuple(flaw for flaw in Flaw if flaw in found)


def _flaws(meeting: MeetingView, given: ProxyGiven) -> Iterator[Flaw]:
    holder = meeting.people.get(given.holder) if given.holder is not None else None
    if not given.paper:
        yield Flaw.NO_PAPER
    if not takes(meeting.rules.proxy, given.bond):
        yield Flaw.NOT_TAKEN
    elif holder is not None and not holder.present:
        yield Flaw.RESTS
