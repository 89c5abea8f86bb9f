"""Text from people is made harmless, and never cut."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_tui.domain import plain
from council_tui.domain.errors import TooLong
from council_tui.wording import catalog
from council_tui.wording.say import say


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("陈果 [/]", "陈果 [/]"),
        ("  修路灯 [b \t x ", "修路灯 [b x"),
        ("\x1b[31m红\x1b[0m字", "红字"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\b", "alinkb"),
        ("a\x1b]0;never ended", "a0;never ended"),
        ("a\x9b31mb\x1bcd", "abd"),
        ("赞\u202e成\u2066票\u200f", "赞成票"),
        ("王\u200b小\u2060明\ufeff", "王小明"),
        ("周\u200d一", "周一"),
        ("nul\0 and \x7f and \x85next", "nul and and next"),
        ("one\r\ntwo\u2028three", "one two three"),
        ("half \ud83d left", "half left"),
        ("e\u0301", "é"),
        ("\u3000全角空格\u3000之间\u3000", "全角空格 之间"),
        ("👩\u200d🔧 👍🏽 ❤\ufe0f", "👩\u200d🔧 👍🏽 ❤\ufe0f"),
        ("葛\U000e0100", "葛\U000e0100"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\ufe0fb\U000e0041", "ab"),
    ],
)
def test_a_line_keeps_its_spelling_and_nothing_that_hides(typed: str, kept: str):
    assert plain.clean_line(typed, 60) == kept


def test_a_text_keeps_its_lines():
    assert plain.clean_text("\n 一 \r\n\r\n\n\n二\x0b三 \n", 60) == "一\n\n二\n三"


@pytest.mark.parametrize("clean", [plain.clean_line, plain.clean_text])
def test_a_text_that_is_too_long_is_refused_with_its_length(clean):
    assert clean("灯" * 60, 60) == "灯" * 60
    with pytest.raises(TooLong) as refused:
        clean("在澡堂巷小区门口安装路灯" + "灯" * 50, 60)
    assert (refused.value.begins, refused.value.limit, refused.value.found) == (
        "在澡堂巷小区门口安装",
        60,
        62,
    )


def test_the_refusal_says_which_text_and_how_long_in_both_languages():
    error = TooLong("在澡堂巷", 60, 62)
    assert say(error) == 'Not recorded: "在澡堂巷.." has 62 characters, 60 at most.'
    catalog.use("zh")
    assert say(error) == "不能记录：“在澡堂巷..”有 62 个字，最多 60 个字。"


def test_a_hundred_thousand_marks_on_one_letter_are_refused_unread():
    with pytest.raises(TooLong):
        plain.clean_text("a" + "\u0315\u0300" * 50_000, 4_000)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb\0", "a\u241b[31mb\u2400"),
        ("one\ntwo\r\t\x7f", "one\ntwo\u240d\u2409\u2421"),
        ("赞\u202e成\u2069\x9b\u061c", "赞\ufffd成\ufffd\ufffd\ufffd"),
        ("half \ud83d", "half \ufffd"),
        ("陈果 [/] é 👍🏽", "陈果 [/] é 👍🏽"),
    ],
)
def test_what_is_shown_hides_nothing_and_steers_nothing(text: str, shown: str):
    assert plain.visible(text) == shown
    assert len(shown) == len(text)


ANY = st.text(st.characters(codec=None, categories=None), max_size=300)


@given(ANY)
def test_whatever_is_typed_is_kept_as_the_journal_can_hold_it(typed: str):
    for kept in (plain.clean_line(typed, 300 * 3), plain.clean_text(typed, 300 * 3)):
        kept.encode("utf-8")
        assert unicodedata.is_normalized("NFC", kept)
        assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in kept.replace("\n", ""))
        assert kept == kept.strip()


@given(ANY)
def test_what_was_cleaned_stays_as_it_is(typed: str):
    once = plain.clean_text(typed, 900)
    assert plain.clean_text(once, 900) == once
    line = plain.clean_line(typed, 900)
    assert plain.clean_line(line, 900) == line
