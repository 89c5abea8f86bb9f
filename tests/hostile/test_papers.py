"""What leaves the program of a meeting of hostile texts is harmless: its papers, and their files' names."""

from itertools import product
from pathlib import Path

import pytest
from rich.cells import cell_len

from council_tui.domain import plain
from council_tui.domain.minutes import PaperKind
from council_tui.export import FORMATS, WIDTHS, Encoding, Page
from council_tui.export.files import file_name, write_file
from council_tui.export.text import write
from council_tui.store.store import Store
from council_tui.usecases.meetings import view_current
from council_tui.wording.catalog import languages
from council_tui.wording.papers.state import paper
from council_tui.wording.tallysheet import compose_sheet
from tests.hostile import strings
from tests.hostile.evening import held, uncleaned

LIMIT = 700
CLASSES = {each.name: tuple(text[:LIMIT] for text in each.texts) for each in strings.classes()}
RAW = strings.kept(strings.MEDLEY.replace("\0", ""))
"""What the journal would take."""


def papers(store: Store) -> dict[str, str]:
    """Every paper of the meeting in every format, language and width, by what it is."""
    meeting = store.reading(view_current)
    assert meeting is not None
    found = {}
    for kind, lang in product(PaperKind, languages()):
        made = paper(meeting, kind, lang)
        for format, width in product(FORMATS.values(), WIDTHS):
            content = format.write(made.document, Page(width, Encoding.UTF_8), made.anchor(width))
            found[f"{format.id} {kind} {lang} {width}"] = content.decode("utf-8")
    for lang, width in product(languages(), WIDTHS):
        blank = write(compose_sheet(meeting, lang, "2023-02-08T18:20:05"), Page(width, Encoding.UTF_8))
        found[f"sheet {lang} {width}"] = blank.decode("utf-8")
    return found


def faults(store: Store) -> list[str]:
    """What of the papers would steer a terminal, or is hidden, or is wider than was asked."""
    found = []
    for name, text in papers(store).items():
        found += [f"{name}: {each}" for each in strings.wrong(text) if each != "a spelling of its own"]
        wide = int(name.rpartition(" ")[2])
        found += [
            f"{name}: {cell_len(line)} wide {line!a}" for line in text.split("\n") if cell_len(line) > wide
        ]
    return found


def test_papers_of_a_meeting_of_one_text_of_each_class_are_harmless(tmp_path: Path):
    texts = tuple(plain.storable(text[:LIMIT]) for text in strings.sample())
    store = held(tmp_path / "council.db", texts, over=True)
    assert faults(store) == []
    store.shut()


@pytest.mark.long
@pytest.mark.parametrize("name", CLASSES)
def test_papers_of_a_meeting_of_hostile_texts_are_harmless(tmp_path: Path, name: str):
    """Each class in every text of a meeting; a text that is too long is as long as a text may be."""
    texts = tuple(plain.storable(text) for text in CLASSES[name])
    store = held(tmp_path / "council.db", texts, over=True)
    assert faults(store) == []
    store.shut()


def test_papers_of_a_file_that_another_hand_wrote_are_harmless(tmp_path: Path):
    """Nothing was cleaned on the way in: escapes, bidi controls and zero width stand in the record."""
    with uncleaned():
        store = held(tmp_path / "council.db", (RAW,), over=True)
    meeting = store.reading(view_current)
    assert meeting is not None
    assert "\x1b]52" in meeting.items[0].title
    assert "\u202e" in meeting.items[0].title
    assert faults(store) == []
    store.shut()


def test_no_title_becomes_a_name_that_leads_elsewhere(tmp_path: Path):
    """Every text as a file's name: inside the folder, of one part, and writable."""
    for _, text in strings.every():
        name = file_name(text, ".txt")
        assert strings.steers(name) == []
        assert Path(name).name == name
        assert not name.startswith(".")
        assert write_file(tmp_path / name, b"x", overwrite=True).parent == tmp_path.resolve()
