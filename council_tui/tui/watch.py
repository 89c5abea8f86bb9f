"""What looks after the file while the screens are open: the check of the record, and the other window.

It runs in slices on the store's thread, after the first frame: neither a start nor a vote waits for it.
"""

from council_tui.domain.errors import Refusal
from council_tui.tui.clerk import Clerk
from council_tui.usecases import verification
from council_tui.wording.say import say
from council_tui.wording.verdicts import check_words

EVERY = 0.25
"""Seconds between two looks at whether another window recorded something."""


async def check(clerk: Clerk) -> None:
    """Check what followed the last verified head; the clerk is told what is wrong."""
    age = await clerk.look(verification.view_age)
    if age is not None:
        clerk.alarms = (say(age),)
    found = await clerk.look(verification.view_tail)
    while not found.done:
        found = await clerk.look(verification.view_slice, found)
    if not found.sound:
        clerk.alarms = (check_words(found), *clerk.alarms)
    elif age is None:
        verification.remember(found)


async def moved(clerk: Clerk) -> bool:
    """Whether another window has recorded something; while it writes, the clerk is told to wait."""
    try:
        found = await clerk.moved()
    except Refusal as refusal:
        clerk.waiting = say(refusal)
        return False
    clerk.waiting = ""
    return found
