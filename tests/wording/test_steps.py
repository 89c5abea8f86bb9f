"""What comes next, as a chair says it, in both languages, through a whole item."""

from pathlib import Path

import pytest

from council_tui.domain.figures import Figures
from council_tui.domain.steps import next_deed
from council_tui.domain.votes import Way
from council_tui.usecases import agenda, meetings, proposals, results, votes
from council_tui.usecases.proposals import Wording
from council_tui.wording import catalog, steps
from tests.assembly import Floor, convene, found


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    return convene(found(tmp_path / "book.council", floor="radish"))


def said(floor: Floor, lang: str, way: Way = Way.HANDS) -> tuple[str, str]:
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    with catalog.speaking(lang):
        deed = next_deed(held)
        return steps.short_step(deed), steps.long_step(held, deed, way)


def vote(floor: Floor, proposal: int, figures: Figures) -> None:
    opened = floor.store.writing(votes.open_vote, floor.meeting, proposal, Way.HANDS)
    floor.store.writing(votes.close_hands, opened, figures)


def test_an_item_from_motion_to_adjournment(floor: Floor):
    store = floor.store
    assert said(floor, "zh") == ("下一议题", "进入：一、路灯 [/]")
    assert said(floor, "en") == ("next item", "Take up: 1. 路灯 [/]")
    store.writing(agenda.open_item, floor.meeting, floor.item)
    assert said(floor, "zh", Way.ROLL_CALL) == ("付表决", "付表决：议题，唱名")
    wording = Wording("修路灯五盏", words="改为五盏")
    amendment = store.writing(proposals.amend, floor.meeting, floor.motion, wording, floor.people[2])
    assert said(floor, "zh") == ("附议", "问：谁附议修正案（一）？")
    store.writing(proposals.second, floor.meeting, amendment, floor.people[3])
    assert said(floor, "en") == ("put to the vote", "Put to the vote: Amendment 1, hands")
    vote(floor, amendment, Figures(5, 1, 0, override="禁问弃权"))
    assert said(floor, "zh") == ("宣布结果", "宣布结果：修正案（一）通过")
    announce(floor)
    assert said(floor, "zh") == ("付表决", "付表决：议题（修正后），举手")
    assert said(floor, "en") == ("put to the vote", "Put to the vote: Motion as amended, hands")
    vote(floor, floor.motion, Figures(7, 0, 0))
    announce(floor)
    assert said(floor, "zh") == ("决议与交办", "决议与交办：谁办，何时办完")


def announce(floor: Floor) -> None:
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    floor.store.writing(results.announce_result, held.votes[-1].id)


def test_after_the_end_the_minutes_are_next(floor: Floor):
    floor.store.writing(meetings.recess, floor.meeting)
    assert said(floor, "zh") == ("复会", "宣布复会")
    floor.store.writing(meetings.resume, floor.meeting)
    floor.store.writing(meetings.adjourn, floor.meeting)
    assert said(floor, "zh") == ("看纪要", "核对纪要并签发")
