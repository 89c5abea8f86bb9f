"""The anchor at a sealed paper's end: printed at every width, and read back from it."""

import base64
import hashlib

import pytest

from council_tui.domain.anchors import Anchor, short
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind
from council_tui.export import Encoding, Page
from council_tui.export.anchor import anchor_lines, paper_text, read_anchor
from council_tui.export.text import write
from council_tui.wording.minutes import compose_in

HEAD = hashlib.sha256(b"head").hexdigest()
GROUPS = "ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567"


def test_a_head_is_shortened_to_160_bits_in_eight_groups():
    groups = short(HEAD).split(" ")
    assert [len(group) for group in groups] == [4] * 8
    assert base64.b32decode("".join(groups)) == bytes.fromhex(HEAD)[:20]


@pytest.mark.parametrize(
    ("columns", "lines"),
    [
        (76, ["council-tui minutes zh 76 #440 ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567"]),
        (56, ["council-tui minutes zh 56 #440 ABCD EFGH IJKL MNOP QRST", "UVWX YZ23 4567"]),
        (40, ["council-tui minutes zh 40 #440 ABCD EFGH", "IJKL MNOP QRST UVWX YZ23 4567"]),
    ],
)
def test_the_anchor_is_one_line_or_broken_between_groups(columns: int, lines: list[str]):
    assert anchor_lines(Anchor(PaperKind.MINUTES, "zh", columns, 440, GROUPS), columns) == lines


@pytest.mark.parametrize("kind", PaperKind)
@pytest.mark.parametrize("columns", [76, 56, 40])
@pytest.mark.parametrize(
    "page", [Page(), Page(encoding=Encoding.UTF_8_BOM, crlf=True), Page(encoding=Encoding.GB18030)], ids=str
)
def test_the_anchor_is_read_back_from_any_exported_paper(
    lights: MeetingView, kind: PaperKind, columns: int, page: Page
):
    anchor = Anchor(kind, "zh", columns, 123_456, short(HEAD))
    content = write(compose_in(lights, kind, "zh"), Page(columns, page.encoding, page.crlf), anchor)
    assert read_anchor(paper_text(content)) == anchor


@pytest.mark.parametrize(
    "text",
    [
        "",
        "council-tui minutes zh 76 #440 ABCD",
        f"council-tui diary zh 76 #440 {GROUPS}",
        f"#440 {GROUPS}\nmore",
    ],
)
def test_a_text_without_an_anchor_has_none(text: str):
    assert read_anchor(text) is None
