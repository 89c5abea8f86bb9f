"""The rules on their screen: read, copied and changed, tried out on figures, put in force and adopted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.figures import Figures
from council_tui.domain.rulebook import Version
from council_tui.domain.votes import Way
from council_tui.store.store import Store
from council_tui.tui.app import CouncilApp
from council_tui.usecases import meetings, results, votes
from council_tui.usecases.rules import view_rules
from council_tui.wording import catalog
from tests import assembly
from tests.tui.screen import opened, panel, press, settled, shown

SIZE = (80, 24)
SHORT = "National People's Congress, plenary"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = assembly.found(tmp_path / "council.db")
    yield made
    made.shut()


def seen(app: CouncilApp) -> str:
    """All that is painted."""
    return "\n".join(shown(app))


def current(store: Store) -> Version:
    """The rules in force."""
    found = store.reading(view_rules).current
    assert found is not None
    return found


async def test_the_rules_in_force_stand_first_and_those_shipped_below(store: Store):
    async with opened(store, "rules").run_test(size=(120, 60)) as pilot:
        await settled(pilot)
        rows = [row[:62].strip() for row in shown(pilot.app)]
        heads = [row for row in rows if row in {"In force in this council", "Old rules, no longer in force"}]
        assert heads == ["In force in this council", "Old rules, no longer in force"]
        assert rows[4].startswith("> Neighbourhood council (gene..")
        assert rows[4].endswith("provisional, not yet adopted")
        old = rows.index("Old rules, no longer in force")
        assert rows[old + 1].endswith("until 2020-12-31")
        assert "Floor rules: how it is debated" in rows


@pytest.mark.parametrize(
    ("typed", "name"),
    [("national", SHORT), ("qgrm", SHORT), ("全国", SHORT), ("npc", SHORT), ("萝卜", "Radish rules")],
)
async def test_rules_are_found_by_name_pinyin_and_id(store: Store, typed: str, name: str):
    async with opened(store, "rules").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "slash", *typed)
        assert any(row.startswith(f"> {name}") for row in shown(pilot.app))
        await press(pilot, "escape")
        assert "In force in this council" in seen(pilot.app)


async def test_a_filter_that_fits_no_rules_says_so(store: Store):
    async with opened(store, "rules").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "slash", *"zzz[/]")
        assert "No rules are called zzz[/]." in seen(pilot.app)


async def test_rules_are_read_in_full_with_source_and_mark_and_floor_rules(store: Store):
    async with opened(store, "rules").run_test(size=(80, 60)) as pilot:
        await settled(pilot)
        await press(pilot, "f2")
        page = "\n".join(panel(pilot.app))
        assert "Quorum: two thirds or more of the" in page
        assert "居民议事会通行做法" in page
        assert "check against your own rules" in page
        assert "How it is debated: Plain debate" in page


async def test_a_copy_is_read_back_while_it_is_typed_and_becomes_the_councils_own(store: Store):
    async with opened(store, "rules").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "e", "ctrl+u", *"清水规则 [/]", "tab", "tab", "ctrl+u", *">= 3/4 of roll")
        assert "Quorum: three quarters or more of the roll." in "\n".join(panel(pilot.app))
        await press(pilot, "tab", "tab", "ctrl+u", *"> 1/2 of present, >= 5 votes")
        assert "and 5 votes or more" in " ".join(panel(pilot.app))
        await press(pilot, "ctrl+s")
        catalog.use("zh")
        await press(pilot, "f7")
        assert any(row.startswith("> 清水规则 [/]") for row in shown(pilot.app))
        assert "本议事会以前的规则" in seen(pilot.app)
    rules = current(store).rules
    assert (rules.name("zh"), rules.verified, current(store).provisional) == ("清水规则 [/]", False, True)
    assert [str(each) for each in rules.quorum] == [">= 3/4 of roll"]
    assert [str(each) for each in rules.carry] == ["> 1/2 of present", ">= 5 votes"]


async def test_a_bad_gate_is_refused_under_its_field_and_nothing_is_recorded(store: Store):
    async with opened(store, "rules").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "e", "tab", "tab", "ctrl+u", *"two thirds [b]")
        rows = panel(pilot.app)
        field = next(n for n, row in enumerate(rows) if row.startswith("Quorum"))
        assert rows[field + 1].startswith("Not a gate: two thirds [b].")
        await press(pilot, "ctrl+s")
        assert "x Not a gate: two thirds [b]." in shown(pilot.app)[22]
    assert current(store).rules.id == "council_default"


async def test_rules_that_count_area_are_not_for_meetings(store: Store):
    async with opened(store, "rules").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "e", "tab", "tab", "tab", "tab", "ctrl+u", *"> 1/2 of roll by area", "ctrl+s")
        assert "Rules that count floor area or households are not for votes" in shown(pilot.app)[22]
        await press(pilot, "escape", "down", "down", "t")
        assert "council-tui rules decide --rule cc278_general" in shown(pilot.app)[22]
        await press(pilot, "p")
        assert "are not for votes in a meeting." in shown(pilot.app)[22]
    assert current(store).rules.id == "council_default"


async def test_what_was_written_is_undone_and_the_rules_before_are_in_force_again(store: Store):
    async with opened(store, "rules").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "e", "ctrl+s")
        assert "In force here before" in seen(pilot.app)
        await press(pilot, "u", "enter")
        assert "In force here before" not in seen(pilot.app)


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (("21", "17", "9", "8"), "17 present, more than half is 9; yes 9, no 8, abstain 0: carried."),
        (("21", "17", "8", "8"), "not voting 1: tied, not carried. The smallest yes that carries it: 9."),
        (("21", "13", "13", "0"), "Not carried: no quorum (14 needed, 13 present)."),
        (("21", "17", "2", "9"), "With these no and abstentions it cannot be carried."),
        (("21", "17", "14", "4"), "14 + 4 + 0 = 18, but 17 are present."),
        (("17", "21", "9", "8"), "21 present, but 17 on the roll."),
    ],
)
async def test_figures_typed_say_what_the_rules_would_decide(
    store: Store, figures: tuple[str, ...], said: str
):
    head = store.reading(view_rules).hall.last
    async with opened(store, "rules").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "t")
        for each in figures:
            await press(pilot, *each, "tab")
        assert said in " ".join(row for row in panel(pilot.app) if row)
        await press(pilot, "escape")
    assert store.reading(view_rules).hall.last == head


async def test_rules_and_floor_rules_are_put_in_force_as_they_are_after_a_question(store: Store):
    async with opened(store, "rules").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "slash", *"npc", "enter", "escape", "escape")
        await press(pilot, *["pagedown"] * 6, "p", "enter")
        assert current(store).floor.id == "radish"
        await press(pilot, *["down"] * 6, "p", "escape")
        assert current(store).rules.id == "council_default"
        await press(pilot, "p", "enter")
    assert current(store).rules.id != "council_default"
    assert current(store).floor.id == "radish"


async def test_rules_are_put_on_the_agenda_of_the_next_meeting_and_not_twice(store: Store):
    meeting, _item = assembly.plan(store, "2099-02-08T19:00")
    async with opened(store, "rules").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "enter", "a")
        assert "stands on the agenda already" in shown(pilot.app)[22]
    titles = [each.title for each in store.reading(meetings.view_meeting, meeting).items]
    assert titles == ["通过本会议事规则", "路灯 [/]"]


async def test_without_a_meeting_it_says_that_one_is_to_be_planned(store: Store):
    async with opened(store, "rules").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "a")
        assert "plan a meeting first (n on the Home screen)" in shown(pilot.app)[22]


async def test_rules_are_adopted_by_a_vote_that_was_carried(store: Store):
    floor = assembly.convene(store)
    vote = store.writing(votes.open_vote, floor.meeting, floor.motion, Way.HANDS)
    store.writing(votes.close_hands, vote, Figures(6, 1, 0))
    store.writing(results.announce_result, vote)
    async with opened(store, "rules").run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "The open meeting keeps its rules" in shown(pilot.app)[21]
        await press(pilot, "a", "enter")
        assert "adopted, Meeting No. 1 of 2023" in seen(pilot.app)
        await press(pilot, "a")
        assert "there is nothing to adopt" in shown(pilot.app)[22]
    assert not current(store).provisional
