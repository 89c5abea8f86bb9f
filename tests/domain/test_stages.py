"""Stages in their order and time: waiting days by the Civil Code, and never one too many open."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_tui.domain.counts import Count
from council_tui.domain.rules import rules_text
from council_tui.domain.rulesets import BadRules
from council_tui.domain.stages import BadStages, Decision, Ladder, Rung, Stage, StageState, waited
from council_tui.domain.stagetexts import course_from_plain, stages_from_text, stages_text
from council_tui.intake.rules import preset
from council_tui.intake.stages import courses

RULES = preset("siyi_party_stage")
DAYS = st.dates(date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("day", "days", "opens"),
    [
        ("2023-02-09", 5, "2023-02-15"),  # 3-rules.md 3.10: counted 02-10..02-14, effective 02-15
        ("2026-11-26", 7, "2026-12-04"),
        ("2023-02-21", 7, "2023-03-01"),
        ("2024-02-21", 7, "2024-02-29"),  # a leap year
        ("2023-12-31", 1, "2024-01-02"),
        ("2023-02-09", 0, "2023-02-09"),
        ("9999-12-30", 999, "9999-12-31"),
    ],
)
def test_the_day_itself_is_not_counted(day: str, days: int, opens: str):
    assert waited(day, days) == opens


def decided(day: str, carried: bool = True) -> Decision:
    return Decision(carried, Count(31, 21, 16, 5, 0), RULES, day)


def ladder(*decisions: Decision | None, days: int = 7) -> Ladder:
    stage = Stage("党员大会", days=days)
    rungs = tuple(Rung(number, stage, each) for number, each in enumerate(decisions, 1))
    return Ladder(1, rungs, {}, {})


def test_the_next_stage_opens_when_all_before_it_are_carried_and_their_days_are_over():
    found = ladder(decided("2023-02-09"), None, None, days=5)
    second, third = found.rungs[1:]
    assert (found.opens(found.rungs[0]), found.opens(second), found.opens(third)) == ("", "2023-02-15", None)
    assert found.state(second, "2023-02-14") is StageState.WAITING
    assert found.state(second, "2023-02-15") is StageState.OPEN
    assert found.early(second, "2023-02-14")
    assert not found.early(second, "2023-02-15")


@pytest.mark.parametrize(
    ("day", "days", "opens", "unmoved"),
    [
        # 3-rules.md 3.10: posted on 28 April 2023 for five days; 3 May is a holiday, a Wednesday
        ("2023-04-28", 5, "2023-05-04", ""),
        ("2023-02-10", 8, "2023-02-19", "2023-02-18"),  # a Saturday
        ("2023-02-10", 9, "2023-02-20", "2023-02-19"),  # a Sunday
        ("2023-02-10", 7, "2023-02-18", ""),  # the last day is a Friday
        ("2023-02-19", 0, "2023-02-19", ""),  # nothing is waited for
    ],
)
def test_a_last_day_of_rest_is_not_moved_and_at_weekends_it_is_known(
    day: str, days: int, opens: str, unmoved: str
):
    found = ladder(decided(day), None, days=days)
    assert (found.opens(found.rungs[1]), found.unmoved(found.rungs[1])) == (opens, unmoved)
    assert found.unmoved(found.rungs[0]) == ""


def test_a_stage_carried_later_than_the_one_after_it_keeps_the_third_waiting():
    found = ladder(decided("2023-03-01"), decided("2023-02-09"), None, days=5)
    assert found.opens(found.rungs[2]) == "2023-03-07"
    assert found.early(found.rungs[1], "2023-02-09")


def test_a_lost_stage_closes_all_after_it_and_may_be_decided_again():
    found = ladder(decided("2023-02-09"), decided("2023-03-01", carried=False), None)
    assert [found.state(rung, "2023-12-31") for rung in found.rungs] == ["carried", "lost", "closed"]
    assert found.next == found.rungs[1]


@given(
    st.lists(st.none() | st.tuples(DAYS, st.booleans()), min_size=1, max_size=9),
    st.lists(st.integers(0, 999), min_size=9, max_size=9),
    DAYS,
)
def test_never_more_stages_open_than_carried_and_one(
    made: list[tuple[date, bool] | None], days: list[int], on: date
):
    rungs = tuple(
        Rung(number, Stage("x", days=wait), decided(each[0].isoformat(), each[1]) if each else None)
        for number, (each, wait) in enumerate(zip(made, days, strict=False), 1)
    )
    found = Ladder(1, rungs, {}, {})
    carried = sum(rung.carried for rung in rungs)
    reached = [rung for rung in rungs if found.opens(rung) is not None]
    assert len(reached) <= carried + 1
    assert sum(found.state(rung, on.isoformat()) is StageState.OPEN for rung in rungs) <= 1
    assert list(reached) == list(rungs[: len(reached)])


@given(DAYS, st.integers(1, 999))
def test_as_many_whole_days_lie_between_as_are_to_be_waited(day: date, days: int):
    opens = date.fromisoformat(waited(day.isoformat(), days))
    between = [day + timedelta(n) for n in range(1, (opens - day).days)]
    assert len(between) == days


@given(
    st.lists(
        st.builds(
            Stage,
            st.text(min_size=1),
            st.text(),
            st.sampled_from(["", rules_text(RULES)]),
            st.integers(0, 999),
            st.none() | st.integers(1, 10**6),
        )
    )
)
def test_stages_come_back_as_they_were_written(made: list[Stage]):
    assert stages_from_text(stages_text(made)) == tuple(made)


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '[{"body":"x"}]', '[{"body":1,"body_2":"","days":0}]', "[[[" * 9999]
)
def test_what_is_no_text_of_stages_is_refused(text: str):
    with pytest.raises(BadStages):
        stages_from_text(text)


@pytest.mark.parametrize("days", ["7", True, -1, 1.5])
def test_days_are_whole_numbers(days: object):
    with pytest.raises(BadStages):
        course_from_plain(
            {
                "id": "x",
                "names": {"en": "x"},
                "source": "",
                "stages": [{"body": {"en": "x"}, "rules": "r", "days": days}],
            },
            {"r": RULES},
        )


def test_a_way_with_a_rule_nobody_knows_is_refused():
    plain = {
        "id": "x",
        "names": {"en": "x"},
        "source": "",
        "stages": [{"body": {"en": "x"}, "rules": "none"}],
    }
    with pytest.raises(BadStages):
        course_from_plain(plain, {})
    plain["stages"] = [{"body": {"en": "x"}, "rules": {"id": "x", "names": {}, "quorum": [], "carry": []}}]
    with pytest.raises(BadRules):
        course_from_plain(plain, {})


def test_the_way_that_is_shipped_has_four_stages_and_is_to_be_checked():
    (siyi,) = courses()
    assert (siyi.id, siyi.verified) == ("siyi", False)
    assert [step.rules.id for step in siyi.steps][2:] == ["siyi_party_stage", "siyi_reps_stage"]
    assert [step.days for step in siyi.steps] == [7, 7, 7, 0]  # S11: at least 7 days between the steps
    assert [stage.body for stage in siyi.stages("en")][0] == "Party branch proposes"


def test_a_ladder_without_its_decisions_begins_again():
    found = ladder(decided("2023-02-09"), None)
    again = replace(found, rungs=tuple(replace(rung, decision=None) for rung in found.rungs))
    assert (found.begun, again.begun) == (True, False)
