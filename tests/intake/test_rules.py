"""The rules shipped: complete, and each as its source has it."""

from pathlib import Path

import pytest

from council_tui.domain.rules import (
    BadRules,
    UnknownRules,
    floor_from_text,
    floor_text,
    rules_from_text,
    rules_text,
)
from council_tui.domain.votes import Way
from council_tui.intake import rules as shipped

GATES = {
    "council_default": ([">= 2/3 of roll"], ["> 1/2 of present"]),
    "council_two_thirds": ([">= 2/3 of roll"], [">= 2/3 of present"]),
    "robert_simple": ([], ["> 1/2 of cast"]),
    "consult_committee": ([], ["> 1/2 of roll"]),
    "owners_committee": (["> 1/2 of roll"], ["> 1/2 of roll"]),
    "rural_collective_2024": ([">= 2/3 of roll"], [">= 2/3 of roll"]),
    "village_reps": ([">= 2/3 of roll"], ["> 1/2 of present"]),
    "urc_meeting_1989": (["> 1/2 of roll"], ["> 1/2 of present"]),
    "nyc_cb": (["> 1/2 of roll"], ["> 1/2 of present"]),
    "cc278_general": (
        [">= 2/3 of roll", ">= 2/3 of roll by area"],
        ["> 1/2 of participating", "> 1/2 of participating by area"],
    ),
    "cc278_special": (
        [">= 2/3 of roll", ">= 2/3 of roll by area"],
        [">= 3/4 of participating", ">= 3/4 of participating by area"],
    ),
    "cc279_home_to_shop": ([], [">= 1/1 of roll"]),
    "pmr12_old": (
        ["> 1/2 of roll", "> 1/2 of roll by area"],
        ["> 1/2 of roll", "> 1/2 of roll by area"],
    ),
    "pmr12_old_special": (
        ["> 1/2 of roll", "> 1/2 of roll by area"],
        [">= 2/3 of roll", ">= 2/3 of roll by area"],
    ),
    "urc_2026": (["> 1/2 of roll", ">= 2/3 of roll by households"], ["> 1/2 of present"]),
    "village_meeting": (["> 1/2 of roll", ">= 2/3 of roll by households"], ["> 1/2 of present"]),
    "village_meeting_households": ([">= 2/3 of roll"], ["> 1/2 of present"]),
    "villager_group": ([">= 2/3 of roll", ">= 2/3 of roll by households"], ["> 1/2 of present"]),
    "village_election": (["> 1/2 of roll"], ["> 1/2 of present"]),
    "party_branch_meeting": ([">= 1/2 of roll"], ["> 1/2 of roll"]),
    "siyi_party_stage": ([">= 2/3 of roll"], [">= 1/2 of roll"]),
    "siyi_reps_stage": ([">= 2/3 of roll"], ["> 1/2 of present", ">= 1/2 of roll"]),
    "joint_meeting": ([">= 1/1 of roll"], [">= 1/1 of roll"]),
    "npc_full": ([">= 2/3 of roll"], ["> 1/2 of roll"]),
}
"""Quorum and result of each, from the rule table of domain/3-rules.md 3.3."""

STATED = {"id", "names", "quorum", "carry", "source", "verified", "valid_from", "valid_to", "methods"}

GOOD = b'id = "a"\nquorum = []\ncarry = ["> 1/2 of cast"]\nnames = {zh = "a"}'


def test_every_rule_of_the_table_is_shipped_with_its_gates():
    found = {
        each.id: ([str(g) for g in each.quorum], [str(g) for g in each.carry]) for each in shipped.presets()
    }
    assert found == GATES


def test_the_rules_to_start_with_come_first():
    assert shipped.presets()[0].id == "council_default"
    assert [each.id for each in shipped.floor_presets()] == ["plain", "radish"]


@pytest.mark.parametrize("path", sorted(shipped.PRESETS.glob("*.toml")), ids=lambda path: path.stem)
def test_a_preset_states_where_it_comes_from_and_when_it_holds(path: Path):
    text = path.read_text(encoding="utf-8")
    assert all(f"\n{field} = " in f"\n{text}" or f"\n[{field}]" in text for field in STATED)
    rules = shipped.read_rules(path)
    assert rules.id == path.stem
    assert dict(rules.names).keys() == {"zh", "en"}
    assert rules.source
    assert set(rules.methods) <= {way.value for way in Way}
    assert rules_from_text(rules_text(rules)) == rules


def test_the_law_of_1989_is_old_from_2026():
    old = shipped.preset("urc_meeting_1989")
    assert (old.is_old("2025-12-31"), old.is_old("2026-01-01")) == (False, True)
    others = {each.id for each in shipped.presets() if each.is_old("2026-01-01")} - {"urc_meeting_1989"}
    assert others == {"pmr12_old", "pmr12_old_special"}


def test_the_law_that_was_amended_unread_is_marked_unverified():
    # domain/3-rules.md 3.4: whether Article 26 of the village law changed on 2025-10-28 was not seen.
    assert not any(each.verified for each in shipped.presets() if each.id.startswith("villag"))
    assert not shipped.preset("urc_2026").verified


def test_one_quorum_of_two_is_enough_only_where_the_law_says_or():
    # domain/3-rules.md 3.3: "adults > 1/2 or household delegates >= 2/3".
    found = {each.id for each in shipped.presets() if each.any_quorum}
    assert found == {"urc_2026", "village_meeting", "villager_group"}


def test_the_radish_rules_are_those_of_the_twelve_principles():
    # domain/4-procedure.md 4.2: a second (2), one matter at a time (3), chair neutral (4), sides in
    # turn (6), side first (7), 2 minutes (9), 2 speeches (10); abstentions not asked (14), chair last (15).
    radish = shipped.floor_preset("radish")
    assert (radish.second_required, radish.one_at_a_time, radish.chair_neutral) == (True, True, True)
    assert (radish.alternate_sides, radish.stance_required) == (True, True)
    assert (radish.speech_seconds, radish.speeches_per_item) == (120, 2)
    simple = shipped.preset("robert_simple")
    assert (simple.ask_abstain, simple.chair_votes) == (False, "last")
    assert floor_from_text(floor_text(radish)) == radish


def test_plain_debate_needs_no_second_and_gives_three_minutes():
    plain = shipped.floor_preset("plain")
    assert (plain.second_required, plain.speech_seconds, plain.chair_neutral) == (False, 180, False)


def test_the_general_council_gives_notice_and_posts_its_results():
    # domain/4-procedure.md 4.4: three days' notice, only posted items, posted within 3 days for 5 days.
    council = shipped.preset("council_default")
    assert (council.notice_days, council.consult_days, council.only_posted_items) == (3, 3, True)
    assert council.publish is not None
    assert (council.publish.within_days, council.publish.for_days, council.publish.workdays) == (3, 5, False)


def test_rules_that_are_not_shipped_are_refused():
    with pytest.raises(UnknownRules):
        shipped.preset("陈果 [/]")
    with pytest.raises(UnknownRules):
        shipped.floor_preset("../presets/council_default")


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (b"quorum = [", ""),
        (b"\xff\xfe\x00", ""),
        (b'id = "a"', "names"),
        (b'id = "a"\nquorum = []\ncarry = ["> 66.7% of cast"]\nnames = {zh = "a"}', "carry"),
        (GOOD + b"\nveto = true", "veto"),
        (GOOD + b"\nvalid_to = 2025-12-31", "valid_to"),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_by_the_field_that_is_wrong(tmp_path: Path, text: bytes, field: str):
    path = tmp_path / "陈果 [b.toml"
    path.write_bytes(text)
    with pytest.raises(BadRules) as refused:
        shipped.read_rules(path)
    assert refused.value.field == field


def test_a_council_reads_its_own_rules_from_a_file_with_a_byte_order_mark(tmp_path: Path):
    path = tmp_path / "own.toml"
    text = 'id = "own"\nquorum = ["> 2/3 of roll"]\ncarry = [">= 9 votes"]\nnames = {zh = "本会规则"}\n'
    path.write_text(text, encoding="utf-8-sig")
    own = shipped.read_rules(path)
    assert (str(own.quorum[0]), str(own.carry[0]), own.name("en")) == (
        "> 2/3 of roll",
        ">= 9 votes",
        "本会规则",
    )
