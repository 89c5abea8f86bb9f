"""Every word of the command line, and every cell of a roster, takes every hostile text.

Arguments and options are found out from click, cells from the roster's columns.
"""

import csv
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from council_tui.domain.roster import Column
from council_tui.intake.people import HEADINGS, MOST_LETTERS
from council_tui.store.store import Store
from council_tui.usecases.people import view_people
from council_tui.wording import catalog
from tests import assembly
from tests.cli.program import run
from tests.hostile import discover, strings
from tests.hostile.discover import Parameter

DECIDE = {"--roll": "9", "--present": "7", "--yes": "5", "--no": "1", "--abstain": "1"}
LINES: dict[tuple[str, ...], dict[str, str]] = {
    (): {},
    ("demo",): {},
    ("meeting", "show"): {},
    ("meeting", "sheet"): {},
    ("minutes", "export"): {},
    ("people", "import"): {"--yes": ""},
    ("units", "import"): {"--yes": ""},
    ("rules", "decide"): {**DECIDE, "--rule": "council_default"},
    ("rules", "show"): {},
    ("tally",): {"--method": "stv"},
    ("verify",): {},
    ("backup",): {},
}
"""What else a command is given while one of its texts is hostile."""
SLOW = {"demo"}
"""What builds a whole council each time."""
MOST = 4_000
"""Characters that a refusal may take of the window."""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A council's file with a meeting that sits; paths that are typed start beside it."""
    assembly.convene(assembly.found(tmp_path / "council.db")).store.shut()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "council.db"


def typable(text: str) -> bool:
    """Whether a shell can hand it over: anything but NUL, and halves of characters that are no byte."""
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def words(parameter: Parameter, text: str) -> list[str]:
    """A command as typed, with `text` in the place of one of its words."""
    others = {name: value for name, value in LINES[parameter.command].items() if name != parameter.option}
    if parameter.option in {"--quorum", "--carry"}:
        others.pop("--rule")
        others |= {"--carry": "> 1/2 of present"} if parameter.option == "--quorum" else {}
    given = [word for name, value in others.items() for word in (name, value) if word]
    mine = [parameter.option, text] if parameter.option else ["--", text]
    if not parameter.command:
        return [*mine, "meeting", "list"]
    return [*parameter.command, *given, *mine]


def faults(file: Path, parameter: Parameter, texts: Iterable[str]) -> list[str]:
    """All that goes wrong with one word of the command line."""
    found = []
    for text in filter(typable, texts):
        result = run("--file", file, *words(parameter, text))
        told = result.output
        wrong = strings.steers(told)
        flood = result.exit_code != 0 and len(told) > MOST
        if result.exit_code not in {0, 1, 2} or wrong or flood:
            found.append(f"{parameter} <- {ascii(text)[:60]}: {result.exit_code} {wrong} {len(told)}")
        catalog.use("en")
    return found


def test_every_command_that_takes_a_text_is_known():
    assert {each.command for each in discover.parameters()} == LINES.keys()


@pytest.mark.parametrize("number", range(len(discover.parameters())))
def test_a_sample_goes_into_every_word_of_the_command_line(file: Path, number: int):
    parameter = discover.parameters()[number]
    every = 15 if SLOW & set(parameter.command) else 3
    sample = (strings.MEDLEY, *strings.sample()[number % every :: every], strings.LONG[3])
    assert faults(file, parameter, sample) == []


@pytest.mark.long
@pytest.mark.parametrize("number", range(len(discover.parameters())))
def test_every_string_goes_into_every_word_of_the_command_line(file: Path, number: int):
    parameter = discover.parameters()[number]
    texts = strings.sample() if SLOW & set(parameter.command) else [text for _, text in strings.every()]
    assert faults(file, parameter, texts) == []


@pytest.mark.parametrize("variable", ["COUNCIL_TUI_FILE", "LANG", "HOME", "COLUMNS"])
def test_a_hostile_environment_breaks_no_command(file: Path, variable: str, monkeypatch: pytest.MonkeyPatch):
    for text in filter(typable, strings.sample()):
        monkeypatch.setenv(variable, text)
        chosen = () if variable == "COUNCIL_TUI_FILE" else ("--file", file)
        result = run(*chosen, "meeting", "list")
        assert result.exit_code in {0, 2}, text
        assert strings.steers(result.output) == []


# A roster.


def roster(column: Column | None, text: str, seat: int = 1) -> bytes:
    """A sheet of one person, hostile in one cell; in its first heading where no column is named."""
    headings = {each: HEADINGS[each].split()[0] for each in Column}
    cells = {Column.NAME: "王军", Column.SEAT: str(seat), Column.VOTES: "是"}
    if column is not None:
        cells[column] = text
    shown = io.StringIO()
    rows: Sequence[Sequence[str]] = [
        [*headings.values(), *([text] if column is None else [])],
        [*(cells.get(each, "") for each in Column), *([""] if column is None else [])],
    ]
    csv.writer(shown).writerows(rows)
    return shown.getvalue().encode("utf-8", "surrogatepass")


def taken(folder: Path, column: Column | None, texts: Iterable[str]) -> list[str]:
    """All that goes wrong with one column."""
    found = []
    path, sheet = folder / "council.db", folder / "roster.csv"
    assembly.found(path, ()).shut()
    for text in texts:
        sheet.write_bytes(roster(column, text))
        result = run("--file", path, "people", "import", sheet, "--yes")
        told = result.output
        kept = [value for person in _people(path) for value in person]
        wrong = strings.steers(told)
        wrong += [each for value in kept for each in strings.wrong(value, lines=False)]
        if result.exit_code not in {0, 2} or wrong or len(told) > MOST:
            found.append(f"{column} <- {ascii(text)[:60]}: {result.exit_code} {wrong} {len(told)}")
    return found


def _people(path: Path) -> list[tuple[str, ...]]:
    store = Store(path, view_only=True)
    try:
        return [
            (each.name, each.latin, each.title, each.category, each.phone)
            for each in store.reading(view_people)
        ]
    finally:
        store.shut()


COLUMNS = [*Column, None]


def test_every_column_of_a_roster_has_a_limit_and_a_heading():
    assert set(MOST_LETTERS) == set(HEADINGS) == set(Column)


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_a_sample_goes_into_every_column_of_a_roster(tmp_path: Path, column: Column | None):
    place = COLUMNS.index(column) % 2
    assert taken(tmp_path, column, [strings.MEDLEY, *strings.sample()[place::2]]) == []


@pytest.mark.long
@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_every_string_goes_into_every_column_of_a_roster(tmp_path: Path, column: Column | None):
    assert taken(tmp_path, column, [text for _, text in strings.every()]) == []


@pytest.mark.parametrize("hidden", ["\u200b", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u3164", "\u2800"])
def test_a_name_that_differs_only_in_what_nobody_sees_is_not_taken_unnoticed(tmp_path: Path, hidden: str):
    """Seven marks that no reader sees: each is named with its number, and nothing is written."""
    path, sheet = tmp_path / "council.db", tmp_path / "roster.csv"
    assembly.found(path, ()).shut()
    sheet.write_text(f"座号,姓名\n1,王小军\n2,王{hidden}小军\n", "utf-8")
    result = run("--file", path, "people", "import", sheet, "--yes")
    assert result.exit_code == 2
    assert f"U+{ord(hidden):04X}" in result.stderr
    assert _people(path) == []


@pytest.mark.parametrize("other", ["王⼩军", "王小军 ", "Ａdmin", "аdmin"])
def test_a_name_that_looks_like_another_is_warned_of(tmp_path: Path, other: str):
    """A radical for a character, a space at the end, a wide letter, a Cyrillic one."""
    path, sheet = tmp_path / "council.db", tmp_path / "roster.csv"
    assembly.found(path, ()).shut()
    first = "admin" if "dmin" in other else "王小军"
    sheet.write_text(f"座号,姓名\n1,{first}\n2,{other}\n", "utf-8")
    result = run("--file", path, "people", "import", sheet, "--yes")
    assert first in result.output
    assert "2" in result.output
    assert "same" in result.output or "alike" in result.output
