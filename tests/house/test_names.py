"""Words that say nothing name nothing, and nothing is put off in a comment."""

import ast
import re
from pathlib import PurePosixPath

import pytest

from tests.house.source import Source, sources, written

EMPTY = frozenset({"data", "handler", "handlers", "helper", "helpers", "info", "manager", "util", "utils"})
"""Words that fit everything; one of them alone, or at a name's end, says nothing."""
PUT_OFF = re.compile(r"#.*\b(TODO|FIXME|XXX|HACK)\b")


def words(name: str) -> list[str]:
    """The words of a name: `VoteInfo` and `vote_info` alike."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().strip("_").split("_")


def empty(source: Source) -> list[str]:
    """Names of the file, its classes and its functions that say nothing."""
    kinds = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    names = [node.name for node in ast.walk(source.tree) if isinstance(node, kinds)]
    return [name for name in [PurePosixPath(source.name).stem, *names] if words(name)[-1] in EMPTY]


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_names_say_something(source: Source):
    assert empty(source) == []


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_nothing_is_put_off(source: Source):
    assert PUT_OFF.findall(source.text) == []


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("tui/utils.py", "", ["utils"]),
        ("a.py", "class VoteInfo: ...", ["VoteInfo"]),
        ("a.py", "def _row_data(): ...", ["_row_data"]),
        ("a.py", "async def handler(): ...", ["handler"]),
        ("a.py", "def data_version(): ...\nclass Information: ...", []),
    ],
)
def test_an_empty_word_is_found(name: str, text: str, found: list[str]):
    assert empty(written(name, text)) == found


def test_what_is_put_off_is_found():
    assert PUT_OFF.findall("a = 1  # TO" + "DO: b") == ["TODO"]
