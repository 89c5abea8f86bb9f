"""Papers: worded, signed off, stale, unchanged, sealed again, exported, adopted; and what is to be done."""

import pytest

from council_tui.domain.errors import Missing, NotADay, NothingChanged, NotOver, NotSealed, Stale, Unknown
from council_tui.domain.failures import Doubled, NothingToUndo
from council_tui.domain.ids import PersonId, SealId
from council_tui.domain.minutes import PaperKind, Part
from council_tui.usecases import meetings, minutes, promises, record
from council_tui.usecases.promises import ActionEntry
from tests import assembly
from tests.assembly import Floor

FIRST, SECOND = "1a" * 32, "2b" * 32


def sealed(floor: Floor, sha256: str = FIRST) -> SealId:
    head = floor.store.reading(meetings.view_meeting, floor.meeting).head
    return floor.store.writing(minutes.sign_off, floor.meeting, floor.people[0], head, sha256)


def test_the_recorders_wording_stands_until_it_is_given_back(floor: Floor):
    store = floor.store
    part = (floor.meeting, floor.item, Part.DISCUSSION, "zh")
    store.writing(minutes.word_part, *part, "大家 [b] 说")
    store.writing(minutes.word_part, *part, "大家都说")
    store.writing(minutes.word_part, floor.meeting, None, Part.CLOSING, "zh", "散会")
    worded = store.reading(meetings.view_meeting, floor.meeting).worded
    assert worded == {(floor.item, "discussion", "zh"): "大家都说", (None, "closing", "zh"): "散会"}
    store.writing(minutes.word_part, *part, "")
    assert list(store.reading(meetings.view_meeting, floor.meeting).worded) == [(None, "closing", "zh")]


def test_only_an_adjourned_meeting_is_signed_off(floor: Floor):
    with pytest.raises(NotOver):
        sealed(floor)


def test_a_version_is_sealed_over_what_was_seen_and_sealed_again_only_when_changed(floor: Floor):
    store = floor.store
    store.writing(meetings.adjourn, floor.meeting)
    seen = store.reading(meetings.view_meeting, floor.meeting).head
    store.writing(minutes.word_part, floor.meeting, None, Part.CLOSING, "zh", "散会")
    with pytest.raises(Stale):
        store.writing(minutes.sign_off, floor.meeting, floor.people[0], seen, FIRST)
    sealed(floor)
    with pytest.raises(NothingToUndo):
        store.writing(record.undo)
    with pytest.raises(NothingChanged) as refused:
        sealed(floor)
    assert refused.value.version == 1
    sealed(floor, SECOND)
    seals = store.reading(meetings.view_meeting, floor.meeting).seals
    assert [(seal.fact.version, seal.fact.sha256) for seal in seals] == [(1, FIRST), (2, SECOND)]
    assert seals[0].fact.head == seals[0].entry - 1


def test_an_export_is_a_fact_of_its_seal(floor: Floor):
    floor.store.writing(meetings.adjourn, floor.meeting)
    seal = sealed(floor)
    floor.store.writing(minutes.export_paper, seal, PaperKind.MINUTES, "zh", 76, SECOND)
    with pytest.raises(NothingToUndo):
        floor.store.writing(record.undo)
    with pytest.raises(Unknown):
        floor.store.writing(minutes.export_paper, SealId(9), PaperKind.MINUTES, "zh", 76, SECOND)


def test_a_later_meeting_adopts_a_sealed_version_once(floor: Floor):
    store = floor.store
    store.writing(meetings.adjourn, floor.meeting)
    seal = sealed(floor)
    later = assembly.convene(store, starts="2023-03-08T19:00")
    with pytest.raises(NotSealed):
        store.writing(minutes.adopt_minutes, SealId(9), later.meeting)
    with pytest.raises(NotSealed):
        store.writing(minutes.adopt_minutes, seal, floor.meeting)
    store.writing(minutes.adopt_minutes, seal, later.meeting)
    with pytest.raises(Doubled):
        store.writing(minutes.adopt_minutes, seal, later.meeting)
    assert len(store.reading(meetings.view_meeting, floor.meeting).adopted) == 1


def test_an_action_has_an_owner_and_a_day_and_is_changed_and_dropped(floor: Floor):
    store = floor.store
    entry = ActionEntry("买灯 [/]", person=floor.people[1], due="20230220")
    action = store.writing(promises.assign_action, floor.meeting, floor.item, entry)
    (kept,) = store.reading(meetings.view_meeting, floor.meeting).actions
    assert (kept.fact.task, kept.fact.due) == ("买灯 [/]", "2023-02-20")
    with pytest.raises(Missing):
        store.writing(promises.assign_action, floor.meeting, None, ActionEntry(" "))
    with pytest.raises(NotADay):
        store.writing(promises.assign_action, floor.meeting, None, ActionEntry("x", due="2023-02-30"))
    with pytest.raises(Unknown):
        store.writing(promises.assign_action, floor.meeting, None, ActionEntry("x", person=PersonId(99)))
    newer = store.writing(promises.change_action, action, ActionEntry("买五盏灯", organisation="物业"))
    with pytest.raises(Unknown):
        store.writing(promises.drop_action, action)
    store.writing(promises.drop_action, newer)
    assert store.reading(meetings.view_meeting, floor.meeting).actions == ()
