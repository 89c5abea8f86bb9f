"""A meeting in which every text is somebody's hostile one, as far as there are texts in a meeting."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path
from unittest.mock import patch

from council_tui.domain import plain
from council_tui.domain.agenda import Outcome, Role
from council_tui.domain.figures import Figures
from council_tui.domain.floor import Stance
from council_tui.domain.ids import MeetingId
from council_tui.domain.minutes import Part
from council_tui.domain.proxies import Proxy
from council_tui.domain.rules import floor_text, rules_text
from council_tui.domain.votes import Way
from council_tui.intake.rules import floor_preset, preset
from council_tui.store.store import Store
from council_tui.usecases import (
    agenda,
    attendance,
    council,
    floor,
    meetings,
    minutes,
    people,
    promises,
    proposals,
    results,
    votes,
)
from council_tui.usecases.agenda import ItemEntry, Settlement
from council_tui.usecases.meetings import MeetingEntry
from council_tui.usecases.people import PersonEntry
from council_tui.usecases.promises import ActionEntry
from council_tui.usecases.proposals import Wording
from council_tui.usecases.proxies import ProxyEntry, give_proxy


class Said:
    """Hostile texts one after the other; a number before each keeps required ones from being empty."""

    def __init__(self, texts: tuple[str, ...]):
        self._texts = chain.from_iterable(repeat(texts))
        self._count = 0

    def __call__(self, limit: int) -> str:
        """The next text, in at most so many characters."""
        self._count += 1
        return f"{self._count} {next(self._texts)}"[:limit]


@contextmanager
def uncleaned() -> Iterator[None]:
    """What another hand, or a program without manners, might have written into the file."""
    with (
        patch.object(plain, "clean_line", lambda text, _limit: text),
        patch.object(plain, "clean_text", lambda text, _limit: text),
    ):
        yield


def held(path: Path, texts: tuple[str, ...], *, over: bool = False) -> Store:
    """The council and its meeting; it sits, or it is over."""
    store, said = Store(path, create=True), Said(texts)
    taking = replace(preset("council_default"), proxy=Proxy.WRITTEN)
    rules = rules_text(taking), floor_text(floor_preset("plain"))
    store.writing(council.found_council, said(60), "zh", *rules)
    store.writing(council.rename_council, said(60), said(60), "zh")
    for seat in range(1, 10):
        entry = PersonEntry(said(60), said(60), said(120), said(120), said(120), said(40), seat, said(60))
        store.writing(people.add_person, entry)
    plan = MeetingEntry("2023-02-08T19:00", said(200), said(200), reference=said(60))
    meeting = store.writing(meetings.plan_meeting, plan)
    known = [each.id for each in store.reading(people.view_people)]
    for role, person in ((Role.CHAIR, known[0]), (Role.RECORDER, known[1])):
        store.writing(meetings.hand_over, meeting, role, [person])
    for person in known[:7]:
        store.writing(attendance.sign_in, meeting, person)
    store.writing(attendance.excuse, meeting, known[7], said(200))
    store.writing(give_proxy, meeting, ProxyEntry(known[8], known[0], reference=said(60)))
    store.writing(attendance.admit_guest, meeting, PersonEntry(said(60), organisation=said(120)))
    _sat(store, meeting, said)
    if over:
        store.writing(meetings.adjourn, meeting)
    return store


def _sat(store: Store, meeting: MeetingId, said: Said) -> None:
    known = [each.id for each in store.reading(people.view_people)]
    items = [store.writing(agenda.add_item, meeting, _item(said)) for _ in range(4)]
    store.writing(meetings.open_meeting, meeting)
    store.writing(agenda.open_item, meeting, items[0])
    store.writing(attendance.recuse, meeting, items[0], known[6], said(200))
    motion = store.writing(proposals.move, meeting, items[0], _wording(said), known[0], known[1])
    remark = store.writing(floor.note_remark, meeting, items[0], said(2000), known[2], Stance.PRO)
    store.writing(floor.change_remark, remark, said(2000), said(2000))
    store.writing(proposals.amend, meeting, motion, _wording(said), known[2], known[3])
    amendment = motion + 1
    asked = store.writing(votes.open_vote, meeting, amendment, Way.CONSENT)
    store.writing(votes.abandon_vote, asked, said(200))
    vote = store.writing(votes.open_vote, meeting, amendment, Way.HANDS)
    store.writing(votes.close_hands, vote, Figures(2, 1, 0, override=said(200)))
    store.writing(results.announce_result, vote)
    store.writing(results.correct_result, vote, Figures(3, 1, 0), said(200))
    store.writing(minutes.word_part, meeting, items[0], Part.DISCUSSION, "zh", said(4000))
    store.writing(promises.assign_action, meeting, items[0], _action(said))
    store.writing(agenda.open_item, meeting, items[1])
    dropped = store.writing(proposals.move, meeting, items[1], _wording(said), known[0])
    store.writing(proposals.withdraw, meeting, dropped, said(200))
    end = Settlement(Outcome.NOTED, said(4000), said(4000))
    store.writing(agenda.settle_item, meeting, items[1], end)
    store.writing(minutes.word_part, meeting, None, Part.CLOSING, "zh", said(4000))
    store.writing(agenda.open_item, meeting, items[2])
    store.writing(proposals.move, meeting, items[2], _wording(said), known[0], known[1])


def _item(said: Said) -> ItemEntry:
    return ItemEntry(said(200), said(200), said(30), said(400), said(400))


def _wording(said: Said) -> Wording:
    return Wording(said(4000), said(4000), said(400), said(400))


def _action(said: Said) -> ActionEntry:
    return ActionEntry(said(400), said(400), said(120), said(120))
