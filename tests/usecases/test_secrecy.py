"""What must be voted on secretly: another way warns and is printed, and never blocks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from council_tui.domain.figures import Figures
from council_tui.domain.ids import ItemId, VoteId
from council_tui.domain.minutes import PaperKind
from council_tui.domain.quality import Caution, warnings
from council_tui.domain.rules import rules_text
from council_tui.domain.secrecy import Matter, asks_secrecy
from council_tui.domain.votes import Way
from council_tui.export.text import lines
from council_tui.intake.rules import preset
from council_tui.usecases import agenda, council, meetings, record, results, rules, verification, votes
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.proposals import Wording
from council_tui.wording.minutes import compose_in
from tests import assembly
from tests.assembly import Floor

SAID = "This is to be voted on secretly, and another way was taken."
SAID_ZH = "本项应无记名投票，实际采用了其他方式。"


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    """Persons are voted on secretly here."""
    store = assembly.found(tmp_path / "secret.db")
    ours = replace(preset("council_default"), id="ours", secret_required_for=(Matter.PERSONS,))
    store.writing(council.choose_rules, rules_text(ours), store.reading(council.view_council).floor, False)
    made = assembly.convene(store)
    store.writing(agenda.open_item, made.meeting, made.item)
    yield made
    store.shut()


def marked(floor: Floor, matter: Matter) -> None:
    floor.store.writing(agenda.change_item, floor.item, ItemEntry("路灯 [/]", matter=matter))


def cautions(floor: Floor) -> set[Caution]:
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    return {each.caution for each in warnings(held)}


def paper(floor: Floor, kind: PaperKind, lang: str) -> str:
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    found = lines(compose_in(held, kind, lang), 76)
    return "".join("".join(found).split()) if lang == "zh" else " ".join(" ".join(found).split())


def by_hands(floor: Floor) -> VoteId:
    return floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)


@pytest.mark.parametrize(
    ("matter", "required", "asked"),
    [
        (Matter.NOTHING, (), False),
        (Matter.NOTHING, (Matter.PERSONS, Matter.RULES, Matter.NOTHING), False),
        (Matter.PERSONS, (Matter.PERSONS,), True),
        (Matter.PERSONS, (Matter.RULES,), False),
        (Matter.RULES, (Matter.PERSONS, Matter.RULES), True),
        (Matter.SECRET, (), True),
    ],
)
def test_the_rules_or_a_mark_ask_for_it(matter: Matter, required: tuple[Matter, ...], asked: bool):
    assert asks_secrecy(required, matter) is asked


@pytest.mark.parametrize(
    ("matter", "warned"),
    [(Matter.PERSONS, True), (Matter.SECRET, True), (Matter.RULES, False), (Matter.NOTHING, False)],
)
def test_hands_are_warned_of_counted_and_printed(floor: Floor, matter: Matter, warned: bool):
    marked(floor, matter)
    vote = by_hands(floor)
    assert (Caution.SECRECY in cautions(floor)) is warned
    floor.store.writing(votes.close_hands, vote, Figures(7, 0, 0))
    floor.store.writing(results.announce_result, vote)
    assert floor.store.reading(votes.view_vote, vote).closed.carried
    assert (SAID in paper(floor, PaperKind.MINUTES, "en")) is warned
    assert (SAID_ZH in paper(floor, PaperKind.MINUTES, "zh")) is warned
    assert verification.check_record(floor.store).sound


def test_papers_are_not_warned_of(floor: Floor):
    marked(floor, Matter.PERSONS)
    vote = floor.store.writing(votes.open_secret_vote, floor.meeting, floor.motion)
    assert Caution.SECRECY not in cautions(floor)
    floor.store.writing(votes.close_secret_vote, vote, Figures(7, 0, 0, 7, 7))
    assert SAID not in paper(floor, PaperKind.MINUTES, "en")


def matter_of(floor: Floor, item: ItemId) -> Matter:
    held = floor.store.reading(meetings.view_meeting, floor.meeting)
    return next(each.matter for each in held.items if each.id == item)


def test_a_mark_is_changed_undone_and_kept_when_only_the_words_change(floor: Floor):
    marked(floor, Matter.PERSONS)
    marked(floor, Matter.SECRET)
    assert matter_of(floor, floor.item) is Matter.SECRET
    floor.store.writing(record.undo)
    assert matter_of(floor, floor.item) is Matter.PERSONS
    marked(floor, Matter.NOTHING)
    assert matter_of(floor, floor.item) is Matter.NOTHING


def test_rules_put_on_the_agenda_are_marked_as_rules(floor: Floor):
    item = floor.store.writing(rules.propose_rules, floor.meeting, ItemEntry("规则"), Wording("用这些规则"))
    assert matter_of(floor, item) is Matter.RULES
