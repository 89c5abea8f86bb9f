"""How a paper leaves the program from the Minutes screen: the one that is seen, unless another is picked."""

from rich.cells import cell_len

from council_tui.tui.export_dialog import Wish
from council_tui.tui.pages.minutes import Papers
from council_tui.tui.papers import handing
from council_tui.tui.papers.mending import Mending


class Outgoing(Mending):
    """Exports the paper that is seen, or another."""

    async def hand_out(self, papers: Papers) -> None:
        """Where it went is said until something else is recorded; over the screen where that is long."""
        setting = self.setting
        wish = Wish(setting.kind, setting.spoken(papers.meeting), setting.columns)
        words = await handing.hand_out(self, papers, wish)
        if not words:
            return
        self.written = self.last, words
        self.paint()
        if cell_len(words) > self.size.width - 2:
            handing.show(self, words)
