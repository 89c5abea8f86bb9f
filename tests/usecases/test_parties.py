"""A vote by parties on a real file: who may speak, what is refused, what the close counts, what is kept."""

import subprocess
import sys
from pathlib import Path

import pytest

from council_tui.domain.agenda import Outcome
from council_tui.domain.errors import NeedsReason, NotEntitled, NotPresent, Unknown, VoteOver
from council_tui.domain.failures import NothingToUndo
from council_tui.domain.figures import Figures
from council_tui.domain.ids import VoteId
from council_tui.domain.parties import ByParties, NoParty, NotRepresented, Party
from council_tui.domain.rules import rules_text
from council_tui.domain.votes import Choice, VoteClosed, Way
from council_tui.intake.rules import preset
from council_tui.store.store import Store
from council_tui.usecases import attendance, meetings, parties, people, record, results, verification, votes
from tests import assembly, joint
from tests.assembly import Floor
from tests.joint import CHEN, COMMUNITY, LI, LIN, LU, OBRIEN, OWNERS, PROPERTY, SPEAK, ZHOU

YES, NO, RESERVED = Choice.YES, Choice.NO, Choice.ABSTAIN


@pytest.fixture
def table(tmp_path: Path) -> Floor:
    """Everybody is there."""
    return joint.held(joint.founded(tmp_path / "joint.db"))


def opened(table: Floor) -> VoteId:
    return table.store.writing(votes.open_vote, table.meeting, table.motion, Way.PARTIES)


def says(table: Floor, vote: VoteId, name: str, stand: Choice, party: str = "") -> int:
    """Somebody speaks for their party, or for another."""
    speaker = joint.known(table.store)[name]
    return table.store.writing(parties.take_stand, vote, party or SPEAK[name], stand, speaker)


def closed(table: Floor, vote: VoteId) -> VoteClosed:
    table.store.writing(parties.close_parties, vote)
    found = table.store.reading(votes.view_vote, vote).closed
    assert found is not None
    return found


def stands(store: Store, vote: VoteId) -> dict[str, Choice]:
    found = store.reading(votes.view_vote, vote).stands
    return {party: stand.stand for party, (_id, stand) in found.items()}


def test_every_party_agrees_and_it_is_carried_by_parties_not_by_heads(table: Floor):
    vote = opened(table)
    for name in (LIN, ZHOU, OBRIEN):
        says(table, vote, name, YES)
    found = closed(table, vote)
    assert (found.yes, found.no, found.abstain, found.not_voting) == (3, 0, 0, 0)
    assert (found.quorum_met, found.quorum_needed, found.needed, found.carried) == (True, 3, 3, True)
    view = table.store.reading(votes.view_vote, vote)
    assert (view.opened.roll, len(found.presence), found.present) == (3, 6, 3)
    assert view.verdict() is not None
    table.store.writing(results.announce_result, vote)
    settled = table.store.reading(meetings.view_meeting, table.meeting).items[0].settled
    assert settled is not None
    assert settled.outcome is Outcome.CARRIED


@pytest.mark.parametrize("last", [NO, RESERVED, None])
def test_one_party_against_reserved_or_silent_keeps_it_from_being_carried(table: Floor, last: Choice | None):
    vote = opened(table)
    says(table, vote, CHEN, YES)
    says(table, vote, ZHOU, YES)
    if last is not None:
        says(table, vote, LI, last)
    found = closed(table, vote)
    assert (found.yes, found.quorum_met, found.carried, found.tie) == (2, True, False, False)
    assert found.not_voting == (last is None)


def test_a_party_with_nobody_in_the_room_takes_no_stand_and_nothing_is_carried(tmp_path: Path):
    table = joint.held(joint.founded(tmp_path / "joint.db"), (LIN, ZHOU, LU))
    vote = opened(table)
    with pytest.raises(NotRepresented):
        says(table, vote, OBRIEN, YES)
    says(table, vote, LIN, YES)
    says(table, vote, ZHOU, YES)
    found = closed(table, vote)
    assert (found.yes, found.not_voting, found.present) == (2, 0, 2)
    assert (found.quorum_met, found.carried) == (False, False)


def test_nobody_speaks_for_another_party_or_from_outside_the_room(table: Floor):
    vote = opened(table)
    with pytest.raises(NotEntitled):
        says(table, vote, LU, YES, OWNERS)
    with pytest.raises(NotEntitled):
        says(table, vote, LIN, YES, OWNERS)
    table.store.writing(attendance.sign_out, table.meeting, joint.known(table.store)[OBRIEN])
    with pytest.raises(NotPresent) as refused:
        says(table, vote, OBRIEN, YES)
    assert refused.value.name == OBRIEN
    with pytest.raises(Unknown):
        says(table, vote, LI, YES, "街道 [/]")
    says(table, vote, LI, YES)
    assert stands(table.store, vote) == {OWNERS: YES}


def test_who_stands_aside_does_not_speak(table: Floor):
    known = joint.known(table.store)
    table.store.writing(attendance.recuse, table.meeting, table.item, known[ZHOU], "利害关系人")
    vote = opened(table)
    with pytest.raises(NotRepresented):
        says(table, vote, ZHOU, YES)
    says(table, vote, LIN, YES)
    says(table, vote, LI, YES)
    assert not closed(table, vote).quorum_met


def test_a_party_whose_people_left_after_it_spoke_was_represented(table: Floor):
    vote = opened(table)
    says(table, vote, ZHOU, YES)
    table.store.writing(attendance.sign_out, table.meeting, joint.known(table.store)[ZHOU])
    says(table, vote, ZHOU, NO)
    says(table, vote, ZHOU, YES)
    says(table, vote, LIN, YES)
    says(table, vote, LI, YES)
    assert closed(table, vote).carried


def test_a_newer_stand_replaces_the_older_and_one_taken_back_is_none(table: Floor):
    vote = opened(table)
    says(table, vote, LIN, NO)
    says(table, vote, CHEN, YES)
    says(table, vote, ZHOU, RESERVED)
    table.store.writing(parties.take_back_stand, vote, PROPERTY)
    table.store.writing(parties.take_back_stand, vote, PROPERTY)
    assert stands(table.store, vote) == {COMMUNITY: YES}
    speaker = table.store.reading(votes.view_vote, vote).stands[COMMUNITY][1].speaker
    assert speaker == joint.known(table.store)[CHEN]


def test_stands_are_undone_and_redone_one_by_one(table: Floor):
    vote = opened(table)
    says(table, vote, LIN, YES)
    says(table, vote, LIN, NO)
    table.store.writing(record.undo)
    assert stands(table.store, vote) == {COMMUNITY: YES}
    table.store.writing(record.undo)
    assert stands(table.store, vote) == {}
    table.store.writing(record.redo)
    assert stands(table.store, vote) == {COMMUNITY: YES}


def test_an_announced_stand_is_corrected_with_a_reason_and_never_undone(table: Floor):
    vote = opened(table)
    for name in (LIN, ZHOU, OBRIEN):
        says(table, vote, name, YES)
    closed(table, vote)
    table.store.writing(results.announce_result, vote)
    with pytest.raises(NeedsReason):
        table.store.writing(results.correct_stand, vote, OWNERS, RESERVED, " ")
    with pytest.raises(Unknown):
        table.store.writing(results.correct_result, vote, Figures(3, 0, 0), "点错了")
    table.store.writing(results.correct_stand, vote, OWNERS, RESERVED, "听错了 [/]")
    view = table.store.reading(votes.view_vote, vote)
    old, new = view.corrections[0]
    assert (old.yes, new.yes, new.abstain, new.carried, new.why) == (3, 2, 1, False, "听错了 [/]")
    assert view.stands[OWNERS][1].speaker == joint.known(table.store)[OBRIEN]
    settled = table.store.reading(meetings.view_meeting, table.meeting).items[0].settled
    assert settled is not None
    assert settled.outcome is Outcome.LOST
    with pytest.raises(NothingToUndo):
        table.store.writing(record.undo)


def test_a_party_that_was_not_there_cannot_be_corrected_into_agreeing(tmp_path: Path):
    table = joint.held(joint.founded(tmp_path / "joint.db"), (LIN, ZHOU))
    vote = opened(table)
    says(table, vote, LIN, YES)
    closed(table, vote)
    table.store.writing(results.announce_result, vote)
    with pytest.raises(NotRepresented):
        table.store.writing(results.correct_stand, vote, OWNERS, YES, "补记")
    table.store.writing(results.correct_stand, vote, PROPERTY, YES, "漏记")
    view = table.store.reading(votes.view_vote, vote)
    assert view.closed is not None
    assert (view.closed.yes, view.closed.not_voting, view.closed.carried) == (2, 0, False)
    assert view.stands[PROPERTY][1].speaker == joint.known(table.store)[ZHOU]


def test_an_annulled_vote_by_parties_can_be_put_again(table: Floor):
    vote = opened(table)
    says(table, vote, LIN, NO)
    closed(table, vote)
    table.store.writing(results.announce_result, vote)
    table.store.writing(results.annul_vote, vote, "代表没有授权")
    assert opened(table) != vote


def test_rules_with_parties_take_no_other_way_and_others_not_this_one(tmp_path: Path, table: Floor):
    for way in (Way.HANDS, Way.ROLL_CALL, Way.CONSENT):
        with pytest.raises(ByParties):
            table.store.writing(votes.open_vote, table.meeting, table.motion, way)
    with pytest.raises(ByParties):
        table.store.writing(votes.open_secret_vote, table.meeting, table.motion)
    other = assembly.convene(assembly.found(tmp_path / "other.db"))
    with pytest.raises(ByParties):
        other.store.writing(votes.open_vote, other.meeting, other.motion, Way.PARTIES)
    text = rules_text(preset("joint_meeting"))
    with pytest.raises(NoParty):
        other.store.writing(votes.open_vote, other.meeting, other.motion, Way.PARTIES, text)


def test_one_question_of_another_council_is_decided_by_parties(tmp_path: Path):
    table = joint.held(joint.founded(tmp_path / "joint.db", "council_default"))
    text = rules_text(preset("joint_meeting"))
    vote = table.store.writing(votes.open_vote, table.meeting, table.motion, Way.PARTIES, text)
    says(table, vote, LIN, YES)
    says(table, vote, ZHOU, YES)
    says(table, vote, LI, NO)
    found = closed(table, vote)
    assert (found.quorum_needed, found.needed, found.yes, found.carried) == (3, 3, 2, False)


def test_a_closed_vote_takes_no_stand(table: Floor):
    vote = opened(table)
    closed(table, vote)
    with pytest.raises(VoteOver):
        says(table, vote, LIN, YES)
    with pytest.raises(VoteOver):
        table.store.writing(parties.take_back_stand, vote, COMMUNITY)


def test_the_roll_keeps_whom_somebody_spoke_for_when_the_meeting_opened(table: Floor):
    joint.joins(table.store, OBRIEN, PROPERTY)
    kept = table.store.reading(meetings.view_meeting, table.meeting)
    ids = joint.known(table.store)
    assert kept.people[ids[OBRIEN]].person.party == OWNERS
    now = {each.name: each.party for each in table.store.reading(people.view_people)}
    assert now[OBRIEN] == PROPERTY


def test_who_was_forgotten_before_the_opening_is_named_while_the_meeting_runs(table: Floor):
    ids = joint.known(table.store)
    joint.joins(table.store, LU, OWNERS)
    kept = table.store.reading(meetings.view_meeting, table.meeting)
    assert kept.people[ids[LU]].person.party == OWNERS
    vote = opened(table)
    says(table, vote, LU, YES, OWNERS)
    assert stands(table.store, vote) == {OWNERS: YES}


def test_a_joint_meeting_has_its_quorum_when_every_party_is_there(tmp_path: Path):
    store = joint.founded(tmp_path / "joint.db")
    meeting, _item = assembly.plan(store)
    ids = joint.known(store)
    for name in (LIN, CHEN, ZHOU, LU):
        store.writing(attendance.sign_in, meeting, ids[name])
    found = store.reading(meetings.view_meeting, meeting)
    assert (found.quorum_needed, found.attending.present, found.quorate) == (3, 2, False)
    store.writing(attendance.sign_in, meeting, ids[LI])
    assert store.reading(meetings.view_meeting, meeting).quorate


KILLED = """
import os, sys
from pathlib import Path
from council_tui.domain.ids import PersonId, VoteId
from council_tui.domain.votes import Choice
from council_tui.store.store import Store
from council_tui.usecases import parties
store = Store(Path(sys.argv[1]))
store.writing(parties.take_stand, VoteId(int(sys.argv[2])), "owners", Choice.NO, PersonId(int(sys.argv[3])))
os._exit(9)
"""


def test_a_stand_is_on_the_disk_when_the_program_is_killed_right_after(tmp_path: Path):
    path = tmp_path / "joint.db"
    table = joint.held(joint.founded(path))
    vote, speaker = opened(table), joint.known(table.store)[LI]
    table.store.shut()
    words = [sys.executable, "-c", KILLED, str(path), str(vote), str(speaker)]
    assert subprocess.run(words, check=False, timeout=60).returncode == 9
    again = Store(path)
    assert stands(again, vote) == {OWNERS: NO}
    assert verification.check_record(again).faults == ()
    again.shut()


def test_what_was_taken_is_on_the_disk_and_the_record_is_sound(tmp_path: Path):
    path = tmp_path / "joint.db"
    table = joint.held(joint.founded(path))
    vote = opened(table)
    says(table, vote, LIN, YES)
    says(table, vote, OBRIEN, RESERVED)
    table.store.writing(parties.take_back_stand, vote, OWNERS)
    table.store.shut()
    again = Store(path)
    assert stands(again, vote) == {COMMUNITY: YES}
    assert {each.name: each.party for each in again.reading(people.view_people)}[LI] == Party.OWNERS
    assert verification.check_record(again).faults == ()
    again.shut()
