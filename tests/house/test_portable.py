"""The program starts without POSIX, and no part of it loads what it does not need."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import sources

POSIX = ["fcntl", "grp", "pty", "pwd", "resource", "termios", "tty"]
HIDE = f"import sys; sys.modules.update(dict.fromkeys({POSIX}))\n"
"""An import of what maps to None raises ImportError."""


def modules(*layers: str) -> list[str]:
    """The full names of the modules of some layers, or of all."""
    names = [source.name.removesuffix(".py").replace("/", ".") for source in sources()]
    whole = [f"council_tui.{name}".removesuffix(".__init__") for name in names if name != "__main__"]
    return [name for name in whole if not layers or name.split(".")[1:2] and name.split(".")[1] in layers]


def python(code: str) -> subprocess.CompletedProcess[str]:
    """What a fresh Python does with some code."""
    environment = os.environ | {"PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


def loaded(code: str) -> list[str]:
    """The modules that stand in memory after some code."""
    result = python(f"{code}\nimport sys, json; print(json.dumps(sorted(sys.modules)))")
    assert result.returncode == 0, result.stderr
    return [str(name) for name in json.loads(result.stdout.splitlines()[-1])]


def run(words: list[str], end: str) -> str:
    """Code that runs the program, then some more."""
    lines = [
        f"import runpy, sys; sys.argv = {['council-tui', *words]}",
        "try: runpy.run_module('council_tui', run_name='__main__')",
        f"except SystemExit: {end}",
    ]
    return "\n".join(lines)


def test_every_module_can_be_imported_without_posix():
    code = f"{HIDE}import importlib\nfor name in {modules()}:\n    importlib.import_module(name)\n"
    result = python(code)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["paths"], ["doctor"]], ids=" ".join)
def test_the_program_runs_without_posix(words: list[str]):
    result = python(HIDE + run(words, "raise"))
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.strip() != ""


def test_what_is_hidden_is_missed():
    result = python(f"{HIDE}import fcntl")
    assert "ModuleNotFoundError" in result.stderr


@pytest.mark.parametrize("layer", ["domain", "store", "wording", "intake", "usecases", "export", "cli"])
def test_a_layer_does_its_work_without_a_screen(layer: str):
    names = modules(layer)
    assert names != []
    found = loaded("".join(f"import {name}\n" for name in names))
    assert [name for name in found if name == "textual" or name.startswith("council_tui.tui")] == []


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["rules", "list"]], ids=" ".join)
def test_a_short_command_loads_nothing_heavy(words: list[str]):
    found = set(loaded(run(words, "pass")))
    assert found & {"textual", "sqlite_utils", "pypinyin", "council_tui.tui"} == set()


def test_the_kitty_protocol_is_off_before_textual_is_imported():
    code = "import council_tui\nimport os; assert os.environ['TEXTUAL_DISABLE_KITTY_KEY'] == '1'"
    assert "textual" not in loaded(code)


def test_importing_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    loaded("".join(f"import {name}\n" for name in modules()))
    assert list(tmp_path.iterdir()) == []
