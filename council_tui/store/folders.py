"""Where papers may go on this machine: the last folder (kept in the user's state folder), usual ones, drives.

A state folder that cannot be used is as an empty one.
"""

import contextlib
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from council_tui.store import file, places

SHELVES = (Path("/media"), Path("/run/media"), Path("/Volumes"))
"""Where drives are mounted: straight in one of these, or in a folder of the user's there."""
REMOVABLE = 2
"""What Windows calls a drive that can be taken out."""


def last_folder() -> Path | None:
    """The folder of the last export; None before one, or when it is gone."""
    try:
        found = Path(_place().read_text(encoding="utf-8").strip())
        return found if found.is_absolute() and found.is_dir() else None
    except (OSError, ValueError):
        return None


def keep_folder(folder: Path) -> None:
    """Remember a folder: written whole or not at all, 0600."""
    place = _place()
    with contextlib.suppress(OSError, UnicodeError):
        file.make_folder(place.parent)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".txt")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as made:
                made.write(str(folder))
            os.replace(name, place)
        except (OSError, UnicodeError):
            os.unlink(name)
            raise


def _place() -> Path:
    return places.state_folder() / "export-folder"


def offered() -> list[Path]:
    """Where a paper may be wanted: the last folder, Desktop, Documents, drives; those that are there."""
    import platformdirs

    last = last_folder()
    usual = [Path(platformdirs.user_desktop_dir()), Path(platformdirs.user_documents_dir())]
    found = [*([last] if last is not None else []), *(each for each in usual if _there(each)), *drives()]
    return list(dict.fromkeys(found)) or [Path.home()]


def drives() -> list[Path]:
    """The removable drives that are plugged in, as far as the system says."""
    if os.name == "nt":
        return _windows_drives()
    shelves = [inner for shelf in SHELVES for inner in (shelf, *_inside(shelf))]
    found = [each for shelf in shelves for each in _inside(shelf) if os.path.ismount(each)]
    return list(dict.fromkeys(found))


def removable(folder: Path, found: Sequence[Path]) -> bool:
    """Whether a folder lies on one of these drives."""
    return any(folder.is_relative_to(drive) for drive in found)


def _inside(shelf: Path) -> list[Path]:
    try:
        return sorted(each for each in shelf.iterdir() if each.is_dir())
    except OSError:
        return []


def _there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False


def _windows_drives() -> list[Path]:
    """Drives that Windows calls removable."""
    import ctypes

    kind: Callable[[str], int] = getattr(ctypes, "windll").kernel32.GetDriveTypeW  # noqa: B009 - Windows only
    roots = [f"{letter}:\\" for letter in "DEFGHIJKLMNOPQRSTUVWXYZ"]
    return [Path(root) for root in roots if kind(root) == REMOVABLE]
