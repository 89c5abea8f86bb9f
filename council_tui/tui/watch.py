"""What looks after the file while the screens are open: the check of the record, and the other window.

It runs in slices on the store's thread, after the first frame: neither a start nor a vote waits for it.
"""

from council_tui.domain.errors import Refusal
from council_tui.tui.clerk import ClerkApp
from council_tui.tui.screens.base import BaseScreen
from council_tui.usecases import verification
from council_tui.wording.say import say
from council_tui.wording.verdicts import check_words

EVERY = 0.25
"""Seconds between two looks at whether another window recorded something."""


async def check(app: ClerkApp) -> None:
    """Check what followed the last verified head, and warn of what is wrong."""
    age = await app.clerk.look(verification.view_age)
    if age is not None:
        app.clerk.alarms = (say(age),)
    found = await app.clerk.look(verification.view_tail)
    while not found.done:
        found = await app.clerk.look(verification.view_slice, found)
    if not found.sound:
        app.clerk.alarms = (check_words(found), *app.clerk.alarms)
    elif age is None:
        verification.remember(found)
    if app.clerk.alarms:
        _repaint(app)


async def follow(app: ClerkApp) -> None:
    """Look again when another window has recorded something; while it writes, the last picture stays."""
    try:
        moved = await app.clerk.moved()
    except Refusal as refusal:
        _told(app, say(refusal))
        return
    _told(app, "")
    screen = app.screen_stack[0]
    if moved and isinstance(screen, BaseScreen):
        screen.look_again()


def _told(app: ClerkApp, words: str) -> None:
    if words != app.clerk.waiting:
        app.clerk.waiting = words
        _repaint(app)


def _repaint(app: ClerkApp) -> None:
    screen = app.screen_stack[0]
    if isinstance(screen, BaseScreen):
        screen.paint_foot()
