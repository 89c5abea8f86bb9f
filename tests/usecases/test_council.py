"""A council: founded once, renamed, its rules chosen and adopted by its own vote."""

from pathlib import Path

import pytest

from council_tui.domain.council import NotCarried
from council_tui.domain.errors import AlreadyFounded, Missing, Unknown
from council_tui.domain.figures import Figures
from council_tui.domain.ids import PersonId
from council_tui.domain.rules import BadRules, floor_text, rules_text
from council_tui.domain.votes import Way
from council_tui.intake.rules import floor_preset, preset
from council_tui.store.store import Store
from council_tui.usecases import council, meetings, results, votes
from tests import assembly
from tests.assembly import Floor

RULES, FLOOR = rules_text(preset("village_reps")), floor_text(floor_preset("radish"))


def test_a_new_file_holds_no_council_until_it_is_founded(tmp_path: Path):
    store = Store(tmp_path / "new.db", create=True)
    assert store.reading(council.view_council) is None
    with pytest.raises(Missing):
        store.writing(council.found_council, " ", "zh", RULES, FLOOR)
    with pytest.raises(BadRules):
        store.writing(council.found_council, "清水", "zh", "{}", FLOOR)
    assert store.reading(council.view_council) is None
    store.writing(council.found_council, "清水 [/]", "zh", RULES, FLOOR)
    founded = store.reading(council.view_council)
    assert founded is not None
    assert (founded.name, founded.lang, founded.provisional) == ("清水 [/]", "zh", True)
    with pytest.raises(AlreadyFounded):
        store.writing(council.found_council, "又一个", "zh", RULES, FLOOR)
    store.shut()


def test_a_council_is_renamed_and_speaks_another_language(store: Store):
    store.writing(council.rename_council, "清水社区", "Clearwater [b]", "en")
    named = store.reading(council.view_council)
    assert named is not None
    assert (named.name, named.name_2, named.lang) == ("清水社区", "Clearwater [b]", "en")


def test_rules_chosen_hold_from_the_next_opening_on(floor: Floor):
    floor.store.writing(council.choose_rules, RULES, FLOOR, True)
    assert floor.store.reading(meetings.view_meeting, floor.meeting).rules.id == "council_default"
    floor.store.writing(meetings.adjourn, floor.meeting)
    second = assembly.convene(floor.store, starts="2023-03-08T19:00")
    held = floor.store.reading(meetings.view_meeting, second.meeting)
    assert (held.rules.id, held.floor.id) == ("village_reps", "radish")


def test_rules_are_adopted_by_a_vote_that_carried_and_was_announced(floor: Floor):
    store = floor.store
    vote = store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    with pytest.raises(NotCarried):
        store.writing(council.adopt_rules, vote)
    store.writing(votes.close_hands, vote, Figures(6, 1, 0))
    with pytest.raises(NotCarried):
        store.writing(council.adopt_rules, vote)
    store.writing(results.announce_result, vote)
    store.writing(council.adopt_rules, vote)
    adopted = store.reading(council.view_council)
    assert adopted is not None
    assert not adopted.provisional
    assert store.reading(meetings.view_meeting, floor.meeting).council.provisional


def test_who_sits_at_the_keyboard_is_somebody(store: Store):
    with pytest.raises(Unknown):
        store.writing(council.choose_operator, PersonId(99))
    store.writing(council.choose_operator, PersonId(1))
    chosen = store.reading(council.view_council)
    assert chosen is not None
    assert chosen.operator == PersonId(1)
