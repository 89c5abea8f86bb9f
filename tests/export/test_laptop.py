"""A secret ballot on the laptop in the papers: how, who could and did vote, the figures, what was needed.

`WRITE_GOLDENS=1` writes them anew, to be read before they are committed.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.agenda import Role
from council_tui.domain.figures import Figures
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind
from council_tui.domain.rules import rules_text
from council_tui.export import Page
from council_tui.export.text import write
from council_tui.intake.rules import preset
from council_tui.usecases import agenda, laptop, meetings, proposals, results
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.proposals import Wording
from council_tui.wording.minutes import compose_in
from tests import assembly
from tests.meetings import evening

GOLDEN = Path(__file__).parent.parent / "golden" / "papers"
CASES = [(kind, lang) for kind in PaperKind for lang in ("zh", "en")]


def totals(yes: int, no: int, abstain: int) -> Figures:
    voted = yes + no + abstain
    return Figures(yes, no, abstain, issued=voted, returned=voted)


@pytest.fixture(scope="module")
def passed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingView]:
    """A void round and one that carried; then one by two thirds, lost, whose voters are kept."""
    store = assembly.found(tmp_path_factory.mktemp("passed") / "council.db")
    with evening() as at:
        at("19:00")
        held = assembly.convene(store, 7)
        store.writing(meetings.hand_over, held.meeting, Role.CHAIR, [held.people[0]])
        at("19:10")
        first = store.writing(laptop.open_laptop_vote, held.meeting, held.motion)
        at("19:14")
        store.writing(laptop.void_laptop_vote, first)
        second = store.writing(laptop.open_laptop_vote, held.meeting, held.motion)
        at("19:20")
        store.writing(laptop.close_laptop_vote, second, totals(4, 1, 1))
        store.writing(results.announce_result, second)
        at("19:25")
        item = store.writing(agenda.add_item, held.meeting, ItemEntry("门禁"))
        store.writing(agenda.open_item, held.meeting, item)
        gate = Wording("小区门禁换新", "Replace the gate")
        motion = store.writing(proposals.move, held.meeting, item, gate, held.people[2])
        rule = rules_text(preset("council_two_thirds"))
        third = store.writing(laptop.open_laptop_vote, held.meeting, motion, rule)
        at("19:31")
        store.writing(laptop.close_laptop_vote, third, totals(4, 2, 0), held.people[5::-1])
        store.writing(results.announce_result, third)
        at("19:40")
        store.writing(meetings.adjourn, held.meeting)
    yield store.reading(meetings.view_meeting, held.meeting)
    store.shut()


@pytest.mark.parametrize(("kind", "lang"), CASES, ids=str)
def test_it_reads_as_it_was_reviewed(passed: MeetingView, kind: PaperKind, lang: str):
    content = write(compose_in(passed, kind, lang), Page(76)).decode("utf-8")
    path = GOLDEN / f"laptop-{kind}-{lang}.txt"
    if os.environ.get("WRITE_GOLDENS"):
        path.write_text(content, encoding="utf-8")
    assert content == path.read_text("utf-8")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", PaperKind)
def test_every_paper_says_that_no_recount_is_possible(passed: MeetingView, kind: PaperKind, lang: str):
    content = write(compose_in(passed, kind, lang), Page(76)).decode("utf-8")
    run_on = "".join(content.split())
    assert run_on.count("无法重新计票" if lang == "zh" else "Norecountispossible") == 2
