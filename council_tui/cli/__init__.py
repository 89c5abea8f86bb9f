"""Where it starts: bare, the app is opened; with more words than one, they are read as a command."""

import os
import sys

from council_tui.wording import catalog

COMPLETING = "_COUNCIL_TUI_COMPLETE"
"""A shell that completes a word sets it, and calls without words."""


def main() -> None:
    """Open the app, or run the command line, which takes some time to load."""
    _prepare_streams()
    catalog.use_first(os.environ, _platform())
    if sys.argv[1:] or COMPLETING in os.environ:
        from council_tui.cli.program import program

        program(prog_name="council-tui")
    else:
        from council_tui.cli import app

        sys.exit(app.run(None, None))


def _prepare_streams() -> None:
    """Let both streams carry Chinese whatever the locale; what a stream cannot say becomes `?`."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.encoding.lower() in {"ascii", "us-ascii", "ansi_x3.4-1968"}:
            reconfigure(encoding="utf-8")
        reconfigure(errors="replace")


def _platform() -> str | None:
    """The language of a system that says it in no variable."""
    if sys.platform != "win32":
        return None
    import ctypes
    import locale

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
