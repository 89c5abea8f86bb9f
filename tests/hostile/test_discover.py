"""Whatever is new and can be typed into is found out: proved with planted sources, deeds and commands."""

from dataclasses import dataclass

import click
import pytest

from council_tui.store.act import Act
from tests.hostile import discover
from tests.hostile.discover import Site, Slot
from tests.house.source import written


@dataclass(frozen=True)
class PlantedEntry:
    """What is typed about nothing."""

    title: str
    places: int
    note: str = ""


def planted_deed(act: Act, entry: PlantedEntry, others: list[PlantedEntry], at: str | None, n: int) -> None:
    """Does nothing."""


def looked(at: object, text: str) -> None:
    """No deed."""


@pytest.mark.parametrize(
    "source",
    [
        "fields = [\n    Field('note', 'Note'),\n]",
        "class S:\n    def compose_fields(self):\n        yield ImeInput('', max_length=3)",
        "async def ask(screen):\n    await screen.push(dialogs.Prompt('Why?'))",
        "yield from (TextArea(), )",
    ],
)
def test_a_field_that_is_made_anywhere_on_the_screens_is_found(source: str):
    (site,) = discover.sites([written("tui/screens/planted.py", source)])
    assert (site.file, site.what) in {
        ("tui/screens/planted.py", what) for what in ("Field", "ImeInput", "Prompt", "TextArea")
    }


def test_what_is_no_field_is_none():
    source = "on(Input.Changed())\nConfirm('Sure?')\nform.Field.name()"
    assert discover.sites([written("tui/screens/planted.py", source)]) == set()
    assert discover.sites([written("usecases/planted.py", "Field('note')")]) == set()


def test_every_text_of_a_new_deed_is_found(monkeypatch: pytest.MonkeyPatch):
    """Of its arguments, of their fields, and of those in lists; no numbers."""
    monkeypatch.setattr(discover, "deeds", lambda: {"planted.deed": planted_deed})
    assert [str(slot) for slot in discover.slots()] == [
        "planted.deed.entry.title",
        "planted.deed.entry.note",
        "planted.deed.others.title",
        "planted.deed.others.note",
        "planted.deed.at",
    ]
    assert Slot("planted.deed", "at") in discover.slots()


def test_a_deed_is_known_by_its_act():
    assert discover.is_deed(planted_deed)
    assert not discover.is_deed(looked)


def test_every_word_of_a_new_command_is_found():
    @click.command("planted", params=[click.Option(["--why"]), click.Option(["--now"], is_flag=True)])
    @click.argument("paper")
    def planted() -> None: ...

    group = click.Group("all", commands=[planted])
    assert sorted(map(str, discover.parameters(group))) == ["planted --why", "planted PAPER"]


def test_places_of_the_source_are_told_by_file_and_line():
    assert str(Site("tui/planted.py", 3, 4, "Field")) == "tui/planted.py:3 Field"
