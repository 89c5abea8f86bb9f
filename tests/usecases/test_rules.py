"""A council's own rules: written, undone, kept beside those before, adopted."""

import pytest

from council_tui.domain.council import NotCarried
from council_tui.domain.counts import BadNumber
from council_tui.domain.errors import Missing
from council_tui.domain.figures import Figures
from council_tui.domain.gates import parse_gate
from council_tui.domain.rulebook import least_yes
from council_tui.domain.rules import Count, floor_text, rules_text
from council_tui.domain.rulesets import NotForMeetings
from council_tui.domain.votes import Way
from council_tui.intake.rules import floor_preset, preset
from council_tui.store.store import Store
from council_tui.usecases import council, meetings, record, results, votes
from council_tui.usecases.rules import RulesEntry, view_rules, write_rules
from tests.assembly import Floor

LIKE = rules_text(preset("urc_meeting_1989"))
NAMES = (("en", ""), ("zh", "清水 [/] \x1b[31m规则"))


def entry(**others: object) -> RulesEntry:
    """Half of those on the roll must come, and two thirds of them agree."""
    gates = (parse_gate(">= 1/2 of roll"),), (parse_gate(">= 2/3 of present"),)
    return RulesEntry(NAMES, *gates, **others)  # type: ignore[arg-type]


def test_own_rules_are_in_force_and_provisional_and_those_before_are_kept(store: Store):
    id = store.writing(write_rules, LIKE, entry(posted_days=7, source="本会议定"))
    view = store.reading(view_rules)
    assert view.current is not None
    own = view.current.rules
    assert (own.id, own.name("zh"), own.source) == (id, "清水 [/] 规则", "本会议定")
    assert (view.current.provisional, own.verified, own.valid_to, own.publish.for_days) == (
        True,
        False,
        None,
        7,
    )
    assert [each.rules.id for each in view.versions[1:]] == ["council_default"]
    store.writing(record.undo, store.reading(record.view_history).entries[0].seq)
    assert [each.rules.id for each in store.reading(view_rules).versions] == ["council_default"]


def test_rules_without_a_name_with_absurd_days_or_by_area_are_refused(store: Store):
    with pytest.raises(Missing):
        store.writing(write_rules, LIKE, RulesEntry((("zh", " "),), (), (parse_gate("> 1/2 of cast"),)))
    with pytest.raises(BadNumber):
        store.writing(write_rules, LIKE, entry(notice_days=1000))
    by_area = RulesEntry(NAMES, (), (parse_gate("> 1/2 of roll by area"),))
    with pytest.raises(NotForMeetings):
        store.writing(write_rules, LIKE, by_area)
    area, floor = rules_text(preset("cc278_general")), floor_text(floor_preset("plain"))
    with pytest.raises(NotForMeetings):
        store.writing(council.choose_rules, area, floor, True)
    assert len(store.reading(view_rules).versions) == 1


def test_an_open_meeting_keeps_its_rules_and_so_does_an_open_vote(floor: Floor):
    store = floor.store
    vote = store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    store.writing(write_rules, LIKE, entry())
    held = store.reading(meetings.view_meeting, floor.meeting)
    assert (held.rules.id, held.open_vote is not None) == ("council_default", True)
    store.writing(votes.close_hands, vote, Figures(4, 3, 0))
    store.writing(results.announce_result, vote)
    assert store.reading(meetings.view_meeting, floor.meeting).items[0].motions[0].carried is True


def test_what_may_have_adopted_rules_are_the_votes_carried_since_they_were_chosen(floor: Floor):
    store = floor.store
    vote = store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    store.writing(votes.close_hands, vote, Figures(6, 1, 0))
    assert store.reading(view_rules).carried == ()
    store.writing(results.announce_result, vote)
    assert [each.id for each in store.reading(view_rules).carried] == [vote]
    store.writing(results.annul_vote, vote, "列席者举了手")
    assert store.reading(view_rules).carried == ()
    store.writing(write_rules, LIKE, entry())
    view = store.reading(view_rules)
    assert view.carried == ()
    with pytest.raises(NotCarried):
        store.writing(council.adopt_rules, type(vote)(99))


@pytest.mark.parametrize(
    ("rule", "figures", "least"),
    [
        ("council_default", (21, 17, 0, 8, 0), 9),
        ("council_default", (21, 17, 0, 9, 0), None),
        ("council_default", (21, 13, 13, 0, 0), None),
        ("robert_simple", (21, 17, 0, 3, 10), 4),
        ("consult_committee", (9, 9, 0, 0, 0), 5),
    ],
)
def test_the_smallest_yes_carries_and_one_fewer_does_not(
    rule: str, figures: tuple[int, int, int, int, int], least: int | None
):
    assert least_yes(preset(rule), Count(*figures[:5])) == least
