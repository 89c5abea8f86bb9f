"""What hostile texts make the program send to a terminal: its bytes, out of a pseudo-terminal, audited.

Texts come from the record, which another hand wrote, and from whoever types and pastes.
"""

import sys
from pathlib import Path

import pytest

from tests.hostile import strings
from tests.hostile.evening import held, uncleaned
from tests.road.audit import forbidden
from tests.road.terminal import Terminal

CLEAN = ("修路灯",)
RAW = tuple(
    strings.kept(each.replace("\0", "")) for each in (strings.MEDLEY, "\x1b]0;T\x07\x1b[2J\x9b31m\u202e反")
)
PASTED = ("赞成\u202e对反\u2066是", "a\u200bb\ufeffc", "[@click=app.quit]陈果[/]", "👨\u200d👩\u200d👧🇨🇳")
WITHOUT_GATE = """
import sys
from council_tui.tui import gates
gates.OutputGate.apply = lambda self, segments, background: segments
from council_tui.__main__ import main
main()
"""

SCREENS = ("1", "3", "4", "5", "6", "8", "9")
HELP = "What the keys do here"


def file_of(folder: Path, texts: tuple[str, ...]) -> Path:
    """A council whose every text is one of these, as they are."""
    folder.mkdir()
    with uncleaned():
        held(folder / "council.db", texts).shut()
    return folder / "council.db"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("terminal")
    return {"hostile": file_of(folder / "hostile", RAW), "clean": file_of(folder / "clean", CLEAN)}


def app(home: Path, file: Path, *before: str) -> Terminal:
    home.mkdir()
    return Terminal("--file", str(file), "--lang", "en", home=home, **({"command": before} if before else {}))


def walk(terminal: Terminal) -> bytes:
    """Every screen in both languages, help, palette, the list of undo; what it sent until then."""
    terminal.wait_for("1 Home")
    for key in SCREENS:
        terminal.send(key)
        looked_at(terminal)
    terminal.send("ctrl+p")
    terminal.wait_for("commands; in Chinese")
    leave(terminal, "commands; in Chinese")
    terminal.send("u")
    terminal.wait_for("Undo to which step?")
    leave(terminal, "Undo to which step?")
    terminal.send("f6")
    terminal.wait_for("首页")
    for key in SCREENS:
        terminal.send(key, "?")
        terminal.wait_for("这里的按键")
        leave(terminal, "这里的按键")
    terminal.send("f6")
    terminal.wait_for("1 Home")
    return bytes(terminal.sent)


def looked_at(terminal: Terminal) -> None:
    """The screen is there: its help opens over it."""
    terminal.send("?")
    terminal.wait_for(HELP)
    leave(terminal, HELP)


def leave(terminal: Terminal, words: str) -> None:
    terminal.send("escape")
    terminal.wait_without(words)


def type_it_all(terminal: Terminal, texts: tuple[str, ...]) -> None:
    """Paste texts into a form, a filter and a prompt, and record one of them."""
    terminal.send("8")
    looked_at(terminal)
    terminal.send("n")
    terminal.wait_for("New person")
    for text in texts:
        terminal.paste(text)
    terminal.type("末尾")
    terminal.wait_for("末尾")
    terminal.send("ctrl+s")
    terminal.wait_without("Not recorded yet", "New person")
    terminal.send("/")
    terminal.paste(texts[0])
    terminal.type("末尾尾")
    terminal.wait_for("末尾尾")
    terminal.send("escape")
    terminal.wait_without("末尾尾")


def test_no_text_of_a_record_steers_the_terminal(files: dict[str, Path], tmp_path: Path):
    with app(tmp_path / "a", files["clean"]) as clean:
        baseline = walk(clean)
    with app(tmp_path / "b", files["hostile"]) as terminal:
        sent = walk(terminal)
        assert "]52;c;QQ==" in terminal.screen_text() or b"]52;c;QQ==" in sent
    assert forbidden(sent, baseline=baseline) == {}


def test_nothing_that_is_typed_or_pasted_steers_the_terminal(files: dict[str, Path], tmp_path: Path):
    with app(tmp_path / "a", files["clean"]) as terminal:
        terminal.wait_for("1 Home")
        type_it_all(terminal, (*PASTED, strings.MEDLEY[:20], "\x1b]52;c;QQ==\x07"))
        assert terminal.process.poll() is None
        sent = bytes(terminal.sent)
    assert forbidden(sent) == {}


def test_without_the_gate_the_audit_would_see_it(files: dict[str, Path], tmp_path: Path):
    """The same keys with the gate taken out: what was pasted goes out as it is."""
    with app(tmp_path / "a", files["clean"], sys.executable, "-c", WITHOUT_GATE) as terminal:
        terminal.wait_for("1 Home")
        type_it_all(terminal, PASTED)
        found = forbidden(bytes(terminal.sent))
    assert "bidi" in found


COMMANDS = (
    ("meeting", "list"),
    ("meeting", "show"),
    ("meeting", "show", "--json"),
    ("people", "list"),
    ("people", "list", "--json"),
    ("minutes", "export", "--kind", "record"),
    ("verify",),
)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_steers_the_terminal(files: dict[str, Path], tmp_path: Path, words: tuple[str, ...]):
    with Terminal("--file", str(files["hostile"]), *words, home=tmp_path) as terminal:
        assert terminal.wait_for_end() == 0
        assert len(terminal.sent) > 40
        assert forbidden(terminal.sent) == {}


@pytest.mark.parametrize("number", range(3))
def test_a_refusal_that_repeats_what_was_typed_steers_nothing(tmp_path: Path, number: int):
    words = (("rules", "show", RAW[0]), ("--file", RAW[1], "verify"), ("rules", "decide", "--rule", RAW[0]))
    with Terminal(*words[number], home=tmp_path) as terminal:
        assert terminal.wait_for_end() == 2
        assert forbidden(terminal.sent) == {}
