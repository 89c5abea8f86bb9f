"""Proxies in words, in both languages: what rules say, what a verdict says, why one is refused."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from council_tui.domain import rules
from council_tui.domain.ids import PersonId
from council_tui.domain.proxies import (
    AnswersInPerson,
    NoProxies,
    ProxiesBarred,
    Proxy,
    ProxyChain,
    ProxyRefusal,
    TooManyProxies,
    WithoutVote,
    WrongBond,
)
from council_tui.domain.rules import Count
from council_tui.intake.rules import preset
from council_tui.wording import catalog, counts
from council_tui.wording.proxies import proxy_rule
from council_tui.wording.rules import rules_lines
from council_tui.wording.say import say
from tests import proxied

NAME = "陈果 [/]"


@pytest.fixture(autouse=True)
def speaking_english() -> Iterator[None]:
    catalog.use("en")
    yield
    catalog.use("en")


@pytest.mark.parametrize(
    ("under", "english", "chinese"),
    [
        (proxied.rules(Proxy.NONE, None), "Nobody votes by proxy.", "不得委托他人。"),
        (
            proxied.rules(Proxy.WRITTEN, 1),
            "A member who is away may be represented by another, in writing."
            " Nobody represents more than 1 member.",
            "成员不能到会的，可以书面委托其他成员。每人最多受托 1 人。",
        ),
        (
            proxied.rules(Proxy.SAME_HOUSEHOLD, 3),
            "A member who is away may be represented by their household, in writing."
            " Nobody represents more than 3 members.",
            "成员不能到会的，可以书面委托本户成员。每人最多受托 3 人。",
        ),
        (
            proxied.rules(Proxy.CLOSE_KIN, None),
            "A member who is away may be represented by a close relative, in writing.",
            "成员不能到会的，可以书面委托近亲属。",
        ),
    ],
)
def test_who_may_be_represented_is_said_in_a_sentence(under: rules.Rules, english: str, chinese: str):
    assert proxy_rule(under) == english
    assert (("Proxies", english) in rules_lines(under)) is under.takes_proxies
    catalog.use("zh")
    assert proxy_rule(under) == chinese


def test_a_bar_is_said_with_its_law():
    words = dict(rules_lines(preset("owners_committee")))["Proxies"]
    assert words.startswith("Nobody votes by proxy: the law bars it (北京市物业管理条例 45")


WRITTEN = proxied.rules()
OF_ROLL = replace(WRITTEN, carry=preset("consult_committee").carry)


@pytest.mark.parametrize(
    ("under", "count", "english", "chinese"),
    [
        (
            WRITTEN,
            Count(9, 7, 4, 2, 1, by_proxy=2),
            "7 present (2 by proxy), more than half is 4; yes 4, no 2, abstain 1: carried.",
            "到会 7 人（其中委托出席 2 人），过半数需 4 票；赞成 4，反对 2，弃权 1：通过。",
        ),
        (
            OF_ROLL,
            Count(9, 7, 5, 2, 0, by_proxy=2),
            "9 on the roll, more than half is 5; yes 5, no 2, abstain 0; present by proxy 2: carried.",
            "应到 9 人，过半数需 5 票；赞成 5，反对 2，弃权 0；委托出席 2 人：通过。",
        ),
        (
            WRITTEN,
            Count(9, 5, 5, 0, 0, by_proxy=1),
            "Not carried: no quorum (6 needed, 5 present, 1 of them by proxy).",
            "未通过：不足法定人数（须 6 人，到会 5 人，其中委托出席 1 人）。",
        ),
    ],
)
def test_a_verdict_says_how_many_were_there_by_proxy(
    under: rules.Rules, count: Count, english: str, chinese: str
):
    assert counts.verdict_sentence(count, rules.judge(under, count)) == english
    catalog.use("zh")
    assert counts.verdict_sentence(count, rules.judge(under, count)) == chinese


@pytest.mark.parametrize(
    ("refusal", "english", "chinese"),
    [
        (NoProxies(), "The rules in force take no proxies.", "现行规则不接受委托。"),
        (ProxiesBarred("条例 45"), "the law bars it (条例 45).", "成员不得委托他人（条例 45）。"),
        (WithoutVote(PersonId(1), NAME), f"{NAME} has no vote here.", f"{NAME} 在本会没有表决权。"),
        (AnswersInPerson(PersonId(1), NAME), f"{NAME} is here and answers in person.", f"{NAME} 已到会"),
        (TooManyProxies(PersonId(1), NAME, 3), f"{NAME} represents 3 members already", f"{NAME} 已受托 3 人"),
        (ProxyChain(PersonId(1), NAME), f"{NAME} gave a proxy and cannot hold", f"{NAME} 自己已委托他人"),
        (WrongBond(Proxy.CLOSE_KIN), "of close relatives only.", "只接受委托近亲属。"),
        (WrongBond(Proxy.SAME_HOUSEHOLD), "within one household only.", "只接受委托本户成员。"),
    ],
)  # fmt: skip
def test_a_refusal_says_why_and_the_way_out(refusal: ProxyRefusal, english: str, chinese: str):
    assert english in say(refusal)
    catalog.use("zh")
    assert chinese in say(refusal)
