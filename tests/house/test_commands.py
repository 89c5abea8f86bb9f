"""Every command of the command line explains itself, and stands in the README."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from council_tui.cli.program import program
from tests.house.source import ROOT


def commands(whole: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    """Every command with the words one types for it: `minutes export`."""
    context = click.Context(whole)
    for name in whole.list_commands(context):
        command = whole.get_command(context, name)
        assert command is not None, name
        yield " ".join((*path, name)), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


def unexplained(whole: click.Group) -> list[str]:
    """Commands without a help text, options without one."""
    found = []
    for name, command in commands(whole):
        if not (command.help or "").strip():
            found.append(name)
        found += [
            f"{name} {each.opts[0]}"
            for each in command.params
            if isinstance(each, click.Option) and not each.help
        ]
    return found


def test_every_command_and_option_has_a_help_text():
    assert unexplained(program) == []


def unmentioned(whole: click.Group, readme: str) -> list[str]:
    """Commands of which no line of the README has all the words: `minutes export`."""
    lines = [set(re.findall(r"[\w-]+", line)) for line in readme.splitlines()]
    ends = [name for name, command in commands(whole) if not isinstance(command, click.Group)]
    return [name for name in ends if not any(set(name.split()) <= line for line in lines)]


def test_every_command_stands_in_the_readme():
    assert unmentioned(program, (ROOT / "README.md").read_text("utf-8")) == []


@pytest.mark.parametrize(
    "words", [["--help"], ["rules", "--help"], ["rules", "decide", "--help"]], ids=" ".join
)
def test_help_is_in_the_language_asked_for(words: list[str]):
    command = [sys.executable, "-m", "council_tui", "--lang", "zh", *words]
    environment = os.environ | {"PYTHONUTF8": "1"}
    result = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
    told = [line for line in result.stdout.splitlines() if line.startswith("  ")]
    assert told
    assert any("\u4e00" <= char <= "\u9fff" for char in told[0])


def test_a_command_without_help_is_found():
    @click.group()
    def whole() -> None:
        """All."""

    @whole.command()
    @click.option("--b")
    def bare(b: str) -> None: ...

    assert unexplained(whole) == ["bare", "bare --b"]


def test_a_command_the_readme_forgot_is_found():
    @click.group()
    def whole() -> None:
        """All."""

    @whole.group()
    def minutes() -> None:
        """Minutes."""

    @minutes.command()
    def export() -> None:
        """Export them."""

    assert unmentioned(whole, "the minutes\nexport\n") == ["minutes export"]
    assert unmentioned(whole, "`minutes show|export`\n") == []
