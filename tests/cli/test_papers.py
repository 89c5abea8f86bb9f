"""What leaves the record by the command line, and whether it is still what left it."""

import json
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from council_tui.store import lock
from council_tui.store.store import Store
from council_tui.usecases import agenda, council, meetings, people
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.people import PersonEntry
from tests.cli.program import demo, run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    return demo(folder / "copy.db", folder)


@pytest.fixture
def file(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the demo council of 8 March 2023, its folder the current one."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(made, tmp_path / "议事会 [b].db"))


def export(file: Path, *words: str) -> str:
    result = run("--file", file, "minutes", "export", "--meeting", "3", *words)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def verdict(file: Path, *words: str | Path) -> tuple[int, dict[str, object]]:
    result = run("--file", file, "verify", *words, "--json")
    return result.exit_code, json.loads(result.stdout)


def exports(file: Path) -> int:
    with sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True) as looking:
        return int(looking.execute("SELECT count(*) FROM paper_exported").fetchone()[0])


def test_a_sealed_paper_is_known_again_by_every_byte(file: Path):
    told = export(file, "--lang", "zh", "--kind", "record", "--width", "56", "--output", "记录 [b].txt")
    assert told.startswith(f"Written: {Path.cwd() / '记录 [b].txt'} (")
    assert "version 1" in told
    code, found = verdict(file, "记录 [b].txt")
    paper = found["paper"]
    assert isinstance(paper, dict)
    assert (code, found["sound"], paper["trace"]) == (0, True, "whole")
    assert (paper["kind"], paper["lang"], paper["columns"]) == ("record", "zh", 56)
    assert (paper["year"], paper["number"], paper["version"]) == (2023, 3, 1)


def renamed(file: Path) -> None:
    """The council, everybody and every item get another name, and members leave."""
    store = Store(file)
    store.writing(council.rename_council, "改名议事会 [/]", "Another [b] council", "zh")
    for each in store.reading(people.view_people):
        entry = PersonEntry(f"新{each.name}", title="新职 [/]", title_2="New post", seat=each.seat)
        store.writing(people.change_person, each.id, entry)
        store.writing(people.end_seat, each.id)
    for line in store.reading(meetings.view_meetings):
        for item in store.reading(meetings.view_meeting, line.id).items:
            store.writing(agenda.change_item, item.id, ItemEntry("另一题", "Another title"))
    store.shut()


@pytest.mark.parametrize("kind", ["minutes", "record"])
def test_what_was_signed_off_says_what_it_said_whatever_things_are_called_since(file: Path, kind: str):
    export(file, "--lang", "zh", "--kind", kind, "--output", "before.txt")
    renamed(file)
    export(file, "--lang", "zh", "--kind", kind, "--output", "after.txt")
    assert Path("after.txt").read_bytes() == Path("before.txt").read_bytes()
    told = run("--file", file, "verify", "after.txt")
    assert (told.exit_code, "version 1" in told.stdout) == (0, True)
    draft = run("--file", file, "minutes", "export", "--meeting", "2023-4", "--lang", "zh").stdout
    assert "改名议事会 [/]" in draft


def test_a_changed_byte_is_noticed_and_the_paper_still_named(file: Path):
    path = Path("minutes.txt")
    export(file, "--lang", "en", "--output", str(path))
    path.write_bytes(path.read_bytes().replace(b"14      1", b"15      0").replace(b" 14 ", b" 15 "))
    told = run("--file", file, "verify", path)
    assert told.exit_code == 1
    assert told.stdout.splitlines()[-1] == (
        "Minutes (en, 76 columns), Meeting No. 3 of 2023, version 1:"
        " CHANGED. No export of this version has these bytes."
    )


def test_a_paper_of_another_record_is_not_taken_for_ours(file: Path, tmp_path: Path):
    folder = tmp_path / "other"
    folder.mkdir()
    other = demo(tmp_path / "other.db", folder)
    export(other, "--output", "theirs.txt")
    code, found = verdict(file, "theirs.txt")
    assert (code, found["sound"], found["paper"]["trace"]) == (1, True, "foreign")  # type: ignore[index]
    assert verdict(other, "theirs.txt")[0] == 0


def test_a_draft_says_so_and_leaves_no_fact(file: Path):
    result = run("--file", file, "minutes", "export", "--meeting", "2023-4", "--output", "draft.txt")
    assert "It is: draft" in result.stdout
    assert "(Draft, not signed off)" in Path("draft.txt").read_text("utf-8")
    assert exports(file) == 0
    code, found = verdict(file, "draft.txt")
    assert (code, found["paper"]["trace"]) == (1, "unsealed")  # type: ignore[index]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [76, 56, 40])
def test_every_width_is_kept_and_each_paper_known_again(file: Path, lang: str, width: int):
    export(file, "--lang", lang, "--width", str(width), "--output", "m.txt", "--encoding", "gb18030")
    lines = Path("m.txt").read_text("gb18030").splitlines()
    assert max(sum(2 if ord(char) > 0x2E00 else 1 for char in line) for line in lines) <= width
    assert verdict(file, "m.txt")[0] == 0


def test_bytes_are_as_asked_for(file: Path):
    export(file, "--bom", "--crlf", "--output", "m.txt")
    content = Path("m.txt").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") > 40
    both = run("--file", file, "minutes", "export", "--bom", "--encoding", "gb18030")
    assert (both.exit_code, both.stdout) == (2, "")


def test_a_file_that_is_there_stays_unless_forced(file: Path):
    Path("m.txt").write_text("ours", encoding="utf-8")
    refused = run("--file", file, "minutes", "export", "--meeting", "3", "--output", "m.txt")
    assert (refused.exit_code, Path("m.txt").read_text("utf-8")) == (2, "ours")
    export(file, "--output", "m.txt", "--force")
    assert verdict(file, "m.txt")[0] == 0


def test_while_another_window_writes_a_sealed_paper_waits_but_a_backup_does_not(file: Path):
    held = lock.take(file)
    assert held is not None
    with held:
        refused = run("--file", file, "minutes", "export", "--meeting", "3", "--output", "m.txt")
        assert (refused.exit_code, refused.stdout, Path("m.txt").exists()) == (1, "", False)
        assert refused.stderr.startswith("View only: ")
        assert run("--file", file, "backup", "copy.db").exit_code == 0
        assert run("--file", file, "meeting", "list").exit_code == 0
    assert verdict(Path("copy.db").absolute())[1]["entries"] == verdict(file)[1]["entries"]


def test_a_backup_stands_in_nothings_place_and_is_nobody_elses(file: Path):
    assert run("--file", file, "backup", "copy.db").exit_code == 0
    written = Path("copy.db").read_bytes()
    again = run("--file", file, "backup", "copy.db")
    assert (again.exit_code, again.stdout, again.stderr.count("\n")) == (2, "", 1)
    assert Path("copy.db").read_bytes() == written
    if os.name == "posix":
        assert Path("copy.db").stat().st_mode & 0o777 == 0o600


def test_a_changed_vote_is_named_with_its_table_row_entry_and_meeting(file: Path):
    with sqlite3.connect(file) as tampering:
        (trigger,) = tampering.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'vote_closed'"
            " AND sql LIKE '%BEFORE UPDATE%'"
        ).fetchone()
        (sql,) = tampering.execute("SELECT sql FROM sqlite_master WHERE name = ?", [trigger]).fetchone()
        tampering.execute(f"DROP TRIGGER {trigger}")
        tampering.execute("UPDATE vote_closed SET yes = 15, no = 0 WHERE id = 1")
        tampering.execute(sql)
    told = run("--file", file, "verify")
    assert told.exit_code == 1
    assert "Table vote_closed, row 1: not what entry" in told.stdout
    assert "It belongs to meeting No. 3 of 2023." in told.stdout
    assert verdict(file)[1]["faults"][0]["table"] == "vote_closed"  # type: ignore[index]


def test_an_older_copy_than_the_one_checked_before_is_noticed(file: Path):
    shutil.copy(file, "before.db")
    export(file, "--output", "m.txt")
    assert verdict(file)[0] == 0
    code, found = verdict(Path("before.db").absolute())
    assert (code, found["sound"]) == (1, True)
    assert found["older_than"]


def test_a_meeting_is_shown_with_its_figures_to_people_and_to_programs(file: Path):
    shown = run("--file", file, "--lang", "zh", "meeting", "show", "3").stdout
    assert "应到21人，实到17人，法定人数14人。" in shown
    assert "修正案（一）：到会17人，过半数需9票；赞成14，反对1，弃权2：通过。" in shown
    told = json.loads(run("--file", file, "meeting", "show", "2023-3", "--json").stdout)
    assert (told["roll"], told["present"], told["quorum_needed"], told["state"]) == (21, 17, 14, "adjourned")
    figures = [
        (vote["way"], vote["yes"], vote["no"], vote["abstain"], vote["carried"])
        for item in told["items"]
        for vote in item["votes"]
    ]
    assert figures == [
        ("hands", 14, 1, 2, True),
        ("hands", 16, 0, 1, True),
        ("secret", 8, 8, 1, False),
    ]
    assert [(each["person"], each["due"]) for each in told["actions"]] == [
        ("何佳", "2023-02-15"),
        ("李志远", "2023-03-10"),
        ("高玲", "2023-03-17"),
        ("孙兰", "2023-03-08"),
    ]


@pytest.mark.parametrize("number", ["9", "2022-3", "x", "3-", "-3", "2023-3-1", "٣"])
def test_a_meeting_that_is_not_there_is_refused(file: Path, number: str):
    told = run("--file", file, "meeting", "show", "--", number)
    assert (told.exit_code, told.stdout, told.stderr.count("\n")) == (2, "", 1)
