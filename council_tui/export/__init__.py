"""How it goes out: a document becomes bytes. Knows no database and no screen."""

from council_tui.export import text
from council_tui.export.page import WIDTHS, Encoding, Format, Page

__all__ = ["FORMATS", "WIDTHS", "Encoding", "Format", "Page"]

FORMATS: dict[str, Format] = {each.id: each for each in (text.FORMAT,)}
"""Every format a paper can be exported in, the usual one first.

To add one: a file beside `text.py` with its `FORMAT`, and that in the list above; every paper in
every language, `--format` and the export dialog come by themselves.
"""
