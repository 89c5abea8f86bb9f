"""Parties in words, in both languages, as literals."""

from collections.abc import Iterator

import pytest

from council_tui.domain import rules
from council_tui.domain.gates import parse_gate
from council_tui.domain.parties import Party
from council_tui.domain.rules import Count, Rules
from council_tui.intake.people import party_of
from council_tui.intake.rules import preset
from council_tui.wording import catalog, counts, gates
from council_tui.wording.parties import outlook_sentence, parties_words, party_words
from council_tui.wording.rules import rules_lines

JOINT = preset("joint_meeting")


@pytest.fixture(autouse=True)
def speaking_english() -> Iterator[None]:
    catalog.use("en")
    yield
    catalog.use("en")


def house(carry: str, quorum: str = "") -> Rules:
    asked = (parse_gate(quorum),) if quorum else ()
    return Rules("", (("en", "陈果 [/]"),), asked, (parse_gate(carry),), parties=("甲", "乙", "丙"))


def test_the_rule_is_said_by_parties():
    assert gates.rules_words(JOINT) == (
        "Every party must be represented. Carried if every party agrees."
        " A party that reserves judgement, or is silent, has not agreed."
    )
    assert gates.rules_short(JOINT) == "Rule: carried every party, quorum every party"
    assert ("Parties", "the community, the property company, the owners") in rules_lines(JOINT)
    catalog.use("zh")
    words = "每一方都须有代表到会。每一方都同意为通过。保留意见或不表态的，不算同意。"
    assert gates.rules_words(JOINT) == words
    assert ("各方", "社区、物业、业主") in rules_lines(JOINT)


@pytest.mark.parametrize(
    ("gate", "english", "chinese"),
    [
        ("> 1/2 of roll", "more than half of the parties", "各方的过半数"),
        (">= 2/3 of roll", "two thirds or more of the parties", "各方的三分之二以上"),
        ("> 2/3 of present", "more than two thirds of the parties represented", "超过到会各方的三分之二"),
        ("> 1/2 of cast", "more than half of the parties that say yes or no",
         "表示同意或不同意各方的过半数"),
        (">= 2 votes", "2 parties or more", "2 方以上"),
    ],
)  # fmt: skip
def test_other_gates_of_parties_in_words(gate: str, english: str, chinese: str):
    assert english in gates.carry_sentence(house(gate))
    assert english in gates.quorum_sentence(house("> 1/2 of roll", gate))
    catalog.use("zh")
    assert chinese in gates.carry_sentence(house(gate))


VERDICTS = [
    (JOINT, (3, 3, 3, 0, 0), "3 parties, all must agree; agree 3, disagree 0, reserve 0: carried.",
     "共 3 方，须各方同意；同意 3，不同意 0，保留 0：通过。"),
    (JOINT, (3, 3, 1, 1, 0),
     "3 parties, all must agree; agree 1, disagree 1, reserve 0, no stand 1: not carried.",
     "共 3 方，须各方同意；同意 1，不同意 1，保留 0，未表态 1：未通过。"),
    (JOINT, (3, 2, 2, 0, 0), "Not carried: not every party is represented (2 of 3).",
     "未通过：不是每一方都有代表到会（3 方中到会 2 方）。"),
    (house("> 1/2 of present"), (3, 2, 1, 0, 1),
     "2 parties represented, more than half is 2; agree 1, disagree 0, reserve 1: not carried.",
     "到会 2 方，过半数为 2；同意 1，不同意 0，保留 1：未通过。"),
    (house("> 1/2 of roll", ">= 2/3 of roll"), (3, 1, 1, 0, 0),
     "Not carried: too few parties are represented (2 needed, 1 present).",
     "未通过：有代表到会的方不足（须 2 方，到会 1 方）。"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "figures", "english", "chinese"), VERDICTS)
def test_a_verdict_of_parties(rule: Rules, figures: tuple[int, ...], english: str, chinese: str):
    count = Count(*figures, parties=True)
    assert counts.verdict_sentence(count, rules.judge(rule, count)) == english
    catalog.use("zh")
    assert counts.verdict_sentence(count, rules.judge(rule, count)) == chinese


@pytest.mark.parametrize(
    ("rule", "figures", "unasked", "english", "chinese"),
    [
        (JOINT, (3, 3, 2, 0, 0), 1, "2 of 3 parties agree: 1 still to be asked.",
         "3 方中 2 方同意：还要问 1 方。"),
        (JOINT, (3, 3, 1, 1, 0), 1, "1 of 3 parties agree, 2 at most: cannot be carried any more.",
         "3 方中 1 方同意，最多 2 方：不可能通过。"),
        (JOINT, (3, 3, 3, 0, 0), 0, "3 of 3 parties agree: enough.", "3 方中 3 方同意：已够。"),
        (JOINT, (3, 2, 2, 0, 0), 0, "Not every party is represented: cannot be carried.",
         "不是每一方都有代表到会：不可能通过。"),
        (house("> 1/2 of roll"), (3, 3, 1, 0, 0), 2, "1 of 3 parties agree: 1 short, 2 still to be asked.",
         "3 方中 1 方同意：还差 1 方，还要问 2 方。"),
    ],
)  # fmt: skip
def test_how_a_vote_by_parties_stands(
    rule: Rules, figures: tuple[int, ...], unasked: int, english: str, chinese: str
):
    count = Count(*figures, parties=True)
    assert outlook_sentence(rules.outlook(rule, count, unasked), count, unasked) == english
    catalog.use("zh")
    assert outlook_sentence(rules.outlook(rule, count, unasked), count, unasked) == chinese


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_party_as_it_is_shown_is_the_party_that_is_read(lang: str):
    catalog.use(lang)
    for party in Party:
        assert party_of(party_words(party)) == party
    assert party_of(" 街道 [/] ") == "街道 [/]"
    assert parties_words(["街道 [/]", "b"]) == {"en": "街道 [/], b", "zh": "街道 [/]、b"}[lang]
