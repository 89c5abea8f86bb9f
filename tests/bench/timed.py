"""What is timed: each function runs one program, on a copy of the file it needs, and says the milliseconds.

To add one: a function of `Files`, its name in the tuple at the end, and a ratio in `__main__`.
"""

import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from council_tui.store import migrate
from tests.bench import council
from tests.bench.terminal import Timed

FLOORS = Path(__file__).parent / "floors"
HELLO = (sys.executable, str(FLOORS / "hello.py"))
TABLE = (sys.executable, str(FLOORS / "table.py"))
PROGRAM = str(Path(sys.executable).with_name("council-tui"))

ANSWERS, BURST, MOVES = 30, 60, 30
VISITS = "386" * 5
"""Proposals, People, Minutes, and round again."""

Milliseconds = dict[str, float]
"""By the name of what was timed."""


class Files:
    """The council's file after two years, and the same in a roll call: made once, in a folder that stays."""

    def __init__(self, folder: Path, meetings: int):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        made = f"v{migrate.VERSION}-{meetings}-meetings"  # an older one would be migrated at each start
        self.years = folder / f"{made}.db"
        self.called = folder / f"{made}-roll-call.db"
        self.copy = folder / "copy.db"
        if not self.called.exists():
            self.years.unlink(missing_ok=True)
            council.two_years(self.years, meetings)
            council.at_the_roll_call(self.years, self.called)

    def bare(self, words: tuple[str, ...]) -> Timed:
        """A floor."""
        return Timed(words, self._environment(self.folder))

    def app(self, file: Path) -> Timed:
        """The program as it is mostly called, without a word, on a copy of a file."""
        shutil.copyfile(file, self.copy)
        environment = self._environment(file.with_suffix(".home")) | {"COUNCIL_TUI_FILE": str(self.copy)}
        return Timed([PROGRAM], environment)

    def _environment(self, home: Path) -> dict[str, str]:
        """A clock and a home of its own, so that no file seems an older one; bytecode is kept."""
        kept = {name: value for name, value in os.environ.items() if name in {"PATH", "TMPDIR"}}
        terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        return kept | terminal | {"HOME": str(home), "COUNCIL_TUI_CLOCK": council.NOW}


def hello(files: Files) -> Milliseconds:
    """A bare program starts."""
    with files.bare(HELLO) as bare:
        return {"hello": bare.first_frame()}


def twin(files: Files) -> Milliseconds:
    """The same again: how far equal things are apart on this machine."""
    with files.bare(HELLO) as bare:
        return {"twin": bare.first_frame()}


def home(files: Files) -> Milliseconds:
    """The program starts on two years of meetings."""
    with files.app(files.years) as app:
        return {"home": app.first_frame()}


def table(files: Files) -> Milliseconds:
    """A table's cursor goes down."""
    with files.bare(TABLE) as bare:
        bare.first_frame()
        return {"table": statistics.median(bare.key("\x1b[B") for _ in range(MOVES))}


def roll_call(files: Files) -> Milliseconds:
    """Members answer one after the other."""
    with files.app(files.called) as app:
        _to_votes(app)
        found = statistics.median(app.key("1") for _ in range(ANSWERS))
    _stored(files.copy, ANSWERS)
    return {"roll call": found}


def burst(files: Files) -> Milliseconds:
    """The answers of all members are typed ahead."""
    with files.app(files.called) as app:
        _to_votes(app)
        found = app.key("1" * BURST, silent=0.3)
    _stored(files.copy, BURST)
    return {"burst": found}


def commits(files: Files) -> Milliseconds:
    """Bare commits with the journal mode of the council's file."""
    path = files.folder / "bare.db"
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT) STRICT")
    times = [
        _clocked(lambda: connection.execute("INSERT INTO bare (text) VALUES ('yes')")) for _ in range(BURST)
    ]
    connection.close()
    return {"commit": statistics.median(times), "commits": sum(times)}


def visits(files: Files) -> Milliseconds:
    """Screens are seen again."""
    with files.app(files.years) as app:
        app.first_frame()
        for key in sorted(set(VISITS)):
            app.key(key, silent=0.3)
        return {"visit": statistics.median(app.key(key) for key in VISITS)}


def version(_: Files) -> Milliseconds:
    """The smallest verb."""
    return {"version": _ran(PROGRAM, "--version")}


def imports(_: Files) -> Milliseconds:
    """What any program with a command line and a database imports."""
    return {"imports": _ran(sys.executable, "-c", "import click, sqlite3")}


ALL: tuple[Callable[[Files], Milliseconds], ...] = (
    hello,
    home,
    twin,
    table,
    roll_call,
    burst,
    commits,
    visits,
    version,
    imports,
)


def _to_votes(app: Timed) -> None:
    app.first_frame()
    app.key("5", silent=0.5)


def _stored(path: Path, count: int) -> None:
    """Answers that were only painted would be no answers."""
    connection = sqlite3.connect(path)
    sql = "SELECT count(*) FROM ballot WHERE vote = (SELECT max(id) FROM vote_opened)"
    stored = connection.execute(sql).fetchone()[0]
    connection.close()
    if stored != count:
        raise SystemExit(f"{count} answers were typed, {stored} are stored")


def _clocked(deed: Callable[[], object]) -> float:
    before = time.perf_counter()
    deed()
    return (time.perf_counter() - before) * 1000


def _ran(*words: str) -> float:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return _clocked(lambda: subprocess.run(words, env=kept, check=True, capture_output=True))
