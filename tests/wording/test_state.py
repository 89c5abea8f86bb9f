"""How far a paper has come is said on the screen, and a draft says it on its face."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.errors import MeetingOver
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind, Part
from council_tui.export.text import lines
from council_tui.usecases import agenda, meetings, minutes, proposals
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.proposals import Wording
from council_tui.wording import catalog
from council_tui.wording.minutes import sealed_hash
from council_tui.wording.papers.state import paper, state_words
from tests import assembly
from tests.assembly import Floor


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = assembly.convene(assembly.found(tmp_path / "council.db"))
    yield made
    made.store.shut()


def held(floor: Floor) -> MeetingView:
    return floor.store.reading(meetings.view_meeting, floor.meeting)


def told(floor: Floor) -> str:
    now = held(floor)
    return state_words(now, sealed_hash(now))


def sign(floor: Floor) -> None:
    now = held(floor)
    floor.store.writing(minutes.sign_off, floor.meeting, floor.people[0], now.head, sealed_hash(now))


def text(floor: Floor, lang: str) -> str:
    return "\n".join(lines(paper(held(floor), PaperKind.MINUTES, lang).document, 76))


def test_a_paper_goes_from_draft_to_sealed_and_back_when_something_changes(floor: Floor):
    assert told(floor) == "draft, writing itself as the meeting runs"
    floor.store.writing(meetings.adjourn, floor.meeting)
    assert told(floor) == "draft, not signed off"
    sign(floor)
    sealed = held(floor).seals[-1]
    assert told(floor) == f"version 1, sealed #{sealed.entry}"
    floor.store.writing(minutes.word_part, floor.meeting, None, Part.CLOSING, "zh", "谢谢 [/]")
    assert told(floor) == "draft, changed since version 1"
    catalog.use("zh")
    assert told(floor) == "草稿，第 1 版后有改动"


def test_a_draft_is_marked_in_its_own_language_and_a_sealed_paper_is_not(floor: Floor):
    floor.store.writing(meetings.adjourn, floor.meeting)
    assert "（草稿，未签发）" in text(floor, "zh")
    assert "(Draft, not signed off)" in text(floor, "en")
    sign(floor)
    assert "草稿" not in text(floor, "zh")
    floor.store.writing(minutes.word_part, floor.meeting, None, Part.CLOSING, "zh", "谢谢 [/]")
    assert "（草稿：第1版签发后有改动）" in text(floor, "zh")


def test_the_anchor_is_the_journal_before_the_seal(floor: Floor):
    floor.store.writing(meetings.adjourn, floor.meeting)
    assert paper(held(floor), PaperKind.RECORD, "en").anchor(56) is None
    before = held(floor).head[0]
    sign(floor)
    anchor = paper(held(floor), PaperKind.RECORD, "en").anchor(56)
    assert anchor is not None
    assert anchor.words[0] == f"council-tui record en 56 #{before}"


def test_a_motion_that_comes_again_and_is_changed_leaves_the_signed_paper_as_it_was(floor: Floor):
    """Reworded, amended and withdrawn by a later meeting; a proposal not yet moved is written on."""
    store = floor.store
    store.writing(meetings.adjourn, floor.meeting)
    sign(floor)
    with pytest.raises(MeetingOver):
        store.writing(proposals.change_proposal, floor.meeting, floor.motion, Wording("修六盏"))
    later = assembly.convene(store, starts="2023-03-08T19:00").meeting
    store.writing(agenda.carry_over, later, [floor.item])
    store.writing(agenda.change_item, floor.item, ItemEntry("路灯，又一次"))
    store.writing(proposals.change_proposal, later, floor.motion, Wording("修六盏 [/]"))
    store.writing(proposals.move_proposal, later, floor.motion, floor.people[2])
    store.writing(proposals.amend, later, floor.motion, Wording("七盏", words="六改七"), floor.people[1])
    store.writing(proposals.withdraw, later, floor.motion, "不修了")
    own = store.writing(proposals.write_proposal, floor.item, Wording("另一案"))
    store.writing(proposals.change_proposal, later, own, Wording("另一案，改过"))
    assert told(floor).startswith("version 1, sealed #")
    assert "修路灯 [b，不超过 800 元" in text(floor, "zh")
    assert [motion.text for motion in held(floor).items[0].motions] == [
        "修路灯 [b，不超过 800 元",
        "另一案，改过",
    ]
