"""`council-tui doctor`: whether this machine, this terminal and this file are fit for a meeting."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from council_tui.cli import answers, exits, spoken
from council_tui.cli.opening import Chosen, record
from council_tui.domain.lazily import dataclass
from council_tui.wording import catalog
from council_tui.wording.catalog import N_, _

LEAST_ROOM = 50 * 2**20
"""Bytes that should be free: a file of many years, its journal and a backup."""
COLUMNS, ROWS = 80, 24


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    subject: str
    fit: bool
    words: str
    """What was found, in the language in use."""


@click.command(
    "doctor", cls=spoken.Command, help=N_("Say whether this machine, this terminal and the file are fit.")
)
@spoken.option("--json", "as_json", is_flag=True, help=N_("Answer in JSON."))
@click.pass_context
def doctor(ctx: click.Context, as_json: bool) -> None:
    """Every finding; exit code 1 when one of them is not as it should be."""
    found = [*_machine(), *_terminal(), *_file(ctx.obj)]
    if as_json:
        answers.json([asdict(each) for each in found])
    else:
        for each in found:
            answers.line(f"{_('ok') if each.fit else _('WRONG'):<8}{each.words}")
    if not all(each.fit for each in found):
        ctx.exit(exits.WRONG)


def _machine() -> Iterator[Finding]:
    from council_tui.store import fitness

    python = ".".join(map(str, sys.version_info[:3]))
    yield Finding(
        "python", True, _("Python {version} on {system}").format(version=python, system=sys.platform)
    )
    version, fit = fitness.sqlite_version()
    yield Finding("sqlite", fit, _("SQLite {version} (3.37 or newer)").format(version=version))


def _terminal() -> Iterator[Finding]:
    kind = os.environ.get("TERM", "")
    size = shutil.get_terminal_size((0, 0))
    if sys.stdout.isatty():
        fit = size.columns >= COLUMNS and size.lines >= ROWS and kind != "dumb"
        text = _("Terminal {kind}, {columns}x{rows} (80x24 or larger)")
        words = text.format(kind=kind or "-", columns=size.columns, rows=size.lines)
        yield Finding("terminal", fit, words)
    else:
        yield Finding("terminal", True, _("Not asked from a terminal"))
    language = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "-"
    encoding = sys.getfilesystemencoding()
    text = _("Locale {locale}, encoding {encoding}, language {language}")
    words = text.format(locale=language, encoding=encoding, language=catalog.current())
    yield Finding("locale", encoding.lower() == "utf-8", words)


def _file(chosen: Chosen) -> Iterator[Finding]:
    from council_tui.store import fitness

    path = chosen.file
    free, writable = fitness.room(path)
    text = _("{free} MB free on the disk") if writable else _("{free} MB free; the folder may not be written")
    yield Finding("disk", writable and free >= LEAST_ROOM, text.format(free=free // 2**20))
    if not path.exists():
        yield Finding("file", True, _("No file yet at {path}").format(path=path))
        return
    yield from _opened(chosen, path)


def _opened(chosen: Chosen, path: Path) -> Iterator[Finding]:
    from council_tui.domain.errors import Refusal
    from council_tui.store import fitness

    try:
        with record(chosen) as store:
            settings = store.reading(fitness.view_settings)
    except Refusal as refusal:
        yield Finding("file", False, exits.sentence(refusal))
        return
    size = path.stat().st_size // 1024
    yield Finding("file", True, _("File {path}, {size} KB").format(path=path, size=size))
    said = ", ".join(f"{each.name} {each.found}" for each in settings)
    fit = all(each.found == each.wanted for each in settings)
    yield Finding("settings", fit, _("Settings read back: {settings}").format(settings=said))
    text = _("Outside the journal, not checked by verify: {tables}")
    yield Finding("unverified", True, text.format(tables=", ".join(fitness.UNVERIFIED)))
    yield Finding("encryption", True, _("The file is not encrypted: let the disk of a laptop be."))
