"""The typed time: what is entered afterwards has it, whichever screen it is entered on."""

from typing import TYPE_CHECKING, Any

from council_tui.intake import when
from council_tui.tui.dialogs import Prompt
from council_tui.wording.catalog import _

if TYPE_CHECKING:
    from council_tui.tui.screens.base import BaseScreen

LONGEST = 20
"""Characters of a typed time."""


async def ask_time(screen: "BaseScreen[Any]") -> None:
    """Type the time that what is recorded from now on gets; nothing typed: the clock's again."""
    clerk = screen.app.clerk
    title = _("Time of what is recorded from now on, like 19:30; empty for the clock's own")
    typed = await screen.app.push_screen_wait(
        Prompt(title, initial=clerk.time, longest=LONGEST, figures=True)
    )
    if typed is None:
        return
    read = when.read_time(typed) if typed.strip() else None
    if typed.strip() and read is None:
        screen.told = not_a_time(typed)
        screen.paint_foot()
        return
    clerk.time = read.strftime("%H:%M") if read is not None else ""
    screen.told = ""
    screen.paint()


def not_a_time(typed: str) -> str:
    """Why what was typed is no time."""
    return _("Not a time: {typed}. Type it like 19:30.").format(typed=typed)
