"""A document's hash: of what it says, exactly, and of nothing else."""

import hashlib
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from council_tui.wording.document import (
    Align,
    Column,
    Document,
    Heading,
    Labelled,
    Paragraph,
    Signatures,
    Table,
    Timed,
    Title,
    canonical,
    fingerprint,
)

PAPER = Document("minutes", "zh", (Title("议事会"), Labelled("出席", "陈果 [/]")), ("陈果 [/]",))
TEXT = (
    '{"blocks":[["title",{"text":"议事会"}],["labelled",{"label":"出席","text":"陈果 [/]"}]],'
    '"kind":"minutes","lang":"zh","v":1}'
)


def test_a_document_has_one_text_and_its_hash():
    assert canonical(PAPER) == TEXT
    assert fingerprint(PAPER) == hashlib.sha256(f"council-document/1\n{TEXT}".encode()).hexdigest()


def test_several_documents_have_one_hash_in_their_order():
    other = replace(PAPER, lang="en")
    assert fingerprint(PAPER, other) != fingerprint(other, PAPER)
    assert fingerprint(PAPER) != fingerprint(PAPER, PAPER)


def test_what_helps_the_layout_is_not_hashed():
    assert fingerprint(replace(PAPER, whole=())) == fingerprint(PAPER)


def test_each_kind_of_block_is_told_from_each_other():
    blocks = [
        Title("a"),
        Paragraph("a"),
        Heading("", "a"),
        Heading("", "a", level=1),
        Labelled("a", ""),
        Timed("a", ""),
        Timed("", "a"),
        Table((Column("a"),), ()),
        Table((Column("a", Align.RIGHT),), ()),
        Signatures((("a", ""),)),
    ]
    assert len({fingerprint(Document("minutes", "zh", (block,))) for block in blocks}) == len(blocks)


def test_the_title_is_one_line():
    titles = (Title("梧桐里社区邻里议事会"), Title("2023年第3次会议纪要"), Paragraph("x"))
    assert Document("minutes", "zh", titles).title == "梧桐里社区邻里议事会 2023年第3次会议纪要"


@given(st.text(), st.text())
def test_no_two_texts_share_a_hash(one: str, other: str):
    first, second = (fingerprint(Document("minutes", "zh", (Paragraph(text),))) for text in (one, other))
    assert (first == second) is (one == other)
