"""The papers of a meeting with proxies: who was represented by whom, on what paper, and at which vote."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.figures import Figures
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind
from council_tui.domain.votes import Choice, Way
from council_tui.export import Page
from council_tui.export.text import write
from council_tui.usecases import agenda, attendance, meetings, people, proposals, proxies, results, votes
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.proposals import Wording
from council_tui.wording.minutes import compose_in
from tests import assembly, proxied
from tests.assembly import Floor
from tests.meetings import evening
from tests.proxied import given, seat

GOLDEN = Path(__file__).parent.parent / "golden" / "papers"
CASES = [(kind, lang) for kind in PaperKind for lang in ("zh", "en")]


def moved(floor: Floor, title: str) -> int:
    """Another item with its motion before the meeting."""
    item = floor.store.writing(agenda.add_item, floor.meeting, ItemEntry(title))
    floor.store.writing(agenda.open_item, floor.meeting, item)
    return floor.store.writing(proposals.move, floor.meeting, item, Wording(f"办{title}"), seat(floor, 5))


def called(floor: Floor) -> None:
    """A roll call: the represented seats 6 and 7 say yes, seat 5 says no."""
    motion = moved(floor, "路灯 [/]")
    vote = floor.store.writing(votes.open_vote, floor.meeting, motion, Way.ROLL_CALL)
    for number in (1, 2, 6, 7):
        floor.store.writing(votes.cast_ballot, vote, seat(floor, number), Choice.YES)
    floor.store.writing(votes.cast_ballot, vote, seat(floor, 5), Choice.NO)
    floor.store.writing(votes.close_roll_call, vote)
    floor.store.writing(results.announce_result, vote)


def raised(floor: Floor, title: str, figures: Figures) -> None:
    vote = floor.store.writing(votes.open_vote, floor.meeting, moved(floor, title), Way.HANDS)
    floor.store.writing(votes.close_hands, vote, figures)
    floor.store.writing(results.announce_result, vote)


def hold(path: Path) -> Floor:
    """Seats 1 to 5 come; 6 and 7 are represented at the opening, 8 and 9 later; 6 comes, 7 takes it back."""
    with evening() as at:
        at("18:50")
        store = proxied.founded(path)
        meeting, item = assembly.plan(store, title="开场")
        ids = tuple(each.id for each in store.reading(people.view_people))
        floor = Floor(store, meeting, ids, item, 0)
        for person in ids[:5]:
            store.writing(attendance.sign_in, meeting, person)
        given(floor, 6, 1, reference="第3号 [/]")
        given(floor, 7, 2, paper=False)
        store.writing(attendance.excuse, meeting, seat(floor, 8), "出差")
        at("19:00")
        store.writing(meetings.open_meeting, meeting)
        at("19:05")
        called(floor)
        at("19:20")
        given(floor, 8, 1)
        at("19:25")
        store.writing(attendance.sign_in, meeting, seat(floor, 6))
        at("19:30")
        store.writing(attendance.sign_out, meeting, seat(floor, 2))
        raised(floor, "充电棚", Figures(4, 2, 0))
        at("19:40")
        store.writing(attendance.sign_in, meeting, seat(floor, 2))
        store.writing(proxies.take_back_proxy, meeting, seat(floor, 7))
        vote = store.writing(votes.open_secret_vote, meeting, moved(floor, "停车位 [b"))
        store.writing(votes.close_secret_vote, vote, Figures(4, 3, 0, issued=7, returned=7))
        store.writing(results.announce_result, vote)
        at("19:50")
        given(floor, 9, 2)
        for number in (1, 3, 4):
            store.writing(attendance.sign_out, meeting, seat(floor, number))
        raised(floor, "旧物回收", Figures(4, 0, 0))
        at("20:00")
        store.writing(meetings.adjourn, meeting)
    return floor


@pytest.fixture(scope="module")
def represented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingView]:
    """The meeting, held once."""
    floor = hold(tmp_path_factory.mktemp("proxies") / "council.db")
    yield floor.store.reading(meetings.view_meeting, floor.meeting)
    floor.store.shut()


@pytest.mark.parametrize(("kind", "lang"), CASES, ids=str)
def test_a_meeting_with_proxies_reads_as_it_was_reviewed(
    represented: MeetingView, kind: PaperKind, lang: str
):
    content = write(compose_in(represented, kind, lang), Page(76)).decode("utf-8")
    path = GOLDEN / f"proxies-{kind}-{lang}.txt"
    if os.environ.get("WRITE_GOLDENS"):
        path.write_text(content, "utf-8")
    assert content == path.read_text("utf-8")
