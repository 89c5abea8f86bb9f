"""Rules as text: what goes into the record comes out of it unchanged, and nothing else is taken."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_tui.domain import rules
from council_tui.domain.gates import parse_gate
from council_tui.domain.rules import BadRules, ChairVotes, FloorRules, Publish, Recused, Rules
from council_tui.domain.rulesets import PresentBasis
from council_tui.domain.secrecy import Matter

PLAIN = {
    "id": "house",
    "names": {"zh": "陈果 [/] 的规则", "en": "a"},
    "quorum": [],
    "carry": ["> 1/2 of present"],
}
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
days = st.none() | st.dates().map(lambda day: day.isoformat())


@given(
    st.builds(
        Rules,
        id=st.from_regex(r"[a-z0-9_]{0,9}", fullmatch=True),
        names=words.map(lambda name: (("en", name), ("zh", name))),
        quorum=st.just(()) | st.just((parse_gate(">= 2/3 of roll"), parse_gate("> 9 votes"))),
        carry=st.just((parse_gate("> 1/2 of present"),)),
        valid_from=days,
        valid_to=days,
        source=words,
        verified=st.booleans(),
        ask_abstain=st.booleans(),
        chair_votes=st.sampled_from(ChairVotes),
        methods=st.lists(words, max_size=3).map(tuple),
        notice_days=st.none() | st.integers(0, 30),
        consult_days=st.none() | st.integers(0, 30),
        publish=st.none() | st.builds(Publish, st.integers(0, 9), st.integers(0, 9), st.booleans()),
        invalid_counts=st.booleans(),
        recused=st.sampled_from(Recused),
        present_basis=st.sampled_from(PresentBasis),
        secret_required_for=st.lists(st.sampled_from(Matter), max_size=2).map(tuple),
    )
)
def test_rules_come_back_from_the_record_as_they_went_in(house: Rules):
    kept = rules.rules_text(house)
    assert rules.rules_from_text(kept) == house
    assert rules.rules_text(rules.rules_from_text(kept)) == kept


@given(st.builds(FloorRules, id=st.just("a"), names=words.map(lambda name: (("zh", name),)), source=words))
def test_floor_rules_come_back_from_the_record_as_they_went_in(floor: FloorRules):
    assert rules.floor_from_text(rules.floor_text(floor)) == floor
    changed = replace(floor, speech_seconds=90, second_required=True)
    assert rules.floor_from_text(rules.floor_text(changed)) == changed


def test_the_text_kept_with_a_vote_is_canonical_json():
    kept = rules.rules_text(rules.rules_from_plain(PLAIN))
    assert kept == json.dumps(json.loads(kept), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert '"carry":["> 1/2 of present"]' in kept
    assert "陈果 [/] 的规则" in kept


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("carry", []),
        ("carry", "> 1/2 of present"),
        ("carry", ["> 50% of present"]),
        ("carry", [0.5]),
        ("carry", ["> 1/2 of roll by weight"]),
        ("quorum", None),
        ("names", {}),
        ("names", {"zh": 1}),
        ("names", "陈果"),
        ("id", "Two Words"),
        ("valid_to", "31.12.2025"),
        ("verified", "yes"),
        ("verified", 1),
        ("notice_days", 3.0),
        ("notice_days", -1),
        ("notice_days", True),
        ("chair_votes", "twice"),
        ("recused", "maybe"),
        ("publish", {"within_days": 3}),
        ("publish", {"within_days": 3, "for_days": 5, "hours": 1}),
        ("colour", "red"),
    ],
)
def test_a_field_that_cannot_be_is_refused_by_its_name(field: str, value: object):
    with pytest.raises(BadRules) as refused:
        rules.rules_from_plain(PLAIN | {field: value})
    assert refused.value.field == field


@pytest.mark.parametrize("field", ["id", "names", "quorum", "carry"])
def test_a_field_that_must_be_there_is_asked_for(field: str):
    with pytest.raises(BadRules) as refused:
        rules.rules_from_plain({name: value for name, value in PLAIN.items() if name != field})
    assert refused.value.field == field


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "3", '{"id": "a"}', "\x00", "[" * 100_000])
def test_a_text_that_is_no_rules_is_refused(text: str):
    with pytest.raises(BadRules):
        rules.rules_from_text(text)
    with pytest.raises(BadRules):
        rules.floor_from_text(text)


def test_rules_run_out_after_their_last_day():
    old = replace(rules.rules_from_plain(PLAIN), valid_from="1990-01-01", valid_to="2025-12-31")
    found = [(day, old.in_force(day), old.is_old(day)) for day in ("1989-12-31", "2025-12-31", "2026-01-01")]
    assert found == [
        ("1989-12-31", False, False),
        ("2025-12-31", True, False),
        ("2026-01-01", False, True),
    ]
