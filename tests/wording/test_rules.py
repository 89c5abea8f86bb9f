"""A rule set laid out for reading, in both languages."""

from collections.abc import Iterator

import pytest

from council_tui.domain.gates import BadGate
from council_tui.domain.rules import BadRules, UnknownRules
from council_tui.intake import rules as shipped
from council_tui.wording import catalog
from council_tui.wording import rules as words


@pytest.fixture(autouse=True)
def speaking_english() -> Iterator[None]:
    catalog.use("en")
    yield
    catalog.use("en")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_shipped_rule_has_words_for_every_setting(lang: str):
    catalog.use(lang)
    for found in (*shipped.presets(), *shipped.floor_presets()):
        lines = words.lines(found)
        assert len(dict(lines)) == len(lines)
        assert all(label and text and "{" not in text for label, text in lines)


def test_the_general_council_laid_out():
    lines = dict(words.rules_lines(shipped.preset("council_default")))
    assert lines["The chair's vote"] == "The chair votes last."
    assert lines["Notice"] == "3 days before, only items that were posted"
    assert lines["Posting of results"] == "within 3 days, for 5 days"
    assert lines["To check"] == "check against your own rules"
    catalog.use("zh")
    lines = dict(words.rules_lines(shipped.preset("council_default")))
    assert lines["表决方式"] == "举手表决，唱名表决，无记名投票，无异议通过"
    assert lines["结果公示"] == "3 天内公布，公示 5 天"
    assert lines["核对"] == "请与本会规则核对"


def test_a_verified_rule_bears_no_mark_and_an_old_one_its_last_day():
    old = shipped.preset("urc_meeting_1989")
    assert words.mark(old) == ""
    assert dict(words.rules_lines(old))["In force"] == "until 2025-12-31"


def test_the_radish_rules_laid_out():
    catalog.use("zh")
    lines = dict(words.floor_lines(shipped.floor_preset("radish")))
    assert (lines["每次发言"], lines["同一议题发言"], lines["须有附议"]) == ("120 秒", "每人 2 次", "是")


def test_what_is_refused_is_shown_harmlessly():
    said = [
        words.unknown_words(UnknownRules("陈果 [/]\x1b[31m")),
        words.gate_refused_words(BadGate("> 50%\u202e")),
        words.bad_words(BadRules("house", "carry", "x\x00")),
        words.bad_words(BadRules("", "", "\n")),
    ]
    assert said == [
        "There are no rules called '陈果 [/]\\x1b[31m'; \"rules list\" names them.",
        '\'> 50%\\u202e\' is no gate; write it like "> 1/2 of present", ">= 2/3 of roll" or ">= 9 votes".',
        "The rules 'house' cannot be used: carry is 'x\\x00'.",
        "These rules cannot be used: the file is '\\n'.",
    ]
