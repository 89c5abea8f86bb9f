"""Nothing typed, pasted or recorded steers the terminal; the streams and the process leave nothing behind."""

import inspect
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.drivers import linux_driver
from textual.events import Key, Paste
from textual.filter import LineFilter
from textual.message import Message
from textual.strip import Strip

from council_tui.tui import gates
from council_tui.tui.gates import PASTED, OutputGate, PasteFilter, PasteGate
from tests.road.audit import forbidden
from tests.road.terminal import ROOT

BEGINS, ENDS = "\x1b[200~", "\x1b[201~"
BLACK = Color(0, 0, 0)


def fed(*pieces: str) -> list[Message]:
    """What comes out of the parser for what the terminal sends, piece by piece."""
    gate = PasteGate()
    return [message for piece in pieces for message in gate.feed(piece)]


def pasted(messages: list[Message]) -> list[str]:
    return [each.text for each in messages if isinstance(each, Paste)]


def keys(messages: list[Message]) -> list[str]:
    return [each.key for each in messages if isinstance(each, Key)]


# What comes in.


def test_a_pasted_document_presses_no_key():
    document = "会议记录\x1b" + "y" * 40 + "\r\n\x1b[2J\x1b]52;c;QQ==\x07\x03\x18end"
    messages = fed(BEGINS + document + ENDS)
    assert keys(messages) == []
    assert pasted(messages) == ["会议记录" + "y" * 40 + "\r\n[2J]52;c;QQ==end"]


def test_keys_after_a_paste_are_keys_again():
    messages = fed("1" + BEGINS + "2" + ENDS + "3", "\x1b[A")
    assert (keys(messages), pasted(messages)) == (["1", "3", "up"], ["2"])


def test_a_paste_without_end_is_taken_up_to_a_limit_that_no_text_may_reach():
    messages = fed(BEGINS + "路" * (PASTED + 50_000), "灯" * 10, ENDS + "y")
    assert (pasted(messages), keys(messages)) == (["路" * PASTED], ["y"])


def test_the_next_paste_has_all_the_room_again():
    messages = fed(BEGINS + "路" * (PASTED + 1) + ENDS, BEGINS + "灯" + ENDS)
    assert [len(each) for each in pasted(messages)] == [PASTED, 1]


@given(
    st.lists(
        st.sampled_from(["y", "陈果", "\x1b", "\x1b[", "\x1b[20", "\x00", "\x9b", "\r", BEGINS, ENDS, "1~"])
    ),
    st.lists(st.integers(0, 60)),
)
def test_it_does_not_matter_how_the_bytes_are_cut(parts: list[str], cuts: list[int]):
    stream = "".join(parts)
    places = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    gate = PasteFilter()
    whole = PasteFilter().passed(stream + ENDS)
    pieces = [gate.passed(stream[a:b]) for a, b in zip(places, places[1:], strict=False)]
    assert "".join(pieces) + gate.passed(ENDS) == whole


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x1b")))
def test_what_is_typed_passes_as_it_is(text: str):
    assert PasteFilter().passed(text) == text


def test_half_an_escape_is_not_held_back():
    """The Escape key waits for nothing."""
    gate = PasteFilter()
    assert [gate.passed("\x1b"), gate.passed("["), gate.passed("A")] == ["\x1b", "[", "A"]


def test_an_empty_text_is_the_end_of_what_comes_in_and_nothing_else_is():
    gate = PasteGate()
    list(gate.feed(BEGINS))
    list(gate.feed("\x1b"))
    list(gate.feed("\x00"))
    assert not gate.is_eof
    list(gate.feed(""))
    assert gate.is_eof


@pytest.mark.parametrize(
    "typed", [b"\xff", b"\x80", "居民委员会".encode("gb18030"), "居民".encode("utf-16"), b"\xe5\x8f"]
)
def test_bytes_of_another_encoding_are_shown_and_stop_nothing(typed: bytes):
    gates.install_input_gate()
    decode = linux_driver.getincrementaldecoder("utf-8")().decode
    assert decode(typed) + decode(b"y", final=True)


def test_the_gate_stands_where_textual_reads():
    """When Textual moves these names, nothing of the above holds any more."""
    gates.install_input_gate()
    reading = inspect.getsource(linux_driver)
    assert "XTermParser(self._debug)" in reading
    assert "WriterThread(self._file)" in reading
    assert 'getincrementaldecoder("utf-8")()' in reading
    assert linux_driver.XTermParser is PasteGate  # type: ignore[comparison-overlap]


def test_a_stop_is_still_remembered_where_textual_remembered_it():
    assert "self._must_signal_resume = True" in inspect.getsource(linux_driver)


# What goes out.

ODD = st.text(st.characters(codec="utf-8") | st.sampled_from("\x1b\x9b\x07\x00\x7f\n\t\u202e\u2066路 "))


def applied(texts: list[str], style: Style | None = None) -> list[Segment]:
    return OutputGate().apply([Segment(text, style) for text in texts], BLACK)


@given(st.lists(ODD))
def test_no_line_holds_a_control_and_every_line_keeps_its_width(texts: list[str]):
    line = applied(texts)
    painted = "".join(segment.text for segment in line)
    assert forbidden(painted.encode("utf-8", "surrogatepass")) == {}
    assert not any(char < " " or "\x7f" <= char <= "\x9f" for char in painted)
    assert sum(map(cell_len, (segment.text for segment in line))) == sum(map(cell_len, texts))


@pytest.mark.parametrize(
    ("texts", "painted"),
    [
        (["陈果 [/]", "   "], "陈果 [/]   "),
        (["\x1b[31m陈果", "    "], "\u241b[31m陈果   "),
        (["a\x1bb", "  |"], "a\u241bb  "),
        (["\x9bc\u202e", "      "], "\ufffdc\ufffd    "),
        (["a\nb", "  "], "a\u240ab "),
    ],
)
def test_what_would_steer_the_terminal_is_shown_and_the_line_stays_as_long(texts: list[str], painted: str):
    assert "".join(segment.text for segment in applied(texts)) == painted


def test_a_harmless_line_is_not_touched():
    line = [Segment("陈果"), Segment(" [b] é😀", Style(bold=True))]
    assert OutputGate().apply(line, BLACK) is line


def test_a_link_of_anybodys_goes_and_the_rest_of_its_style_stays():
    line = applied(["陈果"], Style(bold=True, link="http://a.b"))
    assert [(segment.style.link, segment.style.bold) for segment in line if segment.style] == [(None, True)]


def test_an_action_of_ours_stays_on_its_words():
    style = Style(meta={"@click": "screen.open"})
    assert [segment.style for segment in applied(["\x1b"], style)] == [style]


def test_textual_still_filters_lines_this_way():
    assert issubclass(OutputGate, LineFilter)
    strip = Strip([Segment("a\x1b"), Segment(" ")]).apply_filter(OutputGate(), BLACK)
    assert strip.text == "a\u241b"


# Before and after.


def python(code: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | settings
    command = [sys.executable, "-c", f"from council_tui.tui import safety\n{code}"]
    return subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True
    )


def test_without_a_terminal_a_sentence_says_so():
    told = python("print(safety.guard_terminal())").stdout
    assert told == "The screens need a terminal window. For scripts there are commands: council-tui --help\n"


def test_a_program_without_streams_has_no_terminal():
    told = python("import sys\nsys.__stdin__ = sys.__stderr__ = None\nprint(bool(safety.guard_terminal()))")
    assert told.stdout == "True\n"


def test_files_are_for_this_user_only_and_no_memory_image_is_left(tmp_path: Path):
    path = tmp_path / "minutes.txt"
    code = f"import os, resource; os.umask(0); safety.prepare(); open({str(path)!r}, 'w').close()"
    told = python(f"{code}; print(resource.getrlimit(resource.RLIMIT_CORE))")
    assert (stat.S_IMODE(path.stat().st_mode), told.stdout) == (0o600, "(0, 0)\n")


def test_chinese_can_be_said_in_a_locale_that_knows_none():
    code = "import sys; safety.prepare(); sys.stderr.write('\\u9648\\u679c')"
    told = python(code, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii")
    assert "\\u9648" not in told.stderr
