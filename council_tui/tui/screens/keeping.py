"""What Home keeps beside the meetings: the file, the council's name, and who sits at the keyboard."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from council_tui.domain.failures import CannotCopy
from council_tui.domain.home import HomeView
from council_tui.store import clock, places
from council_tui.tui.later import Later
from council_tui.tui.screens.listed import ListedScreen
from council_tui.wording.catalog import N_, _

if TYPE_CHECKING:
    from council_tui.tui import dialogs, errands
else:
    dialogs, errands = Later("tui.dialogs"), Later("tui.errands")

LONGEST = 1000
"""Characters of a path."""


class KeepingScreen(ListedScreen[HomeView]):
    """Backup, name and language, operator: Home's, apart from its page."""

    BINDINGS: ClassVar = [
        Binding("o", "operator", N_("who sits at the keyboard"), id="home.operator", show=False),
        Binding("c", "council", N_("name and language of the council"), id="home.council", show=False),
        Binding("b", "backup", N_("backup"), id="home.backup", show=False),
    ]

    _said: tuple[int, str] = (-1, "")
    """What was done outside the record, while nothing was recorded since."""

    def message(self, view: HomeView) -> str:
        """The last thing done, recorded or not."""
        version, words = self._said
        return words if version == self.app.clerk.version else super().message(view)

    @work(group="ask")
    async def action_operator(self) -> None:
        """Say who sits at the keyboard."""
        await errands.ask_operator(self)

    @work(group="ask")
    async def action_council(self) -> None:
        """Rename the council, or let it speak another language."""
        await errands.ask_council(self)

    @work(group="ask")
    async def action_backup(self) -> None:
        """Write a whole copy of the file where it is asked to."""
        clerk = self.app.clerk
        offered = places.documents_folder() / f"{clerk.path.stem}-{clock.now():%Y-%m-%d-%H%M}.db"
        title = _("Write a whole copy of the file to")
        typed = await self.app.push_screen_wait(dialogs.Prompt(title, initial=str(offered), longest=LONGEST))
        if not typed or not typed.strip():
            return
        target = places.typed_path(typed)
        try:
            size = await clerk.backup(target)
        except CannotCopy as refusal:
            self.refuse(refusal)
            return
        told = _("Copied to {path} ({size} KB)").format(path=target.absolute(), size=-(-size // 1024))
        self.told, self._said = "", (clerk.version, told)
        self.paint_foot()
