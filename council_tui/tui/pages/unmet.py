"""What the screens of a meeting show before there is any: that there is none, and the way to one."""

from council_tui.tui.ink import BLANK, Line, text
from council_tui.tui.screens.framed import NextStep
from council_tui.wording.catalog import _


def rows() -> list[Line]:
    """The rows of the page."""
    return [BLANK, text(_("There is no meeting yet. 0: Home, then n: plan one."), "bold")]


def way() -> NextStep:
    """Home, where a meeting is planned."""
    return NextStep(_("home"), "app.go('home')")
