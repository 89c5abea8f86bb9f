"""What every command that hands out a paper asks: its language, how wide, in which form, and where to."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from council_tui.cli import spoken
from council_tui.cli.exits import Refused
from council_tui.domain.lazily import dataclass
from council_tui.wording import catalog
from council_tui.wording.catalog import N_, _

if TYPE_CHECKING:
    from council_tui.export import Format, Page


def _widths() -> Iterable[str]:
    from council_tui.export import WIDTHS

    return map(str, WIDTHS)


def _formats() -> Iterable[str]:
    from council_tui.export import FORMATS

    return FORMATS


def _encodings() -> Iterable[str]:
    from council_tui.export import Encoding

    return (str(each) for each in Encoding if each is not Encoding.UTF_8_BOM)


_OPTIONS = (
    spoken.option("--meeting", "number", help=N_("Which meeting: 3, or 2023-3; else the one in hand.")),
    spoken.option("--lang", type=spoken.OneOf(catalog.languages), help=N_("The language of the paper.")),
    spoken.option("--width", type=spoken.OneOf(_widths), default="76", help=N_("Columns.")),
    spoken.option("--format", type=spoken.OneOf(_formats), default="text", help=N_("The form of the file.")),
    spoken.option("--output", default="-", help=N_("The file to write; - for the standard output.")),
    spoken.option("--encoding", type=spoken.OneOf(_encodings), default="utf-8", help=N_("The encoding.")),
    spoken.option(
        "--bom", is_flag=True, help=N_("Begin with the mark by which Windows programs know UTF-8.")
    ),
    spoken.option("--crlf", is_flag=True, help=N_("End lines as on Windows.")),
    spoken.option("--force", is_flag=True, help=N_("Write over a file that is there.")),
)


def options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a paper."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a paper was asked for."""

    lang: str | None
    width: str
    format: str
    encoding: str
    bom: bool
    crlf: bool

    @property
    def spoken(self) -> str:
        """The paper's language: as asked, else the one in use."""
        return self.lang or catalog.current()

    @property
    def form(self) -> "Format":
        """The format."""
        from council_tui.export import FORMATS

        return FORMATS[self.format]

    @property
    def page(self) -> "Page":
        """What it is put on. Raises Refused for a mark on another encoding than UTF-8."""
        from council_tui.export import Encoding, Page

        encoding = Encoding(self.encoding)
        if self.bom and encoding is not Encoding.UTF_8:
            raise Refused(_("The mark of --bom belongs to UTF-8 only."))
        return Page(int(self.width), Encoding.UTF_8_BOM if self.bom else encoding, self.crlf)


def hand_out(content: bytes, output: str, *, force: bool) -> Path | None:
    """The bytes of a paper: to the standard output, or into a file; the file's path.

    Raises FileThere or CannotWrite.
    """
    if output == "-":
        sys.stdout.buffer.write(content)
        return None
    from council_tui.export.files import write_file

    return write_file(Path(output), content, overwrite=force)
