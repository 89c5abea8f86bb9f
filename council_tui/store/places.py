"""Where things lie on this machine: the council's file, what is remembered of it, and reports."""

import os
from pathlib import Path

from council_tui.domain.plain import storable

APP = "council-tui"


def default_file() -> Path:
    """The council's file: `COUNCIL_TUI_FILE`, else one in the platform's data folder."""
    chosen = os.environ.get("COUNCIL_TUI_FILE")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / "council.db"


def typed_path(typed: str) -> Path:
    """A path as somebody typed it, `~` for the home; what no name can hold is left out."""
    return Path(os.path.expanduser(storable(typed.strip())))


def state_folder() -> Path:
    """Where the last verified head of each file is remembered, and reports of crashes are kept."""
    import platformdirs

    return Path(platformdirs.user_state_dir(APP, appauthor=False))


def documents_folder() -> Path:
    """Where people keep their papers: Documents, else their home."""
    import platformdirs

    found = Path(platformdirs.user_documents_dir())
    return found if found.is_dir() else Path.home()
