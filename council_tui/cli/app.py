"""The app, opened on a file."""

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def run(file: "Path | None", lang: str | None) -> int:
    """Run the app on a file, or on the default one; the exit code."""
    gc.disable()  # until the first frame stands: a collection among imports only costs
    from council_tui.tui import unused

    unused.leave_out()
    from council_tui.store import places
    from council_tui.tui.start import start

    return start(file or places.default_file(), lang)
