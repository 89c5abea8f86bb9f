"""A roster or another list taken over at the keyboard: its path, what it would do, and only then the deed."""

import os
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from council_tui.domain.plain import ends
from council_tui.domain.roster import Preview, Problem, Roster
from council_tui.intake.people import read_roster
from council_tui.intake.sheet import MOST_BYTES
from council_tui.store import places
from council_tui.tui.aside import aside
from council_tui.tui.dialogs import Choose, Option, Prompt
from council_tui.tui.review import Review
from council_tui.tui.screens.base import BaseScreen
from council_tui.usecases.people import import_roster
from council_tui.usecases.roster import view_preview
from council_tui.wording.catalog import _
from council_tui.wording.roster import preview_lines, problem_words, reading_words

R = TypeVar("R")

ENDINGS = (".csv", ".txt", ".tsv")
MOST_LISTED = 50
LONGEST = 1000
"""Characters of a path."""


async def take_over(screen: BaseScreen[Any], folder: Path | None, *, masked: bool) -> Path | None:
    """Ask for a roster file and take it over; the folder it lay in, to begin with the next time."""

    async def took(path: Path, found: Roster | list[Problem]) -> None:
        if isinstance(found, Roster):
            await _review(screen, path, found, masked)
        else:
            await refused(screen, path, map(problem_words, found))

    title = _("Roster file (CSV), or a folder")
    return await taken(screen, folder, title, read_roster, took)


async def taken(
    screen: BaseScreen[Any],
    folder: Path | None,
    title: str,
    read: Callable[[bytes], R],
    took: Callable[[Path, R], Awaitable[None]],
) -> Path | None:
    """Ask for a file and hand on what was read in it; the folder it lay in, or `folder`."""
    path = await _ask(screen, folder or places.documents_folder(), title)
    if path is None:
        return folder
    try:
        found = await aside(screen, partial(_read, path, read))
    except OSError as error:
        screen.say(_("Not read ({why}): {path}").format(path=ends(path), why=ends(error.strerror or error)))
        return folder
    await took(path, found)
    return path.parent


async def refused(screen: BaseScreen[Any], path: Path, wrong: Iterable[str]) -> None:
    """Everything that is wrong with a file: only read."""
    lines = [_("Put these right in the file, and read it again:"), *wrong]
    await screen.app.push_screen_wait(Review(str(path.name), lines, doable=False))


async def _ask(screen: BaseScreen[Any], folder: Path, title: str) -> Path | None:
    """The path typed; of a folder, one of the lists in it."""
    initial = f"{folder}/" if str(folder) != folder.root else folder.root
    typed = await screen.app.push_screen_wait(Prompt(title, initial=initial, longest=LONGEST))
    if not typed or not typed.strip():
        return None
    path = places.typed_path(typed)
    if not os.path.isdir(path):
        return path
    options = [Option(each, each.name) for each in await aside(screen, partial(_lists_in, path))]
    if not options:
        screen.say(_("No list (.csv, .txt, .tsv) in {folder}.").format(folder=path))
        return None
    return await screen.app.push_screen_wait(Choose(str(path), options))


def _lists_in(folder: Path) -> list[Path]:
    """The lists in a folder; none where it may not be looked into."""
    try:
        found = [each for each in folder.iterdir() if each.suffix.lower() in ENDINGS and each.is_file()]
    except OSError:
        return []
    return sorted(found)[:MOST_LISTED]


def _read(path: Path, read: Callable[[bytes], R]) -> R:
    with path.open("rb") as file:
        return read(file.read(MOST_BYTES + 1))


async def _review(screen: BaseScreen[Any], path: Path, roster: Roster, masked: bool) -> None:
    preview, added, changed = await screen.app.clerk.look(view_preview, roster)
    lines = _lines(roster, preview, masked)
    if await screen.app.push_screen_wait(Review(path.name, lines, doable=bool(added or changed))):
        await screen.record(import_roster, added, changed)


def _lines(roster: Roster, preview: Preview, masked: bool) -> list[str]:
    """How the file was read, what is doubtful, and what would be done."""
    counts, *rest = preview_lines(preview, masked)
    return [reading_words(roster), counts, *map(problem_words, roster.warnings), *rest]
