"""A meeting of nine whose rules take proxies: five are in the room, four are away.

Seats 1 to 5 are there; 6 吕 %s, 7 =李四, 8 乐山😀 and 9 许志刚 are not.
"""

from dataclasses import replace
from pathlib import Path

from council_tui.domain.ids import MeetingId, PersonId
from council_tui.domain.proxies import Bond, Proxy
from council_tui.domain.rules import Rules, floor_text, rules_text
from council_tui.intake.rules import floor_preset, preset
from council_tui.store.store import Store
from council_tui.usecases import council, meetings
from council_tui.usecases.proxies import ProxyEntry, give_proxy
from tests import assembly
from tests.assembly import Floor


def rules(proxy: Proxy = Proxy.WRITTEN, most: int | None = 2) -> Rules:
    """The usual rules, two thirds for a quorum and more than half of those present, with proxies."""
    return replace(preset("council_default"), proxy=proxy, max_per_holder=most)


def founded(path: Path, under: Rules | None = None) -> Store:
    """A council of nine under such rules."""
    store = assembly.found(path)
    govern(store, under)
    return store


def govern(store: Store, under: Rules | None = None) -> None:
    """A council is given such rules."""
    chosen = rules_text(under or rules())
    store.writing(council.choose_rules, chosen, floor_text(floor_preset("plain")), False)


def held(path: Path, under: Rules | None = None, present: int = 5) -> Floor:
    """Its meeting, opened, with a motion moved."""
    return assembly.convene(founded(path, under), present)


def given(
    floor: Floor, person: int, holder: int, at: str | None = None, *, paper: bool = True, reference: str = ""
) -> int:
    """The member on one seat is represented by the one on another."""
    entry = ProxyEntry(seat(floor, person), seat(floor, holder), Bond.WRITTEN, paper, reference)
    return floor.store.writing(give_proxy, floor.meeting, entry, at)


def seat(floor: Floor, number: int) -> PersonId:
    """Who sits on a seat, from 1 on."""
    return floor.people[number - 1]


def counts(store: Store, meeting: MeetingId) -> tuple[int, int, bool]:
    """How many are present, how many of them by proxy, and whether that is enough."""
    view = store.reading(meetings.view_meeting, meeting)
    return view.attending.present, view.attending.by_proxy, view.quorate
