"""An empty file asks three questions, and then there is a council."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.rules import rules_from_text
from council_tui.store.store import Store
from council_tui.tui.app import CouncilApp
from council_tui.usecases.council import view_council
from council_tui.wording import catalog
from tests.tui.screen import press, settled, shown


@pytest.fixture(autouse=True)
def _evening(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNCIL_TUI_CLOCK", "2023-02-08T18:42")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "council.db", create=True)
    yield made
    made.shut()


async def test_three_questions_found_a_council_under_provisional_rules(store: Store):
    catalog.use("zh")
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        page = "\n".join(shown(pilot.app))
        assert "欢迎。三个问题，然后就可以开会。" in page
        assert "暂行规则（议事会尚未通过）" in page
        await press(pilot, *"梧桐里 [/]", "enter", "enter", "enter")
        assert shown(pilot.app)[0].startswith(" 梧桐里 [/]")
        assert shown(pilot.app)[23].startswith("  0 登记成员")
    council = store.reading(view_council)
    assert council is not None
    assert (council.name, council.lang, council.provisional) == ("梧桐里 [/]", "zh", True)
    assert rules_from_text(council.rules).id == "council_default"


async def test_the_language_picked_is_spoken_at_once(store: Store):
    catalog.use("zh")
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, *"Wutong", "enter", "right")
        page = "\n".join(shown(pilot.app))
        assert "Welcome. Three questions, then you can meet." in page
        assert "Neighbourhood council (general)" in page
        assert "Wutong" in page
        await press(pilot, "enter", "enter")
    council = store.reading(view_council)
    assert council is not None
    assert council.lang == "en"


async def test_the_arrows_show_other_rules_and_how_they_decide(store: Store):
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, *"Wutong", "enter", "enter")
        assert "Quorum: two thirds or more of the roll." in "\n".join(shown(pilot.app))
        await press(pilot, "down")
        page = "\n".join(shown(pilot.app))
        assert "Community consultation committee" in page
        assert "No quorum is asked." in page
        await press(pilot, "enter")
    council = store.reading(view_council)
    assert council is not None
    assert rules_from_text(council.rules).id == "consult_committee"


async def test_a_council_without_a_name_is_not_founded(store: Store):
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "enter", "enter")
        assert shown(pilot.app)[22].startswith(" x Please fill in the name.")
        await press(pilot, *"Wutong", "enter", "enter", "enter")
    assert store.reading(view_council) is not None


async def test_leaving_the_welcome_leaves_the_file_empty(store: Store):
    async with CouncilApp(store).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, *"Wutong", "escape")
        await pilot.pause()
    assert store.reading(view_council) is None
