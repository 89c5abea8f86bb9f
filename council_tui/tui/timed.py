"""The typed time: what is entered afterwards has it, whichever screen it is entered on."""

from typing import TYPE_CHECKING, Any

from council_tui.intake import when
from council_tui.tui.dialogs import Prompt
from council_tui.wording.catalog import _

if TYPE_CHECKING:
    from council_tui.tui.screens.base import BaseScreen

LONGEST = 20
"""Characters of a typed time."""


async def ask(screen: "BaseScreen[Any]", title: str, initial: str = "") -> str | None:
    """A time as it is typed, `19:41`; empty where nothing was typed, None where it was left or is no time,
    which is said."""
    prompt = Prompt(title, initial=initial, longest=LONGEST, digits=True, whole=True)
    typed = await screen.app.push_screen_wait(prompt)
    if not (typed or "").strip():
        return None if typed is None else ""
    read = when.read_time(typed)
    if read is None:
        screen.say(_("Not a time: {typed}. Type it like 19:30.").format(typed=typed))
        return None
    return read.strftime("%H:%M")


async def ask_time(screen: "BaseScreen[Any]") -> None:
    """Type the time that what is recorded from now on gets; nothing typed: the clock's again."""
    held = screen.in_hand
    if held is None:
        return
    title = _("Time of what is recorded from now on, like 19:30; empty for the clock's own")
    typed = await ask(screen, title, screen.typed_at[11:16])
    if typed is not None:
        screen.app.clerk.type_time(held.id, typed)
        screen.told = ""
        screen.paint()
