"""A paper as text: every figure in its row and column, nothing too wide, as laid out in the examples."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind
from council_tui.export import FORMATS, WIDTHS, Encoding, Page
from council_tui.export.page import Unwritable
from council_tui.export.text import lines, write
from council_tui.export.wrap import columns
from council_tui.wording import catalog
from council_tui.wording.document import (
    Align,
    Column,
    Document,
    Heading,
    Labelled,
    Paragraph,
    Table,
    Timed,
    Title,
)
from council_tui.wording.minutes import compose_in
from council_tui.wording.say import say

GOLDEN = Path(__file__).parent.parent / "golden" / "papers"
CASES = [(kind, lang) for kind in PaperKind for lang in ("zh", "en")]


def cells(line: str) -> list[str]:
    """The cells of a table's line."""
    return re.split(r" {2,}", line.strip())


def row(text: list[str], head: str, name: str) -> dict[str, str]:
    """A row by its first cell, below the first heads that begin with `head` and above which it stands."""
    at = next(place for place, line in enumerate(text) if line.strip().startswith(name + "  "))
    heads = next(line for line in reversed(text[:at]) if line.strip().startswith(head))
    return dict(zip(cells(heads), cells(text[at]), strict=True))


@pytest.mark.parametrize("columns_", [76, 56])
def test_the_votes_stand_in_their_rows_and_columns(lights: MeetingView, columns_: int):
    text = lines(compose_in(lights, PaperKind.MINUTES, "zh"), columns_)
    assert row(text, "表决事项", "修正案（一）") == {
        "表决事项": "修正案（一）", "到会": "17", "赞成": "14", "反对": "1", "弃权": "2",
        "需赞成": "9", "结果": "通过",
    }  # fmt: skip
    assert row(text, "表决事项", "议题（修正后）") == {
        "表决事项": "议题（修正后）", "到会": "17", "赞成": "16", "反对": "0", "弃权": "1",
        "需赞成": "9", "结果": "通过",
    }  # fmt: skip
    assert row(text, "表决事项", "议题") == {
        "表决事项": "议题", "到会": "17", "赞成": "8", "反对": "8", "弃权": "1",
        "需赞成": "9", "结果": "未通过",
    }  # fmt: skip


def test_the_votes_stand_in_their_rows_and_columns_in_english(lights: MeetingView):
    text = lines(compose_in(lights, PaperKind.MINUTES, "en"), 76)
    assert row(text, "Question", "Amendment 1") == {
        "Question": "Amendment 1", "Present": "17", "Yes": "14", "No": "1", "Abstain": "2",
        "Needed": "9", "Result": "Carried",
    }  # fmt: skip
    assert row(text, "Question", "Motion") == {
        "Question": "Motion", "Present": "17", "Yes": "8", "No": "8", "Abstain": "1",
        "Needed": "9", "Result": "Lost",
    }  # fmt: skip


def test_figures_align_to_the_right_in_wide_characters(lights: MeetingView):
    text = lines(compose_in(lights, PaperKind.MINUTES, "zh"), 76)
    heads = next(line for line in text if "需赞成" in line)
    end = columns(heads[: heads.index("到会") + 2])
    for line in text:
        if line.startswith(("  修正案（一） ", "  议题（修正后） ")):
            assert line[: line.index("17") + 2] == line[: line.index("17")] + "17"
            assert columns(line[: line.index("17") + 2]) == end


def test_on_a_narrow_page_the_figures_carry_their_names(lights: MeetingView):
    text = "\n".join(lines(compose_in(lights, PaperKind.MINUTES, "zh"), 40))
    assert "  修正案（一）\n    到会：17  赞成：14  反对：1  弃权：2\n    需赞成：9  结果：通过" in text
    text = "\n".join(lines(compose_in(lights, PaperKind.MINUTES, "en"), 40))
    assert "   Motion\n     Present: 17  Yes: 8  No: 8\n     Abstain: 1  Needed: 9  Result: Lost" in text


@pytest.mark.parametrize(("kind", "lang"), CASES, ids=str)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_of_any_paper_is_too_wide(
    lights: MeetingView, evening: MeetingView, kind: PaperKind, lang: str, width: int
):
    for meeting in (lights, evening):
        text = lines(compose_in(meeting, kind, lang), width)
        assert [line for line in text if columns(line) > width] == []
        assert [line for line in text if line != line.rstrip()] == []
        assert "\n\n\n" not in "\n".join(text)


@pytest.mark.parametrize(("kind", "lang"), CASES, ids=str)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_layout_is_the_one_that_was_reviewed(lights: MeetingView, kind: PaperKind, lang: str, width: int):
    content = write(compose_in(lights, kind, lang), Page(width))
    assert content.decode("utf-8") == (GOLDEN / f"{kind}-{lang}-{width}.txt").read_text("utf-8")


@pytest.mark.parametrize(("kind", "lang"), CASES, ids=str)
def test_every_turn_of_a_meeting_reads_as_it_was_reviewed(evening: MeetingView, kind: PaperKind, lang: str):
    content = write(compose_in(evening, kind, lang), Page(76))
    path = GOLDEN / f"evening-{kind}-{lang}.txt"
    if os.environ.get("WRITE_GOLDENS"):
        path.write_bytes(content)
    assert content.decode("utf-8") == path.read_text("utf-8")


@pytest.mark.parametrize(("kind", "lang"), CASES, ids=str)
def test_the_stages_of_a_proposal_read_as_they_were_reviewed(staged: MeetingView, kind: PaperKind, lang: str):
    content = write(compose_in(staged, kind, lang), Page(76))
    path = GOLDEN / f"staged-{kind}-{lang}.txt"
    if os.environ.get("WRITE_GOLDENS"):
        path.write_bytes(content)
    assert content.decode("utf-8") == path.read_text("utf-8")


def test_the_bytes_are_as_the_page_asks(lights: MeetingView):
    document = compose_in(lights, PaperKind.MINUTES, "zh")
    plain = write(document, Page())
    assert not plain.startswith(b"\xef\xbb\xbf")
    assert plain.endswith("通过日期：\n".encode())
    assert b"\r" not in plain
    marked = write(document, Page(encoding=Encoding.UTF_8_BOM, crlf=True))
    assert marked == b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n")
    chinese = write(document, Page(encoding=Encoding.GB18030))
    assert chinese.decode("gb18030") == plain.decode("utf-8")


def test_what_an_encoding_cannot_hold_is_refused_in_a_sentence():
    error = Unwritable("U+D83D", "GB18030")
    assert say(error) == "GB18030 cannot hold the character U+D83D. Nothing was written; choose UTF-8."
    catalog.use("zh")
    assert say(error) == "GB18030 写不了字符 U+D83D，没有写文件，请改用 UTF-8。"


HOSTILE = st.text(st.characters(codec=None, categories=None), max_size=200)


@given(HOSTILE, st.sampled_from(WIDTHS), st.sampled_from(["zh", "en"]))
def test_whatever_a_document_holds_comes_out_as_harmless_lines(text: str, width: int, lang: str):
    table = Table((Column(text, share=1), Column("n", Align.RIGHT)), ((text, "1"),))
    blocks = (
        Title(text),
        Labelled(text, text),
        Heading("1.", text),
        Paragraph(text),
        Timed("19:00", text),
        table,
    )
    content = write(Document("minutes", lang, blocks, (text[:5],)), Page(width, Encoding.GB18030))
    shown = content.decode("gb18030")
    assert [line for line in shown.split("\n") if columns(line) > width] == []
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown)


def test_a_language_is_spoken_for_its_paper_only(lights: MeetingView):
    catalog.use("zh")
    lines(compose_in(lights, PaperKind.MINUTES, "en"), 76)
    assert catalog.current() == "zh"


def test_every_format_is_known_by_its_name():
    assert {name: each.suffix for name, each in FORMATS.items()} == {"text": ".txt"}
