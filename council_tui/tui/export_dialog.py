"""Which paper leaves the program, how, and where to; and what is said when it could not be written."""

import errno
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, TypeVar

from textual.binding import Binding

from council_tui.domain.errors import Missing, Refusal
from council_tui.domain.lazily import dataclass
from council_tui.domain.papers import PRINTED, Printed
from council_tui.export import FORMATS, WIDTHS, Encoding, Page
from council_tui.export.files import CannotWrite, FileThere, file_name
from council_tui.export.wrap import wrap
from council_tui.store import folders
from council_tui.store.places import typed_path
from council_tui.tui.fields import Field, Kind, Values
from council_tui.tui.forms import Form
from council_tui.tui.ink import BLANK, Line, text
from council_tui.tui.pages.minutes import language_words
from council_tui.tui.widgets.pick import Pick
from council_tui.wording.catalog import N_, _, languages, ngettext
from council_tui.wording.papers.state import kind_words
from council_tui.wording.say import say

T = TypeVar("T")

FORMAT = FORMATS["text"]

ENCODINGS = {
    "": N_("as the place needs"),
    str(Encoding.UTF_8): N_("UTF-8"),
    str(Encoding.UTF_8_BOM): N_("UTF-8 with BOM"),
    str(Encoding.GB18030): N_("GB18030"),
}
ENDS = {"": N_("as the place needs"), "lf": N_("LF"), "crlf": N_("CRLF (Windows)")}

_CAUSES = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EROFS: N_("it may only be read"),
    errno.EACCES: N_("it may not be written"),
    errno.EPERM: N_("it may not be written"),
    errno.ENOENT: N_("there is no such folder"),
    errno.ENOTDIR: N_("there is no such folder"),
    errno.EIO: N_("the disk does not answer"),
    errno.ENAMETOOLONG: N_("the name is too long"),
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where a paper may go, as looked up before the question."""

    folders: tuple[Path, ...]
    drives: tuple[Path, ...]

    def windows(self, folder: Path) -> bool:
        """Whether what lies there is likely read on Windows."""
        return os.name == "nt" or folders.removable(folder, self.drives)


def look_around() -> Places:
    """The folders and drives there are now; asks the disks, so not while the screen waits."""
    return Places(tuple(folders.offered()), tuple(folders.drives()))


@dataclass(frozen=True, slots=True)
class Wish:
    """A paper as it is to be written."""

    kind: Printed
    lang: str
    columns: int
    folder: str = ""
    name: str = ""
    """Empty: made from the paper's title."""
    encoding: str = ""
    """Empty: as the place needs."""
    ends: str = ""

    def page(self, places: Places) -> Page:
        """How it is laid out and written: for Windows on a drive that is taken out, or on Windows."""
        windows = places.windows(Path(self.folder))
        usual = Encoding.UTF_8_BOM if windows else Encoding.UTF_8
        crlf = self.ends == "crlf" or (not self.ends and windows)
        return Page(self.columns, Encoding(self.encoding) if self.encoding else usual, crlf)


class ExportForm(Form):
    """The questions, and where the answer would be written."""

    BINDINGS: ClassVar = [Binding("ctrl+s", "record", N_("write it"), id="export.write", priority=True)]

    def __init__(self, places: Places, wish: Wish, titles: Mapping[tuple[Printed, str], str]):
        super().__init__(_("Export"), asked(places, wish), self._taken)
        self._places, self._titles = places, titles
        self.wish = wish
        """What was asked for."""

    def page(self, width: int) -> Sequence[Line]:
        """The fields, and the whole path under them."""
        path = str(target(self.wished(), self._titles))
        told = [text(row, "bold", 3) for row in wrap(path, width - 6)]
        return [*super().page(width), text(_("It is written to"), "dim", 3), *told, BLANK]

    def message(self) -> str:
        """That nothing left the program yet."""
        return _("Not written yet.")

    def wished(self) -> Wish:
        """What is asked for as it is typed."""
        return read_wish({entry.field.name: entry.typed for entry in self._entries}, self.wish)

    async def _taken(self, values: Values) -> str:
        self.wish = self.wished()
        return "" if self.wish.folder else say(Missing("folder"))

    def on_pick_changed(self, event: Pick.Changed) -> None:
        """The path may be another."""
        event.stop()
        self.paint()


def asked(places: Places, wish: Wish) -> list[Field]:
    """The fields of the dialog."""
    own = Path(wish.folder) if wish.folder else places.folders[0]
    offered = tuple(dict.fromkeys((*places.folders, *([own] if wish.folder else []))))
    return [
        Field("kind", _("Paper"), Kind.CHOICE, str(wish.kind), choices=_named(PRINTED, kind_words)),
        Field("lang", _("Language"), Kind.CHOICE, wish.lang, choices=_named(languages(), language_words)),
        Field("columns", _("Width"), Kind.CHOICE, str(wish.columns), choices=_named(WIDTHS, str)),
        Field("place", _("Place"), Kind.CHOICE, str(own), choices=_named(offered, str)),
        Field("folder", _("Other folder"), Kind.LINE, longest=1000, hint=_("empty: the place above")),
        Field("name", _("File name"), Kind.LINE, wish.name, longest=120, hint=_("empty: the title")),
        Field("encoding", _("Encoding"), Kind.CHOICE, wish.encoding, choices=_words(ENCODINGS)),
        Field("ends", _("Line ends"), Kind.CHOICE, wish.ends, choices=_words(ENDS)),
    ]


def read_wish(typed: Mapping[str, str], before: Wish) -> Wish:
    """What was typed, as a wish; a folder that is typed counts before the one picked."""
    other = typed["folder"].strip()
    folder = os.path.abspath(typed_path(other)) if other else typed["place"]
    return replace(
        before,
        kind=next(each for each in PRINTED if each == typed["kind"]),
        lang=typed["lang"],
        columns=int(typed["columns"]),
        folder=folder,
        name=typed["name"].strip(),
        encoding=typed["encoding"],
        ends=typed["ends"],
    )


def target(wish: Wish, titles: Mapping[tuple[Printed, str], str]) -> Path:
    """The whole path: a name that every system takes, inside the folder."""
    title = wish.name.removesuffix(FORMAT.suffix) or titles[wish.kind, wish.lang]
    return Path(wish.folder) / file_name(title, FORMAT.suffix)


def refusal_words(error: Refusal) -> str:
    """Why a file was not written: what the disk said, in words; the path stands in the dialog."""
    if isinstance(error, FileThere):
        return _("There is a file of that name already. Choose another name or place.")
    cause = error.__cause__
    if isinstance(error, CannotWrite) and isinstance(cause, OSError) and cause.errno in _CAUSES:
        return _("Not written: {cause}. Choose another place.").format(cause=_(_CAUSES[cause.errno]))
    return say(error)


def written_words(path: Path, size: int, *, draft: bool) -> str:
    """Where it stands now and how large it is; that a draft is one."""
    told = ngettext("{path}   {size} byte", "{path}   {size} bytes", size).format(path=path, size=f"{size:,}")
    if draft:
        return _("Written as a draft: {file}").format(file=told)
    return _("Written: {file}").format(file=told)


def _named(values: Iterable[T], words: Callable[[T], str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(each), words(each)) for each in values)


def _words(texts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((value, _(words)) for value, words in texts.items())
