"""How a paper leaves the program from any screen: asked for, written, and said where it is."""

import hashlib
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from council_tui.domain.errors import Refusal
from council_tui.domain.hall import Hall
from council_tui.domain.papers import PRINTED, SHEET, PapersView, Printed
from council_tui.export import WIDTHS
from council_tui.export.files import FileThere, write_file
from council_tui.store import folders
from council_tui.tui import export_dialog
from council_tui.tui.aside import aside
from council_tui.tui.dialogs import Confirm
from council_tui.tui.export_dialog import ExportForm, Places, Wish
from council_tui.tui.pages.minutes import Papers
from council_tui.tui.screens.base import BaseScreen
from council_tui.tui.sheet import Sheet
from council_tui.tui.widgets.prose import prose
from council_tui.usecases.minutes import export_paper
from council_tui.wording.catalog import _, languages


async def hand_out(screen: BaseScreen[Any], papers: Papers, wish: Wish) -> str:
    """Ask until it is written or given up, what was typed stays; where it went, or nothing.

    `wish` is what the dialog begins with, in the first folder offered.
    """
    places = await aside(screen, export_dialog.look_around)
    wish, told = replace(wish, folder=str(places.folders[0])), ""
    while True:
        form = ExportForm(places, wish, _titles(papers))
        form.told = told
        if not await screen.app.push_screen_wait(form):
            return ""
        wish = form.wish
        try:
            return await _handed(screen, papers, wish, places)
        except Refusal as refusal:
            told = export_dialog.refusal_words(refusal)


async def _handed(screen: BaseScreen[Any], papers: Papers, wish: Wish, places: Places) -> str:
    """Written, and what left of a sealed version recorded; in words. Raises what the file refuses."""
    paper = papers.paper(wish.kind, wish.lang)
    content = export_dialog.FORMAT.write(paper.document, wish.page(places), paper.anchor(wish.columns))
    real = await _written(screen, export_dialog.target(wish, _titles(papers)), content)
    await aside(screen, partial(folders.keep_folder, real.parent))
    draft = paper.seal is None and wish.kind != SHEET
    words = export_dialog.written_words(real, len(content), draft=draft)
    if paper.seal is None:
        return words
    sha256 = hashlib.sha256(content).hexdigest()
    done = await screen.record(export_paper, paper.seal.id, wish.kind, wish.lang, wish.columns, sha256)
    return words if done is not None else f"{words}\n{screen.told}"


async def _written(screen: BaseScreen[Any], path: Path, content: bytes) -> Path:
    """The file's full path; another of its name is replaced only when that is asked for."""
    try:
        return await aside(screen, partial(write_file, path, content))
    except FileThere as there:
        asked = _("There is a file of that name already. Replace it?")
        if not await screen.app.push_screen_wait(Confirm(asked, there.path)):
            raise
        return await aside(screen, partial(write_file, path, content, overwrite=True))


def _titles(papers: Papers) -> dict[tuple[Printed, str], str]:
    """What each paper is called, for its file's name; a draft's says so."""
    return {(kind, lang): papers.paper(kind, lang).document.title for kind in PRINTED for lang in languages()}


async def hand_out_sheet(screen: BaseScreen[Any], hall: Hall) -> None:
    """The blank tally sheet of the meeting in hand; it is said over the screen where it went."""
    if hall.meeting is None:
        return
    papers = Papers(PapersView(hall, ()))
    words = await hand_out(screen, papers, Wish(SHEET, hall.meeting.council.lang, WIDTHS[0]))
    if words:
        show(screen, words)


def show(screen: BaseScreen[Any], words: str) -> None:
    """Where a paper went, over the screen."""
    screen.app.push_screen(Sheet(_("Written"), partial(prose, words, column=3)))
