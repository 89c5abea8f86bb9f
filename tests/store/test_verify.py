"""Verify: sound records pass, and whatever other hands change is named with its table, row and entry."""

import sqlite3
from pathlib import Path

import pytest

from council_tui.domain.figures import Figures
from council_tui.domain.ids import MeetingId
from council_tui.domain.rules import floor_text, rules_text
from council_tui.domain.verdicts import Check, Fault, Wrong
from council_tui.domain.votes import Choice, Way
from council_tui.intake.rules import floor_preset, preset
from council_tui.store import file, verify
from council_tui.store.store import Store
from council_tui.usecases import council, meetings, promises, record, results, verification, votes
from council_tui.usecases.promises import ActionEntry
from tests import assembly
from tests.store.tampering import copied, edit


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed file: a roll call with an undone answer, a correction, an erased text, an action."""
    path = tmp_path_factory.mktemp("held") / "council.db"
    store = assembly.found(path)
    floor = assembly.convene(store)
    vote = store.writing(votes.open_vote, floor.meeting, floor.motion, Way.ROLL_CALL)
    for person in floor.people[:7]:
        store.writing(votes.cast_ballot, vote, person, Choice.YES)
    store.writing(record.undo)
    store.writing(votes.close_roll_call, vote)
    store.writing(results.announce_result, vote)
    store.writing(results.correct_ballot, vote, floor.people[2], Choice.NO, "听错 [/]")
    entry = ActionEntry("买 [灯]", person=floor.people[1], due="2023-02-20")
    store.writing(promises.assign_action, floor.meeting, floor.item, entry)
    store.writing(record.erase_text, "phone_given", 3, "phone", "on request")
    store.writing(meetings.adjourn, floor.meeting)
    store.shut()
    return path


def checked(path: Path) -> Check:
    """What a window that only looks finds."""
    store = Store(path, view_only=True)
    try:
        return verification.check_record(store)
    finally:
        store.shut()


def test_what_the_program_recorded_is_sound(held: Path):
    check = checked(held)
    assert check.faults == ()
    assert check.entries == 36


def test_one_flipped_vote_is_named_with_its_table_row_and_entry(held: Path):
    path = copied(held)
    edit(path, "UPDATE ballot SET choice = 'no' WHERE id = 5")
    entry = sqlite3.connect(path).execute("SELECT entry FROM ballot WHERE id = 5").fetchone()[0]
    assert checked(path).faults == (Fault(Wrong.FACT_CHANGED, "ballot", 5, entry, "", MeetingId(1), 2023, 1),)


EDITS = [
    ("UPDATE attendance SET entry = entry + 1 WHERE id = 2", Wrong.FACT_CHANGED, "attendance", 2),
    ("UPDATE vote_closed SET replaces = NULL WHERE id = 2", Wrong.FACT_CHANGED, "vote_closed", 2),
    ("UPDATE action_assigned SET due = '2023-03-20'", Wrong.FACT_CHANGED, "action_assigned", 1),
    ("DELETE FROM ballot WHERE id = 4", Wrong.FACT_MISSING, "ballot", 4),
    ("DELETE FROM person WHERE id = (SELECT max(id) FROM person)", Wrong.FACT_MISSING, "person", 9),
    (
        "INSERT INTO ballot SELECT 99, entry, replaces, vote, person, 'no' FROM ballot WHERE id = 1",
        Wrong.FACT_UNNAMED,
        "ballot",
        99,
    ),
    ("INSERT INTO ballot SELECT -4, 1, NULL, 1, 1, 'no'", Wrong.FACT_UNNAMED, "ballot", -4),
    (
        "UPDATE private SET value = '张三' WHERE fact = 'person_named' AND row = 2",
        Wrong.TEXT_CHANGED,
        "person_named",
        2,
    ),
    (
        "UPDATE private SET salt = 'x' WHERE fact = 'phone_given' AND row = 1",
        Wrong.TEXT_CHANGED,
        "phone_given",
        1,
    ),
    ("DELETE FROM private WHERE fact = 'phone_given' AND row = 4", Wrong.TEXT_MISSING, "phone_given", 4),
    ("INSERT INTO private VALUES ('phone_given', 3, 'phone', 'x', '1')", Wrong.TEXT_STRAY, "phone_given", 3),
    (
        "INSERT INTO private VALUES ('phone_given', 77, 'phone', 'x', '1')",
        Wrong.TEXT_STRAY,
        "phone_given",
        77,
    ),
    ("INSERT INTO private VALUES ('phone_given', 2, 'fax', 'x', '1')", Wrong.TEXT_STRAY, "phone_given", 2),
    ("INSERT INTO private VALUES ('nothing', 2, 'fax', 'x', '1')", Wrong.TEXT_STRAY, "nothing", 2),
    ("INSERT INTO fallen VALUES (3)", Wrong.DERIVED, "fallen", 3),
    ("INSERT INTO fallen VALUES (3000)", Wrong.DERIVED, "fallen", 3000),
    ("INSERT INTO fallen VALUES (-3)", Wrong.DERIVED, "fallen", -3),
    (
        "UPDATE journal SET hash = substr(hash, 2) || substr(hash, 1, 1) WHERE seq = 7",
        Wrong.ENTRY_CHANGED,
        "journal",
        7,
    ),
    ("UPDATE journal SET body = replace(body, ':', ' :') WHERE seq = 7", Wrong.ENTRY_CHANGED, "journal", 7),
    ("UPDATE journal SET body = 'x' WHERE seq = 7", Wrong.ENTRY_CHANGED, "journal", 7),
    ("UPDATE journal SET body = CAST(x'ff' AS TEXT) WHERE seq = 7", Wrong.ENTRY_CHANGED, "journal", 7),
    ("DELETE FROM journal WHERE seq = 9", Wrong.ENTRY_MISSING, "journal", 9),
    ("UPDATE journal SET seq = 90 WHERE seq = 36", Wrong.ENTRY_MISSING, "journal", 36),
    ("UPDATE journal SET seq = -1 WHERE seq = 36", Wrong.ENTRY_UNCHAINED, "journal", -1),
    ("DELETE FROM journal WHERE seq > 30", Wrong.FACT_UNNAMED, "action_assigned", 1),
]


@pytest.mark.parametrize(("sql", "wrong", "table", "row"), EDITS, ids=[sql for sql, *_ in EDITS])
def test_an_edit_is_named(held: Path, sql: str, wrong: Wrong, table: str, row: int):
    path = copied(held)
    edit(path, sql)
    assert (wrong, table, row) in {(fault.wrong, fault.table, fault.row) for fault in checked(path).faults}


def test_a_fallen_entry_made_to_stand_again_is_named(held: Path):
    path = copied(held)
    edit(path, "DELETE FROM fallen")
    assert [fault.wrong for fault in checked(path).faults] == [Wrong.DERIVED]


def test_an_entry_that_is_no_json_is_one_fault_and_the_check_goes_on(held: Path):
    path = copied(held)
    edit(
        path,
        "UPDATE journal SET body = '{' || body WHERE seq = 5",
        "UPDATE ballot SET choice = 'no' WHERE id = 6",
    )
    found = {(fault.wrong, fault.table, fault.row) for fault in checked(path).faults}
    assert (Wrong.ENTRY_CHANGED, "journal", 5) in found
    assert (Wrong.FACT_CHANGED, "ballot", 6) in found


def test_a_forged_chain_with_an_unknown_table_is_named(held: Path):
    path = copied(held)
    edit(path, """UPDATE journal SET body = replace(body, '"person":[', '"persom":[') WHERE seq = 2""")
    assert (Wrong.FACT_MISSING, "persom") in {(fault.wrong, fault.table) for fault in checked(path).faults}


def test_at_most_twenty_faults_are_listed(held: Path):
    path = copied(held)
    edit(
        path,
        "UPDATE person_named SET title = 'x'",
        "UPDATE seated SET seat = 0",
        "UPDATE phone_given SET phone = ''",
    )
    check = checked(path)
    assert len(check.faults) == 20
    assert check.done


def test_a_check_in_slices_of_three_comes_to_the_same(held: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(verify, "SLICE", 3)
    path = copied(held)
    assert checked(path).faults == ()
    edit(path, "UPDATE ballot SET choice = 'no' WHERE id = 5")
    assert [(fault.table, fault.row) for fault in checked(path).faults] == [("ballot", 5)]


def test_what_is_recorded_between_two_slices_does_not_confuse_a_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(verify, "SLICE", 3)
    store = assembly.found(tmp_path / "council.db")
    floor = assembly.convene(store)
    vote = store.writing(votes.open_vote, floor.meeting, floor.motion, Way.ROLL_CALL)
    check = store.reading(verification.view_whole)
    answered = iter(floor.people[:7])
    while not check.done:
        check = store.reading(verification.view_slice, check)
        if check.seq and (person := next(answered, None)):
            store.writing(votes.cast_ballot, vote, person, Choice.YES)
            store.writing(record.undo)
    store.writing(votes.abandon_vote, vote, "only a test")
    assert check.faults == ()
    store.shut()


def test_a_council_founded_while_its_new_file_is_checked_is_no_fault(tmp_path: Path):
    store = Store(tmp_path / "council.db", create=True)
    check = store.reading(verification.view_whole)
    chosen = rules_text(preset("council_default")), floor_text(floor_preset("plain"))
    store.writing(council.found_council, "清水社区 [议事会]", "zh", *chosen)
    while not check.done:
        check = store.reading(verification.view_slice, check)
    store.shut()
    assert (check.faults, check.seq) == ((), 1)
    assert check.file


def test_damaged_pages_of_a_large_file_are_a_fault_and_no_crash(held: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(file, "QUICK", -1)
    path = copied(held)
    found = sqlite3.connect(path).execute("SELECT rootpage FROM sqlite_master WHERE name = 'ballot'")
    with path.open("r+b") as raw:
        raw.seek((found.fetchone()[0] - 1) * 4096)
        raw.write(b"\xff" * 4096)
    assert Wrong.PAGES in {fault.wrong for fault in checked(path).faults}


def test_figures_given_by_hand_are_sound_too(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    floor = assembly.convene(store)
    vote = store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    store.writing(votes.close_hands, vote, Figures(5, 1, 1))
    assert verification.check_record(store).sound
    store.shut()
