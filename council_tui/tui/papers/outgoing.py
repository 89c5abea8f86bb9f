"""How a paper leaves the program: asked for, written away from the screen's thread, and said where it is."""

import hashlib
from functools import partial

from rich.cells import cell_len

from council_tui.domain.errors import Refusal
from council_tui.domain.minutes import PaperKind
from council_tui.export.files import FileThere, write_file
from council_tui.store import folders
from council_tui.tui import export_dialog
from council_tui.tui.dialogs import Confirm
from council_tui.tui.export_dialog import ExportForm, Places, Wish
from council_tui.tui.pages.minutes import Papers
from council_tui.tui.papers.mending import Mending
from council_tui.tui.sheet import Sheet
from council_tui.tui.widgets.prose import prose
from council_tui.usecases.minutes import export_paper
from council_tui.wording.catalog import _, languages


class Outgoing(Mending):
    """Exports the paper that is seen, or another."""

    async def hand_out(self, papers: Papers) -> None:
        """Ask until it is written or given up; what was typed stays."""
        setting = self.setting
        places = await self.aside(export_dialog.look_around)
        wish = Wish(setting.kind, setting.spoken(papers.meeting), setting.columns, str(places.folders[0]))
        told = ""
        while True:
            form = ExportForm(places, wish, _titles(papers))
            form.told = told
            if not await self.app.push_screen_wait(form):
                return
            wish = form.wish
            try:
                told = await self._write(papers, wish, places)
            except Refusal as refusal:
                told = export_dialog.refusal_words(refusal)
            if not told:
                return

    async def _write(self, papers: Papers, wish: Wish, places: Places) -> str:
        """Write it, ask before another file is replaced, and record what left of a sealed version."""
        paper = papers.paper(wish.kind, wish.lang)
        content = export_dialog.FORMAT.write(paper.document, wish.page(places), paper.anchor(wish.columns))
        path = export_dialog.target(wish, _titles(papers))
        try:
            real = await self.aside(partial(write_file, path, content))
        except FileThere as there:
            asked = _("There is a file of that name already. Replace it?")
            if not await self.app.push_screen_wait(Confirm(asked, there.path)):
                return export_dialog.refusal_words(there)
            real = await self.aside(partial(write_file, path, content, overwrite=True))
        await self.aside(partial(folders.keep_folder, real.parent))
        words = export_dialog.written_words(real, len(content), sealed=paper.seal is not None)
        if paper.seal is not None:
            sha256 = hashlib.sha256(content).hexdigest()
            left = paper.seal.id, wish.kind, wish.lang, wish.columns, sha256
            if await self.record(export_paper, *left) is None:
                words = f"{words}\n{self.told}"
        self.written = self.last, words
        self.paint()
        if cell_len(words) > self.size.width - 2:
            self.app.push_screen(Sheet(_("Written"), partial(prose, words, column=3)))
        return ""


def _titles(papers: Papers) -> dict[tuple[PaperKind, str], str]:
    """What each paper is called, for its file's name; a draft's says so."""
    return {
        (kind, lang): papers.paper(kind, lang).document.title for kind in PaperKind for lang in languages()
    }
