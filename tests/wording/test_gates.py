"""Gates, verdicts and outlooks in words, in both languages, as literals."""

from collections.abc import Iterator

import pytest

from council_tui.domain import rules
from council_tui.domain.gates import parse_gate
from council_tui.domain.rules import Count, ImpossibleCount, Rules
from council_tui.intake import rules as shipped
from council_tui.wording import catalog, counts, gates


@pytest.fixture(autouse=True)
def speaking_english() -> Iterator[None]:
    catalog.use("en")
    yield
    catalog.use("en")


def house(carry: list[str], quorum: list[str] | None = None, **more: bool) -> Rules:
    own = (("zh", "陈果 [/]"),)
    return Rules("", own, tuple(map(parse_gate, quorum or [])), tuple(map(parse_gate, carry)), **more)


@pytest.mark.parametrize(
    ("gate", "english", "chinese"),
    [
        ("> 1/2 of present", "more than half of those present", "到会人数的过半数"),
        (">= 1/2 of present", "half or more of those present", "到会人数的半数以上"),
        (">= 2/3 of roll", "two thirds or more of the roll", "应到人数的三分之二以上"),
        ("> 2/3 of roll", "more than two thirds of the roll", "超过应到人数的三分之二"),
        (">= 3/4 of participating", "three quarters or more of those taking part",
         "参加表决人数的四分之三以上"),
        (">= 1/10 of roll", "one tenth or more of the roll", "应到人数的十分之一以上"),
        ("> 1/2 of cast", "more than half of the votes for and against", "赞成票与反对票总数的过半数"),
        (">= 7/12 of roll", "7/12 or more of the roll", "应到人数的7/12以上"),
        (">= 1/1 of present", "all of those present", "到会人数的全部"),
        (">= 9 votes", "9 votes or more", "9 票以上"),
        ("> 9 votes", "more than 9 votes", "超过 9 票"),
        (">= 2/3 of participating by area", "two thirds or more of the exclusive floor area taking part",
         "参加表决专有部分面积的三分之二以上"),
        ("> 1/2 of roll by households", "more than half of the roll, by households",
         "应到人数的过半数（按户计）"),
    ],
)  # fmt: skip
def test_a_gate_in_words(gate: str, english: str, chinese: str):
    assert gates.gate_words(parse_gate(gate)) == english
    catalog.use("zh")
    assert gates.gate_words(parse_gate(gate)) == chinese


SENTENCES = [
    (["> 1/2 of present"], Count(21, 17, 16, 0, 1),
     "17 present, more than half is 9; yes 16, no 0, abstain 1: carried.",
     "到会 17 人，过半数需 9 票；赞成 16，反对 0，弃权 1：通过。"),
    (["> 1/2 of present"], Count(21, 17, 8, 8, 1),
     "17 present, more than half is 9; yes 8, no 8, abstain 1: tied, not carried.",
     "到会 17 人，过半数需 9 票；赞成 8，反对 8，弃权 1：平票，未通过。"),
    (["> 1/2 of present"], Count(21, 17, 8, 1, 8),
     "17 present, more than half is 9; yes 8, no 1, abstain 8: not carried.",
     "到会 17 人，过半数需 9 票；赞成 8，反对 1，弃权 8：未通过。"),
    (["> 1/2 of cast"], Count(21, 17, 8, 1, 8),
     "9 voted for or against, more than half is 5; yes 8, no 1, abstain 8: carried.",
     "赞成和反对共 9 票，过半数需 5 票；赞成 8，反对 1，弃权 8：通过。"),
    (["> 1/2 of cast"], Count(21, 17, 0, 0, 17),
     "Nobody voted for or against; yes 0, no 0, abstain 17: not carried.",
     "没有赞成票，也没有反对票；赞成 0，反对 0，弃权 17：未通过。"),
    ([">= 2/3 of roll"], Count(30, 20, 19, 1, 0),
     "30 on the roll, two thirds or more is 20; yes 19, no 1, abstain 0: not carried.",
     "应到 30 人，三分之二以上需 20 票；赞成 19，反对 1，弃权 0：未通过。"),
    ([">= 3/4 of participating"], Count(90, 70, 45, 10, 5),
     "60 took part, three quarters or more is 45; yes 45, no 10, abstain 5, not voting 10: carried.",
     "参加表决 60 人，四分之三以上需 45 票；赞成 45，反对 10，弃权 5，未表决 10：通过。"),
    (["> 1/2 of present"], Count(21, 17, 9, 3, 2, invalid=1),
     "17 present, more than half is 9; yes 9, no 3, abstain 2, not voting 2, invalid 1: carried.",
     "到会 17 人，过半数需 9 票；赞成 9，反对 3，弃权 2，未表决 2，无效 1：通过。"),
    ([">= 9 votes"], Count(21, 17, 8, 1, 8),
     "9 votes needed; yes 8, no 1, abstain 8: not carried.",
     "需 9 票；赞成 8，反对 1，弃权 8：未通过。"),
    ([">= 1 votes"], Count(21, 2, 1, 0, 1),
     "1 vote needed; yes 1, no 0, abstain 1: carried.",
     "需 1 票；赞成 1，反对 0，弃权 1：通过。"),
    (["> 1/2 of present", ">= 1/2 of roll"], Count(30, 20, 14, 6, 0),
     "30 on the roll, half or more is 15; yes 14, no 6, abstain 0: not carried.",
     "应到 30 人，半数以上需 15 票；赞成 14，反对 6，弃权 0：未通过。"),
    (["> 1/1 of present"], Count(5, 5, 5, 0, 0),
     "No number of votes for is enough; yes 5, no 0, abstain 0: not carried.",
     "赞成再多也不够；赞成 5，反对 0，弃权 0：未通过。"),
]  # fmt: skip


@pytest.mark.parametrize(("carry", "count", "english", "chinese"), SENTENCES)
def test_a_verdict_is_a_sentence_with_its_arithmetic(
    carry: list[str], count: Count, english: str, chinese: str
):
    verdict = rules.judge(house(carry), count)
    assert counts.verdict_sentence(count, verdict) == english
    catalog.use("zh")
    assert counts.verdict_sentence(count, verdict) == chinese


def test_without_quorum_the_sentence_says_that_alone():
    count = Count(21, 13, 13, 0, 0)
    council = shipped.preset("council_default")
    verdict, outlook = rules.judge(council, count), rules.outlook(council, count, 0)
    english = "Not carried: no quorum (14 needed, 13 present)."
    assert counts.verdict_sentence(count, verdict) == counts.outlook_sentence(outlook) == english
    catalog.use("zh")
    chinese = "未通过：不足法定人数（须 14 人，到会 13 人）。"
    assert counts.verdict_sentence(count, verdict) == counts.outlook_sentence(outlook) == chinese


OUTLOOKS = [
    ("council_default", (8, 0, 1), 8, "9 needed, 8 yes: 1 short.", "需赞成 9，已有 8：还差 1。"),
    ("council_default", (14, 1, 2), 0, "9 needed, 14 yes: enough.", "需赞成 9，已有 14：已够。"),
    ("council_default", (9, 0, 0), 8, "9 needed, 9 yes: enough.", "需赞成 9，已有 9：已够。"),
    ("council_default", (5, 9, 0), 3, "9 needed, 8 at most: cannot be carried any more.",
     "需赞成 9，最多只能有 8：不可能通过。"),
    ("council_default", (8, 8, 1), 0, "9 needed, 8 yes: tied, not carried.",
     "需赞成 9，已有 8：平票，未通过。"),
    ("robert_simple", (8, 6, 0), 3, "8 needed, 8 yes: enough so far.", "需赞成 8，已有 8：目前已够。"),
    ("robert_simple", (9, 6, 0), 2, "8 needed, 9 yes: enough.", "需赞成 8，已有 9：已够。"),
    ("robert_simple", (0, 0, 17), 0, "It cannot be carried with these answers.", "照这样的票数不可能通过。"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "answers", "unanswered", "english", "chinese"), OUTLOOKS)
def test_the_outlook_while_counting(
    rule: str, answers: tuple[int, int, int], unanswered: int, english: str, chinese: str
):
    outlook = rules.outlook(shipped.preset(rule), Count(21, 17, *answers), unanswered)
    assert counts.outlook_sentence(outlook) == english
    catalog.use("zh")
    assert counts.outlook_sentence(outlook) == chinese


@pytest.mark.parametrize(
    ("carry", "english", "chinese"),
    [
        (["> 1/2 of present"], "An abstention works as a no.", "弃权的效果等于反对。"),
        (["> 1/2 of roll"], "An abstention works as a no.", "弃权的效果等于反对。"),
        (["> 1/2 of participating"], "An abstention works as a no.", "弃权的效果等于反对。"),
        (["> 1/2 of cast"], "Abstentions are not counted.", "弃权不计入。"),
        (["> 1/2 of cast", ">= 1/3 of roll"], "An abstention works as a no.", "弃权的效果等于反对。"),
        ([">= 9 votes"], "Only votes for are counted.", "只计赞成票。"),
    ],
)
def test_what_an_abstention_does_is_said_in_words(carry: list[str], english: str, chinese: str):
    assert gates.abstention_words(house(carry)) == english
    catalog.use("zh")
    assert gates.abstention_words(house(carry)) == chinese


def test_rules_in_words():
    both = house(["> 1/2 of present", ">= 1/2 of roll"], [">= 2/3 of roll", ">= 9 votes"])
    assert gates.rules_words(both) == (
        "Quorum: two thirds or more of the roll and 9 members or more. Carried by more than half of those "
        "present and half or more of the roll; a tie is not carried. An abstention works as a no."
    )
    assert gates.rules_words(shipped.preset("robert_simple")).startswith("No quorum is asked. Carried by")
    catalog.use("zh")
    assert gates.rules_words(both) == (
        "法定人数为应到人数的三分之二以上且到会 9 人以上。"
        "经到会人数的过半数且应到人数的半数以上赞成为通过，平票为未通过。弃权的效果等于反对。"
    )


def test_rules_in_short_as_the_result_screen_has_them():
    council = shipped.preset("council_default")
    assert gates.rules_short(council) == "Rule: carried present > 1/2, quorum roll >= 2/3"
    assert gates.rules_short(house([">= 9 votes"])) == "Rule: carried votes >= 9, no quorum"
    catalog.use("zh")
    assert gates.rules_short(council) == "规则：通过 到会 > 1/2，法定 应到 >= 2/3"


@pytest.mark.parametrize(
    ("count", "english", "chinese"),
    [
        (Count(21, 17, 14, 1, 3),
         "14 + 1 + 3 = 18, but 17 are present.",
         "14 + 1 + 3 = 18，到会 17 人。"),
        (Count(21, 17, 14, 1, 2, invalid=1),
         "14 + 1 + 2 + 1 = 18, but 17 are present.",
         "14 + 1 + 2 + 1 = 18，到会 17 人。"),
        (Count(16, 17, 1, 1, 1), "17 present, but 16 on the roll.",
         "到会 17 人，应到只有 16 人。"),
        (Count(21, 17, -1, 1, 1), "A count is never below zero.",
         "人数和票数不能小于 0。"),
    ],
)  # fmt: skip
def test_figures_that_cannot_be_are_refused_with_their_sum(count: Count, english: str, chinese: str):
    with pytest.raises(ImpossibleCount) as refused:
        rules.check(count)
    assert counts.impossible_words(refused.value) == english
    catalog.use("zh")
    assert counts.impossible_words(refused.value) == chinese


def test_an_owners_rule_names_the_owners_and_not_the_roll_of_the_council():
    """The minutes' 应到人数 are the nine of the council; two thirds of the owners are of another number."""
    general = shipped.preset("cc278_general")
    assert gates.rules_words(general) == (
        "Quorum: two thirds or more of all owners and two thirds or more of all exclusive floor area. Carried"
        " by more than half of the owners taking part and more than half of the exclusive floor area taking"
        " part; a tie is not carried. An abstention works as a no."
    )
    assert "quorum owners >= 2/3 and floor area >= 2/3" in gates.rules_short(general)
    catalog.use("zh")
    quorum = "业主总人数的三分之二以上且专有部分面积总和的三分之二以上"
    assert gates.quorum_sentence(general) == f"法定人数为{quorum}。"
    assert "参加表决业主人数的过半数且参加表决专有部分面积的过半数" in gates.carry_sentence(general)
    for rule in ("cc278_general", "cc278_special", "pmr12_old", "pmr12_old_special"):
        words = gates.rules_words(shipped.preset(rule)) + gates.rules_short(shipped.preset(rule))
        assert "应到" not in words


def test_a_share_of_all_owners_is_told_out_of_the_owners():
    """By the old rule more than half of all 90, not of those who took part: 46."""
    area = Count(900_000, 600_000, 500_000, 100_000, 0)
    count = Count(90, 60, 50, 10, 0, area=area)
    verdict = rules.judge(shipped.preset("pmr12_old"), count)
    assert "by heads (quorum 46): 90 owners in all, more than half is 46; yes 50" in counts.verdict_sentence(
        count, verdict
    )
    catalog.use("zh")
    assert "业主共 90 人，过半数需 46 票" in counts.verdict_sentence(count, verdict)


def test_too_few_owners_are_told_as_too_few_members_are():
    area = Count(900_000, 590_000, 590_000, 0, 0)
    count = Count(90, 59, 59, 0, 0, area=area)
    verdict = rules.judge(shipped.preset("cc278_general"), count)
    assert "by heads: 60 needed, 59 took part; by" in counts.verdict_sentence(count, verdict)
    catalog.use("zh")
    assert "按人数：须 60 人，参加表决 59 人；按面积：须 6000.00 平方米" in counts.verdict_sentence(
        count, verdict
    )
