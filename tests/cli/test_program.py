"""The command line as a whole: languages, locales, mistakes, and whatever is typed comes out harmless."""

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from council_tui.cli.program import program
from council_tui.wording import catalog
from tests.assembly import found
from tests.cli.program import run
from tests.house.test_commands import commands

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

HOSTILE = [
    "[bold red]x[/] [@click=app.quit]",
    "a\x1b[31mred\x1b[0m\x1b]52;c;SEVMTE8=\x07\x1bP+q\x1b\\",
    "a\x9b2J\x9d0;T\x9c",
    "a\u202eb\u2066c\u200e",
    "a\u200bb\ufeff",
    "a\rb\tc\x08\x7f",
    "a\nError: b",
    "a\udcffb",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\ufe0f",
    "%s {0} {name} {",
    "../../../etc/passwd",
    "x" * 100_000,
    "",
]
"""A sample of each class of `shared/tools/hostile_strings.py`; NUL cannot stand in an argument."""

FILLED = {"roll": "21", "present": "17", "yes": "9", "no": "8", "abstain": "0"}
"""What the required options of a command are given while another one is tried."""


def words_around(name: str, command: click.Command, tried: click.Parameter, text: str) -> list[str]:
    """A command with one parameter hostile and the required ones filled."""
    words = name.split()
    for each in command.params:
        value = text if each is tried else FILLED.get(each.name or "")
        if value is None or (isinstance(each, click.Option) and each.is_flag):
            continue
        words += [f"{each.opts[-1]}={value}"] if isinstance(each, click.Option) else ["--", value]
    return words


def trials() -> list[tuple[str, str]]:
    """Every command and every parameter of it that takes a text."""
    return [
        (name, each.name or "")
        for name, command in commands(program)
        if not isinstance(command, click.Group)
        for each in command.params
        if not (isinstance(each, click.Option) and each.is_flag)
    ]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty council's file, in an empty folder that is the current one."""
    found(tmp_path / "council.db", ()).shut()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "council.db"


@pytest.mark.parametrize(("name", "parameter"), trials(), ids=str)
def test_no_argument_gets_through_to_the_terminal(here: Path, name: str, parameter: str):
    command = dict(commands(program))[name]
    (tried,) = [each for each in command.params if each.name == parameter]
    some = HOSTILE if name != "demo" else HOSTILE[1:2]
    for lang in ("en", "zh"):
        for text in some:
            words = words_around(name, command, tried, text)
            result = run("--file", here, "--lang", lang, *words)
            assert result.exit_code in {0, 1, 2}
            assert CONTROL.findall(result.stdout + result.stderr) == []
        some = HOSTILE[1:3] if name != "demo" else []


@pytest.mark.parametrize("text", HOSTILE)
def test_no_file_language_or_command_gets_through_either(text: str, here: Path):
    for words in (["--file", text, "meeting", "list"], ["--lang", text, "paths"], [text], [f"--{text}"]):
        result = run(*words)
        assert result.exit_code in {0, 1, 2}
        assert CONTROL.findall(result.stdout + result.stderr) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["meeting", "list"], "There is no file at"),
        (["people", "import", "none.csv"], "none.csv cannot be used: No such file or directory."),
        (["--lang", "fr", "paths"], "'fr' is not one of 'en', 'zh'."),
        (["rules", "lst"], "No such command 'lst'. Did you mean 'list'?"),
        (["minutes", "export", "--width", "50"], "'50' is not one of '76', '56', '40'."),
    ],
)
def test_a_mistake_is_told_in_a_sentence_with_exit_code_2(
    words: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_click_speaks_the_language_asked_for():
    result = run("--lang", "zh", "rules", "lst")
    assert result.stderr.splitlines()[-1] == "错误：没有 'lst' 这个命令。 是不是 'list'？"
    assert "选项" in run("--lang", "zh", "minutes", "export", "--help").stdout
    catalog.use("en")
    assert "Options" in run("minutes", "export", "--help").stdout


def real(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program in its own process, in an environment of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in {"LANG", "PYTHONUTF8"}}
    command = [sys.executable, "-m", "council_tui", *words]
    return subprocess.run(command, env=kept | environment, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("environment", "begins"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "议事会的文件："),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "Council's file: "),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "议事会的文件："),
        ({"LANG": "de_DE.UTF-8"}, "Council's file: "),
    ],
    ids=str,
)
def test_the_locale_chooses_the_language(environment: dict[str, str], begins: str):
    told = real("paths", PYTHONUTF8="1", **environment)
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout.decode("utf-8").startswith(begins)


def test_chinese_comes_out_where_the_locale_knows_ascii_only():
    told = real("--lang", "zh", "paths", LC_ALL="POSIX", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout.decode("utf-8").startswith("议事会的文件：")


def test_a_terminal_of_another_encoding_gets_its_own_bytes_and_nothing_breaks():
    told = real("--lang", "zh", "--file", "\U0001f468.db", "paths", PYTHONIOENCODING="gbk")
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout.decode("gbk").startswith("议事会的文件：")
    assert "?.db" in told.stdout.decode("gbk")


def test_the_app_is_not_opened_where_no_terminal_is(tmp_path: Path):
    told = real("--file", str(tmp_path / "council.db"), LANG="C.UTF-8")
    assert (told.returncode, told.stdout) == (2, b"")
    assert told.stderr.count(b"\n") == 1


def test_the_version_is_told_without_anything_heavy():
    code = (
        "import sys; from council_tui.cli.program import program\n"
        "try: program(['--version'], prog_name='council-tui')\n"
        "except SystemExit: pass\n"
        "heavy = {'textual', 'sqlite3', 'sqlite_utils', 'rich', 'pathlib', 'dataclasses', 'asyncio'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert told.stdout.splitlines()[1:] == ["[]"]
    assert told.stdout.startswith("council-tui 0.")


def test_paths_and_doctor_say_where_and_whether(here: Path):
    told = run("--file", here, "doctor")
    assert told.exit_code == 0
    assert "synchronous 3" in told.stdout
    assert "draft, name_key" in told.stdout
    assert f"Lock: {here}.lock" in run("--file", here, "paths").stdout
    here.write_bytes(b"SQLite format 3\0 but not")
    sick = run("--file", here, "doctor")
    assert (sick.exit_code, [line[:5] for line in sick.stdout.splitlines()].count("WRONG")) == (1, 1)
