"""The app, opened on a file."""

import gc
from pathlib import Path


def run(file: Path, lang: str | None) -> int:
    """Run the app on a file; the exit code."""
    gc.disable()  # until the first frame stands: a collection among imports only costs
    from council_tui.tui import unused

    unused.leave_out()
    from council_tui.tui.start import start

    return start(file, lang)
