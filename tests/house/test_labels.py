"""The labels of forms, in both languages: a longer one would be cut at its field."""

import ast

import pytest
from rich.cells import cell_len

from council_tui.tui.entry import LABEL
from council_tui.wording import catalog
from tests.house.source import Source, called, calls, sources
from tests.house.texts import extract

MARGIN = 3


def labels(source: Source) -> set[tuple[str | None, str]]:
    """The texts that stand before fields, as they are marked in a file."""
    found = [
        call.args[1]
        for call in calls(source.tree)
        if called(call) == "Field" and len(call.args) > 1 and isinstance(call.args[1], ast.Call)
    ]
    return {id for each in found for id in extract(Source(source.name, ast.unparse(each))).texts}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_label_has_room_before_its_field(lang: str):
    texts = catalog.texts(lang)
    found = {id for source in sources() for id in labels(source)}
    said = {texts.pgettext(context, words) if context else texts.gettext(words) for context, words in found}
    assert len(said) > 40
    assert {each for each in said if cell_len(each) > LABEL - MARGIN} == set()
