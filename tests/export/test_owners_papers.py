"""An owners' vote in the papers: the rule, the figures by heads and area, what was needed, the result.

`WRITE_GOLDENS=1 pytest` of this file writes them anew, to be read before they are committed.
"""

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from council_tui.domain.ids import ProposalId, VoteId
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind
from council_tui.domain.rules import rules_text
from council_tui.domain.unitlists import Answer, AreaSource, UnitRow
from council_tui.export.text import lines
from council_tui.intake.rules import preset
from council_tui.store.act import Act
from council_tui.usecases import agenda, meetings, owners, proposals, results, units
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.owners import PaperTold
from council_tui.usecases.proposals import Wording
from council_tui.wording.minutes import compose_in
from tests import assembly
from tests.assembly import Floor
from tests.meetings import evening as clock

GOLDEN = Path(__file__).parent.parent / "golden" / "papers"
CASES = [(kind, lang) for kind in PaperKind for lang in ("zh", "en")]
ANSWERS = [Answer.YES] * 31 + [Answer.NO] * 20 + [Answer.ABSTAIN] * 9 + [Answer.INVALID] * 2
FUND = [Answer.YES] * 44 + [Answer.NO] * 16
"""Three quarters of 60 are 45."""
FEW = [Answer.YES] * 59
"""Two thirds of 90 are 60."""


def ninety(path: Path) -> Floor:
    """A meeting where 90 owners have 100 sq m each."""
    floor = assembly.convene(assembly.found(path))
    rows = [
        UnitRow(n, f"1-{n}", 10_000, f"业主{n}", True, None, None, AreaSource.REGISTER) for n in range(1, 91)
    ]
    floor.store.writing(units.import_units, rows)
    return floor


def asked(floor: Floor, motion: ProposalId, rule: str, answers: Sequence[Answer]) -> VoteId:
    """A vote of the owners, one paper an answer; announced."""
    vote = floor.store.writing(owners.open_owners_vote, floor.meeting, motion, rules_text(preset(rule)))
    floor.store.writing(entered, vote, answers)
    floor.store.writing(owners.close_owners_vote, vote, 88)
    floor.store.writing(results.announce_result, vote)
    return vote


def entered(act: Act, vote: VoteId, answers: Sequence[Answer]) -> None:
    """All papers at once, and so at one time however slow the disk is."""
    for n, answer in enumerate(answers, 1):
        owners.enter_paper(act, vote, owners.view_candidates(act, vote, f"1-{n}", 1)[0].owner, answer)


def moved(floor: Floor, title: str, title_2: str) -> ProposalId:
    """Another item with its motion."""
    item = floor.store.writing(agenda.add_item, floor.meeting, ItemEntry(title, title_2))
    floor.store.writing(agenda.open_item, floor.meeting, item)
    wording = Wording(f"办{title}", f"To do this: {title_2}")
    return floor.store.writing(proposals.move, floor.meeting, item, wording, floor.people[0])


@pytest.fixture(scope="module")
def owned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingView]:
    """90 owners of 100 sq m, three times (§3.5): 31 of 60 who took part say yes; 44 of 60 to a special item,
    annulled; and 59, who are too few."""
    with clock() as at:
        at("19:00")
        floor = ninety(tmp_path_factory.mktemp("owned") / "council.db")
        asked(floor, floor.motion, "cc278_general", ANSWERS)
        at("19:10")
        fund = asked(floor, moved(floor, "续筹维修资金", "The repair fund"), "cc278_special", FUND)
        at("19:15")
        floor.store.writing(results.annul_vote, fund, "三户没有收到表决票")
        at("19:20")
        asked(floor, moved(floor, "公共收益", "Common income"), "cc278_general", FEW)
        at("19:30")
        floor.store.writing(meetings.adjourn, floor.meeting)
        yield floor.store.reading(partial(meetings.view_meeting, id=floor.meeting))
        floor.store.shut()


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingView]:
    """60 of 90 owners take part, 31 say yes: carried. One of these said no after all: 30 of 60 is half."""
    with clock() as at:
        at("19:00")
        floor = ninety(tmp_path_factory.mktemp("mended") / "council.db")
        vote = asked(floor, floor.motion, "cc278_general", [Answer.YES] * 31 + [Answer.NO] * 29)
        owner = floor.store.reading(partial(owners.view_candidates, vote=vote, typed="1-1", most=1))[0].owner
        at("19:20")
        told = PaperTold(Answer.NO, "看错一栏 [/]", floor.people[1])
        floor.store.writing(owners.correct_paper, vote, owner, told)
        at("19:30")
        floor.store.writing(meetings.adjourn, floor.meeting)
        yield floor.store.reading(partial(meetings.view_meeting, id=floor.meeting))
        floor.store.shut()


@pytest.mark.parametrize(("kind", "lang"), CASES, ids=str)
def test_the_papers_of_a_corrected_vote_are_as_they_were_read(
    corrected: MeetingView, kind: PaperKind, lang: str
):
    text = "\n".join(lines(compose_in(corrected, kind, lang), 76)) + "\n"
    golden = GOLDEN / f"owners-corrected-{kind}-{lang}.txt"
    if os.environ.get("WRITE_GOLDENS"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(("kind", "lang"), CASES, ids=str)
def test_the_papers_are_as_they_were_read(owned: MeetingView, kind: PaperKind, lang: str):
    text = "\n".join(lines(compose_in(owned, kind, lang), 76)) + "\n"
    golden = GOLDEN / f"owners-{kind}-{lang}.txt"
    if os.environ.get("WRITE_GOLDENS"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_both_measures_the_rule_and_the_papers_are_named(owned: MeetingView):
    words = " ".join("\n".join(lines(compose_in(owned, PaperKind.MINUTES, "en"), 76)).split())
    # more than half of the 60 taking part is 31, of their 6000 sq m 3000.01
    assert "by heads (quorum 60): 60 took part, more than half is 31; yes 31" in words
    # three quarters of 60 are 45; 59 owners of 90 are less than two thirds
    assert "three quarters or more is 45; yes 44, no 16, abstain 0" in words
    assert "Annulled at 19:15: 三户没有收到表决票. The result stands no longer." in words
    assert "by heads: 60 needed, 59 took part; by floor area: 6000.00 sq m needed, 5900.00" in words
    assert "6000.00 sq m taking part, more than half is 3000.01 sq m; yes 3100.00 sq m" in words
    assert "88 issued, 62 returned, 60 valid, 2 invalid. Invalid papers do not count as taking part." in words
    assert words.count("Invalid papers do not count") == 1  # where there were any
    assert "two thirds or more of all owners and two thirds or more of all exclusive floor area" in words
