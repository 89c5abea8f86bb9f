"""A member who is away is represented by another, takes the proxy back; and who was represented at a vote."""

from collections.abc import Mapping
from dataclasses import replace

from council_tui.domain import plain
from council_tui.domain.agenda import IN_THE_ROOM
from council_tui.domain.attendees import Attendee
from council_tui.domain.errors import Unknown
from council_tui.domain.ids import MeetingId, PersonId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.proxies import Bond, ProxyGiven, VoteProxies
from council_tui.domain.record import Kept
from council_tui.domain.representing import admit_proxy, proxies_standing
from council_tui.domain.votes import VoteView
from council_tui.store import proxies
from council_tui.store.act import Act
from council_tui.usecases import meetings

REFERENCE = 60
"""The longest number or date of a paper, in characters."""


@dataclass(frozen=True, slots=True)
class ProxyEntry:
    """What is typed about a proxy."""

    person: PersonId
    """Who is away."""
    holder: PersonId
    bond: Bond = Bond.WRITTEN
    paper: bool = True
    """Whether the written paper is there."""
    reference: str = ""
    """Its number or date."""


def give_proxy(act: Act, meeting: MeetingId, entry: ProxyEntry, at: str | None = None) -> int:
    """A member who is away is represented by one who is here, from now on; a newer proxy ends the older.

    Raises what `admit_proxy` does. The proxy's id.
    """
    held = meetings.unended(act, meeting)
    now = meetings.moment(act, held, at)
    if not (at or act.typed):
        now = max([now, *_moments(held, entry)])  # whatever the clock says, it came after
    reference = plain.clean_line(entry.reference, REFERENCE)
    fact = ProxyGiven(meeting, entry.person, entry.holder, entry.bond, entry.paper, reference, now)
    admit_proxy(held, fact, meetings.presence_at(act, held, at))
    return act.add(fact)


def take_back_proxy(act: Act, meeting: MeetingId, person: PersonId, at: str | None = None) -> None:
    """A member, or who speaks for them, ends a proxy. Raises Unknown where none stands."""
    held = meetings.unended(act, meeting)
    now = meetings.moment(act, held, at)
    given = _given(held, person, meetings.presence_at(act, held, at))
    if not (at or act.typed):
        now = max(now, given.at)
    act.add(replace(given, holder=None, bond=Bond.WRITTEN, paper=False, reference="", at=now, replaces=None))


def note_paper(act: Act, meeting: MeetingId, person: PersonId, reference: str = "") -> None:
    """The written paper of a proxy has come: it counts as it did. Raises Unknown where none stands."""
    held = meetings.unended(act, meeting)
    given = _given(held, person, None)
    kept = next(each for each in held.proxies if each.fact is given)
    told = plain.clean_line(reference, REFERENCE) or given.reference
    act.add(replace(given, paper=True, reference=told, at=_recorded(act, kept), replaces=kept.id))


def keep_proxies(act: Act, vote: VoteId, through: Mapping[PersonId, PersonId]) -> None:
    """Who is represented at a vote stays with it; nothing is kept where nobody is and nobody was."""
    before = proxies.kept(act, vote)
    people, holders = tuple(through), tuple(through.values())
    if (before.fact.people, before.fact.holders) != (people, holders) if before is not None else people:
        act.add(VoteProxies(vote, people, holders, replaces=before.id if before is not None else None))


def answered_through(
    held: MeetingView, running: VoteView, through: Mapping[PersonId, PersonId]
) -> Mapping[PersonId, PersonId]:
    """Who was represented at the close of a vote: those who are, and those who answered so before their
    holder left or the proxy ended. `through`: who is represented at that moment (None: now)."""
    away = {person for person in running.answers if not _came(held.people[person], running.opened.at)}
    said = {each.fact.person: each.fact.holder for each in held.proxies if each.fact.holder is not None}
    return {**{person: holder for person, holder in said.items() if person in away}, **through}


def _came(who: Attendee, since: str) -> bool:
    """Whether somebody was in the room at a moment, or came later."""
    return who.there(since) or any(step.presence in IN_THE_ROOM and step.at >= since for step in who.steps)


def _given(held: MeetingView, person: PersonId, at: str | None) -> ProxyGiven:
    found = proxies_standing(held, at).get(person)
    if found is None:
        raise Unknown("proxy", person)
    return found


def _moments(held: MeetingView, entry: ProxyEntry) -> list[str]:
    """When those two came and went, and what was said of the member's proxy before."""
    known = [held.people[each] for each in (entry.person, entry.holder) if each in held.people]
    steps = [step.at for each in known for step in each.steps]
    return steps + [each.fact.at for each in held.proxies if each.fact.person == entry.person]


def _recorded(act: Act, kept: Kept[ProxyGiven]) -> str:
    """The moment as it was recorded, which may be earlier or later than it counts from."""
    found = act.recorded(ProxyGiven, kept.id)
    return found.fact.at if found is not None else kept.fact.at
