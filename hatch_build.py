"""Build hook: each language's `*.po` files become one `council_tui.mo`, and `data/` goes into the wheel.

Also run by hand after an edit: `python hatch_build.py`.
"""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SAME = datetime(2026, 1, 1, tzinfo=UTC)
"""A catalogue's date: one for all, so that the same sources give the same bytes."""
LOCALES = Path(__file__).parent / "council_tui" / "wording" / "locales"


def merged(folder: Path) -> Catalog:
    """One language's catalogue out of its files, one a column.

    Raises ValueError when two files translate one text differently.
    """
    whole = Catalog(locale=folder.name, creation_date=SAME, revision_date=SAME)
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            part = read_po(file, locale=folder.name, abort_invalid=True)
        for message in part:
            if not message.id:
                continue
            known = whole.get(message.id, message.context)
            if known is not None and known.string != message.string:
                raise ValueError(f"{path.name}: {message.id!r} is translated elsewhere as {known.string!r}")
            whole.add(message.id, message.string, context=message.context)
    return whole


def compiled(folder: Path) -> bytes:
    """The `.mo` bytes of one language."""
    file = BytesIO()
    write_mo(file, merged(folder))
    return file.getvalue()


def compile_all() -> None:
    """Write every language's `.mo` beside its sources, unless it is fresh."""
    for folder in sorted(LOCALES.iterdir()):
        path = folder / "council_tui.mo"
        if any(folder.glob("*.po")) and (new := compiled(folder)) != (
            path.read_bytes() if path.exists() else b""
        ):
            path.write_bytes(new)


class CompileCatalogues(BuildHookInterface[Any]):
    """Runs before a wheel or an editable install is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name what the wheel holds beside the sources.

        An editable install finds `data/` where it is; a copy of it would only go stale.
        """
        compile_all()
        build_data["artifacts"].append("council_tui/wording/locales/*/*.mo")
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"]["data"] = "council_tui/data"


if __name__ == "__main__":
    compile_all()
