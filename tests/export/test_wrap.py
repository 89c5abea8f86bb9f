"""Lines of Chinese and other text: as wide as they are, broken where they may be, nothing lost."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_clusters

from council_tui.export.wrap import NOT_FIRST, NOT_LAST, clusters, columns, wrap

NAMES = ("周敏", "欧阳娜娜", "阿依·努尔", "陈果 [/]", "Zheng Yumei", "O'Brien")
WIDTHS = st.sampled_from([40, 56, 76])


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("到会17人", 8),
        ("“四盏”", 8),
        ("19:00—20:46", 12),
        ("e\u0301", 1),
        ("👩\u200d🔧", 2),
        ("👍🏽", 2),
        ("❤\ufe0f", 2),
        ("🇨🇳", 2),
        ("①", 2),
        ("ａ", 2),
        ("", 0),
    ],
)
def test_a_text_is_as_wide_as_it_is_printed(text: str, wide: int):
    assert columns(text) == wide


def test_doubtful_characters_are_narrow_on_most_screens():
    assert (columns("“四盏”", 1), columns("“四盏”", 2)) == (6, 8)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("赞成反对弃权，通过", 12, ["赞成反对弃", "权，通过"]),
        ("放映《路灯》一次", 6, ["放映", "《路", "灯》", "一次"]),
        ("共有村民17人到会", 10, ["共有村民", "17人到会"]),
        ("定于二月三日即2月10日开会", 16, ["定于二月三日即", "2月10日开会"]),
        ("请交T-2023-004一份", 12, ["请交", "T-2023-004", "一份"]),
        ("主持人是周敏", 10, ["主持人是", "周敏"]),
        ("到会的有阿依·努尔", 12, ["到会的有", "阿依·努尔"]),
        ("moved by Zheng Yumei today", 15, ["moved by", "Zheng Yumei", "today"]),
        ("a charging-shelter", 12, ["a charging-", "shelter"]),
        ("第一条——说明", 8, ["第一条", "——说明"]),
        ("依据（一）办理", 8, ["依据", "（一）", "办理"]),
        ("会议一致同意。", 12, ["会议一致", "同意。"]),
        ("会期19:00—20:46", 14, ["会期", "19:00—20:46"]),
        ("不超过 800 元。", 12, ["不超过", "800 元。"]),
        ("", 10, [""]),
    ],
)
def test_a_line_is_broken_where_it_may_be(text: str, width: int, lines: list[str]):
    assert wrap(text, width, names=NAMES) == lines


def test_the_first_line_is_shorter_by_its_indent():
    assert wrap("在小区门口和巷道安装路灯", 12, 4) == ["在小区门", "口和巷道安装", "路灯"]


def test_a_text_too_long_for_any_line_is_cut_and_whole():
    lines = wrap("x" * 100_000, 40)
    assert (len(lines), {len(line) for line in lines}) == (2_500, {40})


PIECES = st.one_of(
    st.sampled_from(
        [
            *NAMES,
            "17人",
            "2月10日",
            "2023年2月8日",
            "T-2023-004",
            "（一）",
            "——",
            "……",
            "“",
            "”",
            "《",
            "》",
            "，",
            "。",
        ]
    ),
    st.sampled_from(list("议事会表决通过同意反对弃权周敏高一二三、：；！？（）[]()!%·…—①℃×")),
    st.sampled_from(
        ["Residents' Committee", "five", "charging-shelter", " ", " ", "\u3000", "👩\u200d🔧", "e\u0301"]
    ),
    st.text(st.characters(exclude_categories=["C", "Z"]), max_size=4),
)
TEXTS = st.lists(PIECES, max_size=60).map("".join).map(lambda text: unicodedata.normalize("NFC", text))


def bare(text: str) -> str:
    """A text without its spaces."""
    return "".join(text.split())


@given(TEXTS, WIDTHS, st.sampled_from([0, 4]))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int, first: int):
    lines = wrap(text, width, first, NAMES)
    assert all(columns(line) <= width for line in lines)
    assert columns(lines[0]) <= width - first or len(lines[0]) == 1
    assert bare("".join(lines)) == bare(text)


CALM = st.lists(
    st.tuples(
        st.sampled_from(
            ["议事会", "表决", "通过", "同意", "17人", "2月10日", "T-2023-004", "路", "灯", "five", *NAMES]
        ),
        st.sampled_from(["", "", "", "，", "。", "：", "》", "）", "、", "！"]),
        st.sampled_from(["", "", "", "“", "《", "（", " "]),
    ).map("".join),
    min_size=1,
    max_size=50,
).map("".join)


@given(CALM, WIDTHS)
def test_no_line_begins_or_ends_with_what_may_not(text: str, width: int):
    lines = wrap(text, width, names=NAMES)
    assert not [line for line in lines[1:] if line[0] in NOT_FIRST]
    assert not [line for line in lines[:-1] if line.rstrip()[-1] in NOT_LAST]


@given(CALM, WIDTHS)
def test_names_dates_and_codes_stay_whole(text: str, width: int):
    whole = "\n".join(wrap(text, width, names=NAMES))
    for unit in (*NAMES, "2月10日", "17人", "T-2023-004"):
        apart = re.findall(rf"(?<![0-9A-Za-z]){re.escape(unit)}(?![0-9A-Za-z])", text)
        assert whole.count(unit) >= len(apart)


@given(CALM, WIDTHS)
def test_the_last_line_holds_more_than_one_character(text: str, width: int):
    lines = wrap(text, width, names=NAMES)
    if len(lines) > 1:
        assert len(list(clusters(lines[-1].rstrip("".join(NOT_FIRST))))) != 1 or len(lines[-2].split()) == 1


CLUSTERS = st.one_of(
    st.sampled_from(
        ["👩\u200d🔧", "👨\u200d👩\u200d👧", "👍🏽", "❤\ufe0f", "🇨🇳", "🇫🇷", "葛\U000e0100", "नि", "ก็", "각"]
    ),
    st.sampled_from(
        ["e\u0301", "a\u0308\u0323", "か\u3099", "1\ufe0f\u20e3", "ä", "路", "。", "（", "a", "7"]
    ),
)


@given(st.lists(CLUSTERS, max_size=20).map("".join))
def test_what_a_reader_counts_as_a_character_is_never_cut(text: str):
    """Against another program's rules: a boundary of ours is always one of theirs."""
    theirs, at = {0}, 0
    for cluster in grapheme_clusters(text):
        at += len(cluster)
        theirs.add(at)
    at = 0
    for line in wrap(text, 4):
        start = text.find(line, at)
        assert line == "" or start in theirs
        at = max(at, start + len(line))
