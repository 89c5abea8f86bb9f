"""`council-tui minutes`: a paper of a meeting, as a file or on the standard output."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from council_tui.cli import answers, paged, spoken
from council_tui.cli.opening import Chosen, meeting, record
from council_tui.cli.paged import Wanted
from council_tui.wording.catalog import N_, _

if TYPE_CHECKING:
    from council_tui.domain.meeting import MeetingView
    from council_tui.store.store import Store


def _kinds() -> Iterable[str]:
    from council_tui.domain.minutes import PaperKind

    return map(str, PaperKind)


@spoken.group("minutes", N_("The papers of a meeting."))
def minutes() -> None:
    """The papers, from the command line."""


@minutes.command("export", help=N_("Write the minutes, or the record of proceedings, of a meeting."))
@spoken.option("--kind", type=spoken.OneOf(_kinds), default="minutes", help=N_("Which paper."))
@paged.options
@click.pass_obj
def export(chosen: Chosen, /, number: str | None, kind: str, output: str, force: bool, **wanted: Any) -> None:
    """A version that was signed off leaves as a fact of the record; anything else is marked as a draft."""
    with record(chosen, view_only=False) as store:
        held = meeting(store, number)
        content = _exported(store, held, kind, Wanted(**wanted))
        path = paged.hand_out(content, output, force=force)
        if path is not None:
            told = _("Written: {path} ({size} bytes). It is: {state}.")
            answers.line(told.format(path=path, size=len(content), state=_state(held)))


def _state(held: "MeetingView") -> str:
    from council_tui.wording.minutes import sealed_hash
    from council_tui.wording.papers.state import state_words

    return state_words(held, sealed_hash(held))


def _exported(store: "Store", held: "MeetingView", kind: str, asked: Wanted) -> bytes:
    """The bytes of the paper; of a version signed off, with the fact that they left."""
    from hashlib import sha256

    from council_tui.domain.failures import ViewOnly
    from council_tui.domain.ids import SealId
    from council_tui.domain.minutes import PaperKind
    from council_tui.usecases.minutes import export_paper
    from council_tui.wording.papers.state import paper

    page, lang = asked.page, asked.spoken
    found = paper(held, PaperKind(kind), lang)
    content = asked.form.write(found.document, page, found.anchor(page.columns))
    if found.seal is not None:
        if store.read_only:
            raise ViewOnly(str(store.path))
        seal, digest = SealId(found.seal.id), sha256(content).hexdigest()
        store.writing(export_paper, seal, PaperKind(kind), lang, page.columns, digest)
    return content
