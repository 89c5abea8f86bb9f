"""Every text of the program is in every language, whole, fresh, and nothing else is."""

import re
import string
import sys
import unicodedata
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from council_tui.wording import catalog
from tests.house.source import ROOT, Source, sources, strings, written
from tests.house.texts import Id, extract, marked

sys.path.append(str(ROOT))
import hatch_build  # noqa: E402 - the build hook stands beside the package, not in it

LANGUAGES = sorted(folder for folder in Path(catalog.LOCALES).iterdir() if any(folder.glob("*.po")))
OTHERS = [folder for folder in LANGUAGES if folder.name != "en"]


def names(text: str) -> set[str]:
    """The placeholders of a text: `{needed}`."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def faults(translated: Catalog, texts: dict[Id, tuple[str, ...]]) -> list[str]:
    """What is missing, empty, half done, or asks for other figures than the source."""
    wrong = []
    for (context, text), sources_ in texts.items():
        message = translated.get(text, context)
        forms = (
            ()
            if message is None
            else message.string
            if isinstance(message.string, tuple)
            else (message.string,)
        )
        if not forms or not all(forms):
            wrong.append(f"missing: {text}")
        elif message is not None and message.fuzzy:
            wrong.append(f"fuzzy: {text}")
        elif len(sources_) > 1 and len(forms) != translated.num_plurals:
            wrong.append(f"forms: {text}")
        elif any(
            names(form) - set[str]().union(*map(names, sources_)) or _lost(form, sources_) for form in forms
        ):
            wrong.append(f"placeholders: {text}")
    return wrong


def _lost(form: str, sources_: tuple[str, ...]) -> set[str]:
    """Placeholders that every source has and a translation has not."""
    return set.intersection(*map(names, sources_)) - names(form)


def left_over(translated: Catalog, texts: dict[Id, tuple[str, ...]]) -> list[str]:
    """Entries that no code asks for."""
    ids = [
        (each.context, each.id[0] if isinstance(each.id, tuple) else each.id)
        for each in translated
        if each.id
    ]
    return [str(text) for context, text in ids if (context, text) not in texts]


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.name, abort_invalid=True)


@pytest.mark.parametrize("folder", OTHERS, ids=lambda folder: folder.name)
def test_every_text_is_translated(folder: Path):
    assert faults(hatch_build.merged(folder), marked()) == []


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda folder: folder.name)
def test_no_entry_is_left_over(folder: Path):
    assert left_over(hatch_build.merged(folder), marked()) == []
    assert [each.id for path in folder.glob("*.po") for each in read(path).obsolete.values()] == []


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda folder: folder.name)
def test_no_entry_waits_to_be_looked_at(folder: Path):
    assert [each.id for path in folder.glob("*.po") for each in read(path) if each.fuzzy and each.id] == []


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda folder: folder.name)
def test_what_is_compiled_is_fresh(folder: Path):
    assert (folder / "council_tui.mo").read_bytes() == hatch_build.compiled(folder), (
        "run python hatch_build.py"
    )


def test_english_says_what_the_source_says():
    spoken = catalog.texts("en")
    for (context, text), words in marked().items():
        if context is not None:
            assert spoken.pgettext(context, text) == text
        elif len(words) == 1:
            assert spoken.gettext(text) == text
        else:
            assert (spoken.ngettext(*words, 1), spoken.ngettext(*words, 2)) == words


def test_there_is_english_and_chinese():
    assert {"en", "zh"} <= {folder.name for folder in LANGUAGES}


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_no_text_is_put_together_before_it_is_translated(source: Source):
    assert extract(source).composed == [] or source.name == "wording/catalog.py"


def narrow(text: str) -> set[str]:
    """Characters neither ASCII nor as wide as a Chinese one: their width differs between terminals."""
    return {char for char in text if not char.isascii() and unicodedata.east_asian_width(char) not in "WF"}


def test_the_source_texts_have_no_character_of_doubtful_width():
    assert {text: odd for _, text in marked() if (odd := narrow(text))} == {}


HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
READERS = {
    "intake": "reads what people type and what their sheets are headed",
    "domain/roster.py": "characters that look alike",
    "export/wrap.py": "what may not begin or end a line",
}
"""Where Chinese stands in code because it is read, not said: a layer or a file, and what for."""


def chinese(source: Source) -> list[str]:
    """Chinese texts that no catalogue knows of."""
    known = {text for words in extract(source).texts.values() for text in words}
    return [
        str(node.value)
        for node in strings(source.tree)
        if HAN.search(str(node.value)) and node.value not in known
    ]


@pytest.mark.parametrize(
    "source", [each for each in sources() if not {each.name, each.layer} & set(READERS)], ids=lambda s: s.name
)
def test_chinese_is_said_by_the_catalogue_only(source: Source):
    assert chinese(source) == []


PLANTED = """
a = _("One.")
b = ngettext("{n} vote", "{n} votes", n)
c = pgettext("verb", "open")
d = N_("{yes} of {all}")
e = _(title)
"""
PO = """
msgid "One."
msgstr "一。"

msgid "{n} vote"
msgid_plural "{n} votes"
msgstr[0] "{n} 票"

msgctxt "verb"
msgid "open"
msgstr "开会"

msgid "{yes} of {all}"
msgstr "{all} 中 {yes}"
"""


def po(tmp_path: Path, text: str) -> Catalog:
    folder = tmp_path / "zh"
    folder.mkdir()
    head = 'msgid ""\nmsgstr ""\n"Language: zh\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    (folder / "a.po").write_text(head + text, encoding="utf-8")
    return hatch_build.merged(folder)


@pytest.mark.parametrize(
    ("old", "new", "wrong", "extra"),
    [
        ("", "", [], []),
        ("一。", "", ["missing: One."], []),
        ('msgid "One."\nmsgstr "一。"', "", ["missing: One."], []),
        ("{n} 票", "票", ["placeholders: {n} vote"], []),
        ("{all} 中 {yes}", "{all} 中 {no}", ["placeholders: {yes} of {all}"], []),
        ('msgctxt "verb"\n', "", ["missing: open"], ["open"]),
        ("One.", "Two.", ["missing: One."], ["Two."]),
    ],
)
def test_each_fault_of_a_catalogue_is_found(
    tmp_path: Path, old: str, new: str, wrong: list[str], extra: list[str]
):
    texts = extract(written("cli/a.py", PLANTED)).texts
    translated = po(tmp_path, PO.replace(old, new) if old else PO)
    assert (faults(translated, texts), left_over(translated, texts)) == (wrong, extra)


def test_two_files_may_not_translate_one_text_differently(tmp_path: Path):
    po(tmp_path, PO)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    (tmp_path / "zh" / "b.po").write_text(head + 'msgid "One."\nmsgstr "壹。"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="translated elsewhere"):
        hatch_build.merged(tmp_path / "zh")


@pytest.mark.parametrize("text", ["_(f'{a} is here')", "_('a' + b)", "_('{a}'.format(a=b))", "N_(title)"])
def test_a_composed_text_is_found(text: str):
    assert extract(written("cli/a.py", text)).composed == [1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a = '赞成'", ["赞成"]),
        ("a = f'{n}票'", ["票"]),
        ("_('name or 姓名')", []),
        ("'''Docstring 赞成'''", []),
    ],
)
def test_chinese_in_code_is_found(text: str, found: list[str]):
    assert chinese(written("cli/a.py", text)) == found


def test_a_character_of_doubtful_width_is_found():
    assert narrow("a — “b” 中，c…") == {"—", "“", "”", "…"}
