"""Rough handling of the program itself, in a real terminal: it keeps working, or ends in good order."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from tests.assembly import NAMES, convene, found
from tests.road.audit import forbidden
from tests.road.terminal import ROOT, Terminal

CLOCK = "2023-02-08T19:30:00"
HELP = "What the keys do here"
NOBODYS = """
import fcntl, runpy, signal, termios
signal.signal(signal.SIGHUP, signal.SIG_IGN)
fcntl.ioctl(0, termios.TIOCNOTTY)
runpy.run_module("council_tui", run_name="__main__")
"""
"""The program in a terminal that is not its own, so that it is not told when the window is closed."""
PLAIN = tuple(f"Member {chr(65 + seat)}" for seat in range(len(NAMES)))
STEERING = (
    "林晓\x1b]52;c;QQ==\x07",
    "陈果 [/]\x1b[2J",
    "[@click=app.quit]周一一[/]",
    "欧阳\u202e娜",
    "\x9b6nO'Brien",
    "吕 %s\x1bP1\x1b\\",
    "=李四\u2066",
    "乐山😀\x1b]8;;http://a.b\x1b\\",
    "许志\u200b刚",
)
"""Who would steer a terminal, if it were his to steer."""


MADE: dict[tuple[str, ...], bytes] = {}


def council(path: Path, names: tuple[str, ...] = NAMES) -> Path:
    """A file with a meeting that is open; made once in each process."""
    if names not in MADE:
        store = found(path, names)
        convene(store)
        store.shut()
        MADE[names] = path.read_bytes()
    path.write_bytes(MADE[names])
    return path


def window(path: Path, home: Path, lang: str = "en", **settings: str) -> Terminal:
    return Terminal("--file", str(path), "--lang", lang, home=home, clock=CLOCK, environment=settings)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return council(tmp_path / "council.db")


@pytest.fixture
def opened(path: Path, tmp_path: Path) -> Iterator[Terminal]:
    """The program on a meeting that is open."""
    with window(path, tmp_path) as terminal:
        terminal.wait_for("1 Home", "Recorded #", "? help")
        yield terminal


def answers(terminal: Terminal) -> None:
    """It still takes keys."""
    terminal.send("f1")
    terminal.wait_for(HELP)
    terminal.send("escape")
    terminal.wait_without(HELP)


def sound(path: Path, home: Path) -> bool:
    """Whether the record stands as it was written."""
    command = [sys.executable, "-m", "council_tui", "--file", str(path), "verify"]
    return subprocess.run(command, cwd=ROOT, env={"HOME": str(home)}, capture_output=True).returncode == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_no_mode_on_and_the_record_whole(
    opened: Terminal, path: Path, tmp_path: Path, number: signal.Signals
):
    opened.signal(number)
    assert opened.wait_for_end() == 143
    assert opened.left_behind() == []
    assert sound(path, tmp_path)


def test_a_closed_window_ends_it(opened: Terminal, path: Path, tmp_path: Path):
    opened.close()
    assert opened.wait_for_end() == 143
    assert sound(path, tmp_path)


def test_a_window_that_is_gone_unsaid_ends_it_too(path: Path, tmp_path: Path):
    command = (sys.executable, "-c", NOBODYS)
    with Terminal("--file", str(path), "--lang", "en", home=tmp_path, command=command) as terminal:
        terminal.wait_for("1 Home", "Recorded #", "? help")
        terminal.close()
        assert terminal.wait_for_end() == 143
    assert sound(path, tmp_path)
    assert not list(tmp_path.rglob("report-*"))


def test_a_program_held_and_let_go_comes_back_whole(opened: Terminal):
    before, painted = opened.screen_text(), len(opened.sent)
    opened.signal(signal.SIGTSTP)
    opened.wait_until(opened.is_held)
    opened.signal(signal.SIGCONT)
    opened.wait_until(lambda: b"\x1b[?1049h" in opened.sent[painted:])
    opened.wait_for(before)
    answers(opened)


@pytest.mark.parametrize("words", [[], ["demo"]], ids=["app", "demo"])
def test_without_a_terminal_it_is_said_in_a_sentence(tmp_path: Path, words: list[str]):
    told = subprocess.run(
        [sys.executable, "-m", "council_tui", "--lang", "en", "--file", str(tmp_path / "council.db"), *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    sentence = "The screens need a terminal window. For scripts there are commands: council-tui --help\n"
    assert (told.returncode, told.stdout, told.stderr) == (2, "", sentence)


def test_bytes_of_another_encoding_stop_nothing(opened: Terminal):
    opened.write("居民委员会".encode("gb18030") + b"\xff\xfe\x80")
    answers(opened)


def test_a_pasted_document_presses_no_key(opened: Terminal, path: Path):
    seen, kept = opened.screen_text(), sha256(path.read_bytes()).digest()
    opened.paste("会议记录\x1b" + "y1u0\r" * 40 + "\x1b[201" + "q\x03\x11\r" * 40)
    answers(opened)
    opened.wait_for(seen)
    assert sha256(path.read_bytes()).digest() == kept


def test_a_window_of_any_size_is_filled_and_the_program_goes_on(opened: Terminal):
    for _ in range(5):
        for columns, rows in [(1, 1), (400, 200), (2, 50), (59, 24), (120, 40), (80, 5), (100, 30)]:
            opened.resize(columns, rows)
        opened.wait_for("1 Home", "Recorded #")
    answers(opened)


@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "zh_CN.GB18030"},
        {"NO_COLOR": "1"},
        {"HOME": "/nonexistent"},
    ],
    ids=str,
)
def test_names_are_shown_in_any_surroundings(path: Path, tmp_path: Path, settings: dict[str, str]):
    with window(path, tmp_path, "zh", **settings) as terminal:
        terminal.wait_for("1 首页")
        terminal.send("8")
        terminal.wait_for("陈果 [/]", "乐山😀")


def test_a_second_window_only_looks_and_both_go_on(opened: Terminal, path: Path, tmp_path: Path):
    with window(path, tmp_path) as second:
        second.wait_for("view only")
        answers(second)
        answers(opened)
        second.send("q")
        second.wait_for("Quit all the same?")
        second.send("enter")
        assert second.wait_for_end() == 0
    answers(opened)


def walk(path: Path, home: Path) -> bytes:
    """Everything the program paints on a walk through its screens, in the language names are typed in."""
    with window(path, home, "zh") as terminal:
        terminal.wait_for("1 首页", "已记录 #")
        for tab in ("8 名册", "3 提案", "4 议程", "5 表决", "6 纪要"):
            terminal.send(tab[0])
            terminal.wait_until(partial(terminal.is_reversed, 2, tab))
        for key, sign in {"f1": "这里的按键", "u": "撤销到哪一步", "ctrl+p": "拼音、首字母"}.items():
            terminal.send(key)
            terminal.wait_for(sign)
            terminal.send("escape")
            terminal.wait_without(sign)
        return bytes(terminal.sent)


def test_no_name_causes_what_a_plain_one_does_not(tmp_path: Path):
    hostile = walk(council(tmp_path / "hostile.db", STEERING), tmp_path)
    plain = walk(council(tmp_path / "plain.db", PLAIN), tmp_path)
    assert forbidden(hostile, baseline=plain) == {}
    assert "周一一".encode() in hostile
    assert b"[@click=app.quit]" in hostile
