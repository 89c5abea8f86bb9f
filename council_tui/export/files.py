"""Bytes become a file: whole or not at all, for its owner alone, never in place of another unasked."""

import os
import re
import tempfile
from pathlib import Path

from council_tui.domain import plain
from council_tui.domain.errors import Refusal
from council_tui.domain.lazily import dataclass
from council_tui.wording.catalog import _
from council_tui.wording.say import sentence

LONGEST = 240
"""Bytes of a title that a file's name takes over: 80 characters of Chinese; no disk takes more than 255."""

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
"""What Windows takes for a device, whatever follows the dot."""


@dataclass
class FileThere(Refusal):
    """A file of that name is there already."""

    path: str


@dataclass
class CannotWrite(Refusal):
    """The folder is missing, may not be written, or the disk is full."""

    path: str
    detail: str


def write_file(path: Path, content: bytes, *, overwrite: bool = False) -> Path:
    """Write a file, durably; the full path it got. Raises FileThere unless `overwrite`, or CannotWrite.

    The bytes go into a file beside it first: a crash or a full disk leaves the old one as it was.
    """
    real = Path(os.path.realpath(path))
    try:
        if not overwrite:
            _reserve(real)
        try:
            _replace(real, content)
        except BaseException:
            if not overwrite:
                real.unlink(missing_ok=True)
            raise
    except FileExistsError as error:
        raise FileThere(str(real)) from error
    except OSError as error:
        raise CannotWrite(str(real), error.strerror or str(error)) from error
    return real


def file_name(title: str, suffix: str) -> str:
    """A name that every system takes, made from a title: `... Minutes of Meeting No. 3 of 2023.txt`."""
    name = _UNSAFE.sub(" ", plain.visible(title))
    name = " ".join(name.split()).encode()[:LONGEST].decode(errors="ignore").strip(" .")
    if not name or _RESERVED.fullmatch(name):
        name = f"council-tui {name}".strip()
    return name + suffix


def _reserve(path: Path) -> None:
    """Take the name, empty, if it is free. Raises FileExistsError."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _replace(path: Path, content: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(f"{path} is a folder")
    handle, beside = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where a folder can be synced (not on Windows, nor on some sticks)."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


@sentence(FileThere)
def _there(error: FileThere) -> str:
    return _("There is a file at {path} already. Name another.").format(path=error.path)


@sentence(CannotWrite)
def _cannot(error: CannotWrite) -> str:
    return _("Not written: {path} ({detail}). Choose another folder.").format(
        path=error.path, detail=error.detail
    )
