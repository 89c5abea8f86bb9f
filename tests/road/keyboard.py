"""A convener's hands: what is pressed at each place, and what must be seen before the next key."""

import re
from pathlib import Path

from tests.road.terminal import Terminal

NOT_YET = re.compile("^ (?:尚未记录|Not recorded yet)", re.MULTILINE)
"""What a form says while it is open."""
SIZE = re.compile(r"(\d[\d,]*) 字节")
"""How large a file is, said once it is written."""
LONG = 30
"""Characters above which a text is pasted."""


def window(home: Path, *words: str, clock: str, lang: str = "zh_CN.UTF-8") -> Terminal:
    """The program as somebody in China starts it."""
    return Terminal(*words, home=home, clock=clock, environment={"LANG": lang})


def step(terminal: Terminal, offered: str, *then: str) -> None:
    """Do the next step, which the footer names; wait for what it leads to."""
    terminal.wait_for(f"  0 {offered} ")
    terminal.send("0")
    terminal.wait_for(*then)


def answer(terminal: Terminal, title: str, *answers: str, told: str = "") -> None:
    """Fill in a form from its first field on, and record it: `told` is what the message row says then.

    Nothing is waited for where the next question comes over that row at once.
    """
    terminal.wait_for(title, NOT_YET)
    for number, words in enumerate(answers):
        if number:
            terminal.send("enter")
        put(terminal, words)
    terminal.send("ctrl+s")
    if told:
        terminal.wait_for(recorded(told))


def put(terminal: Terminal, words: str) -> None:
    """Type a text; a long one comes from somewhere else, and is pasted."""
    (terminal.paste if len(words) > LONG else terminal.type)(words)


def agree(terminal: Terminal, question: str, *then: str | re.Pattern[str]) -> None:
    """Say yes to a question."""
    terminal.wait_for(question)
    terminal.send("enter")
    terminal.wait_for(*then)


def recorded(words: str) -> re.Pattern[str]:
    """The message row, once `words` stand in the journal."""
    return re.compile(rf"^ (?:已记录|Recorded) #\d+  \d\d:\d\d  {re.escape(words)}", re.MULTILINE)


def export(terminal: Terminal, home: Path, kind: str = "minutes", lang: str = "zh") -> str:
    """Write a paper from the Minutes screen into the home folder; its text."""
    before = set(home.glob("*.txt"))
    terminal.send("x")
    terminal.wait_for("写到", "还没有写出。")
    terminal.send(*(["right"] if kind == "record" else []), "enter")
    terminal.send(*(["left"] if lang == "en" else []))
    terminal.send("ctrl+s")
    told = SIZE.search(terminal.wait_for(SIZE, " Esc 返回"))
    (path,) = set(home.glob("*.txt")) - before
    content = path.read_bytes()
    assert told is not None
    assert told[1] == f"{len(content):,}"
    terminal.send("escape")
    terminal.wait_for("v 记录/纪要")
    return content.decode("utf-8")
