"""`council-tui minutes`: a paper of a meeting, as a file or on the standard output."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from council_tui.cli import answers, spoken
from council_tui.cli.exits import Refused
from council_tui.cli.opening import Chosen, meeting, record
from council_tui.domain.lazily import dataclass
from council_tui.wording import catalog
from council_tui.wording.catalog import N_, _

if TYPE_CHECKING:
    from council_tui.domain.meeting import MeetingView
    from council_tui.export import Format, Page
    from council_tui.store.store import Store
    from council_tui.wording.papers.state import Paper


def _kinds() -> Iterable[str]:
    from council_tui.domain.minutes import PaperKind

    return map(str, PaperKind)


def _widths() -> Iterable[str]:
    from council_tui.export import WIDTHS

    return map(str, WIDTHS)


def _formats() -> Iterable[str]:
    from council_tui.export import FORMATS

    return FORMATS


def _encodings() -> Iterable[str]:
    from council_tui.export import Encoding

    return (str(each) for each in Encoding if each is not Encoding.UTF_8_BOM)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for."""

    kind: str
    lang: str | None
    width: str
    format: str
    encoding: str
    bom: bool
    crlf: bool


@spoken.group("minutes", N_("The papers of a meeting."))
def minutes() -> None:
    """The papers, from the command line."""


@minutes.command("export", help=N_("Write the minutes, or the record of proceedings, of a meeting."))
@spoken.option("--meeting", "number", help=N_("Which meeting: 3, or 2023-3; else the one in hand."))
@spoken.option("--kind", type=spoken.OneOf(_kinds), default="minutes", help=N_("Which paper."))
@spoken.option("--lang", type=spoken.OneOf(catalog.languages), help=N_("The language of the paper."))
@spoken.option("--width", type=spoken.OneOf(_widths), default="76", help=N_("Columns."))
@spoken.option("--format", type=spoken.OneOf(_formats), default="text", help=N_("The form of the file."))
@spoken.option("--output", default="-", help=N_("The file to write; - for the standard output."))
@spoken.option("--encoding", type=spoken.OneOf(_encodings), default="utf-8", help=N_("The encoding."))
@spoken.option("--bom", is_flag=True, help=N_("Begin with the mark by which Windows programs know UTF-8."))
@spoken.option("--crlf", is_flag=True, help=N_("End lines as on Windows."))
@spoken.option("--force", is_flag=True, help=N_("Write over a file that is there."))
@click.pass_obj
def export(chosen: Chosen, /, number: str | None, output: str, force: bool, **wanted: Any) -> None:
    """A version that was signed off leaves as a fact of the record; anything else is marked as a draft."""
    asked = Wanted(**wanted)
    with record(chosen, view_only=False) as store:
        held = meeting(store, number)
        if output == "-":
            sys.stdout.buffer.write(_exported(store, held, asked))
        else:
            _write(store, held, asked, (Path(output), force))


def _write(store: "Store", held: "MeetingView", asked: Wanted, target: tuple[Path, bool]) -> None:
    from council_tui.export.files import write_file
    from council_tui.wording.minutes import sealed_hash
    from council_tui.wording.papers.state import state_words

    path, force = target
    content = _exported(store, held, asked)
    real = write_file(path, content, overwrite=force)
    told = _("Written: {path} ({size} bytes). It is: {state}.")
    answers.line(told.format(path=real, size=len(content), state=state_words(held, sealed_hash(held))))


def _exported(store: "Store", held: "MeetingView", asked: Wanted) -> bytes:
    """The bytes of the paper; of a version signed off, with the fact that they left."""
    from hashlib import sha256

    from council_tui.domain.failures import ViewOnly
    from council_tui.domain.ids import SealId
    from council_tui.domain.minutes import PaperKind
    from council_tui.export import FORMATS
    from council_tui.usecases.minutes import export_paper
    from council_tui.wording.papers.state import paper

    kind, lang, columns = PaperKind(asked.kind), asked.lang or catalog.current(), int(asked.width)
    found = paper(held, kind, lang)
    content = _laid_out(FORMATS[asked.format], found, _page(asked, columns))
    if found.seal is not None:
        if store.read_only:
            raise ViewOnly(str(store.path))
        seal = SealId(found.seal.id)
        store.writing(export_paper, seal, kind, lang, columns, sha256(content).hexdigest())
    return content


def _laid_out(format: "Format", paper: "Paper", page: "Page") -> bytes:
    return format.write(paper.document, page, paper.anchor(page.columns))


def _page(asked: Wanted, columns: int) -> "Page":
    from council_tui.export import Encoding, Page

    encoding = Encoding(asked.encoding)
    if asked.bom and encoding is not Encoding.UTF_8:
        raise Refused(_("The mark of --bom belongs to UTF-8 only."))
    return Page(columns, Encoding.UTF_8_BOM if asked.bom else encoding, asked.crlf)
