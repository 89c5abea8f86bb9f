"""What every part of the Minutes screen stands on: the papers of the meeting in hand, and what is seen."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from council_tui.domain.hall import Hall
from council_tui.domain.papers import PapersView
from council_tui.store.act import Reader
from council_tui.tui.ink import Line
from council_tui.tui.pages import minutes, unmet
from council_tui.tui.pages.minutes import Papers, Setting
from council_tui.tui.screens.base import BaseScreen
from council_tui.usecases.minutes import view_papers


class PapersScreen(BaseScreen[PapersView]):
    """Knows the papers, which of them is seen, and from which line on."""

    setting = Setting()
    written = (0, "")
    """Where the last paper went, and the last entry then: it is said until something else is recorded."""
    _papers: Papers | None = None

    def reading(self) -> Callable[[Reader], PapersView]:
        """The meeting, its seals and its exports."""
        return partial(view_papers, chosen=self.app.clerk.chosen)

    def hall(self, view: PapersView) -> Hall:
        """The frame."""
        return view.hall

    @property
    def papers(self) -> Papers | None:
        """The papers of the view, composed once; None where there is no meeting."""
        if self.view is None or self.view.hall.meeting is None:
            return None
        if self._papers is None or self._papers.view is not self.view:
            self._papers = Papers(self.view)
        return self._papers

    def page(self, view: PapersView, width: int, height: int) -> list[Line]:
        """What is missing, and the paper."""
        papers = self.papers
        if papers is None:
            return unmet.rows()
        cursor = max(0, min(self.setting.cursor, len(papers.gaps) - 1))
        self.setting = minutes.turned(papers, replace(self.setting, cursor=cursor), 0, (width, height))
        return minutes.page(papers, self.setting, width, height)

    def message(self, view: PapersView) -> str:
        """Where the last paper went, until the next thing is recorded."""
        seq, words = self.written
        return words if words and seq == self.last else super().message(view)

    @property
    def last(self) -> int:
        """The number of the last thing recorded."""
        entries = self.view.hall.last.entries if self.view is not None else ()
        return int(entries[0].seq) if entries else 0
