"""The people of a meeting: their steps in and out of the room, and who of them is represented by whom."""

from collections.abc import Mapping, Sequence

from council_tui.domain.agenda import IN_THE_ROOM, Presence
from council_tui.domain.ids import PersonId
from council_tui.domain.lazily import dataclass
from council_tui.domain.people import PersonView
from council_tui.domain.proxies import Proxy, ProxyGiven, takes
from council_tui.domain.record import Kept


@dataclass(frozen=True, slots=True)
class Step:
    """One line of somebody's attendance."""

    id: int
    presence: Presence
    at: str
    """Local time, `2023-02-08T18:45:00`."""
    reason: str
    entry: int = 0
    """The number of its entry: what was recorded later in a minute counts later."""


def in_room(steps: Sequence[Step], at: str | None) -> bool:
    """Whether these steps lead into the room by the end of a minute; None: by now."""
    until = [step for step in steps if at is None or step.at[:16] <= at[:16]]
    return bool(until) and until[-1].presence in IN_THE_ROOM


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person in a meeting: as the roll kept them when it opened, or as they are."""

    person: PersonView
    on_roll: bool
    """A member with a seat; their right to vote is `person.votes`."""
    steps: tuple[Step, ...]

    @property
    def presence(self) -> Presence | None:
        """Their last step; None for somebody who has not been heard of."""
        return self.steps[-1].presence if self.steps else None

    @property
    def present(self) -> bool:
        """Whether they are in the room now."""
        return self.presence in IN_THE_ROOM

    def there(self, at: str | None) -> bool:
        """Whether they were in the room in a minute (`2023-02-08T19:05`), its steps included; None: now."""
        return in_room(self.steps, at)

    @property
    def attended(self) -> bool:
        """Whether they were in the room at any time."""
        return any(step.presence in IN_THE_ROOM for step in self.steps)

    @property
    def came(self) -> str:
        """When they first came; empty if they did not."""
        return next((step.at for step in self.steps if step.presence in IN_THE_ROOM), "")

    @property
    def reason(self) -> str:
        """The reason given with the last step."""
        return self.steps[-1].reason if self.steps else ""


Steps = Mapping[PersonId, Sequence[Step]]
"""Everybody's steps, in the order in which they count."""


def standing(
    steps: Steps, given: Sequence[Kept[ProxyGiven]], at: str | None = None
) -> dict[PersonId, ProxyGiven]:
    """The proxies that stand at a moment, by the member who gave them, whether their holder is there or not.

    The last word of a member holds; one who came themselves since has ended it, and leaving again does not
    renew it. `given`: in the order in which it counts. `at`: a moment; None: now.
    """
    last = {each.fact.person: each for each in given if at is None or each.fact.at[:16] <= at[:16]}
    return {
        person: each.fact
        for person, each in last.items()
        if each.fact.holder is not None and came_since(steps.get(person, ()), each, at) is None
    }


def came_since(steps: Sequence[Step], given: Kept[ProxyGiven], at: str | None = None) -> str | None:
    """When a member came themselves after they gave a proxy; None where they did not by that moment."""
    begun = given.fact.at[:16], given.entry
    came = (step for step in steps if step.presence in IN_THE_ROOM and (step.at[:16], step.entry) > begun)
    return next((step.at for step in came if at is None or step.at[:16] <= at[:16]), None)


def represented_by(
    steps: Steps, given: Sequence[Kept[ProxyGiven]], proxy: Proxy, at: str | None = None
) -> dict[PersonId, PersonId]:
    """Who is represented by whom at a moment: proxies that the rules take, whose holder is in the room."""
    return {
        person: each.holder
        for person, each in standing(steps, given, at).items()
        if each.holder is not None
        and takes(proxy, each.bond)
        and in_room(steps.get(each.holder, ()), at)
        and not in_room(steps.get(person, ()), at)
    }
