"""The counting desks, one file for each way of taking answers.

To add one: a subclass of `Desk` in a file of its own with its `way` and its keys, and its class in the
tuple below; its keys, footer, help and palette come by themselves.
"""

from collections.abc import Mapping

from textual.binding import Binding

from council_tui.domain.votes import Way
from council_tui.tui.count.base import Desk
from council_tui.tui.count.consent import ConsentDesk
from council_tui.tui.count.hands import HandsDesk
from council_tui.tui.count.laptop import LaptopDesk
from council_tui.tui.count.parties import PartiesDesk
from council_tui.tui.count.poll import PollDesk
from council_tui.tui.count.roll_call import RollCallDesk
from council_tui.tui.count.secret import SecretDesk
from council_tui.tui.count.units import UnitsDesk

DESKS: Mapping[Way, type[Desk]] = {
    desk.way: desk
    for desk in (HandsDesk, RollCallDesk, SecretDesk, ConsentDesk, LaptopDesk, PartiesDesk, UnitsDesk)
}


def every_key() -> tuple[Binding, ...]:
    """The keys of all desks; those that several share, once."""
    desks: tuple[type[Desk], ...] = (*DESKS.values(), PollDesk)
    return tuple(dict.fromkeys(key for desk in desks for key in desk.KEYS))
