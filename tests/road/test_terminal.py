"""The terminal of the road tests, and the gates, proved on a small app in a real pseudo-terminal."""

import re
import signal
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.road.audit import forbidden, kinds, left_on
from tests.road.terminal import Terminal

TOY = [sys.executable, "-c", "import council_tui, sys; from tests.road.toy import main; sys.exit(main())"]
"""Our package first, as the command does: it sets what Textual reads once."""


def toy(home: Path, *words: str, **settings: str) -> Terminal:
    return Terminal(*words, home=home, command=TOY, environment=settings)


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Terminal]:
    """The toy, painted, with somebody's hostile name on it."""
    with toy(tmp_path) as terminal:
        terminal.wait_for("ready 就绪", "pressed 0")
        yield terminal


def answers(terminal: Terminal, count: int = 1) -> None:
    """It still takes a key."""
    terminal.send("y")
    terminal.wait_for(f"pressed {count}\n")


def test_wide_characters_stand_where_a_reader_sees_them(shown: Terminal):
    assert shown.row(1) == "ready 就绪"
    shown.send("f")
    shown.wait_for("in the field")
    shown.fill("陈果路灯")
    shown.wait_for_cursor(8, 2)
    shown.send("home", "delete")
    shown.wait_for("typed 3: 果路灯")
    assert shown.row(3) == "果路灯"


def test_a_name_that_would_steer_the_terminal_is_shown(shown: Terminal):
    assert "陈果" in shown.row(2)
    assert "]52;c;QQ==" in shown.row(2)
    assert "[/]" in shown.row(2)
    assert forbidden(shown.sent) == {}


def test_a_hostile_name_causes_nothing_that_a_plain_one_does_not(shown: Terminal, tmp_path: Path):
    with toy(tmp_path, "林晓") as plain:
        plain.wait_for("林晓", "pressed 0")
        assert forbidden(shown.sent, baseline=plain.sent) == {}


def test_the_audit_sees_what_must_not_be_there():
    """The same name without the gate, as Textual would have sent it."""
    sent = (
        "a\x1b]52;c;QQ==\x07\x1b]8;;http://a.b\x1b\\陈果\x1b[2J\u202e\x9b6n\x00\x1b[6n\x1bP1\x1b\\".encode()
    )
    found = {"osc 52": 1, "osc 8": 1, "string P": 1, "csi n": 1, "c1": 1, "control 00": 1, "bidi": 1}
    assert forbidden(sent) == found
    assert forbidden(sent, baseline=b"\x1b[m") == found | {"csi J": 1}


def test_the_audit_counts_what_a_program_sends():
    assert kinds(b"\x1b[?1049h\x1b[1;2H\x1b[0m\x1b[31m\x07") == {
        "csi ?h": 1,
        "csi H": 1,
        "csi m": 2,
        "control 07": 1,
    }


def test_modes_left_on_are_seen():
    assert left_on(b"\x1b[?1049h\x1b[?1000;1006h\x1b[?25l\x1b[?7h\x1b[?1000l") == [
        "mode 1049",
        "mode 1006",
        "the cursor is hidden",
    ]
    assert left_on(b"\x1b[?1049h\x1b[?25l\x1b[?25h\x1b[?1049l") == []


def test_a_commit_of_an_input_method_arrives_whole(shown: Terminal):
    shown.send("f")
    shown.wait_for("in the field")
    shown.type("居民委员会路灯")
    shown.wait_for("typed 7: 居民委员会路灯")
    assert b"\x1b[>" not in shown.sent


def test_a_pasted_document_presses_no_key_and_keys_work_after_it(shown: Terminal):
    shown.paste("会议记录\x1b" + "y" * 40 + "\r\n" + "q\x1b[200~y\x03\x18" * 100)
    answers(shown)


def test_ten_megabytes_pasted_are_swallowed(shown: Terminal):
    shown.paste("粘贴的文字 pasted \x1b]52;c;QQ==\x07 y\r\n" * 250_000)
    answers(shown)
    peak = Path(f"/proc/{shown.process.pid}/status").read_text("utf-8").partition("VmHWM:")[2]
    assert int(peak.split()[0]) < 150_000


def test_what_is_pasted_into_a_field_is_one_line_or_refused(shown: Terminal):
    shown.send("f")
    shown.wait_for("in the field")
    shown.paste("陈果 [/]\nyyy\n")
    shown.wait_for("typed 6: 陈果 [/]")
    shown.paste("x" * 100_000)
    shown.wait_for("at most 40")
    assert shown.row(3) == "陈果 [/]"


@pytest.mark.parametrize(
    "typed", ["居民委员会".encode("gb18030"), b"\xff\xfe", bytes(range(0x80, 0x100)), b"\xe5\x8f"]
)
def test_bytes_of_another_encoding_stop_nothing(shown: Terminal, typed: bytes):
    shown.write(typed)
    answers(shown)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_and_hands_the_terminal_back(shown: Terminal, number: signal.Signals):
    shown.signal(number)
    assert shown.wait_for_end() == 143
    assert shown.left_behind() == []


def test_a_signal_among_many_keys_is_heard_and_what_waits_is_little(shown: Terminal):
    shown.write(b"yy\x7f" * 4000)
    shown.signal(signal.SIGTERM)
    assert shown.wait_for_end() == 143
    assert shown.left_behind() == []


def test_a_normal_end_hands_the_terminal_back(shown: Terminal):
    shown.send("q")
    assert shown.wait_for_end() == 0
    assert shown.left_behind() == []


def test_a_closed_window_ends_it(shown: Terminal):
    shown.close()
    assert shown.wait_for_end() == 143
    assert list(shown.home.rglob("report-*")) == []


@pytest.mark.parametrize("number", [signal.SIGSTOP, signal.SIGTSTP])
def test_a_stopped_program_comes_back_whole(shown: Terminal, number: signal.Signals):
    shown.signal(number)
    shown.wait_until(shown.is_held)
    painted = len(shown.sent)
    shown.signal(signal.SIGCONT)
    shown.wait_until(lambda: b"\x1b[?1049h" in shown.sent[painted:])
    shown.wait_for("ready 就绪", "陈果")
    for count in range(1, 21):
        answers(shown, count)
    shown.send("q")
    assert shown.wait_for_end() == 0
    assert shown.left_behind() == []


def test_a_window_has_its_own_size_whatever_the_shell_has_exported(tmp_path: Path):
    with toy(tmp_path, COLUMNS="80", LINES="24") as terminal:
        terminal.wait_for("ready 就绪")
        terminal.resize(40, 10)
        terminal.wait_until(lambda: b"\x1b[10;1H" in terminal.sent[-900:])
        terminal.wait_for("ready 就绪")


def test_a_window_of_another_size_is_filled_anew(shown: Terminal):
    shown.resize(40, 10)
    shown.resize(120, 40)
    answers(shown)
    shown.wait_for("ready 就绪\n")


def test_a_crash_shows_nobodys_data_and_says_where_the_report_is(shown: Terminal):
    shown.send("b")
    shown.wait_for("The program broke and stopped.", "Enter   open again")
    assert shown.left_behind() == []
    (report,) = shown.home.rglob("report-*.txt")
    shown.wait_for(PROMPT)
    assert report.name in shown.screen_text().replace("\n", "")
    shown.send("enter")
    shown.wait_for("opened again")
    assert shown.wait_for_end() == 1
    assert "林晓".encode() not in shown.sent
    assert "林晓" not in report.read_text("utf-8")
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


PROMPT = re.compile("^ >$", re.MULTILINE)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_page_after_a_crash_too(shown: Terminal, number: signal.Signals):
    shown.send("b")
    shown.wait_for("open again", PROMPT)
    shown.signal(number)
    assert shown.wait_for_end() == -number


def test_a_window_closed_over_the_page_after_a_crash_ends_it(shown: Terminal):
    shown.send("b")
    shown.wait_for("open again", PROMPT)
    shown.close()
    assert shown.wait_for_end() in {1, -signal.SIGHUP}


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_show_screens_is_told_so(tmp_path: Path, term: str):
    with toy(tmp_path, TERM=term) as terminal:
        terminal.wait_for(re.compile("TERM=xterm-256color"))
        assert terminal.wait_for_end() == 2


@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin1"},
        {"LC_ALL": "zh_CN.GB18030"},
        {"NO_COLOR": "1"},
        {"HOME": "/nonexistent"},
    ],
    ids=str,
)
def test_chinese_is_shown_in_any_locale(tmp_path: Path, settings: dict[str, str]):
    with toy(tmp_path, **settings) as terminal:
        terminal.wait_for("ready 就绪")
        answers(terminal)


def test_waiting_in_vain_shows_the_screen(shown: Terminal):
    with pytest.raises(AssertionError, match=r"Waited for \['never'\] in vain(.|\n)*ready 就绪"):
        shown.wait_for("never", within=0.1)


def test_keys_go_where_a_user_sends_them(shown: Terminal):
    shown.send("f")
    shown.wait_for("in the field")
    shown.fill("abc")
    shown.send("left", "backspace")
    shown.wait_for("typed 2: ac")
    shown.wait_without("typed 3")
