"""An owners' vote in the papers: the rule, the figures by heads and area, what was needed, the result.

`WRITE_GOLDENS=1 pytest` of this file writes them anew, to be read before they are committed.
"""

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from council_tui.domain.ids import OwnerId, VoteId
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind
from council_tui.domain.rules import rules_text
from council_tui.domain.unitlists import Answer, AreaSource, UnitRow
from council_tui.export.text import lines
from council_tui.intake.rules import preset
from council_tui.usecases import meetings, owners, results, units
from council_tui.usecases.owners import PaperTold
from council_tui.wording.minutes import compose_in
from tests import assembly
from tests.assembly import Floor
from tests.meetings import evening as clock

GOLDEN = Path(__file__).parent.parent / "golden" / "papers"
CASES = [(kind, lang) for kind in PaperKind for lang in ("zh", "en")]
ANSWERS = [Answer.YES] * 31 + [Answer.NO] * 20 + [Answer.ABSTAIN] * 9 + [Answer.INVALID] * 2


def announced(folder: Path, answers: Sequence[Answer]) -> tuple[Floor, VoteId]:
    """A vote of 90 owners of 100 sq m each, with so many papers, announced."""
    floor = assembly.convene(assembly.found(folder / "council.db"))
    rows = [
        UnitRow(n, f"1-{n}", 10_000, f"业主{n}", True, None, None, AreaSource.REGISTER) for n in range(1, 91)
    ]
    floor.store.writing(units.import_units, rows)
    rule = rules_text(preset("cc278_general"))
    vote = floor.store.writing(owners.open_owners_vote, floor.meeting, floor.motion, rule)
    for n, answer in enumerate(answers, 1):
        floor.store.writing(owners.enter_paper, vote, owner_of(floor, vote, f"1-{n}"), answer)
    floor.store.writing(owners.close_owners_vote, vote, 88)
    floor.store.writing(results.announce_result, vote)
    return floor, vote


def owner_of(floor: Floor, vote: VoteId, unit: str) -> OwnerId:
    """Whose a unit is."""
    look = partial(owners.view_candidates, vote=vote, typed=unit, most=1)
    return floor.store.reading(look)[0].owner


@pytest.fixture(scope="module")
def owned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingView]:
    """90 owners of 100 sq m: 62 papers came back, 31 of 60 who took part say yes (§3.5)."""
    with clock() as at:
        at("19:00")
        floor, _vote = announced(tmp_path_factory.mktemp("owned"), ANSWERS)
        at("19:30")
        floor.store.writing(meetings.adjourn, floor.meeting)
        yield floor.store.reading(partial(meetings.view_meeting, id=floor.meeting))
        floor.store.shut()


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingView]:
    """60 of 90 owners take part, 31 say yes: carried. One of these said no after all: 30 of 60 is half."""
    with clock() as at:
        at("19:00")
        answers = [Answer.YES] * 31 + [Answer.NO] * 29
        floor, vote = announced(tmp_path_factory.mktemp("mended"), answers)
        at("19:20")
        told = PaperTold(Answer.NO, "看错一栏 [/]", floor.people[1])
        floor.store.writing(owners.correct_paper, vote, owner_of(floor, vote, "1-31"), told)
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
    assert "by heads: 60 took part, more than half is 31; yes 31, no 20, abstain 9" in words
    assert "6000.00 sq m taking part, more than half is 3000.01 sq m; yes 3100.00 sq m" in words
    assert "88 issued, 62 returned, 60 valid, 2 invalid" in words
    assert "two thirds or more of the roll, by floor area" in words
