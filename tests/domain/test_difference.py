"""What changed between two texts loses nothing, and small edits read as a person would mark them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_tui.domain.difference import Change, Piece, difference

MARKS = {Change.EQUAL: "{}", Change.ADDED: "{{+{}+}}", Change.STRUCK: "[-{}-]"}


def marked(pieces: tuple[Piece, ...]) -> str:
    """The pieces as plain text shows them."""
    return "".join(MARKS[piece.change].format(piece.text) for piece in pieces)


def joined(pieces: tuple[Piece, ...], left_out: Change) -> str:
    return "".join(piece.text for piece in pieces if piece.change is not left_out)


WORDS = st.lists(
    st.sampled_from(["the", "lamp", "5", "14", " ", "，", "盏", "路灯", "（", "）", "\n", "e\u0301", "👩‍👧"])
)
TEXTS = WORDS.map("".join) | st.text(max_size=60)


@given(TEXTS, TEXTS)
def test_both_texts_are_in_the_pieces_whole(old: str, new: str):
    pieces = difference(old, new)
    assert joined(pieces, Change.STRUCK) == new
    assert joined(pieces, Change.ADDED) == old


@given(TEXTS, TEXTS)
def test_no_piece_is_empty_and_no_two_neighbours_are_alike(old: str, new: str):
    pieces = difference(old, new)
    assert all(piece.text for piece in pieces)
    assert all(one.change is not two.change for one, two in zip(pieces, pieces[1:], strict=False))


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str):
    assert difference(text, text) == ((Piece(Change.EQUAL, text),) if text else ())


@given(
    st.text(alphabet="甲乙丙，。", max_size=40), st.integers(0, 40), st.sampled_from(["子丑", "5盏（含1盏）"])
)
def test_what_is_put_in_somewhere_is_the_only_change(text: str, at: int, put: str):
    old, new = text[:at] + text[at:], text[:at] + put + text[at:]
    changes = [piece.change for piece in difference(old, new)]
    assert changes.count(Change.ADDED) == 1
    assert Change.STRUCK not in changes


def test_an_amendment_of_the_published_example_reads_as_it_was_moved():
    old = "在小区门口和巷道安装路灯4盏，由社区居委会向市城市照明管护中心申请，2月底前完成。"
    new = (
        "在澡堂巷小区门口和巷道安装路灯5盏（含巷道拐弯处1盏），全部加装遮光罩，"
        "由社区居委会向市城市照明管护中心申请，2023年2月底前完成。"
    )
    assert marked(difference(old, new)) == (
        "在{+澡堂巷+}小区门口和巷道安装路灯[-4-]{+5+}盏{+（含巷道拐弯处1盏），全部加装遮光罩+}，"
        "由社区居委会向市城市照明管护中心申请，{+2023年+}2月底前完成。"
    )


@pytest.mark.parametrize(
    ("old", "new", "read"),
    [
        ("", "", ""),
        ("", "五盏", "{+五盏+}"),
        ("五盏", "", "[-五盏-]"),
        ("four lights", "five lights", "[-four-]{+five+} lights"),
        ("14 lights", "15 lights", "[-14-]{+15+} lights"),
        ("at the gate", "at the north gate", "at the {+north +}gate"),
        ("by 2.5 metres", "by 2.75 metres", "by [-2.5-]{+2.75+} metres"),
        ("the old iron bench", "a new wooden bench", "[-the old iron-]{+a new wooden+} bench"),
        ("安装4盏。", "安装5盏。", "安装[-4-]{+5+}盏。"),
        ("先修路，再装灯。", "再装灯。", "[-先修路，-]再装灯。"),
        ("Mend [b] it", "Mend [/b] it", "Mend [{+/+}b] it"),
    ],
)
def test_a_small_edit_is_marked_as_a_person_would(old: str, new: str, read: str):
    assert marked(difference(old, new)) == read


def test_the_longest_texts_are_compared_whole():
    old, new = "一二三四五六七八" * 500, "一二三四五六七九" * 500
    pieces = difference(old, new)
    assert joined(pieces, Change.STRUCK) == new
    assert joined(pieces, Change.ADDED) == old
